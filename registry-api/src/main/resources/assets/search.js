/* Suggests how what is being typed may go on. Without this the field is a plain one. */
const field = document.getElementById("q");
const list = document.getElementById("suggestions");
const PATIENCE = 150;

let waiting;
let asked = 0;

field.setAttribute("role", "combobox");
field.setAttribute("aria-controls", list.id);
field.setAttribute("aria-autocomplete", "list");
close();

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, PATIENCE);
});
field.addEventListener("keydown", event => {
  const options = [...list.children];
  const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") {
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (options.length === 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(options, at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(options[at]);
  }
});
field.addEventListener("blur", close);
/* Before the field loses the focus and the list closes. */
list.addEventListener("mousedown", event => {
  event.preventDefault();
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});

async function suggest() {
  const question = ++asked;
  const answer = await fetch("/api/v1/suggestions?q=" + encodeURIComponent(field.value));
  /* What comes late answers what is typed no longer; where search is away there is nothing to suggest. */
  if (question !== asked || !answer.ok || document.activeElement !== field) return;
  const { goods, manufacturers, codes } = await answer.json();
  show([...new Set([...codes, ...goods, ...manufacturers])]);
}

function show(texts) {
  list.replaceChildren(...texts.map((text, number) => {
    const option = document.createElement("li");
    option.id = "suggestion-" + number;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = text;
    return option;
  }));
  list.hidden = texts.length === 0;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
}

function select(options, at) {
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
  field.setAttribute("aria-activedescendant", options[at].id);
  options[at].scrollIntoView({ block: "nearest" });
}

function take(option) {
  field.value = option.textContent;
  close();
  field.form.requestSubmit();
}

function close() {
  clearTimeout(waiting);
  asked++;
  show([]);
}

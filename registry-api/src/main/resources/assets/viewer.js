/* Paints a page of a PDF or a picture, and the words that were looked for on it. */
const paper = document.getElementById("paper");
const { content, rendition, page, library, worker, before, behind } = paper.dataset;
const marks = JSON.parse(paper.dataset.marks);
const wanted = new URLSearchParams(location.search).get("hit");
const STEP = 1.25;
const MOST_PIXELS = 16_000_000;

let zoom = 1;
let hits = [];
let current = -1;

start().catch(failure => {
  console.warn(failure);
  fail();
});

async function start() {
  if (rendition === "none") return;
  const paint = rendition === "pdf" ? await openPdf() : await openPicture();
  await paint();
  paper.dataset.painted = "true";
  offerTools(paint);
  if (hits.length > 0) go(wanted === "last" ? hits.length - 1 : 0);
}

function fail() {
  paper.hidden = true;
  document.getElementById("no-picture").hidden = false;
}

/* Only the parts of the file that the page needs are fetched. */
async function openPdf() {
  const { getDocument, GlobalWorkerOptions, TextLayer } = await import(library);
  GlobalWorkerOptions.workerSrc = worker;
  const pdf = await getDocument({
    url: content,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    useWasm: false,
    standardFontDataUrl: new URL("../standard_fonts/", new URL(library, location)).href,
    cMapUrl: new URL("../cmaps/", new URL(library, location)).href,
  }).promise;
  const sheet = await pdf.getPage(Number(page));

  return async () => {
    const scale = paper.clientWidth / sheet.getViewport({ scale: 1 }).width * zoom;
    const viewport = sheet.getViewport({ scale });
    const frame = newFrame(viewport.width, viewport.height);
    const canvas = document.createElement("canvas");
    const sharp = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
    canvas.width = viewport.width * sharp;
    canvas.height = viewport.height * sharp;
    frame.append(canvas);
    await sheet.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise;
    if (marks.boxes.length > 0) {
      markBoxes(frame);
    } else if (marks.texts.length > 0) {
      const layer = document.createElement("div");
      layer.className = "textLayer";
      frame.append(layer);
      frame.style.setProperty("--total-scale-factor", scale);
      const text = new TextLayer({ textContentSource: sheet.streamTextContent(), container: layer, viewport });
      await text.render();
      markTexts(frame, text.textDivs);
    }
  };
}

/* The registry hands out every original as a file to be saved; only here it becomes a picture. */
async function openPicture() {
  const answer = await fetch(content);
  if (!answer.ok) throw new Error("The original cannot be had: " + answer.status);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: rendition }));
  picture.alt = "";
  await picture.decode();

  return async () => {
    const width = paper.clientWidth * zoom;
    const frame = newFrame(width, width * picture.naturalHeight / picture.naturalWidth);
    frame.append(picture);
    markBoxes(frame);
  };
}

function newFrame(width, height) {
  const frame = document.createElement("div");
  frame.className = "sheet";
  frame.style.width = width + "px";
  frame.style.height = height + "px";
  paper.replaceChildren(frame);
  hits = [];
  return frame;
}

function markBoxes(frame) {
  for (const [left, top, right, bottom] of marks.boxes) {
    hits.push(mark(frame, left * 100, top * 100, (right - left) * 100, (bottom - top) * 100));
  }
}

/* Finds the words in the text that lies over the page; spaces and line ends may fall otherwise there. */
function markTexts(frame, divs) {
  const around = frame.getBoundingClientRect();
  const places = [];
  let text = "";
  for (const div of divs) {
    for (let at = 0; at < div.textContent.length; at++) {
      if (!/\s/.test(div.textContent[at])) {
        places.push([div.firstChild, at]);
        text += div.textContent[at];
      }
    }
  }
  const found = [];
  for (const words of marks.texts) {
    const sought = words.replace(/\s+/g, "");
    for (let at = text.indexOf(sought); sought && at >= 0; at = text.indexOf(sought, at + sought.length)) {
      found.push([at, at + sought.length - 1]);
    }
  }
  found.sort((one, other) => one[0] - other[0]);
  for (const [first, last] of found) {
    const range = document.createRange();
    range.setStart(...places[first]);
    range.setEnd(places[last][0], places[last][1] + 1);
    for (const box of range.getClientRects()) {
      if (box.width > 0) {
        hits.push(mark(frame,
          (box.left - around.left) / around.width * 100, (box.top - around.top) / around.height * 100,
          box.width / around.width * 100, box.height / around.height * 100));
      }
    }
  }
}

function mark(frame, left, top, width, height) {
  const box = document.createElement("div");
  box.className = "hit";
  Object.assign(box.style, { left: left + "%", top: top + "%", width: width + "%", height: height + "%" });
  frame.append(box);
  return box;
}

function offerTools(paint) {
  document.getElementById("tools").hidden = false;
  const zoomBy = async factor => {
    zoom = Math.min(Math.max(zoom * factor, 0.5), 6);
    await paint();
    if (current >= 0) go(current);
  };
  document.getElementById("smaller").addEventListener("click", () => zoomBy(1 / STEP));
  document.getElementById("larger").addEventListener("click", () => zoomBy(STEP));
  const back = document.getElementById("hit-before");
  const on = document.getElementById("hit-behind");
  back.hidden = hits.length < 2 && !before;
  on.hidden = hits.length < 2 && !behind;
  back.addEventListener("click", () => step(-1, before));
  on.addEventListener("click", () => step(1, behind));
  paper.addEventListener("keydown", event => {
    if (event.key === "+") zoomBy(STEP);
    if (event.key === "-") zoomBy(1 / STEP);
    if (event.key === "n") step(1, behind);
    if (event.key === "p") step(-1, before);
  });
}

/* To the next hit on this page, or else to the next page that has any. */
function step(by, page) {
  if (hits[current + by]) {
    go(current + by);
  } else if (page) {
    const address = new URL(page, location);
    address.searchParams.set("q", new URLSearchParams(location.search).get("q"));
    location.assign(address);
  }
}

function go(at) {
  hits.forEach((hit, number) => hit.classList.toggle("current", number === at));
  current = at;
  hits[at].scrollIntoView({ block: "center", inline: "nearest" });
}

/*
 * Brings files by the tus protocol: each is announced, sent in parts, and after a break goes on where the server has got to.
 * What is under way is noted in this browser by name, size and day of change, so that a file that is picked again after a
 * reload goes on too: a page cannot open files by itself.
 */

const PART = 2 * 1024 * 1024;
const AT_ONCE = 3;
const PAUSES = [1, 2, 4, 8, 15, 30];
const TUS = '1.0.0';
const FINAL = ['INDEXED', 'NEEDS_OCR', 'FAILED'];

const form = document.getElementById('upload');
const list = document.getElementById('files');
const drop = document.getElementById('drop');
const words = document.getElementById('words');
const noted = `uploads:${form.dataset.account}`;
const rows = new Map();
const queue = [];
let working = 0;
const followed = new Map();

const word = (name) => words.querySelector(`[data-word="${name}"]`).textContent;
const fingerprint = (file) => [file.webkitRelativePath || file.name, file.size, file.lastModified].join('|');
const inBase64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const online = () => navigator.onLine ? Promise.resolve()
  : new Promise((done) => addEventListener('online', done, { once: true }));

/** What was begun in this browser: by fingerprint the address of the upload and the name of the file. */
const begun = {
  all: () => JSON.parse(localStorage.getItem(noted) || '{}'),
  of: (key) => begun.all()[key],
  note: (key, upload) => localStorage.setItem(noted, JSON.stringify({ ...begun.all(), [key]: upload })),
  forget(key) {
    const all = begun.all();
    delete all[key];
    localStorage.setItem(noted, JSON.stringify(all));
  },
};

class Refused extends Error {}

class Row {
  constructor(name, size) {
    this.element = document.getElementById('file').content.firstElementChild.cloneNode(true);
    this.part('.name').textContent = name;
    this.part('.size').textContent = size < 1024 * 1024
      ? `${Math.ceil(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
    list.append(this.element);
  }

  part(css) { return this.element.querySelector(css); }

  say(state, detail = '') {
    const badge = this.part('.state');
    const tone = { INDEXED: 'yes', FAILED: 'no', failed: 'no', refused: 'no', NEEDS_OCR: 'open', again: 'open', retrying: 'open' };
    badge.textContent = word(state);
    badge.className = `badge state ${tone[state] || 'calm'}`;
    this.element.dataset.state = state;
    this.part('.detail').textContent = detail;
  }

  reached(bytes, size) { this.part('progress').value = size ? 100 * bytes / size : 100; }

  show(view) {
    this.say(view.status, view.failure ? view.failure.detail : '');
    this.part('.read').href = `/desk/drafts/${view.id}`;
    this.part('.read').hidden = view.status !== 'INDEXED';
  }

  offerToForget(forget) {
    const button = this.part('.drop-it');
    button.hidden = false;
    button.addEventListener('click', async () => {
      await forget();
      this.element.remove();
    });
  }
}

/** A request of the protocol. A refusal for good ends the upload; all else is for trying again. */
async function ask(method, address, headers = {}, body = null) {
  const answer = await fetch(address, {
    method,
    body,
    headers: { 'Tus-Resumable': TUS, 'X-XSRF-TOKEN': form.elements._csrf.value, ...headers },
  });
  if (answer.status === 401 || answer.status === 403 || answer.redirected) {
    document.getElementById('signed-out').hidden = false;
    throw new Refused('');
  }
  if (answer.ok || answer.status === 404 || answer.status === 409) {
    return answer;
  }
  if (answer.status === 429 || answer.status === 423 || answer.status >= 500) {
    throw Object.assign(new Error(String(answer.status)), { pause: Number(answer.headers.get('Retry-After')) });
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Refused(problem.detail || String(answer.status));
}

async function announce(file, key) {
  const said = { filename: file.name, kind: form.elements.kind.value, visibility: form.elements.visibility.value,
    goods: form.elements.goods.value, batch: form.elements.batch.value };
  const metadata = Object.entries(said).filter(([, value]) => value)
    .map(([name, value]) => `${name} ${inBase64(value)}`).join(',');
  const answer = await ask('POST', '/uploads', { 'Upload-Length': String(file.size), 'Upload-Metadata': metadata });
  const address = new URL(answer.headers.get('Location'), location.href).pathname;
  begun.note(key, { address, name: file.name, size: file.size, batch: said.batch });
  return { address, offset: 0, batch: said.batch };
}

/** Where to go on: as far as the server says it has got, or from the beginning. */
async function start(file, key) {
  const known = begun.of(key);
  if (known) {
    const answer = await ask('HEAD', known.address);
    if (answer.ok) {
      return { address: known.address, offset: Number(answer.headers.get('Upload-Offset')), batch: known.batch };
    }
    begun.forget(key);
  }
  return announce(file, key);
}

/** Sends the rest of a file; gives the id of its document and the batch it was begun in. */
async function sendRest(file, key, row) {
  let { address, offset, batch } = await start(file, key);
  for (;;) {
    row.say('sending');
    row.reached(offset, file.size);
    const answer = await ask('PATCH', address,
      { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      file.slice(offset, offset + PART));
    const filed = answer.headers.get('Registry-Document');
    if (filed) {
      begun.forget(key);
      row.reached(file.size, file.size);
      return { filed, batch };
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    offset = Number(answer.headers.get('Upload-Offset'));
  }
}

async function bring(file, row) {
  const key = fingerprint(file);
  for (let failures = 0; ;) {
    await online();
    try {
      const { filed, batch } = await sendRest(file, key, row);
      rows.set(filed, row);
      row.element.dataset.batch = batch;
      row.say('RECEIVED');
      follow(batch);
      return;
    } catch (failure) {
      if (failure instanceof Refused) {
        row.say('refused', failure.message);
        return;
      }
      if (failures >= 2 * PAUSES.length) {
        row.say('failed');
        return;
      }
      row.say('retrying');
      await wait(failure.pause || PAUSES[Math.min(failures, PAUSES.length - 1)]);
      failures += 1;
    }
  }
}

async function work() {
  while (working < AT_ONCE && queue.length) {
    const { file, row } = queue.shift();
    working += 1;
    bring(file, row).finally(() => {
      working -= 1;
      summarise();
      work();
    });
  }
}

function take(files) {
  for (const file of files) {
    const earlier = list.querySelector(`[data-key="${CSS.escape(fingerprint(file))}"]`);
    if (earlier && earlier.dataset.state !== 'again') {
      continue;
    }
    earlier?.remove();
    const row = new Row(file.webkitRelativePath || file.name, file.size);
    row.element.dataset.key = fingerprint(file);
    row.say('queued');
    queue.push({ file, row });
  }
  summarise();
  work();
}

function summarise() {
  const done = [...list.children].filter((row) => FINAL.includes(row.dataset.state)).length;
  document.getElementById('summary').textContent = list.children.length
    ? word('summary').replace('#', done).replace('#', list.children.length) : '';
}

/** How far the reading of a batch has got, told by the server whenever that changes. */
function follow(batch) {
  if (followed.has(batch)) {
    return;
  }
  const events = new EventSource(`/api/v1/documents/batches/${encodeURIComponent(batch)}/events`);
  followed.set(batch, events);
  const end = () => {
    events.close();
    followed.delete(batch);
  };
  events.addEventListener('batch', async () => {
    if (await lookAll(batch)) {
      end();
    }
  });
  events.addEventListener('error', async () => {
    end();
    await wait(2);
    await online();
    if (!await lookAll(batch).catch(() => false)) {
      follow(batch);
    }
  });
}

/** Whether all of a batch that stands here has been read to its end. */
async function lookAll(batch) {
  let next = null;
  do {
    const page = await (await fetch(`/api/v1/documents/filed?batch=${encodeURIComponent(batch)}&size=100${next ? `&cursor=${next}` : ''}`)).json();
    page.items.forEach((view) => rows.get(view.id)?.show(view));
    next = page.next;
  } while (next);
  summarise();
  return [...rows.values()].filter((row) => row.element.dataset.batch === batch)
    .every((row) => FINAL.includes(row.element.dataset.state));
}

/** The files within what was dropped, folders opened. */
async function within(entry) {
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed));
    return [file];
  }
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!some.length) {
      return files;
    }
    for (const each of some) {
      files.push(...await within(each));
    }
  }
}

for (const picker of form.querySelectorAll('input[type=file]')) {
  picker.addEventListener('change', () => {
    take([...picker.files]);
    picker.value = '';
  });
}
form.addEventListener('submit', (event) => event.preventDefault());
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', async (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  take((await Promise.all(entries.map((entry) => within(entry)))).flat());
});

const tellOffline = () => { document.getElementById('offline').hidden = navigator.onLine; };
addEventListener('online', tellOffline);
addEventListener('offline', tellOffline);
tellOffline();

for (const [key, upload] of Object.entries(begun.all())) {
  const row = new Row(upload.name, upload.size);
  row.element.dataset.key = key;
  row.say('again');
  row.offerToForget(async () => {
    begun.forget(key);
    await ask('DELETE', upload.address).catch(() => {});
  });
  ask('HEAD', upload.address).then((answer) => {
    if (answer.ok) {
      row.reached(Number(answer.headers.get('Upload-Offset')), upload.size);
    } else {
      begun.forget(key);
      row.element.remove();
    }
  }).catch(() => {});
}
document.getElementById('plain').hidden = true;
for (const id of ['drop-here', 'folder', 'resumable']) {
  document.getElementById(id).hidden = false;
}

// What makes the moderators' queue quick. Each decision is a form that works without this; here it is sent
// beside the page, and what the answer shows is taken over row by row, so that nothing moves under the eye.

const list = document.querySelector("[data-queue]");
const bar = document.querySelector("[data-more]");
const state = document.querySelector("[data-live]");
const rowsOf = (scope) => [...scope.querySelectorAll("[data-row]")];
const shownIds = () => new Set(rowsOf(list).map((row) => row.id));
const waiting = new Map();
const plural = new Intl.PluralRules(document.documentElement.lang);

const marked = () => rowsOf(list).filter((row) => row.querySelector("input[form=marked]:checked"));
const usable = (row) => !row.classList.contains("gone");

/** Of where it stands in time: microseconds, which a number can't hold exactly in JSON but can here. */
const timeOf = (row) => Number(row.dataset.place.split("-")[0]);

function parse(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

/** A row that others decided on stays where it is, and says so. */
function markGone(row) {
  if (!usable(row)) return;
  row.classList.add("gone");
  for (const control of row.querySelectorAll("button, input, a.button, summary")) {
    if (control.matches("a, summary")) control.removeAttribute("data-key");
    else control.disabled = true;
  }
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = list.dataset.gone;
  row.querySelector(".waiting-head").after(note);
}

function insert(row, page) {
  const rows = rowsOf(page);
  for (let at = rows.indexOf(row) - 1; at >= 0; at--) {
    const before = document.getElementById(rows[at].id);
    if (before) return before.after(document.adoptNode(row));
  }
  return list.prepend(document.adoptNode(row));
}

/** Takes over what the page shows now. `mine` are the rows that this moderator's own press concerned. */
function merge(page, mine, undoing) {
  const fresh = page.querySelector("[data-queue]");
  if (!fresh) return;
  const there = new Map(rowsOf(fresh).map((row) => [row.id, row]));
  const ends = [...there.values()].map(timeOf);
  const whole = !page.querySelector("[data-later]");
  const covers = (row) => whole || (timeOf(row) >= Math.min(...ends) && timeOf(row) <= Math.max(...ends));
  for (const row of rowsOf(list)) {
    const now = there.get(row.id);
    if (!now && mine.has(row.id)) row.remove();
    else if (!now && covers(row)) markGone(row);
    else if (now && (mine.has(row.id) || now.dataset.text !== row.dataset.text)) { // its writer changed it: what is decided on must be what is read
      const focused = row.contains(document.activeElement);
      const taken = document.adoptNode(now);
      row.replaceWith(taken);
      if (focused) taken.focus({ preventScroll: true });
    }
  }
  const last = rowsOf(list).at(-1);
  const known = shownIds();
  const news = rowsOf(fresh).filter((row) => !known.has(row.id));
  // What follows the last row moves nothing; what was put back is what was asked for. The rest waits to be let in.
  const [order, end] = [rowsOf(fresh), rowsOf(fresh).findLastIndex((other) => known.has(other.id))];
  const taken = news.filter((row) => undoing || (mine.size && (!last || order.indexOf(row) > end)));
  for (const row of news) if (!taken.includes(row)) waiting.set(row.id, row.cloneNode(true));
  for (const row of taken.reverse()) insert(row, fresh); // the last first: each finds its place after what stands before it
  for (const id of [...waiting.keys()]) if (!there.has(id) || document.getElementById(id)) waiting.delete(id);
  for (const part of ["[data-summary]", "[data-tabs]", "[data-empty]", "[data-places]"]) renew(document.querySelector(part), page.querySelector(part));
  const later = document.querySelector("[data-later]");
  if (later && !page.querySelector("[data-later]")) later.remove();
  else renew(later, page.querySelector("[data-later]"));
  offer();
}

/** What the page says of the whole queue, unless somebody is just in it. */
function renew(here, there) {
  if (here && there && !here.contains(document.activeElement)) here.replaceWith(document.adoptNode(there));
}

/** There while nothing is there, nor waits to be let in. */
function tellEmpty() {
  const empty = document.querySelector("[data-empty]");
  empty?.toggleAttribute("hidden", rowsOf(list).length > 0 || waiting.size > 0);
  return empty;
}

function tellNews(page) {
  const [here, there] = [document.querySelector("[data-news]"), page.querySelector("[data-news]")];
  const refusal = page.querySelector(".flash-refusal");
  document.querySelector(".flash-refusal")?.remove();
  here.replaceChildren(...there.childNodes);
  if (refusal) here.prepend(document.adoptNode(refusal));
}

function nextAfter(rows) {
  const all = rowsOf(list).filter((row) => usable(row) || rows.includes(row));
  const at = all.indexOf(rows.at(-1));
  return all.slice(at + 1).find((row) => !rows.includes(row)) ?? all.slice(0, Math.max(0, at)).findLast((row) => !rows.includes(row));
}

const isLost = (focused) => !focused || focused === document.body || !focused.checkVisibility();

let sending = Promise.resolve();

async function send(form, submitter) {
  const row = form.closest("[data-row]");
  const rows = row ? [row] : form.id === "marked" ? marked() : [];
  const undoing = form.action.endsWith("/undo");
  const fields = new URLSearchParams(new FormData(form, submitter));
  const next = rows.length ? nextAfter(rows) : null;
  const stays = form.action.endsWith("/pick");
  if (row && !stays) {
    row.classList.add("sent");
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = parse(await answer.text());
    tellNews(page);
    merge(page, new Set(rows.map((one) => one.id)), undoing);
    const back = undoing ? rowsOf(list).find(usable) : null;
    back?.focus({ preventScroll: true });
    // The last one is through: where one was is gone, and what else waits is said where the next would be.
    if (rows.length && isLost(document.activeElement)) (next?.isConnected ? next : rowsOf(list).find(usable) ?? rowsOf(list)[0] ?? tellEmpty())?.focus({ preventScroll: true });
  } catch {
    row?.classList.remove("sent");
    location.assign(list.dataset.queue); // whatever happened, the queue says what is so
  }
}

if (list) {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-quick]");
    if (!form) return;
    event.preventDefault();
    if (form.closest(".sent")) return; // pressed twice
    const { submitter } = event;
    // One after the other: the answer to the second press knows of the first.
    sending = sending.then(() => send(form, submitter));
  });

  document.querySelector("[data-mark-all]")?.addEventListener("click", () => {
    const boxes = [...list.querySelectorAll("input[form=marked]:not(:disabled)")];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
  });
}

// Live.
function offer() {
  const count = waiting.size;
  tellEmpty();
  if (!bar) return;
  if (!count) return void bar.replaceChildren();
  const button = bar.querySelector("button") ?? document.createElement("button");
  button.type = "button";
  button.dataset.key = "n";
  const forms = JSON.parse(bar.dataset.forms);
  const digits = String(count).replace(/\d/g, (digit) => bar.dataset.digits?.[digit] ?? digit);
  button.textContent = (forms[plural.select(count)] ?? forms.other).replace("{0}", digits);
  if (!button.isConnected) bar.append(button);
}

function letIn() {
  const rows = [...waiting.values()];
  waiting.clear();
  const ascending = list.dataset.queue.includes("show=held");
  for (const row of ascending ? rows : rows.reverse()) ascending ? list.append(row) : list.prepend(row);
  offer();
  rows[0]?.focus();
}

async function look() {
  const answer = await fetch(list.dataset.queue);
  if (answer.ok) merge(parse(await answer.text()), new Set(), false);
}

if (list?.dataset.bell) {
  let soon = 0;
  const tell = (word) => {
    if (!state) return;
    state.dataset.state = word;
    state.textContent = state.dataset[word];
  };
  const ring = () => {
    clearTimeout(soon);
    soon = setTimeout(() => { sending = sending.then(look).catch(() => tell("lost")); }, 300);
  };
  // A tab that nobody sees holds no connection: a browser has six to us over HTTP/1.1, for all its tabs together.
  let [stream, missed] = [null, false];
  const listen = () => {
    if (document.hidden) {
      missed ||= stream !== null;
      stream?.close();
      stream = null;
      return;
    }
    if (stream) return;
    stream = new EventSource(list.dataset.bell);
    stream.addEventListener("item", ring);
    stream.addEventListener("open", () => {
      tell("live");
      if (missed) ring();
      missed = false;
    });
    stream.addEventListener("error", () => {
      missed = true;
      tell("lost");
    });
  };
  document.addEventListener("visibilitychange", listen);
  listen();
  bar?.addEventListener("click", letIn);
}

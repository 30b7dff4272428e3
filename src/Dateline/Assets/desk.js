// What makes the desk quick. Every page works without it: keys press links and buttons that are there
// anyway, and a live row is what the next visit to the inbox would show.

const root = document.documentElement;
const rowsOf = (list) => [...list.querySelectorAll("[data-row]")];
const list = document.querySelector("[data-list]");

// Keys. One letter presses the visible control that carries it in data-key; within the row where the
// focus is first, then in the page. A member of staff can turn them off (WCAG 2.1.4): <html data-keys="off">.
const writing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

// On a Persian, Arabic, Greek or Russian keyboard a key writes another letter: then its place counts, by the layout that the letters
// on the desk's buttons are from (UI Events KeyboardEvent code Values).
function latin({ key, code, shiftKey }) {
  if (key.length !== 1 || key.charCodeAt(0) < 128) return key.toLowerCase();
  if (code === "Slash") return shiftKey ? "?" : "/";
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1].toLowerCase() ?? key.toLowerCase();
}

function pressed(event) {
  const key = latin(event);
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key;
}

function controlFor(key) {
  const row = document.activeElement?.closest("[data-row]");
  const shown = (scope) => [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((it) => it.checkVisibility());
  const marked = document.querySelector("input[form=marked]:checked") && document.getElementById("marked");
  // Marked rows are decided on together. What is in a row is pressed only while the focus is in that row.
  return (marked && shown(marked)[0]) ?? (row && shown(row)[0])
    ?? shown(document).find((it) => !it.closest("[data-bulk]") && !it.closest("[data-row]"));
}

function move(step) {
  const rows = rowsOf(list);
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement) && document.activeElement !== document.body);
  const current = here >= 0 ? here : rows.findIndex((row) => row.querySelector("[aria-current]"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, current + step))];
  const target = next.matches("[tabindex]") ? next : next.querySelector("a, button");
  target?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

/** Escape shuts what was opened last over or within what one looks at; whether there was anything. */
function shut(target) {
  const open = document.querySelector(".keys[open]") ?? (writing(target) ? null : target.closest("[data-row]")?.querySelector(".grounds[open]"));
  if (!open) return false;
  if (open.contains(document.activeElement)) open.querySelector("summary").focus();
  open.open = false;
  return true;
}

/** Out of a field, into the row that it stands in: there the keys go on. */
function leave(field) {
  const row = field.closest("[data-row][tabindex]");
  if (row) row.focus({ preventScroll: true });
  else field.blur();
}

// The keys cover what is beneath them: a press anywhere else puts them away.
document.addEventListener("pointerdown", (event) => {
  const keys = document.querySelector(".keys[open]");
  if (keys && !keys.contains(event.target)) keys.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const key = pressed(event);
  const chord = key.startsWith("ctrl+");
  if (key === "escape" && shut(event.target)) return;
  if (!chord && (root.dataset.keys === "off" || writing(event.target))) {
    if (key === "escape") leave(event.target);
    return;
  }
  if (list && (key === "j" || key === "k")) {
    event.preventDefault();
    move(key === "j" ? 1 : -1);
    return;
  }
  const control = controlFor(key);
  if (!control) return;
  event.preventDefault();
  if (control.matches("input[type=checkbox]")) control.click();
  else if (control.matches("input, textarea, select")) control.focus();
  else control.click();
});

// One panel. A plain click on a row brings its panel without losing the place in the list.
let asked = null;

async function show(address, push) {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const panel = page.getElementById("panel");
    if (!answer.ok || !panel) throw new Error(`${answer.status}`);
    document.getElementById("panel").replaceWith(document.adoptNode(panel));
    document.querySelector(".inbox")?.classList.toggle("open", page.querySelector(".inbox.open") !== null);
    for (const link of list.querySelectorAll("[data-row] > a")) {
      const here = link.pathname === new URL(address, location).pathname;
      if (!here) link.removeAttribute("aria-current");
      else {
        link.setAttribute("aria-current", "true");
        link.closest("[data-row]").classList.remove("unseen");
      }
    }
    if (push) history.pushState(null, "", address);
    document.title = page.title;
    tellTimes(panel);
  } catch (failure) {
    if (failure.name !== "AbortError") location.assign(address);
  }
}

if (list?.dataset.stream && document.getElementById("panel")) {
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-row] > a");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href, true);
  });
  addEventListener("popstate", () => show(location.href, false));
}

// Live. News comes in by itself while nobody is at the list; under a hand, a cursor or an eye further down it waits
// behind a bar, so that no row moves away from who reads or is about to press it. What changes in a row that is already
// there (a kill, a correction) shows at once, in its place.
const waiting = new Map();
const bar = document.querySelector("[data-newcomers]");
const plural = new Intl.PluralRules(root.lang);
const native = (written) => String(written).replace(/\d/g, (digit) => bar?.dataset.digits?.[digit] ?? digit);
const state = document.querySelector("[data-live]");

function tellState(word) {
  if (!state) return;
  state.dataset.state = word;
  state.textContent = state.dataset[word];
}

function inUse() {
  if (list.contains(document.activeElement) || list.matches(":hover")) return true;
  for (let box = list; box; box = box.parentElement) if (box.scrollTop > 0) return true;
  return false;
}

function offer() {
  const count = waiting.size;
  if (!count) {
    bar.replaceChildren();
    return;
  }
  const button = bar.querySelector("button") ?? document.createElement("button");
  button.type = "button";
  button.dataset.key = "n";
  const forms = JSON.parse(bar.dataset.forms);
  button.textContent = (forms[plural.select(count)] ?? forms.other).replace("{0}", native(count));
  if (!button.isConnected) bar.append(button);
}

async function fetchRows() {
  const address = new URL(list.dataset.rows, location);
  address.searchParams.set("since", list.dataset.after);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(`<ol>${await answer.text()}</ol>`, "text/html");
  const rows = rowsOf(page).reverse();
  for (const row of rows) {
    const shown = document.getElementById(row.id);
    const known = shown && list.contains(shown);
    if (known && !shown.contains(document.activeElement)) shown.replaceWith(document.adoptNode(row));
    else if (known) shown.className = row.className;
    else waiting.set(row.id, document.adoptNode(row));
    for (const id of (row.dataset.instead ?? "").split(" ").filter((id) => id !== "")) {
      waiting.delete(id);
      const other = document.getElementById(id);
      if (other && !other.contains(document.activeElement)) other.remove();
    }
    list.dataset.after = row.dataset.row;
  }
  const count = document.querySelector("[data-waiting]");
  if (count && answer.headers.has("X-Waiting")) count.textContent = native(answer.headers.get("X-Waiting"));
  if (inUse()) offer();
  else letIn();
  tellTimes(list);
}

function letIn() {
  for (const row of waiting.values()) list.prepend(row);
  waiting.clear();
  document.querySelector("[data-none]")?.remove();
  offer();
  tellTimes(list);
}

if (list?.dataset.stream && bar) {
  let soon = 0;
  const ring = () => {
    clearTimeout(soon);
    soon = setTimeout(() => fetchRows().catch(() => tellState("lost")), 150);
  };
  // A tab that nobody sees holds no connection: a browser has six to us over HTTP/1.1, for all its tabs together.
  let stream = null;
  const listen = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
      return;
    }
    if (stream) return;
    stream = new EventSource(list.dataset.stream);
    stream.addEventListener("item", ring);
    stream.addEventListener("open", () => { tellState("live"); ring(); }); // after a gap: what was missed
    stream.addEventListener("error", () => tellState("lost"));
  };
  document.addEventListener("visibilitychange", listen);
  listen();
  bar.addEventListener("click", () => {
    letIn();
    list.querySelector("[data-row] > a")?.focus();
  });
}

// Times: relative in the text, exact in the title, both written by the server; kept true here.
const steps = [[60, "second", 1], [3600, "minute", 60], [86400, "hour", 3600], [Infinity, "day", 86400]];
const words = new Intl.RelativeTimeFormat(root.lang, { numeric: "auto", style: "narrow" });

function tellTimes(scope) {
  for (const time of scope.querySelectorAll("time[data-ago]")) {
    const age = (Date.now() - Date.parse(time.dateTime)) / 1000;
    const [, unit, size] = steps.find(([limit]) => Math.abs(age) < limit);
    time.textContent = words.format(-Math.round(age / size), unit);
  }
}

setInterval(() => tellTimes(document), 30_000);

// Whoever signs out leaves no unpublished words behind in this browser (draft.js).
document.querySelector("form[action='/desk/sign-out']")?.addEventListener("submit", () => {
  try { for (const key of Object.keys(localStorage)) if (key.startsWith("story-draft:")) localStorage.removeItem(key); } catch { /* nothing could be kept either */ }
});

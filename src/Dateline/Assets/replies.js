// What makes replying quicker for who has script. The page works without it: the form stands there anyway, a
// draft is only kept, and nothing under the reader's eyes moves unless they press a button.

const form = document.querySelector(".reply-form form");
const section = document.querySelector("#replies[data-story]");
const words = document.querySelector("[data-reply-words]")?.dataset;
const place = `draft:${location.pathname.split("/").slice(0, 3).join("/")}`;
const kept = ["name", "email", "website"];

// Browsers may forbid storage; then what was typed is kept as long as the page is.
const typed = new Map();
const store = {
  get(key) { try { return typed.get(key) ?? localStorage.getItem(key); } catch { return null; } },
  set(key, value) {
    typed.set(key, value);
    try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch { /* not allowed */ }
  },
  keys() { try { return Object.keys(localStorage); } catch { return []; } },
};

// A draft, by story and by the reply it answers. The server leads to "your-reply" once it has the words: then it goes.
const draftOf = () => `${place}:${form.elements.parent.value}`;

function fill() {
  for (const name of kept) if (!form.elements[name].value) form.elements[name].value = store.get(`writer:${name}`) ?? "";
  // The page is the same for everybody: that somebody is remembered is known here alone. Who takes the tick away then is forgotten.
  if (store.get("writer:name") !== null) {
    form.elements.remember.checked = true;
    addHidden("remembered", "yes");
  }
  if (!form.elements.text.value) form.elements.text.value = store.get(draftOf()) ?? "";
}

function addHidden(name, value) {
  const input = document.createElement("input");
  [input.type, input.name, input.value] = ["hidden", name, value];
  form.append(input);
  return input;
}

// How long somebody wrote, which the server believes by its own token alone. Fetched when they begin.
async function opened() {
  if (form.elements.opened) return;
  const token = addHidden("opened", "");
  try {
    const answer = await fetch("/reply/opened", { cache: "no-store" });
    token.value = answer.ok ? await answer.text() : "";
  } catch {
    token.value = "";
  }
}

if (form) {
  fill();
  form.addEventListener("focusin", opened);
  form.elements.text.addEventListener("input", () => store.set(draftOf(), form.elements.text.value));
  form.addEventListener("submit", () => {
    noteSent(draftOf());
    const remember = form.elements.remember.checked;
    for (const name of kept) store.set(`writer:${name}`, remember ? form.elements[name].value : "");
  });

  // The form comes to the reply that is being answered, and goes back. Each place has words of its own.
  const home = form.closest(".reply-form");
  const stead = document.createComment("the form");
  home.before(stead);
  const acts = document.createElement("div");
  acts.className = "form-acts";
  const send = form.querySelector("button[type=submit]");
  send.before(acts);
  acts.append(send);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "quiet";
  cancel.textContent = words?.cancel ?? "";
  const note = document.createElement("p");
  note.className = "letter-answer";

  const turnTo = (parent) => {
    store.set(draftOf(), form.elements.text.value);
    form.elements.parent.value = parent;
    form.elements.text.value = store.get(draftOf()) ?? "";
  };
  const answer = (link) => {
    turnTo(link.dataset.answer);
    link.closest(".letter").append(home);
    note.replaceChildren(...link.cloneNode(true).childNodes); // with the name isolated as it is there
    form.prepend(note);
    send.after(cancel);
    form.elements.text.focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-answer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    answer(link);
  });
  cancel.addEventListener("click", () => {
    const link = answerTo(form.elements.parent.value);
    turnTo("");
    note.remove();
    cancel.remove();
    stead.after(home);
    link?.focus();
  });
  tellBegun(home, answer);
}

function answerTo(parent) { return document.querySelector(`a[data-answer="${CSS.escape(parent)}"]`); }

// Answers that were begun here and not sent: named by how they begin, above the form.
function tellBegun(home, answer) {
  const begun = store.keys().filter((key) => key.startsWith(`${place}:`) && key !== `${place}:` && key !== draftOf() && store.get(key));
  if (begun.length === 0 || !words?.draft) return;
  const line = document.createElement("p");
  line.className = "letter-draft note";
  line.textContent = words.draft;
  for (const key of begun) {
    const [parent, text] = [key.slice(place.length + 1), store.get(key).trim()];
    const link = document.createElement("a");
    link.textContent = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    link.dir = "auto";
    link.href = `${place.slice("draft:".length)}/${location.pathname.split("/")[3] ?? ""}/reply?parent=${encodeURIComponent(parent)}`;
    link.addEventListener("click", (event) => {
      const here = answerTo(parent);
      if (!here) return;
      event.preventDefault();
      link.remove();
      if (!line.querySelector("a")) line.remove();
      answer(here);
    });
    line.append(" ", link);
  }
  home.before(line);
}

// Which draft was sent is known to this tab alone, until the server says that it has it.
function noteSent(value) { try { sessionStorage.setItem("sent", value); } catch { /* not allowed */ } }

if (document.querySelector("[data-reply-kept]")) {
  try {
    const sent = sessionStorage.getItem("sent");
    if (sent) store.set(sent, "");
    sessionStorage.removeItem("sent");
  } catch { /* not allowed */ }
}

document.querySelector("form[data-forget]")?.addEventListener("submit", () => {
  for (const name of kept) store.set(`writer:${name}`, "");
});

// A comment of WordPress that stands on a later page of the replies: no server hears of what follows the #, and only its number is known.
const old = /^#comment-(\d{1,18})$/.exec(location.hash)?.[1];
if (old && section && !document.getElementById(`comment-${old}`)) location.replace(`${new URL(section.dataset.newest, location).pathname}?comment=${old}`);

// "3 new replies": counted as they become public, and shown when the reader says so. Over HTTP/1.1 a browser has six
// connections to us for all its tabs together: one is held only while the discussion is near and the tab is seen.
if (section && words && "EventSource" in window) {
  const fresh = new Set();
  const feedSize = 50;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const button = document.createElement("a");
  button.className = "new-replies button";
  button.href = section.dataset.newest;
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.className = "new-replies-line"; // fixed to the window: it pushes nothing down
  section.querySelector("h2").after(line);

  const tell = () => {
    if (!fresh.size) return void button.remove();
    const forms = JSON.parse(words.fresh);
    const digits = String(fresh.size).replace(/\d/g, (digit) => words.digits?.[digit] ?? digit);
    button.textContent = (forms[plural.select(fresh.size)] ?? forms.other).replace("{0}", digits);
    if (!button.isConnected) line.append(button);
  };
  const count = (id) => {
    if (fresh.has(id) || document.getElementById(`reply-${id}`)) return;
    fresh.add(id);
    tell();
  };

  // What became public since the page was made, or was taken away again, and nobody told it.
  const catchUp = async () => {
    const counted = [...fresh];
    try {
      const answer = await fetch(`${new URL(section.dataset.newest, location).pathname}.atom`, { cache: "no-cache" });
      if (!answer.ok) return;
      const feed = new DOMParser().parseFromString(await answer.text(), "text/xml");
      const there = new Map([...feed.querySelectorAll("entry")].map((entry) => [entry.querySelector("id").textContent.replace(/urn:uuid:|-/g, ""), Date.parse(entry.querySelector("published")?.textContent)]));
      const since = Date.parse(section.dataset.since);
      for (const [id, at] of there) if (at > since) count(id);
      // The feed has the newest alone: what isn't in it is gone when it reaches back to when the page was made.
      if (there.size < feedSize || [...there.values()].some((at) => at <= since)) for (const id of counted) if (!there.has(id)) fresh.delete(id);
      tell();
    } catch { /* out of reach: the stream comes back by itself, and asks again */ }
  };

  let [near, stream] = [false, null];
  const listen = () => {
    const wanted = near && !document.hidden;
    if (wanted === (stream !== null)) return;
    if (!wanted) {
      stream.close();
      stream = null;
      return;
    }
    stream = new EventSource(`/reply/stream/${encodeURIComponent(section.dataset.story)}`);
    stream.addEventListener("reply", (event) => count(event.data));
    stream.addEventListener("gone", (event) => fresh.delete(event.data) && tell()); // who presses finds as many as were told
    stream.addEventListener("open", catchUp);
  };
  new IntersectionObserver((seen) => {
    near = seen.at(-1).isIntersecting;
    listen();
  }, { rootMargin: "50% 0px" }).observe(section);
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    stream?.close();
    stream = null;
  });
  addEventListener("pageshow", listen);
}

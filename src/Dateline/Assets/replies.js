// What makes replying quicker for who has script. The page works without it: the form stands there anyway, a
// draft is only kept, and nothing under the reader's eyes moves unless they press a button.

const form = document.querySelector(".reply-form form");
const section = document.querySelector("#replies[data-story]");
const words = document.querySelector("[data-reply-words]")?.dataset;
const place = `draft:${location.pathname.split("/").slice(0, 3).join("/")}`;
const kept = ["name", "email", "website"];

// Browsers may forbid storage; then nothing is kept, as without script.
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch { /* not allowed */ } },
};

// A draft, by story and by the reply it answers. The server leads to "your-reply" once it has the words: then it goes.
const draftOf = () => `${place}:${form.elements.parent.value}`;

function fill() {
  for (const name of kept) if (!form.elements[name].value) form.elements[name].value = store.get(`writer:${name}`) ?? "";
  form.elements.remember.checked ||= store.get("writer:name") !== null;
  if (!form.elements.text.value) form.elements.text.value = store.get(draftOf()) ?? "";
}

// How long somebody wrote, which the server believes by its own token alone. Fetched when they begin.
async function opened() {
  if (form.elements.opened) return;
  const token = document.createElement("input");
  token.type = "hidden";
  token.name = "opened";
  form.append(token);
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

  // The form comes to the reply that is being answered, and goes back. One form: its words go with it.
  const home = form.closest(".reply-form");
  const stead = document.createComment("the form");
  home.before(stead);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "quiet";
  cancel.textContent = words?.cancel ?? "";
  const note = document.createElement("p");
  note.className = "letter-answer";

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-answer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    form.elements.parent.value = link.dataset.answer;
    link.closest(".letter").append(home);
    note.textContent = link.textContent;
    note.dir = "auto";
    form.prepend(note);
    form.querySelector("button[type=submit]").after(cancel);
    form.elements.text.value = store.get(draftOf()) ?? form.elements.text.value;
    form.elements.text.focus();
  });
  cancel.addEventListener("click", () => {
    const link = document.querySelector(`a[data-answer="${CSS.escape(form.elements.parent.value)}"]`);
    form.elements.parent.value = "";
    note.remove();
    cancel.remove();
    stead.after(home);
    link?.focus();
  });
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

// "3 new replies": counted as they become public, and shown when the reader says so.
if (section && words && "EventSource" in window) {
  const fresh = new Set();
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const button = document.createElement("a");
  button.className = "new-replies button";
  button.href = section.dataset.newest;
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.className = "new-replies-line"; // fixed to the window: it pushes nothing down
  section.querySelector("h2").after(line);
  const stream = new EventSource(`/reply/stream/${encodeURIComponent(section.dataset.story)}`);
  stream.addEventListener("reply", (event) => {
    if (document.getElementById(`reply-${event.data}`)) return;
    fresh.add(event.data);
    const forms = JSON.parse(words.fresh);
    const digits = new Intl.NumberFormat(document.documentElement.lang).format(fresh.size);
    button.textContent = (forms[plural.select(fresh.size)] ?? forms.other).replace("{0}", digits);
    if (!button.isConnected) line.append(button);
  });
  addEventListener("pagehide", () => stream.close());
}

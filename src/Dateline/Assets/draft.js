// What an editor types is kept in this browser until it is saved, and offered back when they come again: after a crash, an
// expired session, a closed lid. The page works without it, and nothing is put into the form that nobody asked for.

const form = document.querySelector("form#story[data-draft]");
const term = 7 * 24 * 3600 * 1000; // ms
const ours = "story-draft:"; // desk.js forgets them all when somebody signs out

// Browsers may forbid storage: then there is none.
const store = {
  get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } },
  forget(key) { try { localStorage.removeItem(key); } catch { /* not allowed */ } },
  keys() { try { return Object.keys(localStorage).filter((key) => key.startsWith(ours)); } catch { return []; } },
};

const told = ["version", "base", "clock"]; // what the form was made from, and nobody types
const typed = () => [...new FormData(form)].filter(([name]) => !told.includes(name));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function putBack(draft) {
  for (const name of told) form.elements[name].value = draft[name]; // written on an older version it meets the newer one when it's saved
  for (const field of form.elements) {
    if (!field.name || told.includes(field.name) || field.matches("button, [readonly]")) continue;
    const values = draft.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length > 0) field.value = values[0];
  }
  form.elements.headline.focus();
}

if (form) {
  for (const key of store.keys()) if (!(store.get(key)?.at > Date.now() - term)) store.forget(key);

  const place = ours + form.dataset.draft;
  const before = `${place}:before`;
  const saved = "saved" in form.dataset; // else it came back with what was typed, and isn't saved yet
  let stands = saved ? typed() : null;
  const word = document.querySelector("[data-kept]");

  // What was left here stands apart until somebody says what becomes of it: new words don't write over it.
  if (form.dataset.saved === "now") { // what was kept is in, perhaps together with another's
    store.forget(place);
    history.replaceState(null, "", location.pathname);
  }
  const left = store.get(place);
  if (left && saved) {
    store.forget(place);
    if (!same(left.fields, stands)) store.set(before, left);
  }
  const kept = saved ? store.get(before) : null;
  if (kept && same(kept.fields, stands)) store.forget(before);
  else if (kept) offer(kept);

  function keep() {
    const fields = typed();
    if (stands && same(fields, stands)) {
      store.forget(place);
      word.textContent = "";
      return;
    }
    const draft = { at: Date.now(), fields };
    for (const name of told) draft[name] = form.elements[name].value;
    word.textContent = store.set(place, draft) ? word.dataset.kept : "";
  }

  function offer(draft) {
    const bar = document.createElement("div");
    bar.className = "flash";
    bar.setAttribute("role", "status");
    const text = document.createElement("p");
    const words = draft.version === form.elements.version.value ? form.dataset.left : form.dataset.leftOlder;
    const at = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    text.textContent = words.replace("{0}", at.format(draft.at)).replace("{1}", String(draft.version).replace(/\d/g, (digit) => form.dataset.digits?.[digit] ?? digit));
    bar.append(text);
    for (const [label, act] of [[form.dataset.putBack, () => { putBack(draft); keep(); }], [form.dataset.forget, () => {}]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = label;
      button.addEventListener("click", () => {
        act();
        store.forget(before);
        bar.remove();
      });
      bar.append(button);
    }
    document.querySelector(".editing").before(bar);
  }

  let soon = 0;
  document.addEventListener("input", (event) => {
    if (event.target.form !== form) return;
    clearTimeout(soon);
    soon = setTimeout(keep, 300);
  });
  addEventListener("pagehide", () => {
    if (!soon) return;
    clearTimeout(soon);
    keep();
  });
}

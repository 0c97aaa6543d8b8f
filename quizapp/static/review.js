// Going through a draft: keys for its buttons, the proof scrolled into view, one press one answer.
const edit = document.querySelector("#edit");
const keys = document.querySelector("#keys button");
const ARROWS = { ArrowRight: "j", ArrowLeft: "k" };
const SLOW = 400; // ms after which a pressed button says that it works
let pressed = null, words, slow, isLeaving = false;

const areOff = () => localStorage.reviewKeys === "off";

function showKeys() {
  keys.textContent = areOff() ? "Turn keys on" : "Turn keys off";
  document.body.classList.toggle("keys-off", areOff());
}

// In the article's own box only: the page stays where it is.
function lightUp() {
  const box = document.querySelector(".source"), mark = box?.querySelector("#evidence");
  if (!mark) return;
  const [outer, inner] = [box.getBoundingClientRect(), mark.getBoundingClientRect()];
  box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
}

function isTyping({ target }) {
  return target.isContentEditable || target.closest("input, select, textarea");
}

function release() {
  clearTimeout(slow);
  if (pressed) pressed.replaceChildren(...words);
  pressed = null;
  isLeaving = false;
}

function say(button, sentence) {
  const said = document.querySelector("#said") ?? document.createElement("span");
  Object.assign(said, { id: "said", role: "alert", textContent: sentence });
  button.after(" ", said);
}

for (const each of document.querySelectorAll(".needs-script")) each.classList.remove("needs-script");
if (keys) showKeys();
lightUp();

keys?.addEventListener("click", () => {
  localStorage.reviewKeys = areOff() ? "on" : "off";
  showKeys();
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && edit) {
    event.preventDefault();
    edit.requestSubmit(edit.querySelector("[value=save]"));
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || areOff() || isTyping(event)) return;
  const key = ARROWS[event.key] ?? event.key.toLowerCase();
  const control = /^[a-z]$/.test(key) && document.querySelector(`[data-key=${key}]`);
  if (!control) return;
  event.preventDefault();
  control.click();
});

// A second press sends nothing, and a lost connection keeps the page.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (pressed || !navigator.onLine) {
    event.preventDefault();
    if (!pressed && button) say(button, "No connection. Nothing is lost; try again");
    return;
  }
  if (!button?.dataset.busy && !button?.dataset.key) return;
  [pressed, words, isLeaving] = [button, [...button.childNodes], true];
  slow = setTimeout(() => { button.textContent = button.dataset.busy ?? "Saving…"; }, SLOW);
});
addEventListener("beforeunload", (event) => {
  if (edit && !isLeaving && edit.elements.text.value !== edit.elements.text.defaultValue) event.preventDefault();
});
addEventListener("pageshow", release);

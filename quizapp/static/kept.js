// What somebody typed about a question and didn't save: this tab keeps it until it is saved.
const edit = document.querySelector("#edit");
const SENT = "review:sent"; // names what was sent last

function keep({ text, seen, key }) {
  const name = `review:${location.pathname}:${key.value}`;
  const file = { text: text.defaultValue, seen: seen.value };
  const note = document.querySelector("#kept");
  const kept = JSON.parse(sessionStorage.getItem(name));
  // What was seen goes with its text: what was changed meanwhile is never written over unseen.
  const show = (found) => { [text.value, seen.value] = [found.text, found.seen]; };
  const store = () => sessionStorage.setItem(name, JSON.stringify({ text: text.value, seen: seen.value }));

  sessionStorage.removeItem(SENT); // whatever was sent, it led back here
  if (document.querySelector(".error-summary")) store();
  else if (kept && kept.text !== file.text) {
    show(kept);
    note.hidden = false;
  }
  note.querySelector("button").addEventListener("click", () => {
    show(file);
    sessionStorage.removeItem(name);
    note.hidden = true;
    text.focus();
  });
  text.addEventListener("input", store);
  edit.addEventListener("submit", () => sessionStorage.setItem(SENT, name));
}

if (edit) keep(edit.elements);
else if (sessionStorage.getItem(SENT)) { // the review comes up only once it is saved
  sessionStorage.removeItem(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
}

// A pressed button waits until the answers are saved; if they can't be, that is said beside it.
const bar = document.querySelector(".bar"), { find, listen, flush, dataset } = bar;
const end = find("#end"), said = document.createElement("span");
said.role = "alert";
let pressed, words, isSaved;

async function press(form, button) {
  [pressed, words] = [button, button.textContent];
  said.remove();
  bar.isEnding = form === end;
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  isSaved = await flush();
  clearTimeout(slow);
  if (isSaved) return form.requestSubmit(button);
  release();
  said.textContent = dataset[bar.isEnding ? "unsubmitted" : "offline"];
  button.after(" ", said);
}

function release() {
  if (pressed) pressed.textContent = words;
  pressed = isSaved = null;
}

addEventListener("pageshow", release);
listen("submit", (event) => {
  if (isSaved) return (isSaved = false);
  event.preventDefault();
  if (!pressed) press(event.target, event.submitter ?? event.target.querySelector("button"));
});
// Nothing in a form is newer than what is saved.
listen("formdata", ({ formData }) => formData.delete("seen"));
listen("saved", () => bar.isEnding && !pressed && end.requestSubmit());

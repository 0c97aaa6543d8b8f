// A pressed button waits until the answers are saved; if they can't be, that is said beside it.
const bar = document.querySelector(".bar");
const end = document.querySelector("#end");
const seen = document.getElementsByName("seen");
const said = document.createElement("span");
said.role = "alert";
let busy, words, isPassing = false;

async function press(form, button) {
  [busy, words] = [button, button.textContent];
  said.remove();
  bar.isEnding = form === end;
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  const isSaved = await bar.flush();
  clearTimeout(slow);
  if (isSaved) return pass(form, button);
  release();
  said.textContent = bar.dataset[bar.isEnding ? "unsubmitted" : "offline"];
  button.after(" ", said);
}

function pass(form, button) {
  for (const field of seen) field.disabled = true; // nothing in the form is newer than what is saved
  isPassing = true;
  form.requestSubmit(button);
  isPassing = false;
}

function release() {
  if (busy) busy.textContent = words;
  busy = null;
  for (const field of seen) field.disabled = false;
}

addEventListener("pageshow", release);
document.addEventListener("submit", (event) => {
  if (isPassing) return;
  event.preventDefault();
  if (!busy) press(event.target, event.submitter ?? event.target.querySelector("button"));
});
document.addEventListener("saved", () => bar.isEnding && !busy && end.requestSubmit());
document.addEventListener("time-up", () => end.requestSubmit());

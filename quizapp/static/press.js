// A pressed button waits until the answers are saved; if they can't be, that is said beside it.
const end = find("#end button"), said = find("#said");
let pressed;

async function press(button) {
  const label = button.textContent;
  pressed = button;
  said.textContent = "";
  bar.isEnding = button === end;
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  const isSaved = await flush();
  clearTimeout(slow);
  button.textContent = label;
  if (isSaved) return button.form.submit();
  pressed = null;
  said.textContent = words[bar.isEnding ? "unsubmitted" : "offline"];
  button.after(said);
}

addEventListener("pageshow", () => { pressed = null; });
addEventListener("submit", (event) => {
  event.preventDefault();
  if (!pressed) press(event.submitter);
});
addEventListener("formdata", ({ formData }) => {
  formData.delete("seen"); // nothing in a form is newer than what is saved
  formData.set("csrf_token", words.token);
  if (pressed?.name) formData.append(pressed.name, pressed.value);
});
addEventListener("saved", () => bar.isEnding && !pressed && end.click());

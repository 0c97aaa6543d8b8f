// Marking from the keyboard: Ctrl and Enter saves from anywhere, and who has just saved goes on in
// the first field. Not on narrow screens: there the answer stands above the form and must be seen.
const form = document.querySelector("main form");
const first = form?.querySelector("input[inputmode]");

document.addEventListener("keydown", (event) => {
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button"));
  }
});

form?.querySelector(".needs-script")?.classList.remove("needs-script");
const hasSaved = document.querySelector(".notice.good + h1"); // what the page before left to say
if (first && hasSaved && matchMedia("(width>=60rem)").matches) first.focus({ preventScroll: true });

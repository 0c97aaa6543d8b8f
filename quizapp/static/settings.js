// A form that isn't left while there is no connection, so that what was typed stays.
const form = document.querySelector("#settings");
const button = form.querySelector(".button");
const words = button.textContent;
const said = document.createElement("span");
said.role = "alert";

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  said.remove();
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  try {
    await fetch("/healthz", { cache: "no-store" });
    form.submit();
  } catch {
    button.textContent = words;
    said.textContent = "No connection. Nothing is lost; try again";
    button.after(" ", said);
  }
  clearTimeout(slow);
});
addEventListener("pageshow", () => { button.textContent = words; });

// Buttons that copy what their data-copy holds, where the browser lets a page do that.
const WORDS_BACK = 4000;

async function copy(button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Your browser forbids it";
  }
  setTimeout(() => (button.textContent = words), WORDS_BACK);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.classList.remove("needs-script");
    button.addEventListener("click", () => copy(button));
  }
}

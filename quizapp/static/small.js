// Small helps on every page: clear a choice, show a password, copy; and old drafts are dropped.
const WEEK = 7 * 24 * 3600 * 1000;

const acts = {
  clear(button) {
    const [first, ...others] = button.closest(".question").querySelectorAll("[type=radio]");
    for (const each of [first, ...others]) each.checked = false;
    first.dispatchEvent(new Event("input", { bubbles: true }));
  },
  show(button) {
    const field = document.getElementById(button.dataset.show);
    const isHidden = field.type === "password";
    field.type = isHidden ? "text" : "password";
    button.textContent = isHidden ? "Hide" : "Show";
  },
  async copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  },
};

document.addEventListener("click", ({ target }) => {
  for (const [name, act] of Object.entries(acts)) if (name in target.dataset) act(target);
});
for (const each of document.querySelectorAll("[data-clear], [data-show], [data-copy]")) {
  each.classList.remove("needs-script");
}

for (const key of Object.keys(localStorage)) {
  if (!key.startsWith("draft:")) continue;
  const [entry] = Object.values(JSON.parse(localStorage[key])).slice(-1);
  if (!(entry?.[3] > Date.now() - WEEK)) delete localStorage[key];
}

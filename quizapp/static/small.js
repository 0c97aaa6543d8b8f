// Small helps while answering: clear a choice; and drafts of long ago are dropped.
const WEEK = 7 * 24 * 3600 * 1000;

function clear(button) {
  const choices = button.closest(".question").querySelectorAll("[type=radio]");
  for (const each of choices) each.checked = false;
  choices[0].dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("click", ({ target }) => {
  if ("clear" in target.dataset) clear(target);
});
for (const each of document.querySelectorAll("[data-clear]")) each.classList.remove("needs-script");

for (const key of Object.keys(localStorage)) {
  if (!key.startsWith("draft:")) continue;
  const [entry] = Object.values(JSON.parse(localStorage[key])).slice(-1);
  if (!(entry?.[3] > Date.now() - WEEK)) delete localStorage[key];
}

// One question at a time in one form, so that a lost network never blocks Next.
const form = find("#answers"), at = Number(form.dataset.at);
for (const waiting of form.querySelectorAll("template")) waiting.replaceWith(waiting.content);
const questions = [...form.querySelectorAll(".question")];

function lead(button, number) {
  button.value = number;
  button.hidden = !questions[number - 1];
}

function show(number) {
  for (const each of questions) each.hidden = each !== questions[number - 1];
  find(".map [aria-current]").ariaCurrent = null;
  find(`.map [value="${number}"]`).ariaCurrent = true;
  document.title = document.title.replace(/\d+/, number);
  find("#number").textContent = number;
  lead(find("#previous"), number - 1);
  lead(find("#next"), number + 1);
}

function go(number) {
  const here = questions[number - 1], part = here.parentElement, isNew = !part.offsetHeight;
  show(number);
  here.querySelector(".stem").focus({ preventScroll: true });
  (isNew ? part : here).scrollIntoView();
}

show(at);
history.replaceState(at, "");
find("#enter").disabled = true; // Enter in a field leads nowhere
addEventListener("popstate", ({ state }) => state && go(state));
addEventListener("click", (event) => {
  const number = Number(event.target.closest("[name=go]")?.value);
  if (!number) return;
  event.preventDefault();
  history.pushState(number, "", `?q=${number}`);
  go(number);
});

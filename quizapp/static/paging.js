// One question at a time in one form, so that a lost network never blocks Next.
const find = (selector) => document.querySelector(selector);
const form = find("#answers");
for (const waiting of form.querySelectorAll("template")) waiting.replaceWith(waiting.content);
const questions = [...form.querySelectorAll(".question")];

function show(number) {
  const here = questions[number - 1], part = here.parentElement, isNew = part.hidden;
  for (const each of questions) {
    each.hidden = each !== here;
    each.parentElement.hidden = each.parentElement !== part;
  }
  find(".map [aria-current]").ariaCurrent = null;
  find(`.map [value="${number}"]`).ariaCurrent = true;
  document.title = document.title.replace(/\d+/, number);
  find("#number").textContent = find("#enter").value = number;
  for (const [id, to] of [["#next", number + 1], ["#previous", number - 1]]) {
    find(id).value = to;
    find(id).hidden = !questions[to - 1];
  }
  find("#check").classList.toggle("quiet", questions[number]);
  return isNew ? part : here;
}

function go(number) {
  const top = show(number), stem = find(`#question-${number} .stem`);
  stem.tabIndex = -1;
  stem.focus({ preventScroll: true });
  top.scrollIntoView();
}

show(Number(form.dataset.at));
addEventListener("popstate", () => go(Number(new URLSearchParams(location.search).get("q")) || 1));
document.addEventListener("click", (event) => {
  const number = Number(event.target.closest("[name=go]")?.value);
  if (!number) return;
  event.preventDefault();
  if (event.target.id === "enter") return;
  history.pushState(null, "", `?q=${number}`);
  go(number);
});

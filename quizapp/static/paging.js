// One question at a time in one form, so that a lost network never blocks Next; and the map of all.
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const form = find("#answers");

for (const waiting of all("template", form)) waiting.replaceWith(waiting.content);
const questions = all(".question", form);
const entries = all(".map > li > *");

function show(number) {
  const here = questions[number - 1];
  const isNewPart = here.parentElement.hidden;
  for (const each of questions) {
    each.hidden = each !== here;
    each.parentElement.hidden = each.parentElement !== here.parentElement;
  }
  entries.forEach((entry, at) => (entry.ariaCurrent = at === number - 1 || null));
  document.title = document.title.replace(/\d+/, number);
  find("#number").textContent = find("#enter").value = number;
  offer("#next", number + 1);
  offer("#previous", number - 1);
  find("#check").classList.toggle("quiet", number < questions.length);
  return isNewPart ? here.parentElement : here;
}

function offer(id, number) {
  find(id).value = number;
  find(id).hidden = !questions[number - 1];
}

function go(number) {
  const top = show(number);
  const stem = find(".stem", questions[number - 1]);
  stem.tabIndex = -1;
  stem.focus({ preventScroll: true });
  top.scrollIntoView();
}

const isFilled = (field) =>
  /^(radio|checkbox)$/.test(field.type) ? field.checked && field.value : field.value.trim();

function drawMap() {
  let count = 0;
  entries.forEach((entry, at) => {
    const fields = all("[name]:not([type=hidden], [name$='-revisit'])", questions[at]);
    const isAnswered = fields.some(isFilled);
    const isToRevisit = find("[name$='-revisit']", questions[at]).checked;
    const [flag, words] = entry.children;
    count += isAnswered;
    entry.classList.toggle("done", isAnswered);
    flag.hidden = !isToRevisit;
    words.textContent = `, ${isAnswered ? "" : "not "}answered${isToRevisit ? ", to revisit" : ""}`;
  });
  find("#answered").textContent = `(${count} of ${entries.length} answered)`;
}

if (entries.length) {
  const whole = { childList: true, characterData: true, subtree: true };
  new MutationObserver(drawMap).observe(find(".saved"), whole);
}

if (form.dataset.at) {
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
}

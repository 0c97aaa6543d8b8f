// The form of answers: what is given goes to autosave.js, what that kept comes back, the map follows.
const { add, waiting } = document.querySelector(".bar");
const form = document.querySelector("#answers");
const questions = [...form.querySelectorAll(".question")];
const entries = document.querySelectorAll(".map > li > *");
const slotOf = (question) => question.querySelector("[name=seen]").value;
const fieldsOf = (question) => [...question.querySelectorAll("[name]:not([name=seen])")];
const isRevisit = (field) => field.name.endsWith("revisit");

function read(question) { // [values, whether to revisit]
  const fields = fieldsOf(question), values = new FormData(form).getAll(fields[0].name);
  return [values, fields.some((field) => isRevisit(field) && field.checked)];
}

function fill(question, [values, isToRevisit]) {
  fieldsOf(question).forEach((field, at) => {
    if (isRevisit(field)) field.checked = isToRevisit;
    else if (/radio|checkbox/.test(field.type)) field.checked = values.includes(field.value);
    else field.value = values[at] ?? "";
  });
}

const give = (question, pause) => add(slotOf(question), read(question), pause);
const isFresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";

// Answers may be older than this script: given while the page came, or put back by the browser.
function restore() {
  const before = questions.map(read);
  form.reset();
  questions.forEach((question, at) => {
    const kept = waiting()[slotOf(question)];
    if (kept) fill(question, kept);
    else if (isFresh && `${before[at]}` !== `${read(question)}`) {
      fill(question, before[at]);
      give(question, 0);
    }
  });
}

function draw() {
  const answers = questions.map(read).map(([values, revisit]) => [values.some((each) => each.trim()), revisit]);
  entries.forEach((entry, at) => {
    const [isAnswered, revisit] = answers[at], [flag, words] = entry.children;
    entry.classList.toggle("done", isAnswered);
    flag.hidden = !revisit;
    words.textContent = `, ${isAnswered ? "" : "not "}answered${revisit ? ", to revisit" : ""}`;
  });
  const count = answers.filter(([isAnswered]) => isAnswered).length;
  document.querySelector("#answered").textContent = `(${count} of ${entries.length} answered)`;
}

if (isFresh) restore();
else addEventListener("pageshow", ({ persisted }) => persisted || restore());
if (entries[0]) document.addEventListener("saved", draw);

form.addEventListener("input", ({ target }) => {
  give(target.closest(".question"), /radio|checkbox|select/.test(target.type) ? 0 : 1200);
});
form.addEventListener("click", ({ target }) => {
  if (!("clear" in target.dataset)) return;
  const question = target.closest(".question");
  fill(question, [[], read(question)[1]]);
  give(question, 0);
});
for (const button of form.querySelectorAll("[data-clear]")) button.classList.remove("needs-script");

// The form of answers: what is given is saved, what was kept comes back, the map follows.
const { find, listen, add, waiting } = document.querySelector(".bar");
const form = find("#answers");
const questions = [...form.querySelectorAll(".question")];
const entries = document.querySelectorAll(".map > li > *");
const isFresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
const fieldsOf = (question) => [...question.querySelectorAll("[name]:not([name=seen])")];
const isChoice = ({ type }) => /radio|checkbox/.test(type);

function read(question) {
  const [{ name }] = fieldsOf(question), given = new FormData(form);
  const revisit = given.has(`${name}-revisit`);
  return { slot: Number(question.id.slice(9)), values: given.getAll(name), revisit };
}

function fill(question, { values, revisit }) {
  fieldsOf(question).forEach((field, at) => {
    if (field.name.endsWith("revisit")) field.checked = revisit;
    else if (isChoice(field)) field.checked = values.includes(field.value);
    else field.value = values[at] ?? "";
  });
}

// Answers may be given while this script came, or put back by the browser.
function restore() {
  const before = questions.map(read);
  form.reset();
  questions.forEach((question, at) => {
    const given = before[at], kept = waiting()[given.slot];
    if (kept) fill(question, kept);
    else if (isFresh && JSON.stringify(given) !== JSON.stringify(read(question))) {
      fill(question, given);
      add(given, 0);
    }
  });
}

function draw() {
  let count = 0;
  questions.map(read).forEach(({ values, revisit }, at) => {
    const isAnswered = values.some((each) => each.trim()), [words, flag] = entries[at].children;
    count += isAnswered;
    entries[at].classList.toggle("done", isAnswered);
    words.textContent = isAnswered ? ", answered" : ", not answered";
    flag.hidden = !revisit;
  });
  find("#answered").textContent = `(${count} of ${questions.length} answered)`;
}

if (isFresh) restore();
else addEventListener("pageshow", ({ persisted }) => persisted || restore());
if (entries[0]) listen("saved", draw);

listen("input", ({ target }) => {
  add(read(target.closest(".question")), isChoice(target) || target.options ? 0 : 1200);
});
listen("click", ({ target }) => {
  if (!("clear" in target.dataset)) return;
  const question = target.closest(".question"), answer = { ...read(question), values: [] };
  fill(question, answer);
  add(answer, 0);
});

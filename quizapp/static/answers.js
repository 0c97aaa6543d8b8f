// The form of answers: what is given is saved, what was kept comes back, the map follows.
const form = find("#answers");
const questions = [...form.querySelectorAll(".question")];
const map = find(".map");
const isFresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
const fieldsOf = (question) => question.querySelectorAll("[name^=q]");

function read(question) {
  const [{ name }] = fieldsOf(question), given = new FormData(form);
  const revisit = given.has(`${name}-revisit`);
  return { slot: Number(question.id.slice(9)), values: given.getAll(name), revisit };
}

function fill(question, { values, revisit }) {
  fieldsOf(question).forEach((field, at) => {
    if (!/radio|checkbox/.test(field.type)) field.value = values[at] ?? "";
    else field.checked = field.name.endsWith("revisit") ? revisit : values.includes(field.value);
  });
}

// Answers may be given while this script came, or put back by the browser.
function restore() {
  if (!isFresh) form.reset();
  const before = questions.map(read);
  form.reset();
  questions.forEach((question, at) => {
    const given = waiting()[before[at].slot] ?? before[at];
    if (JSON.stringify(given) === JSON.stringify(read(question))) return;
    fill(question, given);
    add(given, 0);
  });
}

function draw() {
  questions.forEach((question, at) => {
    const { values, revisit } = read(question), { classList } = map.children[at];
    classList.toggle("done", values.some((each) => each.trim()));
    classList.toggle("flagged", revisit);
  });
  find("#answered").textContent = document.querySelectorAll(".map .done").length;
}

if (isFresh) restore();
else addEventListener("pageshow", ({ persisted }) => persisted || restore());
if (map) addEventListener("saved", draw);

form.addEventListener("input", ({ target }) => {
  add(read(target.closest(".question")), /text/.test(target.type) ? 1200 : 0);
});

// Move up and Move down beside the items of an ordering question; the selects keep the positions.
const select = (row) => row.querySelector("select");
const position = (row) => Number(select(row).value) || Infinity;

function move(list, button) {
  const row = button.closest("li");
  const order = [...list.children].sort((one, other) => position(one) - position(other) || 0);
  const at = order.indexOf(row);
  const to = Math.min(Math.max(at + Number(button.dataset.move), 0), order.length - 1);
  order.splice(to, 0, ...order.splice(at, 1));
  order.forEach((each, index) => (select(each).value = index + 1));
  list.append(...order);
  button.focus();
  select(row).dispatchEvent(new Event("input", { bubbles: true }));
  const text = row.querySelector("label").textContent;
  list.parentElement.querySelector("[role=status]").textContent = `${text}: ${to + 1} of ${order.length}`;
}

for (const list of document.querySelectorAll(".pairs.order")) {
  const rows = [...list.children]; // the order in which the form sends the positions
  const { form, name } = select(rows[0]);
  form.addEventListener("formdata", ({ formData }) => {
    formData.delete(name);
    for (const row of rows) formData.append(name, select(row).value);
  });
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-move]");
    if (button) move(list, button);
  });
  for (const button of list.querySelectorAll("button")) button.classList.remove("needs-script");
}

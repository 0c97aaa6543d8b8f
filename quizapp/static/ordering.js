// Move up and Move down in an ordering question; the selects keep the positions.
const place = ({ value }) => value || 1000; // what has no position comes last

for (const list of document.querySelectorAll(".order")) {
  const selects = [...list.querySelectorAll("select")]; // in the order in which the form sends them
  const [{ form, name }] = selects;
  form.addEventListener("formdata", ({ formData }) => {
    formData.delete(name);
    for (const { value } of selects) formData.append(name, value);
  });
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-move]"), select = button?.closest("li").firstElementChild;
    if (!button) return;
    const order = [...selects].sort((one, other) => place(one) - place(other));
    const at = order.indexOf(select), to = Math.max(at + Number(button.dataset.move), 0);
    order.splice(to, 0, ...order.splice(at, 1));
    order.forEach((each, index) => { each.value = index + 1; });
    list.append(...order.map((each) => each.closest("li")));
    button.focus();
    select.dispatchEvent(new Event("input", { bubbles: true }));
    list.nextElementSibling.textContent = `${select.labels[0].textContent}: ${select.value} of ${order.length}`;
  });
}

// The time left, counted from what the server last said on a clock that nobody can set.
const { find, listen } = document.querySelector(".bar");
const timer = find("[role=timer]"), hide = find(".time button");
const now = () => performance.now() / 1000;
let end = now() + Number(find(".time").dataset.left), last;

function tick() {
  const left = Math.max(Math.ceil(end - now()), 0), minutes = Math.ceil(left / 60);
  const seconds = String(left % 60).padStart(2, "0");
  timer.textContent = `${left > 300 ? `${minutes} min` : `${Math.floor(left / 60)}:${seconds}`} left`;
  if ([600, 300, 60].some((mark) => left <= mark && last > mark)) {
    find("#time").textContent = `${minutes} minute${minutes > 1 ? "s" : ""} left`;
  }
  if (!left && last !== 0) find("#end").requestSubmit();
  last = left;
}

hide.addEventListener("click", () => {
  timer.hidden = !timer.hidden;
  hide.textContent = `${timer.hidden ? "Show" : "Hide"} time`;
});
listen("saved", ({ detail }) => {
  if (detail.seconds_left !== null) end = now() + detail.seconds_left;
});
tick();
setInterval(tick, 1000);

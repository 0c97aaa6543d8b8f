// The time left, counted from what the server last said on a clock that nobody can set.
const time = document.querySelector(".time");
const timer = time.querySelector("[role=timer]");
const hide = time.querySelector("button");
const now = () => performance.now() / 1000;
let end = now() + Number(time.dataset.left), last = Infinity;

function tick() {
  const left = Math.max(Math.ceil(end - now()), 0), minutes = Math.ceil(left / 60);
  const rest = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  const words = `${left > 300 ? `${minutes} min` : rest} left`;
  if (timer.textContent !== words) timer.textContent = words;
  if (last < Infinity && [600, 300, 60].some((mark) => left <= mark && last > mark)) {
    document.querySelector("#time").textContent = `${minutes} minute${minutes > 1 ? "s" : ""} left`;
  }
  if (!left && last) document.dispatchEvent(new Event("time-up"));
  last = left;
}

hide.addEventListener("click", () => {
  timer.hidden = !timer.hidden;
  hide.textContent = timer.hidden ? "Show time" : "Hide time";
});
document.addEventListener("saved", ({ detail }) => {
  if (detail.seconds_left !== null) end = now() + detail.seconds_left;
});
hide.classList.remove("needs-script");
tick();
setInterval(tick, 1000);

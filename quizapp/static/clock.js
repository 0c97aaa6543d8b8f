// The time left, counted from what the server last said on a clock that nobody can set.
const time = document.querySelector(".time");
const timer = time.querySelector("[role=timer]");
const hide = time.querySelector("button");
const MARKS = [600, 300, 60];
let end = performance.now() / 1000 + Number(time.dataset.left);
let shown = Infinity;

const pad = (seconds) => String(seconds).padStart(2, "0");
const minutes = (count) => `${count} minute${count === 1 ? "" : "s"} left`;

function tick() {
  const left = Math.max(Math.ceil(end - performance.now() / 1000), 0);
  const rest = `${Math.floor(left / 60)}:${pad(left % 60)} left`;
  const words = left > 300 ? `${Math.ceil(left / 60)} min left` : rest;
  if (timer.textContent !== words) timer.textContent = words;
  const mark = MARKS.find((each) => left <= each && shown > each);
  if (mark && shown < Infinity) document.querySelector("#time").textContent = minutes(mark / 60);
  if (!left && shown) document.dispatchEvent(new Event("time-up"));
  shown = left;
}

hide.addEventListener("click", () => {
  timer.hidden = !timer.hidden;
  hide.textContent = timer.hidden ? "Show time" : "Hide time";
});
document.addEventListener("left", ({ detail }) => {
  if (detail !== null) end = performance.now() / 1000 + detail;
});
hide.classList.remove("needs-script");
tick();
setInterval(tick, 1000);

// The time left, counted from what the server last said on a clock that nobody can set.
const timer = find("[role=timer]");
const now = () => performance.now() / 1000;
let end = now() + Number(timer.dataset.left), last;

function tick() {
  const left = Math.max(Math.ceil(end - now()), 0), minutes = Math.ceil(left / 60);
  const exact = new Date(left * 1000).toISOString().slice(15, 19); // 4:59
  timer.textContent = `${minutes > 5 ? minutes + " min" : exact} left`;
  if ([10, 5, 1].some((mark) => minutes <= mark && last > mark)) {
    find("#time").textContent = `Minutes left: ${minutes}`;
  }
  if (!left && last !== 0) find("#end button").click();
  last = minutes;
}

addEventListener("saved", ({ detail: { seconds_left } }) => {
  find(".time").hidden = seconds_left === null; // the limit may have gone meanwhile
  end = now() + (seconds_left ?? 1e9);
});
tick();
setInterval(tick, 1000);

// Saves answers as they are given; until then they wait on this device.
const find = (selector) => document.querySelector(selector);
const bar = find(".bar"), words = bar.dataset, { key } = words;
const trouble = find("#trouble p"), others = find("#elsewhere p");
const tabs = new BroadcastChannel(key);
let store = "shared" in words ? {} : localStorage; // a shared computer keeps nothing
let revision = Number(words.revision), failures = 0, timer, sending;

const waiting = () => JSON.parse(store[key] ?? "{}"); // {slot: {slot, values, revisit, n, when}}
const isWaiting = () => key in store;

function keep(name, value) {
  const text = JSON.stringify(value);
  try { store[name] = text; } catch { store = { ...store, [name]: text }; } // it is full
}

function say(kind, state, why = "", spoken = `${state}. ${why}`) {
  words.state = kind;
  find(".saved span").textContent = state;
  if (trouble.textContent !== why) find("#spoken").textContent = spoken;
  trouble.textContent = why;
}

function rest(time) { // everything is saved
  say("good", `Saved ${time}`, "", words.back + time);
}

function compare(seen) {
  if (seen > revision) others.textContent = words.tab;
}

function add(answer, pause) { // {slot, values, revisit}
  const n = Number(store.count ?? 0) + 1;
  keep("count", n);
  keep(key, { ...waiting(), [answer.slot]: { ...answer, n, when: Date.now() } });
  if (!failures) say("info", "Saving…");
  later(pause);
}

async function send(isSecond) {
  const answers = Object.values(waiting()).slice(0, 9); // what a slow network carries in time
  const response = await fetch(words.url, {
    method: "POST", keepalive: document.hidden, signal: AbortSignal.timeout(10000),
    headers: { "Content-Type": "application/json", "X-CSRFToken": words.token },
    body: JSON.stringify({ answers, revision, device: store.device }),
  });
  const reply = await response.json();
  if (reply.token && !isSecond) {
    words.token = reply.token;
    return send(true);
  }
  if (response.ok) settle(answers, reply);
  else if (response.status === 409) {
    delete store[key];
    say("info", "Closed", reply.error);
  }
  else throw { words: response.status < 500 && reply.error };
  return reply;
}

function settle(answers, reply) {
  const left = waiting();
  for (const { slot, n } of answers) if (left[slot]?.n === n) delete left[slot];
  if (Object.keys(left).length) keep(key, left);
  else delete store[key];
  if (reply.changed) others.textContent = words.device;
  else if (!answers.length && !failures) compare(reply.revision); // else they may be its own
  failures = 0;
  revision = reply.revision;
  if (answers.length) tabs.postMessage([revision, reply.saved_at]);
  if (isWaiting()) return later(1200);
  if (reply.saved_at) rest(reply.saved_at);
  dispatchEvent(new CustomEvent("saved", { detail: reply }));
}

function fail(error) {
  later(Math.min(2 ** ++failures, 30) * (800 + 400 * Math.random()));
  if (!isWaiting() && !bar.isEnding) return;
  say("warn", "Not saved yet", error.words || words[bar.isEnding ? "unsubmitted" : "unsaved"]);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() { // one request at a time; its reply, or nothing if it failed
  return sending ??= send().catch(fail).finally(() => { sending = null; });
}

async function flush() { // the last reply, if everything could be sent
  let reply;
  do reply = await save(); while (reply && isWaiting());
  return reply;
}

store.device ??= words.name;
Object.assign(globalThis, { find, bar, words, add, flush, waiting }); // for the scripts after this
bar.classList.add("ready");

tabs.onmessage = ({ data: [seen, time] }) => {
  compare(seen);
  if (seen < 1) others.textContent ||= words.open;
  // What another tab has dropped from the store may still be seen in it here: look again.
  if (time) isWaiting() ? later(1200) : rest(time);
  if (seen === 0) tabs.postMessage([-1]); // so that it learns of this one
};
tabs.postMessage([0]);
addEventListener("online", save);
addEventListener("visibilitychange", () => {
  if (!document.hidden || isWaiting()) send().catch(fail);
});

// Saves answers as they are given; until then they wait on this device.
const find = (selector) => document.querySelector(selector);
const listen = (name, act) => document.addEventListener(name, act);
const bar = find(".bar"), words = bar.dataset;
const others = find("#elsewhere p"), line = find("#trouble p");
const key = `draft:${words.attempt}`, tabs = new BroadcastChannel(key);
let store = "shared" in words ? {} : localStorage; // a shared computer keeps nothing
let revision = Number(words.revision), failures = 0, timer, sending;

const load = (name) => JSON.parse(store[name] ?? "{}");
const waiting = () => load(key); // {slot: {slot, values, revisit, n, when}}
const isWaiting = () => key in store;

function keep(name, value) {
  const text = JSON.stringify(value);
  try { store[name] = text; } catch { store = { ...store, [name]: text }; } // it is full
}

function show(text, kind) {
  find(".saved").className = `saved ${kind}`;
  find(".saved span").textContent = text;
}

function tell(text, spoken) {
  if (line.textContent !== text) find("#spoken").textContent = spoken;
  line.textContent = text;
}

function compare(seen) {
  if (seen > revision) others.textContent = words.tab;
}

function add(answer, pause) { // {slot, values, revisit}
  const [device, n] = load("device");
  keep("device", [device, n + 1]);
  keep(key, { ...waiting(), [answer.slot]: { ...answer, n: n + 1, when: Date.now() } });
  if (!failures) show("Saving…", "info");
  later(pause);
}

async function send() {
  let size = 0; // well below the 64 kB of one request
  const answers = Object.values(waiting())
    .filter((each, at) => (size += JSON.stringify(each).length) < 15000 || !at);
  const tokens = document.getElementsByName("csrf_token");
  const post = () => fetch(words.url, {
    method: "POST", keepalive: document.hidden, signal: AbortSignal.timeout(10000),
    headers: { "Content-Type": "application/json", "X-CSRFToken": tokens[0].value },
    body: JSON.stringify({ answers, revision, device: load("device")[0] }),
  });
  let response = await post();
  if (response.status === 400) {
    const [, fresh] = /"csrf_token" value="(.+?)"/.exec(await (await fetch("")).text());
    for (const token of tokens) token.value = fresh;
    response = await post();
  }
  const reply = await response.json();
  if (response.ok) acknowledge(answers, reply);
  else if (response.status === 409) close(reply.error);
  else throw { words: response.status < 500 && reply.error };
  return reply;
}

function acknowledge(answers, reply) {
  const left = waiting();
  for (const { slot, n } of answers) if (left[slot]?.n === n) delete left[slot];
  if (Object.keys(left).length) keep(key, left);
  else delete store[key];
  if (reply.changed) others.textContent = words.device;
  else if (!answers.length && !failures) compare(reply.revision); // else they may be its own
  failures = 0;
  revision = Math.max(revision, reply.revision);
  if (answers.length) tabs.postMessage([revision, reply.saved_at]);
  if (isWaiting()) return later(1200);
  if (reply.saved_at) rest(reply.saved_at);
  document.dispatchEvent(new CustomEvent("saved", { detail: reply }));
}

function rest(moment) { // everything is saved
  const at = new Date(moment).toLocaleTimeString("en-GB", { timeZone: words.zone, timeStyle: "short" });
  show(`Saved ${at}`, "good");
  tell("", `Back online. All answers saved at ${at}.`);
}

function close(text) {
  delete store[key];
  show("Closed", "info");
  tell(text, text);
}

function fail(error) {
  later(Math.min(2 ** ++failures, 30) * (800 + 400 * Math.random()));
  if (!isWaiting() && !bar.isEnding) return;
  const text = error.words || words[bar.isEnding ? "unsubmitted" : "unsaved"];
  show("Not saved yet", "warn");
  tell(text, `Not saved yet. ${text}`);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() { // one request at a time; its reply, or nothing if it failed
  clearTimeout(timer);
  return sending ??= send().catch(fail).finally(() => { sending = null; });
}

async function flush() { // the last reply, if everything could be sent
  let reply;
  do reply = await save(); while (reply && isWaiting());
  return reply;
}

if (!store.device) keep("device", [Math.random().toString(36).slice(2), 0]);
Object.assign(bar, { find, listen, add, flush, waiting }); // for the scripts after this one
bar.classList.add("ready");

tabs.onmessage = ({ data: [seen, moment] }) => {
  compare(seen);
  if (seen < 1) others.textContent ||= words.open;
  // What another tab has dropped from the store may still be seen in it here: look again.
  if (moment) isWaiting() ? later(1200) : rest(moment);
  if (seen === 0) tabs.postMessage([-1]); // so that it learns of this one
};
addEventListener("online", () => later(0));
addEventListener("pageshow", () => tabs.postMessage([0]));
listen("visibilitychange", () => {
  if (!document.hidden || isWaiting()) send().catch(fail);
});

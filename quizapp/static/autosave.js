// Saves answers as they are given. What isn't saved waits on this device, and the page says so.
const find = (selector) => document.querySelector(selector);
const bar = find(".bar"), { dataset } = bar;
const key = `draft:${dataset.attempt}`;
const tabs = new BroadcastChannel(key);
let store = "shared" in dataset ? {} : localStorage; // a shared computer keeps nothing
let revision = Number(dataset.revision), failures = 0, timer, sending;

const load = (name, otherwise) => JSON.parse(store[name] ?? null) ?? otherwise;
const waiting = () => load(key, {}); // {slot: [values, whether to revisit, n, when]}
const isWaiting = () => key in store;

function keep(name, value) {
  const text = JSON.stringify(value);
  try { store[name] = text; } catch { store = { ...store, [name]: text }; } // the device is full
}

keep("device", load("device", [Math.random().toString(36).slice(2), 0]));

function show(words, symbol) {
  find(".saved").className = `saved ${symbol === "warning" ? "warn" : "good"}`;
  find(".saved use").setAttribute("href", `#icon-${symbol}`);
  find(".saved > span").textContent = words;
}

function tell(id, words, spoken = "") {
  const line = find(`${id} p`);
  if (spoken && line.textContent !== words) find("#spoken").textContent = spoken;
  line.textContent = words;
  find(id).hidden = !words;
}

function tellOfOthers(words, isChanged) {
  tell("#elsewhere", words);
  find("#elsewhere a").hidden = !isChanged;
}

function add(slot, answer, pause) { // [values, whether to revisit]
  const [device, n] = load("device");
  keep("device", [device, n + 1]);
  keep(key, { ...waiting(), [slot]: [...answer, n + 1, Date.now()] });
  if (!failures) show("Saving…", "info");
  later(pause);
}

function batch() { // well below the 64 kB of one request
  let size = 0;
  return Object.entries(waiting())
    .filter(([, [values]], at) => (size += JSON.stringify(values).length) < 15000 || !at)
    .map(([slot, [values, revisit, n]]) => ({ slot: Number(slot), values, n, revisit }));
}

async function renewToken() {
  const [, token] = /"csrf_token" value="(.+?)"/.exec(await (await fetch("")).text()) ?? [];
  if (token) for (const field of document.getElementsByName("csrf_token")) field.value = token;
}

async function send(keepalive) {
  const answers = batch();
  const post = () => fetch(dataset.url, {
    method: "POST", keepalive, signal: AbortSignal.timeout(10000),
    headers: { "Content-Type": "application/json", "X-CSRFToken": find("[name=csrf_token]").value },
    body: JSON.stringify({ answers, revision, device: load("device")[0] }),
  });
  let response = await post();
  if (response.status === 400) {
    await renewToken();
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
  for (const { slot, n } of answers) if (left[slot]?.[2] === n) delete left[slot];
  if (Object.keys(left).length) keep(key, left);
  else delete store[key];
  if (reply.changed) tellOfOthers(dataset.device, true);
  else if (!answers.length) notice(reply.revision);
  revision = Math.max(revision, reply.revision);
  if (answers.length) tabs.postMessage([revision, reply.saved_at]);
  failures = 0;
  if (isWaiting()) return later(1200);
  if (reply.saved_at) rest(reply.saved_at);
  document.dispatchEvent(new CustomEvent("saved", { detail: reply }));
}

function rest(moment) { // everything is saved
  const time = { timeZone: dataset.zone, hour: "2-digit", minute: "2-digit" };
  const at = new Date(moment).toLocaleTimeString("en-GB", time);
  show(`Saved ${at}`, "tick");
  tell("#trouble", "", `Back online. All answers saved at ${at}.`);
}

function notice(seen) {
  if (seen > revision) tellOfOthers(dataset.tab, true);
}

function close(words) {
  delete store[key];
  show("Closed", "info");
  tell("#trouble", words, words);
}

function fail(error) {
  later(Math.min(2 ** ++failures, 30) * (800 + 400 * Math.random()));
  if (!isWaiting() && !bar.isEnding) return;
  const words = error.words || dataset[bar.isEnding ? "unsubmitted" : "unsaved"];
  show("Not saved yet", "warning");
  tell("#trouble", words, `Not saved yet. ${words}`);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() { // one request at a time; its reply, or nothing if it failed
  clearTimeout(timer);
  sending ??= send().catch(fail).finally(() => { sending = null; });
  return sending;
}

async function flush() { // whether everything could be sent
  let reply;
  do reply = await save(); while (reply && isWaiting());
  return !!reply;
}

// For answers.js and press.js, which can't import a file whose address has a version.
Object.assign(bar, { add, flush, waiting, isEnding: false });

tabs.onmessage = ({ data: [seen, moment] }) => {
  notice(seen);
  if (seen < 1 && find("#elsewhere").hidden) tellOfOthers(dataset.open, false);
  if (moment && !isWaiting()) rest(moment);
  if (seen === 0) tabs.postMessage([-1]); // so that it learns of this one
};
addEventListener("online", () => later(0));
addEventListener("pageshow", () => tabs.postMessage([0]));
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) later(0);
  else if (isWaiting()) send(true).catch(() => {});
});

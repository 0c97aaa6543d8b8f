// Saves answers as they are given. What isn't saved yet waits on this device, and the page says so.
const find = (selector) => document.querySelector(selector);
const bar = find(".bar");
const { attempt, url, zone, until } = bar.dataset;
const form = find("#answers");
const key = `draft:${attempt}`;
const tabs = new BroadcastChannel(key);
const store = "shared" in bar.dataset ? {} : localStorage; // a shared computer keeps nothing
let revision = Number(bar.dataset.revision);
const NOT_SUBMITTED = `Not submitted yet. We keep trying; keep this page open${until ? ` until ${until}` : ""}.`;
let timer, sending, failures = 0, isEnding = false, isOver = false;

function load(name, otherwise) {
  try { return JSON.parse(store[name]); } catch { return otherwise; }
}

function keep(name, value) {
  try { store[name] = JSON.stringify(value); } catch { /* it is full: what it has, it keeps */ }
}

let device = load("device", [Math.random().toString(36).slice(2), 0]);
let waiting = load(key, {}); // {slot: [values, n, revisit, when]}

function merge() { // what another tab has put there
  for (const [slot, entry] of Object.entries(load(key, {}))) {
    if (!(waiting[slot]?.[1] >= entry[1])) waiting[slot] = entry;
  }
}

const isWaiting = () => Object.keys(waiting).length > 0;

function write() {
  if (isWaiting()) keep(key, waiting);
  else delete store[key];
}

function show(words, symbol) {
  find(".saved").className = `saved ${symbol === "warning" ? "warn" : "good"}`;
  find(".saved use").setAttribute("href", `#icon-${symbol}`);
  find(".saved > span").textContent = words;
}

function tell(id, words) {
  const changes = find(`${id} p`).textContent !== words;
  find(id).hidden = !words;
  find(`${id} p`).textContent = words;
  return changes;
}

const speak = (words) => { find("#spoken").textContent = words; };
const name = (slot) => `q${slot}-${attempt.slice(0, 6)}`;
const revisitOf = (slot) => form.elements[`${name(slot)}-revisit`];

function change(slot) {
  device = load("device", device); // another tab counts on
  device[1] += 1;
  keep("device", device);
  merge();
  const values = new FormData(form).getAll(name(slot));
  waiting[slot] = [values, device[1], !!revisitOf(slot)?.checked, Date.now()];
  write();
  if (!failures) show("Saving…", "info");
}

function fill(slot, [values, , isToRevisit]) {
  document.getElementsByName(name(slot)).forEach((field, at) => {
    if (/radio|checkbox/.test(field.type)) field.checked = values.includes(field.value);
    else field.value = values[at] ?? "";
  });
  if (revisitOf(slot)) revisitOf(slot).checked = isToRevisit;
}

function batch() { // well below the 64 kB of one request
  let size = 0;
  return Object.entries(waiting)
    .filter(([, [values]], at) => (size += JSON.stringify(values).length) < 15000 || !at)
    .map(([slot, [values, n, revisit]]) => ({ slot: Number(slot), values, n, revisit }));
}

const token = () => find("[name=csrf_token]").value;
const post = (answers, keepalive) => fetch(url, {
  method: "POST", keepalive, signal: AbortSignal.timeout(10000),
  headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
  body: JSON.stringify({ answers, revision, device: device[0] }),
});

async function freshToken() {
  const page = await (await fetch(location.href)).text();
  const [, value] = /name="csrf_token" value="([^"]+)"/.exec(page) ?? [];
  if (value) for (const each of document.getElementsByName("csrf_token")) each.value = value;
}

async function request(keepalive) {
  const answers = batch();
  let response = await post(answers, keepalive);
  if (response.status === 400) {
    await freshToken();
    response = await post(answers, keepalive);
  }
  const reply = await response.json();
  if (response.status === 409) close(reply.error);
  else if (response.ok) acknowledge(answers, reply);
  else throw response.status < 500 ? reply.error : "";
  return reply;
}

function acknowledge(answers, reply) {
  merge();
  for (const { slot, n } of answers) if (waiting[slot]?.[1] === n) delete waiting[slot];
  write();
  if (reply.changed) elsewhere("Answers changed on another device.", true);
  revision = Math.max(revision, reply.revision);
  if (answers.length) tabs.postMessage(revision);
  document.dispatchEvent(new CustomEvent("left", { detail: reply.seconds_left }));
  if (isWaiting()) return later(1200);
  const time = { timeZone: zone, hour: "2-digit", minute: "2-digit" };
  const at = new Date(reply.saved_at).toLocaleTimeString("en-GB", time);
  if (reply.saved_at) show(`Saved ${at}`, "tick");
  if (failures) speak(`Back online. All answers saved at ${at}.`);
  failures = 0;
  tell("#trouble", "");
  if (isEnding && !busy) pass(find("#end"));
}

function close(words) { // nothing more is taken
  isOver = true;
  waiting = {};
  write();
  show("Closed", "info");
  tell("#trouble", words);
  speak(words);
}

function fail(error) {
  if (!isWaiting() && !isEnding) return;
  const words = typeof error === "string" && error || (isEnding && NOT_SUBMITTED) || (store === localStorage
    ? "Keep this page open: your answers are kept on this device and we keep trying."
    : "Keep this page open: we keep trying.");
  show("Not saved yet", "warning");
  if (tell("#trouble", words)) speak(`Not saved yet. ${words}`);
  const pause = Math.min(2 ** ++failures, 30) * (0.8 + 0.4 * Math.random());
  later(pause * 1000);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(() => save(), pause);
}

// One request at a time; the last reply, or null if something is still unsaved.
function save() {
  clearTimeout(timer);
  sending ??= request().catch(fail).finally(() => { sending = null; });
  return sending;
}

async function flush() {
  while (!isOver) {
    const reply = await save();
    if (!reply || !isWaiting()) return reply;
  }
}

function elsewhere(words, isChanged) {
  tell("#elsewhere", words);
  find("#elsewhere a").hidden = !isChanged;
}

tabs.onmessage = ({ data }) => {
  const words = "This quiz is open in another tab too. Answers from both are saved; the newest counts.";
  if (data > revision) elsewhere("Answers changed in another tab.", true);
  else if (!(data > 0) && find("#elsewhere").hidden) elsewhere(words, false);
  if (data === "opened") tabs.postMessage("also open");
};

const slotOf = (field) => field.closest(".question").querySelector("[name=seen]").value;
form?.addEventListener("input", ({ target }) => {
  change(slotOf(target));
  later(/radio|checkbox|select/.test(target.type) ? 0 : 1200);
});
form?.addEventListener("change", () => later(0));
addEventListener("online", () => later(0));
document.addEventListener("visibilitychange", () => {
  if (document.hidden && isWaiting()) request(true).catch(() => {});
  else if (!document.hidden) later(0);
});
addEventListener("pageshow", async ({ persisted }) => {
  release();
  if (persisted) {
    const before = revision, own = isWaiting();
    const reply = await save();
    if (!own && reply?.revision > before) elsewhere("Answers changed since you left.", true);
    return;
  }
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") form?.reset();
  if (form) for (const [slot, entry] of Object.entries(waiting)) fill(slot, entry);
  if (isWaiting()) save();
  tabs.postMessage("opened");
});

// A pressed button waits until the answers are saved; if they can't be, that is said beside it.
const said = document.createElement("span");
let busy = null, words = "", isPassing = false;
async function press(sent, button) {
  [busy, words] = [button, button.textContent];
  said.remove();
  isEnding = sent.id === "end";
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  const isDone = await flush() || isOver;
  clearTimeout(slow);
  if (isDone) return pass(sent, button);
  release();
  said.textContent = isEnding ? NOT_SUBMITTED : "No connection. Nothing is lost; try again";
  button.after(" ", said);
}

function pass(sent, button) {
  for (const each of document.getElementsByName("seen")) each.disabled = true; // all is saved
  isPassing = true;
  sent.requestSubmit(button);
  isPassing = false;
}

function release() {
  if (busy) busy.textContent = words;
  busy = null;
  for (const each of document.getElementsByName("seen")) each.disabled = false;
}

document.addEventListener("submit", (event) => {
  if (isPassing) return;
  event.preventDefault();
  if (!busy) press(event.target, event.submitter ?? event.target.querySelector("button"));
});
document.addEventListener("time-up", () => find("#end").requestSubmit());

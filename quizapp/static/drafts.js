// Answers that could not be sent wait on this device. Every page sends them, and a sign-out waits for that.
const WEEK = 7 * 864e5;
const out = document.querySelector("[action='/signout']");
const said = document.createElement("span");
said.role = "alert";

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith("draft:"));
const load = (key) => JSON.parse(localStorage[key] ?? "{}"); // {slot: {slot, values, revisit, n, when}}

function drop(key, isDone) {
  const left = Object.entries(load(key)).filter(([, answer]) => !isDone(answer));
  if (left.length) localStorage[key] = JSON.stringify(Object.fromEntries(left));
  else delete localStorage[key];
}

async function sendOne(key, answer) {
  const { device } = localStorage;
  const response = await fetch(`/attempts/${key.slice(6)}/responses`, {
    method: "POST", signal: AbortSignal.timeout(10000),
    headers: { "Content-Type": "application/json", "X-CSRFToken": out.elements.csrf_token.value },
    body: JSON.stringify({ answers: [answer], revision: 0, device }),
  });
  if (response.status >= 429) throw response;
  if (!response.ok && response.status !== 409) return; // it is somebody else's
  drop(key, ({ slot, n }) => slot === answer.slot && n === answer.n);
  const tabs = new BroadcastChannel(key);
  tabs.postMessage([undefined, (await response.json()).saved_at]);
  tabs.close();
}

async function send() {
  for (const key of keys()) {
    for (const answer of Object.values(load(key))) await sendOne(key, answer);
  }
}

for (const key of keys()) drop(key, ({ when }) => !(when > Date.now() - WEEK));
if (out) send().catch(() => {});
out?.addEventListener("submit", async (event) => {
  event.preventDefault();
  said.remove();
  try {
    await send();
    out.submit();
  } catch {
    said.textContent = "No connection. Nothing is lost; try again";
    out.append(said);
  }
});

// The bank editor: keeps what is typed as a draft, shows its problems and preview, jumps to lines.
const form = document.querySelector("#editor");
const area = form.elements.text;
const frame = document.querySelector("iframe.preview");
const said = document.querySelector("#said");
const state = document.querySelector("#state");
const behind = document.querySelector("#behind");
const found = document.querySelector("#found");
const PAUSE = 2000; // ms without a key before a draft is sent
const LONGEST = 8000; // ms after which one is sent anyway
const NO_CONNECTION = "No connection. Nothing is lost; try again";
const start = area.value;
let kept = start, timer, since = 0, sending = null, isLeaving = false;

const isLarge = () => new Blob([area.value]).size > Number(form.dataset.most);

async function freshToken() {
  const page = await (await fetch(location.pathname)).text();
  const [, value] = /name="csrf_token" value="([^"]+)"/.exec(page) ?? [];
  if (value) for (const each of document.getElementsByName("csrf_token")) each.value = value;
}

const post = () => fetch(form.dataset.draft, {
  method: "POST", body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(10000),
});

// Sends the draft; "" if it is kept, or a sentence that says why not.
async function send() {
  const text = area.value;
  if (isLarge()) return "Larger than 1 MB, so it can't be kept. Move some questions to another bank.";
  let response = await post();
  if (response.status === 400) {
    await freshToken();
    response = await post();
  }
  if (response.redirected) return "You are signed out. Sign in again in a new tab; your text stays here.";
  if (!response.ok) return "Not kept yet. Keep this page open; we try again.";
  const reply = await response.json();
  [kept, since] = [text, 0];
  form.elements.seen.value = reply.seen;
  if (behind) behind.hidden = !reply.is_behind;
  show(reply.problems);
  reload(!!reply.seen);
  const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (state) state.textContent = reply.seen ? `Draft kept ${at}. Not saved to the file yet.` : "The same as the file.";
  return "";
}

// One at a time.
function keep() {
  clearTimeout(timer);
  sending ??= send().catch(() => NO_CONNECTION).finally(() => { sending = null; });
  return sending;
}

async function keepAndSay() {
  const words = await keep();
  if (said.textContent !== words) said.textContent = words;
  if (words || area.value !== kept) later(words ? 10000 : PAUSE);
}

function later(pause) {
  clearTimeout(timer);
  since ||= Date.now();
  timer = setTimeout(keepAndSay, Math.min(pause, Math.max(since + LONGEST - Date.now(), 0)) || pause);
}

function make(tag, words, ...children) {
  const element = document.createElement(tag);
  element.append(...[words].filter(Boolean), ...children);
  return element;
}

function show(problems) {
  if (!found) return;
  const errors = problems.filter(({ level }) => level === "error").length;
  const counted = [[errors, "error"], [problems.length - errors, "warning"]].filter(([n]) => n);
  const words = counted.map(([n, noun]) => `${n} ${noun}${n > 1 ? "s" : ""}`).join(", ");
  const heading = make("h2", words || "No problems");
  heading.id = "problems";
  const list = make("ol", "", ...problems.map(({ level, line, column, message }) => {
    const link = make("a", `Line ${line}, column ${column}`);
    link.href = `#line-${line}`;
    Object.assign(link.dataset, { line, column });
    const kind = make("strong", level === "error" ? "Error. " : "Warning. ");
    const item = make("li", "", make("p", "", kind, link, `: ${message}`));
    item.className = "problem";
    return item;
  }));
  list.className = "problems";
  found.replaceChildren(heading, ...(problems.length ? [list] : []));
}

function addressed(address, isDraft) {
  const url = new URL(address);
  url.searchParams[isDraft ? "set" : "delete"]("draft", "1");
  return url.href;
}

function reload(isDraft) { // what was in sight stays there
  if (!frame) return;
  for (const link of document.querySelectorAll("[target=preview]")) link.href = addressed(link.href, isDraft);
  const top = frame.contentDocument?.scrollingElement?.scrollTop ?? 0;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  frame.contentWindow.location.replace(addressed(frame.contentWindow.location.href, isDraft));
}

function jump({ line, column }) {
  const before = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const end = area.value.indexOf("\n", before);
  const place = Math.min(before + Number(column) - 1, end < 0 ? area.value.length : end);
  area.setSelectionRange(place, place);
  area.blur(); // focusing scrolls the caret into sight
  area.focus();
}

area.addEventListener("input", () => later(kept === start ? 0 : PAUSE)); // at first, to keep the file's text
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  jump(link.dataset);
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
  event.preventDefault();
  form.querySelector("[value=save]")?.click();
});

// The draft goes first: where that fails, the page stays and says so.
form.addEventListener("submit", async (event) => {
  if (isLeaving) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector("[value=save]");
  const label = button.textContent;
  const slow = setTimeout(() => { button.textContent = "Saving…"; }, 400);
  await sending;
  const words = await keep();
  clearTimeout(slow);
  button.textContent = label;
  said.textContent = words;
  if (words) return;
  isLeaving = true;
  form.requestSubmit(button);
});
addEventListener("beforeunload", (event) => {
  if (!isLeaving && area.value !== start) event.preventDefault();
});
addEventListener("pageshow", () => { isLeaving = false; });

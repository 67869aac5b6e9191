// The transcript of the open conversation: pages backwards, follows forwards, keeps its place.

import { get } from "./api.js";
import { mark, recall } from "./found.js";
import { announce, find, make } from "./make.js";
import { dayDivider, divider, said } from "./said.js";
import { dayOf } from "./time.js";
import { authors } from "./words.es.js";

const PAGE = 100;
const NEAR_END = 60; // pixels

const list = find("transcript");
const scroll = find("scroll");
const newer = find("newer");
const older = find("older");

let key = null;
let exchanges = new Map(); // id -> exchange, in the order of the log
let drawn = new Map(); // id -> {row, element}: what did not change stays, so that nothing stops playing
let tail = null; // the cursor of the last page, which is read again to catch up
let shown = PAGE; // how many, counted from the end
let matters = new Set(); // the categories that the conversation turned out to be about
let unseen = 0;
let sought = null; // {exchange, words} that a search led to
let stays = true; // at the end, whatever grows there
let stood = 0; // how far down the reader was
let newFrom = null; // the first exchange that came while nobody was looking

/** Show a conversation from its end. */
export async function open(conversation) {
  shut();
  key = conversation;
  await readOn(conversation, (rows) => exchanges = new Map([...exchanges, ...rows.map((row) => [row.id, row])]));
  if (key !== conversation) return;
  draw();
  if (!showFound(recall(conversation))) toEnd();
}

/** The message that a search led to, with its words marked. False if there is none. */
function showFound(found) {
  if (!exchanges.has(found?.exchange)) return false;
  sought = found;
  drawn.delete(found.exchange);
  shown = Math.max(shown, [...exchanges.keys()].reverse().indexOf(found.exchange) + 10);
  draw();
  stays = false;
  drawn.get(found.exchange).element.scrollIntoView({ block: "center" });
  return true;
}

export function shut() {
  [key, tail, newFrom, sought, unseen, shown] = [null, null, null, null, 0, PAGE];
  exchanges = new Map();
  drawn = new Map();
  matters = new Set();
  list.replaceChildren();
  showNewer();
}

/** What the conversation is about: the line that it was understood from says so. */
export function about(categories) {
  matters = new Set(categories.filter(Boolean));
  draw();
}

/** Rows of any conversation, new or changed; those of the open one are shown. */
export function hear(rows) {
  const ours = rows.filter((row) => row.conversation === key);
  if (!ours.length) return;
  const fresh = ours.filter((row) => !exchanges.has(row.id));
  const stayed = stays && !document.hidden;
  for (const row of ours) if (!isSame(exchanges.get(row.id), row)) exchanges.set(row.id, row);
  if (fresh.length) exchanges = new Map(inOrder([...exchanges.values()]).map((each) => [each.id, each]));
  shown += fresh.length;
  const others = fresh.filter((row) => row.author.kind === "citizen");
  if (!stayed && others.length) {
    newFrom ??= others[0].id;
    unseen += others.length;
  }
  draw();
  stays = stayed;
  if (stayed) toEnd();
  showNewer();
  if (others.length) announce(`${authors.citizen}: ${others.at(-1).text}`);
}

/** What was written, or became known, while there was no line. */
export async function catchUp() {
  const conversation = key;
  if (conversation) await readOn(conversation, (rows) => hear(rows.map((row) => ({ ...row, conversation }))));
}

/** From the last page on. */
async function readOn(conversation, take) {
  for (let more = true; more && key === conversation; ) {
    const page = await get(`/conversations/${conversation}/exchanges`, { limit: PAGE, cursor: tail });
    if (key !== conversation) return;
    take(page.items);
    more = page.next !== null;
    tail = page.next ?? tail;
  }
}

older.addEventListener("click", () => {
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  stays = false;
  shown += PAGE;
  draw();
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
  if (older.hidden) scroll.focus();
});

newer.addEventListener("click", () => {
  toEnd();
  scroll.focus();
});
scroll.addEventListener("scroll", () => {
  const isLeaving = scroll.scrollTop < stood;
  stood = scroll.scrollTop;
  stays = isAtEnd() || (stays && !isLeaving);
  if (stays && unseen) seen();
});
// A picture that arrives, a line that says more, a box that grows: the end stays in sight.
const grown = new ResizeObserver(() => stays && (scroll.scrollTop = scroll.scrollHeight));
for (const each of [list, scroll]) grown.observe(each);
// On paper stands everything.
addEventListener("beforeprint", () => {
  shown = Math.max(shown, exchanges.size);
  draw();
});
document.addEventListener("visibilitychange", () => document.hidden || (isAtEnd() && seen()));

function seen() {
  unseen = 0;
  showNewer();
}

function showNewer() {
  newer.hidden = unseen === 0;
  newer.textContent = unseen === 1 ? "↓ 1 mensaje nuevo" : `↓ ${unseen} mensajes nuevos`;
}

function draw() {
  const unfolded = new Set([...list.querySelectorAll("details[open]")].map((each) => each.closest("li").dataset.id));
  const rows = [];
  const telling = firstOfEach();
  let day = null;
  for (const each of [...exchanges.values()].slice(-shown)) {
    if (dayOf(each.at) !== day) rows.push(dayDivider(each.at));
    day = dayOf(each.at);
    if (each.id === newFrom) rows.push(divider("Mensajes nuevos", "new"));
    rows.push(elementOf(each, telling.has(each.id)));
  }
  for (const row of rows) if (unfolded.has(row.dataset.id)) row.querySelector("details")?.setAttribute("open", "");
  const top = scroll.scrollTop;
  place(rows.length ? rows : [make("li", { class: "divide" }, "Todavía no hay mensajes")]);
  scroll.scrollTop = top;
  older.hidden = exchanges.size <= shown;
  showNewer();
}

function elementOf(row, tells) {
  const before = drawn.get(row.id);
  if (before?.row === row && before.tells === tells) return before.element;
  const element = said(row, key, tells);
  if (row.id === sought?.exchange) markFound(element);
  drawn.set(row.id, { row, tells, element });
  return element;
}

function markFound(element) {
  const words = element.querySelector(".words");
  if (words) mark(words, sought.words);
  element.classList.add("sought");
}

/** The first line of each matter. */
function firstOfEach() {
  const first = new Map();
  for (const { id, understanding } of exchanges.values()) {
    const matter = understanding?.intent?.name;
    if (matters.has(matter) && !first.has(matter)) first.set(matter, id);
  }
  return new Set(first.values());
}

/** Whoever stands in the list already is not moved: that would take the focus away. */
function place(rows) {
  const wanted = new Set(rows);
  for (const row of [...list.children]) if (!wanted.has(row)) row.remove();
  rows.forEach((row, index) => list.children[index] === row || list.insertBefore(row, list.children[index] ?? null));
}

const isSame = (one, other) => JSON.stringify({ ...one, conversation: key }) === JSON.stringify({ ...other, conversation: key });
const inOrder = (rows) => [...rows].sort((one, other) => Number(one.id) - Number(other.id));
const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;

/** The newest in sight. */
export function toEnd() {
  stays = true;
  scroll.scrollTop = scroll.scrollHeight;
  seen();
}

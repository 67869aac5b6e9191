// The transcript of the open conversation: pages backwards, follows forwards, keeps its place.

import { get } from "./api.js";
import { announce, find, make } from "./make.js";
import { dayDivider, divider, isUnsettled, said } from "./said.js";
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
let before = null; // cursor of the page before the first one shown
let unseen = 0;
let newFrom = null; // the first exchange that came while nobody was looking

/** Show a conversation from its end. */
export async function open(conversation) {
  key = conversation;
  const page = await get(`/conversations/${key}/exchanges`, { limit: PAGE, order: "newest" });
  if (key !== conversation) return;
  exchanges = new Map(inOrder(page.items).map((each) => [each.id, each]));
  before = page.next;
  [unseen, newFrom] = [0, null];
  draw();
  toEnd();
}

export function shut() {
  key = null;
  exchanges = new Map();
  list.replaceChildren();
}

/** Rows of any conversation, new or changed; those of the open one are shown. */
export function hear(rows) {
  const ours = rows.filter((row) => row.conversation === key);
  if (!ours.length) return;
  const fresh = ours.filter((row) => !exchanges.has(row.id));
  const stayed = isAtEnd() && !document.hidden;
  for (const row of ours) exchanges.set(row.id, row);
  const late = fresh.some((row) => row.id !== [...exchanges.keys()].at(-1)) && fresh.length > 0;
  if (late) exchanges = new Map(inOrder([...exchanges.values()]).map((each) => [each.id, each]));
  const others = fresh.filter((row) => row.author.kind === "citizen");
  if (!stayed && others.length) {
    newFrom ??= others[0].id;
    unseen += others.length;
  }
  draw();
  if (stayed) toEnd();
  showNewer();
  if (others.length) announce(`${authors.citizen}: ${others.at(-1).text}`);
}

/** What was written while there was no line, page by page. */
export async function catchUp() {
  const conversation = key;
  if (!conversation) return;
  const page = await get(`/conversations/${conversation}/exchanges`, { limit: PAGE, order: "newest" });
  hear(page.items.map((row) => ({ ...row, conversation })));
}

export const last = () => [...exchanges.keys()].at(-1) ?? null;
export const hasUnsettled = () => [...exchanges.values()].some(isUnsettled);
export const scrollBy = (pages) => scroll.scrollBy({ top: pages * scroll.clientHeight * 0.8 });

older.addEventListener("click", async () => {
  const conversation = key;
  const page = await get(`/conversations/${conversation}/exchanges`, { limit: PAGE, order: "newest", cursor: before });
  if (key !== conversation) return;
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  exchanges = new Map([...inOrder(page.items), ...exchanges.values()].map((each) => [each.id, each]));
  before = page.next;
  draw();
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
  if (older.hidden) scroll.focus();
});

newer.addEventListener("click", () => {
  toEnd();
  scroll.focus();
});
scroll.addEventListener("scroll", () => isAtEnd() && unseen && seen());
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
  let day = null;
  for (const each of exchanges.values()) {
    if (dayOf(each.at) !== day) rows.push(dayDivider(each.at));
    day = dayOf(each.at);
    if (each.id === newFrom) rows.push(divider("Mensajes nuevos", "new"));
    rows.push(said(each));
  }
  for (const row of rows) if (unfolded.has(row.dataset.id)) row.querySelector("details")?.setAttribute("open", "");
  const top = scroll.scrollTop;
  list.replaceChildren(...(rows.length ? rows : [make("li", { class: "divide" }, "Todavía no hay mensajes")]));
  scroll.scrollTop = top;
  older.hidden = !before;
  showNewer();
}

const inOrder = (rows) => [...rows].sort((one, other) => Number(one.id) - Number(other.id));
const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
  seen();
}

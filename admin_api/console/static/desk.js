// The desk: lists, transcript and case side by side, kept up to date by the live line.

import "./shell.js";
import { get, login } from "./api.js";
import * as acts from "./acts.js";
import * as answer from "./answer.js";
import * as heading from "./heading.js";
import { isMine } from "./heading.js";
import * as heed from "./heed.js";
import * as keys from "./keys.js";
import * as lists from "./lists.js";
import { Live } from "./live.js";
import { announce, find, tell } from "./make.js";
import { nameOf } from "./names.js";
import { showPane } from "./panes.js";
import * as side from "./side.js";
import * as transcript from "./transcript.js";
import * as writing from "./writing.js";
import { line, priorities } from "./words.es.js";

const HERE = /^\/console\/conversations\/([^/]+)$/;
const SESSION_ENDED = 4401;
const POLL = 5000;
let current = null; // the open conversation
let polling = null;
let live = null;

lists.start({ open: (key) => go(key), claim });
answer.start(said, () => isMine(current) && live?.say({ typing: current.id }));
heed.start();
keys.start({
  j: () => lists.step(1),
  k: () => lists.step(-1),
  t: () => claim(lists.focusedKey() ?? current?.id),
  r: () => write("answers"),
  n: () => write("notes"),
  x: () => press("transfer"),
  b: () => press("return"),
  c: () => press("close"),
  l: () => showPane("list") || lists.focusList(),
  "/": () => location.assign("/console/search"),
  "?": () => find("help").showModal(),
});
find("help-open").addEventListener("click", () => find("help").showModal());
find("claim").addEventListener("click", () => claim(current.id));
find("transfer").addEventListener("click", () => act((key) => acts.transfer(key, current.analyst?.username)));
find("return").addEventListener("click", () => act(acts.giveBack));
find("close").addEventListener("click", () => act((key) => acts.close(key, isMine(current))));
addEventListener("popstate", openFromAddress);

showPane("list");
await refresh();
await openFromAddress();
live = new Live(hear, onLine);
live.say({ looking: current?.id ?? null });

function hear(frame) {
  if (frame.typing) return writing.hear(frame.typing, current);
  if (frame.exchanges?.length) {
    transcript.hear(frame.exchanges);
    if (frame.exchanges.some((row) => row.conversation === current?.id && row.author.kind === "citizen")) writing.stop();
    const ours = frame.exchanges.filter((row) => row.conversation === current?.id);
    if (ours.length && !document.hidden) lists.seen(current.id, ours.at(-1).at);
    if (ours.some((row) => row.author.kind !== "analyst")) reread();
  }
  const touched = new Set([...(frame.changed ?? []), ...(frame.exchanges ?? []).map((row) => row.conversation)]);
  if (touched.size || frame.queue) refresh();
  if (frame.changed?.includes(current?.id)) reread();
}

/** What happened while the line was cut is read again; while it is cut, now and then. */
function onLine(state, code) {
  if (code === SESSION_ENDED) return login();
  const place = find("line");
  place.textContent = line[state];
  place.classList.toggle("cut", state === "cut");
  if (state === "cut") {
    polling ??= setInterval(look, POLL);
    return;
  }
  clearInterval(polling);
  polling = null;
  look();
}

async function look() {
  await refresh();
  await Promise.all([transcript.catchUp(), reread()]).catch(() => null);
}

async function refresh() {
  await lists.refresh();
  count();
  const fresh = heed.newcomers(lists.waiting());
  if (fresh.length) announce(`En espera: ${nameOf(fresh[0])}. ${priorities[fresh[0].priority]}.`);
}

function count() {
  const places = lists.waiting();
  heed.count(places.length + lists.unread(), places.some((place) => place.priority === 0));
}

async function openFromAddress() {
  const key = HERE.exec(location.pathname)?.[1];
  if (key) await open(key);
  else shut();
}

async function go(key) {
  if (key !== current?.id) history.pushState(null, "", `/console/conversations/${key}`);
  await open(key);
}

async function open(key) {
  showPane("talk");
  tell("talk-error", "");
  lists.choose(key);
  try {
    const conversation = await get(`/conversations/${key}`);
    if (current?.id !== key) transcript.shut();
    show(conversation);
    reveal();
    lists.seen(key, conversation.last_at);
    count();
    await transcript.open(key);
    // Who has begun to write already is not torn away from it.
    if (!find("open").contains(document.activeElement)) find("talk-title").focus({ preventScroll: true });
    await side.show(conversation);
  } catch (problem) {
    if (current?.id !== key) empty();
    reveal();
    tell("talk-error", `No se pudo abrir la conversación. ${problem.message}`);
  }
}

/** Nothing is known of what was to be opened: nothing can be done with it. */
function empty() {
  current = null;
  lookAt(null);
  heading.empty();
  find("answer").hidden = true;
  transcript.shut();
  side.shut();
}

function reveal() {
  find("open").hidden = false;
  find("nothing-open").hidden = true;
}

/** Whose writing is to be told of. */
function lookAt(key) {
  writing.stop();
  live?.say({ looking: key });
}

function shut() {
  current = null;
  lookAt(null);
  find("open").hidden = true;
  find("nothing-open").hidden = false;
  lists.choose(null);
  transcript.shut();
  side.shut();
}

function show(conversation) {
  if (conversation.id !== current?.id) lookAt(conversation.id);
  current = conversation;
  heading.show(conversation);
  find("answer").hidden = false;
  answer.show(conversation.id, heading.whyNot(conversation));
}

async function reread() {
  if (!current) return;
  const key = current.id;
  const conversation = await get(`/conversations/${key}`).catch(outOfSight);
  if (current?.id !== key) return;
  if (!conversation) return leave();
  const standing = ({ state, analyst, folios, name, category, is_reserved }) =>
    JSON.stringify([state, analyst, folios, name, category, is_reserved]);
  if (standing(current) === standing(conversation)) return;
  const lost = isMine(current) && !isMine(conversation);
  show(conversation);
  if (lost) tell("talk-error", "Usted ya no atiende esta conversación. Lo que escribía queda guardado como borrador.");
  await side.show(conversation);
}

/** What is reserved is out of sight of who does not attend it, or no longer does. */
function outOfSight(problem) {
  if (problem.status === 404) return null;
  throw problem;
}

function leave() {
  history.replaceState(null, "", "/console");
  showPane("list");
  shut();
  announce("La conversación ya no está a su vista: es reservada.");
}

async function claim(key) {
  if (!key) return;
  try {
    await acts.claim(key);
    await go(key);
    write("answers");
  } catch (problem) {
    await go(key);
    tell("talk-error", problem.message);
  }
  await refresh();
}

async function act(doing) {
  tell("talk-error", "");
  const { id } = current;
  try {
    if (!(await doing(id))) return;
  } catch (problem) {
    return tell("talk-error", problem.message);
  }
  await Promise.all([reread(), refresh()]);
  if (current?.id !== id) return;
  await transcript.catchUp();
  if (current?.id === id) tell("talk-error", "");
}

function said(key, row) {
  lists.seen(key, row.at);
  transcript.hear([{ ...row, conversation: key }]);
  if (key === current?.id) transcript.toEnd();
}

function write(mode) {
  if (!current) return;
  showPane("talk");
  answer.choose(mode);
  answer.focus();
}

/** The same as its button, where there is one. */
function press(id) {
  if (current && !find(id).hidden) find(id).click();
}

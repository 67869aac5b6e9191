// The left pane: my conversations; who waits, in order; my colleagues', and the assistant's.

import { get } from "./api.js";
import { find, icon, make, tell } from "./make.js";
import { data, lately, waited } from "./time.js";
import { intentName, nameOf, preview } from "./names.js";
import { channels, priorities, reasons } from "./words.es.js";

const PATH = /^\/console\/conversations\/([^/]+)$/;
const EVERY = 200;
const BREATH = 300;
const KEPT = 7 * 86400000;

let chosen = null;
const seenAt = (key) => localStorage.getItem(`seen:${key}`);
let actions = { open() {}, claim() {} };
let shown = { waiting: [], mine: [], others: [], bot: [] };

export function start(doing) {
  actions = doing;
  setInterval(tick, 20000);
  forget();
}

/** What was seen a week ago is no longer worth remembering. */
function forget() {
  const old = Object.keys(localStorage).filter((name) => name.startsWith("seen:") && Date.now() - Date.parse(localStorage[name]) > KEPT);
  for (const name of old) localStorage.removeItem(name);
}

/** Read the lists again. Calls that come while they are read share the reading after it. */
let reading = null;
let following = null;
export function refresh() {
  if (!reading) return (reading = read().finally(() => (reading = null)));
  return (following ??= reading.then(() => pause(BREATH)).then(() => {
    following = null;
    return refresh();
  }));
}

const pause = (time) => new Promise((done) => setTimeout(done, time));

async function read() {
  try {
    const [queue, attended, bot] = await Promise.all([
      get("/queue"),
      get("/conversations", { state: "analyst", limit: EVERY }),
      get("/conversations", { state: "bot", limit: 50 }),
    ]);
    const isMine = (each) => each.analyst?.username === data.me;
    shown = {
      waiting: queue.items,
      mine: attended.items.filter(isMine),
      others: attended.items.filter((each) => !isMine(each)),
      bot: bot.items,
    };
    tell("list-error", "");
    draw();
  } catch (problem) {
    tell("list-error", `La lista no está al día. ${problem.message}`);
  }
}

export const waiting = () => shown.waiting;
export const unread = () => shown.mine.filter(isUnread).length;

export function choose(key) {
  chosen = key;
  for (const card of document.querySelectorAll(".cards li")) card.classList.toggle("chosen", card.dataset.key === key);
}

/** I have it before my eyes: nothing in it is unread. */
export function seen(key, at) {
  localStorage.setItem(`seen:${key}`, at);
  draw();
}

function draw() {
  const focused = document.activeElement?.closest?.(".cards li");
  const place = focused && { key: focused.dataset.key, tag: document.activeElement.tagName };
  fill("waiting", shown.waiting, waitingCard);
  fill("mine", shown.mine, (each) => card(each, isUnread(each) && make("span", { class: "unread" }, "Nuevo")));
  fill("others", shown.others, (each) => card(each, null, `Atiende ${each.analyst.name}`));
  fill("with-bot", shown.bot, (each) => card(each));
  find("no-waiting").hidden = shown.waiting.length > 0;
  find("no-mine").hidden = shown.mine.length > 0;
  count("n-waiting", shown.waiting.length);
  count("n-mine", shown.mine.length);
  count("n-others", shown.others.length);
  count("n-bot", shown.bot.length);
  find("pane-waiting").hidden = !shown.waiting.length;
  count("pane-waiting", shown.waiting.length);
  choose(chosen);
  if (place) cardOf(place.key)?.querySelector(place.tag.toLowerCase())?.focus();
}

const count = (id, number) => (find(id).textContent = number);
const fill = (id, items, draw) => find(id).replaceChildren(...items.map(draw));
const cardOf = (key) => document.querySelector(`.cards li[data-key="${CSS.escape(key)}"]`);

function waitingCard(place) {
  const danger = place.priority === 0;
  const late = Boolean(place.alarmed_at) || new Date(place.alarm_at) < Date.now();
  return make("li", { class: [danger && "p0", late && "late"].filter(Boolean).join(" "), "data-key": place.conversation },
    link(place.conversation,
      make("span", { class: "card-line" },
        make("span", { class: `chip p${place.priority}` }, danger && icon("danger"), priorities[place.priority]),
        make("span", { class: `card-wait ${late ? "chip late" : ""}`, title: late && "Nadie la tomó a tiempo" },
          late && icon("alarm"), make("span", { class: "card-word" }, "Espera "), make("span", { "data-since": place.since }, waited(place.since)),
          late && make("span", { class: "unseen" }, ". Nadie la tomó a tiempo"))),
      place.name && make("span", { class: "card-name" }, place.name),
      preview(place),
      make("span", { class: "card-small" }, [!danger && (reasons[place.reason] ?? "Necesita a una persona"), about(place)].filter(Boolean).join(" · "))),
    make("button", { type: "button", "aria-label": `Tomar la conversación de ${nameOf(place)}`, onclick: () => actions.claim(place.conversation) }, "Tomar"));
}

function card(conversation, mark, more) {
  return make("li", { "data-key": conversation.id },
    link(conversation.id,
      (conversation.name || mark || !conversation.preview) && make("span", { class: "card-line" }, make("span", { class: "card-name" }, conversation.name || (!conversation.preview && nameOf(conversation))), mark),
      preview(conversation),
      make("span", { class: "card-small" }, [about(conversation), lately(conversation.last_at)].join(" · ")),
      more && make("span", { class: "card-small" }, more)));
}

function link(key, ...inside) {
  return make("a", { href: `/console/conversations/${key}`, onclick: follow }, inside);
}

function follow(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  actions.open(PATH.exec(event.currentTarget.pathname)[1]);
}

const about = (each) => [channels[each.channel] ?? each.channel, each.category && intentName(each.category)].filter(Boolean).join(" · ");
const isUnread = (each) => each.id !== chosen && Date.parse(each.last_at) > Date.parse(seenAt(each.id) ?? each.opened_at);

function tick() {
  for (const place of document.querySelectorAll("[data-since]")) place.textContent = waited(place.dataset.since);
}

/** Move the focus through the cards of all lists, as one. */
export function step(by) {
  const links = [...document.querySelectorAll(".list .cards a")].filter((each) => each.checkVisibility());
  if (!links.length) return;
  const now = links.indexOf(document.activeElement);
  const from = now >= 0 ? now : links.findIndex((each) => each.closest("li").dataset.key === chosen);
  links[Math.min(links.length - 1, Math.max(0, from + by))].focus();
}

export const focusedKey = () => document.activeElement?.closest?.(".cards li")?.dataset.key ?? null;

export function focusList() {
  (cardOf(chosen)?.querySelector("a") ?? document.querySelector(".list .cards a") ?? find("help-open")).focus();
}

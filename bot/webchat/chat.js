// Puts the page together: session, what is sent, what arrives, and who attends.

import { Bubbles } from "./bubbles.js";
import { Composer } from "./composer.js";
import { Following } from "./following.js";
import { Host } from "./host.js";
import { Keep } from "./keep.js";
import { Leaving } from "./leaving.js";
import { Live } from "./live.js";
import { Outbox } from "./outbox.js";
import { whereFrom } from "./place.js";
import { Refused, Server } from "./server.js";
import { Session } from "./session.js";
import { say, speak } from "./speech.js";
import { Attending } from "./state.js";
import { Unread } from "./unread.js";
import { fit } from "./viewport.js";

const LONGEST_PAUSE = 30000;
const FULL_PAGE = 200; // messages in one answer: there may be more
const part = (id) => document.getElementById(id);

const host = new Host();
const keep = new Keep();
const server = new Server();
const session = new Session(server, keep, host);
const log = part("log");
const following = new Following(part("messages"), log, part("composer"));
const bubbles = new Bubbles(part("messages"), following, server, {
  press, retry: (entry) => outbox.retry(entry), discard: (entry) => outbox.discard(entry),
});
const outbox = new Outbox(server, keep, { changed: (entry) => bubbles.showPending(entry), expired: renew });
const attending = new Attending(part("state"), part("person"), part("call"), part("dots"));
const live = new Live(server, { told, connected: (is) => attending.connected(is), expired: renew });
const composer = new Composer(part("composer"), (message) => (leaving.isAsked(message.text) ? leaving.leave() : outbox.put(message)), () => attending.isSeen && live.say({ typing: true }));
const leaving = new Leaving(keep, host, () => live.stop());
const unread = new Unread(host);

let isRenewing = false;

part("unopened").remove();
part("person").onclick = () => { outbox.put({ text: part("person").textContent, payload: "persona" }); composer.text.focus(); };
part("leave").onclick = () => leaving.leave();
part("forget").onclick = () => leaving.forget();
part("close").onclick = () => host.tell("close");
part("close").hidden = !host.isThere;
document.body.toggleAttribute("data-framed", host.isThere);
host.entered = takeFocus;
fit();
begin();

async function begin() {
  if (host.isThere) {
    await host.hello();
    host.tell("ready");
    keep.under(host.origin);
  }
  keep.watch(heard);
  outbox.load();
  await enter();
}

// Into the conversation; the empty first message of a new one asks the bot to greet.
async function enter(stale) {
  const { token, isNew } = await untilItWorks(() => session.enter(stale));
  server.token = token;
  if (isNew) outbox.put({ payload: "inicio" }, true);
  live.start();
  outbox.flush();
}

async function untilItWorks(attempt) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      attending.connected(false);
      await new Promise((resolve) => {
        setTimeout(resolve, error instanceof Refused && error.after ? error.after * 1000 : pause);
        addEventListener("online", resolve, { once: true });
      });
    }
  }
}

async function renew() {
  if (isRenewing) return;
  isRenewing = true;
  const stale = server.token;
  live.stop();
  live.cursor = "0";
  server.token = null;
  await enter(stale);
  isRenewing = false;
}

function told(news) {
  // Whoever takes over keeps no language, and the citizen has not changed theirs.
  if (news.state.language || news.state.owner === "bot") speak(news.state.language);
  for (const message of news.messages) {
    bubbles.show(message);
    if (message.from === "analyst") attending.stopsWriting();
    if (message.from === "citizen") outbox.arrived(message.id);
    else if (!log.hasAttribute("aria-busy")) unread.arrived();
  }
  bubbles.reached(news.state);
  attending.told(news.state);
  attending.works(bubbles.unread.size > 0, Boolean(news.state.writing));
  if (news.typing) attending.writes();
  if (news.messages.length < FULL_PAGE) log.removeAttribute("aria-busy");
}

function press(button, made) {
  if (button.isPlace) return sendPlace(made);
  outbox.put({ text: button.text, payload: button.payload });
  takeFocus();
}

async function sendPlace(made) {
  composer.complain();
  try {
    outbox.put({ location: await whereFrom(made) });
  } catch (error) {
    composer.complain([say("No se pudo saber su ubicación. Escríbala, por favor.")]);
  }
  takeFocus();
}

// On a phone the keyboard would cover what comes next.
function takeFocus() {
  (matchMedia("(pointer: coarse)").matches ? log : composer.text).focus();
}

// From another tab.
function heard(name, value) {
  if (name === "leave") leaving.go();
  else if (name === "token" && server.token && value !== server.token) location.reload();
  else if (name.startsWith("outbox.") && value) outbox.adopt(value);
}

// Puts the page together: session, what is sent, what arrives, and who attends.

import { Bubbles } from "./bubbles.js";
import { Composer } from "./composer.js";
import { Host } from "./host.js";
import { Keep } from "./keep.js";
import { Live } from "./live.js";
import { Outbox } from "./outbox.js";
import { Refused, Server } from "./server.js";

const NEUTRAL_PAGE = "https://www.google.com/";
const LONGEST_PAUSE = 30000;
const part = (id) => document.getElementById(id);
const title = document.title;

const host = new Host();
const keep = new Keep(!host.isThere);
const server = new Server();
const log = part("log");
const bubbles = new Bubbles(part("messages"), log, server, { press, retry: (entry) => outbox.retry(entry) });
const outbox = new Outbox(server, keep, { changed: (entry) => bubbles.showPending(entry), expired: renew });
const live = new Live(server, { told, connected, expired: renew });
const composer = new Composer(part("composer"), (message) => outbox.put(message));

let state = { owner: "bot" };
let isConnected = true;
let unread = 0;
let isRenewing = false;

part("person").onclick = () => { outbox.put({ text: "Hablar con una persona", payload: "persona" }); composer.text.focus(); };
part("leave").onclick = leave;
part("forget").onclick = forget;
part("close").onclick = () => host.tell("close");
part("close").hidden = !host.isThere;
document.addEventListener("keydown", (event) => event.key === "Escape" && host.tell("close"));
document.addEventListener("visibilitychange", seen);
addEventListener("focus", seen);

begin();

async function begin() {
  const token = host.isThere ? await host.hello() : keep.get("token");
  outbox.entries.forEach((entry) => bubbles.showPending(entry));
  if (token) enter(token);
  else await open();
}

function enter(token) {
  server.token = token;
  live.start();
  outbox.flush();
}

// A new conversation: the empty first message asks the bot to greet.
async function open() {
  for (let pause = 1000; !server.token; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const token = await server.open();
      keep.set("token", token);
      host.tell("token", { token });
      outbox.put({ payload: "inicio" }, true);
      enter(token);
    } catch (error) {
      connected(false);
      await new Promise((resolve) => setTimeout(resolve, error instanceof Refused && error.after ? error.after * 1000 : pause));
    }
  }
}

async function renew() {
  if (isRenewing) return;
  isRenewing = true;
  live.stop();
  live.cursor = "0";
  server.token = null;
  await open();
  isRenewing = false;
}

function told(news) {
  for (const message of news.messages) {
    bubbles.show(message);
    if (message.from === "citizen") outbox.arrived(message.id);
    else if (!log.hasAttribute("aria-busy")) count();
  }
  state = news.state;
  log.removeAttribute("aria-busy");
  showState();
}

function connected(is) {
  isConnected = is;
  showState();
}

function showState() {
  const isOnline = isConnected && navigator.onLine !== false;
  const words = isOnline ? attends() : "Sin conexión. Lo que escriba se enviará al volver.";
  const line = part("state");
  if (line.textContent !== words) line.textContent = words;
  line.parentElement.dataset.owner = state.owner;
  line.parentElement.toggleAttribute("data-offline", !isOnline);
  part("person").hidden = Boolean(state.queue_position) || state.owner === "analyst";
}

function attends() {
  switch (state.owner) {
    case "queue": return state.queue_position ? `En fila para hablar con una persona: posición ${state.queue_position}` : "Una persona revisará su petición";
    case "analyst": return `Le atiende ${state.analyst}`;
    case "closed": return "La conversación terminó. Escriba para empezar otra.";
    default: return "Le atiende un asistente automático";
  }
}

function press(button) {
  outbox.put({ text: button.text, payload: button.payload });
  // On a phone the keyboard would cover what comes next.
  (matchMedia("(pointer: coarse)").matches ? log : composer.text).focus();
}

function count() {
  if (!document.hidden && document.hasFocus()) return;
  unread += 1;
  tellUnread();
}

function seen() {
  if (document.hidden || !unread) return;
  unread = 0;
  tellUnread();
}

function tellUnread() {
  document.title = unread ? `(${unread}) ${title}` : title;
  host.tell("unread", { count: unread });
}

function forget() {
  if (!confirm("Se borrará la conversación de este equipo y ya no podrá verla aquí. Si tiene un folio, anótelo antes. ¿Continuar?")) return;
  live.stop();
  keep.forget();
  host.tell("forget");
  location.reload();
}

// For whoever must hide at once that they were writing.
function leave() {
  live.stop();
  keep.forget();
  document.body.textContent = "";
  document.title = "";
  if (host.isThere) host.tell("leave", { to: NEUTRAL_PAGE });
  else location.replace(NEUTRAL_PAGE);
}

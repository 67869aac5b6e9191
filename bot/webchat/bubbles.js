// The messages on the screen. Each enters the log once, so that screen readers tell it once.

import { answers, attachment, calls, dayOf, element, isCall, messageItem, setFate, setTime } from "./message.js";
import { placeButtons } from "./place.js";
import { say } from "./speech.js";
import { Trouble } from "./trouble.js";

export class Bubbles {
  // press(button, made): a quick reply, and where it stands. retry(entry): send again. discard(entry): do not.
  constructor(list, following, server, { press, retry, discard }) {
    Object.assign(this, { list, following, server, press });
    this.trouble = new Trouble({ retry, discard });
    this.pending = new Map();
    this.shown = new Set();
    this.unread = new Map(); // what the citizen wrote: cursor -> item, or null if there is none
    this.deliveredUntil = this.readUntil = 0;
    this.day = "";
  }

  // A message of the log.
  show(message) {
    if (this.shown.has(message.cursor)) return;
    this.shown.add(message.cursor);
    const replies = [...placeButtons(message), ...message.buttons.filter((button) => !isCall(button))];
    if (message.from === "citizen" || message.from === "analyst" || replies.length) this.removeAnswers();
    const item = this.settled(message) || (isVisible(message) ? this.made(message) : null);
    if (message.from === "citizen") this.unread.set(Number(message.cursor), item);
    if (replies.length) item.append(answers(replies, this.press));
    if (item) this.place(item, message);
  }

  made(message) {
    const item = messageItem(message);
    const bubble = item.querySelector(".bubble");
    this.appendFiles(bubble, message.attachments);
    appendPlace(bubble, message);
    const numbers = message.buttons.filter(isCall);
    if (numbers.length) bubble.append(calls(numbers));
    if (message.from === "citizen") setFate(item, "sent");
    return item;
  }

  // What the citizen sent from here is already on the screen.
  settled(message) {
    const item = this.pending.get(message.id);
    if (!item) return null;
    this.pending.delete(message.id);
    item.className = "message citizen";
    item.setAttribute("aria-live", "off");
    item.querySelectorAll(".attachment").forEach((old) => old.remove());
    this.appendFiles(item.querySelector(".bubble"), message.attachments);
    this.trouble.tell(item, { state: "sent" });
    setFate(item, "sent");
    setTime(item, message.at);
    return item;
  }

  appendFiles(bubble, files) {
    for (const file of files) {
      bubble.append(attachment(file, () => this.server.file(file.id), () => this.following.toEnd()));
    }
  }

  // A message on its way.
  showPending(entry) {
    let item = this.pending.get(entry.id);
    if (entry.state === "discarded") {
      this.pending.delete(entry.id);
      if (item) item.remove();
      return;
    }
    if (!item) {
      if (!entry.text && !entry.location && !entry.files.length && !entry.attachments.length) return;
      item = this.madePending(entry);
    }
    item.className = `message citizen ${entry.state}`;
    setFate(item, entry.state);
    this.trouble.tell(item, entry);
    this.following.toEnd();
  }

  madePending(entry) {
    this.removeAnswers();
    const item = messageItem({ from: "citizen", at: entry.at, text: entry.text });
    const bubble = item.querySelector(".bubble");
    appendPlace(bubble, entry);
    entry.files.forEach((file) => bubble.append(attachment(file, () => Promise.resolve(file), () => this.following.toEnd())));
    this.pending.set(entry.id, item);
    this.list.append(item);
    this.following.fromHere();
    return item;
  }

  // Up to these cursors, what the citizen wrote was delivered, and read.
  reached({ delivered = 0, read = 0 }) {
    this.deliveredUntil = Math.max(this.deliveredUntil, Number(delivered));
    this.readUntil = Math.max(this.readUntil, Number(read));
    this.unread.forEach((item, cursor) => {
      const isRead = cursor <= this.readUntil;
      if (item && (isRead || cursor <= this.deliveredUntil)) setFate(item, isRead ? "read" : "delivered");
      if (isRead) this.unread.delete(cursor);
    });
  }

  // Only the last question can be answered.
  removeAnswers() {
    const old = this.list.querySelector(".buttons");
    if (!old) return;
    const hadFocus = old.contains(document.activeElement);
    old.remove();
    if (hadFocus) document.getElementById("log").focus();
  }

  // Before what is still on its way; without moving what is there already, which would tell it again.
  place(item, { at, from }) {
    const first = this.pending.values().next().value || null;
    if (item.parentNode !== this.list || (first && follows(item, first))) this.list.insertBefore(item, first);
    const day = new Date(at).toDateString();
    if (day !== this.day) this.list.insertBefore(element("li", "day", dayOf(at)), item);
    this.day = day;
    this.following.start = from === "citizen" ? null : this.following.start || item;
    this.following.toEnd();
  }
}

function appendPlace(bubble, { location }) {
  if (location) bubble.append(element("p", "", say("Mi ubicación")));
}

function follows(item, other) {
  return Boolean(other.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function isVisible(message) {
  return message.text || message.attachments.length || message.buttons.length || message.location;
}

// What the citizen wrote and the server has not yet: sent in order, again and again with the same
// id, until it is acknowledged. Every tab knows of it, and one at a time sends.

import { alone, newId } from "./keep.js";
import { Refused } from "./server.js";
import { say, sayWhy } from "./speech.js";

const LONGEST_PAUSE = 30000;

export class Outbox {
  // changed(entry): its state is now waiting | sending | sent | failed | discarded.
  // expired(): no valid token.
  constructor(server, keep, { changed, expired }) {
    Object.assign(this, { server, keep, changed, expired });
    this.entries = [];
    this.logged = new Set();
    this.pause = 1000;
    this.isBusy = false;
    addEventListener("online", () => this.hurry());
  }

  // What an earlier visit could not send.
  load() {
    const stored = this.keep.names("outbox.").map((name) => this.keep.stored(name)).filter(Boolean);
    stored.sort((one, other) => (one.at < other.at ? -1 : 1)).forEach((entry) => this.adopt(entry));
  }

  // Also of another tab.
  adopt({ id, at, text, payload, location, attachments }) {
    if (this.logged.has(id) || this.entries.some((entry) => entry.id === id)) return;
    const entry = { id, at, text, payload, location, attachments, files: [], refused: [], state: "waiting", isStored: true };
    this.entries.push(entry);
    this.changed(entry);
    this.flush();
  }

  put({ text = "", payload, location, files = [] }, isFirst = false) {
    const entry = { id: newId(), at: this.rising(), text, payload, location, files, attachments: [], refused: [], state: "waiting" };
    this.entries[isFirst ? "unshift" : "push"](entry);
    this.store(entry);
    this.changed(entry);
    this.flush();
  }

  // Now, but after whatever was put before: what is stored is sorted by it.
  rising() {
    this.last = Math.max(Date.now(), (this.last || 0) + 1);
    return new Date(this.last).toISOString();
  }

  retry(entry) {
    this.store(entry);
    this.turn(entry, "waiting");
    this.hurry();
  }

  discard(entry) {
    this.remove(entry.id);
    this.turn(entry, "discarded");
  }

  hurry() {
    this.pause = 1000;
    clearTimeout(this.timer);
    this.flush();
  }

  // The message came back from the log: it is safe.
  arrived(id) {
    this.logged.add(id);
    this.remove(id);
  }

  async flush() {
    if (this.isBusy || !this.server.token) return;
    this.isBusy = true;
    clearTimeout(this.timer);
    let next;
    while ((next = this.entries.find((entry) => entry.state === "waiting")) && await this.deliver(next));
    this.isBusy = false;
  }

  // True if the one after it may go.
  async deliver(entry) {
    this.turn(entry, "sending");
    try {
      await this.upload(entry);
      await alone("outbox", () => this.transmit(entry));
    } catch (error) {
      return this.failed(entry, error);
    }
    this.pause = 1000;
    if (this.entries.includes(entry)) this.turn(entry, "sent");
    return true;
  }

  async upload(entry) {
    while (entry.files.length) {
      const tell = (part) => { entry.part = part; this.changed(entry); };
      await this.uploadOne(entry, tell);
      entry.files.shift();
      entry.part = undefined;
      this.store(entry);
    }
  }

  // What can never be taken is left out: the words go all the same. Raises Refused where there is
  // nothing else to send.
  async uploadOne(entry, tell) {
    try {
      entry.attachments.push(await this.server.upload(entry.files[0], tell));
    } catch (error) {
      if (!isForGood(error)) throw error;
      entry.refused.push(say("«{name}» no se envió. {reason}", { name: entry.files[0].name, reason: sayWhy(error.message) }));
      entry.isHopeless = !entry.text && !entry.attachments.length && entry.files.length === 1;
      if (entry.isHopeless) throw new Refused(error.status, entry.refused.join(" "));
    }
  }

  async transmit(entry) {
    const isSent = entry.isStored && this.keep.stored(`outbox.${entry.id}`) === null;
    if (isSent) return; // by another tab
    const { id, text, payload, location, attachments } = entry;
    await this.server.send({ id, text, payload, location, attachments });
    this.keep.remove(`outbox.${id}`); // before another tab has its turn
  }

  failed(entry, error) {
    // The answer was lost, yet the message is in the log and has come back from there.
    if (!this.entries.includes(entry)) return true;
    if (isForGood(error)) {
      entry.reason = error.message;
      this.turn(entry, "failed");
      return true;
    }
    this.turn(entry, "waiting");
    if (error instanceof Refused && error.status === 401) {
      this.expired();
      return false;
    }
    const pause = error.after ? error.after * 1000 : this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.timer = setTimeout(() => this.flush(), pause);
    return false;
  }

  turn(entry, state) {
    entry.state = state;
    this.changed(entry);
  }

  // Files cannot be stored: what carries them lives as long as the page, or until they are sent.
  store(entry) {
    if (entry.files.length) return;
    const { id, at, text, payload, location, attachments } = entry;
    entry.isStored = this.keep.set(`outbox.${id}`, { id, at, text, payload, location, attachments });
  }

  remove(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.keep.remove(`outbox.${id}`);
  }
}

function isForGood(error) {
  return error instanceof Refused && !error.isForNow && error.status !== 401;
}

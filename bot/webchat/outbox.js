// What the citizen wrote and the server has not yet: sent in order, again and again with the same
// id, until it is acknowledged.

import { newId } from "./keep.js";
import { Refused } from "./server.js";

const LONGEST_PAUSE = 30000;

export class Outbox {
  // changed(entry): its state is now waiting | sending | sent | failed. expired(): no valid token.
  constructor(server, keep, { changed, expired }) {
    Object.assign(this, { server, keep, changed, expired });
    this.entries = (keep.get("outbox") || []).map((entry) => Object.assign(entry, { files: [], state: "waiting" }));
    this.pause = 1000;
    this.isBusy = false;
    addEventListener("online", () => this.hurry());
  }

  put({ text = "", payload, files = [] }, isFirst = false) {
    const entry = { id: newId(), at: new Date().toISOString(), text, payload, files, attachments: [], state: "waiting" };
    this.entries[isFirst ? "unshift" : "push"](entry);
    this.store();
    this.changed(entry);
    this.flush();
  }

  retry(entry) {
    entry.state = "waiting";
    this.changed(entry);
    this.hurry();
  }

  hurry() {
    this.pause = 1000;
    clearTimeout(this.timer);
    this.flush();
  }

  // The message came back from the log: it is safe.
  arrived(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.store();
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
      await this.transmit(entry);
    } catch (error) {
      return this.failed(entry, error);
    }
    this.pause = 1000;
    if (this.entries.includes(entry)) this.turn(entry, "sent");
    this.store();
    return true;
  }

  async transmit(entry) {
    while (entry.files.length) {
      entry.attachments.push(await this.server.upload(entry.files[0]));
      entry.files.shift();
    }
    const { id, text, payload, attachments } = entry;
    await this.server.send({ id, text, payload, attachments });
  }

  failed(entry, error) {
    // The answer was lost, yet the message is in the log and has come back from there.
    if (!this.entries.includes(entry)) return true;
    if (error instanceof Refused && !error.isForNow && error.status !== 401) {
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

  // Files cannot be stored: what carries them lives as long as the page.
  store() {
    const left = this.entries.filter((entry) => entry.state !== "sent" && !entry.files.length);
    this.keep.set("outbox", left.map(({ id, at, text, payload, attachments }) => ({ id, at, text, payload, attachments })));
  }
}

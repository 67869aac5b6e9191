// Follows the conversation: a WebSocket, and where that cannot be, long polls. Either way it goes
// on from the last cursor, so a broken connection loses nothing.

import { Refused } from "./server.js";

const SILENCE = 60000; // the server speaks at least every 25 s
const LONGEST_PAUSE = 30000;
const HEARTBEAT = 30000;
const POLLS_BEFORE_SOCKET = 4;
const WRONG_TOKEN = 4401;

export class Live {
  // told(news), connected(boolean), expired(): no valid token.
  constructor(server, { told, connected, expired }) {
    Object.assign(this, { server, told, connected, expired });
    this.cursor = "0";
    this.failures = 0;
    this.heardAt = 0;
    addEventListener("online", () => this.anew());
    addEventListener("offline", () => this.connected(false));
    document.addEventListener("visibilitychange", () => document.hidden || this.woken());
  }

  start() {
    this.isStopped = false;
    this.failures = 0;
    this.open();
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    if (this.socket) this.socket.close();
    this.socket = null;
  }

  // The connection of the network before, or of before a phone slept, may be dead and not know it.
  anew() {
    if (this.socket) {
      this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
    this.hurry();
  }

  woken() {
    if (Date.now() - this.heardAt > HEARTBEAT) this.anew();
  }

  hurry() {
    if (this.isStopped !== false || this.socket || this.isPolling) return;
    clearTimeout(this.timer);
    this.open();
  }

  open() {
    const root = location.origin.replace(/^http/, "ws");
    try {
      this.socket = new WebSocket(`${root}/chat/live?after=${this.cursor}`);
    } catch (error) {
      this.poll();
      return;
    }
    const socket = this.socket;
    socket.onopen = () => socket.send(JSON.stringify({ token: this.server.token }));
    socket.onmessage = (event) => this.heard(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.socket && this.lost(event.code);
    this.listen();
  }

  listen() {
    clearTimeout(this.silence);
    const socket = this.socket;
    this.silence = setTimeout(() => socket && socket === this.socket && this.anew(), SILENCE);
  }

  heard(news) {
    this.failures = 0;
    this.heardAt = Date.now();
    this.connected(true);
    if (this.socket) this.listen();
    const last = news.messages[news.messages.length - 1];
    if (last) this.cursor = last.cursor;
    this.told(news);
  }

  // Where there is a socket, and nothing else: it is worth nothing later.
  say(words) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(words));
  }

  lost(code) {
    this.socket = null;
    clearTimeout(this.silence);
    if (this.isStopped) return;
    if (code === WRONG_TOKEN) {
      this.expired();
      return;
    }
    this.failures += 1;
    if (this.failures % 2 === 0) this.poll();
    else this.later();
  }

  later() {
    if (this.failures > 1) this.connected(false);
    const pause = Math.min(500 * 2 ** this.failures, LONGEST_PAUSE);
    this.timer = setTimeout(() => this.open(), pause * (0.75 + Math.random() / 2));
  }

  // Some networks let no WebSocket through.
  async poll() {
    this.isPolling = true;
    try {
      for (let left = POLLS_BEFORE_SOCKET; left && !this.isStopped; left -= 1) {
        const news = await this.server.after(this.cursor, left === POLLS_BEFORE_SOCKET ? 0 : 20);
        if (!this.isStopped) this.heard(news);
      }
      this.failures = 1;
    } catch (error) {
      this.failures += 1;
      if (error instanceof Refused && error.status === 401) this.expired();
    }
    this.isPolling = false;
    if (!this.isStopped) this.later();
  }
}

// Follows the log: a socket that resumes from its cursor. Between sockets it says so, and the
// page looks by itself.

const LONGEST_PAUSE = 15000;

export class Live {
  /** `onFrame(frame)`; `onState("live" | "cut")`, also at the first success. */
  constructor(onFrame, onState) {
    this.onFrame = onFrame;
    this.onState = onState;
    this.cursor = null;
    this.failures = 0;
    this.looking = null;
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    this.connect();
  }

  connect() {
    clearTimeout(this.next);
    this.next = null;
    const address = new URL("/api/v1/live", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    if (this.cursor !== null) address.searchParams.set("after", this.cursor);
    this.socket = new WebSocket(address);
    this.socket.addEventListener("open", () => this.looking && this.say({ looking: this.looking }));
    this.socket.addEventListener("message", (event) => this.hear(JSON.parse(event.data)));
    this.socket.addEventListener("close", (event) => this.lost(event.code));
  }

  /** Told where there is a socket; `looking` again whenever there is another one. */
  say(words) {
    if ("looking" in words) this.looking = words.looking;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(words));
  }

  hear(frame) {
    if (frame.cursor !== undefined) this.cursor = frame.cursor;
    if (this.failures !== null) {
      this.failures = null;
      this.onState("live");
    }
    this.onFrame(frame);
  }

  lost(code) {
    this.failures = (this.failures ?? 0) + 1;
    this.onState("cut", code);
    this.next = setTimeout(() => this.connect(), Math.min(LONGEST_PAUSE, 500 * 2 ** this.failures));
  }

  hurry() {
    if (this.next) this.connect();
  }
}

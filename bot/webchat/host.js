// Inside another site: the token lives with the host page, and words pass between exact origins.
// hello {token}, enter and leave come from the host; ready, ask, token, forget, close, escape, unread
// and leave go to it.

export class Host {
  constructor() {
    this.isThere = window.parent !== window;
    const allowed = document.querySelector('meta[name="ventanilla-hosts"]').content;
    this.allowed = allowed.split(" ").filter(Boolean);
    this.origin = null;
    this.waiting = [];
    this.left = () => {}; // whoever must forget says how
    this.entered = () => {}; // and whoever takes the keyboard
    if (this.isThere) addEventListener("message", (event) => this.hear(event));
  }

  hear(event) {
    const isHost = event.source === window.parent && this.allowed.includes(event.origin);
    if (!isHost || !event.data) return;
    if (event.data.ventanilla === "leave") this.left();
    if (event.data.ventanilla === "enter") this.entered();
    if (event.data.ventanilla !== "hello") return;
    this.origin = event.origin;
    const token = typeof event.data.token === "string" ? event.data.token : null;
    this.waiting.splice(0).forEach((resolve) => resolve(token));
  }

  // The host page has introduced itself.
  hello() {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  // The token that the host page keeps now, or null. It has heard what it was told before.
  ask() {
    const answer = this.hello();
    this.tell("ask");
    return answer;
  }

  // A page that is left before the host page has heard it speaks for nobody, and is not heard.
  async forget() {
    if (!this.origin) return;
    this.tell("forget");
    await this.ask();
  }

  tell(word, more = {}) {
    if (this.origin) window.parent.postMessage(Object.assign({ ventanilla: word }, more), this.origin);
  }
}

// Inside another site: the token lives with the host page, and words pass between exact origins.

export class Host {
  constructor() {
    this.isThere = window.parent !== window;
    const allowed = document.querySelector('meta[name="ventanilla-hosts"]').content;
    this.allowed = allowed.split(" ").filter(Boolean);
    this.origin = null;
  }

  // The token that the host page kept, or null, once it has introduced itself.
  hello() {
    return new Promise((resolve) => {
      addEventListener("message", (event) => {
        const isHost = event.source === window.parent && this.allowed.includes(event.origin);
        if (!isHost || !event.data || event.data.ventanilla !== "hello") return;
        this.origin = event.origin;
        resolve(typeof event.data.token === "string" ? event.data.token : null);
      });
    });
  }

  tell(word, more = {}) {
    if (this.origin) window.parent.postMessage(Object.assign({ ventanilla: word }, more), this.origin);
  }
}

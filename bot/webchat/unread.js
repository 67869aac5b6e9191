// How many messages came while nobody was looking: in the title, and for the site that shows us.

export class Unread {
  constructor(host) {
    this.host = host;
    this.count = 0;
    this.title = document.title;
    document.addEventListener("visibilitychange", () => this.seen());
    addEventListener("focus", () => this.seen());
  }

  arrived() {
    if (!document.hidden && document.hasFocus()) return;
    this.count += 1;
    this.tell();
  }

  seen() {
    if (document.hidden || !this.count) return;
    this.count = 0;
    this.tell();
  }

  tell() {
    document.title = this.count ? `(${this.count}) ${this.title}` : this.title;
    this.host.tell("unread", { count: this.count });
  }
}

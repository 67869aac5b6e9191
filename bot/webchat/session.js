// Which conversation this is: its token, kept by this page or by the site that shows it.

import { alone } from "./keep.js";

export class Session {
  constructor(server, keep, host) {
    Object.assign(this, { server, keep, host });
  }

  // The token that is kept, unless it is `stale`; else a new one. Two tabs get the same.
  // Raises Unreachable, Refused.
  enter(stale = null) {
    return alone("session", async () => {
      const good = (token) => token && token !== stale;
      const kept = await this.kept();
      if (good(kept)) return { token: kept, isNew: false };
      this.server.token = null;
      const token = await this.server.open();
      const other = await this.kept(); // without locks, another tab may have been quicker
      if (good(other)) return { token: other, isNew: false };
      await this.save(token);
      return { token, isNew: true };
    });
  }

  async kept() {
    return this.host.isThere ? this.host.ask() : this.keep.get("token");
  }

  async save(token) {
    if (!this.host.isThere) {
      this.keep.set("token", token);
      return;
    }
    this.host.tell("token", { token });
    await this.host.ask();
  }
}

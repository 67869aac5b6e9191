// The calls of the web chat.

export class Unreachable extends Error {}

export class Refused extends Error {
  constructor(status, detail, after) {
    super(detail);
    this.status = status;
    this.after = after; // seconds to wait, if it said so
  }

  get isForNow() {
    return this.status === 429 || this.status >= 500;
  }
}

const PATIENCE = 25000;

export class Server {
  constructor() {
    this.token = null;
    this.files = new Map();
  }

  async open() {
    const answer = await this.call("/chat/sessions", { method: "POST", body: "{}" });
    return (await answer.json()).token;
  }

  async send(message) {
    await this.call("/chat/messages", { method: "POST", body: JSON.stringify(message) });
  }

  async upload(file) {
    const body = new FormData();
    body.append("file", file);
    const answer = await this.call("/chat/attachments", { method: "POST", body }, 4 * PATIENCE);
    const { id } = await answer.json();
    this.files.set(id, file);
    return id;
  }

  async file(id) {
    if (!this.files.has(id)) {
      const answer = await this.call(`/chat/attachments/${encodeURIComponent(id)}`);
      this.files.set(id, await answer.blob());
    }
    return this.files.get(id);
  }

  async after(cursor, seconds) {
    const path = `/chat/messages?after=${cursor}&wait=${seconds}`;
    const answer = await this.call(path, {}, PATIENCE + seconds * 1000);
    return answer.json();
  }

  async call(path, options = {}, patience = PATIENCE) {
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), patience);
    const headers = this.token ? { authorization: `Bearer ${this.token}` } : {};
    let answer;
    try {
      answer = await fetch(path, Object.assign({ headers, signal: given.signal }, options));
    } catch (error) {
      throw new Unreachable();
    } finally {
      clearTimeout(timer);
    }
    if (!answer.ok) throw await refusal(answer);
    return answer;
  }
}

async function refusal(answer) {
  let detail = "No se pudo enviar.";
  try {
    detail = (await answer.json()).detail || detail;
  } catch (error) { /* a proxy's page */ }
  return new Refused(answer.status, detail, Number(answer.headers.get("retry-after")) || null);
}

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
    this.state = null; // who attends, as last told
    this.files = new Map();
  }

  async open() {
    const answer = await this.call("/chat/sessions", { method: "POST", body: "{}" });
    return (await answer.json()).token;
  }

  async send(message) {
    await this.call("/chat/messages", { method: "POST", body: JSON.stringify(message) });
  }

  // told(part): how much of it has gone, 0 to 1.
  async upload(file, told) {
    const body = new FormData();
    body.append("file", file);
    const { id } = JSON.parse(await this.push("/chat/attachments", body, told));
    this.files.set(id, file);
    return id;
  }

  // fetch does not tell how far it is. Patience is for silence here: a slow network may take long.
  push(path, body, told) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let timer;
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), 2 * PATIENCE);
      };
      request.upload.onprogress = (event) => { wait(); told(event.loaded / event.total); };
      request.onloadend = () => {
        clearTimeout(timer);
        if (request.status >= 200 && request.status < 300) resolve(request.responseText);
        else if (request.status) reject(refusal(request.status, request.responseText, request.getResponseHeader("retry-after")));
        else reject(new Unreachable());
      };
      request.open("POST", path);
      request.setRequestHeader("authorization", `Bearer ${this.token}`);
      request.send(body);
      wait();
    });
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
    const headers = this.state ? { "if-none-match": this.state } : {};
    const answer = await this.call(path, { headers }, PATIENCE + seconds * 1000);
    this.state = answer.headers.get("etag");
    return answer.json();
  }

  async call(path, options = {}, patience = PATIENCE) {
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), patience);
    const headers = Object.assign(this.token ? { authorization: `Bearer ${this.token}` } : {}, options.headers);
    let answer;
    try {
      answer = await fetch(path, Object.assign({}, options, { headers, signal: given.signal }));
    } catch (error) {
      throw new Unreachable();
    } finally {
      clearTimeout(timer);
    }
    if (!answer.ok) throw refusal(answer.status, await answer.text(), answer.headers.get("retry-after"));
    return answer;
  }
}

function refusal(status, body, after) {
  let detail = "No se pudo enviar.";
  try {
    detail = JSON.parse(body).detail || detail;
  } catch (error) { /* a proxy's page */ }
  return new Refused(status, detail, Number(after) || null);
}

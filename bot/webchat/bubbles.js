// The messages on the screen.

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:)!?])/;
const NEAR = 80; // pixels from the end that still count as being there
const AUTHORS = { citizen: "Usted", bot: "Asistente automático", analyst: "Persona que le atiende", system: "Aviso" };
const clock = new Intl.DateTimeFormat("es-MX", { hour: "2-digit", minute: "2-digit", hour12: false });
const calendar = new Intl.DateTimeFormat("es-MX", { weekday: "long", day: "numeric", month: "long" });

export class Bubbles {
  // press(button): a quick reply. retry(entry): send again.
  constructor(list, scroll, server, { press, retry }) {
    Object.assign(this, { list, scroll, server, press, retry });
    this.pending = new Map();
    this.shown = new Set();
    this.day = "";
    this.isAtEnd = true;
    scroll.addEventListener("scroll", () => { this.isAtEnd = distance(scroll) < NEAR; }, { passive: true });
    // The keyboard and the previews take room from below.
    if (window.ResizeObserver) new ResizeObserver(() => this.toEnd()).observe(scroll);
  }

  // A message of the log. What the citizen sent from here is already on the screen.
  show(message) {
    if (this.shown.has(message.cursor)) return;
    this.shown.add(message.cursor);
    this.removeButtons();
    const sent = message.id && this.pending.get(message.id);
    if (sent) sent.remove();
    this.pending.delete(message.id);
    if (!isVisible(message)) return;
    const item = this.item(message, message.name || AUTHORS[message.from]);
    const bubble = item.querySelector(".bubble");
    message.attachments.forEach((file) => bubble.append(this.attachment(file)));
    if (message.location) bubble.append(element("p", "", "Ubicación enviada"));
    if (message.buttons.length) item.append(this.buttons(message.buttons));
    this.place(item, message.at);
  }

  // A message on its way.
  showPending(entry) {
    if (!entry.text && !entry.files.length && !entry.attachments.length) return;
    let item = this.pending.get(entry.id);
    if (!item) {
      this.removeButtons();
      item = this.item({ from: "citizen", at: entry.at, text: entry.text }, AUTHORS.citizen);
      entry.files.forEach((file) => item.querySelector(".bubble").append(element("p", "", file.name)));
      item.append(element("p", "fate"));
      item.querySelector(".fate").setAttribute("aria-live", "off");
      this.pending.set(entry.id, item);
      this.list.append(item);
      this.isAtEnd = true;
    }
    item.className = `message citizen ${entry.state}`;
    this.tellFate(item.querySelector(".fate"), entry);
    this.toEnd();
  }

  tellFate(fate, entry) {
    const words = { sending: "Enviando…", sent: "Enviado", waiting: "Sin enviar. Se enviará en cuanto haya conexión.", failed: entry.reason };
    fate.textContent = words[entry.state];
    fate.setAttribute("aria-live", entry.state === "failed" ? "polite" : "off");
    if (entry.state !== "failed" && entry.state !== "waiting") return;
    const again = element("button", "link", "Reintentar");
    again.type = "button";
    again.onclick = () => this.retry(entry);
    fate.append(" ", again);
  }

  item(message, author) {
    const item = element("li", `message ${message.from}`);
    const byline = element("p", "byline", `${author} · `);
    const time = element("time", "", clock.format(new Date(message.at)));
    time.dateTime = message.at;
    byline.append(time);
    const bubble = element("div", "bubble");
    if (message.text) bubble.append(linked(message.text));
    item.append(byline, bubble);
    return item;
  }

  buttons(given) {
    const group = element("div", "buttons");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Respuestas");
    for (const button of given) {
      const made = element("button", "", button.text);
      made.type = "button";
      made.onclick = () => this.press(button);
      group.append(made);
    }
    return group;
  }

  // Only the last question can be answered.
  removeButtons() {
    const old = this.list.querySelector(".buttons");
    if (old) old.remove();
  }

  attachment(file) {
    const holder = element("div", "attachment");
    if (file.type.startsWith("image/")) {
      const image = element("img");
      image.alt = `Imagen: ${file.name}`;
      image.onload = () => this.toEnd();
      this.server.file(file.id).then((blob) => { image.src = URL.createObjectURL(blob); }, () => {});
      holder.append(image);
      return holder;
    }
    const button = element("button", "file", `Descargar ${file.name} (${size(file.size)})`);
    button.type = "button";
    button.onclick = () => this.download(file);
    holder.append(button);
    return holder;
  }

  async download(file) {
    const link = element("a");
    link.href = URL.createObjectURL(await this.server.file(file.id));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // Before what is still on its way.
  place(item, at) {
    const first = this.pending.values().next().value || null;
    const day = calendar.format(new Date(at));
    if (day !== this.day) this.list.insertBefore(element("li", "day", day), first);
    this.day = day;
    this.list.insertBefore(item, first);
    this.toEnd();
  }

  // Not while somebody reads further up.
  toEnd() {
    const last = this.list.lastElementChild;
    if (!last || !this.isAtEnd) return;
    if (distance(this.scroll) > 0) this.scroll.scrollTop = this.scroll.scrollHeight;
    else last.scrollIntoView({ block: "nearest" });
  }
}

function distance(scroll) {
  return scroll.scrollHeight - scroll.clientHeight - scroll.scrollTop;
}

function isVisible(message) {
  return message.text || message.attachments.length || message.buttons.length || message.location;
}

function linked(text) {
  const paragraph = element("p");
  text.split(LINK).forEach((part, index) => {
    if (index % 2 === 0) {
      paragraph.append(part);
      return;
    }
    const link = element("a", "", part);
    link.href = part;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    paragraph.append(link);
  });
  return paragraph;
}

export function size(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export function element(name, kind = "", text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}

// Where the citizen writes: text, files with a preview, Enter to send.

import { objection } from "./kinds.js";
import { MOST, inMessages } from "./lengths.js";
import { element, size } from "./message.js";
import { say } from "./speech.js";

const MOST_FILES = 10;

const WRITES_EVERY = 3000;

export class Composer {
  // writes(): somebody writes, told now and then.
  constructor(form, send, writes) {
    this.send = send;
    this.writes = writes;
    this.wroteAt = 0;
    this.files = [];
    this.checking = null;
    this.isSent = false;
    this.text = form.querySelector("textarea");
    this.previews = form.querySelector("#previews");
    this.complaint = form.querySelector("#complaint");
    this.length = form.querySelector("#length");
    this.picker = form.querySelector("#files");
    form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.text.addEventListener("keydown", (event) => this.typed(event));
    this.text.addEventListener("input", () => { this.measure(); this.grow(); this.wrote(); });
    this.text.addEventListener("paste", (event) => this.add(event.clipboardData.files));
    form.querySelector("#attach").addEventListener("click", () => this.picker.click());
    this.picker.addEventListener("change", () => { this.add(Array.from(this.picker.files)); this.picker.value = ""; this.text.focus(); });
  }

  typed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  wrote() {
    if (!this.text.value || Date.now() - this.wroteAt < WRITES_EVERY) return;
    this.wroteAt = Date.now();
    this.writes();
  }

  submit() {
    const parts = inMessages(this.text.value);
    if (this.checking) this.isSent = true; // as soon as it is known whether the files can go
    if (this.checking || parts.length > MOST || (!parts.length && !this.files.length)) return;
    const last = parts.pop() || "";
    parts.forEach((text) => this.send({ text }));
    this.send({ text: last, files: this.files });
    this.files = [];
    this.text.value = "";
    this.complain();
    this.measure();
    this.grow();
    this.showFiles();
    this.text.focus();
  }

  // What is too long for one message is told before it is sent.
  measure() {
    const messages = inMessages(this.text.value).length;
    const isTooLong = messages > MOST;
    this.length.toggleAttribute("data-bad", isTooLong);
    if (messages < 2) this.length.textContent = "";
    else if (isTooLong) this.length.textContent = say("El texto es demasiado largo para enviarlo así. Acórtelo o adjúntelo como PDF.");
    else this.length.textContent = say("Es un texto largo: se enviará completo, en {messages} mensajes.", { messages });
  }

  add(chosen) {
    const files = Array.from(chosen);
    this.complain();
    this.isSent = false;
    const checking = Promise.resolve(this.checking).then(() => this.check(files)).then(() => {
      if (this.checking !== checking) return;
      this.checking = null;
      if (this.isSent && !this.complaint.textContent) this.submit();
    });
    this.checking = checking;
  }

  async check(files) {
    const complaints = [];
    const left = [];
    for (const file of files) {
      const reason = await objection(file);
      if (reason) complaints.push(say("«{name}» no se puede enviar. {reason}", { name: file.name, reason }));
      else if (this.files.length === MOST_FILES) left.push(`«${file.name}»`);
      else this.files.push(file);
      this.showFiles();
    }
    if (left.length) complaints.push(say("Puede enviar hasta {most} archivos a la vez. No se agregó: {names}.", { most: MOST_FILES, names: left.join(", ") }));
    this.complain(complaints);
  }

  // All at once, or a screen reader would be cut short by the next.
  complain(complaints = []) {
    this.complaint.textContent = "";
    this.complaint.append(...complaints.map((each) => element("p", "", each)));
  }

  showFiles() {
    this.previews.textContent = "";
    this.previews.hidden = !this.files.length;
    this.files.forEach((file) => this.previews.append(this.preview(file)));
  }

  preview(file) {
    const item = element("li");
    if (file.type.startsWith("image/")) {
      const image = element("img");
      image.alt = "";
      image.src = URL.createObjectURL(file);
      image.onerror = () => image.remove();
      image.onload = () => URL.revokeObjectURL(image.src);
      item.append(image);
    }
    const remove = element("button", "plain", "✕");
    remove.type = "button";
    remove.setAttribute("aria-label", say("Quitar {name}", file));
    remove.onclick = () => { this.files = this.files.filter((each) => each !== file); this.showFiles(); this.text.focus(); };
    item.append(element("span", "", file.name), element("span", "size", size(file.size)), remove);
    return item;
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }
}

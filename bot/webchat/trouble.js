// Under a message that is not sent yet: how far it is, why it waits, and what can be done.

import { element } from "./message.js";
import { say, sayWhy } from "./speech.js";

const WAITS = "Sin enviar. Se enviará en cuanto haya conexión.";

export class Trouble {
  constructor({ retry, discard }) {
    Object.assign(this, { retry, discard });
  }

  tell(item, entry) {
    const old = item.querySelector(".trouble:not(.left-out)");
    if (entry.state === "sending" && entry.part !== undefined && entry.files.length) {
      this.progress(item, old, entry);
      return;
    }
    const hadFocus = old && old.contains(document.activeElement);
    if (old) old.remove();
    if (entry.state === "waiting") item.append(this.waits(entry));
    if (entry.state === "failed") item.append(this.failed(entry));
    if (!entry.isHopeless) this.tellRefused(item, entry.refused);
    if (hadFocus) document.getElementById("text").focus();
  }

  // The words go without these files. It stays told when they have gone.
  tellRefused(item, refused = []) {
    const told = item.querySelectorAll(".left-out").length;
    for (const reason of refused.slice(told)) {
      const line = element("p", "trouble left-out", reason);
      line.setAttribute("role", "alert");
      item.append(line);
    }
  }

  progress(item, old, entry) {
    let line = old && old.querySelector("progress") ? old : null;
    if (!line) {
      if (old) old.remove();
      line = element("div", "trouble");
      line.setAttribute("aria-live", "off");
      const bar = element("progress");
      bar.max = 100;
      bar.setAttribute("aria-label", say("Enviando {name}", entry.files[0]));
      line.append(bar, element("span"));
      item.append(line);
    }
    const part = Math.round(entry.part * 100);
    line.firstChild.value = part;
    line.lastChild.textContent = ` ${part} %`;
  }

  waits(entry) {
    const line = element("div", "trouble");
    line.setAttribute("aria-live", "off"); // the line above the log has told it
    line.append(element("p", "", say(WAITS)), action(say("Reintentar"), () => this.retry(entry)));
    return line;
  }

  failed(entry) {
    const line = element("div", "trouble");
    const reason = element("p", "", sayWhy(entry.reason));
    reason.setAttribute("role", "alert");
    line.append(reason);
    if (!entry.isHopeless) line.append(action(say("Reintentar"), () => this.retry(entry)));
    line.append(action(say("Descartar"), () => this.discard(entry)));
    return line;
  }
}

function action(words, act) {
  const button = element("button", "link", words);
  button.type = "button";
  button.onclick = act;
  return button;
}

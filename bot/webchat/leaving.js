// For whoever must hide at once that they were writing, and for who shares the device.

import { say } from "./speech.js";

const NEUTRAL_PAGE = "https://www.google.com/";
const QUICKLY = 1500; // milliseconds for three Escapes
const SURE = "Se borrará la conversación de este equipo y ya no podrá verla aquí. Si tiene un folio, anótelo antes. ¿Continuar?";

export class Leaving {
  // stop(): nothing more is to be received.
  constructor(keep, host, stop) {
    Object.assign(this, { keep, host, stop });
    this.escapes = [];
    host.left = () => this.leave();
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.escaped(event));
    // Going back must not show what was hidden.
    addEventListener("pageshow", (event) => event.persisted && this.isGone && location.reload());
  }

  // Three times, quickly, leaves; once closes the widget, whose site counts too.
  escaped(event) {
    if (event.repeat || event.isComposing) return;
    this.escapes = this.escapes.filter((at) => event.timeStamp - at < QUICKLY).concat(event.timeStamp);
    if (this.escapes.length === 3) this.leave();
    else this.host.tell("escape");
  }

  // Who was told to press the button may write its name instead.
  isAsked(text) {
    const plain = (words) => words.normalize("NFD").replace(/[^a-z ]/gi, "").trim().toLowerCase();
    return plain(text || "") === plain(document.getElementById("leave").textContent);
  }

  leave() {
    if (this.isGone) return;
    this.isGone = true;
    this.stop();
    this.keep.set("leave", true); // the other tabs hear it, and leave too
    this.keep.forget();
    this.go();
  }

  go() {
    this.stop();
    document.body.textContent = "";
    document.title = "";
    if (this.host.isThere) this.host.tell("leave", { to: NEUTRAL_PAGE });
    else location.replace(NEUTRAL_PAGE);
  }

  async forget() {
    if (!confirm(say(SURE))) return;
    this.stop();
    document.body.textContent = "";
    this.keep.forget();
    await this.host.forget();
    location.reload();
  }
}

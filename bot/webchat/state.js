// The line above the log: who attends, and whether there is a network. The dots below it.

import { locale, say } from "./speech.js";

const PATIENCE = 20000; // dots that last longer than this would say what nobody knows
const BREATH = 600;
const WRITES_FOR = 6000; // an analyst who goes on writing says so every three seconds

export class Attending {
  constructor(line, person, call, dots) {
    Object.assign(this, { line, person, call, dots });
    this.state = { owner: "bot" };
    this.isConnected = true;
    addEventListener("online", () => this.show());
    addEventListener("offline", () => this.show());
  }

  told(state) {
    this.state = state;
    if (state.owner !== "analyst") this.stopsWriting();
    this.show();
  }

  // Whether somebody of the desk may be looking on.
  get isSeen() {
    return this.state.owner === "analyst" || this.state.owner === "queue";
  }

  // The analyst is writing.
  writes() {
    if (this.state.owner !== "analyst") return;
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.stopsWriting(), WRITES_FOR);
    this.show();
  }

  stopsWriting() {
    clearTimeout(this.writing);
    this.writing = null;
    this.show();
  }

  connected(is) {
    this.isConnected = is;
    this.show();
  }

  show() {
    const isOnline = this.isConnected && navigator.onLine !== false;
    const words = isOnline ? this.words() : say("Sin conexión");
    if (this.line.textContent !== words) this.line.textContent = words;
    this.line.parentElement.dataset.owner = this.state.owner;
    this.line.parentElement.toggleAttribute("data-offline", !isOnline);
    const { owner, danger, queue_position: position, opens, nobody_here: isAlone } = this.state;
    this.person.hidden = owner === "analyst" || Boolean(danger || position || opens || isAlone);
    this.call.hidden = !danger;
    this.call.setAttribute("aria-label", say("Llamar al {number}", { number: this.call.textContent.trim() }));
    document.body.toggleAttribute("data-danger", Boolean(danger));
  }

  words() {
    const { owner, danger, nobody_here: isAlone } = this.state;
    if (!danger || owner === "analyst") return attends(this.state, this.writing);
    const words = isAlone ? "Llame al {number}. El equipo puede tardar en leerle." : "Llame al {number}. Ya se avisó a una persona.";
    return say(words, { number: this.call.textContent.trim() });
  }

  // The bot has something of the citizen's before it, or `isWriting`: has read it.
  works(is, isWriting) {
    const isWorking = (is || isWriting) && this.state.owner === "bot";
    const isSoon = isWorking && isWriting && this.dots.hidden;
    if (isWorking === this.isWorking && !isSoon) return;
    this.isWorking = isWorking;
    clearTimeout(this.timer);
    this.dots.hidden = true;
    if (!isWorking) return;
    this.timer = setTimeout(() => {
      this.dots.hidden = false;
      this.timer = setTimeout(() => { this.dots.hidden = true; }, PATIENCE);
    }, isWriting ? 0 : BREATH);
  }
}

function attends(state, isWriting) {
  switch (state.owner) {
    case "queue": return waits(state);
    case "analyst": return say(isWriting ? "{name} está escribiendo…" : "Le atiende {name}", { name: state.analyst });
    case "closed": return say("Conversación terminada");
    default: return say("Asistente automático");
  }
}

function waits({ opens, queue_position: position, nobody_here: isAlone }) {
  if (opens) return opening(opens);
  if (isAlone) return say("En espera de una persona");
  if (position) return say("En fila para hablar con una persona: posición {position}", { position });
  return say("Lo verá una persona");
}

// The office's own time, wherever the citizen is.
function opening(at) {
  const [day, time] = at.slice(0, 16).split("T");
  const ahead = Date.parse(`${at.slice(0, 16)}Z`) - Date.parse(at);  // of universal time
  if (new Date(Date.now() + ahead).toISOString().startsWith(day)) return say("Cerrado. Abrimos hoy a las {time}", { time });
  const named = new Date(`${day}T12:00`).toLocaleDateString(locale(), { weekday: "long", day: "numeric", month: "long" });
  return say("Cerrado. Abrimos el {day}, {time}", { day: named.replace(/(\S+), (\d)/, "$1 $2"), time });
}

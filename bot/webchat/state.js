// The line above the log: who attends, and whether there is a network. The dots below it.

const PATIENCE = 20000; // dots that last longer than this would say what nobody knows
const BREATH = 600;
const WRITES_FOR = 6000; // an analyst who goes on writing says so every three seconds

export class Attending {
  constructor(line, person, dots) {
    Object.assign(this, { line, person, dots });
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
    const words = isOnline ? attends(this.state, this.writing) : "Sin conexión. Lo que escriba se enviará al volver.";
    if (this.line.textContent !== words) this.line.textContent = words;
    this.line.parentElement.dataset.owner = this.state.owner;
    this.line.parentElement.toggleAttribute("data-offline", !isOnline);
    this.person.hidden = this.state.owner === "analyst" || Boolean(this.state.queue_position);
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
    case "queue": return state.queue_position ? `En fila para hablar con una persona: posición ${state.queue_position}` : "Una persona revisará su petición";
    case "analyst": return isWriting ? `${state.analyst} está escribiendo…` : `Le atiende ${state.analyst}`;
    case "closed": return "La conversación terminó. Escriba para empezar otra.";
    default: return "Asistente automático";
  }
}

// What the page remembers between visits. Without permission to store, until it is closed.

export class Keep {
  constructor(isStored) {
    this.memory = new Map();
    this.isStored = isStored;
  }

  get(name) {
    try {
      const stored = this.isStored && localStorage.getItem(`ventanilla.${name}`);
      if (stored) return JSON.parse(stored);
    } catch (error) { /* not allowed, or not ours */ }
    return this.memory.has(name) ? this.memory.get(name) : null;
  }

  set(name, value) {
    this.memory.set(name, value);
    try {
      if (this.isStored) localStorage.setItem(`ventanilla.${name}`, JSON.stringify(value));
    } catch (error) { /* not allowed, or full: memory has it */ }
  }

  forget() {
    this.memory.clear();
    for (const name of ["token", "outbox"]) {
      try {
        localStorage.removeItem(`ventanilla.${name}`);
      } catch (error) { /* there was nothing */ }
    }
  }
}

// crypto.randomUUID is missing on plain http and on older phones.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the page remembers between visits. Without permission to store, until it is closed.

export class Keep {
  constructor() {
    this.memory = new Map();
    this.prefix = "ventanilla.";
  }

  // Apart from what other sites that show this chat keep in the same browser.
  under(origin) {
    this.prefix = `ventanilla.${origin}.`;
  }

  get(name) {
    const stored = this.stored(name);
    if (stored !== null) return stored;
    return this.memory.has(name) ? this.memory.get(name) : null;
  }

  // True if it will survive this page.
  set(name, value) {
    this.memory.delete(name);
    try {
      localStorage.setItem(this.prefix + name, JSON.stringify(value));
      return true;
    } catch (error) { // not allowed, or full
      this.memory.set(name, value);
      return false;
    }
  }

  remove(name) {
    this.memory.delete(name);
    try {
      localStorage.removeItem(this.prefix + name);
    } catch (error) { /* there was nothing */ }
  }

  // What is stored, and so common to every tab; null if it is not there.
  stored(name) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + name));
    } catch (error) { // not allowed, or not ours
      return null;
    }
  }

  // The names that begin so, of what is stored.
  names(beginning) {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix + beginning))
        .map((key) => key.slice(this.prefix.length));
    } catch (error) {
      return [];
    }
  }

  forget() {
    for (const name of this.names("")) this.remove(name);
    this.memory.clear();
  }

  // heard(name, value or null): another tab stored or removed it, maybe while this page was put away.
  watch(heard) {
    addEventListener("pageshow", (event) => event.persisted && heard("token", this.get("token")));
    addEventListener("storage", (event) => {
      if (event.key === null) heard("token", null);
      else if (event.key.startsWith(this.prefix)) {
        const name = event.key.slice(this.prefix.length);
        heard(name, this.stored(name));
      }
    });
  }
}

// crypto.randomUUID is missing on plain http and on older phones.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// One tab at a time. Where the browser has no locks, or none for us, all of them: the server knows
// a message that comes twice by its id.
export async function alone(name, work) {
  let isBegun = false;
  const begun = () => { isBegun = true; return work(); };
  try {
    if (navigator.locks) return await navigator.locks.request(`ventanilla.${name}`, begun);
  } catch (error) {
    if (isBegun) throw error;
  }
  return begun();
}

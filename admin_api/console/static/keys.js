// Single-key shortcuts. They can be switched off (WCAG 2.1.4), and are off while one writes.

import { find } from "./make.js";

const OFF = "keys-off";

/** `keys`: {key: what to do}. */
export function start(keys) {
  const on = find("keys-on");
  on.checked = localStorage.getItem(OFF) === null;
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  document.addEventListener("keydown", (event) => {
    const doing = keys[event.key];
    if (!doing || !on.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    doing();
  });
}

const isWriting = (where) => where.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");

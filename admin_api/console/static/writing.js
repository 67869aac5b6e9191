// «Escribiendo…»: the citizen of the open conversation, at this moment.

import { find } from "./make.js";
import { nameOf } from "./names.js";

const LASTS = 6000; // who goes on writing says so every three seconds
let timer = null;

export function hear(key, conversation) {
  if (key !== conversation?.id || conversation.state === "closed") return;
  clearTimeout(timer);
  timer = setTimeout(stop, LASTS);
  tell(`${nameOf(conversation)} está escribiendo…`);
}

export function stop() {
  clearTimeout(timer);
  tell("");
}

/** The place stays, so that nothing moves. */
function tell(words) {
  find("writing").textContent = words;
}

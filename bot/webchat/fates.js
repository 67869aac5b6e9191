// What became of a message of the citizen, small, beside its time. What each state means is said in
// bot/channels/webchat/seen.py.

import { say } from "./speech.js";

const SIGNS = {
  waiting: ["Sin enviar", "M12 3a9 9 0 1 0 .01 0zM12 7.5V12l3 2"],
  sending: ["Enviando", "M12 3a9 9 0 1 0 .01 0zM12 7.5V12l3 2"],
  sent: ["Enviado", "M5 12.5l4.5 4.5L19 7"],
  delivered: ["Entregado", "M1.5 12.5L6 17l9.5-10M11 16l1 1L21.5 7"],
  read: ["Leído", "M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6-10-6-10-6zM12 9.5a2.5 2.5 0 1 0 .01 0z"],
  failed: ["No se envió", "M12 3a9 9 0 1 0 .01 0zM12 7.5v5.5M12 16.5v.01"],
};
const SVG = "http://www.w3.org/2000/svg";

export function fateOf(state) {
  const [words, lines] = SIGNS[state];
  const made = document.createElement("span");
  made.className = "fate";
  made.dataset.state = state;
  made.setAttribute("aria-live", "off");
  const sign = document.createElementNS(SVG, "svg");
  sign.setAttribute("viewBox", "0 0 24 24");
  sign.setAttribute("aria-hidden", "true");
  sign.setAttribute("focusable", "false");
  const path = sign.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", lines);
  made.append(sign, say(words));
  return made;
}

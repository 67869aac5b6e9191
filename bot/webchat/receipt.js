// A new folio with its key, set apart and easy to copy; and the privacy notice, folded.

import { element } from "./message.js";
import { say } from "./speech.js";
import { linked } from "./words.js";

const LINE = /^([^:\n]+): (\S+)$/; // «Folio: CS-…»: a name, and a value of one word
const NOTICE = 1; // the paragraph of the welcome that is the notice
const COPIED_FOR = 4000;

// The words of a message that opened a case.
export function receipt(text) {
  const card = document.createDocumentFragment();
  const lines = text.split("\n");
  const kept = lines.filter((line) => LINE.test(line));
  const first = lines.indexOf(kept[0]);
  const rest = lines.filter((line) => !kept.includes(line));
  if (!kept.length) {
    card.append(linked(text, true));
    return card;
  }
  card.append(linked(rest.slice(0, first).join("\n"), true), values(kept), copy(kept.join("\n")));
  card.append(linked(rest.slice(first).join("\n").trim(), true));
  return card;
}

function values(lines) {
  const list = element("dl");
  for (const line of lines) {
    const [, name, value] = LINE.exec(line);
    list.append(element("dt", "", name), element("dd", "", value));
  }
  return list;
}

function copy(text) {
  const button = element("button", "copy", say("Copiar"));
  button.type = "button";
  button.onclick = async () => {
    await toClipboard(text);
    button.textContent = say("Copiado");
    setTimeout(() => { button.textContent = say("Copiar"); }, COPIED_FOR);
  };
  return button;
}

// Without https, or inside another site, a browser may give no clipboard.
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const focused = document.activeElement;
    const field = element("textarea", "unseen");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    focused.focus();
  }
}

// The welcome: all of it is there, the notice in short.
export function welcome(text, short) {
  const shown = document.createDocumentFragment();
  text.split("\n\n").forEach((paragraph, index) => {
    if (index !== NOTICE) {
      shown.append(linked(paragraph, true));
      return;
    }
    const details = element("details");
    const summary = element("summary", "", `${short} `);
    summary.append(element("b", "", say("Leer completo")));
    details.append(summary, linked(paragraph, true));
    shown.append(details);
  });
  return shown;
}

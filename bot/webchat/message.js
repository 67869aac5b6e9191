// One message as it is shown.

import { fateOf } from "./fates.js";
import { receipt, welcome } from "./receipt.js";
import { locale, say } from "./speech.js";
import { call, linked } from "./words.js";

const AUTHORS = { citizen: "Usted", bot: "Asistente automático", analyst: "Persona que le atiende", system: "Aviso" };
const CLOCK = { hour: "2-digit", minute: "2-digit", hour12: false };
const CALENDAR = { weekday: "long", day: "numeric", month: "long" };

export function messageItem(message) {
  const item = element("li", `message ${message.from} ${message.kind || ""}`);
  const byline = element("p", "byline");
  byline.append(message.name || author(message), " · ", timeOf(message.at));
  const bubble = element("div", "bubble");
  // Who is attended writes in their own language, and so may who attends.
  if (message.from === "bot" || message.from === "system") bubble.lang = message.language || "es-MX";
  if (message.text) bubble.append(wordsOf(message));
  item.append(byline, bubble);
  return item;
}

function author({ from, kind }) {
  return say(kind === "case" ? "Su folio" : AUTHORS[from]);
}

function wordsOf({ from, kind, text, short }) {
  if (kind === "case") return receipt(text);
  if (kind === "welcome") return welcome(text, short);
  return linked(text, from !== "citizen");
}

export function setFate(item, state) {
  const byline = item.querySelector(".byline");
  const old = byline.querySelector(".fate");
  if (old && old.dataset.state === state) return;
  if (old) old.remove();
  byline.append(fateOf(state));
}

// The time at which it was logged, which is what counts.
export function setTime(item, at) {
  item.querySelector("time").replaceWith(timeOf(at));
}

export function dayOf(at) {
  return new Date(at).toLocaleDateString(locale(), CALENDAR);
}

// Answers that can be pressed; `calls` are links instead, and are good for as long as one sees them.
export function answers(given, press) {
  const group = element("div", "buttons");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", say("Respuestas"));
  for (const button of given) {
    const made = element("button", "", button.text);
    made.type = "button";
    made.onclick = () => press(button, made);
    group.append(made);
  }
  return group;
}

export function calls(given) {
  const group = element("div", "calls");
  for (const button of given) group.append(call(button.text, button.payload.slice("tel:".length)));
  return group;
}

export function isCall(button) {
  return button.payload.startsWith("tel:");
}

// `file` is {name, type, size}; `open()` gives its bytes.
export function attachment(file, open, shown) {
  const holder = element("div", "attachment");
  if (file.type.startsWith("image/")) holder.append(picture(file, open, shown));
  else holder.append(download(file, open));
  return holder;
}

function picture(file, open, shown) {
  const image = element("img");
  image.alt = say("Imagen: {name}", file);
  image.onload = shown;
  image.onerror = () => image.replaceWith(download(file, open));
  open().then((blob) => { image.src = URL.createObjectURL(blob); }, () => {});
  return image;
}

function download(file, open) {
  const button = element("button", "file", say("Descargar {name} ({size})", { name: file.name, size: size(file.size) }));
  button.type = "button";
  button.onclick = async () => {
    const link = element("a");
    link.href = URL.createObjectURL(await open());
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  return button;
}

function timeOf(at) {
  const time = element("time", "", new Date(at).toLocaleTimeString(locale(), CLOCK));
  time.dateTime = at;
  return time;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export function element(name, kind = "", text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}

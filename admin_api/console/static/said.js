// One exchange of the log as an element: who, when, what, and what became of it.

import { fileShown } from "./files.js";
import { facts, icon, make } from "./make.js";
import { intentName } from "./names.js";
import { atHour, inFull, onDay } from "./time.js";
import { authors, deliveries, factNames, UNREAD } from "./words.es.js";

const ICONS = { citizen: "person", bot: "bot", analyst: "desk", system: "system", note: "note" };
const BAD = { refused: "bad", unknown: "unsure", dropped: "unsure" };

/** `conversation`: the id of the one that it belongs to. `tells`: the matter was understood from it. */
export function said(exchange, conversation, tells) {
  const kind = exchange.direction === "note" ? "note" : exchange.author.kind;
  return make("li", { class: `said ${kind}`, "data-id": exchange.id },
    make("header", {},
      make("strong", {}, icon(ICONS[kind]), who(exchange, kind)),
      make("time", { datetime: exchange.at, title: inFull(exchange.at) }, atHour(exchange.at))),
    exchange.text && make("p", { class: "words" }, exchange.text),
    exchange.is_withheld && make("p", { class: "quiet" }, UNREAD),
    exchange.edits && make("p", { class: "fate" }, "Editado: corrige un mensaje anterior"),
    exchange.payload && make("p", { class: "fate" }, "Eligió una de las opciones"),
    attached(exchange, conversation), offered(exchange), fate(exchange), understood(exchange, tells));
}

export const divider = (words, look = "") => make("li", { class: `divide ${look}` }, words);
export const dayDivider = (at) => divider(onDay(at));

export const isUnsettled = (exchange) => ["owed", "sending"].includes(exchange.delivery);

function who({ author }, kind) {
  if (kind === "note") return `Nota interna · ${author.name ?? authors[author.kind]}`;
  return author.name && author.kind !== "bot" ? `${authors[author.kind]} · ${author.name}` : authors[author.kind];
}

function attached({ attachments = [], location, contact }, conversation) {
  const files = attachments.map((file) => fileShown(file, conversation));
  if (location) files.push(make("li", {}, icon("place"), `Ubicación: ${location.lat}, ${location.lon}`));
  if (contact) files.push(make("li", {}, icon("person"), `Contacto: ${[contact.name, contact.phone].filter(Boolean).join(", ")}`));
  return files.length ? make("ul", { class: "files", "aria-label": "Adjuntos" }, files) : null;
}

function offered({ buttons = [] }) {
  if (!buttons.length) return null;
  return make("ul", { class: "offered", "aria-label": "Opciones que se ofrecieron" }, buttons.map((button) => make("li", {}, button.text)));
}

function fate({ delivery, direction, seen_at: seenAt }) {
  if (direction !== "out" || !delivery) return null;
  const words = seenAt ? `${deliveries.seen} · ${atHour(seenAt)}` : deliveries[delivery];
  return make("p", { class: `fate ${BAD[delivery] ?? ""}` }, words);
}

/** In words where it tells the matter or danger; elsewhere behind a small mark. */
function understood({ understanding }, tells) {
  if (!understanding?.intent) return null;
  const { intent, entities = [], urgent, place } = understanding;
  const percent = (part) => `${Math.round(part * 100)} %`;
  const found = entities.map((each) => `${factNames[each.entity] ?? each.entity}: ${each.value}`);
  const where = [place?.street, place?.colonia, place?.municipality, place?.postal_code && `CP ${place.postal_code}`];
  const told = urgent?.value ? dangerOf(urgent) : intentName(intent.name);
  const summary = tells || urgent?.value
    ? make("summary", {}, `Lo que se entendió: ${told}`)
    : make("summary", { class: "mark", title: "Lo que se entendió", "aria-label": "Lo que se entendió" }, icon("info"));
  return make("details", {}, summary,
    facts([
      ["Tema", `${intentName(intent.name)} (${percent(intent.confidence)} de certeza)`],
      ["Datos", found.join("; ")],
      ["Lugar", where.filter(Boolean).join(", ")],
      ["Peligro", urgent?.value ? "Sí, posible peligro en este momento" : "No se detectó"],
    ], ""));
}

/** What was recognised, where a rule can name it. */
function dangerOf({ reason }) {
  return reason ? `posible peligro (${reason})` : "posible peligro";
}

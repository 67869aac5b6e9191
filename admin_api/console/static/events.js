// Mass events: which there are, marking one, and ending it.

import "./shell.js";
import { post } from "./api.js";
import { ask } from "./dialogs.js";
import { announce, find, make } from "./make.js";
import { intentName } from "./names.js";
import * as pages from "./pages.js";
import { problem, today } from "./period.js";
import { moment, onDate } from "./time.js";

const FIELDS = { category: "event-category", municipality: "event-municipality", colonia: "event-colonia", from: "event-from", to: "event-to", words: "event-words" };

const read = pages.start({
  ask: () => ({ path: "/mass-events" }),
  draw: row,
  words: (count, more) => (count ? `${count}${more ? " o más" : ""} ${count === 1 ? "evento" : "eventos"}` : "No se ha marcado ningún evento."),
});
find("mark").addEventListener("click", mark);
await read(null);

function row(event) {
  const place = event.colonia ? `colonia ${event.colonia}, ${event.municipality}` : `todo ${event.municipality}`;
  return make("li", { class: "found" },
    make("h2", {}, `${intentName(event.category)}: ${place} `, make("span", { class: event.is_over ? "chip" : "chip soon" }, event.is_over ? "Terminado" : "Vigente")),
    make("p", {}, `«${event.words}»`),
    make("p", { class: "quiet" }, [`Desde el ${onDate(event.since)}`, ending(event), `Lo marcó ${event.marked_by} el ${moment(event.marked_at)}`].filter(Boolean).join(" · ")),
    !event.is_over && make("button", { type: "button", class: "small", "aria-label": `Terminar: ${intentName(event.category)}, ${place}`, onclick: () => end(event) }, "Terminar"));
}

function ending({ until, ended_at: ended }) {
  if (ended) return `Se terminó el ${moment(ended)}`;
  return until && `Hasta el ${onDate(Date.parse(until) - 1)}`;
}

async function mark() {
  for (const id of Object.values(FIELDS)) find(id).value = "";
  find(FIELDS.from).value = today();
  const given = () => Object.entries(FIELDS).map(([name, id]) => [name, find(id).value.trim()]).filter(([, value]) => value);
  const act = async () => {
    const wrong = problem({ needed: false, fields: [FIELDS.from, FIELDS.to] });
    if (wrong) throw new Error(wrong);
    await post("/mass-events", Object.fromEntries(given()));
  };
  if (await ask("mark-dialog", act)) await done("El evento quedó marcado.");
}

async function end({ id }) {
  if (await ask("end-dialog", () => post(`/mass-events/${id}/end`))) await done("El evento terminó.");
}

async function done(words) {
  await read(null);
  announce(words);
}

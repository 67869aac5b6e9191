// Every conversation, by channel, state, date, category, folio and words.

import "./shell.js";
import { marked, remember } from "./found.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import * as period from "./period.js";
import { intentName, nameOf, preview } from "./names.js";
import { moment } from "./time.js";
import { channels, closings, states } from "./words.es.js";

const FOLIO = /^[a-z]{2}[\s-]*\d{4}[\s-]*\d{6}[\s-]*\d$/i;
const folioProblem = (written) => (written && !FOLIO.test(written) ? "Escriba el folio completo: por ejemplo, CS-2026-004512-6." : "");

const read = start({
  ask: (filters) => {
    const problem = period.problem({ needed: false }) || folioProblem(filters.folio.trim());
    return problem ? { problem } : { path: "/conversations", query: filters };
  },
  draw: row,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} ${number === 1 ? "conversación" : "conversaciones"}` : "No hay conversaciones así."),
});
period.start(() => read(null));
read(null);

const NONE = "—";
const SHORT = new Set(["Canal", "Empezó", "Último mensaje"]); // in one line

function row(each) {
  const state = each.state === "closed" ? `Cerrada${each.closing ? `, ${closings[each.closing] ?? each.closing}` : ""}` : states[each.state];
  const cells = [["Canal", channels[each.channel] ?? each.channel], ["Estado", state], ["Atiende o atendió", each.attended_by?.name ?? NONE],
    ["Categoría", each.category ? intentName(each.category) : NONE], ["Empezó", moment(each.opened_at)], ["Último mensaje", moment(each.last_at)]];
  return make("tr", {},
    make("td", {}, make("a", { href: `/console/conversations/${each.id}`, onclick: () => each.found && remember(each.id, each.found.exchange, each.found.pieces) }, nameOf(each)),
      each.found ? make("span", { class: "preview-line" }, marked(each.found.pieces)) : preview(each)),
    cells.map(([label, words]) => make("td", { "data-label": label, class: words === NONE ? "none" : SHORT.has(label) && "short" }, words)));
}

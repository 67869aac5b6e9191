// Every conversation, by channel, state, date, category, folio and words.

import "./shell.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { intentName, nameOf, preview } from "./names.js";
import { shortly } from "./time.js";
import { channels, closings, states } from "./words.es.js";

const read = start({
  ask: (filters) => ({ path: "/conversations", query: filters }),
  draw: row,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} ${number === 1 ? "conversación" : "conversaciones"}` : "No hay conversaciones así."),
});
read(null);

function row(each) {
  const state = each.state === "closed" ? `Cerrada${each.closing ? `, ${closings[each.closing] ?? each.closing}` : ""}` : states[each.state];
  const cells = [["Canal", channels[each.channel] ?? each.channel], ["Estado", state], ["Atiende", each.analyst?.name ?? "—"],
    ["Categoría", each.category ? intentName(each.category) : "—"], ["Empezó", shortly(each.opened_at)], ["Último mensaje", shortly(each.last_at)]];
  return make("tr", {},
    make("td", {}, make("a", { href: `/console/conversations/${each.id}` }, nameOf(each)), preview(each)),
    cells.map(([label, words]) => make("td", { "data-label": label }, words)));
}

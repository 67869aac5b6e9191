// Every conversation, by channel, state, date, category, folio and words.

import "./shell.js";
import { nameOf } from "./lists.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { intentName } from "./said.js";
import { shortly } from "./time.js";
import { channels, closings, owners } from "./words.es.js";

const read = start({
  ask: (filters) => ({ path: "/conversations", query: filters }),
  draw: row,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} conversaciones` : "No hay conversaciones así."),
});
read(null);

function row(each) {
  const state = each.owner === "closed" ? `Cerrada${each.closing ? `, ${closings[each.closing] ?? each.closing}` : ""}` : owners[each.owner];
  const cells = [channels[each.channel] ?? each.channel, state, each.analyst?.name ?? "—",
    each.category ? intentName(each.category) : "—", shortly(each.opened_at), shortly(each.last_at)];
  return make("tr", {},
    make("td", {}, make("a", { href: `/console/conversations/${each.id}` }, nameOf(each))),
    cells.map((words) => make("td", {}, words)));
}

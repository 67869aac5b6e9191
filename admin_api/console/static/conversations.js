// Every conversation, by channel, state, date, category, folio and words.

import "./shell.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { intentName, nameOf } from "./names.js";
import { shortly } from "./time.js";
import { channels, closings, states } from "./words.es.js";

const read = start({
  ask: (filters) => ({ path: "/conversations", query: filters }),
  draw: row,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} conversaciones` : "No hay conversaciones así."),
});
read(null);

function row(each) {
  const state = each.state === "closed" ? `Cerrada${each.closing ? `, ${closings[each.closing] ?? each.closing}` : ""}` : states[each.state];
  const cells = [channels[each.channel] ?? each.channel, state, each.analyst?.name ?? "—",
    each.category ? intentName(each.category) : "—", shortly(each.opened_at), shortly(each.last_at)];
  return make("tr", {},
    make("td", {}, make("a", { href: `/console/conversations/${each.id}` }, nameOf(each))),
    cells.map((words) => make("td", {}, words)));
}

// Search through the whole log. What is searched for stays out of the address.

import "./shell.js";
import { marked, remember } from "./found.js";
import { nameOf } from "./names.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { moment } from "./time.js";
import { authors } from "./words.es.js";

start({
  ask: ({ q }) => (q.trim() ? { path: "/exchanges", query: { q: q.trim() } } : null),
  draw: hit,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} ${number === 1 ? "mensaje" : "mensajes"}` : "No se encontró ningún mensaje con esas palabras."),
});

function hit({ conversation, name, exchange, snippet }) {
  const { kind, name: by } = exchange.author;
  const who = exchange.direction === "note" ? `Nota interna de ${by ?? authors[kind]}` : kind === "analyst" && by ? `${authors[kind]} ${by}` : authors[kind];
  return make("li", { class: "found" },
    make("a", { href: `/console/conversations/${conversation}`, onclick: () => remember(conversation, exchange.id, snippet) }, nameOf({ name })),
    make("span", { class: "quiet" }, ` · ${who} · ${moment(exchange.at)}`),
    make("p", {}, marked(snippet)));
}

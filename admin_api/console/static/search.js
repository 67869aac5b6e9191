// Search through the whole log. What is searched for stays out of the address.

import "./shell.js";
import { nameOf } from "./names.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { inFull } from "./time.js";
import { authors } from "./words.es.js";

start({
  ask: ({ q }) => (q.trim() ? { path: "/exchanges", query: { q: q.trim() } } : null),
  draw: hit,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} mensajes` : "No se encontró ningún mensaje con esas palabras."),
});

function hit({ conversation, name, exchange, snippet }) {
  const who = exchange.direction === "note" ? "Nota interna" : [authors[exchange.author.kind], exchange.author.name].filter(Boolean).join(" · ");
  return make("li", { class: "found" },
    make("a", { href: `/console/conversations/${conversation}` }, nameOf({ name })),
    make("span", { class: "quiet" }, ` · ${who} · ${inFull(exchange.at)}`),
    make("p", {}, snippet.map((piece) => (piece.is_match ? make("mark", {}, piece.text) : piece.text))));
}

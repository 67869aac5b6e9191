// Search through the whole log. What is searched for stays out of the address.

import "./shell.js";
import { make } from "./make.js";
import { start } from "./pages.js";
import { inFull } from "./time.js";
import { authors } from "./words.es.js";

let searched = "";

start({
  ask({ q }) {
    searched = q.trim();
    return searched ? { path: "/exchanges", query: { q: searched } } : null;
  },
  draw: hit,
  words: (number, more) => (number ? `${number}${more ? " o más" : ""} mensajes` : "No se encontró ningún mensaje con esas palabras."),
});

function hit(each) {
  const who = each.direction === "note" ? "Nota interna" : authors[each.author.kind];
  return make("li", { class: "found" },
    make("a", { href: `/console/conversations/${each.conversation}` }, [who, each.author.name].filter(Boolean).join(" · ")),
    make("span", { class: "quiet" }, ` · ${inFull(each.at)}`),
    make("p", {}, marked(each.text)));
}

/** The text with the searched words marked, accents and capitals apart. */
function marked(text) {
  const words = plain(searched).split(/\s+/).filter(Boolean);
  return text.split(/(\s+)/).map((part) => (words.some((word) => plain(part).includes(word)) ? make("mark", {}, part) : part));
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// What was misunderstood: read, mended, and approved or rejected, one by one.

import "./shell.js";
import { post } from "./api.js";
import { announce, find, make } from "./make.js";
import { intentName } from "./names.js";
import * as pages from "./pages.js";
import { moment } from "./time.js";
import { correctionStates } from "./words.es.js";

const read = pages.start({
  ask: (filters) => ({ path: "/corrections", query: { ...filters, limit: 20 } }),
  draw: lesson,
  words: (count, more) => (count ? `${more ? "Los primeros " : ""}${count === 1 ? "1 malentendido" : `${count} malentendidos`}` : "No hay malentendidos en este estado."),
});
find("state").addEventListener("change", () => read(null));
await read(null);

function lesson(correction) {
  const pending = correction.state === "pending";
  const parts = pending ? form(correction) : decided(correction);
  return make("li", { class: "lesson", "data-id": correction.id },
    make("header", {},
      make("span", { class: "chip" }, correctionStates[correction.state]),
      make("span", { class: "quiet" }, `${moment(correction.at)} · según ${correction.said.name ?? "la persona"}`),
      make("a", { href: `/console/conversations/${correction.conversation}` }, "Ver la conversación")),
    make("p", {}, "Se entendió ", make("strong", {}, correction.believed_name),
      ` (${Math.round(correction.confidence * 100)} % de certeza). `,
      correction.meant ? ["Era ", make("strong", {}, correction.meant_name), "."] : "La persona dijo que era otra cosa."),
    parts);
}

function form(correction) {
  const [text, category] = [`text-${correction.id}`, `category-${correction.id}`];
  const words = make("textarea", { id: text, rows: 2, maxlength: 4000, required: true });
  words.value = correction.text;
  const error = make("p", { class: "error", role: "alert", hidden: true });
  const decide = (doing) => settle(correction, error, doing);
  return make("form", {
    onsubmit: (event) => {
      event.preventDefault();
      decide(() => post(`/corrections/${correction.id}/approval`, { text: words.value, category: find(category).value }));
    },
  },
    make("label", { for: text }, "Lo que se aprenderá, sin nombres"), words,
    make("label", { for: category }, "Es un mensaje sobre"), choice(category, correction),
    error,
    make("div", { class: "dialog-acts" },
      make("button", { type: "button", onclick: () => decide(() => post(`/corrections/${correction.id}/rejection`)) }, "Rechazar"),
      make("button", { class: "main" }, "Aprobar")));
}

function choice(id, { believed, meant }) {
  const select = find("category-choice").content.firstElementChild.cloneNode(true);
  select.id = id;
  select.querySelector(`option[value="${CSS.escape(believed)}"]`)?.remove();
  // What is meant may be a turn of the conversation, such as asking after a folio.
  if (meant && ![...select.options].some((each) => each.value === meant)) select.append(make("option", { value: meant }, intentName(meant)));
  select.value = meant ?? "";
  return select;
}

function decided(correction) {
  const error = make("p", { class: "error", role: "alert", hidden: true });
  return [
    make("blockquote", {}, correction.text),
    make("p", { class: "quiet" }, `${correctionStates[correction.state]} por ${correction.decided_by}, ${moment(correction.decided_at)}`),
    error,
    correction.state === "approved" && make("button", {
      type: "button", class: "small",
      onclick: () => settle(correction, error, () => post(`/corrections/${correction.id}/rejection`)),
    }, "Retirar de lo aprobado"),
  ];
}

async function settle(correction, error, doing) {
  error.hidden = true;
  try {
    const now = await doing();
    const row = document.querySelector(`.lesson[data-id="${CSS.escape(correction.id)}"]`);
    const fresh = lesson(now);
    fresh.tabIndex = -1;
    row.replaceWith(fresh);
    (fresh.nextElementSibling?.querySelector("textarea") ?? fresh).focus();
    announce(`${correctionStates[now.state]}.`);
  } catch (problem) {
    error.textContent = problem.message;
    error.hidden = false;
  }
}

// From one day to another, written as people here write them, with the usual periods at hand.

import { find, make } from "./make.js";
import { dayOf } from "./time.js";

const WRITTEN = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/;
const PERIODS = {
  "Hoy": (today) => [today, today],
  "Ayer": (today) => [before(today, 1), before(today, 1)],
  "7 días": (today) => [before(today, 6), today],
  "Este mes": (today) => [`${today.slice(0, 8)}01`, today],
  "Este trimestre": (today) => [quarterOf(today), today],
};

/** Buttons that fill both fields; `chosen()` after it. */
export function start(chosen) {
  const place = document.querySelector(".quick");
  place.append(...Object.keys(PERIODS).map((words) => make("button", { type: "button", class: "small", onclick: () => { choose(words); chosen(); } }, words)));
}

export function choose(words) {
  const [from, to] = PERIODS[words](dayOf(Date.now()));
  find("from").value = typed(from);
  find("to").value = typed(to);
}

/** 2026-11-25 of 25/11/2026; null of what is no day. */
export function iso(written) {
  const [, day, month, year] = WRITTEN.exec(written) ?? [];
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCDate() === Number(day) ? found.toISOString().slice(0, 10) : null;
}

/** What is wrong with the two days, in words; empty days only where they need not be given. */
export function problem({ needed, fields = ["from", "to"] }) {
  const [from, to] = fields.map(find).map((field) => ({ day: iso(field.value), isEmpty: !field.value.trim() }));
  if ([from, to].some(({ day, isEmpty }) => !day && (needed || !isEmpty))) return "Escriba día, mes y año: por ejemplo, 25/11/2026.";
  return from.day && to.day && from.day > to.day ? "Elija un periodo: la primera fecha no puede ser posterior a la segunda." : "";
}

export const today = () => typed(dayOf(Date.now()));

const typed = (day) => day.split("-").reverse().join("/");
const before = (day, days) => new Date(Date.parse(day) - days * 86400000).toISOString().slice(0, 10);
const quarterOf = (day) => `${day.slice(0, 5)}${String(Math.floor((day.slice(5, 7) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;

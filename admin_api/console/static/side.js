// The right pane: the person, and each of the conversation's cases.

import { get, patch, post } from "./api.js";
import * as category from "./category.js";
import * as concerns from "./concerns.js";
import { ask } from "./dialogs.js";
import { announce, facts, find, icon, make } from "./make.js";
import { agencyName, intentName } from "./names.js";
import { data, moment, onDate, workingDays } from "./time.js";
import * as transcript from "./transcript.js";
import { actors, caseStates, caseTold, caseWithheld, caseWords, channels, factNames, levels, reasons, states, verbs } from "./words.es.js";

const FINAL = ["concluido", "improcedente", "duplicado", "cancelado"];
const CATEGORY = "Cambiar categoría";
const CONCERNS = "De quién trata";
let shownFor = null;

export async function show(conversation) {
  shownFor = conversation.id;
  const [files] = await Promise.all([Promise.all(conversation.folios.map(whole)), conversation.folios.length && meet().catch(() => null)]);
  if (shownFor !== conversation.id) return;
  transcript.about([conversation.category, ...files.flatMap((file) => [file.category, file.also])]);
  const focused = placeOf(document.activeElement);
  find("side").replaceChildren(person(conversation), cases(conversation, files));
  if (focused) focusOn(focused);
  find("side").hidden = false;
  find("side-empty").hidden = true;
}

/** Which button has the focus, told so that it is found again when the pane is drawn anew. */
function placeOf(element) {
  if (!find("side").contains(element)) return null;
  return { words: element.textContent, label: element.closest(".case")?.getAttribute("aria-label") ?? "" };
}

function focusOn({ words, label }) {
  const same = (each) => each.textContent === words && (each.closest(".case")?.getAttribute("aria-label") ?? "") === label;
  [...find("side").querySelectorAll("button, summary")].find(same)?.focus();
}

export function shut() {
  shownFor = null;
  find("side").hidden = true;
  find("side-empty").hidden = false;
}

addEventListener("beforeprint", () => find("side").querySelectorAll("details").forEach((each) => each.setAttribute("open", "")));

/** By username, whoever may stand in a history. */
let staff = null;
async function meet() {
  staff ??= new Map((await get("/people", { limit: 200 })).items.map(({ username, name }) => [username, name]));
}

async function whole(folio) {
  const [file, events] = await Promise.all([get(`/cases/${folio}`), get(`/cases/${folio}/events`)]);
  return { ...file, events: events.items };
}

function person(conversation) {
  return make("section", { "aria-labelledby": "h-person" },
    make("h2", { id: "h-person" }, "Persona"),
    facts([
      ["Nombre", conversation.name || "No lo ha dicho"],
      ["Canal", channels[conversation.channel] ?? conversation.channel],
      ["Estado", states[conversation.state]],
      [conversation.analyst ? "Atiende" : "Atendió", conversation.attended_by?.name],
      ["Motivo", conversation.handoff && (reasons[conversation.handoff.reason] ?? conversation.handoff.reason)],
      ["Empezó", moment(conversation.opened_at)],
    ]));
}

function cases(conversation, files) {
  return make("section", { "aria-labelledby": "h-cases" },
    make("h2", { id: "h-cases" }, files.length > 1 ? `Asuntos (${files.length})` : "Asunto"),
    files.length ? files.map((file) => shownCase(conversation, file)) : withoutCase(conversation));
}

function withoutCase(conversation) {
  return [
    make("p", { class: "quiet" }, "No hay folios en esta conversación."),
    make("p", {}, make("strong", {}, subject(conversation))),
    maySort(conversation) && button(CATEGORY, () => sort(conversation)),
  ];
}

/** What it is about; where nobody could say yet, danger is. */
function subject({ category: key, handoff }) {
  if (key) return intentName(key);
  return handoff?.reason === "danger" ? reasons.danger : "Sin categoría";
}

const button = (words, onclick) => make("button", { type: "button", class: "small", onclick }, words);

/** Whoever attends, or supervises, says what it is about. */
const maySort = (conversation) => data.supervises || conversation.analyst?.username === data.me;

function shownCase(conversation, file) {
  const collected = Object.entries(file.facts ?? {}).map(([name, value]) => [factNames[name] ?? name, value]);
  return make("article", { class: "case", "aria-label": `Folio ${file.folio}` },
    make("header", {}, make("span", { class: "folio" }, file.folio), make("span", { class: "chip" }, caseStates[file.state])),
    make("p", {}, make("strong", {}, intentName(file.category)), file.also && ` y también ${intentName(file.also)}`),
    light(file),
    facts([
      ["Responsable", agencyName(file.destination, file.municipality)],
      ["Competencia", levels[file.level] ?? file.level],
      ["Vence", file.due_at && moment(file.due_at)],
      ["Recibido", moment(file.opened_at)],
      ["Vinculado a", file.same_as],
      ["Folios vinculados", file.linked || null],
      ["Se pidió", file.missing],
      ["Confirma hasta", file.confirm_by && onDate(file.confirm_by)],
      ["Trata de", file.concerns.map(({ name }) => name).join(", ")],
      ...collected,
    ]),
    make("blockquote", {}, file.request),
    file.answer && make("p", {}, make("strong", {}, file.state === "improcedente" ? "Motivo: " : "Respuesta: "), file.answer),
    make("div", { class: "case-acts" },
      button("Cambiar estado", () => change(conversation, file)),
      maySort(conversation) && !FINAL.includes(file.state) && button(CATEGORY, () => sortCase(conversation, file)),
      data.supervises && conversation.is_reserved && button(CONCERNS, () => concern(conversation, file))),
    make("details", {}, make("summary", {}, `Historial (${file.events.length})`),
      make("ol", { class: "events" }, file.events.map(happened))));
}

/** The traffic light: in words, with a colour that only repeats them. */
function light(file) {
  if (FINAL.includes(file.state)) return make("p", { class: "chip" }, `Terminado${file.closed_at ? ` el ${onDate(file.closed_at)}` : ""}`);
  if (ANSWERED.includes(file.state)) return make("p", { class: "chip good" }, icon("check"), "Ya se contestó");
  if (new Date(file.due_at) < Date.now()) return make("p", { class: "chip over" }, icon("danger"), late(workingDays(file.due_at, Date.now())));
  const days = workingDays(Date.now(), file.due_at);
  if (days <= 5) return make("p", { class: "chip soon" }, icon("alarm"), days ? `Por vencer: ${plural(days)}` : "Vence hoy");
  return make("p", { class: "chip good" }, icon("check"), `En tiempo: faltan ${plural(days)}`);
}

const ANSWERED = ["contestado", "notificado"];
/** Terms run in working days: `handoff/rules/calendar.py`. */
const plural = (days) => (days === 1 ? "1 día hábil" : `${days} días hábiles`);
const late = (days) => (days ? `Vencido hace ${plural(days)}` : "Vencido");

function happened(event) {
  const steps = [event.before, event.after].filter(Boolean).map((each) => caseStates[each] ?? intentName(each));
  return make("li", {},
    make("time", { datetime: event.at, class: "quiet" }, moment(event.at)), ` ${verbs[event.verb] ?? event.verb}`,
    steps.length ? `: ${steps.join(" → ")}` : "", ` · ${actors[event.actor] ?? staff?.get(event.actor) ?? event.actor}`,
    event.why && make("div", {}, event.why));
}

async function change(conversation, file) {
  const to = find("case-to");
  find("case-why").value = find("case-same").value = "";
  to.replaceChildren(...file.next.map((value) => make("option", { value }, caseStates[value])));
  to.onchange = () => fit(conversation, file, to.value);
  fit(conversation, file, to.value);
  find("case-title").textContent = `Cambiar el estado de ${file.folio}`;
  await ask("case-dialog", () => moved(file, to.value));
  if (shownFor === conversation.id) await show(conversation);
}

/** Each state asks for what it needs: an agency, the folio that is repeated, the words. */
function fit(conversation, file, to) {
  const agencies = Object.entries(data.agencies).filter(([, agency]) => agency.refers === to);
  const options = agencies.map(([value]) => make("option", { value }, agencyName(value, file.municipality)));
  find("case-agency").replaceChildren(make("option", { value: "" }, "Elija una"), ...options);
  find("case-agency").value = agencies.some(([key]) => key === file.destination) ? file.destination : "";
  find("case-agency").required = options.length > 0;
  find("case-agency-part").hidden = !options.length;
  find("case-same-part").hidden = to !== "duplicado";
  find("case-same").required = to === "duplicado";
  find("case-why-label").textContent = caseWords[to] ?? caseWords.other;
  find("case-told").textContent = told(conversation, to);
}

function told({ state, handoff }, to) {
  if (!caseTold[to]) return caseTold.other;
  if (handoff?.reason === "danger") return caseWithheld.danger;
  return state === "analyst" ? caseWithheld.attended : caseTold[to];
}

function moved(file, to) {
  const named = { agency: find("case-agency").value, same_as: find("case-same").value.trim() };
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value));
  return post(`/cases/${file.folio}/state`, { to, why: find("case-why").value.trim(), ...given }, { etag: file.etag });
}

async function sortCase(conversation, file) {
  const done = await category.change(file.category, file.folio, (to, reason) =>
    patch(`/cases/${file.folio}`, { category: to, reason }, { etag: file.etag }));
  await shownAgain(conversation, file.folio, done && "La categoría cambió.");
}

async function sort(conversation) {
  let now = conversation;
  const done = await category.change(conversation.category, "esta conversación", async (to, reason) => {
    now = await post(`/conversations/${conversation.id}/category`, { category: to, reason });
  });
  await shownAgain(now, "", done && "La categoría cambió.");
}

async function concern(conversation, file) {
  const done = await concerns.change(file);
  await shownAgain(conversation, file.folio, done && "Se guardó de quién trata.", CONCERNS);
}

/** What was refused may be out of date, so it is read again as well; the focus stays where it was. */
async function shownAgain(conversation, folio, told, words = CATEGORY) {
  if (shownFor !== conversation.id) return;
  await show(conversation);
  focusOn({ words, label: folio && `Folio ${folio}` });
  if (told) announce(told);
}

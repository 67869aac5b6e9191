// The answer box. What could not be sent stays in it.

import { freshKey, post } from "./api.js";
import { draft, keep } from "./drafts.js";
import { find, tell } from "./make.js";

const form = find("answer");
const text = find("text");
const send = find("send");
const WRITES_EVERY = 3000;
const HINTS = {
  answers: "Enter envía · Mayús+Enter, nueva línea",
  notes: "Solo la ve el personal; no se envía a la persona. Enter guarda.",
};

let key = null;
let mode = "answers";
let attempt = null; // the same words sent again keep their key, so that they are not said twice
let onSent = () => {};
let onWriting = () => {};
let wroteAt = 0;

/** `writing()`: an answer is being written, told now and then. */
export function start(sent, writing) {
  [onSent, onWriting] = [sent, writing];
}

/** `whyNot` says why it cannot be answered, «» if it can. Notes are open to everybody. */
export function show(conversation, whyNot) {
  const answers = form.elements.mode[0];
  const other = conversation !== key;
  const same = !other && answers.disabled === Boolean(whyNot);
  key = conversation;
  answers.disabled = Boolean(whyNot);
  tell("why-not", whyNot && `(${whyNot})`);
  if (same) return;
  choose(whyNot ? "notes" : "answers");
  if (other) tell("answer-error", "");
}

export function choose(wanted) {
  const radio = [...form.elements.mode].find((each) => each.value === wanted);
  if (radio.disabled) return;
  radio.checked = true;
  mode = wanted;
  form.classList.toggle("notes", mode === "notes");
  find("answer-label").textContent = mode === "notes" ? "Su nota interna" : "Su respuesta";
  find("answer-hint").textContent = HINTS[mode];
  send.textContent = mode === "notes" ? "Guardar nota" : "Enviar";
  text.value = draft(key, mode);
  grow();
}

export const focus = () => text.focus();

form.addEventListener("change", () => {
  choose(form.elements.mode.value);
});
text.addEventListener("input", () => {
  keep(key, mode, text.value);
  grow();
  if (mode !== "answers" || !text.value || Date.now() - wroteAt < WRITES_EVERY) return;
  wroteAt = Date.now();
  onWriting();
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Escape") text.blur();
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = text.value.trim();
  if (!words || send.disabled) return;
  await say(key, mode, words);
});

async function say(conversation, how, words) {
  const same = attempt && attempt.words === words && attempt.conversation === conversation && attempt.how === how;
  if (!same) attempt = { words, conversation, how, key: freshKey() };
  send.disabled = true;
  tell("answer-error", "");
  try {
    const row = await post(`/conversations/${conversation}/${how}`, { text: words }, { key: attempt.key });
    attempt = null;
    if (draft(conversation, how).trim() === words) keep(conversation, how, "");
    if (key === conversation && mode === how) text.value = draft(conversation, how);
    onSent(conversation, row);
  } catch (problem) {
    const where = key === conversation ? "" : " (en la otra conversación)";
    tell("answer-error", `No se envió; su texto sigue en el cuadro${where}. ${problem.message}`);
  } finally {
    send.disabled = false;
    grow();
    if (key === conversation) text.focus();
  }
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight * 0.4)}px`;
}

// Over the transcript: whose conversation it is, how it stands, and what may be done now.

import { find } from "./make.js";
import { intentName, nameOf } from "./names.js";
import { data } from "./time.js";
import { channels, closings, states } from "./words.es.js";

export const isMine = (conversation) => conversation.analyst?.username === data.me;
const isClosed = (conversation) => conversation.state === "closed";

export function show(conversation) {
  const mine = isMine(conversation);
  find("talk-title").textContent = nameOf(conversation);
  find("talk-facts").textContent = [
    channels[conversation.channel] ?? conversation.channel,
    mine ? "La atiende usted" : conversation.analyst ? `La atiende ${conversation.analyst.name}` : states[conversation.state],
    isClosed(conversation) && closings[conversation.closing],
    conversation.category && intentName(conversation.category),
    conversation.is_reserved && "Reservada",
  ].filter(Boolean).join(" · ");
  const mayEnd = !isClosed(conversation) && (mine || data.supervises);
  offer({ claim: !isClosed(conversation) && !conversation.analyst, transfer: mayEnd, return: mine, close: mayEnd });
}

/** Nothing is known of what was to be opened: nothing can be done with it. */
export function empty() {
  find("talk-title").textContent = "Conversación";
  find("talk-facts").textContent = "";
  offer({ claim: false, transfer: false, return: false, close: false });
}

function offer(acts) {
  for (const [id, may] of Object.entries(acts)) find(id).hidden = !may;
}

/** Why it cannot be answered; «» if it can. */
export function whyNot(conversation) {
  if (isMine(conversation)) return "";
  if (isClosed(conversation)) return "ya está cerrada";
  return conversation.analyst ? "la atiende otra persona" : "tómela primero";
}

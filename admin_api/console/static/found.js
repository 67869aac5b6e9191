// What was searched for, shown where it was found. It stays out of the address, and in this tab.

import { make } from "./make.js";

const name = (conversation) => `found:${conversation}`;

/** A snippet of the API as elements, what was found marked. */
export const marked = (snippet) => snippet.map((piece) => (piece.is_match ? make("mark", {}, piece.text) : piece.text));

export function remember(conversation, exchange, snippet) {
  const words = [...new Set(snippet.filter((piece) => piece.is_match).map((piece) => piece.text))];
  sessionStorage.setItem(name(conversation), JSON.stringify({ exchange, words }));
}

/** {exchange, words} of the search that this conversation is opened from; told once. */
export function recall(conversation) {
  const kept = sessionStorage.getItem(name(conversation));
  sessionStorage.removeItem(name(conversation));
  return kept && JSON.parse(kept);
}

/** The text of an element, these words of it marked wherever they stand as words. */
export function mark(element, words) {
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  if (!any) return;
  const parts = element.textContent.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, "u"));
  element.replaceChildren(...parts.map((part, index) => (index % 2 ? make("mark", {}, part) : part)));
}

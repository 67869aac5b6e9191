// What a case or a conversation is really about: a dialog with the categories, found as one types.

import { ask } from "./dialogs.js";
import { find } from "./make.js";
import { intentName } from "./names.js";
import { alsoCalled } from "./words.es.js";

const search = find("category-search");
const list = find("category-to");
const all = [...list.options];
const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** `act(category, reason)` once one is chosen. True if it was done. */
export async function change(now, about, act) {
  search.value = "";
  find("category-why").value = "";
  find("category-title").textContent = `Cambiar la categoría de ${about}`;
  find("category-now").textContent = now ? `Ahora: ${intentName(now)}` : "Todavía no tiene categoría.";
  offer(now);
  return ask("category-dialog", () => act(list.value, find("category-why").value.trim() || null));
}

function offer(now) {
  const wanted = folded(search.value.trim()).split(/\s+/);
  const possible = all.filter((each) => each.value !== now && wanted.every((word) => folded(`${each.text} ${alsoCalled[each.value] ?? ""}`).includes(word)));
  list.replaceChildren(...possible);
  list.selectedIndex = possible.length === 1 ? 0 : -1;
  find("category-none").hidden = possible.length > 0;
  list.dataset.now = now ?? "";
}

search.addEventListener("input", () => offer(list.dataset.now || null));
// Enter goes on to the list; otherwise it would press the first button, which cancels.
search.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  event.preventDefault();
  list.selectedIndex = Math.max(0, list.selectedIndex);
  list.focus();
});

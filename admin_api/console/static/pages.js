// Lists that grow a page at a time: a form of filters, rows, and a button for more.

import { get } from "./api.js";
import { find, tell } from "./make.js";

/** `ask(filters)` gives the path and query, null for nothing, or {problem} in words; `draw(item)`
 *  gives an element. */
export function start({ ask, draw, words }) {
  const form = find("filters");
  const [rows, more, found] = [find("rows"), find("more"), find("found")];
  let next = null;
  let asking = 0; // the newest question; an answer to an older one comes too late

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read(null);
  });
  more.addEventListener("click", () => read(next));

  async function read(cursor) {
    const asked = ask(Object.fromEntries(new FormData(form)));
    if (!asked) return;
    if (asked.problem) return refuse(asked.problem);
    tell("error", "");
    const mine = ++asking;
    try {
      const page = await get(asked.path, { ...asked.query, cursor });
      if (mine !== asking) return;
      const drawn = page.items.map(draw);
      if (cursor) rows.append(...drawn);
      else rows.replaceChildren(...drawn);
      next = page.next;
      more.hidden = !next;
      found.textContent = words(rows.children.length, Boolean(next));
      if (cursor) drawn[0]?.querySelector("a")?.focus();
    } catch (problem) {
      if (mine !== asking) return;
      if (cursor) tell("error", problem.message);
      else refuse(problem.message);
    }
  }

  /** What was found before has nothing to do with what is asked now. */
  function refuse(words) {
    asking++;
    tell("error", words);
    rows.replaceChildren();
    found.textContent = "";
    next = null;
    more.hidden = true;
  }
  return read;
}

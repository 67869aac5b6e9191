// What an analyst does with a conversation, apart from answering.

import { get, post } from "./api.js";
import { ask } from "./dialogs.js";
import { find, make } from "./make.js";
import { data } from "./time.js";
import { roles } from "./words.es.js";

export const claim = (key) => post(`/conversations/${key}/claim`);

export async function transfer(key, now) {
  const people = await get("/people", { limit: 200 });
  const others = people.items.filter((person) => !person.disabled_at && person.username !== now);
  const words = ({ username, name, role }) => `${name} · ${roles[role] ?? role}${username === data.me ? " (usted)" : ""}`;
  find("transfer-to").replaceChildren(make("option", { value: "" }, "Elija…"),
    ...others.map((person) => make("option", { value: person.username }, words(person))));
  return ask("transfer-dialog", () => post(`/conversations/${key}/transfers`, { to: find("transfer-to").value }));
}

export const giveBack = (key) => ask("return-dialog", () => post(`/conversations/${key}/return`));

/** Only who attends can say good-bye. */
export async function close(key, attends) {
  find("farewell").value = "";
  find("farewell-part").hidden = !attends;
  return ask("close-dialog", () => {
    const farewell = find("farewell").value.trim();
    return post(`/conversations/${key}/closure`, farewell ? { farewell } : {});
  });
}

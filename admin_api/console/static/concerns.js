// Whom of the desk a case is about, told by who supervises: a dialog with the accounts.

import { get, put } from "./api.js";
import { ask } from "./dialogs.js";
import { find, make } from "./make.js";
import { data } from "./time.js";

/** True if it was done. Who says it of themselves is shown nothing more of the case. */
export async function change(file) {
  const now = file.concerns.map(({ username }) => username);
  const everybody = (await get("/people", { limit: 200 })).items;
  const people = everybody.filter(({ username, disabled_at: left }) => !left || now.includes(username));
  find("concerns-title").textContent = `De quién trata ${file.folio}`;
  find("concerns-people").replaceChildren(...people.map(({ username, name }) =>
    make("label", { class: "choice" }, make("input", { type: "checkbox", value: username, checked: now.includes(username) }), ` ${name}`)));
  const done = await ask("concerns-dialog", () => put(`/cases/${file.folio}/concerns`, { people: chosen() }, { etag: file.etag }));
  if (done && chosen().includes(data.me)) location.assign("/console");
  return done;
}

const chosen = () => [...find("concerns-people").querySelectorAll(":checked")].map(({ value }) => value);

// Enter would press the first button, which cancels.
find("concerns-people").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());

// Accounts: add, change role, new password, disable, enable.

import "./shell.js";
import { get, patch, post } from "./api.js";
import { ask } from "./dialogs.js";
import { find, make, tell } from "./make.js";
import { data, onDate } from "./time.js";
import { roles } from "./words.es.js";

const at = (person) => `/people/${encodeURIComponent(person.username)}`;

find("add").addEventListener("click", () => add());
async function read() {
  tell("error", "");
  try {
    const page = await get("/people", { limit: 200 });
    find("rows").replaceChildren(...page.items.map(row));
  } catch (problem) {
    tell("error", problem.message);
  }
}

function row(person) {
  const state = person.disabled_at ? `Deshabilitada desde ${onDate(person.disabled_at)}` : "Activa";
  const acts = [
    act("Cambiar rol", person, changeRole),
    person.username === data.me ? make("a", { href: "/console/account" }, "Mi contraseña") : act("Contraseña nueva", person, renew),
    person.username !== data.me && (person.disabled_at ? act("Habilitar", person, enable) : act("Deshabilitar", person, disable)),
  ];
  return make("tr", {},
    [[null, person.name], ["Usuario", person.username], ["Rol", roles[person.role]], ["Estado", state]].map(([label, words]) => make("td", { "data-label": label }, words)),
    make("td", {}, make("div", { class: "acts" }, acts)));
}

const act = (words, person, doing) =>
  make("button", { type: "button", class: "small", "aria-label": `${words}: ${person.name}`, onclick: () => doing(person) }, words);

async function add() {
  for (const field of document.querySelectorAll("#add-dialog input")) field.value = "";
  const value = (id) => find(`add-${id}`).value;
  await done("Se agregó la cuenta.", ask("add-dialog", () => post("/people",
    { name: value("name").trim(), username: value("username").trim().toLowerCase(), role: value("role"), password: value("password") })));
}

async function changeRole(person) {
  find("role").value = person.role;
  find("role-title").textContent = `Cambiar el rol de ${person.name}`;
  await done("El rol cambió.", ask("role-dialog", () => patch(at(person), { role: find("role").value })));
}

async function renew(person) {
  find("password").value = "";
  find("password-title").textContent = `Contraseña nueva de ${person.name}`;
  await done("La contraseña cambió.", ask("password-dialog", () => post(`${at(person)}/password`, { password: find("password").value })));
}

async function disable(person) {
  find("disable-title").textContent = `Deshabilitar la cuenta de ${person.name}`;
  await done("La cuenta quedó deshabilitada.", ask("disable-dialog", () => patch(at(person), { disabled: true })));
}

async function enable(person) {
  try {
    await patch(at(person), { disabled: false });
    await done("La cuenta quedó habilitada.", true);
  } catch (problem) {
    tell("error", problem.message);
  }
}

async function done(words, doing) {
  tell("done", "");
  if (!(await doing)) return;
  await read();
  tell("done", words);
}

await read();

// Change my own password.

import "./shell.js";
import { login, post } from "./api.js";
import { find, tell } from "./make.js";
import { data } from "./time.js";

const form = find("account");
const [current, wanted, again] = ["current", "new", "again"].map(find);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  tell("error", "");
  if (!current.value) return refuse("Escriba su contraseña actual.", current);
  if (wanted.value.length < wanted.minLength) return refuse(`La contraseña nueva necesita al menos ${wanted.minLength} caracteres.`, wanted);
  if (wanted.value !== again.value) return refuse("Las dos contraseñas nuevas no son iguales.", again);
  try {
    await post(`/people/${encodeURIComponent(data.me)}/password`, { password: wanted.value, current: current.value });
    login("/console");
  } catch (problem) {
    refuse(problem.message, current);
  }
});

function refuse(words, field) {
  tell("error", words);
  field.focus();
}

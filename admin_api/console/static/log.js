// Verify the log, and say what was found.

import "./shell.js";
import { post } from "./api.js";
import { find, make, tell } from "./make.js";

const button = find("verify");
const result = find("result");

button.addEventListener("click", async () => {
  tell("error", "");
  button.disabled = true;
  result.replaceChildren(make("p", { class: "quiet" }, "Verificando…"));
  try {
    result.replaceChildren(verdict(await post("/log/verification")));
  } catch (problem) {
    result.replaceChildren();
    tell("error", problem.message);
  } finally {
    button.disabled = false;
  }
});

function verdict(found) {
  const number = new Intl.NumberFormat("es-MX");
  if (found.intact) {
    return make("p", { class: "good" }, `Todo está en orden: se revisaron ${number.format(found.exchanges)} mensajes de ${number.format(found.conversations)} conversaciones.`);
  }
  return make("p", { class: "error" }, `La bitácora no coincide: ${found.reason}. Avise de inmediato a quien administra el sistema.`);
}

// Verify the log, and say what was found.

import "./shell.js";
import { get } from "./api.js";
import { find, make, tell } from "./make.js";
import { inFull } from "./time.js";

const button = find("verify");
const result = find("result");

button.addEventListener("click", async () => {
  tell("error", "");
  button.disabled = true;
  result.replaceChildren(make("p", { class: "quiet" }, "Verificando…"));
  try {
    result.replaceChildren(verdict(await get("/log/verification")));
  } catch (problem) {
    result.replaceChildren();
    tell("error", problem.message);
  } finally {
    button.disabled = false;
  }
});

function verdict({ is_intact: intact, checked_at: at, breaches }) {
  if (intact) return make("p", { class: "good" }, `Todo está en orden: ningún mensaje se cambió, se quitó ni se movió. Revisado el ${inFull(at)}.`);
  return make("div", {},
    make("p", { class: "error" }, "La bitácora no coincide con lo que se escribió. Avise de inmediato a quien administra el sistema."),
    make("ul", { class: "breaches" }, breaches.map((each) =>
      make("li", { class: "found" }, `Conversación ${each.conversation}, mensaje ${each.seq}: ${each.reason}`))));
}

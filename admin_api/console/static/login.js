// Enter with a name and a password; the session is a cookie that scripts cannot read.

import { ENDED, get, post } from "./api.js";
import { areKept } from "./drafts.js";
import { find, tell } from "./make.js";

const form = find("login");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  tell("error", "");
  const [username, password] = [find("username"), find("password")];
  const empty = [username, password].find((field) => !field.value);
  if (empty) return refuse("Escriba su usuario y su contraseña.", empty);
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await post("/sessions", { username: username.value, password: password.value });
    location.replace(next());
  } catch (problem) {
    password.value = "";
    refuse(problem.message, password);
  } finally {
    button.disabled = false;
  }
});

// A link from elsewhere arrives without the cookie: whoever is inside already need not enter again.
if (new URLSearchParams(location.search).has("next")) await get("/sessions/current").then(() => location.replace(next())).catch(() => null);

tellWhy();

/** Who was inside until now is told what happened, and that nothing of theirs is lost. */
function tellWhy() {
  if (!sessionStorage.getItem(ENDED)) return;
  sessionStorage.removeItem(ENDED);
  tell("ended", `Su sesión terminó. Entre de nuevo.${areKept() ? " Lo que escribía se guardó: seguirá en el cuadro." : ""}`);
}

function refuse(words, field) {
  tell("error", words);
  field.focus();
}

/** Only back into the console: an address from elsewhere is not followed. */
function next() {
  const wanted = new URL(new URLSearchParams(location.search).get("next") ?? "/console", location.origin);
  const isOurs = wanted.origin === location.origin && /^\/console(\/|$)/.test(wanted.pathname);
  return isOurs && wanted.pathname !== "/console/login" ? wanted.pathname : "/console";
}

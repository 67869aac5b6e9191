// What every page has: who I am, and the way out.

import { remove } from "./api.js";
import { find } from "./make.js";

const me = find("me");

find("leave").addEventListener("click", async () => {
  sessionStorage.clear();
  await remove("/sessions/current").catch(() => null);
  location.assign("/console/login");
});
document.querySelector(".bar [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.addEventListener("click", (event) => me.contains(event.target) || (me.open = false));
me.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !me.open) return;
  me.open = false;
  me.querySelector("summary").focus();
});

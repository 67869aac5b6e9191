// On a narrow screen, one of the three panes at a time.

import { find } from "./make.js";

const buttons = document.querySelectorAll(".panes button");
for (const button of buttons) button.addEventListener("click", () => showPane(button.dataset.pane));

export function showPane(name) {
  find("main").dataset.pane = name;
  for (const button of buttons) button.setAttribute("aria-pressed", button.dataset.pane === name);
}

// Dialogs that ask before something is done, and stay open with the reason when it was refused.

import { find, make } from "./make.js";

/** Show the dialog; on its main button run `act`. True if it was done, false if cancelled. */
export function ask(id, act) {
  const dialog = find(id);
  const form = dialog.querySelector("form");
  const opener = document.activeElement;
  refused(form, "");
  dialog.showModal();
  return new Promise((resolve) => {
    const end = new AbortController();
    const { signal } = end;
    let done = false;
    form.addEventListener("submit", async (event) => {
      if (event.submitter?.value === "cancel") return;
      event.preventDefault();
      event.submitter.disabled = true;
      try {
        await act();
        done = true;
        dialog.close();
      } catch (problem) {
        refused(form, problem.message);
      } finally {
        event.submitter.disabled = false;
      }
    }, { signal });
    dialog.addEventListener("close", () => {
      end.abort();
      opener?.focus?.();
      resolve(done);
    }, { signal });
  });
}

function refused(form, words) {
  const place = form.querySelector(".error") ?? form.insertBefore(make("p", { class: "error", role: "alert" }), form.querySelector(".dialog-acts"));
  place.textContent = words;
  place.hidden = !words;
}

// What is half written in each conversation, kept until the tab closes.

import { data } from "./time.js";

const name = (conversation, mode) => `draft:${data.me}:${mode}:${conversation}`;

export const draft = (conversation, mode) => sessionStorage.getItem(name(conversation, mode)) ?? "";

export const areKept = () => Object.keys(sessionStorage).some((each) => each.startsWith("draft:"));

export function keep(conversation, mode, text) {
  if (text) sessionStorage.setItem(name(conversation, mode), text);
  else sessionStorage.removeItem(name(conversation, mode));
}

// What people and places are called when the data does not say.

import { make } from "./make.js";
import { data } from "./time.js";

export const nameOf = ({ name }) => name || "Persona sin nombre";

/** The first words of the matter, in one line; nothing where it has none. */
export function preview({ preview: words }) {
  return words === "" ? null : make("span", { class: words === null ? "preview-line quiet" : "preview-line" }, words ?? "Por entender");
}

export const intentName = (key) => data.names[key] ?? key;

/** Who attends a case, as people of that municipality know it. */
export function agencyName(key, municipality) {
  const agency = data.agencies[key];
  if (!agency) return key;
  if (!agency.local) return agency.name;
  if (!municipality) return `${agency.name} del municipio`;
  return agency.in[municipality] ?? `${agency.name} de ${municipality}`;
}

// What people and places are called when the data does not say.

import { data } from "./time.js";

export const nameOf = ({ name }) => name || "Persona sin nombre";

export const intentName = (key) => data.names[key] ?? key;

/** Who attends a case, as people of that municipality know it. */
export function agencyName(key, municipality) {
  const agency = data.agencies[key];
  if (!agency) return key;
  if (!agency.local) return agency.name;
  if (!municipality) return `${agency.name} del municipio`;
  return agency.in[municipality] ?? `${agency.name} de ${municipality}`;
}

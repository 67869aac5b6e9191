// The reports there are, for a period, as a page or as a file.

import "./shell.js";
import { get } from "./api.js";
import { find, make, tell } from "./make.js";
import * as period from "./period.js";

const FORMATS = { html: "Ver", csv: "Descargar CSV", xlsx: "Descargar Excel", pdf: "Descargar PDF", json: "JSON" };
const [from, to] = [find("from"), find("to")];

period.start(draw);
period.choose("Este mes");
find("filters").addEventListener("change", draw);
find("filters").addEventListener("submit", (event) => event.preventDefault());

let reports = [];
try {
  reports = (await get("/reports")).items;
  draw();
} catch (problem) {
  tell("error", problem.message);
}

function draw() {
  const problem = problemOf(period.iso(from.value), period.iso(to.value));
  tell("error", problem);
  if (!problem) find("rows").replaceChildren(...reports.map(report));
}

function problemOf(since, until) {
  if (!since || !until) return "Escriba día, mes y año: por ejemplo, 25/11/2026.";
  return since > until ? "Elija un periodo: la primera fecha no puede ser posterior a la segunda." : "";
}

function report({ name, title, description, formats = ["html", "csv", "json"] }) {
  const link = (format) => make("a", { class: format === "html" ? "button main" : "button", href: address(name, format), "aria-label": `${FORMATS[format] ?? format}: ${title}` }, FORMATS[format] ?? format);
  return make("li", { class: "found" },
    make("h2", {}, title), description && make("p", {}, description),
    make("p", { class: "report-acts" }, formats.map(link)));
}

function address(name, format) {
  return `/api/v1/reports/${encodeURIComponent(name)}?${new URLSearchParams({ from: period.iso(from.value), to: period.iso(to.value), format })}`;
}

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
find("filters").addEventListener("input", list);
find("filters").addEventListener("submit", (event) => event.preventDefault());

let reports = [];
try {
  reports = (await get("/reports")).items;
  draw();
} catch (problem) {
  tell("error", problem.message);
}

function draw() {
  tell("error", period.problem({ needed: true }));
  list();
}

/** With a wrong day nothing can be opened: neither this period nor the one before. */
function list() {
  const isWrong = Boolean(period.problem({ needed: true }));
  find("rows").replaceChildren(...reports.map((each) => report(each, isWrong)));
}

function report({ name, title, description, formats = ["html", "csv", "json"] }, isWrong) {
  const link = (format) => {
    const look = { class: format === "html" ? "button main" : "button", "aria-label": `${FORMATS[format] ?? format}: ${title}` };
    const words = FORMATS[format] ?? format;
    return isWrong ? make("button", { ...look, type: "button", disabled: true }, words) : make("a", { ...look, href: address(name, format) }, words);
  };
  return make("li", { class: "found" },
    make("h2", {}, title), description && make("p", {}, description),
    make("p", { class: "report-acts" }, formats.map(link)));
}

function address(name, format) {
  return `/api/v1/reports/${encodeURIComponent(name)}?${new URLSearchParams({ from: period.iso(from.value), to: period.iso(to.value), format })}`;
}

// Builds elements. Data becomes text nodes and attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** make("p", {class: "quiet", hidden: false}, "text", child): false and null are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

export const find = (id) => document.getElementById(id);

/** Pairs [term, value] as a description list; empty values are left out. */
export function facts(pairs, look = "facts") {
  const shown = pairs.filter(([, value]) => value != null && value !== "");
  return make("dl", { class: look }, shown.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]));
}

export function tell(id, words) {
  const place = find(id);
  place.textContent = words ?? "";
  place.hidden = !words;
}

/** Read out by screen readers, not seen. */
export function announce(words) {
  find("announcements").textContent = words;
}

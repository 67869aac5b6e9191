// Text with what can be followed in it: addresses of pages, and numbers to call.

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:)!?])/;
// 9-1-1, 911 and 089; ten digits in one piece or divided, with or without +52.
const NUMBER = /((?:\+?52[ -]?)?(?:\(\d{2,3}\) ?|\d{2,3}[ -])\d{3,4}[ -]\d{4}|\d{10}|9-1-1|911|089)/;

export function linked(text, isCallable) {
  const paragraph = document.createElement("p");
  text.split(LINK).forEach((part, index) => {
    if (index % 2) paragraph.append(page(part));
    else if (isCallable) appendNumbers(paragraph, part);
    else paragraph.append(part);
  });
  return paragraph;
}

export function call(label, number) {
  const link = document.createElement("a");
  link.textContent = label;
  link.href = `tel:${number}`;
  return link;
}

function page(address) {
  const link = document.createElement("a");
  link.textContent = address;
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// Not what is part of something longer, as a folio is.
function appendNumbers(paragraph, text) {
  const parts = text.split(NUMBER);
  parts.forEach((part, index) => {
    const isWhole = index % 2 && !/[\w-]$/.test(parts[index - 1]) && !/^[\w-]/.test(parts[index + 1]);
    paragraph.append(isWhole ? call(part, part.replace(/[^\d+]/g, "")) : part);
  });
}

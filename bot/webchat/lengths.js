// A long text as the messages that the server takes, in order: nothing of it is lost.

const LONGEST = 4000; // characters of a message, as the server has it
const SEAMS = ["\n\n", "\n", ". ", " "]; // where to cut, the best first

export const MOST = 10; // messages; who has more to say attaches it

export function inMessages(text) {
  const parts = [];
  let rest = text.trim();
  while (rest.length > LONGEST) {
    const end = seam(rest.slice(0, LONGEST));
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest ? parts.concat(rest) : parts;
}

// The last good place; not so early that much is left for the next.
function seam(text) {
  for (const each of SEAMS) {
    const at = text.lastIndexOf(each);
    if (at > LONGEST / 2) return at + each.length;
  }
  const isSplit = /[\ud800-\udbff]$/.test(text); // half an emoji
  return isSplit ? text.length - 1 : text.length;
}

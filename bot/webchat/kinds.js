// Which files may be sent: known by how they begin, each up to its size. The server looks closer.

import { size } from "./message.js";
import { say } from "./speech.js";

const MEGABYTE = 1048576;
const MOST = { image: 10, application: 20, audio: 16, video: 20 }; // megabytes, as the server has them
const NOT_OURS = "Puede enviar fotos, PDF, audio o video. Este archivo no es de esos tipos.";
const BEGINNINGS = [
  ["image", /^\xff\xd8\xff/],
  ["image", /^\x89PNG\r\n\x1a\n/],
  ["image", /^GIF8/],
  ["image", /^RIFF[^]{4}WEBP/],
  ["application", /^%PDF/],
  ["audio", /^(OggS|ID3|\xff[\xe0-\xff])/],
  ["video", /^[^]{4}(ftyp|moov|mdat|wide|free|skip)/], // sound comes in it too
];

// Why this file cannot be sent; empty if it can.
export async function objection(file) {
  const family = familyOf(await beginning(file));
  if (!family || (family === "image") !== isImage(file, family)) return say(NOT_OURS);
  const most = MOST[family];
  if (file.size <= most * MEGABYTE) return "";
  return say("Pesa {size} y puede pesar hasta {most}.", { size: size(file.size), most: `${most} MB` });
}

// As its name says; without one, as it is.
function isImage(file, family) {
  return file.type ? file.type.startsWith("image/") : family === "image";
}

function familyOf(start) {
  const found = BEGINNINGS.find(([, pattern]) => pattern.test(start));
  return found && found[0];
}

// A file that can no longer be read begins with nothing.
async function beginning(file) {
  try {
    const bytes = await new Response(file.slice(0, 16)).arrayBuffer();
    return String.fromCharCode(...new Uint8Array(bytes));
  } catch (error) {
    return "";
  }
}

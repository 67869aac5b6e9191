// Where the phone is, for who presses the button that tells it.

import { say } from "./speech.js";

const OPTIONS = { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 }; // milliseconds
const METRE = 5; // decimals of a degree

// As the first answer to a question of a place; none where the browser cannot tell.
export function placeButtons(message) {
  const canTell = "geolocation" in navigator && isSecureContext;
  return message.asks === "location" && canTell ? [{ text: say("Enviar mi ubicación"), isPlace: true }] : [];
}

// While it is looked for, the button says so. Rejects where it cannot be had.
export async function whereFrom(button) {
  const { textContent } = button;
  button.disabled = true;
  button.textContent = say("Buscando su ubicación…");
  try {
    const { coords } = await new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed, OPTIONS));
    return { lat: Number(coords.latitude.toFixed(METRE)), lon: Number(coords.longitude.toFixed(METRE)) };
  } finally {
    button.disabled = false;
    button.textContent = textContent;
  }
}

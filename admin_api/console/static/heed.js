// Calls for attention: the title's counter and, for whoever wants it, a short sound.

import { find } from "./make.js";

const ON = "sound-on";
const title = document.title;
const button = find("sound");
let heard = null;

export function start() {
  draw(localStorage.getItem(ON) !== null);
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    if (on) localStorage.setItem(ON, "1");
    else localStorage.removeItem(ON);
    draw(on);
    if (on) ring(660);
  });
}

/** The number of conversations that wait or have something new, in front of the title. */
export function count(number, danger) {
  document.title = (danger ? "⚠ " : "") + (number ? `(${number}) ` : "") + title;
}

/** Sound for what is new among those who wait; twice and higher for danger to life. */
export function newcomers(places) {
  const keys = new Set(places.map((place) => place.conversation));
  const fresh = heard ? places.filter((place) => !heard.has(place.conversation)) : [];
  heard = keys;
  if (fresh.length && localStorage.getItem(ON) !== null) ring(fresh.some((place) => place.priority === 0) ? 990 : 660);
  return fresh;
}

function draw(on) {
  button.setAttribute("aria-pressed", on);
}

function ring(pitch) {
  const air = new AudioContext();
  const [tone, loudness] = [air.createOscillator(), air.createGain()];
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.12, air.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.001, air.currentTime + 0.5);
  tone.connect(loudness).connect(air.destination);
  tone.start();
  tone.stop(air.currentTime + 0.5);
  tone.addEventListener("ended", () => air.close());
}

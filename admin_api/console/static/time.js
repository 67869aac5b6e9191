// Instants as the desk reads them: in the desk's own zone, whatever the computer says.

export const data = JSON.parse(document.getElementById("desk-data").textContent);

const format = (options) => new Intl.DateTimeFormat("es-MX", { timeZone: data.zone, ...options });
const hour = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const long = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const short = format({ day: "2-digit", month: "2-digit", year: "numeric" });
const whole = format({ dateStyle: "long", timeStyle: "medium" });
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: data.zone });

export const atHour = (at) => hour.format(new Date(at));
export const onDay = (at) => long.format(new Date(at));
export const onDate = (at) => short.format(new Date(at));
const longDay = format({ dateStyle: "long" });

export const inDays = (at) => longDay.format(new Date(at));
export const inFull = (at) => `${whole.format(new Date(at))} (hora de Sonora)`;
export const dayOf = (at) => isoDay.format(new Date(at));
export const isToday = (at) => dayOf(at) === dayOf(Date.now());
export const shortly = (at) => (isToday(at) ? atHour(at) : `${onDate(at)} ${atHour(at)}`);

export function waited(since, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - new Date(since)) / 60000));
  if (minutes < 1) return "menos de 1 min";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} días`;
}

/** Whole days on the calendar from today to that day; negative when it has passed. */
export function daysUntil(at) {
  return Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(Date.now()))) / 86400000);
}

// Instants as the desk reads them: in the desk's own zone, whatever the computer says.

export const data = JSON.parse(document.getElementById("desk-data").textContent);

const MONTHS = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const format = (options) => new Intl.DateTimeFormat("es-MX", { timeZone: data.zone, ...options });
const hour = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const long = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: data.zone });

export const atHour = (at) => hour.format(new Date(at));
export const onDay = (at) => long.format(new Date(at));
/** «25 nov 2026» */
export function onDate(at) {
  const [year, month, day] = dayOf(at).split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}
/** «25 nov 2026, 14:05» */
export const moment = (at) => `${onDate(at)}, ${atHour(at)}`;
/** The hour alone, of today. */
export const lately = (at) => (dayOf(at) === dayOf(Date.now()) ? atHour(at) : moment(at));
export const inFull = (at) => `${moment(at)} (hora de Sonora)`;
export const dayOf = (at) => isoDay.format(new Date(at));

export function waited(since, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - new Date(since)) / 60000));
  if (minutes < 1) return "< 1 min";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} días naturales`;
}

/** How many working days end after this moment and until that one: those of the term that are left. */
export function workingDays(from, until) {
  let count = 0;
  const last = dayOf(until);
  for (let day = next(dayOf(from)); day <= last; day = next(day)) if (isWorking(day)) count += 1;
  return count;
}

const next = (day) => new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);
const isWorking = (day) => ![0, 6].includes(new Date(day).getUTCDay()) && !data.days_off.includes(day);

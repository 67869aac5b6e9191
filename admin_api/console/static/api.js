// Talks to the JSON API. A refusal becomes a Problem whose message can be shown to people.

import { problems } from "./words.es.js";

const ROOT = "/api/v1";
export const ENDED = "session-ended";
const ATTENDED_FOR = 60000;

let touchedAt = Date.now();
for (const touch of ["keydown", "pointerdown", "pointermove", "wheel"]) {
  addEventListener(touch, () => { touchedAt = Date.now(); }, { capture: true, passive: true });
}

export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail || body?.title || problems[status] || problems.other);
    this.status = status;
    this.body = body ?? {};
  }
}

/** What a page reads by itself while nobody touches it says so: it does not keep the login in use. */
export const get = (path, query = {}) =>
  call("GET", path + written(query), undefined, Date.now() - touchedAt > ATTENDED_FOR ? { "X-Unattended": "yes" } : {});
/** The same `key` again is the same act, which is not done twice. */
export const post = (path, body = {}, { key = freshKey(), etag = null } = {}) =>
  call("POST", path, body, { "Idempotency-Key": key, ...(etag && { "If-Match": etag }) });
export const patch = (path, body, { etag = null } = {}) => call("PATCH", path, body, etag ? { "If-Match": etag } : {});
export const put = (path, body, { etag = null } = {}) => call("PUT", path, body, etag ? { "If-Match": etag } : {});
export const remove = (path) => call("DELETE", path);

/** A random name. (crypto.randomUUID is missing where the page comes without TLS.) */
export function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** To the page where one enters, which says why. */
export function login(to = location.pathname) {
  sessionStorage.setItem(ENDED, "yes");
  location.assign(`/console/login?next=${encodeURIComponent(to)}`);
}

async function call(method, path, body, headers = {}) {
  const answer = await fetched(path, {
    method,
    headers: { Accept: "application/json", "Accept-Language": "es", ...(body && { "Content-Type": "application/json" }), ...headers },
    body: body && JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
  });
  if (!answer.ok) throw refusal(answer.status, await answer.json().catch(() => null));
  if (answer.status === 204) return null;
  const shown = await answer.json();
  const etag = answer.headers.get("ETag");
  return etag ? { ...shown, etag } : shown;
}

function refusal(status, body) {
  if (body?.type === "/problems/not-logged-in" && !location.pathname.startsWith("/console/login")) login();
  return new Problem(status, body);
}

async function fetched(path, options) {
  try {
    return await fetch(ROOT + path, options);
  } catch {
    throw new Problem(0);
  }
}

function written(query) {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value != null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

// Puts the chat on another site:
// <script src="https://…/chat/loader.js" async data-label="Escríbanos" data-side="right"></script>
// That site's origin must be one of those that the chat's server allows. Its own policy needs our
// origin in script-src and frame-src, and nothing else: there is no inline style nor script here.

(function () {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const KEY = "ventanilla.token";
  const QUICKLY = 1500; // milliseconds for three Escapes, which leave the site
  const PATIENCE = 2000; // milliseconds for the page inside, once it is loaded, to say that it is there
  const NEUTRAL_PAGE = "https://www.google.com/";
  const label = script.dataset.label || "Chat";
  const side = script.dataset.side === "left" ? "left" : "right";
  let memory = null; // the token, where the site may not store it
  let frame = null;
  let isHeard = false;
  let given = null; // the token that the frame has
  let escapes = [];

  const button = make("button", {
    position: "fixed", bottom: "16px", [side]: "16px", zIndex: "2147483000", minHeight: "48px",
    padding: "0 20px", border: "2px solid #fff", borderRadius: "24px", background: "#0f4c5c",
    color: "#fff", font: "600 16px/1.2 system-ui, sans-serif", cursor: "pointer",
    boxShadow: "0 2px 10px rgba(0, 0, 0, 0.35)",
  });
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => (frame ? show(frame.hidden) : open()));
  addEventListener("message", hear);
  addEventListener("keydown", (event) => event.key === "Escape" && !event.repeat && frame && escape());
  addEventListener("storage", (event) => event.key === KEY && !event.newValue && remove());
  addEventListener("pageshow", (event) => event.persisted && given && given !== read() && remove());
  if (document.body) document.body.append(button);
  else addEventListener("DOMContentLoaded", () => document.body.append(button));

  function open() {
    frame = make("iframe", {
      position: "fixed", bottom: "0", [side]: "0", zIndex: "2147483001", width: "100%",
      maxWidth: "420px", height: "100%", maxHeight: "680px", border: "0", background: "#f6f3ee",
      boxShadow: "0 0 24px rgba(0, 0, 0, 0.35)", colorScheme: "normal",
    });
    frame.title = label;
    frame.allow = "geolocation"; // asked for only when the citizen presses its button
    frame.src = `${origin}/chat/embed`;
    const opened = frame;
    frame.addEventListener("load", () => {
      hello();
      setTimeout(() => opened === frame && !isHeard && showWayIn(), PATIENCE);
    });
    button.after(frame);
    show(true);
  }

  function tell(word, more) {
    frame.contentWindow.postMessage(Object.assign({ ventanilla: word }, more), origin);
  }

  function hello() {
    given = read();
    tell("hello", { token: given });
  }

  function show(is) {
    frame.hidden = !is;
    frame.style.display = is ? "block" : "none";
    button.setAttribute("aria-expanded", String(is));
    if (is) enter();
    else button.focus();
  }

  // To where one writes, once the page inside is there to take it.
  function enter() {
    frame.focus();
    if (isHeard) tell("enter");
  }

  // Whoever has gone elsewhere on the site meanwhile is left there.
  function enterIfOpen() {
    const isElsewhere = ![frame, button, document.body].includes(document.activeElement);
    if (!frame.hidden && !isElsewhere) enter();
  }

  function hear(event) {
    if (!frame || event.origin !== origin || event.source !== frame.contentWindow || !event.data) return;
    switch (event.data.ventanilla) {
      case "ask": hello(); break;
      case "ready": isHeard = true; enterIfOpen(); break;
      case "token": keep(event.data.token); break;
      case "forget": keep(null); break;
      case "close": show(false); break;
      case "escape": escape(); break;
      case "unread": count(event.data.count); break;
      case "leave": leave(event.data.to); break;
    }
  }

  // Once closes the chat; three times, quickly, leaves. The first may be pressed inside the frame
  // and the others out here.
  function escape() {
    const now = performance.now();
    escapes = escapes.filter((at) => now - at < QUICKLY).concat(now);
    if (escapes.length === 3) hideAndLeave();
    else if (!frame.hidden) show(false);
  }

  // The frame has something to forget too, and then says «leave».
  function hideAndLeave() {
    document.body.style.display = "none";
    tell("leave");
    setTimeout(leave, 500, NEUTRAL_PAGE);
  }

  function count(unread) {
    button.textContent = unread && frame.hidden ? `${label} (${unread})` : label;
  }

  function leave(to) {
    keep(null);
    document.body.textContent = "";
    if (/^https:\/\//.test(to)) location.replace(to);
  }

  // Another tab of this site forgot the conversation: it must not stay in sight here.
  function remove() {
    if (!frame) return;
    frame.remove();
    frame = null;
    isHeard = false;
    given = null;
    button.setAttribute("aria-expanded", "false");
  }

  // The browser does not say that the frame was refused, by our policy or by the site's.
  function showWayIn() {
    remove();
    const link = make("a", {
      position: "fixed", bottom: "16px", [side]: "16px", zIndex: "2147483001", padding: "14px 18px",
      border: "2px solid #fff", borderRadius: "24px", background: "#0f4c5c", color: "#fff",
      font: "600 16px/1.2 system-ui, sans-serif", boxShadow: "0 2px 10px rgba(0, 0, 0, 0.35)",
    });
    link.textContent = "Abrir el chat en otra página";
    link.href = `${origin}/`;
    link.target = "_blank";
    link.rel = "noopener";
    button.after(link);
    button.remove();
    link.focus();
  }

  function read() {
    try {
      return localStorage.getItem(KEY) || memory;
    } catch (error) {
      return memory;
    }
  }

  function keep(token) {
    given = token;
    memory = null;
    try {
      if (token) localStorage.setItem(KEY, token);
      else localStorage.removeItem(KEY);
    } catch (error) { // not allowed: until the page is closed, then
      memory = token;
    }
  }

  // Through the object, since the site's policy may forbid style attributes.
  function make(name, rules) {
    const made = document.createElement(name);
    Object.assign(made.style, rules);
    return made;
  }
})();

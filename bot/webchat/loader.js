// Puts the chat on another site:
// <script src="https://…/chat/loader.js" async data-label="Escríbanos" data-side="right"></script>
// That site's origin must be one of those that the chat's server allows.

(function () {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const KEY = "ventanilla.token";
  let kept = read();
  let frame = null;

  const button = document.createElement("button");
  const label = script.dataset.label || "Chat";
  const side = script.dataset.side === "left" ? "left" : "right";

  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  style(button, {
    position: "fixed", bottom: "16px", [side]: "16px", zIndex: "2147483000", minHeight: "48px",
    padding: "0 20px", border: "2px solid #fff", borderRadius: "24px", background: "#0f4c5c",
    color: "#fff", font: "600 16px/1.2 system-ui, sans-serif", cursor: "pointer",
    boxShadow: "0 2px 10px rgba(0, 0, 0, 0.35)",
  });
  button.addEventListener("click", toggle);
  addEventListener("message", hear);
  if (document.body) document.body.append(button);
  else addEventListener("DOMContentLoaded", () => document.body.append(button));

  function toggle() {
    if (!frame) make();
    else show(frame.hidden);
  }

  function make() {
    frame = document.createElement("iframe");
    frame.title = label;
    frame.src = `${origin}/chat/embed`;
    frame.addEventListener("load", () => {
      frame.contentWindow.postMessage({ ventanilla: "hello", token: kept }, origin);
      frame.focus();
    });
    style(frame, {
      position: "fixed", bottom: "0", [side]: "0", zIndex: "2147483001", width: "100%",
      maxWidth: "420px", height: "100%", maxHeight: "680px", border: "0", background: "#f6f3ee",
      boxShadow: "0 0 24px rgba(0, 0, 0, 0.35)", colorScheme: "normal",
    });
    button.after(frame);
    show(true);
  }

  function show(is) {
    frame.hidden = !is;
    frame.style.display = is ? "block" : "none";
    button.setAttribute("aria-expanded", String(is));
    (is ? frame : button).focus();
  }

  function hear(event) {
    if (!frame || event.origin !== origin || event.source !== frame.contentWindow || !event.data) return;
    switch (event.data.ventanilla) {
      case "token": keep(event.data.token); break;
      case "forget": keep(null); break;
      case "close": show(false); break;
      case "unread": count(event.data.count); break;
      case "leave": leave(event.data.to); break;
    }
  }

  function count(unread) {
    button.textContent = unread && frame.hidden ? `${label} (${unread})` : label;
  }

  function leave(to) {
    keep(null);
    document.body.textContent = "";
    if (/^https:\/\//.test(to)) location.replace(to);
  }

  function read() {
    try {
      return localStorage.getItem(KEY);
    } catch (error) {
      return null;
    }
  }

  function keep(token) {
    kept = token;
    try {
      if (token) localStorage.setItem(KEY, token);
      else localStorage.removeItem(KEY);
    } catch (error) { /* not allowed: until the page is closed, then */ }
  }

  // Through the object, since the site's policy may forbid style attributes.
  function style(element, rules) {
    Object.assign(element.style, rules);
  }
})();

// A citizen's files as the transcript shows them: pictures, players, downloads, or why there is none.

import { find, icon, make } from "./make.js";
import { attachmentKinds, fileReasons, fileStates } from "./words.es.js";

const SHOWERS = { image: picture, audio: player, video: player };
const LOST = ["refused", "failed"];

/** One file as a list item. */
export function fileShown(file, conversation) {
  if (file.state !== "kept" || !conversation) return make("li", {}, icon("file"), make("span", {}, described(file), " ", state(file)));
  const address = `/api/v1/conversations/${encodeURIComponent(conversation)}/attachments/${encodeURIComponent(file.id)}`;
  const show = SHOWERS[file.type?.split("/")[0]];
  return make("li", { class: [show && "shown", show === picture && "picture"].filter(Boolean).join(" ") }, show ? show(file, address) : null, saving(file, address));
}

function described(file) {
  const length = file.duration && `${file.duration} s`;
  return [kindOf(file), file.name, size(file.size), length].filter(Boolean).join(" · ");
}

const kindOf = (file) => attachmentKinds[file.kind] ?? attachmentKinds.file;

function size(bytes) {
  if (!bytes) return null;
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function state(file) {
  const isLost = LOST.includes(file.state);
  const why = isLost && (fileReasons[file.reason] ?? fileReasons.other);
  return make("strong", { class: isLost ? "fate bad" : "fate" }, [fileStates[file.state], why].filter(Boolean).join(": "));
}

function picture(file, address) {
  const preview = make("img", { src: address, alt: "", loading: "lazy", decoding: "async" });
  const button = make("button", { type: "button", class: "preview", "aria-haspopup": "dialog", "aria-label": `Ver ${described(file)}`, onclick: () => enlarge(file, address) }, preview);
  preview.addEventListener("error", () => button.replaceWith(make("span", { class: "fate bad" }, "No se pudo mostrar la imagen.")));
  return button;
}

function player(file, address) {
  return make(file.type.startsWith("audio/") ? "audio" : "video", { src: address, controls: true, preload: "metadata", "aria-label": described(file) });
}

function saving(file, address) {
  return make("a", { href: address, download: file.name || "", title: described(file) }, icon("file"), `Descargar ${described(file)}`);
}

function enlarge(file, address) {
  const dialog = find("file-dialog");
  const [title, image, link] = ["file-title", "file-image", "file-new"].map(find);
  const opener = document.activeElement;
  title.textContent = file.name || kindOf(file);
  image.src = link.href = address;
  image.alt = `${kindOf(file)} que envió la persona`;
  dialog.addEventListener("close", () => {
    image.removeAttribute("src");
    opener?.focus?.();
  }, { once: true });
  dialog.showModal();
}

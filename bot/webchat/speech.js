// The page's own words. It is written in Spanish; for who writes English each has another here.

const ENGLISH = {
  "/aviso": "/aviso#english",
  "Adjuntar un archivo": "Attach a file",
  "Archivos por enviar": "Files to send",
  "Asistente automático": "Automatic assistant",
  "Aviso": "Notice",
  "Aviso de privacidad": "Privacy notice",
  "Buscando su ubicación…": "Looking for your location…",
  "Borrar de este equipo": "Erase from this device",
  "Cerrado. Abrimos hoy a las {time}": "Closed. We open today at {time}",
  "Cerrado. Abrimos el {day}, {time}": "Closed. We open on {day}, {time}",
  "Cerrar el chat; la conversación se conserva": "Close the chat; the conversation is kept",
  "Cierra esta página, abre otra y borra la conversación de este equipo. También: Escape tres veces.":
    "Closes this page, opens another one and erases the conversation from this device. Also: Escape three times.",
  "Conversación": "Conversation",
  "Conversación terminada": "Conversation ended",
  "Copiado": "Copied",
  "Copiar": "Copy",
  "Descargar {name} ({size})": "Download {name} ({size})",
  "Descartar": "Discard",
  "El antivirus encontró un problema en este archivo; no se guardó.":
    "The antivirus found a problem in this file; it was not kept.",
  "El archivo está dañado o incompleto. Envíelo de nuevo o elija otro.":
    "The file is damaged or incomplete. Send it again or choose another one.",
  "El archivo no llegó completo; envíelo de nuevo.": "The file did not arrive whole; send it again.",
  "El archivo puede pesar hasta {number} MB.": "The file can be up to {number} MB.",
  "El archivo se está revisando.": "The file is being checked.",
  "El mensaje puede tener hasta {number} caracteres.":
    "The message can have up to {number} characters.",
  "El texto es demasiado largo para enviarlo así. Acórtelo o adjúntelo como PDF.":
    "The text is too long to send like this. Shorten it or attach it as a PDF.",
  "Emergencias:": "Emergencies:",
  "En espera de una persona": "Waiting for a person",
  "En fila para hablar con una persona: posición {position}": "In line for a person: number {position}",
  "Entregado": "Delivered",
  "Enviado": "Sent",
  "Enviando": "Sending",
  "Enviando {name}": "Sending {name}",
  "Enviar": "Send",
  "Enviar mi ubicación": "Send my location",
  "Es un texto largo: se enviará completo, en {messages} mensajes.":
    "It is a long text: all of it will be sent, in {messages} messages.",
  "Escriba su mensaje": "Write your message",
  "Escriba un mensaje.": "Write a message.",
  "Falta el archivo.": "The file is missing.",
  "Hablar con una persona": "Talk to a person",
  "Imagen: {name}": "Image: {name}",
  "Intente de nuevo en {number} s.": "Try again in {number} s.",
  "La imagen es demasiado grande. Envíela con menor resolución.":
    "The image is too large. Send it with a lower resolution.",
  "Le atiende {name}": "{name} is attending you",
  "Le responde un asistente automático, no una persona. Para hablar con una persona, escriba 0 o persona en cualquier momento.":
    "An automatic assistant answers, not a person. To talk to a person, write 0 or person at any time.",
  "Leer completo": "Read it all",
  "Leído": "Read",
  "Llame al {number}. El equipo puede tardar en leerle.": "Call {number}. Our team may take a while to read you.",
  "Llame al {number}. Ya se avisó a una persona.": "Call {number}. A person has been told.",
  "Llamar al {number}": "Call {number}",
  "Lo verá una persona": "A person will see it",
  "Mi ubicación": "My location",
  "No hay un archivo así en esta conversación.": "There is no such file in this conversation.",
  "No se envió": "Not sent",
  "No se pudo enviar.": "It could not be sent.",
  "No se pudo saber su ubicación. Escríbala, por favor.": "Your location could not be found. Please write it.",
  "Persona que le atiende": "Person attending you",
  "Pesa {size} y puede pesar hasta {most}.": "It is {size} and can be up to {most}.",
  "Puede enviar fotos, PDF, audio o video. Este archivo no es de esos tipos.":
    "You can send photos, PDF, audio or video. This file is none of those.",
  "Puede enviar hasta {most} archivos a la vez. No se agregó: {names}.":
    "You can send up to {most} files at a time. Not added: {names}.",
  "Quitar {name}": "Remove {name}",
  "Reintentar": "Try again",
  "Respuestas": "Answers",
  "Salir rápido": "Leave quickly",
  "Se borrará la conversación de este equipo y ya no podrá verla aquí. Si tiene un folio, anótelo antes. ¿Continuar?":
    "The conversation will be erased from this device and you will not see it here again. If you have a folio, write it down first. Continue?",
  "Sin conexión": "Offline",
  "Sin enviar": "Not sent yet",
  "Sin enviar. Se enviará en cuanto haya conexión.": "Not sent yet. It will go as soon as there is a connection.",
  "Su folio": "Your folio",
  "Su mensaje no se guardó. Envíelo de nuevo en un momento.":
    "Your message was not kept. Send it again in a moment.",
  "Su sesión no es válida.": "Your session is not valid.",
  "Su sesión no es válida. Abra el chat de nuevo.": "Your session is not valid. Open the chat again.",
  "Uno de los archivos ya no está. Adjúntelo de nuevo.":
    "One of the files is no longer here. Attach it again.",
  "Usted": "You",
  "{name} está escribiendo…": "{name} is writing…",
  "«{name}» no se envió. {reason}": "“{name}” was not sent. {reason}",
  "«{name}» no se puede enviar. {reason}": "“{name}” cannot be sent. {reason}",
};
const SPANISH = {};
for (const words of Object.keys(ENGLISH)) SPANISH[ENGLISH[words]] = words;
const SAID = ["aria-label", "href", "placeholder", "title"];

let isEnglish = false;

// These words in the language that is spoken, with `{name}` filled in.
export function say(words, parts = {}) {
  const said = (isEnglish && ENGLISH[words]) || words;
  return said.replace(/\{(\w+)\}/g, (gap, name) => (name in parts ? parts[name] : gap));
}

// Why a call was refused, where only a number differs.
export function sayWhy(detail) {
  const [number] = detail.match(/\d[\d,]*/) || [];
  return number ? say(detail.replace(number, "{number}"), { number }) : say(detail);
}

export function locale() {
  return isEnglish ? "en-US" : "es-MX";
}

// From here on in this language ("en", or Spanish), and what stands already, but for what was
// written or said in the conversation.
export function speak(language) {
  if (isEnglish === (language === "en")) return;
  isEnglish = !isEnglish;
  document.documentElement.lang = isEnglish ? "en" : "es-MX";
  const words = isEnglish ? ENGLISH : SPANISH;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const said = words[text.data.trim()];
    if (said && !text.parentNode.closest(".bubble, .buttons")) text.data = text.data.replace(text.data.trim(), said);
  }
  for (const name of SAID) {
    document.querySelectorAll(`[${name}]`).forEach((part) => {
      const said = words[part.getAttribute(name)];
      if (said) part.setAttribute(name, said);
    });
  }
}

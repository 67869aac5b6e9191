// The console's words. Names of categories and agencies come with the page, from the desk's data.

export const channels = { telegram: "Telegram", webchat: "Chat web", whatsapp: "WhatsApp", console: "Terminal", phone: "Teléfono" };

export const states = { bot: "Con el asistente virtual", queue: "En espera", analyst: "En atención", closed: "Cerrada" };

export const closings = { attended: "atendida", abandoned: "abandonada", cancelled: "cancelada" };

export const priorities = ["Peligro de vida", "Urgente", "Normal", "Puede esperar"];

export const reasons = {
  asked: "Pidió hablar con una persona",
  not_understood: "El asistente no le entendió",
  case_opened: "Registró un asunto",
  danger: "Posible peligro en este momento",
  failure: "El asistente falló al atender",
  delicate: "Asunto delicado",
  folio: "Pregunta por un folio",
  question: "Pide información",
  undelivered: "No se sabe si recibió la respuesta",
  taken: "La tomó un analista",
};

export const authors = { citizen: "Persona", bot: "Asistente virtual", analyst: "Analista", system: "Aviso del sistema" };

export const deliveries = {
  owed: "Pendiente de enviar",
  sending: "Enviándose",
  delivered: "Enviado",
  seen: "Visto",
  unknown: "No se sabe si llegó",
  refused: "Rechazado por el canal",
  dropped: "Descartado: no se envió",
};

export const caseStates = {
  recibido: "Recibido",
  en_validacion: "En validación",
  turnado: "Turnado",
  canalizado: "Canalizado",
  en_tramite: "En trámite",
  contestado: "Contestado",
  notificado: "Notificado",
  concluido: "Concluido",
  prevenido: "Prevenido",
  improcedente: "Improcedente",
  duplicado: "Duplicado (vinculado)",
  reabierto: "Reabierto",
  cancelado: "Cancelado por la persona",
};

export const correctionStates = { pending: "Por decidir", approved: "Aprobado", rejected: "Rechazado" };

export const levels = {
  estatal: "Estatal: corresponde al Gobierno del Estado",
  municipal: "Municipal: corresponde al Ayuntamiento, no al Estado",
  federal: "Federal: corresponde a la Federación, no al Estado",
  mixto: "Compartida: depende del caso",
  propio: "De esta oficina",
  ninguno: "Sin competencia",
};

export const roles = { analyst: "Analista", supervisor: "Supervisión", admin: "Administración" };

export const attachmentKinds = {
  photo: "Foto", image: "Imagen", document: "Documento", file: "Archivo", voice: "Mensaje de voz", audio: "Audio",
  video: "Video", video_note: "Video corto", animation: "Animación", sticker: "Calcomanía",
};

export const fileStates = {
  owed: "Pendiente de descargar",
  unchecked: "En espera de la revisión del antivirus",
  kept: "Guardado",
  refused: "No se guardó",
  failed: "No se pudo descargar",
};

export const fileReasons = {
  kind: "no es foto, PDF, audio ni video",
  broken: "está dañado o incompleto",
  "too large": "es demasiado grande",
  "too many pixels": "la imagen es demasiado grande",
  infected: "el antivirus encontró un problema",
  gone: "el canal ya no lo tiene",
  forbidden: "el canal no lo entrega",
  unreachable: "el canal no respondió",
  other: "el canal no lo entregó",
};

export const factNames = {
  nombre: "Nombre", municipio: "Municipio", colonia: "Colonia", calle: "Calle", codigo_postal: "Código postal",
  contacto: "Contacto", beneficiario: "Para quién", nivel_escolar: "Nivel escolar", escuela: "Escuela",
  institucion: "Institución", tramo: "Tramo", ruta: "Ruta", folio: "Folio", descripcion: "Descripción",
  asunto: "Asunto", telefono: "Teléfono", phone: "Teléfono", curp: "CURP", fecha: "Fecha", date: "Fecha",
  municipality: "Municipio", postal_code: "Código postal", street: "Calle", correo: "Correo", email: "Correo", name: "Nombre",
  referencia: "Referencia", time: "Hora",
};

export const verbs = {
  open: "Se abrió", move: "Cambio de estado", state: "Cambio de estado", claim: "Tomó la conversación",
  hand_over: "Pasó a la lista de espera", transfer: "Transferencia", return: "Devuelta al asistente",
  close: "Cierre", leave_queue: "Salió de la espera", reopen: "Reapertura", reclassify: "Cambio de categoría",
};

export const actors = { bot: "Asistente virtual", citizen: "La persona", clock: "Sistema" };

export const line = {
  live: "En vivo",
  connecting: "Conectando…",
  cut: "Sin conexión en vivo; se reintenta",
};

export const problems = {
  0: "No hay conexión con el servidor. Revise su red e intente de nuevo.",
  401: "Su sesión terminó. Entre de nuevo.",
  403: "Su cuenta no permite hacer esto.",
  404: "No se encontró.",
  409: "Alguien más hizo un cambio antes. Actualice e intente de nuevo.",
  422: "Falta un dato o no es válido.",
  429: "Demasiados intentos. Espere un momento y vuelva a intentar.",
  other: "No se pudo completar. Intente de nuevo; si continúa, avise a su supervisión.",
};

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
  reopened: "Dice que no quedó resuelto",
  complaint: "Queja sobre la atención: la toma supervisión",
  threat: "Escribió una amenaza",
  told_more: "Agregó algo a su folio",
  question: "Pide información",
  undelivered: "No se sabe si recibió la respuesta",
  taken: "La tomó un analista",
};

export const authors = { citizen: "Persona", bot: "Asistente virtual", analyst: "Analista", system: "Aviso del sistema" };

/** What stands for words that may not be read before it is known what they are about. */
export const UNREAD = "Por entender: se podrá leer en un momento";

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

/** What the words of a change of state are; elsewhere, its reason. */
export const caseWords = {
  contestado: "Respuesta, como la leerá la persona",
  prevenido: "Qué dato se le pide, como lo leerá la persona",
  improcedente: "Motivo, como lo leerá la persona",
  other: "Motivo",
};

/** What the citizen is told at once of a new state; of the others, nothing. */
export const caseTold = {
  turnado: "Se avisa a la persona que se turnó.",
  canalizado: "Se avisa a la persona que se canalizó.",
  contestado: "Se avisa a la persona que hay respuesta; la lee donde abrió el folio, o con su clave.",
  prevenido: "Se avisa a la persona que falta un dato.",
  improcedente: "Se avisa a la persona que no procede; el motivo lo lee ahí mismo, o con su clave.",
  concluido: "Se avisa a la persona y se le pregunta si quedó resuelto.",
  duplicado: "Se avisa a la persona que su folio se vinculó a otro.",
  reabierto: "Se avisa a la persona que se reabrió.",
  other: "No se avisa a la persona. El motivo queda en el historial del folio.",
};

/** What of it is withheld: while a person attends, and after danger, when somebody else may read. */
export const caseWithheld = {
  attended: "Mientras alguien atiende la conversación, el asistente no avisa: lo hará cuando se cierre o se devuelva.",
  danger: "Por el posible peligro, el asistente no avisa: otra persona podría leerlo.",
};

/** What people call a category that its name does not say. */
export const alsoCalled = {
  alumbrado: "luz lámpara foco poste luminaria",
  energia_electrica: "electricidad apagón",
  apoyos_sociales: "comida tinaco",
  bacheo: "hoyos pavimento topes",
  caminos: "puente",
  placas_licencias: "carro tenencia",
  registro_civil: "nacimiento CURP defunción matrimonio",
  salud_mental: "suicidio depresión",
  seguridad: "policía patrulla",
  transporte_publico: "camión ruta",
  denuncia_servidor_publico: "corrupción mordida policía",
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
  validate: "En revisión", refer_inside: "Se turnó", refer_outside: "Se canalizó", process: "En trámite",
  answer: "Respuesta registrada", notify: "Se notificó", read: "La persona leyó la respuesta", prevent: "Se le pidió un dato",
  complete: "La persona completó lo que faltaba", tell: "La persona agregó", confirm: "La persona confirma que quedó resuelto",
  complain: "La persona se quejó de este folio en otro", mention: "Se habló de este folio en otra conversación",
  lapse: "Venció el plazo sin respuesta de la persona", decline: "No procede", link: "Se vinculó", cancel: "Cancelación",
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

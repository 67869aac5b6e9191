"""What people ask once they have a folio: how long, who comes when, what is next, who calls."""

import re

from nlu import text as spelling

HOW_LONG = "how_long"
VISIT = "visit"
NEXT = "next"
CONTACT = "contact"

_BEFORE = (
    r"(?:(?:y|o|oiga|oye|disculpe|perdon|pero|entonces|ok|bueno|gracias|como|mas o menos|ustedes"
    r"|pues|ya|si|de casualidad|a mi|se|me|nos|lo|le|it|and|so)\s)*"
)
_AFTER = (
    r"(?:\s(?:mas|menos|o|aproximadamente|en|a|de|por|para|con|la|el|lo|mi|su|una|esto|eso|este|ese"
    r"|usted|ustedes|ellos|alguien|ya|ahora|despues|aqui|casa|luego|gracias|favor|porfa|hacer|ir"
    r"|venir|contestar\w*|responder\w*|resolver\w*|arreglar\w*|reparar\w*|atender\w*|dar\w*|avisar\w*"
    r"|respuesta|solucion|reporte|folio|caso|queja|peticion|solicitud|tramite|me|nos|le|les|it|take"
    r"|to|be|for|they|you|me|this|that|answer|an|fix|here))*"
)
_QUESTIONS = {
    HOW_LONG: r"cuant[oa]s?(?: tiempo| dias?| semanas?| meses)?(?: mas o menos)?"
    r"(?: se| me| nos| les)?(?: van? a)?(?: tard\w+| demor\w+| llev\w+| tom\w+)"
    r"|cuant[oa]s?(?: tiempo| dias| semanas| meses) (?:es|son|seria|serian)"
    r"|(?:para )?cuando (?:me |nos |se |lo |la |le )*(?:van? a )?"
    r"(?:contest|respond|resuelv|resolv|arregl|tien|queda|qued|va|estar?|est)\w*"
    r"|how (?:long|many days)(?: (?:will|does|do|is|it|take|this|that))*",
    VISIT: r"(?:(?:a que horas?|que dia|cuando)\s)(?:van a (?:venir|ir|pasar|llegar|mandar\w*)"
    r"|vienen?|vendran|pasan|llegan|mandan)"
    r"|(?:van a venir|vienen)|when (?:will|are|do) (?:they|you)(?: be)? com\w+",
    NEXT: r"que (?:sigue|procede|hago|tengo que hacer|(?:va a )?pasar?(?= (?:ahora|despues|luego)))"
    r"|(?:y )?ahora que|what(?: is| s| happens| comes)? (?:next|now)|what do i do",
    CONTACT: r"(?:quien )?(?:me|nos) (?:van? a )?(?:llam|marc|avis|habl|contact)(?:an?|en|ar|aran?)"
    r"|van? a (?:llam|marc|avis|habl|contact)ar(?:me|nos)"
    r"|como (?:me |nos )?(?:entero|enteramos|avisan|voy a saber|sabre|se)"
    r"|(?:will|do|can|is|are) (?:they|you|someone|somebody)(?: going to)? (?:call|calling|contact)",
}
_ASKED = {what: re.compile(rf"{_BEFORE}(?:{words}){_AFTER}") for what, words in _QUESTIONS.items()}


def asked(text: str) -> str | None:
    """Which of these the whole message asks, or None: «¿y como cuánto tardan?» is HOW_LONG."""
    plain = re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", spelling.fold(text))).strip()
    return next((what for what, words in _ASKED.items() if words.fullmatch(plain)), None)

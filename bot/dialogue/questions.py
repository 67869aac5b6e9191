"""What people ask about the very thing that they are telling: how long, what for, who sees it."""

import re

from nlu import text as spelling

USUAL = 8  # words of a question without its mark; more may be a story that begins like one
_PARTS = re.compile(r"[.,;:!¡¿\n]+")
_LEAD = (
    r"\W*(?:(?:y|oiga|oye|pero|perdon|disculpe|disculpa|una pregunta|pregunta|entonces|bueno|como"
    r"|ah|eso|esto|and|but)\b\W*)*"
)
TOPICS = {
    topic: re.compile(_LEAD + rf"(?:{pattern})")
    for topic, pattern in {
        "term": (
            r"(?:en |de )?(?:cuant[oa]s?|que tanto) (?:\w+ )?(?:se )?(?:tard|demor|dilat)\w*"
            r"|(?:en |de )?cuant[oa]s? (?:dias|tiempo|semanas)\b(?! (?:llev|ten|hace))"
            r"|(?:para |hasta )?cuando (?:(?:me|nos|se|lo|la|le|los|las|van?|piensan|pueden|a) )*"
            r"(?:vien|venir|vendr|arregl|resuel|resolv|solucion|contest|respond|llam|habl|atien"
            r"|atend|repar|compon|mand|queda)\w*"
            r"|how long|when will"
        ),
        "use": (
            r"para que(?: (?:me|nos|se|lo|la|les|mi|el|su|telefono|nombre|numero))*"
            r"(?: (?:quieren?|necesitan?|ocupan?|piden?|sirve|usan|van a usar|es)\b|\W*$)"
            r"|por que (?:me |nos |lo )?(?:piden?|preguntan?|quieren?)\b.*"
            r"\b(?:eso|mi|nombre|telefono|numero|correo|datos)\b"
            r"|(?:why|what) do you (?:need|want|ask)"
        ),
        "free": (
            r"(?:(?:el|la|este|registrar|tramite|reporte|servicio) )*(?:es|son) (?:gratis|gratuit)"
            r"|(?:tiene|hay) (?:algun |un )?costo|(?:me |nos )?(?:van a cobrar|cobran algo)"
            r"|(?:hay|tengo|tenemos) que pagar|cuesta (?:algo|dinero)|is it free"
            r"|cuanto (?:me |nos )?(?:cuesta|cobran|es|sale) (?:por )?(?:esto|reportar|el reporte)"
        ),
        "who": (
            r"(?:a )?quien(?:es)? (?:\w+ ){0,2}?(?:ver|ven?|leen?|leer|enteran?|enterar|sabran?)\b"
            r"|(?:\w+ )?se (?:va|van) a (?:enterar|saber)|who (?:will|can) (?:see|read)"
            r"|(?:es|son|queda) (?:confidencial|privad|secret|reservad)"
        ),
        "notified": (
            r"(?:ustedes )?(?:me|nos) (?:van a|va a|pueden|podrian) (?:avis|llam|habl|contest"
            r"|respond|notific|marc|escrib|contact)\w*"
            r"|(?:me|nos) (?:avisan|llaman|hablan|contestan|marcan)(?: (?:ustedes|luego|despues|por"
            r"|aqui|o|que))*\W*$"
            r"|(?:(?:me|nos|voy|vamos|a|puedo|podemos) )*(?:entero|enterar|enteramos|darme cuenta)"
            r"|(?:will|are) (?:you|they) (?:going to )?(?:call|notify|tell|let) me"
        ),
        "obliged": (
            r"(?:es|son) (?:obligatori|forzos)|es necesario (?:dar|poner|decir|dejar|mi|el)\b"
            r"|(?:tengo|tenemos|hay) que (?:dar|poner|decir|dejar)\w*|a fuerza\b"
            r"|puedo no (?:dar|poner|decir)\w*|do i have to"
        ),
        "next": (
            r"(?:luego |despues |ahora )?que (?:sigue|procede|pasa (?:ahora|despues|luego))\W*$"
        ),
    }.items()
}


def topic(text: str) -> str | None:
    """Which of these is asked for; None for any other question, or none."""
    plain = spelling.fold(text)
    parts = [each.strip() for each in _PARTS.split(plain) if each.strip()]
    if "?" not in plain and len(plain.split()) > USUAL:
        parts = []
    return next((name for part in parts for name, each in TOPICS.items() if each.match(part)), None)


def is_only(text: str) -> bool:
    """Nothing is told before the question: «no hay agua, ¿cuándo vienen?» tells something."""
    first = next((each for each in _PARTS.split(text) if len(each.split()) > 1), text)
    return topic(first) is not None

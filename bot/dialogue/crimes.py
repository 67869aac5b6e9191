"""What criminals leave or threaten with, in words that an alarm may not know: a body in bags, a
finger to be cut off."""

import re

from bot.dialogue.reading import saying

_SEEN = (
    r"(?:hay|esta|estan|veo|vemos|vi|vimos|encontre|encontramos|encontraron|hallamos|halle|hallaron"
    r"|aparecio|aparecieron|dejaron|tiraron|aventaron|botaron|flot\w+) (?:\w+ ){0,2}?"
)
_KILLED = r"(?:encobijad|embolsad|descuartizad|decapitad|ahorcad|calcinad|maniatad)[oa]s?"
_BODY = re.compile(
    rf"\b{_SEEN}(?:un|otro|dos|tres|unos|varios) (?:cuerpos?|cadaver(?:es)?)\b"
    r"(?! (?:de (?:agua|bomb|polic|segur|profes|abog)|extra|academ|edil|colegiad|legal|docent))"
    rf"|\b{_SEEN}(?:restos|huesos|(?:una |un )?(?:mano|pie|pierna|brazo|cabeza|dedo)s?) "
    r"(?:de (?:una? )?(?:human[oa]s?|persona|cristiano|gente)|human[oa]s?)\b"
    rf"|\b{_SEEN}un[oa]? (?:\w+ )?{_KILLED}\b"
    rf"|\b{_SEEN}una? (?:persona|hombre|mujer|senora?|muchach[oa]|joven) (?:ya )?"
    r"(?:muert[oa]|sin vida|colgad[oa])\b"
    rf"|\b{_SEEN}una? muert[oa]\b(?! (?:de|en (?:la|mi) familia|civil)\b)"
)
_CLAIMED = re.compile(  # of who looks for theirs, or buries them; of another day
    r"\b(?:semefo|morgue|adn|identific\w*|entreg\w*|acta|defuncion|colectivo|funeral\w*|velorio"
    r"|ayer|anoche|antier|cuando|hace|pasad[oa]|noticias?|perr[oa]s?|gat[oa]s?|animal\w*|vaca"
    r"|caballo)\b"
)
_MAIMS = re.compile(
    r"\b(?:me|nos|les?|l[ao]s?) (?:va|van|iban?|quieren?|piensan?) (?:a )?"
    r"(?:cortar|mochar|arrancar|quebrar|romper|volar|partir)"
    r"(?:me|le|les|nos)? (?:(?:un|una|el|la|los|las|mis?|sus?|dos|otr[oa]) )+"
    r"(?:dedos?|manos?|brazos?|piernas?|pies?|patas|orejas?|lengua|rodillas?|huesos|costillas)\b"
    r"|\b(?:me|nos|l[aeo]s?) (?:va|van|quieren?) (?:a )?(?:desaparecer|levantar|encobijar|mochar)\b"
    r"|\bcobrar(?:se|an|sela)? con (?:mi|mis|la vida)\b"
)
_PRESSED = re.compile(
    r"\bsi no (?:\w+ ){0,2}?(?:pag|junt|entreg|dep|dej|cumpl|di\b|doy\b|les?)\w*"
    r"|\b(?:prestam\w+|prestamist\w+|deud\w+|malandr\w+|sicari\w+|mafi\w+|narc\w+|cartel\w*"
    r"|amenaz\w+|extorsi\w+|secuestr\w+|cobrador\w*|cuota|dijeron|mandaron)\b"
)
_CARED_FOR = re.compile(
    r"\b(?:doctor\w*|hospital|seguro|imss|issste\w*|oper\w+|cirug\w+|diabet\w+|gangren\w+|clinica"
    r"|infec\w+|azucar|medic\w+|cirujan\w+|sistema|padron|lista|servicio|programa|beca|apoyo"
    r"|multas?|acta|reporte|queja)\b"
)

# «Me llegó un mensaje de que tienen a mi hijo»; not who has asked, and found him well.
_is_held = saying.anywhere(
    r"\b(?:mensaje|whats\w*|llam\w+|h?ablaron|marc\w+|dicen|dijeron|audio|video)\b(?: \w+){0,8}? "
    r"(?:tienen|agarraron|levantaron|secuestr\w+)(?: \w+)? a mis? "
    r"(?:hij|ninit|nin|espos|herman|sobrin|niet|mam|pap|prim|marido|mujer)\w*(?! inscrit| registr)",
    unless=r"\b(?:mentira|falso|engano|era|fue|ayer|anoche|antier|hace|ya hable|ya contesto|conmigo"
    r"|esta bien|escuela|hospital|lista|padron)\b",
)
# «En las noches se oyen balazos»: how it is there, and perhaps not now.
is_of_every_night = saying.first(
    r"(?=.*\b(?:balaz\w+|balacer\w+|disparos|tiros|tiroteos?|detonaciones|hombres armados)\b)"
    r".*\b(?:(?:en|por|tod[ao]s|casi todas) l[ao]s (?:noches|tardes|madrugadas|dias|fines de)"
    r"|siempre|diario|a cada rato|cada (?:noche|dia|fin de semana)|seguido|muy seguido|a veces"
    r"|ya no se puede (?:vivir|salir|dormir))\b",
    unless=r"\b(?:ahorita|ahora|hoy|en este momento|acab\w+|herid\w+|muert\w+|adentro|auxilio"
    r"|ayuden\w*|afuera de|entraron|se metieron|me|le dieron"
    r"|le pegaron|mi (?!colonia|calle|barrio|casa|pueblo|cuadra)\w+)\b",
)
is_robbery = saying.anywhere(r"\b(?:asalt\w+|rater[oa]s?|ladron\w*|malandr\w+)\b")


def is_told(text: str) -> bool:
    """Of now: «hay un cuerpo en bolsas», «me van a cortar un dedo si no pago»."""
    words = saying.bare(text)
    is_body = _BODY.search(words) and not _CLAIMED.search(words)
    return bool(is_body) or _is_maiming(words) or _is_held(text)


def _is_maiming(words: str) -> bool:
    is_threat = _MAIMS.search(words) and _PRESSED.search(words)
    return bool(is_threat) and not _CARED_FOR.search(words)

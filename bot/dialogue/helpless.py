"""Who cannot ask for help: somebody old, alone, hungry and in bed; somebody who lives alone and
does not open the door; children left alone."""

import re

from bot.dialogue.reading import saying

_OLD = re.compile(
    r"\b(?:ancian|viejit|abuel|adult[oa]s? mayor|tercera edad|invalid|discapacitad|alzheimer)"
    r"|\b(?:[6-9]\d|1[01]\d) anos\b|\bde [6-9]\d\b|\b(?:sesenta|setenta|ochenta|noventa)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:senor|don\b|dona\b|vecin|viejit|ancian|abuel|mama|papa|ama\b|apa\b|ti[ao]\b|herman|suegr"
    r"|person|adult|nan[ao]\b|tat[ao]\b|padre|madre|espos|hij)"
)
_OF_THE_WRITER = re.compile(r"\b(?:soy|vivo|estoy (?:sol|enferm)[oa]|me dejaron|tengo [6-9]\d)\b")
_LEFT = re.compile(
    r"\b(?:abandon\w+|l[aeo]s? dejaron|l[ao]s? dej[oa]|(?:dejaron|dejo) (?:bien )?sol[oa]s?"
    r"|(?:vive|duerme) en la calle"
    r"|l[aeo]s? (?:grit|encierr|maltrat|humill)an?|dejan? sin (?:comer|comida|medicin\w+)"
    r"|l[ao]s? tienen? (?:encerrad|tirad|descuidad|abandonad|amarrad)[oa]s?"
    r"|nadie (?:l[aeo]s?|se) (?:\w+ )?(?:cuida|atiende|visita|ve|ayuda|hace cargo|da de comer))\b"
)
_YOUNG = re.compile(
    r"\b(?:nin[oa]s?|ninit|bebe|menor|niet|buqui|plebe|chamac|criatura|adolescent|hij[oa]s?|joven)"
)
_ALONE = re.compile(r"\bsol(?:o|a|it[oa])s?\b")
_FAILING = re.compile(
    r"\bno (?:come|ha comido|se ban[ae]n?|l[aeo]s? (?:dan|da) (?:de )?(?:comer|comida|agua"
    r"|sus medicinas)"
    r"|tiene (?:que|para) comer)\b|\bsin (?:comer|comida|beber)\b|\bhambre\b"
    r"|\bno (?:se (?:puede )?(?:para|levanta|mueve|mover)r?|puede (?:parar|levantar|mover)se)\b"
    r"|\b(?:orin|excremento|heces|popo\b|llagas|desnutri|deshidrat|pestilen)\w*"
    r"|\b(?:huele|apesta) (?:\w+ )?(?:mal|feo|horrible)\b|\btirad[oa] en\b|\bpuros huesos\b"
)
# Asked for somebody who has care already; not «le quita la pensión».
_SUPPORT = re.compile(r"\b(?:silla|andadera|panal|pension|tarjeta|credencial|despensa|beca)\w*")
_TAKEN = re.compile(r"\b(?:quit|rob|cobr|gast)(?:a|an|aron|o|ando) (?:el |la |su )?\w+")
# «El que la cuida le pega», of now.
_BEATEN = re.compile(
    r"\ble (?:\w+ )?peg(?:a|an|ando)\b(?! (?:el|la|un|una|muy|bien|fuerte|duro|mucho el)\b)"
    r"|\bl[aeo]s? (?:\w+ )?(?:golpean?|patean?|amarran?|avientan?|jalonean?|abofetean?"
    r"|golpeando|pateando|amarrando)\b"
)
_LIVES_ALONE = re.compile(r"\b(?:vive|esta|queda|quedo|viven) (?:\w+ )?(?:sol|solit)[oa]s?\b")
_UNANSWERED = re.compile(
    r"\bno (?:me |nos |le )?(?:abre|contesta|responde|coge|agarra|sale|se asoma|se oye)\b"
    r"|\bno (?:l[ao] (?:hemos|he|han) visto|se (?:l[ae] )?(?:ve|ha visto))\b"
)
_OWN_CHILD = re.compile(r"\b(?:mis?|mios?|nuestr[oa]s?|yo|me|nos) (?!vecin)")
_FOR_LONG = re.compile(
    r"\b(?:hace|desde|lleva|ya van) (?:\w+ ){0,3}(?:dias?|horas|ayer|antier|anoche|semana"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b|\b(?:dos|tres|\d+) dias\b"
)


def is_told(text: str) -> bool:
    words = saying.bare(text)
    if not _SOMEBODY.search(words):
        return False
    is_so = is_of_the_old(text) and bool(_BEATEN.search(words))
    is_so = is_so or _is_neglected(words) or _is_unanswered(words)
    return is_so and not _OF_THE_WRITER.search(words)


def is_child_alone(text: str) -> bool:
    """«Los niños de enseguida están solos desde ayer», of others: nobody near to who writes."""
    words = saying.bare(text)
    is_alone = _YOUNG.search(words) and _ALONE.search(words)
    return bool(is_alone) and not (_OF_THE_WRITER.search(words) or _OWN_CHILD.search(words))


def is_of_the_old(text: str) -> bool:
    """And of nobody young."""
    words = saying.bare(text)
    return bool(_OLD.search(words) and _SOMEBODY.search(words)) and not _YOUNG.search(words)


def _is_neglected(words: str) -> bool:
    """Left alone by theirs, or alone, and failing in more than one way."""
    if not _OLD.search(words) or _SUPPORT.search(_TAKEN.sub(" ", words)):
        return False
    signs = len({*_FAILING.findall(words)})
    return (signs > 0 and bool(_LEFT.search(words))) or (signs > 1 and bool(_ALONE.search(words)))


def _is_unanswered(words: str) -> bool:
    is_silent = _UNANSWERED.search(words) and _FOR_LONG.search(words)
    return bool(is_silent and _LIVES_ALONE.search(words))

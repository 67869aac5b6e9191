"""Who cannot ask for help: somebody old, alone, hungry and in bed; somebody who lives alone and
does not open the door; children left alone."""

import re

from bot.dialogue.reading import saying

OF_THE_OLD = "adultos_mayores"
_WISHES = re.compile(
    r"\b(?:quier|quisier|necesit|ocup|pid|solicit|busc)\w*"
    r"|\bque (?:la|lo|le) (?:visit|ayud|apoy|atiend|ve)\w*"
    r"|\bpara que\b|\b(?:dif|apoyo|ayuda|trabajadora social)\b"
)
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
    r"|\b(?:huele|apesta) (?:\w+ )?(?:mal|feo|horrible)\b|\bmal olor\b|\btirad[oa] en\b"
    r"|\bpuros huesos\b"
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
_NEIGHBOUR = re.compile(r"\bvecin\w*|\b(?:de |del )(?:(?:al |un )+lado|junto|enfrente|enseguida)\b")
_LIVES_ALONE = re.compile(
    r"\b(?:vive|esta|queda|quedo|viven) (?:\w+ )?(?:sol|solit)[oa]s?\b"
    r"|\blives? (?:all )?(?:alone|by (?:him|her)self)\b"
)
# At the door or the telephone; no office, nor what somebody asked for.
_OFFICE = (
    r"(?:ofic|ventan|linea|numero|doctor|licenci|encarg|trabaj|gobier|program|patrull|polic|ambul"
    r"|dif|bienestar|seguro|imss|issste|comision|cfe|oomapas|ayuntam|911|secre|chat|pagina|banco)"
)
_BY_OFFICE = re.compile(rf"\b{_OFFICE}\w*(?: (?!{_SOMEBODY.pattern})\w+){{0,4}} $")
_THING = rf"(?:(?:mis?|sus?) (?!{_SOMEBODY.pattern}))"
_UNANSWERED = re.compile(
    r"\bno (?:me |nos |le )?(?:ha |han )?(?:abr(?:e|io|ido)|contest(?:a|o|ado)"
    r"|respond(?:e|io|ido)|cog(?:e|io)|agarr(?:a|o)|se asoma|se oye)\b"
    r"(?! (?:(?:nadie|ning\w+|al?|por|sobre|bien|agua|nada|en (?!todo|la noche)\w+"
    r"|l[ao]s (?!mensaj|llamad)\w+|(?:el|la) (?!tel|cel|puerta|porton|timbre|llamad)\w+"
    rf"|{_OFFICE}\w*)\b|{_THING}))"
    r"|\b(?:doesn ?t|does not|hasn ?t|has not|isn ?t|won ?t|not) (?:been )?"
    r"(?:answer|pick|open|come out|respond|reply|seen)\w*"
)
_SEES = r"(?:vist[oa]s?|veo|vemos|ven?|mir[oa]n?|miramos|mirado)"
_WHOM = rf"(?:al? |del? )?(?:(?:mis?|la|el|una?|su|nuestr[oa]) )?{_SOMEBODY.pattern}"
_UNSEEN = re.compile(
    rf"\bno l[ao]s? (?:hemos |he |han? )?{_SEES}\b"
    rf"|\b(?:no|nadie) (?:hemos |he |han? )?{_SEES} a(?:l| {_WHOM})"
    rf"|\bno se (?:l[ae] )?(?:ve|mira|ha visto)(?: {_WHOM}| (?:desde|en|hace|por|salir)\b|$)"
    rf"|\b(?:no|nadie) (?:hemos |he |han? )?(?:se|sabe|sabemos|sabido) (?:nada )?de {_WHOM}"
    rf"|(?:{_NEIGHBOUR.pattern}|\bsol[oa]\b)(?: (?!pension|apoyo|beca|tarjeta|tramite)\w+){{0,5}}"
    r" no (?:ha )?sal(?:e|ido|io)\b(?! (?:a|con|por|en (?:el|la))\b)"
)
_GONE = re.compile(
    r"\bno (?:ha |han )?(?:regres|volvi|vuel|lleg|aparec)\w*|\bse (?:perd|extravi|sali|escap)\w+"
)
_OWN_CHILD = re.compile(r"\b(?:mis?|mios?|nuestr[oa]s?|yo|me|nos) (?!vecin)")
_FOR_LONG = re.compile(
    r"\b(?:hace|desde|lleva|ya van|en) (?:\w+ ){0,3}(?:dias?|horas|ayer|antier|anoche|semanas?"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b|\b(?:dos|tres|\d+) dias\b"
    r"|\b(?:since|for|in) (?:\w+ ){0,2}(?:days|week\w*|yesterday|\w+day)\b"
)

# «Ya me marcó, andaba en misa», of whom they told.
has_answered = saying.anywhere(
    r"\bya (?:si |me |nos |le |l[ao]s? )*(?:contest|respond|abri|salio|sali\b|asom|marco\b|llamo\b"
    r"|h?ablo\b|vi\b|vimos\b|aparec|despert)\w*"
    r"|\b(?:she|he|they) (?:just |finally |has |have )*(?:call|answer|text|open|respond|repli)ed\b",
    unless=r"\b(?:911|policia|patrulla|ambulancia|bomberos)\b",
)


def is_told(text: str) -> bool:
    words = saying.bare(text)
    if _is_unanswered(words):
        return True
    is_so = _is_neglected(words) or (is_of_the_old(text) and bool(_BEATEN.search(words)))
    return is_so and bool(_SOMEBODY.search(words)) and not _OF_THE_WRITER.search(words)


def is_child_alone(text: str) -> bool:
    """«Los niños de enseguida están solos desde ayer», of others: nobody near to who writes."""
    words = saying.bare(text)
    is_alone = _YOUNG.search(words) and _ALONE.search(words)
    return bool(is_alone) and not (_OF_THE_WRITER.search(words) or _OWN_CHILD.search(words))


def is_wished_for(told: str, text: str) -> bool:
    """«No es emergencia, quiero que el DIF la visite», of an old person who was told of."""
    return is_of_the_old(told) and bool(_WISHES.search(saying.bare(text)))


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
    """Who lives alone, or is old, at the door or the telephone; a neighbour not seen for days."""
    is_alone = _LIVES_ALONE.search(words)
    is_alone_or_old = is_alone or (_OLD.search(words) and not _YOUNG.search(words))
    silences = (words[: each.start()] for each in _UNANSWERED.finditer(words))
    is_silent = any(not _BY_OFFICE.search(before) for before in silences)
    is_near = is_alone_or_old or _NEIGHBOUR.search(words) or _FAILING.search(words)
    is_long_unseen = _UNSEEN.search(words) and is_near and _FOR_LONG.search(words)
    return bool((is_silent and is_alone_or_old) or is_long_unseen) and not _GONE.search(words)

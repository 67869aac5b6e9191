"""Harassed at work, in a bus or in the street: it is guided calmly, for it is no violence at home,
nor one that needs a hospital."""

import re

from bot.dialogue.reading import saying

_BODY = (
    r"(?:\w+ )?(?:piernas?|nalgas?|pompis?|pompas|cintura|caderas?|pechos?|senos?|muslos?|trasero"
    r"|busto|entrepierna|cuerpo|partes)"
)
_TOUCHES = r"(?:agarr|toc|sob|acarici|tent|manos[ei]|pellizc)\w+"
_OFTEN = r"(?:anda |esta |estuvo |andaba |estaba |vive |quiso |quiere )?"
is_of_the_writer = saying.anywhere(
    rf"\bme {_OFTEN}(?:abraz|bes|acaric|manos[ei]|hostig|acorral|repeg|pellizc|morb)\w*"
    rf"|\bme {_OFTEN}acos\w+ sexual|\bme {_OFTEN}{_TOUCHES} {_BODY}\b"
    r"|(?<!que )(?<!cuando )(?<!si )\bme (?:toca|tocan|tocaba|toco|tocaron|anda tocando)"
    r"(?=$| (?:y|cuando|sin|mucho|siempre|pero|todo)\b)"
    r"|\bme (?:\w+ )?(?:dice|dicen|dijo|manda|mandan|mando|grita|gritan|ensena|enseno) (?:\w+ )?"
    r"(?:(?:cosas|palabras|fotos|mensajes|videos|propuestas) (?:\w+ )?(?:sexual|obscen|vulgar"
    r"|indecent|subid|cochin|desnud|morbos|suci)\w*|piropos|cochinadas)"
    r"|\bme (?:pide|pidio|exige|ofrece|insiste en) (?:\w+ ){0,3}"
    r"(?:sexo|favores sexuales|acost\w+|sal(?:ga|ir) con el|fotos)\b"
    r"|\bme tocaron(?=$| (?:en|y|sin|cuando)\b)|\bse me (?:\w+ )?(?:arrim|repeg|insinu|encim)\w+"
    r"|\binsinuandose(?:me)?\b"
    r"|\b(?:acoso|hostigamiento) sexual\b"
)
_DONE_TO_ANOTHER = re.compile(
    rf"\b(?:l[aeo]s?) {_OFTEN}{_TOUCHES} {_BODY} a\b|\bse (?:\w+ )?masturb\w+"
    r"|\b(?:manose\w+|acos(?:o|a|an|aron)) a mi\b"
)
_BY = (
    r"(?:jef[ea]|patron|patrona|supervisor\w*|encargad[oa]|gerente|capataz|mayordomo|licenciado"
    r"|ingeniero|companer[oa]s?|cliente|taxista|chofer|conductor"
    r"|coordinador\w*|director\w*)"
)
_OUTSIDE = re.compile(
    rf"\b(?:{_BY}|trabajo|chamba|maquila\w*|oficina|empresa|fabrica|tienda|planta|restaurante"
    r"|taller|empacadora|camion|autobus|bus|uber|taxi|didi|parada|calle|plaza|fila)\b"
)
_BY_OTHERS = re.compile(rf"\b(?:mis?|el|una?|la) {_BY}\b")
_AT_HOME = re.compile(
    r"\b(?:mi|su) (?:ex|espos[oa]|marido|pareja|novi[oa]|papa|padrastro|tio|hermano|primo|abuelo)\b"
)
_WORSE = re.compile(
    r"\b(?:ahorita|en este momento|auxilio|ayuda por favor|mat(?:ar|a)|cuchillo|pistola|navaja|viol"
    r"|forz|oblig|llave|candado|encerr|encierr|golpe|peg[ao]|drog|maquina|choc|atropell|sangr|herid"
    r"|fractur)"
)


def is_told(text: str) -> bool:
    words = saying.bare(text)
    is_done = is_of_the_writer(text) or _DONE_TO_ANOTHER.search(words)
    return bool(is_done and _OUTSIDE.search(words)) and not _is_worse(words)


def is_by_others(text: str) -> bool:
    """Of what is known for violence: by a boss or a driver, and no worse."""
    words = saying.bare(text)
    return bool(_BY_OTHERS.search(words)) and not _is_worse(words)


def _is_worse(words: str) -> bool:
    return bool(_AT_HOME.search(words) or _WORSE.search(words))

"""Facts called by their names: which one is meant, and what it is said to be."""

import re

from bot.dialogue.reading import saying, streets, wording

_LABELS = {
    "escuela": r"escuela|primaria|secundaria|prepa(?:ratoria)?|kinder",
    "nombre": r"nombre|name",
    "ruta": r"ruta|l[ií]nea",
    "institucion": r"instituci[oó]n|hospital|cl[ií]nica",
    "calle": r"calle",
    "colonia": r"colonia",
    "tramo": r"carretera|camino|tramo",
}
_NAMES = {
    **_LABELS,
    "calle": "calle|street|address",
    "colonia": "colonia|neighbou?rhood",
    "municipio": "municipio|ciudad|city|town",
    "contacto": r"contacto|tel[eé]fono|n[uú]mero(?!\W+\d{1,5}\b)|celular|cel|correo|phone|e-?mail",
}
_LABELLED = {
    fact: re.compile(
        rf"\b(?:la|el|mi|(?P<their>su))\s+(?:{words}),?"
        r"(?:\s+(?P<whole>complet[oa]|correct[oa]|bien)(?:\s+de (?:ella|[eé]l|mi \w+))?"
        r"(?::|\s+(?:es|se llama))\s+|(?(their)(?!))\s+(?:es|se llama)\s+)(?!correct|que\b|del?\b)"
        r"(?:en\s+)?(?:(?:la|el)\s+(?!que\b))?(?P<value>.{2,80}?)"
        r"(?:[.;]|,? (?:pero|aunque)\b"
        r"|,? y (?:la|el|mi|pon\w*|que|no|soy|me|le|est[aá]|queda|es)\b|$)",
        re.IGNORECASE,
    )
    for fact, words in _LABELS.items()
}
# «Es para mi mamá, se llama Rosa», «mi mamá se llama Rosa».
_HELPED = re.compile(
    r"\W*(?i:(?:es|son|pues|ser[ií]a|no|y|pero|el apoyo|la ayuda)\W+)*"
    r"(?:(?i:para)\s+[^,.;]{1,30}?[,\s]+(?i:(?:(?:y|que|ella|[eé]l)\s+)*se llaman?)"
    r"|(?i:mi|el nombre de mi)\s+\w+(?:\s+\w+)?\s+(?i:se llama|es)"
    rf"|(?i:para (?:mi|una?|la|el))\s+\w+,?(?=\s+(?:do[nñ]a? )?{wording.NAME}\s))"
    rf"\s+(?:do[nñ]a? )?({wording.NAME}{wording.REST_OF_NAME}*)\W*"
)
_NAMED = {
    fact: re.compile(
        rf"(?:(?:la|el|mi|es|the|my)\s+)*(?:{words})(?: est[aá] mal)?\.?", re.IGNORECASE
    )
    for fact, words in {
        **_NAMES,
        "nombre": r"nombre|name|(?:ese )?no es mi nombre|"
        r"(?:corrij\w+,? )?(?:yo )?no me llamo(?: (?!sino|me|soy|es|s[ií])\w+){1,3}",
        "folio": "folio",
        "asunto_nuevo": "asunto|tema|problema|matter|issue",
    }.items()
}
# «Sí, pero cambie el teléfono», «la colonia está mal»: with no other value.
_CHANGES = (
    r"cambi\w*|corr[ie][gj]\w*|modific\w*|equivo[cq]\w*|mal|error|otr[oa]|incorrect[oa]"
    r"|no (?:es|era)|change|fix|wrong"
)
_only_changes = saying.only(
    rf"(?=.*\b(?:{_CHANGES})\b)(?:(?:{_CHANGES}|{'|'.join(_NAMES.values())}|s[ií]|no|ok"
    r"|bien|todo|ya|est[aá]|pero|nomas|nada|mas|solo|solamente|que|l[eoa]|me|se|el|mi|su|del?|en|es[ea]?|ahi|hay"
    r"|una?|quiero|quisiera|pued\w+|podria\w*|favor|por|porfa|gracias|es|correct[oa]|puse"
    r"|the|my|is|it|s|you|got|have|please|but|yes|want|to|i)"
    r"(?: |$))+"
)
_CONTACT = re.compile(
    r"\b(?:tel[eé]fono|celular|cel|correo|phone|e-?mail|se[ñn]al|llamadas?|signal)\b", re.IGNORECASE
)
_MY_CONTACT = re.compile(
    r"\W*(?:y\s+)?(?:(?:es\s+)?mi|my|el|soy)\s+(?:n[uú]mero (?:de )?)?"
    r"(?:tel[eé]fono|cel(?:ular)?|n[uú]mero|whats\w*|phone)(?: number)?\s+(?:es\s+|is\s+|el\s+)?"
    r"(?:\+?\d|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|sesenta|six)",
    re.IGNORECASE,
)
_NAMES_ELSE = re.compile(
    r"\b(?:la|el|mi|su|una?) (?!(?:calle|callejon|avenida|privada|colonia|col|frac\w*|barrio"
    r"|ejido|pueblo|ranch\w*|poblado|localidad|comunidad|sector|invasion|unidad|mia?|m[ií]o|que|de)\b)"
    r"\w{4,}(?: (?:de|del|que) [^,.;]{1,30})? se llama\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"[\d\W]{7,}")  # of a school it is no name
_MENTIONED = {
    fact: re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE) for fact, words in _NAMES.items()
}


def of_contact(text: str) -> bool:
    """«Mi teléfono», «my phone»; «el número» may be that of a house."""
    return bool(_CONTACT.search(text))


def tells_contact(text: str) -> bool:
    """«Mi teléfono es seis seis dos…», read or not."""
    return bool(_MY_CONTACT.match(text))


def mentioned(text: str, asked: str) -> str:
    """The fact that is called by its name in the text: the asked one first, which it is without a
    name, too."""
    found = [fact for fact, pattern in _MENTIONED.items() if pattern.search(text)]
    return asked if asked in found or not found else found[0]


def leads(fact: str, text: str) -> bool:
    """«Colonia Las Lomas» begins with its kind."""
    return bool(
        re.match(rf"\W*(?:(?:no|es|en|la|el|mi)\W+)*(?:{_NAMES[fact]})\b", text, re.IGNORECASE)
    )


def all_mentioned(text: str) -> tuple[str, ...]:
    """Every fact that is called by its name in the text."""
    return tuple(fact for fact, pattern in _MENTIONED.items() if pattern.search(text))


def names_else(text: str) -> bool:
    """«La cooperativa se llama Mar de Cortés» names no street and no colonia."""
    return bool(_NAMES_ELSE.search(text))


def is_called(fact: str, text: str) -> bool:
    """«Primaria Juárez» is called a school."""
    return fact in _MENTIONED and bool(_MENTIONED[fact].search(text))


_SENTENCE = re.compile(r"[.;!]\s+")


def labelled(text: str) -> dict[str, str]:
    """Facts said with their name: «la escuela es la Benito Juárez»."""
    found = {fact: pattern.search(text) for fact, pattern in _LABELLED.items()}
    told = {fact: wording.titled(match["value"].strip()) for fact, match in found.items() if match}
    told = {fact: said for fact, said in told.items() if not _PHONE.fullmatch(said)}
    if "ruta" in told:
        told["ruta"] = _SENTENCE.split(told["ruta"])[0]
    if whole := wording.WHOLE_NAME.findall(told.get("nombre", "")):
        told["nombre"] = whole[-1]  # «es Martha con h, Martha Moroyoqui»
    return {fact: streets.named(said) if fact == "calle" else said for fact, said in told.items()}


def unlabelled(text: str) -> str:
    """The rest of it: in «la calle es Obregón 21» no town is told."""
    for pattern in _LABELLED.values():
        text = pattern.sub(" ", text)
    return text


def without(fact: str, said: str, known: str) -> str:
    """«14» of «línea 14», for a route that was known as «4»."""
    word = re.compile(rf"(?:{_LABELS[fact]})\s+(?=\w)", re.IGNORECASE) if fact in _LABELS else None
    return said if word is None or word.search(known) else word.sub("", said, count=1)


def helped(text: str) -> str | None:
    """The name of who is helped, told as such, and nothing more."""
    is_small = wording.is_small(text) and " llama" in text
    found = _HELPED.fullmatch(text.title() if is_small else text)
    return found[1] if found else None


def to_change(text: str) -> str:
    """The fact that is to be another, of who does not say which."""
    named = all_mentioned(text) if _only_changes(text) else ()
    return named[0] if len(named) == 1 else ""


def fact_named(text: str) -> str:
    """The fact whose name is all that was said: «el teléfono», «la colonia»."""
    return next((fact for fact, pattern in _NAMED.items() if pattern.fullmatch(text.strip())), "")

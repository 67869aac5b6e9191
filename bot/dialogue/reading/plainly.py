"""What is told with its label, or where something is in English, in the words that are read here:
«Nombre: Juan Pérez», «my name is wrong, it's Jon», «across from the church»."""

import re

from bot.dialogue.reading import languages, polite
from nlu import english

MOST = 24  # words
LONGEST_NAME = 3  # words in small letters of what something is called
_LABELS = {
    "mi nombre": r"(?:(?:full|first) )?name|nombre(?: completo)?",
    "mi apellido": r"(?:last|family) name|surname|apellidos?",
    "mi teléfono": r"(?:(?:cell|mobile|contact) ?)?(?:phone|cell)(?: number)?|tel[eé]fono|celular",
    "la calle": r"street(?: name)?|address|calle|direcci[oó]n|domicilio",
    "la colonia": r"neighbou?rhood|subdivision|colonia",
    "el municipio": r"city|town|municipality|municipio",
}
_OWN = r"(?:the|my|la|el|mi) "
_IS = (
    r"(?:(?:it )?(?:should|must|has to|needs to|is supposed to) (?:be|say|read)|it[’' ]?s|it is"
    r"|debe(?:r[ií]a)? (?:de )?(?:ser|decir)|es|the (?:right|correct) one is)"
)
_WRONG = r"(?:wrong|incorrect|not (?:right|correct)|mis-?spelled|spelled wrong|mal(?: escrit[oa])?)"
_CAPITAL = r"(?=\W*(?-i:[A-ZÁÉÍÓÚÑ\d]))"  # «the street is full of holes» tells no name


def _of_label(spanish: str, label: str) -> str:
    """Which of them it is, whatever stood there before."""
    value = r"\b" if spanish.startswith("mi") else _CAPITAL
    wrong = rf"(?:(?:is|was|est[aá]) )?{_WRONG}[,.;:]* (?:(?:and|but|y) )?{_IS}"
    return (
        rf"^(?:{_OWN})?(?:{label}) ?[:=]"
        rf"|(?:you (?:have|got|put|wrote|spelled) )?\b{_OWN}(?:{label}) {wrong}\b{value}"
        rf"|\b{_OWN}(?:{label}) (?:should (?:be|say)|is (?:actually|really)|has to be)\b"
        rf"|\b(?:change|correct|fix|update) {_OWN}(?:{label}) (?:from [^,.;]{{1,30}}? )?to\b"
        rf"|\b{_OWN}(?:{label}) is\b{_CAPITAL}"
    )


_INSTEAD = re.compile(  # «not Hermosillo, Guaymas», «it's not in Pitic, it's in Centro»
    rf"^(?:(?:no|sorry)\W+)*(?:(?:it[’']?s|it is) )?not (?:(?:in|on|at) )?{_CAPITAL}"
    rf"(?P<wrong>[^,.;]+)[,.;] ?(?:(?:it[’']?s|it is|but) )?(?:(?:in|on|at) )?{_CAPITAL}"
    r"(?P<right>[^,.;]+)$",
    re.IGNORECASE,
)
_AND_NOT = re.compile(
    r"(?:(?:it[’']?s|it is) (?:(?:in|on|at) )?)?(?P<right>(?-i:[A-ZÁÉÍÓÚÑ\d])\w*),? not"
    rf" (?:(?:in|on|at) )?{_CAPITAL}",
    re.IGNORECASE,
)
_LABELLED = {
    f"{spanish} es": re.compile(rf"(?:{_of_label(spanish, label)}) *", re.IGNORECASE | re.MULTILINE)
    for spanish, label in _LABELS.items()
}
_JOINTS = {
    "en la esquina de": "(?:on|at|in) the corner (?:of|with)",
    "esquina de": "(?:the )?corner of",
    "esquina con": "(?:the )?cross(?:ing)? street (?:is|with)",
    "entre": "between",
}
_FARTHER = _JOINTS | {
    "más bien es": "(?:no, )?(?:it[’']?s|it is) (?:actually|really)|actually,? (?:it[’']?s|it is)",
    "pasando": "past",
    "al final de": "at the end of",
    "a una cuadra de": "(?:a|one|1) block (?:away )?from",
    "a dos cuadras de": "(?:two|2) blocks (?:away )?from",
    "a tres cuadras de": "(?:three|3) blocks (?:away )?from",
}
_WHERE = _FARTHER | {
    "frente a": "across (?:the (?:street|road) )?from|opposite|in front of",
    "junto a": "(?:right )?next (?:door )?to|beside",
    "atrás de": "behind",
    "cerca de": "close to|near|by",
}
_STANDS = {
    "la iglesia": "church", "la primaria": "elementary school", "la escuela": "school",
    "la tienda": "(?:corner )?store|shop", "la farmacia": "pharmacy|drugstore", "el banco": "bank",
    "la gasolinera": "gas station", "el parque": "park", "el puente": "bridge", "la playa": "beach",
    "el mercado": "market", "el hospital": "hospital", "la clínica": "clinic", "la casa": "house",
    "la plaza": "plaza|square", "el panteón": "cemetery", "la esquina": "corner",
    "la carretera": "highway", "el muelle": "pier|dock", "el baldío": "(?:empty|vacant) lot",
}  # fmt: skip
_STANDS = {spanish: rf"(?:(?:the|a) )?(?:{each})" for spanish, each in _STANDS.items()}
_WORDS = _WHERE | _STANDS | {
    "departamento": "apartment|apt", "número": "(?:house )?number", "vivo": "(?:i|we) live",
    "fue": "it (?:happened|was)", "está": "(?:it[’']?s |it is )?located",
    "no es": "(?:it[’']?s|it is) not|it isn[’']t",
    "es": "it[’']?s|it is", "mi casa": "(?:my|our) house", "no": "not|no", "sí": "yes",
    "perdón": "sorry", "mi": "my", "el": "the|a", "en": "on|in|at", "y": "and", "de": "of",
    "por favor": "please",
}  # fmt: skip
_SPANISH = tuple(_WORDS)
_PHRASE = re.compile(
    "|".join(rf"(?P<p{n}>\b(?:{each})\b)" for n, each in enumerate(_WORDS.values())), re.IGNORECASE
)
# «45 Bahia Street», «Bahia Street 45», «on bahia street»; «street Londres 14».
_STREET = re.compile(
    r"(?P<before>\b\d{1,5} )?\b(?P<name>(?:(?!(?:The|On|At|In|My|Our|This|That)\b)"
    r"[A-ZÁÉÍÓÚÑ\d][\wÁ-ú.]* (?:(?:de|del|la|las|los) ){0,2}){1,3}"
    r"|(?<=\b[Oo]n )(?!the|my|our|this|that|a |same)[a-zñ]{3,} )"
    r"(?P<kind>[Ss]treet|[Ss]t\b|[Aa]venue|[Bb]oulevard|[Rr]oad)\b\.?(?P<after> \d)?"
)
_STREET_FIRST = re.compile(r"\b(?:her |his |their |the )?street (?:is |called )?(?=[A-ZÁÉÍÓÚÑ])")
_NEIGHBORHOOD = re.compile(
    r"\b(?:(?i:the) )?((?:(?!(?:The|My|Our|In|This)\b)[A-ZÁÉÍÓÚÑ]\w* ){1,3}"
    r"|(?<=\bthe )(?!whole|entire|same|next|other)[a-zñ]{4,} )neighbou?rhood\b"
)
_LEADS = re.compile(r"\b(?:on|at|in|of|near) $", re.IGNORECASE)
_KINDS = {"calle", "avenida", "bulevar"}
_READ = {*_KINDS, "colonia", *" ".join(_LABELLED).split()}


def as_read(text: str) -> str:
    """What an engine reads of it."""
    return told(polite.as_said(text))


def told(text: str) -> str:
    for spanish, label in _LABELLED.items():
        text = label.sub(f"{spanish} ", text)
    text = _INSTEAD.sub(r"no es \g<wrong>, es \g<right>", text)
    text = _AND_NOT.sub(r"\g<right>, no ", text)
    text = _NEIGHBORHOOD.sub(lambda found: f"colonia {found[1].strip()}", text)
    return _where(text) or _STREET_FIRST.sub("calle ", _STREET.sub(_street_told, text))


def _where(text: str) -> str | None:
    """None if more is told in it, or something is asked."""
    if "?" in text or len(text.split()) > MOST:
        return None
    named = _STREET.sub(_street, text)
    words, at, before = [], 0, ""
    for found in _PHRASE.finditer(named):
        words += [named[at : found.start()], _SPANISH[int((found.lastgroup or "p0")[1:])]]
        if not _is_name(words[-2], before):
            return None
        at, before = found.end(), words[-1]
    # «Near the marina» alone is read by `landmarks`.
    is_told = named != text or not _FARTHER.keys().isdisjoint(words)
    if not is_told or not _is_name(named[at:], before) or english.danger(text):
        return None
    return _joined("".join((*words, named[at:])))


def _is_name(said: str, before: str) -> bool:
    small = re.findall(r"\b[a-záéíóúñ]{2,}\b", said)
    is_led = before in (*_JOINTS, *_STANDS, "el", "mi", "y") or not _KINDS.isdisjoint(small[:1])
    is_led = is_led and not said.startswith((",", "."))
    small = [each for each in small if each not in _READ]
    is_named = is_led and len(small) <= LONGEST_NAME and not any(map(languages.knows, small))
    return is_named or not small


def _street(found: re.Match[str]) -> str:
    first = found["kind"][0].lower()
    kind = next((each for each in _KINDS if each[0] == first), "calle")
    return f"{kind} {found['name']}{found['before'] or ''}".strip() + (found["after"] or "")


def _street_told(found: re.Match[str]) -> str:
    """In a story, if a house beside it, or an «on» before, says that it is one."""
    is_one = found["before"] or found["after"] or _LEADS.search(found.string[: found.start()])
    return _street(found) if is_one else found[0]


def _joined(text: str) -> str:
    return re.sub(r"\b(a|de) el\b", lambda found: {"a": "al", "de": "del"}[found[1]], text)

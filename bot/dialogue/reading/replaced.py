"""One word put in place of another in what is known: «no le dije que 45, es 54»."""

import re
from collections.abc import Mapping

from bot.dialogue.reading import contacts, labels, names, phones, wording
from nlu import addresses
from nlu import text as spelling

_INSTEAD = re.compile(
    r"\bno(?:\s+(?:es|era|le|les|dije|puse|que|el|la|en|de|soy|n[uú]mero))*"
    r"\s+(?P<wrong>[^,.;]{1,40}?)\W+(?:es|sino|era)\s+(?:(?:el|la|en|de)\s+)*"
    r"(?P<right>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Es avenida 9 no 8», «the street is calle 4 not 3».
_NOT = re.compile(
    r"\b(?:es|era|is|it s)\s+(?:(?:el|la|en|de|the)\s+)*(?P<right>[^,.;]{1,40}?)"
    r",?\s+(?:y\s+)?(?:no|not)\s+(?:(?:es|el|la|en|de|the)\s+)*(?P<wrong>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Ponga José Luis en vez de Pepe», «cambie Pepe por José Luis», «change Pepe to José Luis».
_FOR = re.compile(
    r"(?:^(?!y\b)|\b(?:p[oó]n(?:ga)?(?:n|le|me|nle)?|es|sea|escriba|put|use|it s)\s+)"
    r"(?:(?:el|la|a)\s+)*(?P<right>[^,.;]{1,40}?)\s+(?:en (?:vez|lugar) de|instead of)\s+"
    r"(?:(?:el|la)\s+)*(?P<wrong>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?:c[aá]mbi\w+|sustituy\w+|change)\s+(?:(?:el|la|lo de)\s+)*(?P<wrong>[^,.;]{1,40}?)"
    r"\s+(?:por|to|for)\s+(?:(?:el|la)\s+)*(?P<right>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «En vez de Nayarit ponga Reyes», «quite Nayarit y ponga Reyes».
_TAKEN_OUT = re.compile(
    r"\b(?:en (?:vez|lugar) de|quit\w+|borr\w+|instead of)\s+(?:(?:el|la|a)\s+)*"
    r"(?P<wrong>[^,.;]{1,40}?)\W+(?:y\s+)?(?:p[oó]n\w*|es|va|escrib\w+|put)\s+"
    r"(?:(?:el|la|a)\s+)*(?P<right>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Reyes, no Nayarit».
_AND_NOT = re.compile(
    r"^\W*(?:y\s+)?(?:(?:el|la|en|de)\s+)*(?P<right>[^,.;]{1,40}?),\s*(?:y\s+)?no\s+(?:(?:el|la|en|de)\s+)*"
    r"(?P<wrong>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Nayarit no, Reyes».
_NO_BUT = re.compile(
    r"^\W*(?:(?:el|la|en)\s+)*(?P<wrong>[^,.;]{1,40}?),?\s+no\s*[,.]\s*(?:(?:es|sino|el|la|en)\s+)*"
    r"(?P<right>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Leyva no Leiba», of what is known so.
_NO_COMMA = re.compile(
    r"\W*(?:(?:es|era|con|que|el|la|calle)\s+)*(?P<right>\w[^,.;]{0,30}?)\s+no\s+"
    r"(?:(?:es|con|el|la|calle)\s+)*(?P<wrong>\w[^,.;]{0,30}?)\W*",
    re.IGNORECASE,
)
_MOST_RIGHT = 3  # words
_SPELT_OUT = re.compile(r"[\s,.;:-]+(?:[^\W\d]\b[\s,.-]*){3,}$")  # «es Rueda, R U E D A»
# «Leyva con y griega», «es Balbina, con b».
_SPELT = re.compile(
    r"\W*(?i:(?:(?:no|perd[oó]n|pero|es|va|se escribe|mi|apellido|nombre)\W+)*)"
    rf"(?P<right>{wording.NAME})\W+(?i:(?:va |se escribe |es |lleva )?con\s+(?:una? |la |doble )?"
    r"(?:[a-zñ]{1,2}|ye|ese|zeta|jota|hache|uve|acento)(?: (?:griega|latina|chica|grande|corta"
    r"|larga|de \w+|no con \w+(?: \w+)?))?)\W*"
)
_CHANGE = re.compile(r"\bc[aá]mbi\w+", re.IGNORECASE)
# Where another correction may begin: «no es Tampico, es Sol, y no es la Modelo, es Centro».
_CLAUSE = re.compile(
    r"[.;\n]\s+|(?:\s*,)?\s+y\s+(?=(?:que\s+)?(?:no|tampoco|p[oó]n\w*|c[aá]mbi\w*|es|el|la|mi)\b)"
    r"|\s*,\s*(?=no\s+es\b)",
    re.IGNORECASE,
)
# These are chosen from a list, or have a shape of their own.
_PATTERNS = (_FOR, _INTO, _TAKEN_OUT, _INSTEAD, _NOT, _AND_NOT, _NO_BUT)
_SHAPED = ("municipio", "codigo_postal", "ubicacion", "contacto", "folio")


def within(known: Mapping[str, str], text: str) -> dict[str, str]:
    """The facts that hold the words that were wrong, with the right ones; there may be several
    corrections."""
    told: dict[str, str] = {}
    text = _SPELT_OUT.sub("", text)
    contact = known.get("contacto", "")
    if phone := contacts.corrected(contact, lambda each: phones.ending(each, text)):
        return {"contacto": phone}
    lead = found[0] if (found := _CHANGE.search(text)) else ""
    for clause in _CLAUSE.split(text):
        whole = clause if _CHANGE.search(clause) else f"{lead} {clause}".strip()
        told |= _within({**known, **told}, whole)
    return told or _within(known, text) or _respelt(known, text)


def _respelt(known: Mapping[str, str], text: str) -> dict[str, str]:
    name = known.get("nombre", "")
    if spelt := _SPELT.fullmatch(text):
        renewed = names.renewed(name, spelt["right"])
        return {"nombre": renewed} if len(renewed.split()) == len(name.split()) > 0 else {}
    found = _NO_COMMA.fullmatch(text)
    is_short = found is not None and len(found["right"].split()) <= _MOST_RIGHT
    if found is None or not is_short or wording.is_sentence(found["right"]):
        return {}
    return _put_right(known, found["wrong"], found["right"])


def _within(known: Mapping[str, str], text: str) -> dict[str, str]:
    found = next((said for each in _PATTERNS if (said := each.search(text))), None)
    if found is None or labels.fact_named(found["right"]):
        return {}  # «ese es mi nombre, no la calle» tells neither
    named, right = labels.fact_named(found["wrong"]), found["right"]
    if named == "colonia" and spelling.fold(right) in addresses.phrases("colonias"):
        right = f"{right.title()} {known.get(named, '')}"  # «no es colonia, es ejido»
    if named in known and named not in _SHAPED:
        return {named: right}
    return _put_right(known, found["wrong"], found["right"])


def _put_right(known: Mapping[str, str], was: str, now: str) -> dict[str, str]:
    wrong = re.compile(rf"\b{re.escape(spelling.fold(was))}\b")
    told = {}
    for name, value in known.items():
        places = [] if name in _SHAPED else list(wrong.finditer(spelling.fold(value)))
        if places and len(spelling.fold(value)) == len(value):
            right = wording.titled(now) if name == "nombre" else now
            is_kind = spelling.fold(was) in addresses.phrases("streets")
            right = right if is_kind else labels.without(name, right, value)
            told[name] = _put(right, value, _best(places, right, value))
    contact = "" if told else known.get("contacto", "")
    phone = contacts.corrected(contact, lambda each: phones.swapped(each, was, now))
    return {"contacto": phone} if phone else told


def _best(places: list[re.Match[str]], right: str, value: str) -> re.Match[str]:
    """«Avenida 9 no 8» means the 8 of the avenue."""
    return next((at for at in places if _led(right, value, at)), places[0])


def _put(right: str, value: str, at: re.Match[str]) -> str:
    """What leads to the word or follows it in both is not said twice."""
    right, after = right[len(_led(right, value, at)) :], value[at.end() :]
    words = right.split()
    tails = (" ".join(words[-count:]) for count in range(len(words) - 1, 0, -1))
    said = next((each for each in tails if spelling.fold(after).startswith(f" {each}")), "")
    right = right.removesuffix(said).strip() if said else right
    right = right if at.start() else right[:1].upper() + right[1:]
    return value[: at.start()] + right + after


def _led(right: str, value: str, at: re.Match[str]) -> str:
    """«avenida » of «avenida 9», if the word that was wrong stands after it, too."""
    lead = right[: right.rfind(" ") + 1]
    before = spelling.fold(value[: at.start()])
    return lead if lead and before.endswith(spelling.fold(lead)) else ""

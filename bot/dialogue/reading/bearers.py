"""In whose name it is to be, told by who that is: «mi suegra», «de él, Francisco Moreno», «yo»."""

import re

from bot.dialogue.reading import names, passing, wording

_SPEAKER = r"(?:yo|a m[ií]|(?:el )?m[ií]o|mi nombre|m[ií])(?: (?:mism[oa]|mer[oa]|propio|nombre))?"
_THIRD = r"(?:la|el) (?:se[ñn]ora?|ni[ñn][oa]|paciente|enferm[oa]|alumn[oa]|joven|muchach[oa])"
_OTHER = (
    rf"(?:{_THIRD}|ell[ao]s?|[eé]l|{passing.KIN})"
    r"(?: (?:mism[oa]|mayor|menor|grande|chic[oa]))?"
)
_LEAD = (
    r"\W*(?:(?:y|pues|po?s|ah|no|s[ií]|pero|bueno|mejor|es(?: que)?|oiga|disculpe"
    r"|f[ií]jese(?: que)?|ser[ií]a|que sea|seri[aá]|creo que|hola|aqu[ií]|yo(?= )|les?|hablo"
    r"|llamo|escribo|vengo|pregunto"
    r"|soy|p[oó]n(?:ga[sn]?)?(?:l[eo]|sel[eo])?|reg[ií]strel[oe]|an[oó]tel[oe])\b\W*)*"
    r"(?:(?:a|al|el|en) nombre )?(?:(?:del?|para|pa|por|con|de parte de|al?|(?:con )?el de)(?: el)?"
    r"\s+(?=\w))??"
)
_SELF = re.compile(rf"{_LEAD}{_SPEAKER}(?:\W+soy yo)?\W*", re.IGNORECASE)
_ANOTHER = re.compile(rf"{_LEAD}{_OTHER}(?:\W+(?:(?:de|es|a)\s+)?{_OTHER})*\W*", re.IGNORECASE)
_WHO = re.compile(
    rf"(?P<kin>{passing.KIN})"
    rf"|\b(?P<other>ell[ao]s?|{_THIRD}|[eé]l(?! de\b))\b",
    re.IGNORECASE,
)
_NAME = rf"(?P<name>{wording.NAME}{wording.REST_OF_NAME}{{0,5}})"
# «De ella, Rosa Ibarra», «mi suegra, se llama Matilde Cruz».
_THEN_NAME = re.compile(
    rf"(?i:{_LEAD}(?:{_OTHER}|{_SPEAKER})(?:\W+(?:(?:que|ella|[eé]l)\s+)*"
    rf"(?:se llaman?|es|soy|de nombre))?\W+){_NAME}\W*"
)
# «Trinidad Loera, él. Yo soy su hija Bertha».
_NAME_FIRST = re.compile(
    rf"\W*{_NAME}\W*[,.;:(]\s*(?i:(?:(?:es|de|para)\s+(?:el de\s+)?)?(?:{_OTHER}))\b(?! es\b).*",
    re.DOTALL,
)
# «Se llama Pedro el señor».
_CALLED = re.compile(rf"(?i:{_LEAD}se llama)\s+{_NAME},?\s+(?i:{_OTHER})\W*")
_TOLD = (_THEN_NAME, _NAME_FIRST, _CALLED)
_ACCENTS = {
    "mama": "mamá", "papa": "papá", "ama": "amá", "apa": "apá", "tia": "tía", "tio": "tío",
    "el": "él",
}  # fmt: skip


def whose(text: str) -> str | None:
    """Who it is, as they are spoken of to who writes, where nothing else is told: «su suegra»,
    «ella», «usted»."""
    if _SELF.fullmatch(text):
        return "usted"
    if not _ANOTHER.fullmatch(text):
        return None
    who = [(each["kin"] or each["other"]).lower() for each in _WHO.finditer(text)]
    kin = next((each.removeprefix("mi ") for each in who if each.startswith("mi ")), None)
    return f"su {_ACCENTS.get(kin, kin)}" if kin else _ACCENTS.get(who[-1], who[-1])


def named(text: str) -> str | None:
    """Their name, told along with who they are."""
    found = next(filter(None, (each.fullmatch(text) for each in _TOLD)), None)
    is_small = wording.is_small(text) and ("," in text or " llama" in text)
    if is_small and not found:
        found = _THEN_NAME.fullmatch(text.title()) or _CALLED.fullmatch(text.title())
    if found is None or names.is_none(found["name"]):
        return None
    first = found["name"].lower().split()[0]
    return None if is_small and first in ("la", "el", "las", "los", "de") else found["name"]


def is_told(text: str) -> bool:
    """Either of them."""
    return (whose(text) or named(text)) is not None

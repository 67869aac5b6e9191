"""What is said in the place of other words in the same breath: «la técnica 23, digo, la 5»."""

import re

from bot.dialogue import figures
from bot.dialogue.reading import saying

_MARK = (
    r"(?:(?:ay|ah|no|que)\W{1,4}){0,3}(?:perd[oó]n|digo|diga|corrijo|miento|quise decir"
    r"|mejor dicho|m[aá]s bien|me equivoqu[eé]|sorry|i mean)\b(?:\W{1,4}no\b)?"
)
_LED = (
    r"(?:(?:en|de|desde|para|con|es|era|fue) ){0,3}"
    r"(?:el|la|los|las|mis?|una?|del|calle|colonia|km|en|de|desde|para)\b"
)
_ENDS = r"(?:en|y|de|que|por|entre|con|a|pero|esquina|no)\b"
_NAME = (
    r"(?!(?:no|s[ií]|ya|nada|molestia|insistencia|tardanza|hora|demora|el|l[aoe]s?|mis?|una?|yo|me|se"
    r"|nos|que|es|ando|estoy|estamos|voy|tengo|quiero)\b)"
    rf"\w[\w.]*(?: (?!{_ENDS})\w[\w.]*){{0,3}}"
)
_INSTEAD = re.compile(
    rf"[\s,.;]{{1,6}}(?:{_MARK}|(?<=, )no(?=,))\W{{1,4}}(?:es |era |fue )?"
    rf"(?:(?P<led>{_LED}) )?(?P<name>{_NAME})(?=\W{{0,4}}(?:[,.;\n]|$)| (?!no\b){_ENDS})",
    re.IGNORECASE,
)
# «Es la general, digo»
_AFTER = re.compile(
    rf" ?, ?(?:es|era|no) (?P<led>el|la) (?P<name>{_NAME}),? (?:digo|perd[oó]n)\W{{0,4}}$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:calle|avenida|colonia|col|fraccionamiento|ejido|blvd|bulevar|primaria|secundaria|prepa\w*"
    r"|kinder|escuela|hospital|km|n[uú]mero)\b ?(?=\w)",
    re.IGNORECASE,
)
_ONE = (
    re.compile(
        r"\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\b", re.IGNORECASE
    ),
    re.compile(r"\b\d+\b"),
)
_CALLED = re.compile(r"(?:\b(?:llam[ao]|nombre es|soy)|^\W{0,4})\s{0,4}$", re.IGNORECASE)


def put_right(text: str) -> str:
    """With what was meant alone; as it is, where it is not plain what it takes the place of."""
    found = _INSTEAD.search(text) or _AFTER.search(text)
    if not found or not found.start():
        return text
    before, name = text[: found.start()], found["name"]
    start, end = _one(before, name) or _phrase(before, found["led"] or "", name)
    if start == end or figures.is_grave(saying.bare(before[start:end])):
        return text
    return put_right(f"{before[:start]}{name}{before[end:]}{text[found.end() :]}")


def _one(before: str, name: str) -> tuple[int, int] | None:
    """A day for a day, a number for a number: the last of them."""
    for kind in _ONE:
        if kind.fullmatch(name):
            told = [*kind.finditer(before)]
            return told[-1].span() if told else (0, 0)
    return None


def _phrase(before: str, led: str, name: str) -> tuple[int, int]:
    """As many words, after the same word that leads to them or says what it is, or a name at the
    end; (0, 0) if there are none such."""
    count = len(name.split())
    if not led:
        words = [*re.finditer(r"\S+", before)][-count:]
        start, was = words[0].start(), before[words[0].start() :]
        is_name = was[0].isupper() and name[0].isupper() and was[-1].isdigit() == name[-1].isdigit()
        is_alike = is_name or was[0].isdigit() == name[0].isdigit() is True
        is_called = _CALLED.search(before[:start]) and len(words) == count and was.isalpha()
        return (start, len(before)) if is_alike or is_called else (0, 0)
    leads = [*re.finditer(rf"\b{re.escape(led.split()[-1])} (?=\w)", before, re.IGNORECASE)]
    kind = _KIND.match(before, leads[-1].end()) if leads else next(_KIND.finditer(before), None)
    kind = None if leads and _KIND.match(f"{name} ") else kind
    start = kind.end() if kind else leads[-1].end() if leads else len(before)
    words = [*re.finditer(r"[^\s,;.]+", before[start:])][:count]
    return (start, start + words[-1].end()) if words else (0, 0)

"""Which of several is meant: by where it stands, or by a word of its name («lo del agua»)."""

import re
from collections.abc import Iterable, Sequence

from bot.dialogue.reading import saying
from handoff.rules import catalogue

BEFORE = (
    r"(?:(?:es|son|seria|quiero|pues|mejor|si|por|con|creo|que|yo|digo|de|el|la|lo|opcion|numero"
    r"|the|it s|option) )*"
)
AFTER = r"(?: (?:opcion|opciones|one|cosas|asuntos|de l[oa]s dos|por favor|porfa|gracias))*"
_WHICH = (
    r"(?:1|uno|primer[oa]?|de arriba|first)",
    r"(?:2|dos|segund[oa]|second)",
    r"(?:3|tres|tercer[oa]?|third)",
)
_BY_NUMBER = [re.compile(f"{BEFORE}{each}{AFTER}") for each in _WHICH]
_LAST = re.compile(f"{BEFORE}(?:de abajo|ultim[oa]|last){AFTER}")
SHORTEST = 4  # letters of a word that names something
_LED = re.compile(r"\b(?:el|la|los|las|mis?|del?|al|l[ao]s de) (?=(\w+))")
# Words that tell a place or a person as well.
TOLD_ELSEWHERE = {"calle", "camino", "carretera", "casa", "escuela", "persona", "pueblo", "publico"}


def by_number(text: str, options: Sequence[str]) -> str | None:
    """The one that is chosen by where it stands: «2», «el primero», «la última»."""
    plain = saying.bare(text)
    if plain.isdecimal() and 0 < int(plain) <= len(options):
        return options[int(plain) - 1]
    if options and _LAST.fullmatch(plain):
        return options[-1]
    numbered = zip(_BY_NUMBER, options, strict=False)
    return next((each for pattern, each in numbered if pattern.fullmatch(plain)), None)


def among(text: str, keys: Iterable[str]) -> list[str]:
    """Those of these categories whose name has a word of the text."""
    categories, said = catalogue.load().categories, _words(text)
    return [key for key in keys if key in categories and _words(categories[key].name) & said]


def spoken_of(text: str, keys: Iterable[str]) -> list[str]:
    """Those of which a word stands after its article: «lo del bache», «el recibo»; none by a word
    that tells a place or a person as well."""
    led = " ".join(_LED.findall(saying.bare(text)))
    said = _words(led) - TOLD_ELSEWHERE
    categories = catalogue.load().categories
    return [key for key in keys if key in categories and _words(categories[key].name) & said]


def _words(text: str) -> set[str]:
    """Without their plurals."""
    return {each.rstrip("s") for each in saying.bare(text).split() if len(each) >= SHORTEST}

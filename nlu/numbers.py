"""Numbers in words: «treinta y uno» in a date, «seis sesenta y dos ciento veinte» in a phone."""

from collections.abc import Sequence

_UNITS = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
}  # fmt: skip
_TEENS = {
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veintiuno": 21,
    "veintiun": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
}  # fmt: skip
_TENS = {
    "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90,
}  # fmt: skip
_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400,
    "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800,
    "novecientos": 900,
}  # fmt: skip
WORDS = frozenset((*_UNITS, *_TEENS, *_TENS, *_HUNDREDS))


def read(words: Sequence[str], at: int = 0) -> tuple[int, int] | None:
    """The number under a thousand that begins at `at`, and where it ends; words are folded."""
    word = words[at] if at < len(words) else ""
    if word not in _HUNDREDS:
        return _under_a_hundred(words, at)
    rest = _under_a_hundred(words, at + 1)
    if rest is None or rest[0] == 0:
        return _HUNDREDS[word], at + 1
    return _HUNDREDS[word] + rest[0], rest[1]


def value(said: str) -> int | None:
    """Of a whole phrase, in digits or in words; None if it is no number under a thousand."""
    if said.isdecimal():
        return int(said) if len(said) < 4 else None
    words = said.split()
    found = read(words)
    return found[0] if found and found[1] == len(words) else None


def _under_a_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = words[at] if at < len(words) else ""
    if word in _TENS:
        unit = words[at + 2] if words[at + 1 : at + 2] == ["y"] and at + 2 < len(words) else ""
        return (_TENS[word] + _UNITS[unit], at + 3) if _UNITS.get(unit) else (_TENS[word], at + 1)
    small = _UNITS.get(word, _TEENS.get(word))
    return None if small is None else (small, at + 1)

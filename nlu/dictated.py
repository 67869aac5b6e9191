"""Phones, e-mails and signs as people dictate them: «seis seis dos…», «rosa punto mendez arroba…»,
«Saúl Armenta punto»."""

import re
from collections.abc import Iterator

from nlu import numbers
from nlu.text import Word, fold, said, words

_PART = r"[\w+-](?:[\w.+-]{0,62}[\w+-])?"
_JOIN = r"(?: punto | gui[oó]n bajo | gui[oó]n )"
_EMAIL = re.compile(
    rf"(?<![\w.+-])({_PART}(?:{_JOIN}{_PART}){{0,4}})(?: ?@ ?| arroba )"
    r"([\w-]{1,40}(?:(?: punto | ?\. ?)[\w-]{1,40}){0,2}(?: punto | ?\. ?)"
    r"(?:com|mx|net|org|edu|gob|es))(?!\w)",
    re.IGNORECASE,
)
_WRITTEN = (
    (re.compile(r" gui[oó]n bajo ", re.IGNORECASE), "_"),
    (re.compile(r" gui[oó]n ", re.IGNORECASE), "-"),
    (re.compile(r" punto | ?\. ?", re.IGNORECASE), "."),
)
_BEFORE = re.compile(r"([^\W\d_]+) $")
_LEADS = frozenset({
    "es", "a", "al", "en", "el", "mi", "correo", "mail", "email", "electronico", "seria", "con",
    "y", "o", "direccion", "escriba", "escribanme", "escribame", "anote", "apunte", "ponga", "aqui",
    "este", "is", "my", "to", "contacto", "de", "que", "por", "manden", "mandelo", "gmail",
})  # fmt: skip
_PAUSE = re.compile(r"[\s,.\-…]{1,4}")
# «A tal punto» is no sign.
_NO_SIGN = (
    r"(?<!\ben)(?<!\bel)(?<!\bun)(?<!\bal)(?<!\ba)(?<!\beste)(?<!\bese)(?<!\bqu[eé])(?<!\btal)"
)
_STOP = re.compile(rf"(?<=[^\W_]){_NO_SIGN}[\s,]+punto(?: final)?[\s.]*$", re.IGNORECASE)
_SIGNS = (
    (re.compile(rf"{_NO_SIGN}\s+punto(?: y (?:aparte|seguido))?\s+", re.IGNORECASE), ". "),
    (re.compile(rf"{_NO_SIGN}\s+coma\s+", re.IGNORECASE), ", "),
)
_BY_EAR = re.compile(r"\b(so|esto|vo|do|mu)i\b", re.IGNORECASE)
FEWEST_WORDS = 4  # dictated digit by digit, in pairs, in threes: never fewer
FEWEST_NUMBERS = 3  # among them: «treinta y uno cuatro»


def punctuated(text: str) -> str:
    """With the signs that were said as words, if the last word is one: «Ana coma Nogales punto».
    «Soi de Empalme» is written «soy»."""
    text = _BY_EAR.sub(lambda found: found[1] + ("Y" if found[0].isupper() else "y"), text)
    rest = _STOP.sub("", text)
    if rest == text:
        return text
    for pattern, sign in _SIGNS if "arroba" not in rest.lower() else ():
        rest = pattern.sub(sign, rest)
    return f"{rest}."


def emails(text: str) -> Iterator[tuple[str, int, int]]:
    """The address, and where it was said."""
    if "arroba" not in text.lower() and "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        before = _BEFORE.search(text[: found.start()])
        is_of_two = before and fold(before[1]) not in _LEADS and "arroba" in found[0].lower()
        if is_of_two and found[1].isalpha():
            continue  # «maria lopez arroba…»: who knows what stands between
        yield _as_written(found[1]) + "@" + _as_written(found[2]), *found.span()


def digits(text: str) -> Iterator[tuple[str, int, int]]:
    """Runs of numbers in words, as the digits that were meant, and where they were said."""
    for run in _runs(text):
        written = _written([word.folded for word in run])
        if written:
            yield written, run[0].start, run[-1].end


def _written(run: list[str]) -> str:
    at, written = 0, ""
    while at < len(run):
        number, after = numbers.read(run, at) or (run[at], at + 1)
        if number == "y":
            return ""
        written, at = written + str(number), after
    return written


def _as_written(spoken: str) -> str:
    for pattern, sign in _WRITTEN:
        spoken = pattern.sub(sign, spoken)
    return fold(spoken)


def _runs(text: str) -> Iterator[list[Word]]:
    """Neighbours that are all numbers, some of them in words."""
    if sum(map(_is_number, said(text))) < FEWEST_NUMBERS:
        return
    run: list[Word] = []
    for word in words(text):
        if run and (not _continues(word) or not _PAUSE.fullmatch(text, run[-1].end, word.start)):
            yield from _long_enough(run)
            run = []
        if _is_number(word.folded) or (run and _continues(word)):
            run.append(word)
    yield from _long_enough(run)


def _continues(word: Word) -> bool:
    return _is_number(word.folded) or word.folded == "y"


def _is_number(word: str) -> bool:
    return word in numbers.WORDS or word.isdecimal()


def _long_enough(run: list[Word]) -> Iterator[list[Word]]:
    while run and run[-1].folded == "y":
        run.pop()
    if len(run) >= FEWEST_WORDS and any(word.folded in numbers.WORDS for word in run):
        yield run

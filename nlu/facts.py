"""Facts with a shape of their own: e-mail, CURP, RFC, folios, phone, query key.

Each part of the text belongs to one fact at most: the kinds are tried in order of how sure
their shape is, so ten digits inside a longer folio are not a phone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlu import check_digits, dictated, signs
from nlu.interpretation import Entity
from nlu.text import LONGEST

EXTRACTOR = "facts"
# Of what has the shape of a folio or an RFC, but whose check digit says that it is written wrong.
MISSPELT = 0.3

_SEPARATOR = r"[\s.\-‐-―_/]"
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])", re.IGNORECASE
)
_BIRTH = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_CURP = re.compile(
    rf"(?<![^\W_])[A-Z][AEIOUX][A-Z]{{2}}[ -]?{_BIRTH}[ -]?[HMX]"
    r"(?:AS|B[CS]|C[CLMSH]|D[FG]|G[TR]|HG|JC|M[CNS]|N[TLE]|OC|PL|Q[TR]|S[PLR]|T[CSL]|VZ|YN|ZS)"
    r"[B-DF-HJ-NP-TV-Z]{3}[ -]?[A-Z\d]\d(?![^\W_])",
    re.IGNORECASE | re.ASCII,
)
_RFC = re.compile(
    rf"(?<![\w&])[A-ZÑñ&]{{3,4}}[ -]?{_BIRTH}[ -]?[A-Z\d]{{2}}[\dA](?![\w&])",
    re.IGNORECASE | re.ASCII,
)
_FOLIO = re.compile(
    rf"(?<![^\W_])(?:C[\s.]?S{_SEPARATOR}{{0,3}}(20(?:{_SEPARATOR}?\d){{2}})"
    rf"{_SEPARATOR}{{0,3}}(\d(?:{_SEPARATOR}?\d){{5}}|\d{{1,5}}(?={_SEPARATOR}))"
    rf"|(20\d\d)[\s-](\d{{6}})){_SEPARATOR}{{0,3}}(\d)(?!\d)",
    re.IGNORECASE,
)
_PUBLIC_INFORMATION = re.compile(r"(?<![\d+])(?!(?:521|04[45])\d{10}(?!\d))\d{13,15}(?!\d)")
# Of eight digits were those of the system before the platform; only where it is named.
_INFOMEX = re.compile(
    r"infomex\D{0,30}(?<!\d)(\d{8})(?!\d)|(?<!\d)(\d{8})(?!\d)(?=\D{0,12}infomex)", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w$+.,-])\+?\(?\d(?:[\s.()‐-―-]{0,3}\d){9,14}(?!\d|[\s-]?[a-z]?\d)", re.IGNORECASE
)
_OF_A_BILL = re.compile(
    r"\b(?:(?<!en )cuenta|cta|contrato|medidor|account|meter)\b\W*(?:(?:n[uú]m(?:ero)?|no|number"
    r"|es|is|del?|agua|luz|la|el|the|mi|my)\b\W*)*$",
    re.IGNORECASE,
)
_NEAR = 40  # letters
_PREFIX = re.compile(r"(?:521?|04[45]|01)(?=\d{10}$)")
_ABROAD = re.compile(r"1[2-9]\d\d[2-9]\d{6}")  # of the United States
_OURS = ("62", "63", "64", "65", "66")
_KEY = re.compile(rf"(?<![\w-])([{signs.CROCKFORD}]{{4}})(-?)([{signs.CROCKFORD}]{{4}})(?![\w-])")
_NAMED_KEY = re.compile(
    r"(?:clave|contraseña|llave)(?:\s+(?:de\s+consulta|es|secreta|del?\s+folio)){0,2}\s*[:=]?\s*"
    r"(\w{4})[\s-]?(\w{4})(?![\w-])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"[ -]")
_LOOKS_LIKE = str.maketrans("OILU", "011V")


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    start: int
    end: int
    confidence: float = 1.0


def find(text: str) -> list[Entity]:
    """The facts in order of appearance; values are normalised (a phone is ten digits)."""
    entities: list[Entity] = []
    clipped = text[:LONGEST]
    for kind, search in _promising(clipped):
        for found in search(clipped):
            if not any(found.start < each.end and each.start < found.end for each in entities):
                entities.append(
                    Entity(kind, found.value, found.start, found.end, found.confidence, EXTRACTOR)
                )
    return sorted(entities, key=lambda each: each.start)


def _promising(text: str) -> Iterator[tuple[str, Callable[[str], Iterator[_Found]]]]:
    """The kinds that the text may have, by its signs and by how many digits it has."""
    seen = signs.of(text)
    if not seen & _ANY:
        return
    digits = len(_DIGIT.findall(text)) if seen & signs.DIGIT else 0
    for kind, search, needed, fewest in _KINDS:
        if seen & needed and digits >= fewest:
            yield kind, search


def _emails(text: str) -> Iterator[_Found]:
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield _Found(found.group().lower(), *found.span())
    for address, start, end in dictated.emails(text):
        yield _Found(address, start, end, confidence=0.9)


def _curps(text: str) -> Iterator[_Found]:
    for found in _CURP.finditer(text):
        value = _SPACE.sub("", found.group()).upper()
        if value[-1] == check_digits.curp(value):
            yield _Found(value, *found.span())


def _rfcs(text: str) -> Iterator[_Found]:
    for found in _RFC.finditer(text):
        value = _SPACE.sub("", found.group()).upper()
        if value[-1] == check_digits.rfc(value):
            yield _Found(value, *found.span())
        elif " " not in found.group():
            yield _Found(value, *found.span(), confidence=MISSPELT)


def _folios(text: str) -> Iterator[_Found]:
    for found in _FOLIO.finditer(text):
        year, number = _digits(found[1] or found[3]), f"{_digits(found[2] or found[4]):0>6}"
        is_right = check_digits.damm(year + number + found[5]) == 0
        confidence = 1.0 if is_right else MISSPELT
        yield _Found(f"CS-{year}-{number}-{found[5]}", *found.span(), confidence)


def _public_information_folios(text: str) -> Iterator[_Found]:
    for found in _PUBLIC_INFORMATION.finditer(text):
        yield _Found(found.group(), *found.span(), confidence=0.9)
    for found in _INFOMEX.finditer(text):
        at = found.lastindex or 0
        yield _Found(found[at], *found.span(at), confidence=0.9)


def _phones(text: str) -> Iterator[_Found]:
    for found in _PHONE.finditer(text):
        if _OF_A_BILL.search(text, max(0, found.start() - _NEAR), found.start()):
            continue
        digits = _digits(found.group())
        number = _PREFIX.sub("", digits)
        if len(number) == 10 and number[0] in "23456789":
            yield _Found(number, *found.span())
        elif len(digits) == 11 and _ABROAD.fullmatch(digits):
            is_ours = digits[1:3] in _OURS  # the 1 that mobiles had
            yield _Found(digits[1:] if is_ours else f"+{digits}", *found.span())
        elif found.group().startswith("+") and 11 <= len(digits) <= 15:
            yield _Found("+" + digits, *found.span())


def _dictated_phones(text: str) -> Iterator[_Found]:
    for digits, start, end in dictated.digits(text):
        number = _PREFIX.sub("", digits)
        if len(number) == 10 and number[0] in "23456789":
            yield _Found(number, start, end, confidence=0.8)


def _keys(text: str) -> Iterator[_Found]:
    for found in _NAMED_KEY.finditer(text):
        written = found[1] + found[2]
        if not (written.isupper() or any(each.isdigit() for each in written)):
            continue
        key = written.upper().translate(_LOOKS_LIKE)
        yield _Found(f"{key[:4]}-{key[4:]}", found.start(1), found.end(2), confidence=0.9)
    for found in _KEY.finditer(text):
        written = found[1] + found[3]
        is_written_so = found[2] and (written.isupper() or written.isdigit() or is_key(text))
        if _mixed(written) or is_written_so:
            yield _Found(f"{found[1]}-{found[3]}".upper(), *found.span(), confidence=0.5)


def is_key(text: str) -> bool:
    """Whether it is nothing but a query key with its hyphen, «XKMB-QBMQ», whatever it resembles."""
    found = _KEY.fullmatch(text.strip(" .\n"))
    return bool(found and found[2])


def _mixed(written: str) -> bool:
    return any(each.isdigit() for each in written) and any(each.isalpha() for each in written)


def _digits(written: str) -> str:
    return "".join(each for each in written if each.isdigit())


# Each with the signs of which the text must have one, and the fewest digits.
_KINDS: tuple[tuple[str, Callable[[str], Iterator[_Found]], int, int], ...] = (
    ("correo", _emails, signs.MAIL, 0),
    ("curp", _curps, signs.DIGIT, 7),
    ("rfc", _rfcs, signs.DIGIT, 6),
    ("folio", _folios, signs.DIGIT, 6),
    ("folio_infomex", _public_information_folios, signs.DIGIT, 8),
    ("telefono", _phones, signs.DIGIT, 10),
    ("telefono", _dictated_phones, signs.NUMBER_WORD, 0),
    ("clave", _keys, signs.DIGIT | signs.KEY, 0),
)
_ANY = signs.MAIL | signs.DIGIT | signs.NUMBER_WORD | signs.KEY

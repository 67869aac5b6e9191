"""Folios: short, dictated by phone, with a check digit: CS-2026-004512-6.

The check digit is Damm's, over year and number. The query key is the citizen's secret: eight
characters without letters that are mistaken for digits.
"""

import hashlib
import hmac
import re

from nlu import check_digits, facts

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_KEY = re.compile(rf"\b[{_ALPHABET}]{{4}}-[{_ALPHABET}]{{4}}\b")
_HIDDEN = "••••-••••"
_CALLED_SO = 0.9  # confidence of what is called a key
_NAMED = re.compile(r"\b[A-Za-z]{2}[\s-]*\d{4}[\s-]*\d{6}[\s-]*\d\b")
_MISTAKEN = str.maketrans("ILOU", "110V")


def make(prefix: str, year: int, number: int) -> str:
    """The folio of the `number`-th case of a year."""
    return f"{prefix}-{year}-{number:06d}-{check_digits.damm(f'{year}{number:06d}')}"


def parse(text: str) -> str | None:
    """The folio in its written form, or None if the text is not a folio or its check fails."""
    found = re.fullmatch(r"([A-Z]{2})[\s-]*(\d{4})[\s-]*(\d{6})[\s-]*(\d)", text.strip().upper())
    if found is None or check_digits.damm(found[2] + found[3] + found[4]) != 0:
        return None
    return "-".join(found.groups())


def named(text: str) -> set[str]:
    """The folios that a text names, in their written form."""
    return {folio for found in _NAMED.findall(text) if (folio := parse(found))}


def make_key(randomness: bytes) -> str:
    """A query key, XXXX-XXXX, from 5 random bytes (40 bits)."""
    number = int.from_bytes(randomness[:5])
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def hide_key(text: str) -> str:
    """A receipt as staff may read it: the key is the citizen's alone."""
    return _KEY.sub(_HIDDEN, text)


def hide_told_key(text: str) -> str:
    """The same of what they wrote themselves: «mi clave es abcd1234». Of what is not called a key,
    only what has its very shape; «1234-5678» is rather a telephone."""
    hidden, done = "", 0
    for each in facts.find(text):
        written = text[each.start : each.end]
        is_shaped = "-" in written and not re.fullmatch(r"[\d-]+", written)
        if each.entity == "clave" and (each.confidence >= _CALLED_SO or is_shaped):
            hidden, done = hidden + text[done : each.start] + _HIDDEN, each.end
    return hidden + text[done:]


def key_digest(secret: bytes, folio: str, key: str) -> str:
    """What is stored of a key: it cannot be turned back without the installation's secret."""
    plain = re.sub(r"[\s-]", "", key).upper().translate(_MISTAKEN)
    return hmac.new(secret, f"{folio} {plain}".encode(), hashlib.sha256).hexdigest()

"""Spelling aside: folds accents, finds words with their places, undoes chat spelling."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from nlu.memory import Memory

# Longer than any channel lets a person write; what comes after is not worth the time.
LONGEST = 8_000
# The messages of a group are read by several, one after the other.
AT_ONCE = 64

_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
_TOKEN = re.compile(r"[^\W_]+|[?!#@$]|[\u2600-\u27bf\U0001f300-\U0001faff]")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_LONG_NUMBER = re.compile(r"\d{3,}")
_ACCENTS = str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN")

CHAT_SPELLING = {
    "q": "que", "k": "que", "ke": "que", "qe": "que", "x": "por", "xq": "porque", "pq": "porque",
    "xk": "porque", "pk": "porque", "porq": "porque", "porke": "porque", "xke": "porque",
    "xfa": "por favor", "xfavor": "por favor", "pf": "por favor", "pls": "por favor",
    "porfa": "por favor", "porfavor": "por favor", "plis": "por favor", "tmb": "tambien",
    "tb": "tambien", "tmbn": "tambien", "tbn": "tambien", "d": "de", "dl": "del", "dnd": "donde",
    "dnde": "donde", "onde": "donde", "bn": "bien", "cm": "como", "kmo": "como", "komo": "como",
    "aki": "aqui", "aka": "aca", "qiero": "quiero", "kiero": "quiero", "kisiera": "quisiera",
    "qisiera": "quisiera", "kien": "quien", "qien": "quien", "kuando": "cuando", "cdo": "cuando",
    "mns": "mensaje", "msj": "mensaje", "grax": "gracias", "grasias": "gracias", "grs": "gracias",
    "gcias": "gracias", "toy": "estoy", "ta": "esta", "pa": "para", "pal": "para el",
    "haver": "a ver", "aver": "a ver", "aser": "hacer", "ase": "hace", "aya": "haya",
    "nesesito": "necesito", "necesio": "necesito", "nececito": "necesito", "ntp": "no importa",
    "info": "informacion", "tel": "telefono", "num": "numero", "col": "colonia",
    "mpio": "municipio", "hno": "hermano", "sra": "señora", "sr": "señor", "lic": "licenciado",
    "esq": "es que", "nmms": "no manches", "alv": "groseria", "vdd": "verdad", "hrs": "horas",
}  # fmt: skip


class Word(NamedTuple):
    """A word as it is compared (folded) and where it stands in the text."""

    folded: str
    start: int
    end: int


_placed = tuple.__new__  # half of what Word(...) takes


def fold(text: str) -> str:
    """Lower case without accents: Álamos -> alamos, Peñasco -> penasco."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    plain = unicodedata.normalize("NFKD", lowered)
    return "".join(each for each in plain if not unicodedata.combining(each))


def plain(text: str) -> str:
    """Small letters without accents, every letter where it was."""
    lowered = text.translate(_ACCENTS).lower()
    return lowered if len(lowered) == len(text) else text.translate(_ACCENTS)


@lru_cache(maxsize=8)  # each message is asked for by several rules, one after the other
def words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    start = 0
    for piece in pieces(text[:LONGEST]):
        for folded, first, last in _words[piece]:
            found.append(_placed(Word, (folded, start + first, start + last)))
        start += len(piece) + 1
    return tuple(found)


@lru_cache(maxsize=AT_ONCE)
def said(text: str) -> tuple[str, ...]:
    """The words alone, folded."""
    return tuple([word for piece in pieces(text[:LONGEST]) for word in _said[piece]])


@lru_cache(maxsize=AT_ONCE)
def pieces(text: str) -> tuple[str, ...]:
    """What stands between blanks."""
    return tuple(text.split(" "))


def normalised(text: str) -> list[str]:
    """The tokens that the classifier sees."""
    return [token for piece in pieces(_clipped(text)) for token in _tokens[piece]]


def words_of(piece: str) -> tuple[Word, ...]:
    """Of what stands between two blanks: the same as `words`, remembered for longer."""
    return _words[piece]


def _words_in(piece: str) -> tuple[Word, ...]:
    return tuple(
        Word(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(piece)
    )


def _said_in(piece: str) -> tuple[str, ...]:
    return tuple(word.folded for word in _words[piece])


def _tokens_in(piece: str) -> tuple[str, ...]:
    folded = _REPEATED_LETTER.sub(r"\1", fold(piece))
    tokens = [folded] if folded.isalpha() else _TOKEN.findall(_LONG_NUMBER.sub("000", folded))
    return tuple(fold(word) for each in tokens for word in CHAT_SPELLING.get(each, each).split())


def _clipped(text: str) -> str:
    """Keeps both ends of a long story: the request is often in the last sentence."""
    half = LONGEST // 4
    return text if len(text) <= 2 * half else f"{text[:half]} {text[-half:]}"


# A piece is what stands between two blanks.
_words = Memory(_words_in)
_said = Memory(_said_in)
_tokens = Memory(_tokens_in)

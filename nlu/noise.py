"""Copies of training messages as people in a hurry would write them: typos, chat spelling."""

import random
from collections.abc import Mapping, Sequence

from nlu import text as spelling
from nlu.training_data import Example

_NEIGHBOURS = {
    "a": "qsz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa",
    "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "y": "tu", "z": "x",
}  # fmt: skip
_SOUNDS = (
    ("v", "b"), ("b", "v"), ("z", "s"), ("ce", "se"), ("ci", "si"), ("ll", "y"), ("y", "ll"),
    ("que", "ke"), ("qui", "ki"), ("ca", "ka"), ("h", ""), ("s", "z"), ("j", "g"), ("ge", "je"),
)  # fmt: skip
_SHORT = {
    "que": ("q", "k", "ke"), "porque": ("xq", "pq", "porq"), "por": ("x",), "para": ("pa",),
    "tambien": ("tmb", "tb"), "de": ("d",), "donde": ("dnd", "onde"), "esta": ("ta",),
    "estoy": ("toy",), "quiero": ("kiero",), "aqui": ("aki",), "como": ("komo", "cm"),
    "hacer": ("aser",), "hay": ("ai", "ay"), "haber": ("aver",), "gracias": ("grax",),
}  # fmt: skip


COPIES = 3
PLACES = ("municipio", "colonia", "calle")


def copies(texts: Sequence[str], seed: int, renamed: Sequence[str] = ()) -> list[str]:
    """The texts, then each with typos, then each in chat spelling: COPIES times as many. The
    copies are made of the texts `renamed`, if they are given."""
    return [
        *texts,
        *(with_typos(text, _chance(seed, text)) for text in renamed or texts),
        *(with_chat_spelling(text, _chance(seed, text)) for text in renamed or texts),
    ]


def _chance(seed: int, text: str) -> random.Random:
    """Of each text by itself: one more message changes nothing in the copies of the others."""
    return random.Random(f"{seed} {text}")  # noqa: S311


def with_other_names(messages: Sequence[Example], seed: int) -> list[str]:
    """The messages with each place told in them replaced by one told in another, so that no name
    stands for the matter that it was told with."""
    told: dict[str, list[str]] = {kind: [] for kind in PLACES}
    for entity in (each for message in messages for each in message.entities):
        if entity.entity in told:
            told[entity.entity].append(entity.value)
    return [_renamed(message, told, _chance(seed, message.text)) for message in messages]


def _renamed(message: Example, told: Mapping[str, list[str]], chance: random.Random) -> str:
    text = message.text
    for entity in sorted(message.entities, key=lambda each: each.start, reverse=True):
        if entity.entity in told:
            name = chance.choice(told[entity.entity])
            text = f"{text[: entity.start]}{name}{text[entity.end :]}"
    return text


def with_typos(text: str, chance: random.Random) -> str:
    return " ".join(_typo(word, chance) for word in spelling.fold(text).split())


def with_chat_spelling(text: str, chance: random.Random) -> str:
    return " ".join(_shortened(word, chance) for word in spelling.fold(text).split())


def _typo(word: str, chance: random.Random) -> str:
    if len(word) < 4 or not word.isalpha() or chance.random() > 0.25:
        return word
    at = chance.randrange(len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice(_NEIGHBOURS.get(word[at], word[at])) + word[at + 1 :],
        )
    )


def _shortened(word: str, chance: random.Random) -> str:
    if word in _SHORT and chance.random() < 0.6:
        return chance.choice(_SHORT[word])
    sounds = [pair for pair in _SOUNDS if pair[0] in word]
    if not sounds or len(word) < 4 or chance.random() > 0.3:
        return word
    return word.replace(*chance.choice(sounds), 1)

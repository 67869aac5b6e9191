"""What is plain in English, though no engine has learnt it: a matter by its words, a vague
beginning, whether English may be written here."""

import re

from bot.dialogue.reading import languages, saying
from nlu import english

BADLY = "queja_atencion"
_OF_STAFF = ("salud_atencion", "educacion", "registro_civil")  # «the nurse was rude to me»
_ASKS = re.compile(
    r"\W*(?:(?:hello|hi|please|sorry|and|so|excuse me)\b\W*)*"
    r"(?:what|where|when|how|who|which|why|is|are|do|does|did|can|could|will|would)\b",
    re.IGNORECASE,
)
_ASKS_WITHIN = re.compile(
    r"\b(?:how|where|what|when|who|which) (?:do|does|can|could|should|is|are|to|many|much)\b",
    re.IGNORECASE,
)
# «Who do I report this to?», of who has told it.
_WHOM = re.compile(
    r"\b(?:who|where|how) (?:do|can|should|could) (?:i|we) (?:report|call|tell|contact)\b[^?]*\?",
    re.IGNORECASE,
)
# Somebody may be hurt: then it is not for a word such as «school» to say what it is about.
_GRAVE = re.compile(
    r"\b(?:missing|disappear|rap(?:e|ing)|abus(?:e|ing)|hit|beat|kill|hurt|molest|touch|kidnap"
    r"|threat|dying|dead|died|suicid|afraid|scared|violen|gun|shoot|shot|knife|harass|grab|punch"
    r"|slap|stalk|lock(?:ed|s) (?:me|us|him|her)|force[ds]|trapped|naked|sexual)",
    re.IGNORECASE,
)
# «¿Hablan inglés?»
is_asked_for = saying.only(r"(?:\w+ ){0,2}(?:habla[ns]?|entienden?) ingles")
# «I want to report something»: what, is still to be told.
is_vague = saying.only(
    r"(?=.*\b(?:report|complain|complaint|problem|issue|question|request|register)\b)"
    r"(?:(?:hello|hi|good|morning|afternoon|evening|please|i|we|would|d|m|like|am|here|want|need"
    r"|have|got|to|make|file|report|register|submit|tell|ask|you|a|an|some|something|complain"
    r"|complaint|problem|issue|question|request|about|with|my|city|town|government)(?: |$))+"
)


def matter(text: str) -> str | None:
    """The only category that the words name, for who tells it: who asks may want to know
    something else."""
    named = english.matters(text) if languages.looks_english(text) else ()
    if BADLY in named and {*named} <= {BADLY, *_OF_STAFF}:
        named = (BADLY,)
    is_told = not (is_question(text) or "?" in _WHOM.sub("", text) or _GRAVE.search(text))
    return named[0] if len(named) == 1 and is_told else None


def is_only_guessed(matter: str, text: str) -> bool:
    """By an engine that has learnt Spanish, of English that does not name it."""
    return languages.looks_english(text) and matter not in english.matters(text)


def is_question(text: str) -> bool:
    return languages.looks_english(text) and bool(_ASKS.match(text))


def asks(text: str) -> bool:
    """Somewhere in it: «my car broke down, who do I call?»"""
    is_asked = "?" in text or _ASKS_WITHIN.search(text)
    return languages.looks_english(text) and bool(is_asked or _ASKS.match(text))


def is_named(text: str) -> bool:
    """It may be about one or another category."""
    return languages.looks_english(text) and bool(english.matters(text))

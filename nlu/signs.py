"""What a text has in it, so that only the rules that may find something read it.

Each piece between two blanks is looked at for the least that a rule cannot do without. A rule
changed in `facts`, `dates`, `english` or `places` may need its sign changed here.
"""

import re
from functools import lru_cache

from nlu import numbers
from nlu import text as spelling
from nlu.calendar_words import DAY, MONTH, SHORT_MONTH
from nlu.memory import Memory

DIGIT, FIVE_DIGITS, MAIL, KEY, NUMBER_WORD, ENGLISH_DANGER = (1 << n for n in range(6))
NUMBERED, SLASH, MONTH_NAME, THIS_MONTH, WEEKDAY, DAY_NAMED = (1 << n for n in range(6, 12))
AGO, UNIT, BACK, AHEAD, BESIDE, DAY_OF_MONTH, ENGLISH_DATE = (1 << n for n in range(12, 19))

CROCKFORD = "0-9A-HJKMNP-TV-Za-hjkmnp-tv-z"
_WRITTEN = (
    (DIGIT, re.compile(r"\d")),
    (FIVE_DIGITS, re.compile(r"\d{5}")),
    (MAIL, re.compile("@|arroba", re.IGNORECASE)),
    (
        KEY,
        re.compile(rf"clave|contraseña|llave|[{CROCKFORD}]{{4}}-[{CROCKFORD}]{{4}}", re.IGNORECASE),
    ),
)
# Of a piece without accents, in small letters.
_PLAIN = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (NUMBERED, r"\d[/.-]\d\d?[/.-]\d\d"),
        (SLASH, r"^\d\d?/\d"),
        (MONTH_NAME, rf"(?:^|[\d/-])(?:{SHORT_MONTH})\.?(?:$|[/-])|^(?:{MONTH})(?!\w)"),
        (THIS_MONTH, r"^(?:mes|presente|corriente)(?!\w)"),
        (WEEKDAY, rf"(?<!\w)(?:{DAY})(?!\w)"),
        (DAY_NAMED, r"(?<!\w)(?:hoy|ayer|aller|antier|antiayer|antiyer|anteayer|anoche|antenoche"
                    r"|manana|tarde|noche|madrugada)(?!\w)"),
        (AGO, r"(?<!\w)(?:hace|ase|ace|aze|hase)$"),
        (UNIT, r"^(?:dias?|semanas?|mes|meses|anos?|fin)(?!\w)"),
        (BACK, r"^atras(?!\w)"),
        (AHEAD, r"(?<!\w)(?:dentro|aqui|en)$"),
        (BESIDE, r"^(?:proxim[oa]|(?:ante)?pasad[oa]|viene|entra|paso)(?!\w)"),
        (DAY_OF_MONTH, r"^\d\d?(?:$|[.,;:!?\n)])"),
        (ENGLISH_DATE, r"(?<!\w)(?:yesterday|today|tomorrow|(?:day|week|month|year)s?|(?:mon|tues"
                       r"|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june"
                       r"|july|august|september|october|november|december)(?!\w)"),
    )
)  # fmt: skip
_ENGLISH_DANGER = re.compile(
    r"\b(?:(?:myself|suicide|suicidal|life|die|live|kidnapp?ed|followed|fire|house|home|apartment"
    r"|kill|stab)\b|hit|beat|attack|chok|stabb|shoot|strangl|threaten|gun|knife|weapon|machete"
    r"|rifle|pistol|fired|breath|unconscious|bleeding|heart|overdos|stuck|trapped|locked|spark"
    r"|\b(?:ending|dead|loved?|jump(?:ing)?|wires?|(?:power)?lines?|cables?|alive|wake|living"
    r"|goodbye|(?:him|her)self|themselves|without|here|gone|died|disappear(?:ed|ing)?|burden|needs"
    r"|loves|vanished|around|existed|born|woke|miss|shot|trying|tries|wants|drown(?:s|ing|ed)"
    r"|bottom|ransom|pesos|dollars|money|pay|collapsed|fainted|passed|seizure|stroke|unresponsive"
    r"|responding|wrists?|veins)\b)"
)


# Most words have none of them.
_ANY_WRITTEN = re.compile("|".join(f"(?:{each.pattern})" for _, each in _WRITTEN), re.IGNORECASE)
_ANY_PLAIN = re.compile("|".join(f"(?:{each.pattern})" for _, each in _PLAIN))


@lru_cache(maxsize=spelling.AT_ONCE)
def of(text: str) -> int:
    """The signs, one bit each."""
    found = 0
    for piece in spelling.pieces(text):
        found |= _signs[piece]
    return found


def _signs_of(piece: str) -> int:
    folded, plain = spelling.fold(piece), spelling.plain(piece)
    found = 0
    if _ANY_WRITTEN.search(piece):
        found |= sum(sign for sign, pattern in _WRITTEN if pattern.search(piece))
    if _ANY_PLAIN.search(plain):
        found |= sum(sign for sign, pattern in _PLAIN if pattern.search(plain))
    if _ENGLISH_DANGER.search(folded):
        found |= ENGLISH_DANGER
    if any(word.folded in numbers.WORDS for word in spelling.words_of(piece)):
        found |= NUMBER_WORD
    return found


_signs = Memory(_signs_of)

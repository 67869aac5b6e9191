"""A greeting before the matter: «hola buenas tardes, no hay agua» is told like «no hay agua»."""

import re

from nlu.interpretation import Interpretation

GREETING = "saludo"
# Of the catalogue, what is no matter: what stands after a greeting and is talk belongs to it.
TALK = frozenset({
    GREETING, "despedida", "gracias", "afirmar", "negar", "hablar_con_persona", "seguimiento",
    "ayuda", "identidad_bot", "cancelar", "insulto", "fuera_de_ambito",
})  # fmt: skip
LIKELY = 0.6  # of the training messages that greet and tell nothing none is likelier a matter
FEWEST = 2  # words of a matter
_GREETING = re.compile(
    r"\W*(?:(?:h?ola|buen(?:[oa]s?)?(?: (?:d[ií]as?|tardes?|noches?))?|qu[eé] tal|muy|oigan?"
    r"|disculpen?|perd[oó]n|saludos|hello|hi|hey|good (?:morning|afternoon|evening|day))\b\W*)+",
    re.IGNORECASE,
)


def rest(text: str) -> str:
    """What stands after the greeting that a text begins with; «» if that is nothing."""
    found = _GREETING.match(text)
    left = text[found.end() :] if found else ""
    return left if len(left.split()) >= FEWEST else ""


def is_matter(meaning: Interpretation) -> bool:
    return meaning.intent not in TALK and meaning.confidence >= LIKELY

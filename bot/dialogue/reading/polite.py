"""A polite beginning, which hides the question after it: «disculpe la molestia, ¿abren hoy?»"""

import re

from bot.dialogue.reading import abbreviated
from nlu import dictated
from nlu.text import plain

_GREETING = (
    r"(?:hola|buen[oa]s?(?: (?:dias?|tardes|noches))?|que tal|saludos|oigan?|oye|hi|hello|hey"
    r"|good (?:morning|afternoon|evening)|excuse me)"
)
_QUESTION = r"(?:preguntita|pregunta|duda|consulta)s?(?: rapida)?"
_APOLOGY = (
    r"(?:disculp\w+|perdon\w*|una disculpa|(?:con )?(?:la|mucha) pena|molest\w+|ignorancia"
    r"|(?:(?:nomas|solo|tengo|traigo|es|era|hago|hacer(?:les?)?|quisiera|queria|quiero|le|les) )*"
    rf"(?:una (?:\w+ )?)?{_QUESTION}|sorry(?: to (?:bother|disturb)(?: you)?)?"
    r"|(?:(?:just|i have|i ve got) )?(?:a )?(?:quick )?question)"
)
_LINK = r"(?:que (?:l[oae]s?|te)|l[ao]s?|por|pero|mi|tanta|senor\w*|joven)"
_BEGINNING = re.compile(
    rf"\W*(?:{_GREETING}\b[^\w¿]+)*{_APOLOGY}\b[^\w¿]+"
    rf"(?:(?:{_APOLOGY}|{_GREETING}|{_LINK})\b[^\w¿]+)*"
)
_WHAT = (
    r"¿?(?:(?:y|a|de|en|con|por|para|desde|hasta) )?(?:que(?! (?:no|si|es|me|l[aeo]s?)\b)"
    r"|cual(?:es)?|cuant[oa]s?|cuando|como|donde|quien(?:es)?|what|where|when|how|who|which)\b"
)
_MAY_I_KNOW = re.compile(
    r"\W*(?:(?:usted|me|nos) )*(?:puede[ns]?|podria[ns]?) (?:usted )?(?:decir|informar)(?:me|nos)?"
    rf"(?: por favor)?\W+(?={_WHAT})|\W*(?:can|could|would) you (?:please )?tell me (?={_WHAT})"
)
_ASKS = re.compile(
    rf"{_WHAT}|.*\?|(?:(?:usted|me|nos) )*(?:puede|podria|d[ae]n?\b|pasan?\b|sabe)"
    r"|(?:quiero|quisiera|queria|necesito) saber\b",
    re.DOTALL,
)


def without_beginning(text: str) -> str:
    """Only before a question: «perdón, es la calle 5» corrects something."""
    folded = plain(text)
    begun = _BEGINNING.match(folded)
    start = begun.end() if begun and _ASKS.match(folded, begun.end()) else 0
    known = _MAY_I_KNOW.match(folded, start)
    return text[known.end() if known else start :]


def as_said(text: str) -> str:
    """What is to be understood of it."""
    return without_beginning(abbreviated.spelt_out(dictated.punctuated(text)))

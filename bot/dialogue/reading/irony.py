"""Praise that tells of a wait or a lack: it may well be a complaint, so it is asked which."""

import re
from dataclasses import replace

from bot.dialogue.reading import typed
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue
from nlu.interpretation import Interpretation

PRAISE = "felicitacion"
OTHER, PRAISED = 0.5, 0.45  # their chances from then on: neither is sure

_NUMBER = r"(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media)"
_TIME = r"(?:horas?|dias?|semanas?|mes(?:es)?|anos?|vueltas?|veces)"
_SOUR = re.compile(
    rf"(?<!en )\b(?:solo|nomas|nada mas|apenas|tan solo) (?:\w+ )?{_NUMBER} {_TIME}\b"
    rf"|\b{_NUMBER} {_TIME} (?:despues|tarde|esperando|para (?:tap|arregl|atend|contest)\w+)\b"
    rf"|\bllev(?:a|o|amos|an) (?:ya )?{_NUMBER} {_TIME} (?:en|sin|esperando|sentad|tirad|parad)\w*"
    r"|\bpor (?:llegar tarde|hacer\w* esperar|nunca|perder\w*|ignorar\w*|tardar\w*|cobrar\w*"
    r"|dejar\w* (?:\w+ ){0,2}(?:sin|esperando|plantad|tirad|hablando|en visto))\w*"
    r"|\b(?:seguimos|sigue|siguen|sigo) (?:sin|esperando|igual|peor)\b"
)


def as_it_is(heard: Heard) -> Heard:
    is_praise = heard.intent == PRAISE and not heard.command
    if not (is_praise and _SOUR.search(typed.bare(heard.text))):
        return heard
    return replace(heard, meaning=_doubted(heard.meaning))


def _doubted(meaning: Interpretation) -> Interpretation:
    """Either of the two, where some matter is next to the praise."""
    categories = catalogue.load().categories.keys() - {PRAISE}
    rival = next((name for name, _ in meaning.ranking if name in categories), None)
    if rival is None:
        return meaning
    ranking = ((rival, OTHER), (PRAISE, PRAISED))
    return replace(meaning, intent=rival, confidence=OTHER, ranking=ranking)

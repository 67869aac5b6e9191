"""What was registered is to go to another office as well: «¿y no le toca a la Comisión?»"""

from dataclasses import replace

from bot.dialogue.reading import agencies, elsewhere, facts, saying, whereabouts
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from handoff.rules.catalogue import Category

MOST = 14  # words: who tells it anew needs nothing of what was told before
_SEND = r"(?:mand|envi|turn|pas|canali[zc]|report|dig|avis)"
_is_for_another = saying.anywhere(
    r"\b(?:l[eoa]s? )?(?:toca|tocaria|corresponde|corresponderia|compete)\b"
    r"|\bno (?:es|sera|seria) (?:cosa |asunto |trabajo )?(?:del?|de la) "
    rf"|\b{_SEND}\w*l[eoa]s?\b|\bl[oa]s? (?:\w+ ){{0,2}}?{_SEND}"
    rf"|\b{_SEND}\w* (?:eso|esto|lo mismo|(?:mi|el|ese|la|esa) \w+)(?: tambien)? (?:al?|con)\b"
    r"|\b(?:las|los) (?:dos|2) (?:cosas|partes|lados|oficinas|dependencias)\b",
    unless=r"\b(?:tampoco|otr[oa]s?|aparte|ademas)\b",
)


def kept(state: State, category: Category) -> State:
    """Where the case is, and what was told, if others may read it."""
    told = "" if category.is_confidential else state.request
    return replace(state, there=elsewhere.only(state.facts, facts.PLACES), lately_told=told)


def with_story(state: State, heard: Heard) -> State:
    """With what was told of the last case, and where that is."""
    if state.request or not _is_told(heard):
        return state
    return replace(state, request=state.lately_told, facts={**state.there, **state.facts})


def _is_told(heard: Heard) -> bool:
    """An office is named, and nothing of its own is told with it, nor where."""
    is_short = len(heard.text.split()) <= MOST and not heard.has_file
    is_placed = whereabouts.town(heard.content) or heard.meaning.place.street
    is_free = is_short and not is_placed and agencies.named(saying.bare(heard.text))
    return bool(is_free and _is_for_another(heard.text))

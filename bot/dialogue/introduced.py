"""What is told before any matter: who somebody is, a place, a phone, and nothing more."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import misheard, others, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import bearers, facts, names, naming, wording
from bot.dialogue.reading.heard import COURTESY, NAMED, Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import Met
from nlu.interpretation import Interpretation

Meanings = Callable[[list[str]], list[Interpretation | None]]
_ASKED_WITH_THANKS = re.compile(
    r"\W*(?:(?:much(?:as|[ií]simas)|mil|ok|okay|bueno|ah|ay|va|s[ií])\W+)*"
    r"(?:gracias|thanks|thank you)\W+"
    r"(?:(?:oye|oiga|disculpe|pero|y|entonces|otra cosa|una (?:pregunta|duda))\W+)*"
    r"((?:(?:para|de|sobre) lo del?(?: [^\W\d]+){1,4}? (?:a |con |en )?)?"
    r"(?:c[oó]mo|qué|que (?:hago|sigue|pasa|hora)|cu[aá]nd?[ot]o?s?|d[oó]nde|qui[eé]n|cu[aá]l"
    r"|how|when|where|who|what)\b"
    r"(?: \S+){2,})",
    re.IGNORECASE,
)
UNSERVED = "fuera_de_ambito"  # the aside: they were told that this service is not for it


def decide(state: State, heard: Heard) -> Decision | None:
    """The facts are kept, and what is needed is asked. None if there is more in it."""
    named = name(heard)
    if placed := others.placed(state, heard):
        return placed
    tells_who = naming.tells_who(heard.text) or bearers.whose(heard.text)
    if tells_who and not (named or heard.is_clear):
        return Decision(state, (Say("noted_what_is_it"),))
    if heard.text and named is None and not wording.is_only_facts(heard):
        return None
    told = {**facts.told_by(heard), **({"nombre": named} if named else {})}
    known = replace(state, facts={**state.facts, **told})
    met = Met(told["nombre"]) if "nombre" in told else Say("noted_what_is_it")
    if state.aside == UNSERVED:  # a plumber in Hermosillo is none of ours either
        return Decision(known, (Say("anything_else"),))
    if state.misses and state.facts.keys() & {*facts.PLACES}:  # they have told it, and where
        return request.missed(known, met)
    return Decision(known, (met,))


def with_story(state: State, heard: Heard, meanings: Meanings) -> Heard:
    """Of «gracias, oiga, y cómo sé si ya lo atendieron», what is asked. A stray word of the last
    sentence, «son como tres camiones al día», decides nothing alone; «de la calle» tells which
    light there is not."""
    if heard.intent in COURTESY and (asked := _ASKED_WITH_THANKS.fullmatch(heard.text)):
        [meaning] = meanings([asked[1]])
        return replace(heard, text=asked[1], meaning=meaning, parts=()) if meaning else heard
    is_unclear = state.stage in (Stage.choosing, Stage.way) or state.asking == "municipio"
    is_unclear = is_unclear or (state.stage is Stage.idle and state.misses > 0)
    if not (is_unclear and state.request and heard.text) or heard.command:
        return heard
    [story] = meanings([f"{state.request}. {heard.text}"])
    return replace(heard, story=story)


def name(heard: Heard) -> str | None:
    """«María Antonia Verdugo», whatever matter it resembles; «Alumbrado Público» is none, nor is
    «luz»."""
    is_thing = heard.is_sure and heard.is_matter and heard.text.islower() and " " not in heard.text
    is_plain = heard.is_no_matter or misheard.is_called(heard.text)
    if heard.move in NAMED and is_plain and not is_thing:
        told = names.alone(heard) or names.first(heard) or names.learnt(heard)
        return told or names.leading(heard.text)
    is_matter = heard.is_clear and heard.is_matter
    is_whole = len(heard.text.split()) >= names.WHOLE and not (heard.command or is_matter)
    return names.alone(heard) if is_whole and heard.move in ("", "greeting") else None

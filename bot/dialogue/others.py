"""What others attend and no category of ours is for: whose it is, and what is told after that."""

from dataclasses import replace
from functools import cache

from bot.dialogue import anytime, asides, delicate, offices, pending, request
from bot.dialogue.acts import Act, Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellOffice, TellWhose
from bot.dialogue.reading import agencies, excluded, facts, names, saying, typed, ways, wording
from bot.dialogue.reading import asked as asked_about
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import OfferAlso
from handoff.rules import catalogue, directory

SHORT = 7  # words of which a name tells more than the model's guess
# Moves of who only takes note of it, or leaves.
NOTHING_MORE = ("thanks", "decline", "leave", "greeting", "wait", "unclear", "person")
WHOSE = "whose"  # the aside: who attends it
# «¿Pero quién me puede ayudar a buscarla?»
_asks_for_help = saying.only(
    r"(?:(?:y|pero|oiga|entonces|so|but|and) )*(?:quien (?:\w+ ){0,3}?(?:ayud|apoy)\w*(?: \w+){0,6}"
    r"|que (?:mas )?(?:hago|puedo hacer)(?: \w+){0,3}|who (?:can|could|will) help(?: \w+){0,5}"
    r"|what (?:else )?(?:can|do|should) i do(?: \w+){0,3})"
)


def asked(state: State, heard: Heard) -> Decision | None:
    """Where to go, what it takes, or that it be sent there, of who was told who attends it: a
    person sees to that, with a folio."""
    if not _is_told_whose(state) or state.refused_notice:
        return None
    if ways.wants_it_sent(heard.text):
        asked = request.begin(state, heard, request.QUESTIONS[0])
        return asked if wording.is_question(heard) else request.begin_apart(asked.state)
    if state.asks_how and (heard.agrees or heard.declines):
        left = Decision(state.afresh(), (Say("anything_else"),))
        return anytime.person(state) if heard.agrees else left
    if heard.is_button:
        return None
    if _is_in_vain(heard):
        return asides.put(state, Say("only_they"), "question")
    return (placed(state, heard) if wording.is_only_facts(heard) else None) or _more_of_it(
        state, heard
    )


def _is_in_vain(heard: Heard) -> bool:
    """«Ahí ya hablé y no contestan, ¿ustedes no me pueden ayudar?»"""
    is_told = ways.has_tried(heard.text) or (heard.move == "unheeded" and heard.is_no_matter)
    return is_told and wording.is_question(heard)


def _more_of_it(state: State, heard: Heard) -> Decision | None:
    key = offices.told_last(state) or ""
    if _elsewhere(heard.text) not in (None, key):
        return None
    is_how = asked_about.is_at_an_office(heard.text) and not facts.places_in(heard)
    if is_how or asked_about.how(heard) or heard.move in ("free", "term"):
        noted = replace(request.noting(state, heard), asks_how=True)
        return _still(noted, OfferAlso(request.QUESTIONS[0]), key)
    if state.asks_how and heard.move == "whose":
        return _still(state, TellWhose(key, offices.place(state, heard), asked=True), key)
    if not asked_about.where(heard) and heard.command != typed.WHOM:
        return _offered(state, heard) if _asks_for_help(heard.text) else None
    told = TellOffice(key, offices.place(state, heard), "place")
    return placed(state, heard) or _still(state, told, key)


def _still(state: State, told: Act, key: str) -> Decision:
    """More of the office that was told; each time something else, so it is never enough."""
    return Decision(replace(state, aside=f"{WHOSE}:{key}", asides=state.asides % 2 + 1), (told,))


def placed(state: State, heard: Heard) -> Decision | None:
    """The town, of who was told who attends it there."""
    name, _, key = (state.aside or "").partition(":")
    town = facts.told_by(heard).get("municipio")
    is_other = heard.is_clear and heard.is_matter and not wording.is_only_facts(heard)
    if name != WHOSE or town is None or is_other:
        return None
    known = replace(state, facts={**state.facts, **facts.told_by(heard)})
    if directory.load()[key].level != "municipal":
        is_asked = asked_about.is_only_whose(state.request)
        return _still(known, TellOffice(key, town, "place") if is_asked else Say("noted"), key)
    if town == state.facts.get("municipio"):
        return more(state, heard)
    return _still(known, TellWhose(key, town, state.asks_how), key)


def attends(state: State, heard: Heard) -> Decision | None:
    """Who attends it, where the words name it and no category of ours does: an office that takes
    none of them, or a subject of one that does."""
    is_long = len(heard.text.split()) > SHORT
    is_vague = heard.intent in offices.OPEN or agencies.is_of_permit(heard.text)
    is_other = heard.intent in request.GUIDED or (is_long and not is_vague)
    is_ours = heard.is_sure
    if (is_ours and is_other) or delicate.is_delicate(heard) or _tells_more(heard):
        return None
    key = _elsewhere(heard.text)
    if key is None:
        return None
    if _is_for_the_state(heard, key) and not state.refused_notice:
        return request.begin_apart(request.begin(state, heard, request.QUESTIONS[0]).state)
    told = TellWhose(key, offices.place(state, heard))
    is_asked = wording.is_question(heard) or state.refused_notice
    is_of_state = directory.load()[key].level == "estatal"
    is_permit = agencies.is_of_permit(heard.text) and not asked_about.is_wrong(heard.text)
    is_how = asked_about.how(heard) or is_permit
    is_how = is_how or (is_of_state and asked_about.is_of_a_procedure(heard.text))
    is_how = is_how and not state.refused_notice
    if is_of_state and not (is_how or is_asked):
        return _offered(state, heard, told)
    kept = replace(request.noting(state, heard), misses=0, asks_how=is_how)
    kept = replace(kept, facts={**state.facts, **facts.places_in(heard)})
    told = replace(told, asked=is_how)
    return asides.put(kept, told, f"{WHOSE}:{key}")


def more(state: State, heard: Heard) -> Decision | None:
    """Who was told who attends it and goes on telling wants more than to know where to go: whether
    a person is to see to it, with a folio, is asked. None if it is another matter, or talk."""
    is_grave = delicate.is_delicate(heard) and not heard.is_no_matter
    is_else = heard.command or heard.is_clear or is_grave or heard.move in NOTHING_MORE
    if not _is_told_whose(state) or is_else or wording.is_question(heard):
        return None
    return _offered(state, heard)


def _offered(state: State, heard: Heard, *told: Act) -> Decision:
    name = {"nombre": each} if (each := names.alone(heard) or names.with_phone(heard)) else {}
    known = {**state.facts, **facts.told_by(heard), **name}
    kept = replace(request.noting(state, heard), facts=known, misses=0, stage=Stage.second)
    kept = replace(kept, apart=request.QUESTIONS, told_in=heard.exchange_id)
    kept = replace(kept, with_folio=not (state.asks_how or asked_about.asks(heard)))
    if facts.CONTACT in known and not told:  # who leaves a telephone wants to be answered
        return request.begin_apart(kept)
    return Decision(kept, (*told, *pending.question(kept)))


def _is_told_whose(state: State) -> bool:
    return state.stage is Stage.idle and (state.aside or "").startswith(f"{WHOSE}:")


def let_be(state: State) -> State:
    """Something else is said than of what others attend."""
    return replace(state, request="") if _is_told_whose(state) else state


def _is_for_the_state(heard: Heard, key: str) -> bool:
    """«No dejan pasarle medicina al cereso»: what happened at an office of this State, and a person
    sees to it with a folio, is not only a question of where to go."""
    is_told = heard.meaning.ranking == excluded.QUESTION
    return is_told and directory.load()[key].level == "estatal" and not wording.is_question(heard)


def _elsewhere(text: str) -> str | None:
    if subject := agencies.of_subject(text):
        return subject
    plain = agencies.besides_passing(text)
    named = agencies.named(plain)
    is_others = named and directory.load()[named].level == "federal"
    return named if is_others and named not in _destinations() else None


def _tells_more(heard: Heard) -> bool:
    """Another sentence is surely about a matter of ours."""
    categories = catalogue.load().categories
    sure = (each for each in heard.parts if each.confidence >= heard.thresholds.sure)
    is_told = any(each.intent in categories and not _elsewhere(each.text) for each in sure)
    return is_told and not agencies.is_of_permit(heard.text)


@cache
def _destinations() -> frozenset[str]:
    takers = (each.destination for each in catalogue.load().categories.values())
    return frozenset(key for keys in takers for key in keys)

"""After the folio: what is said of the case registered last goes with it, and begins no other."""

import re
from dataclasses import replace

from bot.dialogue import (
    introduced,
    missing,
    of_the_case,
    standing,
)
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.after import Add, ExplainCase, OfferToAdd, TellState
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    awaited,
    background,
    called,
    continuing,
    facts,
    naming,
    of_its_own,
    saying,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Earlier, Stage, State
from handoff.rules.reasons import Reason

TALKED_OF = (Stage.about, Stage.notified, Stage.resolving)  # the folio in `State.folio`
ADDED = "added"  # the aside of it: a «sí» to our thanks chooses nothing
LONGEST_GREETING = 6  # words
LIKELY = 0.1  # chance of the matter of the case
FEWEST = 3  # words that may be more of the story
OF_HEALTH = ("salud_atencion", "salud_medicamentos", "discapacidad", "adultos_mayores")
CORRECTS = ("add", "correction", "contact")  # moves that are of it whatever they name
TELLS_MORE = ("detail", "since", "name", "solved")
SOON = 1  # priority of who cannot wait
_BUT = re.compile(
    r"\b(?:pero|aunque|todavia|otra vez|de nuevo|but|though"
    r"|volvi(?:o|eron) a (?!hab|prend|funcion|pon|serv|lleg|abr))\b"
)
# «Ya me la trajeron», of what others have done; not «ya me quedó claro».
_DONE = re.compile(
    r"\bya (?:(?:si|por fin|hoy|ayer) )?(?:(?:me|nos|les?|l[oa]s?|se) )+"
    r"(?!(?:dij|explic|aclar|inform|avis|contest|respond|regist|atend|pas)\w*|quedo)"
    r"\w+(?:aron|ieron|[ij]eron|io|o)\b"
)


def opened(state: State, folio: str, category: str) -> State:
    """It is the last one now; those before may still be talked of."""
    return replace(state, lately=folio, lately_about=category, earlier=_own(state))


def _own(state: State) -> dict[str, Earlier]:
    if state.lately is None:
        return {**state.earlier}
    return {**state.earlier, state.lately: Earlier(state.lately_about or "", state.there)}


def meant(state: State, heard: Heard) -> State:
    """With the open case that is talked of as the last one: «ya arreglaron el bache», of who asked
    for a scholarship after that. Two of a kind are not told apart by words."""
    is_free = state.stage in (Stage.idle, *TALKED_OF)
    if not (state.earlier and is_free and heard.text) or heard.command or heard.has_folio:
        return state
    own = _own(state)
    named = called.spoken_of(heard.text, (each.about for each in own.values()))
    likely = (heard.intent,) if heard.is_clear and heard.is_matter else named
    of_it = [folio for folio, case in own.items() if case.about in likely]
    at_hand = state.folio if state.stage in TALKED_OF else state.lately
    if len(of_it) != 1 or at_hand in of_it:
        return state
    [folio] = of_it
    case = own.pop(folio)
    now = replace(state, lately=folio, lately_about=case.about, there=case.there, earlier=own)
    now = replace(now, lately_told="")
    if state.stage is Stage.about:
        return replace(now, folio=folio, category=case.about)
    return replace(now, stage=Stage.idle, folio=None)


def sent(state: State, heard: Heard) -> Decision | None:
    """A photo of it, with or without words."""
    is_free = state.stage in (Stage.idle, Stage.about) and not state.waits_for_person
    is_one = heard.has_file and heard.file_kind == "file" and not heard.command
    if not (state.lately and is_free and is_one) or of_the_case.is_other(heard, state.lately_about):
        return None
    if wording.is_question(heard):
        return None
    folio = state.folio if state.stage is Stage.about and state.folio else state.lately
    return Decision(state, (Add(folio, heard.text, has_file=True),))


def decide(state: State, heard: Heard, folio: str | None, about: str | None) -> Decision | None:
    """`about`: the category of that folio. None if it is another matter, or talk."""
    if folio and state.stage in (Stage.idle, Stage.about) and of_the_case.leaves_no_contact(heard):
        return _without_contact(state, heard, folio)
    if not folio or not heard.text or heard.command or heard.has_folio:
        return None
    if waited := urgent(state, heard, about) or _overdue(state, heard, folio, about):
        return waited
    if of_the_case.is_of_it(heard, about):
        return of_the_case.added(state, heard, folio)
    if state.stage is Stage.second:  # there another matter was offered
        return _introduced(state, heard, folio)
    if good := _good_news(state, heard, folio, about):
        return good
    if _greets_with_it(heard, about):
        return _offered(state, heard, folio)
    is_apart = heard.is_matter and heard.intent != about and continuing.is_apart(heard.text)
    if heard.is_courtesy or is_apart:
        return None
    plain = standing.referred(state, heard, about) or _by_move(state, heard, folio, about)
    if plain := plain or standing.asked_besides(state, heard, about, folio):
        return plain
    return _likely(state, heard, folio, about)


def _overdue(state: State, heard: Heard, folio: str, about: str | None) -> Decision | None:
    is_else = of_the_case.is_other(heard, about) or standing.may_be_grave(heard)
    is_free = state.stage is not Stage.second and not is_else
    return _offered(state, heard, folio) if is_free and awaited.is_overdue(heard.text) else None


def _introduced(state: State, heard: Heard, folio: str) -> Decision | None:
    """«María Pérez»: the name is good for the next matter, too."""
    if (name := introduced.name(heard)) is None:
        return None
    return Decision(
        replace(state, facts={**state.facts, "nombre": name}), (Add(folio, heard.text),)
    )


def _greets_with_it(heard: Heard, about: str | None) -> bool:
    """«Buenos días, hoy otra vez no se paró, unidad 1123»: more than a greeting."""
    is_long = len(heard.text.split()) > LONGEST_GREETING and heard.intent == "saludo"
    return is_long and dict(heard.meaning.ranking).get(about or "", 0.0) >= LIKELY


def _by_move(state: State, heard: Heard, folio: str, about: str | None) -> Decision | None:
    """What it does, where that is plain; a matter told in so many words is none of it."""
    is_other = of_the_case.is_other(heard, about)
    if standing.may_be_grave(heard) or heard.is_in_unknown_language:
        return None
    is_of_it = heard.move in CORRECTS or (heard.move in TELLS_MORE and not is_other)
    if is_of_it or of_the_case.is_its_street(state, heard):
        return Decision(state, (Add(folio, heard.text),))
    is_place = heard.move == "place" and not (heard.is_matter and heard.is_sure)
    if is_place and not wording.is_question(heard):
        return _offered(state, heard, folio)
    return None


def _good_news(state: State, heard: Heard, folio: str, about: str | None) -> Decision | None:
    """Also along with thanks: «ya le depositaron hoy, gracias de todos modos»; not «ya», «gracias»,
    nor where something is still lacking."""
    plain = saying.bare(heard.text)
    is_thanked = heard.intent == "gracias" and _DONE.search(plain) is not None
    is_told = " " in plain and not heard.command and (heard.move == "solved" or is_thanked)
    is_left = _BUT.search(plain) or standing.may_be_grave(heard) or wording.is_question(heard)
    if not is_told or is_left or of_the_case.is_other(heard, about):
        return None
    return Decision(state, (Say("good_news"), Add(folio, heard.text)))


def _without_contact(state: State, heard: Heard, folio: str) -> Decision:
    """What holds then, of who left none; else a person sees that it is not wanted any more."""
    if facts.CONTACT in state.facts:
        return Decision(state, (Add(folio, heard.text),))
    return Decision(state, (ExplainCase("notified"),))


def urgent(state: State, heard: Heard, about: str | None) -> Decision | None:
    is_grave = about in OF_HEALTH and continuing.cannot_wait(heard.text)
    if not is_grave and not continuing.is_for_tonight(heard.text):
        return None
    said = Say("if_worse" if is_grave else "if_tonight")
    waiting = replace(state, waits_for_person=True)
    return Decision(waiting, (said, HandOver(Reason.delicate, SOON)))


def _likely(state: State, heard: Heard, folio: str, about: str | None) -> Decision | None:
    """What may be of the case, and is asked about."""
    is_matter = heard.is_clear and heard.is_matter
    is_same = heard.intent == about
    if is_matter and is_same and (asked := standing.of_the_same(state, heard)):
        return asked
    told = facts.told_by(heard)
    tells_where = any(name not in PERSONAL for name in told)
    if is_matter and is_same and not tells_where:
        return _offered(state, heard, folio, (heard.intent,))  # «no»: there may be two lamps
    if told and not tells_where and not (is_matter and heard.is_sure):
        return Decision(state, (Add(folio, heard.text),))
    if wording.is_name(heard) and (is_matter or not heard.is_clear):
        return _named(state, heard, folio)
    if continuing.is_of_its_course(heard.text) and wording.is_question(heard):
        return _offered(state, heard, folio)
    is_unheeded = is_matter and heard.intent == "queja_atencion" and "quej" not in heard.text
    is_more = continuing.continues(heard.text) or missing.is_death(heard.text)
    is_more = is_more or background.is_all(heard.text) or ways.has_tried(heard.text)
    is_more = is_more or (is_matter and (_is_doubtful(heard) or standing.is_reason(heard)))
    if (is_unheeded or is_more) and not (tells_where or _is_question(heard)):
        return _offered(state, heard, folio, (heard.intent,) if is_matter else ())
    if is_matter or (tells_where and heard.is_clear):
        return None
    return _offered(state, heard, folio) if tells_where else _unclear(state, heard, folio)


def _is_doubtful(heard: Heard) -> bool:
    """As a matter of its own; a grave one is rather heard once too often."""
    return of_its_own.chance(heard) < of_its_own.LIKELY and not standing.may_be_grave(heard)


def _named(state: State, heard: Heard, folio: str) -> Decision:
    """«Don Whitaker» is asked about: to a model it may be a matter."""
    if heard.is_sure and heard.is_matter:
        return _offered(state, heard, folio)
    return Decision(state, (Add(folio, heard.text),))


def _is_question(heard: Heard) -> bool:
    """«Y que es peligroso» asks nothing."""
    asks = "?" in heard.text or not continuing.tells_besides(heard.text)
    return asks and wording.is_question(heard)


def _offered(state: State, heard: Heard, folio: str, options: tuple[str, ...] = ()) -> Decision:
    """`options`: the matter that it is, if it is not of that folio. What is asked needs no yes to
    be."""
    if standing.is_no_addition(heard):
        return standing.answered(state, heard, folio)
    offering = replace(state, stage=Stage.offering, folio=folio, request=heard.text)
    offering = replace(offering, options=options, told_in=heard.exchange_id)
    is_still = awaited.is_still(heard.text)
    return Decision(offering, (TellState(folio, goes_on=True) if is_still else OfferToAdd(folio),))


def _unclear(state: State, heard: Heard, folio: str) -> Decision | None:
    """Not understood by itself, so it is likely about what was just talked of."""
    is_talk = heard.is_clear or heard.is_sure or naming.tells_nothing_yet(heard.text)
    if heard.is_in_unknown_language or is_talk:
        return None
    if asked := standing.asked_of_it(state, heard, folio):
        return asked
    if standing.may_be_grave(heard) or len(heard.text.split()) < FEWEST:
        return None
    return _offered(state, heard, folio)

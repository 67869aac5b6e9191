"""In the line for a person: what is told is added, what is asked is answered, one may leave."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.dialogue import (
    aftercare,
    anytime,
    collecting,
    company,
    guided,
    of_the_case,
    offices,
    pending,
    referring,
    request,
    standing,
    told_in_line,
    unregistered,
)
from bot.dialogue.acts import Act, LeaveQueue, Say, StillWaiting, TellStatus
from bot.dialogue.after import TellState
from bot.dialogue.consent import AcceptNotice, RefuseNotice
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import (
    continuing,
    facts,
    in_english,
    in_line,
    learnt,
    naming,
    questions,
    saying,
    typed,
    wording,
)
from bot.dialogue.reading.heard import NAMED, Heard
from bot.dialogue.state import PERSONAL, Stage, State
from bot.dialogue.within import OfferHere
from handoff.rules import catalogue

TELL_WAIT_AFTER = timedelta(minutes=3)
ASKS_WAIT = ("line", "term")  # moves: how the line stands
_says_here = saying.anywhere(
    r"\b(?:registr\w+|reportar\w*|levant\w+ (?:un |el )?reporte"
    r"|(?:(?:lo|la) (?:apunt|anot)[ae]n?|(?:apunt|anot)[ae]n?l[oa]))\b"
)
_GIVES_IT_UP = re.compile(
    r"\b(?:it|all|everything|report|todo|reporte|registro|cancel[ae]l[oa]|ya no importa"
    r"|dej[ae]l[oa]|olvid[ae]l[oa])\b"
)
ADDED_EACH = 4  # of so many messages in a row, one is told to be added
NOTED_EACH = 2  # the same, of those that tell who or where


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """Who is in danger stays: the one who writes «cancelar» may be somebody else."""
    if state.danger:
        return told_in_line.in_danger(state, heard)
    if beside := guided.beside(state, heard):
        return beside
    if state.lately and of_the_case.goes_with_it(heard, state.lately_about):
        return of_the_case.added(state, heard, state.lately)
    done = guided.helped(state, heard)
    if done := done or _registered(state, heard) or _gone(state, heard):
        return done
    if asked := offices.asked(state, heard):  # of another office; nothing else is asked of them
        return Decision(replace(state, asides=state.asides + 1), asked.acts[:1])
    if heard.is_courtesy and heard.intent == "gracias" and not wording.name_in(heard.text):
        return Decision(replace(state, asides=state.asides + 1), (Say("thanks"),))
    return _answered(state, heard) or _added(state, heard, situation)


def _gone(state: State, heard: Heard) -> Decision | None:
    """Out of the line; of who says good-bye or «ahorita vuelvo» the place is kept."""
    is_bye = in_line.says_goodbye(heard.text) or in_line.must_go(heard.text)
    if not is_bye and _wants_out(heard):
        return guided.kept(state) or _left(state, heard)
    if is_bye or (heard.means("despedida") and not heard.command):
        return Decision(replace(state, asides=state.asides + 1), (Say("goodbye_in_line"),))
    return None


def _left(state: State, heard: Heard) -> Decision:
    """Out of the line, with what was open; who gives it up or says good-bye is asked nothing."""
    is_lookup = state.stage in (Stage.folio, Stage.key)
    kept = state.afresh() if is_lookup else state
    left = replace(kept, waits_for_person=False, told_wait_at=None)
    if state.is_at_work and _GIVES_IT_UP.search(saying.bare(heard.text)):
        return Decision(left.afresh(), (LeaveQueue(), Say("not_registered")))
    if continuing.is_over(heard.text):
        return Decision(left.afresh(), (LeaveQueue(),))
    then = () if in_line.ends_with_goodbye(heard.text) else pending.question(left)
    return Decision(left, (LeaveQueue(), *then))


def _wants_out(heard: Heard) -> bool:
    leaves = heard.is_understood and heard.move == "leave" and heard.intent in ("cancelar", "negar")
    is_meant = not heard.command and (heard.means("cancelar") or leaves)
    return heard.command == typed.CANCEL or is_meant or in_line.leaves(heard.text)


def _registered(state: State, heard: Heard) -> Decision | None:
    """Who waits may have it registered all the same: the place in the line stays theirs."""
    here = replace(state, waits_for_person=False, told_wait_at=None, added=0, misses=0)
    if state.stage is Stage.second and state.apart:
        if heard.agrees:
            return request.begin_apart(replace(here, stage=Stage.idle))
        if _wants_it_here(heard) and not wording.is_question(heard):
            return request.begin_apart(replace(told_in_line.more(here, heard), stage=Stage.idle))
        if heard.declines:
            declined = replace(state, stage=Stage.idle, apart=())
            return Decision(declined, (StillWaiting(asked=True),))
    if state.stage is Stage.way and heard.command == typed.SEND:
        return referring.decide(here, heard)
    goes_on = heard.command == typed.GO_ON or company.goes_on(heard.text)
    goes_on = goes_on or (heard.agrees and state.aside == request.OFFERED_HERE)
    if state.is_at_work and goes_on:
        return Decision(here, pending.question(here))
    if state.aside == request.OFFERED_HERE and _answers(state, heard):
        return collecting.collect(here, heard)
    key = _matter(state, heard)
    if key and _wants_it_here(heard):
        return request.begin(replace(here, stage=Stage.idle, asking=None, apart=()), heard, key)
    if state.lately or state.refused_notice or heard.entity("telefono"):
        return None
    return told_in_line.registered(here, heard) if told_in_line.is_wished(state, heard) else None


def _wants_it_here(heard: Heard) -> bool:
    return _says_here(heard.text) or in_line.wants_folio(heard.text)


def _answers(state: State, heard: Heard) -> bool:
    """Who was not understood, and now tells what was asked, or where it is: no person is needed."""
    if state.stage is not Stage.collecting or heard.command:
        return False
    told = facts.told_by(heard, request.category_of(state))
    is_told = state.asking == "nombre" and wording.is_name(heard)
    is_told = is_told or (heard.withholds and state.asking in PERSONAL)  # «no uso», of a phone
    return is_told or state.asking in told or any(name in facts.PLACES for name in told)


def _matter(state: State, heard: Heard) -> str | None:
    """What a message tells plainly, that can be registered in a form."""
    of_it = request.GUIDED if state.lately_about in request.DELICATE else request.DELICATE
    told = (*of_it, *request.QUESTIONS, state.lately_about)  # «nos da miedo denunciar»
    is_matter = heard.is_matter and heard.intent not in told and not told_in_line.is_where(heard)
    is_long = len(heard.text.split()) >= told_in_line.LEAST
    is_plain = is_matter and is_long and heard.is_clear and not state.refused_notice
    is_guess = in_english.is_only_guessed(heard.intent, heard.text)
    return heard.intent if is_plain and not is_guess else None


def _answered(state: State, heard: Heard) -> Decision | None:
    """What can be told without leaving the line."""
    folio, key = heard.entity("folio") or state.folio, heard.entity("clave")
    if folio and key:
        return Decision(replace(state, folio=folio), (TellStatus(folio, key),))
    asks_hours = heard.move == "hours" and wording.is_question(heard)
    match typed.HOURS if asks_hours else heard.command:  # by a command, or in other words
        case typed.HOURS:
            return Decision(state, anytime.hours(State(), heard).acts)
        case typed.NOTICE:
            return Decision(state, (anytime.TOLD[typed.NOTICE],))
        case typed.REFUSE_NOTICE:
            return Decision(_still(state.unregistered(), state), (RefuseNotice(opens=False),))
        case typed.WITHDRAW:
            withdrawn = unregistered.withdraw(state, heard)
            return replace(withdrawn, state=_still(withdrawn.state, state))
        case typed.ACCEPT_NOTICE if state.refused_notice:
            return Decision(replace(state, refused_notice=False), (AcceptNotice(),))
        case _ if words := told_in_line.met(state, heard):
            return Decision(replace(state, asides=state.asides + 1), (Say(words),))
        case _ if (topic := _topic(heard)) and _is_told(state, topic):
            return aftercare.explained(state, heard, topic)
        case None if state.lately and heard.means(standing.FOLLOW):
            return Decision(state, (TellState(state.lately),))
        case _:
            return None


def _still(state: State, before: State) -> State:
    """In the line all the same."""
    waiting = replace(state.with_cases_of(before), waits_for_person=True)
    return replace(waiting, told_wait_at=before.told_wait_at)


def _topic(heard: Heard) -> str | None:
    meant = learnt.topic(heard)
    is_sure = meant not in questions.OF_DISCRETION or heard.is_no_matter
    return questions.whole(heard.text) or (meant if is_sure else None)


def _is_told(state: State, topic: str) -> bool:
    """What comes of it, and when, may be asked of the line, too."""
    is_of_case = state.lately is not None and topic in ("unheeded", "whose")
    return is_of_case or topic not in questions.OF_ITS_COURSE


def _added(state: State, heard: Heard, situation: Situation) -> Decision:
    """How the line stands, once in a while and to who asks; of the rest, not each is answered, but
    for who and where it is."""
    if state.aside == request.OFFERED_HERE:
        state = replace(state, asides=state.asides + 1)  # it stays offered
    told = state.told_wait_at
    is_told = told is not None and situation.now - told < TELL_WAIT_AFTER
    if state.stage is Stage.idle and not state.lately:
        state = told_in_line.kept(state, heard)
    key = _matter(state, heard)
    if key and (state.stage is Stage.idle or key == state.category):
        waiting = replace(state, told_wait_at=told if is_told else situation.now, added=0)
        return _offered(waiting, heard, key, StillWaiting(again=is_told))
    if state.stage is Stage.second:  # more of what was offered
        state = told_in_line.more(state, heard)
    is_call = naming.only_calls(heard.text) or naming.only_greets(heard.text)
    asks_wait = is_call or in_line.asks_wait(heard.text) or heard.move in ASKS_WAIT
    asks = wording.is_question(heard) or asks_wait or _topic(heard)
    if heard.entity("telefono") and not asks:
        return Decision(state, (Say("phone_noted"),))
    if asks or heard.command == typed.PERSON or not is_told:
        waiting = replace(state, told_wait_at=situation.now, added=0)
        return Decision(waiting, (StillWaiting(asked=asks_wait), *_way_back(state)))
    added = replace(state, added=state.added + 1)
    if state.added % ADDED_EACH == 0 or heard.has_file:
        return Decision(added, (StillWaiting(again=True),))
    tells_where = facts.places_in(heard) or heard.move in NAMED
    return Decision(added, (Say("noted"),) if tells_where and state.added % NOTED_EACH else ())


def _offered(state: State, heard: Heard, key: str, added: StillWaiting) -> Decision:
    """Out of hours above all: what was told need not wait for a person to have its folio."""
    if state.is_at_work:
        return Decision(state, (added, *_way_back(state)))
    told = {**state.facts, **facts.told_by(heard, catalogue.load().categories[key])}
    offered = replace(state, stage=Stage.second, apart=(key,), facts=told)
    offered = replace(request.noting(offered, heard), told_in=heard.exchange_id)
    return Decision(offered, (added, OfferHere(key)))


def _way_back(state: State) -> tuple[Act, ...]:
    """Not beside violence, or somebody missing; «seguir» does it all the same."""
    is_grave = state.lately_about in request.DELICATE
    return (OfferHere(),) if state.stage in request.FORM and not is_grave else ()

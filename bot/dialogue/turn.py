"""One turn: danger to life first, then who owns the conversation, then what was asked."""

from dataclasses import replace

from bot.dialogue import (
    additions,
    aftercare,
    agreed,
    alarms,
    anytime,
    asides,
    asked_too,
    beyond,
    case_meant,
    choosing,
    claimed,
    collecting,
    confirmation,
    contact,
    danger,
    delicate,
    disowned,
    fears,
    frame,
    guesses,
    lately,
    meant,
    missing,
    misunderstanding,
    offered,
    offices,
    only_asked,
    opening,
    others,
    pending,
    person_too,
    pieces,
    procedures,
    rating,
    reacting,
    referring,
    request,
    standing,
    status,
    talk,
    there,
    threats,
    unanswered,
    unlikely,
    unread,
    unregistered,
    untold,
    waiting,
    yes_or_no,
)
from bot.dialogue.acts import GotFile, OtherLanguage, Say
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import (
    accused,
    bearers,
    in_case,
    irony,
    languages,
    marked,
    names,
    streets,
    typed,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.store.models import Owner

# What may be said at any moment, whatever was asked: the first that has an answer gives it.
BESIDE = (
    anytime.taken_up,
    person_too.unheard,
    case_meant.which,
    agreed.decide,
    choosing.rather,
    status.told_in_form,
    there.decide,
    disowned.decide,
    others.asked,
    offices.asked,
    standing.lost_key,
    only_asked.decide,
    procedures.answered,
    asides.decide,
    claimed.answer,
    unregistered.withheld,
    unregistered.without_folio,
    beyond.decide,
    anytime.interruption,
    lately.sent,
)


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """What the bot does about one message, and in which language."""
    language = heard.language(state.language)
    if language != state.language:  # what was not understood was said in the other one
        state = replace(state, misses=0)
    decision = _decided(state, heard, situation)
    decision = frame.in_language(state, decision, language, has_notice=situation.has_notice)
    after = decision.state
    if (after.aside, after.asides) == (state.aside, state.asides):  # something else was said
        is_idle = after.stage is Stage.idle and after.request == state.request
        after = replace(others.let_be(after) if is_idle else after, aside=None, asides=0)
    return replace(decision, state=after)


def _decided(state: State, heard: Heard, situation: Situation) -> Decision:
    heard = irony.as_it_is(missing.as_it_is(meant.as_it_is(state, heard)))
    is_doubtful = heard.meaning.urgent.is_guessed and threats.is_taken_back(state, heard)
    if alarms.is_raised(state, heard) and not is_doubtful:
        return frame.with_warning(state, heard, danger.decide(state, heard, situation))
    state = untold.unnamed(lately.meant(disowned.let_go(state, heard.text), heard), heard.text)
    heard = guesses.as_it_is(state, unlikely.as_it_is(state, accused.without(state, heard)))
    is_silent = heard.asks_nothing or situation.owner in (Owner.analyst, Owner.closed)
    if pressed := rating.pressed(state, heard) or (Decision(state) if is_silent else None):
        return pressed
    if pressed := aftercare.pressed(state, heard) or pieces.hold(state, heard):
        return pressed
    if said := guesses.taken_back(state, heard) or fears.decide(state, heard):
        return said
    take = waiting.decide if state.waits_for_person else _turn
    is_plain = bool(heard.command) or _is_plain_answer(state, heard)
    grave = None if is_plain else delicate.decide(state, heard)
    grave = grave or threats.taken_back(state, heard)
    taken = grave or unanswered.enough(state, take(state, heard, situation))
    taken = frame.with_contact(state, threats.seen_by_a_person(state, heard, taken))
    taken = frame.with_lookup(state, heard, frame.with_warning(state, heard, taken))
    taken = frame.with_kind_word(state, heard, frame.with_condolence(state, heard, taken))
    taken = frame.without_asking(state, frame.without_person(state, heard, taken))
    decision = frame.with_offer(frame.with_read(taken))
    return decision if situation.has_notice else frame.with_notice(heard, decision)


def _turn(state: State, heard: Heard, situation: Situation) -> Decision:
    if about_contact := contact.decide(state, heard):
        return about_contact
    if called := person_too.decide(state, heard, lambda rest: _turn(state, rest, situation)):
        return called
    if in_case.asks(heard.text):
        return asides.put(state, Say("in_case"), "in_case")
    decision = _answered(replace(state, shared_phone=None), heard, situation)
    if heard.has_file and heard.text:
        return replace(decision, acts=(GotFile("with_words"), *decision.acts))
    return decision


def _answered(state: State, heard: Heard, situation: Situation) -> Decision:
    if _is_plain_answer(state, heard):
        answers = collecting.collect if state.stage is Stage.collecting else confirmation.confirm
        return asked_too.answered(state, heard, answers(state, heard))
    if heard.is_in_unknown_language:
        return request.missed(state, OtherLanguage())
    for decide_beside in BESIDE:
        if beside := decide_beside(state, heard):
            return asked_too.with_answer(state, heard, beside)
    if heard.is_button and not pending.fits(state, heard):
        asked = pending.question(state) or (Say("what_is_it"),)
        return Decision(state, (Say("stale_button"), *asked))
    if said := unread.said(heard):
        opens = Say("anything_else" if state.lately else "what_is_it")
        return Decision(state, (said, *(pending.question(state) or (opens,))))
    if answered := aftercare.asked(state, heard) or aftercare.answer(state, heard):
        return asked_too.with_reason(state, heard, answered)
    if state.stage is Stage.second and heard.is_courtesy:
        return _offered(state, heard, situation)
    if _is_courtesy(state, heard):
        return only_asked.thanked(state, heard) or asides.courtesy(state, heard)
    decision = _denied(state, heard, situation) or yes_or_no.decide(state, heard)
    decision = decision or _in_stage(state, heard, situation)
    return asked_too.answered(state, heard, decision)


def _is_courtesy(state: State, heard: Heard) -> bool:
    """In the middle of something; «Irma Lizárraga» is none."""
    is_one = state.stage not in AT_EASE and heard.is_courtesy and not heard.command
    is_one = is_one and heard.move not in reacting.TOLD and not any(map(str.isdigit, heard.text))
    is_asked = state.stage in (*request.FORM, Stage.choosing)
    is_yes = state.stage is Stage.confirming and additions.is_mere(heard.text)
    return is_one and not is_yes and not (is_asked and names.is_told(heard))


def _is_plain_answer(state: State, heard: Heard) -> bool:
    """Whatever else its words resemble."""
    is_form = state.stage in (Stage.collecting, Stage.confirming)
    if heard.command or not is_form or languages.wanted(heard.text):
        return False
    if pending.is_correction(state, heard):
        return True
    if state.asking == "nombre" and (wording.is_name(heard) or bearers.is_told(heard.text)):
        return True
    if state.asking == "calle" and streets.is_ordinal(heard.text):
        return True
    is_told = any(marked.is_answer(heard, each) for each in (state.asking or "", "nombre"))
    return is_told and heard.move not in ("wait", "withhold")


def _denied(state: State, heard: Heard, situation: Situation) -> Decision | None:
    """«No, es otra cosa: no hay agua»: heard as if it were the first message. None if it is not
    said, or may be about a fact only: «no es eso, es la calle Nayarit»."""
    is_other = heard.is_clear and heard.is_matter and heard.intent != state.category
    denial, other = typed.denial(heard.text), heard.intent if is_other else None
    if not state.told_in or denial is None or (denial == typed.NOT_THAT and other is None):
        return None
    decision = opening.decide(misunderstanding.start_again(state), heard, situation)
    return replace(decision, acts=(*misunderstanding.noted(state, other), *decision.acts))


def _in_stage(state: State, heard: Heard, situation: Situation) -> Decision:
    match state.stage:
        case Stage.collecting if not heard.command and (strayed := talk.astray(state, heard)):
            return strayed
        case Stage.collecting:
            told = collecting.collect(state, heard)
            return replace(told, state=untold.with_folio_as_written(state, heard, told.state))
        case Stage.confirming:
            return confirmation.confirm(state, heard)
        case Stage.correcting:
            return confirmation.correct(state, heard)
        case Stage.folio | Stage.key:
            return status.decide(state, heard)
        case Stage.choosing:
            return choosing.decide(state, heard) or _chosen_besides(state, heard, situation)
        case Stage.second:
            return _offered(state, heard, situation)
        case Stage.way | Stage.told:
            done = referring.decide(state, heard)
            return done or offered.still(state, opening.decide(state.afresh(), heard, situation))
        case _:
            return opening.decide(state, heard, situation)


def _chosen_besides(state: State, heard: Heard, situation: Situation) -> Decision:
    """Another matter, or talk: after that the same question stands."""
    decision = opening.opened(choosing.given_up(state), heard, situation)
    return choosing.still(state, decision) if decision else choosing.unresolved(state, heard)


def _offered(state: State, heard: Heard, situation: Situation) -> Decision:
    """Whether the other matter is to be registered too; anything else lets it be."""
    if answered := offered.answer(state, heard):
        return answered
    return offered.still(state, opening.decide(offered.let_be(state, heard), heard, situation))

"""Danger to life: answered first, in every state, by the 9-1-1 line and a person."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import (
    company,
    crimes,
    despair,
    harm,
    mishaps,
    perils,
    pleas,
    request,
    told_in_danger,
    vitals,
)
from bot.dialogue.acts import Act, AskIfSafe, HandOver, Safety
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, PERSONAL, Stage, State
from handoff.rules.reasons import Reason
from handoff.store.models import Owner
from nlu import text as spelling

BEYOND_DOUBT = 0.85  # score of an alarm; two names of people after a cry stay below
SURELY = 0.94  # score of an alarm by likeness that is as good as a rule's
NAME_WORDS = range(2, 6)
FEW = 4  # words of a plea alone
REPEAT_AFTER = timedelta(minutes=10)
AGAIN = "again"  # the aside that the line was
CRY = "pide auxilio"  # the reason of an alarm for words that call for help, whatever for


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """While a person attends, only the line is shown: the rest is theirs to say."""
    told = state.danger_at
    again = told is not None and situation.now - told < REPEAT_AFTER
    remembered = replace(
        state,
        danger=_kind(state, heard, again=again),
        danger_at=told if again else situation.now,
        waits_for_person=True,
        doubtful=False,
        guessed=_is_guessed(heard) and (state.guessed or not again),
        placed=company.is_placed(state if again else replace(state, placed=False), heard),
        calm=0,
    )
    if remembered.danger == perils.SELF_HARM and state.stage in AT_EASE:
        remembered = told_in_danger.with_matter_for_later(remembered, heard)
    is_passing = remembered.danger in (perils.ANY, perils.THREAT)
    if is_passing and state.stage in AT_EASE and not again:
        remembered = told_in_danger.with_words(remembered, heard)
        remembered = told_in_danger.with_doubt(remembered, heard)
    if remembered.danger == perils.HELPLESS and state.stage in AT_EASE and not again:
        remembered = replace(remembered, request=heard.text, told_in=heard.exchange_id)
    is_of_it = remembered.guessed or vitals.are_without_power(state, heard.text)
    if state.stage in request.FORM and is_of_it:  # it may be of what is asked for
        remembered = request.noting(remembered, heard)
    answer = _answer(remembered, state.danger, heard, situation.owner, again=again)
    return replace(answer, acts=(*answer.acts, *_alert(situation)))


def _is_guessed(heard: Heard) -> bool:
    """No rule calls it danger, nor is it very like one."""
    alarm = heard.meaning.urgent
    is_like_one = alarm.is_guessed
    return is_like_one and alarm.score < SURELY and not perils.is_told(heard.text)


def _kind(state: State, heard: Heard, *, again: bool) -> str:
    """What was told first holds for a while, until it is told more exactly."""
    is_plea = pleas.topic(heard.text) and len(heard.text.split()) <= FEW  # «no puedo hablar»
    if _is_of_own_life(state, heard):
        return perils.SELF_HARM  # whatever befell them before
    if again and state.danger and (is_plea or state.danger != perils.ANY):
        return state.danger
    kind = perils.kind(heard)
    if kind == perils.ANY and is_of_violence_told(state):
        return perils.VIOLENCE
    # «Y no habla», of who fell: likeness to despair makes no suicide of what is told already.
    is_guess = kind == perils.SELF_HARM and not perils.is_said_of_own_hand(heard)
    return perils.ANY if again and is_guess else kind


def _is_of_own_life(state: State, heard: Heard) -> bool:
    """Of whom they told before, «tiene la pistola en la mano» is said."""
    if state.danger == perils.ANOTHER and not perils.OWN.search(saying.bare(heard.text)):
        return False
    is_said = heard.meaning.urgent.reason == perils.SUICIDE or despair.is_told(heard.text)
    return is_said and perils.kind(heard) == perils.SELF_HARM


def is_of_violence_told(state: State) -> bool:
    """By somebody near: who told it waits for a person."""
    return state.waits_for_person and state.lately_about in harm.AT_HOME


def _answer(
    state: State, before: str | None, heard: Heard, owner: Owner, *, again: bool
) -> Decision:
    kind = state.danger or perils.ANY
    is_hurt = kind == perils.SELF_HARM and despair.is_done(heard.text)
    if owner in (Owner.analyst, Owner.closed):
        return Decision(state, () if again else (Safety(),))
    if is_hurt and not (again and state.aside == perils.HURT):
        told = replace(state, added=0, aside=perils.HURT, asides=state.asides + 1)
        return Decision(told, (Safety(), AskIfSafe(perils.HURT)))
    if not again and kind == perils.ANY and crimes.is_of_every_night(heard.text):
        return company.asked_if_now(replace(state, added=0))
    if not again:
        matter = None if kind == perils.MISSING else harm.told(heard)  # it is asked with its guide
        guide = (harm.guide(matter, heard.text),) if matter else ()
        return Decision(replace(state, added=0), (Safety(), *guide, _asked(kind, heard)))
    if kind not in (before, perils.ANY):
        return Decision(state, (Safety(), AskIfSafe(kind)))  # another danger
    if kind == perils.SELF_HARM:
        return _beside_despair(state, heard)
    if company.about(heard):  # «no puedo llamar» sounds like danger
        return company.answered(state, heard, kind)
    if state.called and kind == perils.ANY:
        return company.beside(state, heard, kind)
    times = state.asides + 1 if state.aside == AGAIN else 1
    said = Safety(again=True, in_other_words=times % 2 == 0)
    return Decision(replace(state, aside=AGAIN, asides=times), (said,))


def _beside_despair(state: State, heard: Heard) -> Decision:
    """The line every time, with words that differ; for another danger, what to do about that."""
    other, alarm = perils.kind(heard), heard.meaning.urgent
    is_named = alarm.value and not alarm.is_guessed
    if is_named and other != perils.SELF_HARM:
        return Decision(state, (Safety(), _asked(other, heard)))
    said = company.answered(state, heard, perils.SELF_HARM)
    if company.about(heard) and not (alarm.value or despair.is_near(heard.text)):
        return said  # «ya hablé al 911 y no contestan»
    line = Safety(again=True, in_other_words=state.added % 2 == 1)
    return replace(said, acts=(line, *said.acts))


def _asked(kind: str, heard: Heard) -> AskIfSafe:
    if kind != perils.ANY:
        return AskIfSafe(kind)
    if mishaps.is_swallowed(heard.text):
        return AskIfSafe(perils.SWALLOWED)
    return AskIfSafe(perils.BODY if perils.is_of_a_body(heard) else kind)


def _alert(situation: Situation) -> tuple[Act, ...]:
    """A closed conversation cannot be taken: there is nobody to hand it over to."""
    return () if situation.owner is Owner.closed else (HandOver(Reason.danger, 0),)


def is_only_a_name(state: State, heard: Heard) -> bool:
    """«Socorro López», «Socorro, 622 155 7788», when we have asked who writes, or their phone;
    unless the alarm has another reason, or is beyond doubt: «Socorro Fuego»."""
    asked = PERSONAL if heard.entity("telefono") else ("nombre",)
    is_asked = state.stage is Stage.collecting and state.asking in asked and not state.danger
    alarm = heard.meaning.urgent
    is_cry = alarm.reason == CRY and alarm.score < BEYOND_DOUBT
    if not (is_asked and is_cry):
        return False
    rest = wording.unshaped(heard).strip(" .,;:-")
    return _is_name(rest) or (rest == "Socorro" and heard.entity("telefono") is not None)


def _is_name(text: str) -> bool:
    """Two words or more: «Socorro López», «socorro lópez». In all capitals it may be a cry."""
    words = spelling.fold(text.strip(" .")).split()
    if text.isupper() or len(words) not in NAME_WORDS or wording.NOT_NAMES & {*words}:
        return False
    return bool(wording.WHOLE_NAME.fullmatch(text.strip(" ."))) or words[-1].endswith("ez")

"""What stands around the answer of a turn: the welcome before it, a question left open after it."""

import re
from dataclasses import replace
from typing import get_args

from bot.dialogue import harm, mishaps, missing, procedures, request, status, whose
from bot.dialogue.acts import (
    Accompany,
    Act,
    AskWhich,
    Guide,
    HandOver,
    Rephrase,
    Safety,
    Say,
    Welcome,
)
from bot.dialogue.after import Aftercare, AskIfRead, ExplainCase
from bot.dialogue.consent import ShowNotice
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact, TellOffice
from bot.dialogue.reading import (
    asked,
    continuing,
    in_line,
    only_asks,
    questions,
    saying,
    troubles,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import DELICATE
from bot.dialogue.state import AT_EASE, Stage, State
from bot.dialogue.within import OfferAlso
from handoff.rules.reasons import Reason

COURTESIES = (Say("thanks"), Say("farewell"), Say("rated_thanks"), Say("good_news"))
_UPSET = Say("insult")
_KIND = (Say("condolence"), _UPSET)
OFFERED = "question"  # the aside: a person, whom «ok» calls
_OFFERS = (Say("question"), Say("offer_person"))
_ASKING = ("address", "call", "free", "hours", "papers", "term", "who", "whose")  # moves
_REFUSES = re.compile(r"no (?:gracias|thanks?|no|es para tanto|hace falta)\b")
SMALL = tuple({*get_args(Aftercare)} - {ExplainCase})


def with_read(decision: Decision) -> Decision:
    """Once nothing else is open, whether what was read meanwhile is solved."""
    state = decision.state
    if state.read is None or state.stage is not Stage.idle or state.waits_for_person:
        return decision
    acts = (*decision.acts, AskIfRead(state.read))
    return Decision(replace(state, read=None), acts)


def with_offer(decision: Decision) -> Decision:
    """Where nothing else is asked, a «sí» is to the person that was offered."""
    state = decision.state
    is_offered = any(act in _OFFERS for act in decision.acts)
    is_free = state.stage is Stage.idle and not (state.waits_for_person or state.aside)
    if not (is_offered and is_free):
        return decision
    return replace(decision, state=replace(state, aside=OFFERED, asides=1))


def without_person(state: State, heard: Heard, decision: Decision) -> Decision:
    """Who wants none, or has refused the one that was offered, is offered none again."""
    kind, is_told = (state.aside or "").partition(":")[0], state.stage is Stage.told
    is_offered = kind in (*asked.KINDS, OFFERED, "whose")
    is_offered = is_offered or (is_told and procedures.is_asked(state))
    is_offered = is_offered or _is_to_be_answered(state)
    is_refused = in_line.wants_nobody(heard.text) or (is_offered and _refuses(heard))
    now = decision.state
    is_missed = HandOver(Reason.not_understood, 2) in decision.acts and state.no_person
    if now.waits_for_person and is_missed:
        now = replace(now, waits_for_person=False, misses=0)
        return Decision(now, (Say("thanks" if _refuses(heard) else "not_known"),))
    if now.waits_for_person or not (state.no_person or is_refused):
        return decision
    if _is_to_be_answered(now):
        now = replace(now, stage=Stage.idle, apart=())
    left = tuple(each for each in map(_unoffered, decision.acts) if each)
    if left == (Rephrase(),) and wording.is_question(heard):
        left = (Say("not_known"),)
    asks = wording.is_question(heard) or only_asks.to_know(heard.text) or heard.move in _ASKING
    is_over = is_refused and not asks
    said = left or (Say("thanks" if is_over else "not_known"),) if decision.acts else ()
    return Decision(replace(now, no_person=True), said)


def _is_to_be_answered(state: State) -> bool:
    """By a person, if they wish."""
    is_asked = state.stage is Stage.second and not state.with_folio
    return is_asked and state.apart == request.QUESTIONS


def _refuses(heard: Heard) -> bool:
    is_plain = heard.move == "decline" and heard.is_no_matter
    is_no = heard.declines or is_plain or bool(_REFUSES.match(saying.bare(heard.text)))
    return is_no and not questions.whole(heard.text)  # «entonces no es con ustedes»


def _unoffered(act: Act) -> Act | None:
    if isinstance(act, TellOffice):
        return replace(act, offers=False)
    return None if act in _OFFERS or act == OfferAlso(request.QUESTIONS[0]) else act


def with_warning(state: State, heard: Heard, decision: Decision) -> Decision:
    """Of wires that lie about, once: to keep away comes before who mends them."""
    is_told = mishaps.is_downed(state.request) or state.waits_for_person
    if is_told or not mishaps.is_downed(heard.text) or not decision.acts:
        return decision
    first = 1 if isinstance(decision.acts[0], Safety) else 0
    acts = (*decision.acts[:first], Say("keep_away"), *decision.acts[first:])
    return replace(decision, acts=acts)


def with_contact(state: State, decision: Decision) -> Decision:
    """Whoever attends it can be called, once it is told where it is."""
    now = decision.state
    is_told = (
        state.stage is Stage.collecting and "municipio" in now.facts.keys() - state.facts.keys()
    )
    is_open = (
        now.stage in request.FORM and now.category == state.category and not now.waits_for_person
    )
    if not (is_told and is_open) or ways.needs_no_contact(now.request):
        return decision
    if whose.has_contact(state) or not whose.has_contact(now):
        return decision
    *rest, question = decision.acts
    told = TellContact(now.category or "", now.facts["municipio"])
    return replace(decision, acts=(*rest, told, question))


def with_lookup(state: State, heard: Heard, decision: Decision) -> Decision:
    """Who begins with what they told before may look that up instead: «no me resuelven lo del
    drenaje»."""
    begun = decision.state
    is_begun = state.stage in AT_EASE and begun.stage in (Stage.collecting, Stage.way)
    is_ours = begun.category in (*request.GUIDED, request.COMPLAINT)
    if not is_begun or is_ours or state.lately or not continuing.may_have_folio(heard.text):
        return decision
    said = replace(begun, aside=status.LOOKUP, asides=1)
    return replace(decision, state=said, acts=(Say(status.LOOKUP), *decision.acts))


def with_condolence(state: State, heard: Heard, decision: Decision) -> Decision:
    """Once, to who begins by telling of a death, or tells it while something is open; a guide has
    words of its own."""
    told_before = missing.is_grief(state.request) or missing.is_killed(state.request)
    is_open = state.stage in (*request.FORM, Stage.adding, Stage.offering) and not told_before
    is_first = (state.stage in AT_EASE or is_open) and not state.waits_for_person
    is_guided = any(isinstance(act, Guide) and act.category in DELICATE for act in decision.acts)
    is_grief = missing.is_grief(heard.text) and not harm.is_long_ago(heard.text)
    is_grief = is_grief or missing.is_killed(heard.text)
    if not (is_first and is_grief and decision.acts) or is_guided:
        return decision
    return replace(decision, acts=(Say("condolence"), *_unless_unclear(decision)))


def with_kind_word(state: State, heard: Heard, decision: Decision) -> Decision:
    """Once in a conversation, to who tells what weighs on them; a guide, and what is said to anger
    or to grief, have words of their own."""
    has_own = any(isinstance(act, Guide) or act in _KIND for act in decision.acts)
    is_free = not (state.consoled or state.waits_for_person or heard.command)
    if not (is_free and decision.acts and troubles.are_told(heard.text)) or has_own:
        return decision
    consoled = replace(decision.state, consoled=True)
    return Decision(consoled, (Say("sorry"), *_unless_unclear(decision)))


def without_asking(state: State, decision: Decision) -> Decision:
    """Who is upset and has told it all is not asked what happened."""
    is_told = (state.is_at_work and state.request) or state.lately
    told = (Say("upset") if act == _UPSET and is_told else act for act in decision.acts)
    return replace(decision, acts=tuple(told))


def _unless_unclear(decision: Decision) -> tuple[Act, ...]:
    """Nobody is told then that they were not understood: a person is offered."""
    asked = tuple(act for act in decision.acts if act != Rephrase())
    is_unclear = asked != decision.acts or any(isinstance(act, AskWhich) for act in asked)
    return (Say("offer_person"), *asked) if is_unclear else asked


def in_language(
    state: State, decision: Decision, language: str | None, *, has_notice: bool
) -> Decision:
    """From here on. Who was given the notice in the other one has it in this too, in short, once,
    where it does not stand before what matters more."""
    is_given = any(isinstance(act, Welcome | ShowNotice) for act in decision.acts)
    spoken = language or ""
    had_other = bool(state.noticed) or (language is not None and state.language is None)
    is_due = has_notice and had_other and spoken not in state.noticed and not state.refused_notice
    if is_due and not (is_given or _comes_before_notice(decision)):
        first = decision.acts[0]
        at = len(decision.acts) if isinstance(first, Guide) and _helps_first(first) else 0
        acts = (*decision.acts[:at], ShowNotice(short=True), *decision.acts[at:])
        decision = replace(decision, acts=acts)
        is_given = True
    noticed = tuple(sorted({*state.noticed, spoken})) if is_given else state.noticed
    return replace(decision, state=replace(decision.state, language=language, noticed=noticed))


def with_notice(heard: Heard, decision: Decision) -> Decision:
    """Who we are and the notice come before anything else, but for danger and mere courtesies.
    Who tells of violence, of a threat, or of somebody missing, reads what helps before the
    notice; who was in danger a moment ago is not welcomed any more."""
    is_welcome = any(isinstance(act, Welcome) for act in decision.acts)
    if _is_taken_up(decision):
        return replace(decision, acts=(*decision.acts[:1], ShowNotice(), *decision.acts[1:]))
    if is_welcome or _comes_before_notice(decision) or _says_nothing(heard, decision):
        return decision
    rest = tuple(act for act in decision.acts if act != ShowNotice())  # the welcome holds it
    if decision.state.danger_at is not None and rest:
        return replace(decision, acts=(ShowNotice(), *rest))
    if rest and isinstance(rest[0], Guide) and _helps_first(rest[0]):
        return replace(decision, acts=(*rest, ShowNotice()))
    return replace(decision, acts=(Welcome(opens=not rest), *rest))


def _comes_before_notice(decision: Decision) -> bool:
    """Danger, and mere courtesies."""
    is_small = all(act in COURTESIES or isinstance(act, SMALL) for act in decision.acts)
    is_beside = any(isinstance(act, Accompany) for act in decision.acts)
    return bool(decision.state.danger) or is_beside or is_small


def _is_taken_up(decision: Decision) -> bool:
    """There was no danger, and what was told is asked about: the notice comes before that."""
    is_denied = isinstance(decision.acts[0], Accompany) if decision.acts else False
    return is_denied and decision.state.is_at_work and not decision.state.waits_for_person


def _helps_first(guide: Guide) -> bool:
    is_beside = guide.of == harm.MOURNING
    return (guide.category in DELICATE and not is_beside) or guide.of == harm.BY_THREAT


def _says_nothing(heard: Heard, decision: Decision) -> bool:
    """«Asdkjh» is asked to say it otherwise; the notice comes with what there is to keep."""
    is_random = len(heard.text.split()) == 1 or wording.typed_at_random(heard.text)
    kept = decision.state
    return is_random and decision.acts == (Rephrase(),) and not (kept.request or kept.facts)

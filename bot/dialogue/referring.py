"""A matter of others whose contact is known: it is given, or the matter is sent, or both."""

import re
from dataclasses import replace

from bot.dialogue import (
    anytime,
    asides,
    collecting,
    misunderstanding,
    pending,
    procedures,
    reacting,
    request,
    unanswered,
    unregistered,
    whose,
    yes_or_no,
)
from bot.dialogue.acts import Act, Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact
from bot.dialogue.reading import (
    background,
    corners,
    details,
    facts,
    marked,
    of_its_own,
    saying,
    typed,
    ways,
    whereabouts,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, Stage, State
from nlu import gazetteer

WILL_SEND = Say("will_send")
# Of «sí, mándelo usted por favor», beside which more may be told.
_ORDER = re.compile(
    r"\b(?:si|pues|ok|okey|bueno|ya|mejor|usted|ustedes|por|favor|porfa|gracias|lo|la|me|mi|entonces"
    r"|(?:mand|envi|reg[ie]str|hag|tramit|prepar|send|register)\w*|yes|please|it|for)\b"
)
TOLD_BESIDE = 3  # words


def decide(state: State, heard: Heard) -> Decision | None:
    """None once the contact was given and something else is said."""
    if state.stage is Stage.told and _is_other(state, heard):
        return None
    contact, sent = (False, True) if heard.command == typed.SEND else _said(state, heard)
    is_told = state.stage is Stage.told
    if not sent and is_told and whose.has_contact(state) and ways.will_call(heard.text):
        return _done(state, state, Say("only_contact"))
    if contact and not sent:
        return tell(state)
    if is_told:
        if not state.lately and (there := unregistered.placed(state, heard)):
            return there
        if changed := misunderstanding.changed_to(heard, state.category or ""):
            return request.begin_instead(state, heard, changed)
        is_asked = procedures.is_asked(state) and not sent
        if is_asked and _wants_person(heard):
            return anytime.person(state)
        # Who leaves a telephone wants to be answered.
        is_wanted = sent or ways.is_yes(heard.text) or facts.CONTACT in facts.told_by(heard)
        known = request.noting(state, heard) if wording.is_question(heard) else state
        return _send(known, heard, WILL_SEND) if is_wanted else _only_contact(state, heard)
    is_yes = yes_or_no.is_yes(heard) or heard.agrees
    if is_yes and not sent and state.aside != NO_ANSWER:  # to which of both?
        return asides.put(state, Say("accepted"), NO_ANSWER)
    if sent or is_yes:  # said again, it may well be to both
        is_only_sent = sent and not contact
        return _send(state, heard, WILL_SEND if is_only_sent else _contact(state, offers=False))
    return _asked(state, heard)


def _is_other(state: State, heard: Heard) -> bool:
    """A matter of its own, with all that goes with it: «despensa, Ana Soto, tel 6629998877»."""
    is_one = heard.is_matter and heard.is_clear and heard.intent != state.category
    is_one = is_one and heard.intent not in request.QUESTIONS and not heard.command
    return is_one and of_its_own.chance(heard) >= of_its_own.EVEN and bool(heard.facts)


def _wants_person(heard: Heard) -> bool:
    """«Sí», «ok»; not «ok, gracias», nor «ah ok»."""
    is_thanked = heard.intent == "gracias" or heard.is_courtesy or ways.takes_note(heard.text)
    return ways.is_yes(heard.text) or (heard.agrees and not is_thanked)


def tell(state: State) -> Decision:
    """That may be enough for them; sending it stays offered."""
    if not whose.has_contact(state):  # of this State: they did not want it registered
        return Decision(state, (unregistered.office(state),))
    return Decision(replace(state, stage=Stage.told, misses=0), (_contact(state, offers=True),))


def _said(state: State, heard: Heard) -> tuple[bool, bool]:
    is_other = request.other_matter(state, heard) is not None and len(heard.text.split()) > 8
    is_press = heard.command not in (None, typed.AS_IT_IS, typed.YES)  # «sí, regístrelo»
    return (False, False) if is_press or is_other else ways.said(heard.text)


def _contact(state: State, *, offers: bool) -> TellContact:
    return TellContact(state.category or "", state.facts.get("municipio"), offers)


def _send(state: State, heard: Heard, told: Act) -> Decision:
    is_more = len(_ORDER.sub(" ", saying.bare(heard.text)).split()) >= TOLD_BESIDE
    kept = request.noting(state, heard) if is_more and not heard.is_button else state
    known = {**state.facts, **_told(state, heard)}
    return request.go_on(replace(kept, facts=known, misses=0), told)


def _told(state: State, heard: Heard) -> dict[str, str]:
    """«Empalme» alone is the town, as where it is asked for."""
    if more := corners.more_of(state.facts, heard):
        return more
    told = facts.told_by(heard, request.category_of(state))
    is_one = gazetteer.is_place(heard.text)
    town = whereabouts.find(heard.text, "municipio").municipality if is_one else None
    told = marked.among(heard, facts.PLACES) | told
    return {"municipio": town, **told} if town else told


def _only_contact(state: State, heard: Heard) -> Decision | None:
    """«Gracias», «ok»: that was enough; None if anything else is said."""
    is_thanks = heard.is_courtesy and heard.intent != "saludo"
    is_fine = heard.agrees or heard.declines or heard.skips or heard.command == typed.AS_IT_IS
    is_enough = is_thanks or is_fine
    said = Say("only_contact" if whose.has_contact(state) else "thanks")
    return _done(state, state, said) if is_enough else None


def _done(state: State, left: State, *said: Act) -> Decision:
    """The other matter that was told is not lost with this one."""
    left = request.offering(state) if state.apart else left
    return Decision(left, (*said, *pending.question(left)))


def _asked(state: State, heard: Heard) -> Decision:
    """The question is open: a fact that is told means to go on with it."""
    told = _told(state, heard)
    if heard.skips:
        return tell(state)
    changed = misunderstanding.changed_to(heard, state.category or "")
    if changed := changed or misunderstanding.told_at_last(state, heard):
        return request.begin_instead(state, heard, changed)
    is_no = heard.declines and not (told or background.adds(heard.text))
    if is_no and details.is_more_than_no(heard.text):  # «no, no es recibo, es que no hay»
        return reacting.beside(state, heard)
    if is_no or heard.command in (typed.OTHER, typed.AS_IT_IS):
        said = () if state.apart else (Say("anything_else"),)
        return _done(state, state.afresh(), *said)
    if other := request.other_matter(state, heard):
        return request.note_also(state, heard, other)
    if told:
        return _send(collecting.with_words(state, heard), heard, WILL_SEND)
    if facts.candidates(heard):  # «San Pedro», of two towns
        return collecting.collect(request.go_on(state).state, heard)
    question = pending.question(state)
    if wording.is_question(heard):
        return request.missed(state, Say("question"), *question)
    if unanswered.is_more(state, heard) or unanswered.tells_something(heard):
        return reacting.beside(state, heard)
    return request.missed(state, *question)

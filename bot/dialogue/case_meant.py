"""A case of theirs that is talked of: which one it is, and whether what is written goes with it."""

import re
from dataclasses import replace

from bot.dialogue import (
    lately,
    of_the_case,
    pending,
    request,
    several,
    standing,
)
from bot.dialogue.acts import Say, TellStatus
from bot.dialogue.after import Add, OfferToAdd, TellState
from bot.dialogue.decision import Decision
from bot.dialogue.reading import called, continuing, saying, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

_NONE = saying.only(
    r"(?:(?:no|pues|de|es) )*ningun[oa]s?(?: de (?:es|est|ell)[oa]s)?"
    r"(?: (?:es|quiero|traigo|tengo))?(?: otr[oa] (?:cosa|asunto))?|otr[oa] (?:cosa|asunto)"
)
_DOES = re.compile(r"^(?:(?:quiero|quisiera|por favor|mejor|que|puede\w*) )*cancel\w* ")
_OLDEST = re.compile(rf"{called.BEFORE}(?:mas )?(?:viej|antigu|anterior)[oa]?{called.AFTER}")
_NEWEST = re.compile(rf"{called.BEFORE}mas (?:nuev|recient)[oae]{called.AFTER}")
MOST_TO_CHOOSE = 8  # words that choose from a list; more of them tell something
SAME = "mismo"  # among what was skipped: it was asked, and it is another matter


def decide(state: State, heard: Heard, folio: str) -> Decision | None:
    match state.stage:
        case Stage.about:
            return _about(state, heard, folio)
        case Stage.same:
            return _same(state, heard, folio)
        case Stage.adding if heard.text and not heard.is_courtesy:
            return Decision(state, (Add(folio, heard.text),))
        case Stage.offering:
            return _offered(state, heard, folio)
        case _:
            return None


def _about(state: State, heard: Heard, folio: str) -> Decision | None:
    """The key opens the rest; words that are no other matter may be about this case."""
    if (key := heard.entity("clave")) and not heard.has_folio:
        return Decision(state, (TellStatus(folio, key),))
    about_it = lately.decide(state, heard, folio, state.category) or offering(state, heard, folio)
    is_asked = heard.means("seguimiento") and not (heard.command or heard.has_folio)
    return about_it or (Decision(state, (TellState(folio),)) if is_asked else None)


def offering(state: State, heard: Heard, folio: str) -> Decision | None:
    """What may be about this case; None if it is another matter, or none. «Gracias, ¿y los otros
    meses?» asks."""
    if heard.intent == "gracias" and "?" in heard.text and not heard.command:
        return Decision(state, (Add(folio, heard.text, asks=True),))
    is_new = heard.is_clear and heard.intent != state.category
    if not heard.text or heard.command or heard.has_folio or is_new:
        return None
    offering = replace(state, stage=Stage.offering, request=heard.text)
    return Decision(offering, (OfferToAdd(folio),))


def _same(state: State, heard: Heard, folio: str) -> Decision | None:
    """The same: what was told goes with that folio. Another: back to the summary."""
    if heard.agrees:
        return Decision(replace(state, stage=Stage.offering), (Add(folio, state.request),))
    if heard.declines:
        another = replace(state, folio=None, stage=Stage.confirming)
        another = replace(another, skipped=(*state.skipped, SAME))
        return Decision(another, pending.question(another))
    return Decision(state, pending.question(state)) if heard.text else None


def _offered(state: State, heard: Heard, folio: str) -> Decision | None:
    if heard.agrees:
        return Decision(state, (Add(folio, state.request),))
    if heard.declines and not heard.facts:
        return _not_added(state)
    return _told_more(state, heard, folio)


def _told_more(state: State, heard: Heard, folio: str) -> Decision | None:
    """More of it, before it was said whether it is added."""
    idle, about = replace(state, stage=Stage.idle), state.category or state.lately_about
    told = lately.decide(idle, heard, folio, about)
    words = request.joined(state.request, heard.said)
    match told.acts if told else ():
        case (*said, Add() as more):  # «mejor cancélelo»: what waited goes with it
            return Decision(state, (*said, Add(folio, words, more.is_met)))
        case (OfferToAdd(),) if not state.options:  # who goes on telling tells of it
            return Decision(state, (Add(folio, words),))
        case (OfferToAdd(),):
            return Decision(replace(state, request=words), (OfferToAdd(folio),))
        case () if _goes_on(heard, about) and not state.options:
            return Decision(state, (Add(folio, words),))
        case _:
            return told


def _goes_on(heard: Heard, about: str | None) -> bool:
    """«Tengo testigos», in too few words for a matter of its own; of one that is grave, only
    where this one is, too."""
    is_grave = standing.may_be_grave(heard) and (
        heard.intent in several.DELICATE or about not in several.GRAVE
    )
    is_else = heard.is_clear or wording.is_question(heard) or is_grave
    return bool(heard.text) and not (heard.command or is_else or heard.is_in_unknown_language)


def _not_added(state: State) -> Decision:
    """Where it is known what it is, it is registered as another matter."""
    if not state.options:
        return Decision(state.afresh(), (Say("what_is_it"),))
    another = replace(state.afresh(), category=state.options[0], request=state.request)
    another = replace(another, skipped=(*another.skipped, SAME), told_in=state.told_in)
    return request.start(another, state.options[0])


def which(state: State, heard: Heard) -> Decision | None:
    """By its number in the list, its folio, or words that fit one of them alone; what is to be
    added or cancelled goes with it, or waits until it is known which. None if it is none."""
    if state.stage is not Stage.which_case or not heard.text:
        return None
    if _NONE(heard.text):
        return Decision(state.afresh(), (Say("what_is_it"),))
    told = _is_told(heard)
    if heard.command and not told:
        return _chosen(state, heard)
    waiting = replace(state, request=heard.text) if told else state
    chosen = _chosen(waiting, heard)
    is_kept = told and heard.command != typed.CANCEL  # which may be of this question alone
    return chosen or (Decision(waiting, pending.question(waiting)) if is_kept else None)


def _is_told(heard: Heard) -> bool:
    text = heard.text
    return _cancels(text) or continuing.plainly_adds(text) or continuing.adds(text)


def _cancels(text: str) -> bool:
    return typed.command_in(text) == typed.CANCEL or continuing.asks_to_cancel(text)


def _chosen(state: State, heard: Heard) -> Decision | None:
    said = _DOES.sub("", saying.bare(heard.text))
    if chosen := called.by_number(said, state.options) or _by_age(said, state.options):
        return picked(state, chosen)
    is_short = len(heard.text.split()) <= MOST_TO_CHOOSE or bool(state.request)
    if is_short and (not heard.command or state.request):
        is_plain = heard.intent in state.matters or (heard.is_sure and heard.is_matter)
        meant = (heard.intent,) if is_plain else called.among(said, state.matters)
        fitting = [
            folio
            for folio, matter in zip(state.options, state.matters, strict=True)
            if matter in meant
        ]
        if len(fitting) == 1:
            return picked(state, fitting[0])
    named = heard.entity("folio")
    ours = next((each for each in state.options if each == named), None)
    return picked(state, ours) if ours and not heard.entity("clave") else None


def _by_age(said: str, options: tuple[str, ...]) -> str | None:
    """The newest stands first."""
    if _OLDEST.fullmatch(said):
        return options[-1]
    return options[0] if _NEWEST.fullmatch(said) else None


def picked(state: State, folio: str) -> Decision:
    """Its state, unless something was to go with it."""
    words = state.request
    if not words:
        return Decision(state, (TellState(folio),))
    is_cancelled = _cancels(words) and not continuing.plainly_adds(words)
    return of_the_case.with_words(state.afresh(), words, folio, is_cancelled=is_cancelled)

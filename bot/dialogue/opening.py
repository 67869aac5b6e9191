"""What begins where nothing is being asked: a matter, a folio, an orientation, or talk."""

import re
from dataclasses import replace

from bot.dialogue import (
    asides,
    delicate,
    introduced,
    others,
    pending,
    procedures,
    request,
    several,
    status,
    talk,
    unregistered,
    unsure,
    whose,
)
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import (
    asked,
    continuing,
    in_english,
    languages,
    naming,
    privacy,
    saying,
    solved,
    thanked,
    wording,
)
from bot.dialogue.reading.heard import COURTESY, Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import Explain
from handoff.rules import catalogue
from nlu import english, greeted

# Something is left, or comes besides.
_LEFT = re.compile(
    r"\b(?:pero|aunque|todavia|otra vez|ahora|ahorita|tambien|ademas|falta(?:n|ba)|but|now|again"
    r"|(?<!no )(?:ocup|necesit|quier)\w*)\b"
)

_REPORTED = re.compile(r"\bque (?:yo |ya )?(?:habia )?(?:report|ped|solicit)\w+")


# What people tell of themselves before they ask for anything.
_OF_THEM = re.compile(r"\b(?:tengo|vivo|soy|estoy|somos|trabajo|padezco|mis?|anos|sol[oa]|\d+)\b")
LEAST_OF_THEM = 3  # such words


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """Nothing is being asked, or something else is answered."""
    if naming.tells_nothing_yet(heard.text):
        return Decision(state, (Say("what_is_it"),))
    return opened(state, heard, situation) or unsure.decide(state, heard)


def opened(state: State, heard: Heard, situation: Situation) -> Decision | None:
    """None if it is not sure what is meant."""
    if state.refused_notice and (oriented := unregistered.oriented(state, heard)):
        return oriented
    if told := _told_in_pieces(state, heard) or introduced.decide(state, heard):
        return told
    if state.refused_notice and privacy.wants_it_registered(heard.text):
        return Decision(state, (Say("accept_first"),))
    if _is_of_a_folio(state, heard):
        return status.begin(state, heard)
    if naming.about_this_desk(heard.text):
        return request.begin(state, heard, "queja_atencion")
    if delicate.is_asked_about_first(heard):
        return None
    told = _good_news(state, heard) or others.attends(state, heard) or _cost(state, heard)
    if told := told or others.more(state, heard):
        return told
    if matter := _matter(heard):
        return _begun(others.let_be(state), heard, matter)
    # An engine may have a word of its own for not knowing, such as Rasa's nlu_fallback.
    if talk.is_talk(heard) and not in_english.is_named(heard.text):
        return _kept(talk.answer(state, heard, situation), heard)
    return None


def _kept(decision: Decision, heard: Heard) -> Decision:
    """«Buenas tardes, soy don Refugio, tengo 81 años y vivo solo»: it goes with what is asked."""
    is_told = heard.intent == greeted.GREETING and decision.state.stage is Stage.idle
    rest = saying.bare(greeted.rest(heard.text))
    if not is_told or len(_OF_THEM.findall(rest)) < LEAST_OF_THEM:
        return decision
    return replace(decision, state=request.noting(decision.state, heard))


def _told_in_pieces(state: State, heard: Heard) -> Decision | None:
    """«Me deben dinero en la obra», which was not understood, and «soy albañil», which tells of
    it: whatever it would be by itself."""
    is_missed = state.misses and state.stage is Stage.idle and heard.is_matter
    is_told = is_missed and " " in heard.text and not wording.is_only_facts(heard)
    return unsure.decide(state, heard) if is_told and unsure.of_the_story(heard) else None


def _is_of_a_folio(state: State, heard: Heard) -> bool:
    """«Hice un reporte ayer y me equivoqué de calle», of one that was not given just now, too."""
    if heard.entity("folio_infomex") or (heard.has_folio and not _is_request(heard)):
        return True
    is_correction = heard.move == "correction" and heard.is_no_matter
    return is_correction and state.lately is None and continuing.names_case(heard.text)


def _good_news(state: State, heard: Heard) -> Decision | None:
    """«Ya se resolvió, gracias, era un problema del agua», «ya se arregló la fuga que reporté», of
    who has no folio of it: there is nothing to register, and it praises nobody."""
    is_left = _LEFT.search(saying.bare(heard.text)) or wording.is_question(heard)
    if heard.move != "solved" or is_left or thanked.is_for_done(heard.text):
        return None
    is_courtesy = heard.intent in (*COURTESY, "cancelar") or continuing.is_shortly_over(heard.text)
    is_reported = _REPORTED.search(saying.bare(heard.text)) and solved.is_solved(heard.text)
    is_over = (is_courtesy and heard.is_no_matter) or is_reported
    return Decision(replace(state, misses=0), (Say("good_news"),)) if is_over else None


def _cost(state: State, heard: Heard) -> Decision | None:
    """«¿Cuánto cuesta?», of nothing that was told."""
    is_cost = heard.move == "free" and heard.intent == "info_publica"
    return asides.put(state, Explain("cost", None, None), "cost") if is_cost else None


def _begun(state: State, heard: Heard, matter: str) -> Decision:
    """A question for this State is told who answers it, before anything is asked for it; how
    something is done is not known here, and no form is begun for it."""
    begun = request.begin(state, heard, matter)
    if oriented := procedures.oriented(begun.state, heard):
        return oriented
    is_ours = begun.state.stage in request.FORM and matter not in procedures.TOLD_WHOSE
    is_ours = is_ours and not (whose.is_own(begun.state) or whose.is_said_whose(begun.state))
    is_asked = wording.is_question(heard) or asked.is_only_whose(heard.text)
    if not (is_ours and is_asked):
        return begun
    return replace(begun, acts=(pending.whose(begun.state), *begun.acts))


def _matter(heard: Heard) -> str | None:
    if named := in_english.matter(heard.text) or _asked_in_english(heard):
        return named
    is_plain = _is_request(heard) or delicate.is_delicate(heard)
    return several.told_first(heard) if is_plain else several.in_one_part(heard)


def _asked_in_english(heard: Heard) -> str | None:
    """«What do I need for a driver's license?» names the only matter that it asks about."""
    named = english.matters(heard.text) if languages.looks_english(heard.text) else ()
    known = (catalogue.load().categories[each] for each in named)
    is_asked = len(named) == 1 and all(asked.how(heard, each) for each in known)
    return named[0] if is_asked else None


def _is_request(heard: Heard) -> bool:
    return heard.is_clear and heard.is_matter

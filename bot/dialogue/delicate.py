"""Matters in which a person comes at once, and what only sounds like one of them."""

import re
from dataclasses import replace

from bot.dialogue import despair, guesses, harm, missing, partners, request, resembled, several
from bot.dialogue.acts import Guide, HandOver, OpenCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import discretion, elsewhere, facts, in_line, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import DELICATE, GRAVE, likely_matters
from bot.dialogue.state import AT_EASE, OF_PEOPLE, PERSONAL, Stage, State
from handoff.rules import catalogue
from handoff.rules.reasons import Reason
from nlu import urgency

# Asked for in general: no sign of somebody who suffers now.
_IN_GENERAL = re.compile(
    r"\b(?:cursos?|talleres|taller|platicas?|conferencias?|capacitacion(?:es)?|info|informes"
    r"|informacion)\b"
    r"|\b(?:ayuda|atencion|terapia|consulta|apoyo) psicologic[oa] (?:\w+ )?para\b"
    r"|\b(?:psicolog[oa]|terapia|psiquiatra|terapeuta) (?:\w+ )?para\b"
)
MIND, BY_PARTNER = "salud_mental", "violencia_genero"
SURE = 0.9  # confidence of a matter that no word of suffering bears out
NO_DANGER = 0.02  # score of an alarm below which nothing in the words sounds like it


def decide(state: State, heard: Heard) -> Decision | None:
    """Told in whatever state, it is never noted for later. None if nothing of it is told, or the
    person who was called for it is to come."""
    if mourning := _in_mourning(state, heard):
        return mourning
    is_told = not _IN_GENERAL.search(saying.bare(heard.text))
    key = (_harm(state, heard) if is_told else None) or _missing(heard) or _besides(state, heard)
    if key is None or (state.waits_for_person and state.lately_about == key):
        return None
    is_beside = state.is_at_work or harm.is_threatened(
        heard.text
    )  # there is a form for it, but not now
    if is_beside and not state.refused_notice:
        return _at_once(state, heard, key)
    fresh = state if state.stage is Stage.idle else state.afresh()
    return request.begin(fresh, heard, key)


def _harm(state: State, heard: Heard) -> str | None:
    """A blow or a threat at home is heard first, however surely a pension is asked for."""
    told = harm.told(heard)
    is_beside = told is None and not state.danger and partners.harms(heard.text)
    return BY_PARTNER if is_beside else told


def _in_mourning(state: State, heard: Heard) -> Decision | None:
    """«Desde que murió mi esposo no duermo, y no sé pedir la pensión»: who listens is named, and
    what is asked for goes on. None where death is wished for, or nothing else is told."""
    is_free = state.stage in AT_EASE and not state.waits_for_person
    is_mourned = missing.is_death(heard.text)
    if not is_free or heard.intent != MIND or not is_mourned or despair.is_likely(heard.text):
        return None
    told = several.besides(heard, GRAVE)
    if not told:
        return None
    begun = request.begin(state.afresh(), resembled.without(heard, (MIND,)), told[0])
    return replace(begun, acts=(Guide(MIND, harm.MOURNING), *begun.acts))


def _missing(heard: Heard) -> str | None:
    """One of the likely matters, and told in so many words: it is not asked which."""
    is_likely = missing.KEY in likely_matters(heard) and not heard.is_sure
    is_now = missing.is_told(heard.text) and not missing.is_found(heard.text)
    return missing.KEY if is_likely and is_now else None


def _at_once(state: State, heard: Heard, key: str) -> Decision:
    """A delicate matter told in the middle of another: a person comes, and what was open waits."""
    category = catalogue.load().categories[key]
    known = elsewhere.only(state.facts, (*PERSONAL, "municipio"))
    case = OpenCase(key, None, heard.text, {**known, **facts.told_by(heard, category)})
    waiting = replace(state, waits_for_person=True, misses=0)
    called = HandOver(Reason.delicate, category.priority)
    return Decision(waiting, (harm.guide(key, heard.text), case, called))


def _besides(state: State, heard: Heard) -> str | None:
    """Where nothing else is open the turn itself hears it."""
    is_open = state.stage not in AT_EASE or state.waits_for_person
    if (
        not is_open
        or state.danger
        or state.category == "info_publica"
        or is_asked_about_first(heard)
    ):
        return None
    # «Ya no puedo quedarme, tengo que trabajar», «ahorita lo busco».
    if in_line.must_go(heard.text) or heard.tells_no_harm:
        return None
    if wording.is_name_alone(heard.text) or wording.is_name(heard):
        return None
    is_short = len(heard.text.split()) < wording.STORY or state.asking in OF_PEOPLE
    is_doubtful = is_short or heard.meaning.confidence < SURE
    if is_doubtful and not harm.is_suffered(heard.text):
        return None
    if discretion.topic(saying.bare(heard.text)):
        return None  # of being found out
    other = request.other_matter(state, heard)
    return other if other in DELICATE else None


def is_delicate(heard: Heard) -> bool:
    """Whichever of the likely matters it is, a person comes at once: do not ask which,
    unless it is only guessed from a few words."""
    likely = likely_matters(heard)
    if guesses.is_of_few_words(heard):
        return False
    return heard.intent in likely and all(each in DELICATE for each in likely)


def is_asked_about_first(heard: Heard) -> bool:
    """«Quiero un curso de prevención del suicidio», «mi jefe me va a matar», or a guess without a
    word of suffering: asked about first."""
    if heard.intent not in DELICATE:
        return False
    if harm.tells_who(heard):
        return True  # «soy su hija Guadalupe»
    is_calm = heard.meaning.urgent.score < NO_DANGER
    in_general = is_calm and _IN_GENERAL.search(saying.bare(heard.text))
    is_guess = is_calm and heard.meaning.confidence < SURE and not harm.is_suffered(heard.text)
    return bool(in_general) or is_guess or urgency.is_figurative(heard.text)

"""What words mean where they are said: «así déjelo» leaves out a fact, or registers the rest."""

import re
from dataclasses import replace

from bot.dialogue import answering, denials, harm, pauses, request, several, untold
from bot.dialogue.reading import (
    background,
    continuing,
    cut,
    facts,
    finished,
    landmarks,
    marked,
    naming,
    omissions,
    pausing,
    questions,
    saying,
    thanked,
    typed,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from nlu.interpretation import Move

# A folio, or its key.
_LOST_IT = re.compile(
    r"(?:(?:no|pues|es que|ay|uy|la verdad|ya|creo que|fijese) )*"
    r"(?:(?:tenia|tuve|traia|me dieron) (?:(?:el|un|mi) )?(?:folio )?pero (?:ya )?)?"
    r"(?:no (?:l[oa] )?"
    r"(?:encuentro|hallo|veo|guarde|apunte|anote|conserve)"
    r"|(?:se me |l[oa] |me l[oa] )+(?:perdi|perdio|borre|borro|borraron|tire|extravio|extravie)"
    r"|i (?:lost|can t find|cannot find) it)"
    r"(?: (?:ya|ahorita|por ningun lado|en ningun lado|el folio|la clave|el papel|el mensaje))*"
)
_CONSENTS = re.compile(
    r"\W*(?:(?:s[ií]|ok|claro|de acuerdo|est[aá] bien|hola)\W+)?"
    r"(?:(?:s[ií] |yo )?acepto(?: (?:el aviso|los t[eé]rminos))?|ok(?:ey)?|est[aá] bien|de acuerdo)"
    r"\s*[,.;:\n]+\s*(?=\w)"
    # «Sí, a dónde voy», where no yes was asked for
    r"|\W*(?:s[ií]|ok|bueno|est[aá] bien)\W+(?:pero |y |pues )?"
    r"(?=(?:a d[oó]nde|d[oó]nde|con qui[eé]n|qu[eé] (?:papeles|llevo|ocupo|necesito)|cu[aá]nto)\b)",
    re.IGNORECASE,
)
# To «¿cuál es el asunto?», «es un asunto personal»: no wish for a person, nor for help.
_SUBJECT = re.compile(
    r"(?:(?:no|es|era|seria|pues|un|una|algo|muy|mi|asunto|tema|cuestion|situacion|problema) )*"
    r"(?:personal|privad[oa]|delicad[oa]|familiar|particular)(?: \w+){0,4}"
)
_RATHER_NOT = re.compile(r"(?:(?:ah|ay|pues|bueno|mejor|ya) )*no\b")
_LEFT = re.compile(  # something of it is wanted all the same
    r"\b(?:pero|aunque|todavia|otra vez|falt\w+|tambien|ademas|mejor|quier\w+|but|again|still)\b"
)
_OF_FORM = re.compile(r"\b(?:qued\w+|bien|list[oa]|puse|dije|mand[eo]|complet\w+|registr\w+)\b")
# «No estoy de acuerdo», with what it is not told.
_DISAGREES = re.compile(r"(?:(?:no|pues|yo|la verdad|bueno) )*no estoy de acuerdo(?: con es[ot]o)?")
OF_DATA = ("obliged", "use")  # asides: of a datum that need not be told


def as_it_is(state: State, heard: Heard) -> Heard:
    """«Así déjelo» goes on without the fact, or registers what stands; else it gives up. «Mándelo»
    registers the summary. Who cannot be called leaves out the telephone; «no lo encuentro» is of
    the folio that is asked for. «¿Hay alguien ahí?» is a greeting, «¿a qué se dedican?» asks for
    help."""
    heard = _disagreeing(state, heard)
    if state.stage is Stage.collecting:
        heard = _of_subject(state, _beside_consent(_placed(state, heard)))
    heard = _after_calls(heard)
    if naming.only_calls(heard.text):
        alarm = heard.meaning.urgent
        calm = replace(alarm, value=alarm.value and not alarm.is_guessed)
        greets = replace(heard.meaning, intent="saludo", confidence=1.0, urgent=calm)
        return replace(heard, meaning=greets)
    if plain := _plainly(state, heard):
        return replace(heard, command=plain)
    is_shown = state.stage in (Stage.confirming, Stage.correcting) and bool(heard.text)
    if heard.command == typed.SEND and is_shown:
        return replace(heard, command=typed.YES)
    if state.stage is Stage.confirming and not heard.command and thanked.is_yes(heard.text):
        return replace(heard, command=typed.YES)
    is_of_folio = state.stage in (Stage.folio, Stage.key) or state.asking == "folio"
    is_lost = is_of_folio and (
        _LOST_IT.fullmatch(saying.bare(heard.text))
        or (omissions.begins_so(heard.text) and not heard.facts)
    )
    if is_lost or untold.has_no_folio(state, heard):
        return replace(heard, command=typed.SKIP)
    if _cannot_be_called(state, heard) or _needs_none(state, heard) or _withholds(state, heard):
        return _answer_beside(state, heard) or replace(heard, command=typed.SKIP)
    if heard.command != typed.AS_IT_IS or state.stage in (Stage.way, Stage.told):
        return heard
    if state.waits_for_person or state.stage not in request.FORM:
        return replace(heard, command=typed.CANCEL)
    return replace(heard, command=_left(state, heard))


def _after_calls(heard: Heard) -> Heard:
    """«¿Hay alguien ahí? Ocupo ayuda con mi pensión» is heard as its last sentence."""
    told = [each for each in heard.parts if not naming.only_calls(each.text)]
    told = [each for each in told if each.intent != "saludo"]
    if heard.is_clear or len(told) != 1 or len(heard.parts) < 2:
        return heard
    said, ranking = told[0].intent, told[0].ranking
    meaning = replace(heard.meaning, intent=said, confidence=told[0].confidence, ranking=ranking)
    return replace(heard, meaning=meaning, parts=())


def _placed(state: State, heard: Heard) -> Heard:
    """«I don't know the street, near the lighthouse» leaves none out."""
    is_asked = heard.skips and state.asking == "calle"
    where = landmarks.told(heard.text) if is_asked else None
    if where is None:
        return heard
    meaning = replace(heard.meaning, text=where, confidence=0.0, move=Move("place", 1.0))
    return replace(heard, text=where, meaning=meaning, told=None, command=None)


def _disagreeing(state: State, heard: Heard) -> Heard:
    """With the summary, or with what was answered to a folio; else with the notice."""
    is_it = heard.command == typed.REFUSE_NOTICE and not heard.is_button
    if not is_it or not _DISAGREES.fullmatch(saying.bare(heard.text)):
        return heard
    if state.stage is Stage.confirming:
        return replace(heard, command=typed.NO)
    is_after = state.lately is not None and state.stage not in (*request.FORM, Stage.way)
    return replace(heard, command=None) if is_after else heard


def _plainly(state: State, heard: Heard) -> str | None:
    """What to write is told; who cannot is heard by a person; who needs it no more gives it up."""
    if naming.asks_what_for(heard.text):
        return typed.HELP
    if ways.cannot_write(heard.text):
        return typed.PERSON
    return typed.CANCEL if _is_over(state, heard) else None


def _is_over(state: State, heard: Heard) -> bool:
    """«Ya encontré, ya no ocupo», «ya llegó el agua, gracias», before it is registered; of a crime
    that is over, and of what is praised, the form goes on. «Ya quedó bien» may be of the form."""
    goes_on = state.category in (*several.GRAVE, *request.NO_PERSON)
    goes_on = goes_on or state.waits_for_person or " " not in heard.text.strip()
    goes_on = goes_on or pauses.is_found(state, heard.text)
    is_open = state.stage in (*request.FORM, Stage.way, Stage.choosing) and not goes_on
    is_asked = "?" in heard.text or finished.is_asked(heard.text)  # «y ya»
    if not is_open or heard.command or _LEFT.search(saying.bare(heard.text)) or is_asked:
        return False
    if continuing.is_here(heard.text):
        return True
    is_good = continuing.is_solved(heard.text) or denials.is_over(heard.text)
    is_good = is_good or heard.intent in ("cancelar", "gracias")
    is_solved = heard.move == "solved" and is_good
    is_solved = is_solved and not _OF_FORM.search(saying.bare(heard.text))
    is_other = heard.is_clear and heard.is_matter and heard.intent != state.category
    return (is_solved or continuing.is_not_needed(heard.text)) and not is_other


def _answer_beside(state: State, heard: Heard) -> Heard | None:
    """«Es la 10, casa azul, no me acuerdo del número» tells the street that is asked."""
    rest = omissions.besides(heard.text)
    if background.is_all(rest):  # «soy nueva aquí, no sé la calle»
        return None
    if state.stage is not Stage.collecting or state.asking in PERSONAL or not rest:
        return None
    meaning = replace(heard.meaning, text=rest, move=Move("", 0.0))
    told = replace(heard, text=rest, meaning=meaning, told=None)
    return told if answering.answer(state, told, state.asking or "") else None


def _left(state: State, heard: Heard) -> str | None:
    """«Así déjelo», of a question or of what was shown; of «ya no, mejor así déjelo» nothing."""
    if state.stage is Stage.collecting:
        return typed.SKIP
    is_none = state.stage is Stage.confirming and _RATHER_NOT.match(saying.bare(heard.text))
    return None if is_none else typed.YES


def _beside_consent(heard: Heard) -> Heard:
    """«Acepto, soy Ana Soto» tells who they are, and names no colonia."""
    found = None if heard.command else _CONSENTS.match(heard.text)
    if found is None:
        return heard
    return cut.out(heard, 0, found.end())


def _of_subject(state: State, heard: Heard) -> Heard:
    if state.asking != "asunto" or not _SUBJECT.fullmatch(saying.bare(heard.text)):
        return heard
    key = state.category or ""
    sure = replace(heard.meaning, intent=key, confidence=1.0, ranking=((key, 1.0),))
    return replace(heard, meaning=replace(sure, move=Move("detail", 1.0)), parts=())


def _needs_none(state: State, heard: Heard) -> bool:
    """«No hace falta», of their name or of anything more."""
    is_own = state.stage is Stage.collecting and state.asking in PERSONAL
    is_shown = state.stage in (Stage.confirming, Stage.correcting)
    if is_shown and heard.declines and " " in heard.text and state.aside in OF_DATA:
        return True  # «¿tengo que dar mi nombre?», «no, gracias»
    is_open = heard.command is None and (is_own or is_shown) and "?" not in heard.text
    return is_open and omissions.needs_none(saying.bare(heard.text))


def _tells(state: State, heard: Heard) -> bool:
    """«No sé cómo se llama, la clínica 14 creo»"""
    value = marked.value(heard, state.asking or "", marked.BEYOND_DOUBT)
    return state.stage is Stage.collecting and value is not None


def _withholds(state: State, heard: Heard) -> bool:
    """In words that no rule knows. What is said of a name leaves out no street."""
    if heard.move != "withhold" or heard.facts or landmarks.told(heard.text):
        return False
    plain = saying.bare(heard.text)
    if omissions.cannot_read(plain) or omissions.is_of_paper(plain) or _tells(state, heard):
        return False
    is_asked = state.stage is Stage.collecting and (
        state.asking in PERSONAL or not omissions.is_of_oneself(heard.text)
    )
    is_shown = state.stage in (Stage.confirming, Stage.correcting)
    is_after = state.lately is not None and state.stage in (Stage.idle, Stage.about)
    is_after = is_after and omissions.is_of_oneself(heard.text)
    if not (is_asked or is_shown or is_after):
        return False
    return questions.topic(heard.text) is None and not pausing.asks_to_wait(heard.text)


def _cannot_be_called(state: State, heard: Heard) -> bool:
    """«No hay señal aquí», to the question for a telephone or to one before it."""
    is_open = state.stage is Stage.collecting and facts.CONTACT not in state.facts
    if heard.command or not is_open or state.asking in ("asunto", "descripcion"):
        return False
    if heard.entity("telefono") or heard.entity("correo") or harm.is_suffered(heard.text):
        return False
    if wording.means_this_channel(heard.text):
        return False
    asked = state.asking == facts.CONTACT
    return omissions.cannot_be_called(saying.bare(heard.text), asked=asked)

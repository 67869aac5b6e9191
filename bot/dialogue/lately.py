"""After the folio: what is said of the case registered last goes with it, and begins no other."""

import re
from dataclasses import replace

from bot.dialogue import erasing, facts, labels, typed, wording
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.after import Add, OfferToAdd, TellCases, TellState
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from handoff.rules.reasons import Reason

FEWEST = 3  # words that may be more of the story
_ADDS = re.compile(
    r"(?:\w+ ){0,3}(?:agreg|anad|olvid(?!el|al|en)|falt(?:o|aba) (?:decir|poner|mencionar))\w*\b.*"
    r"|(?:perdon |disculp\w+ |ay )*me equivoque\b.*|i (?:forgot|also want to add)\b.*"
)
_OVER = re.compile(
    r"(?:si |ya |por fin )+(?:me |nos |lo |la |los |las |se )*"
    r"(?:quedo|qued\w+ bien|resolv|resuel|arregl|solucion|repar|atendi|repus|compusi)\w*\b.*"
)
_WITHDRAWS = re.compile(
    r"\b(?:cancel|retir|quit|borr|anul)\w* (?:\w+ ){0,2}"
    r"(?:reporte|folio|queja|peticion|solicitud|caso|denuncia)\b(?! del?\b)"
)
_CANNOT_WAIT = re.compile(
    r"\bse (?:me |nos |le )?(?:(?:va|puede) a? ?(?:morir|ir)|esta muriendo|muere)\b"
    r"|\bno (?:\w+ ){0,2}(?:aguant|resist|sobreviv)\w*\b|\b(?:puede|va a) morir\b"
    r"|\b(?:de|entre la) vida o (?:la )?muerte\b|\b(?:will|may|could) die\b"
)
_OF_HEALTH = ("salud_atencion", "salud_medicamentos", "discapacidad", "adultos_mayores")
SOON = 1  # priority of who cannot wait
_SEVERAL = re.compile(r"\b(?:mis|los|las|todos|ambos) (?:\w+ )?\w+s\b")
_ASKS_STATE = re.compile(
    r"(?:(?:\w+ ){0,2}|(?:(?:oiga|y|pero|como|donde|puedo|le|hago|para|quiero) )*"
    r"(?:ver|saber|checar|consultar) )"
    r"(?:como|que) (?:va|van|sigue|paso|hay|ha pasado|onda)\b.*"
)


def goes_with_it(heard: Heard, about: str | None) -> bool:
    """«Se me olvidó decirles…», «ya lo arreglaron», «cancelen mi reporte»: plainly about a case,
    unless it names another matter."""
    is_matter = heard.is_sure and heard.is_matter
    plain = typed.bare(heard.text)
    if heard.command or _WITHDRAWS.search(plain) or erasing.is_of_a_person(plain):
        return not heard.command
    is_other = is_matter and heard.intent != about
    return not is_other and bool(_ADDS.fullmatch(plain) or _OVER.fullmatch(plain))


def asks_state(heard: Heard, about: str | None) -> bool:
    """«¿Cómo va lo mío?», «¿y el folio cuál era?», «¿cómo va lo de la lámpara?»"""
    is_of_it = heard.is_sure and heard.intent == about
    is_asked = _ASKS_STATE.fullmatch(typed.bare(heard.text)) is not None
    return heard.means("seguimiento") or (is_asked and is_of_it)


def decide(state: State, heard: Heard, folio: str | None, about: str | None) -> Decision | None:
    """`about`: the category of that folio. None if it is another matter, or talk."""
    if not folio or not heard.text or heard.command or heard.has_folio:
        return None
    if about in _OF_HEALTH and _CANNOT_WAIT.search(typed.bare(heard.text)):
        waiting = replace(state, waits_for_person=True)
        return Decision(waiting, (Say("if_worse"), HandOver(Reason.delicate, SOON)))
    is_matter = heard.is_clear and heard.is_matter
    is_same = heard.intent == about
    told = facts.told_by(heard)
    tells_where = any(name not in PERSONAL for name in told)
    if goes_with_it(heard, about):
        return Decision(state, (Add(folio, heard.text),))
    if heard.is_courtesy:
        return None
    if (not is_matter or not heard.is_sure) and (labels.labelled(heard.text) or _is_place(heard)):
        return _offered(state, heard, folio)
    if is_matter and is_same and not tells_where:
        return _of_the_same(state, heard, folio)
    if told and not tells_where and not (is_matter and heard.is_sure):
        return Decision(state, (Add(folio, heard.text),))
    if is_matter or tells_where:
        return None
    return _unclear(state, heard, folio)


def _of_the_same(state: State, heard: Heard, folio: str) -> Decision:
    """«No» begins another one: there may be two lamps."""
    if _ASKS_STATE.fullmatch(typed.bare(heard.text)):
        return Decision(state, (TellCases((heard.intent,)),))
    offering = replace(state, stage=Stage.offering, folio=folio, request=heard.text)
    offering = replace(offering, options=(heard.intent,), told_in=heard.exchange_id)
    return Decision(offering, (OfferToAdd(folio),))


def _is_place(heard: Heard) -> bool:
    """«Álamos», «col. El Jito», after the folio: nothing asked for it."""
    is_told = any(name not in PERSONAL for name in facts.told_by(heard))
    return is_told and wording.is_only_facts(heard)


def _offered(state: State, heard: Heard, folio: str) -> Decision:
    offering = replace(state, stage=Stage.offering, folio=folio, request=heard.text)
    return Decision(offering, (OfferToAdd(folio),))


def _unclear(state: State, heard: Heard, folio: str) -> Decision | None:
    """Not understood by itself, so it is likely about what was just talked of."""
    if heard.is_clear or heard.is_sure or heard.is_in_unknown_language:
        return None
    if _ASKS_STATE.fullmatch(typed.bare(heard.text)):
        return Decision(state, (TellState(folio),))
    if wording.is_question(heard):
        if heard.intent != "seguimiento":
            return Decision(state, (Say("question"),))
        asks_all = _SEVERAL.search(typed.bare(heard.text))
        return Decision(state, (TellCases() if asks_all else TellState(folio),))
    if heard.is_matter or len(heard.text.split()) < FEWEST:
        return None
    return _offered(state, heard, folio)

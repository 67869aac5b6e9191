"""The state of a case, by folio and query key. Nothing tells whether a folio exists."""

import re
from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.acts import Act, AskFolio, AskKey, ForeignFolio, HandOver, Say, TellStatus
from bot.dialogue.after import TellCases
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellOffice
from bot.dialogue.reading import agencies, continuing, facts, omissions, saying, solved
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from handoff.rules import directory
from handoff.rules.reasons import Reason

FEW = 6  # words of a folio, and hardly more
LOOKUP = "if_reported"  # the aside: what begins as new may have its folio
# «Quiero saber cómo va mi reporte, no hacer otro», of who has no folio at hand.
_is_of_the_first = saying.anywhere(
    r"\bno (?:quiero |vengo a |voy a |para )?(?:hacer|poner|abrir|levantar|meter) otr[oa]\b"
    r"|\bya tengo (?:un |el |mi |hecho )*(?:reporte|queja)\b|\bcon mi (?:puro )?nombre\b"
    r"|\b(?:como va|que paso con|en que va|buscar|busquen|busque) (?:mi|el) reporte\b"
)
_NUMBER = re.compile(r"(?<!\d)(?!20\d\d(?!\d))\d{4,12}(?!\d)")  # and no year
LIKELY = 0.05  # confidence from which a category may be what «lo del agua» means


def begin(state: State, heard: Heard) -> Decision:
    """The citizen asks what became of a folio."""
    folio, key = heard.entity("folio"), heard.entity("clave")
    if heard.command is None:
        told = facts.told_by(heard)
        own = {name: value for name, value in told.items() if name in PERSONAL}
        state = replace(state, told_in=state.told_in or heard.exchange_id)
        state = replace(state, facts={**state.facts, **own})
        state = replace(state, there=facts.places_in(heard) or state.there)
    if heard.entity("folio_infomex") and not folio:
        return Decision(state.afresh(), (ForeignFolio(),))
    if folio and key:
        return Decision(_asking(state, Stage.key, folio), (TellStatus(folio, key),))
    if folio:
        is_lost = omissions.is_key_lost(heard.text)
        return Decision(state, (TellStatus(folio, is_key_lost=is_lost),))
    if heard.has_folio:
        return _misspelt(state.afresh(), heard)
    likely = tuple(name for name, chance in heard.meaning.ranking if chance >= LIKELY)
    words = heard.text if solved.asks_to_reopen(heard.text) else ""
    is_other = _has_other_number(heard)
    office = _whose_number(heard) if is_other else ()
    return Decision(state, (*office, TellCases(likely, words, is_other)))


def _has_other_number(heard: Heard) -> bool:
    """«Mi reporte es el 260089», of whatever office gave it."""
    is_phone = heard.entity("telefono") is not None
    return not (is_phone or heard.has_folio) and bool(_NUMBER.search(heard.text))


def _whose_number(heard: Heard) -> tuple[Act, ...]:
    """«El folio 260089 de la CFE»: who can be called tells how it stands."""
    key = agencies.named(saying.bare(heard.text))
    is_reached = key is not None and bool(directory.load()[key].contact)
    return (TellOffice(key, None, "phone"),) if key and is_reached else ()


def decide(state: State, heard: Heard) -> Decision:
    """The folio or its key, as it was asked for."""
    is_lost = heard.skips or (continuing.lacks_folio(heard.text) and heard.move != "matter")
    other = None if is_lost else request.other_matter(state, heard)
    if other and not (heard.has_folio or heard.entity("clave")):
        return request.begin(state.afresh(), heard, other)
    return hear_folio(state, heard) if state.stage is Stage.folio else hear_key(state, heard)


def told_in_form(state: State, heard: Heard) -> Decision | None:
    """A folio of theirs, or that they have one, where the matter begins as a new one."""
    is_open = state.stage in (Stage.collecting, Stage.confirming, Stage.way)
    if not is_open or state.asking == "folio" or state.category == "queja_atencion":
        return None
    if continuing.has_folio(heard.text) and not state.lately:
        return ask_folio(state)
    is_free = not (heard.command or heard.has_folio or state.lately)
    if is_free and _is_of_the_first(heard.text):
        return _person(state)
    if state.aside == LOOKUP and omissions.leaves_out(saying.bare(heard.text)):  # the folio
        return Decision(state, pending.question(state))
    is_all = not heard.command and heard.entity("folio") and len(heard.text.split()) <= FEW
    return begin(state, heard) if is_all else None


def ask_key(state: State, folio: str) -> Decision:
    """It was not opened from here, or does not exist."""
    return Decision(_asking(state, Stage.key, folio), (AskKey(folio),))


def ask_folio(state: State, *, is_other: bool = False) -> Decision:
    """Nothing was opened from here: it may have been elsewhere, and so may the number they told."""
    asking = replace(_asking(state, Stage.folio), misses=int(is_other))
    return Decision(asking, (AskFolio(other=is_other),))


def without_key(state: State, folio: str) -> Decision:
    """It was not opened from here, and they have no key to it."""
    return _person(replace(state, folio=folio))


def hear_folio(state: State, heard: Heard) -> Decision:
    """A key alone goes with the folio told before it."""
    if (key := heard.entity("clave")) and state.folio and not heard.has_folio:
        return Decision(state, (TellStatus(state.folio, key),))
    if heard.entity("folio") or heard.entity("folio_infomex"):
        return begin(state, heard)
    if heard.has_folio:
        return _misspelt(state, heard)
    return _missed(state, heard, AskFolio(again=True, other=_has_other_number(heard)))


def hear_key(state: State, heard: Heard) -> Decision:
    if heard.has_folio and not heard.entity("folio"):
        return _misspelt(state, heard)
    folio = heard.entity("folio") or state.folio or ""
    key = heard.entity("clave")
    if key:
        return Decision(_asking(state, Stage.key, folio), (TellStatus(folio, key),))
    if folio != state.folio:
        return Decision(state, (TellStatus(folio),))
    return _missed(state, heard, AskKey(folio, again=True))


def wrong(state: State, folio: str) -> Decision:
    """Folio and key do not belong together: either may be mistaken. Who waits for a person goes on
    waiting."""
    if state.waits_for_person:
        return Decision(state, (Say("in_line"),))
    return Decision(_asking(state, Stage.key, folio), (AskKey(folio, wrong=True),))


def spent(state: State, folio: str) -> Decision:
    """No more keys are compared: a person looks it up."""
    if state.waits_for_person:
        return Decision(state, (Say("keys_spent"),))
    return _person(replace(state, folio=folio))


def _asking(state: State, stage: Stage, folio: str | None = None) -> State:
    asking = replace(state.afresh(), stage=stage, folio=folio, told_in=state.told_in)
    return replace(asking, given_up=state.given_up)


def _misspelt(state: State, heard: Heard) -> Decision:
    """Told by its check digit alone, which everybody can count: no folio is looked up."""
    asking = replace(_asking(state, Stage.folio), misses=state.misses)
    return _missed(asking, heard, AskFolio(again=True, misspelt=True))


def _missed(state: State, heard: Heard, ask: AskFolio | AskKey) -> Decision:
    """Without a folio or its key, and after two failures, a person looks for it."""
    missed = replace(state, misses=state.misses + 1)
    is_folio = state.stage is Stage.folio
    is_lost = heard.skips or (is_folio and (heard.withholds or omissions.is_lost(heard.text)))
    if missed.misses > 1 or is_lost or omissions.begins_so(heard.text):
        return _person(missed)
    return Decision(missed, (ask,))


def _person(state: State) -> Decision:
    waiting = replace(state.afresh(waits_for_person=True), folio=state.folio)
    return Decision(waiting, (HandOver(Reason.folio, 2),))

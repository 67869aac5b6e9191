"""Who does not want to be registered: told whose matter it is, and let go without a folio."""

import re
from dataclasses import replace

from bot.dialogue import asides, erasing, pending, procedures, request, several
from bot.dialogue.acts import Act, Say
from bot.dialogue.consent import RefuseNotice, WithdrawNotice
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellOffice
from bot.dialogue.reading import (
    agreement,
    asked,
    continuing,
    facts,
    labels,
    marked,
    only_asks,
    saying,
    typed,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, PERSONAL, Stage, State
from bot.dialogue.within import Without
from handoff.rules import catalogue, jurisdiction

_HELP = re.compile(
    r"(?:(?:y|pero|o sea|entonces|por eso|ya|que|asi|si no acepto|so|then|and) )*"
    r"(?:no (?:me|nos|le|se) (?:(?:van? a|pueden?|quieren) )?(?:ayud|atend|atiend|orient|apoy)\w*"
    r"|(?:como|en que) (?:me|nos) (?:van a |pueden? )?(?:ayud|orient|atend|atiend|apoy)\w*"
    r"|(?:como|que) (?:le |la )?hago"
    r"|de que (?:me )?sirven?|(?:ustedes )?(?:para|pa) que (?:estan|sirven)(?: ustedes)?"
    r"|(?:you )?(?:won t|can t|will not) help me|can you (?:still )?help me)"
    r"(?: (?:entonces|pues|o que|o no|si no acepto|sin eso|por eso|con mi \w+|then))*"
)
_KEPT = re.compile(
    r"(?:(?:y|pero|o sea|entonces|oiga|ya|no|si|seguro|todavia|aun|so|me|nos) )*"
    r"(?:(?:tienen?|guardaron|registraron|conservan|borraron|quedo|mandaron|enviaron)"
    r"|(?:se|me) (?:guardo|registro|borro|quedo|mando|envio|cancelo)|do you (?:still )?have)"
    r"(?: (?:guardad[oa]s?|registrad[oa]s?|nada|algo|mis?|el|la|los|my|reporte|datos|informacion"
    r"|queja|peticion|solicitud|denuncia|nombre|telefono|report|data|de|mio|entonces|verdad))*"
)
_NUMBER = re.compile(
    r"(?:(?:y|pero|cual es|me da|tiene|deme|dame|el|su|un|algun|que|what is|the|their) )*"
    r"(?:telefono|numero|contacto|tel|phone|number)(?: (?:de (?:ellos|ahi|alla)|tienen?|es"
    r"|entonces))*"
)
# «No quiero dar mi nombre», not «no sé el nombre de la calle».
_OWN_NAME = re.compile(
    r"\b(?:mi nombre|my name|(?:sin|pon\w+|dar\w*|dej\w+|dig\w+) (?:mi |el )?nombre|quien soy"
    r"|anonim\w+)\b(?! del?\b)"
)
_OWN_DATA = re.compile(r"\b(?:d[aeo]\w*|dej\w+|pon\w+|sin) (?:mis )?datos\b")
# The moves that ask about who attends it, whatever matter they resemble: «¿y ahí a dónde voy?»
_OF_OFFICE = {"address": "place", "hours": "hours", "call": "phone"}
LONGEST = 4  # words of «sin dar mi nombre»
_UNSAID = (*request.RIGHTS, *request.QUESTIONS, *request.DELICATE)


def decide(state: State, heard: Heard) -> Decision | None:
    """What a command says of the notice, or of being registered at all. A right over one's own data
    is registered all the same."""
    is_right = state.category in request.RIGHTS
    match heard.command:
        case typed.REFUSE_NOTICE if not is_right:
            return refuse(state, heard)
        case typed.WITHDRAW if not is_right:
            return withdraw(state, heard)
        case typed.NOTHING:
            return let_go(state, heard)
        case typed.ANONYMOUS if state.stage not in request.FORM and not _tells(heard):
            return unnamed(state)
        case _:
            return None


def _tells(heard: Heard) -> bool:
    """More than «anónimo», to a model a report of its own."""
    return heard.is_matter and len(heard.text.split()) > LONGEST


def without_folio(state: State, heard: Heard) -> Decision | None:
    """«Quiero un folio», of who did not accept the notice: why there is none."""
    is_refused = state.refused_notice and state.category and state.stage is Stage.idle
    is_other = state.lately or heard.has_folio or heard.command == typed.ACCEPT_NOTICE
    words = saying.bare(heard.text).split()
    if not is_refused or is_other or "folio" not in words or continuing.has_folio(heard.text):
        return None
    return Decision(state, (Say("no_folio"),))


def withheld(state: State, heard: Heard) -> Decision | None:
    """Their name, while something else is asked: that is still to be told. None if it is not said,
    or is what was asked."""
    is_asked = state.stage is Stage.collecting and not heard.is_button and not heard.facts
    is_said = heard.command in (None, typed.SKIP) and "?" not in heard.text
    if not is_asked or not is_said or not heard.withholds:
        return None
    kept = _kept_to_themselves(heard.text)
    if not kept or state.asking in kept or erasing.taken_back(state, heard):
        return None
    return asides.put(erasing.without(state, *kept), Without(kept), "withheld")


def _kept_to_themselves(text: str) -> tuple[str, ...]:
    plain = saying.bare(text)
    if _OWN_NAME.search(plain):
        return PERSONAL if labels.of_contact(text) else ("nombre",)
    return PERSONAL if _OWN_DATA.search(plain) else ()


def unnamed(state: State) -> Decision:
    """Without their name, whatever it is about; who refused the notice is in no register."""
    if state.refused_notice:
        told = _orient(state, state) if state.category else Say("what_is_it")
        return Decision(state, (told,))
    open_one = pending.question(state) or (Say("what_is_it"),)
    return Decision(erasing.without(state, *PERSONAL), (Say("anonymous"), *open_one))


def refuse(state: State, heard: Heard) -> Decision:
    """What was told of people is forgotten; whose matter it is can be said at once. After a folio,
    what is refused is what was accepted."""
    if state.lately and _at_hand(state) is None:
        return withdraw(state, heard)
    kept = replace(state.unregistered(), category=_matter(state, heard))
    if not agreement.says_only_that(saying.bare(heard.text)):  # «en Cananea»
        words = kept.request or (heard.text if kept.category else "")
        kept = replace(_there(kept, heard), request=words)
    if kept.category is not None:
        return Decision(kept, (RefuseNotice(opens=False), _orient(kept, kept)))
    if state.stage is Stage.choosing:
        kept = replace(kept, stage=Stage.choosing, options=state.options)
        return Decision(kept, (RefuseNotice(opens=False), *pending.question(kept)))
    return Decision(kept, (RefuseNotice(opens=True),))


def withdraw(state: State, heard: Heard) -> Decision:
    """Nothing more is registered. What has a folio is for an ARCO request to cancel: their right,
    so it is registered in spite of it."""
    offered = State(Stage.second, apart=("arco",), request=heard.text, refused_notice=True)
    kept = replace(offered, danger=state.danger, danger_at=state.danger_at)
    return Decision(replace(kept, lately=state.lately), (WithdrawNotice(),))


def let_go(state: State, heard: Heard) -> Decision | None:
    """«Nomás quería saber eso», «no quiero folio». None where a question of another kind is open:
    whether a case is solved, for one."""
    plain = saying.bare(heard.text)
    has_it = agreement.has_what_was_asked(plain)
    gone = "let_go_besides" if state.lately else "let_go"
    left = "ask_away" if agreement.wants_to_know(plain) and not has_it else gone
    key = _matter(state, heard)
    is_accused = key in several.GRAVE and state.stage in request.FORM
    if state.lately and (is_accused or state.stage is Stage.offering):
        return Decision(state.afresh(), (Say(left),))
    if state.stage in AT_EASE and not key:
        return Decision(state, (Say("thanks" if has_it else left),))
    if state.stage is Stage.second:
        return Decision(state.afresh(), (Say("anything_else"),))
    if state.stage not in (*request.FORM, *AT_EASE, Stage.way, Stage.choosing):
        return None
    if state.stage is Stage.told:
        return procedures.offered_again(state, Say("thanks" if has_it else "let_go"))
    if not key or catalogue.load().categories[key].level == "propio":
        return Decision(state.afresh(), (Say(left),))
    is_how = asked.how(heard)
    is_asked = is_how or asked.is_done_there(heard.text)
    words = request.noting(state, heard).request if is_asked else state.request
    told = replace(state.afresh(), stage=Stage.told, category=key, request=words)
    known = {**state.facts, **facts.told_by(heard, request.category_of(state))}
    for fact in ("nombre", state.asking or ""):
        if told_now := marked.value(heard, fact, marked.BEYOND_DOUBT):
            known[fact] = told_now
    told = replace(told, facts=known, told_in=state.told_in, asks_how=state.asks_how or is_how)
    said = () if is_how and not only_asks.wants_no_register(heard.text) else (Say(gone),)
    return Decision(told, (*said, _orient(told, told, refused=False)))


def oriented(state: State, heard: Heard) -> Decision | None:
    """What is said after the refusal that is no matter: where it is, whether there is no help then,
    or whether something was kept all the same."""
    plain = saying.bare(heard.text)
    if there := placed(state, heard):
        return there
    if wording.is_only_facts(heard):
        return Decision(_there(state, heard), (Say("what_is_it"),))
    is_phone = asked.about(heard.text) == "phone" or ways.asks_number(heard.text)
    if state.category and (is_phone or _NUMBER.fullmatch(plain)):
        kept = _there(state, heard)
        return Decision(kept, (office(kept),))
    if state.category and heard.move == "papers" and heard.is_no_matter:
        return Decision(state, (Say("they_say"), office(state)))
    is_asked = state.category and (heard.is_no_matter or not heard.is_matter)
    if is_asked and (about := _OF_OFFICE.get(heard.move)):
        kept = _there(state, heard)
        return Decision(kept, (office(kept, about),))
    if _KEPT.fullmatch(plain):
        return Decision(state, (Say("kept_by_law" if state.lately else "nothing_kept"),))
    whose = (_orient(state, state),) if state.category else ()
    return Decision(state, (Say("still_helped"), *whose)) if _HELP.fullmatch(plain) else None


def office(state: State, about: str = "phone") -> TellOffice:
    """Of who attends the matter at hand, or that it is not known."""
    taker = jurisdiction.taken_by(request.category_of(state))[0]
    return TellOffice(taker, state.facts.get("municipio"), about)


def placed(state: State, heard: Heard) -> Decision | None:
    """Where it is decides who attends what was not registered: the town does; a street is told of
    the same matter, whatever it resembles."""
    told = facts.places_in(heard)
    is_where = heard.move == "place" and not wording.is_sentence(heard.text)
    is_where = is_where or (bool(told) and wording.is_only_facts(heard))
    if not (state.category and is_where) or (state.stage is Stage.told and "municipio" not in told):
        return None
    kept = _there(state, heard)
    return Decision(kept, (_orient(kept, kept, refused=state.refused_notice),))


def _there(state: State, heard: Heard) -> State:
    return replace(state, facts={**state.facts, **facts.places_in(heard)})


def _matter(state: State, heard: Heard) -> str | None:
    """The one at hand, or told along with it: «no acepto, pero ¿quién arregla los baches?»"""
    at_hand = _at_hand(state)
    if at_hand or agreement.says_only_that(saying.bare(heard.text)):
        return at_hand
    said = [heard.intent] if heard.is_matter and heard.is_clear else []
    said += [each.intent for each in heard.parts if each.confidence >= heard.thresholds.sure]
    known = catalogue.load().categories.keys() - {*_UNSAID}
    return next((each for each in said if each in known), None)


def _at_hand(state: State) -> str | None:
    """Not that of a case whose state was told."""
    is_open = state.is_at_work or state.refused_notice or state.stage is Stage.told
    return state.category if is_open else None


def _orient(kept: State, before: State, *, refused: bool = True) -> Act:
    return procedures.orient(replace(kept, facts=before.facts), refused=refused)

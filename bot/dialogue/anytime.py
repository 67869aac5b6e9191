"""What may be asked at any moment: a person, cancel, help, the start, a folio, the notice."""

import re
from dataclasses import replace

from bot.dialogue import (
    additions,
    asides,
    denials,
    erasing,
    harm,
    lately,
    links,
    misunderstanding,
    pending,
    perils,
    request,
    status,
    unregistered,
    untold,
)
from bot.dialogue.acts import (
    Accompany,
    Act,
    HandOver,
    Say,
    TellHours,
    Welcome,
)
from bot.dialogue.after import ExplainCase
from bot.dialogue.consent import AcceptNotice, ShowNotice
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact
from bot.dialogue.reading import (
    details,
    facts,
    naming,
    omissions,
    pausing,
    questions,
    typed,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, PERSONAL, Stage, State
from handoff.rules import catalogue, directory, jurisdiction
from handoff.rules.reasons import Reason

# What may interrupt a question of the bot; anything else is taken as its answer.
PLAIN = {"ayuda": "help", "identidad_bot": "identity"}
# Commands that are answered with words and change nothing.
TOLD: dict[str, Act] = {
    typed.HELP: Say("help"),
    typed.NOTICE: ShowNotice(),
    typed.UNKNOWN: Say("unknown_command"),
}
# A folio, or its key.
_LOST_IT = re.compile(
    r"(?:(?:no|pues|es que|ay|uy|la verdad|ya|creo que|fijese) )*(?:no (?:l[oa] )?"
    r"(?:encuentro|hallo|veo|guarde|apunte|anote|conserve)"
    r"|(?:se me |l[oa] |me l[oa] )+(?:perdi|perdio|borre|borro|borraron|tire|extravio|extravie)"
    r"|i (?:lost|can t find|cannot find) it)"
    r"(?: (?:ya|ahorita|por ningun lado|en ningun lado|el folio|la clave|el papel|el mensaje))*"
)
OF_DATA = ("obliged", "use")  # asides: of a datum that need not be told
IF_NOW = ("seguridad",)  # who asks whom to call may see it happen
INTERRUPTIONS = ("hablar_con_persona", "cancelar", *PLAIN)
# Moves of who gives nothing up.
GO_ON = ("add", "contact", "detail", "name", "place", "since", "unclear", "wait")


def interruption(state: State, heard: Heard) -> Decision | None:
    """None if the message asks for nothing of this."""
    is_asked = not state.danger and wording.is_question(heard)
    if state.danger_at is not None and denials.is_over(heard.text) and not is_asked:
        calmed = Accompany(state.danger or perils.ANY, denied=True)
        return Decision(state, (calmed, *pending.question(state)))
    if payload := heard.chosen(typed.START):
        return links.follow(state, heard, payload)
    if heard.command == typed.HOURS:
        return hours(state, heard)
    if heard.command in TOLD:
        return asides.put(state, TOLD[heard.command], heard.command)
    if heard.command == typed.WHOM:
        return _tell_whom(state)
    if heard.command is not None:
        decided = unregistered.decide(state, heard)
        return decided or _commanded(state, heard, heard.command)
    is_sure = heard.is_sure and not heard.facts and not _is_answer(state, heard)
    is_sure = is_sure and not (state.stage in request.FORM and additions.asks(heard.text))
    if state.stage is Stage.idle or not is_sure or heard.intent not in INTERRUPTIONS:
        return None
    match heard.intent:
        case "hablar_con_persona":
            return person(state)
        case "cancelar":
            return _given_up(state, heard)
        case intent:
            is_of_summary = intent == "ayuda" and state.stage is Stage.confirming
            return asides.put(state, Say("check_it" if is_of_summary else PLAIN[intent]), intent)


def hours(state: State, heard: Heard) -> Decision:
    """Of this desk, on the day that is asked for."""
    told = TellHours(heard.entity("fecha"))
    return asides.put(state, told, f"hours {told.day or ''}:{directory.OWN}")


def _is_answer(state: State, heard: Heard) -> bool:
    """«Por este medio», «prefiero llamarles yo», that ask for no person of ours; «borre mi
    teléfono», that cancels nothing else; and what goes with the folio, «ya no hace falta», where
    another matter was offered."""
    if state.stage is Stage.second:
        return bool(state.lately) and lately.is_of_it(heard, state.lately_about)
    if state.stage in (Stage.about, Stage.offering, Stage.notified, Stage.resolving):
        is_asked = questions.whole(heard.text) is not None
        return is_asked or lately.is_of_it(heard, state.category)
    if state.stage in (Stage.way, Stage.told):
        return any(ways.said(heard.text))
    is_by_this = state.asking == "contacto" and wording.means_this_channel(heard.text)
    is_by_this = is_by_this or ways.asks_to_be_called(heard.text)
    return is_by_this or bool(erasing.taken_back(state, heard))


def as_it_is(state: State, heard: Heard) -> Heard:
    """«Así déjelo» goes on without the fact, or registers what stands; else it gives up. «Mándelo»
    registers the summary. Who cannot be called leaves out the telephone; «no lo encuentro» is of
    the folio that is asked for. «¿Hay alguien ahí?» is a greeting, «¿a qué se dedican?» asks for
    help."""
    if naming.only_calls(heard.text):
        return replace(heard, meaning=replace(heard.meaning, intent="saludo", confidence=1.0))
    if naming.asks_what_for(heard.text):
        return replace(heard, command=typed.HELP)
    is_shown = state.stage in (Stage.confirming, Stage.correcting) and bool(heard.text)
    if heard.command == typed.SEND and is_shown:
        return replace(heard, command=typed.YES)
    is_of_folio = state.stage in (Stage.folio, Stage.key) or state.asking == "folio"
    is_lost = is_of_folio and _LOST_IT.fullmatch(typed.bare(heard.text))
    if is_lost or untold.has_no_folio(state, heard):
        return replace(heard, command=typed.SKIP)
    if _cannot_be_called(state, heard) or _needs_none(state, heard) or _withholds(state, heard):
        return replace(heard, command=typed.SKIP)
    if heard.command != typed.AS_IT_IS or state.stage in (Stage.way, Stage.told):
        return heard
    if state.waits_for_person or state.stage not in request.FORM:
        return replace(heard, command=typed.CANCEL)
    means = typed.SKIP if state.stage is Stage.collecting else typed.YES
    return replace(heard, command=means)


def _needs_none(state: State, heard: Heard) -> bool:
    """«No hace falta», of their name or of anything more."""
    is_own = state.stage is Stage.collecting and state.asking in PERSONAL
    is_shown = state.stage in (Stage.confirming, Stage.correcting)
    if is_shown and heard.declines and " " in heard.text and state.aside in OF_DATA:
        return True  # «¿tengo que dar mi nombre?», «no, gracias»
    is_open = heard.command is None and (is_own or is_shown) and "?" not in heard.text
    return is_open and omissions.needs_none(typed.bare(heard.text))


def _withholds(state: State, heard: Heard) -> bool:
    """In words that no rule knows. What is said of a name leaves out no street."""
    is_asked = state.stage is Stage.collecting and (
        state.asking in PERSONAL or not omissions.is_of_oneself(typed.bare(heard.text))
    )
    is_shown = state.stage in (Stage.confirming, Stage.correcting)
    is_after = state.lately is not None and state.stage in (Stage.idle, Stage.about)
    is_after = is_after and omissions.is_of_oneself(typed.bare(heard.text))
    is_meant = heard.move == "withhold" and questions.topic(heard.text) is None
    is_meant = is_meant and not pausing.asks_to_wait(heard.text)
    return is_meant and not heard.facts and (is_asked or is_shown or is_after)


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
    return omissions.cannot_be_called(typed.bare(heard.text), asked=asked)


def _commanded(state: State, heard: Heard, command: str) -> Decision | None:
    match command:
        case typed.PERSON:
            return person(state)
        case typed.CANCEL:
            return cancel(state)
        case typed.START:
            return Decision(state.afresh(), (Welcome(opens=True),))
        case typed.ACCEPT_NOTICE if state.refused_notice:
            return _accept(state)
        case typed.STATUS:
            return status.begin(state.afresh(), heard)
        case typed.OTHER_MATTER if state.stage is not Stage.choosing:
            return misunderstanding.ask_again(state)
        case typed.OTHER if state.stage is Stage.collecting and " " in heard.text:
            return misunderstanding.ask_again(state)
        case typed.NOT_THAT if state.stage not in (Stage.choosing, Stage.confirming):
            return misunderstanding.ask_again(state)
        case _:
            return None


def _tell_whom(state: State) -> Decision:
    """Of the matter at hand, where it is not for this State alone; else what to tell first."""
    key, place = state.category, state.facts.get("municipio")
    if key is None and state.lately:
        return Decision(state, (ExplainCase("call"),))
    if key and state.refused_notice and not request.has_contact(state):
        return Decision(state, (unregistered.phone(state), *pending.question(state)))
    if key and state.stage in request.FORM and _is_our_state(key):
        return asides.put(state, unregistered.phone(state), f"phone:{key}")
    if key is None or not request.is_others(key):
        return Decision(state, (Say("whom_to_call"), *pending.question(state)))
    if not request.has_contact(state):
        now = (Say("if_it_happens"),) if key in IF_NOW else ()
        return Decision(state, (pending.whose(state), *now, *pending.question(state)))
    if state.stage not in (Stage.way, Stage.told):
        return Decision(state, (TellContact(key, place), *pending.shortly(state)))
    return Decision(replace(state, stage=Stage.told), (TellContact(key, place, offers=True),))


def _is_our_state(key: str) -> bool:
    """One agency of this State attends it, and not this desk."""
    category = catalogue.load().categories[key]
    is_plain = category.level == "estatal" and key not in request.GUIDED
    return is_plain and jurisdiction.taken_by(category)[0] != directory.OWN


def _accept(state: State) -> Decision:
    """A matter that was told before is registered now."""
    accepted = replace(state, refused_notice=False)
    if state.stage is Stage.choosing:
        return Decision(accepted, (AcceptNotice(opens=False), *pending.question(accepted)))
    if state.category is None:
        return Decision(accepted.afresh(), (AcceptNotice(),))
    along = facts.told_along(state.request, request.category_of(state))
    told = replace(accepted, facts={**along, **state.facts})
    begun = request.start(told, state.category)
    if begun.state.stage is Stage.way:  # they have the contact, and want it registered
        begun = request.go_on(begun.state)
    return replace(begun, acts=(AcceptNotice(opens=False), *begun.acts))


def person(state: State) -> Decision:
    category = catalogue.load().categories.get(state.category or "")
    priority = category.priority if category else 2
    return Decision(replace(state, waits_for_person=True), (HandOver(Reason.asked, priority),))


def _given_up(state: State, heard: Heard) -> Decision | None:
    """Not by who only wants a moment; of a summary that is shown, the last remark alone may be."""
    if state.is_at_work and heard.move in GO_ON:
        return None
    is_shown = state.stage is Stage.confirming
    return _without_last(state) if is_shown and details.takes_back(heard.text) else cancel(state)


def _without_last(state: State) -> Decision:
    told, _, last = state.request.rpartition("\n")
    if not told or not last:
        return Decision(replace(state, stage=Stage.correcting), pending.question(state))
    return request.go_on(replace(state, request=told, misses=0), Say("without_it"))


def cancel(state: State) -> Decision:
    if state.stage in (Stage.second, Stage.told):  # what was given is not cancelled with it
        return Decision(state.afresh(), (Say("anything_else"),))
    nothing = "folio_goes_on" if state.lately else "nothing_to_cancel"
    what = nothing if state.stage in AT_EASE else "cancelled"
    return Decision(state.afresh(), (Say(what),))

"""What may be asked at any moment: a person, cancel, help, the start, a folio, the notice."""

from dataclasses import replace

from bot.dialogue import (
    additions,
    asides,
    denials,
    erasing,
    harm,
    links,
    misunderstanding,
    of_the_case,
    pending,
    perils,
    pleas,
    request,
    status,
    unregistered,
    whose,
)
from bot.dialogue.acts import Accompany, Act, HandOver, Say, TellHours
from bot.dialogue.after import ExplainCase
from bot.dialogue.consent import AcceptNotice, ShowNotice
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact
from bot.dialogue.reading import (
    asked,
    called,
    cancelling,
    continuing,
    details,
    facts,
    questions,
    typed,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State, from_json
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
IF_NOW = ("seguridad",)  # who asks whom to call may see it happen
INTERRUPTIONS = ("hablar_con_persona", "cancelar", *PLAIN)
# Moves of who gives nothing up.
GO_ON = ("add", "contact", "correction", "detail", "name", "place", "since", "unclear", "wait")
OF_FACTS = ("contact", "correction", "name", "place")
LOOKUP = (Stage.folio, Stage.key)


def interruption(state: State, heard: Heard) -> Decision | None:
    """None if the message asks for nothing of this."""
    if state.danger_at is not None and (said := _after_danger(state, heard)):
        return Decision(state, (said, *pending.question(state)))
    if payload := heard.chosen(typed.START):
        return links.follow(state, heard, payload)
    if heard.command == typed.HOURS:
        return hours(state, heard)
    if heard.command in TOLD:
        return asides.put(state, TOLD[heard.command], heard.command)
    if heard.command == typed.WHOM:
        return _tell_whom(state)
    if heard.command is not None:
        return unregistered.decide(state, heard) or _commanded(state, heard, heard.command)
    is_sure = heard.is_sure and not heard.facts and not _is_answer(state, heard)
    is_sure = is_sure and not (state.stage in request.FORM and additions.asks(heard.text))
    if state.stage is Stage.idle or not is_sure or heard.intent not in INTERRUPTIONS:
        return None
    match heard.intent:
        case "hablar_con_persona":
            return person(state)
        case "cancelar":
            goes_on = state.is_at_work and heard.move in GO_ON  # who only wants a moment
            return None if goes_on else given_up(state, heard)
        case intent:
            return asides.put(state, _helped(state, heard), intent)


def _helped(state: State, heard: Heard) -> Act:
    """«No le entiendo», of the summary or of the key that is asked for, is told of that."""
    if heard.intent == "ayuda" and state.stage is Stage.confirming:
        return Say("check_it")
    if state.stage is Stage.key and heard.move == "unclear":
        return asides.explained(state, heard, "key")
    if state.apart and asked.is_at_an_office(heard.text):
        return Say("question")
    return Say(PLAIN[heard.intent])


def _after_danger(state: State, heard: Heard) -> Accompany | None:
    """«Ya pasó», «¿y los niños pueden salir?»"""
    kind = state.danger or perils.ANY
    if (topic := pleas.topic(heard.text)) in (pleas.SAFE, "where"):
        return Accompany(kind, about=pleas.DENOUNCED if topic == "where" else topic)
    is_asked = not state.danger and wording.is_question(heard)
    is_over = denials.is_over(heard.text) and not is_asked
    return Accompany(kind, denied=True) if is_over else None


def hours(state: State, heard: Heard) -> Decision:
    """Of this desk, on the day that is asked for."""
    told = TellHours(heard.entity("fecha"))
    return asides.put(state, told, f"hours {told.day or ''}:{directory.OWN}")


def _is_answer(state: State, heard: Heard) -> bool:
    """«Por este medio», «prefiero llamarles yo», that ask for no person of ours; «borre mi
    teléfono», that cancels nothing else; and what goes with the folio, «ya no hace falta», where
    another matter was offered; «su apellido es Yesca», that asks who we are in no way; «me llamo
    Óscar Iván»."""
    if state.is_at_work and heard.move in ("name", *questions.OF_DISCRETION):
        return True
    if heard.intent in PLAIN and called.among(heard.text, state.options):  # «es un apoyo»
        return True
    if state.stage in (Stage.second, *LOOKUP):
        return bool(state.lately) and of_the_case.is_of_it(heard, state.lately_about)
    if state.stage in (Stage.about, Stage.offering, Stage.notified, Stage.resolving):
        is_asked = questions.whole(heard.text) is not None
        return is_asked or of_the_case.is_of_it(heard, state.category)
    if state.stage in (Stage.way, Stage.told):
        return any(ways.said(heard.text))
    is_by_this = state.asking == "contacto" and wording.means_this_channel(heard.text)
    is_by_this = is_by_this or ways.asks_to_be_called(heard.text)
    is_by_this = is_by_this or (state.stage in request.FORM and ways.wants_writing(heard.text))
    return is_by_this or bool(erasing.taken_back(state, heard))


def _commanded(state: State, heard: Heard, command: str) -> Decision | None:
    match command:
        case typed.PERSON:
            return person(state)
        case typed.CANCEL:
            return cancel(state, heard)
        case typed.START:
            return links.start(state)
        case typed.ACCEPT_NOTICE if state.refused_notice:
            return _accept(state)
        case typed.STATUS:
            return links.set_aside(state, status.begin(state.afresh(), heard))
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
    if key and state.refused_notice and not whose.has_contact(state):
        return Decision(state, (unregistered.office(state), *pending.question(state)))
    if key and state.stage in (*request.FORM, Stage.told) and _is_our_state(key):
        return asides.put(state, unregistered.office(state), f"phone:{key}")
    if key in request.GUIDED and state.stage in request.FORM:
        return asides.put(state, harm.guide(key, state.request), f"guide:{key}")
    if key is None or not whose.is_others(key):
        return Decision(state, (Say("whom_to_call"), *pending.question(state)))
    if not whose.has_contact(state):
        now = (Say("if_it_happens"),) if key in IF_NOW else ()
        return Decision(state, (pending.whose(state), *now, *pending.shortly(state)))
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


def given_up(state: State, heard: Heard) -> Decision:
    """Of a summary, the last remark alone may be; a person looks up a folio not given here."""
    is_case = continuing.withdraws(heard.text) or continuing.names_case(heard.text)
    if is_case and not (state.is_at_work or state.lately):
        waiting = replace(state, misses=0, waits_for_person=True)
        return Decision(waiting, (HandOver(Reason.folio, 2),))
    is_shown = state.stage is Stage.confirming
    takes_back = is_shown and details.takes_back(heard.text)
    return _without_last(state) if takes_back else cancel(state, heard)


def _without_last(state: State) -> Decision:
    told, _, last = state.request.rpartition("\n")
    if not told or not last:
        return Decision(replace(state, stage=Stage.correcting), pending.question(state))
    return request.go_on(replace(state, request=told, misses=0), Say("without_it"))


def cancel(state: State, heard: Heard) -> Decision:
    if state.stage in (Stage.second, Stage.told):  # what was given is not cancelled with it
        return Decision(state.afresh(), (Say("anything_else"),))
    has_one = state.lately or state.folio or state.stage in LOOKUP
    if state.is_at_work and state.stage is not Stage.same:
        left = replace(state, before=None, given_up=None).as_json()
        said = Say("cancelled_besides" if state.lately else "cancelled")
        is_good = heard.meaning.move.name == "solved" and denials.ends_well(heard.text)
        relief = (Say("good_news"),) if is_good or continuing.is_here(heard.text) else ()
        return Decision(replace(state.afresh(), given_up=left), (*relief, said))
    return Decision(state.afresh(), (Say("folio_goes_on" if has_one else "nothing_to_cancel"),))


def taken_up(state: State, heard: Heard) -> Decision | None:
    """What was cancelled, where they want it after all and have told nothing else since."""
    is_other = heard.facts or (heard.is_clear and heard.is_matter)
    if not state.given_up or state.stage not in (Stage.idle, *LOOKUP) or is_other:
        return None
    if not cancelling.takes_back(heard.text):
        return None
    before = replace(from_json(state.given_up), misses=0)
    return Decision(before, (Say("we_were_here"), *pending.question(before)))

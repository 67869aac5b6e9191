"""What plainly goes with the case registered last, and how it is taken."""

import re
from dataclasses import replace

from bot.dialogue import erasing, gone_by, household, missing, several
from bot.dialogue.acts import Say
from bot.dialogue.after import Add, TellCases
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    agreement,
    called,
    cancelling,
    continuing,
    facts,
    saying,
    soon,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue

LIKELY = 0.6  # chance of a move that a telephone bears out
SUGGESTION, COMPLAINT = "sugerencia", "queja_atencion"
# «De que era, pues de una silla de ruedas», of the petition that nobody answered.
_WAS_ABOUT = re.compile(
    r"(?:(?:y|de que|es que|pues|eso|esa|oiga|ah|si|(?:la|mi|esa|el|lo que) (?:\w+ )?) ?)*"
    r"(?:era|fue|habia pedido|pedi|solicite|estaba pidiendo)\b"
)
FEW = 8  # words of who would rather not be named
_REPORTS = re.compile(r"\b(?:denunci|report|quej|pon(?:er|go)|otr[oa]\b)")
_UNREACHED = re.compile(r"sin (?:mis )?(?:datos|contacto|nombre|telefono|correo)")
CONTACTS = {"telefono", "correo"}
# «Ah y también más lámparas», of who has suggested something.
_SUGGESTS = re.compile(
    r"(?:(?:ah|oh|oiga|bueno|perdon) )*(?:(?:y|tambien|ademas|aparte) )+(?:de )?"
    r"(?:(?:que )?(?:pong\w+|haya|hag\w+|puedan?|deberian?|arregl[ae]n|quit[ae]n|den|sea)"
    r"|mas|un[oa]s?|otr[oa]s?|l[oa]s|el|la|lo de)\b"
)


def goes_with_it(heard: Heard, about: str | None) -> bool:
    """«Se me olvidó decirles…», «ya lo arreglaron», «cancelen mi reporte»: plainly about a case,
    unless it names another matter."""
    text = heard.text
    if heard.command:
        return False
    if continuing.withdraws(text) or continuing.tells_how_to_reach(text):
        return True
    if erasing.is_of_a_person(saying.bare(text)) or _has_a_day(heard):
        return True
    if about not in several.DELICATE and gone_by.is_all(text):
        return True
    if about == SUGGESTION and heard.intent not in several.GRAVE and _suggests(text):
        return True
    if about == COMPLAINT and _WAS_ABOUT.match(saying.bare(text)):
        return heard.intent not in several.GRAVE
    if continuing.is_half_done(text) and _is_there(heard, about):
        return True
    if household.is_told(text) and about not in several.DELICATE:
        return True
    if continuing.plainly_adds(text) or continuing.is_shortly_over(text):
        return True
    is_surely_other = heard.is_sure and heard.is_matter and heard.intent != about
    is_more = continuing.adds(text) or continuing.is_over(text) or soon.is_told(text)
    return not is_surely_other and is_more


def _has_a_day(heard: Heard) -> bool:
    """«La cita es el lunes», to a model a question."""
    return heard.intent in several.QUESTIONS and soon.is_told(heard.text)


def _is_there(heard: Heard, about: str | None) -> bool:
    """It is mended where it is, by who comes there, and no other place is told."""
    category = catalogue.load().categories.get(about or "")
    is_of_a_place = category is not None and "calle" in category.asks
    is_elsewhere = facts.places_in(heard).keys() & {"municipio", "colonia"}
    return is_of_a_place and not is_elsewhere and heard.intent not in several.GRAVE


def _suggests(text: str) -> bool:
    return bool(_SUGGESTS.match(saying.bare(text))) and not continuing.is_apart(text)


def is_other(heard: Heard, about: str | None) -> bool:
    return heard.is_clear and heard.is_matter and heard.intent != about


def tells_how_to_reach(heard: Heard, about: str | None) -> bool:
    """«¿Me pueden hablar en la tarde?»: a wish, whatever it resembles."""
    is_wish = continuing.tells_how_to_reach(heard.text)
    return is_wish and not (heard.command or is_other(heard, about))


def is_of_it(heard: Heard, about: str | None) -> bool:
    """The same, out of the line, where «cancele por favor» can only mean the folio."""
    is_cancelled = continuing.cancels(heard.text) and not (heard.command or is_other(heard, about))
    is_said = is_cancelled or _gives_it_up(heard) or _is_contact(heard)
    return is_said or goes_with_it(heard, about)


def _is_contact(heard: Heard) -> bool:
    """«Mi correo es ana@example.mx, por si no contesto», and nothing else; «soy pensionada, Hilda
    Moreno, 6622998811», whatever that resembles."""
    told = {each.entity for each in heard.facts}
    is_contact = heard.move == "contact" and bool(told) and told <= CONTACTS
    move = heard.meaning.move
    is_name = move.name == "name" and move.confidence >= LIKELY
    return is_contact or (is_name and not told.isdisjoint(CONTACTS))


def _gives_it_up(heard: Heard) -> bool:
    """«Ya no quiero la denuncia», in words that no rule knows."""
    is_meant = heard.means("cancelar") and not heard.command
    return is_meant and continuing.names_case(heard.text)


def leaves_no_contact(heard: Heard) -> bool:
    """«No quiero problemas con él, anónimo», too; not «quiero una denuncia anónima»."""
    is_short = len(heard.text.split()) <= FEW and not _REPORTS.search(saying.bare(heard.text))
    is_nameless = is_short and agreement.is_nameless(heard.text) and "?" not in heard.text
    is_unreached = is_nameless or bool(_UNREACHED.fullmatch(saying.bare(heard.text)))
    return bool(heard.text and heard.skips) or is_unreached


def is_its_street(state: State, heard: Heard) -> bool:
    """Of a case whose town is known, and no street; and no other town is told."""
    if heard.move != "place" and not wording.is_only_facts(heard):
        return False
    told = {**facts.retold(state.there, heard, "colonia"), **facts.told_by(heard)}
    town = told.get("municipio", state.there.get("municipio"))
    is_lacking = "municipio" in state.there and "calle" not in state.there
    return is_lacking and "calle" in told and town == state.there["municipio"]


def added(state: State, heard: Heard, folio: str) -> Decision:
    """What plainly goes with it; good news, and the wish to cancel, are heard as such. Of several
    it is asked which is to be cancelled, unless they name it."""
    is_cancelled = continuing.asks_to_cancel(heard.text) or _gives_it_up(heard)
    if is_cancelled and state.stage is Stage.idle and state.earlier and not _is_named(state, heard):
        return Decision(state, (TellCases(words=heard.text),))
    contact = facts.told_by(heard).get(facts.CONTACT)
    known = {**state.facts, facts.CONTACT: contact} if contact else state.facts
    return with_words(replace(state, facts=known), heard.text, folio, is_cancelled=is_cancelled)


def _is_named(state: State, heard: Heard) -> bool:
    about = state.lately_about or ""
    is_meant = heard.is_matter and heard.intent == about
    return is_meant or bool(called.spoken_of(heard.text, (about,)))


def with_words(state: State, words: str, folio: str, *, is_cancelled: bool) -> Decision:
    if missing.is_death(words) or erasing.is_of_a_person(saying.bare(words)):
        said = None
    elif is_cancelled:
        said = Say("stays_open" if cancelling.keeps(words) else "cancel_noted")
    elif continuing.is_solved(words):
        said = Say("good_news")
    else:
        said = Say("not_needed") if continuing.is_not_needed(words) else None
    is_met = said not in (None, Say("good_news"))
    return Decision(state, (*((said,) if said else ()), Add(folio, words, is_met)))

"""What is told where a menu asks which matter it is: facts, and more of the story. They are kept;
after a place it is asked once more. Then the likelier, by all that was told, is taken and said."""

import re
from dataclasses import replace

from bot.dialogue import request, several, told_beside, unsure
from bot.dialogue.acts import Act, AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    corners,
    details,
    facts,
    labels,
    languages,
    names,
    passing,
    saying,
    streets,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from handoff.rules import catalogue
from nlu import english

TOLD = "told_at_menu"  # the aside of a fact
TELLING = ("add", "correction", "detail", "matter", "since", "solved")  # moves
LEAST = 3  # words of a story
MOST_OF_A_NO = 4  # words
MOST_LIKELY = 2  # of what is offered for what was told
MOST_OF_A_PLACE = 3  # words of «en la colonia»; in more another place is named
OF_ONE_KIND = ("escuela", "institucion", "ruta", "tramo")  # facts that few matters ask for
MOST_OF_A_FARM = 4  # words of what it is called
_LEADS = re.compile(
    r"(?:(?:hola|pues|yo|soy|somos|vivo|de|del|la|el|en|me|llamo|y|mi|mis|nombre|es|tel|telefono|cel"
    r"|celular|numero|correo|whats\w*|aqui|para|servirle|gracias|municipio|colonia) ?)*"
)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it tells no fact, or more than facts."""
    if heard.skips and labels.of_contact(heard.text):  # «no tengo teléfono»
        left = replace(state, skipped=(*state.skipped, facts.CONTACT))
        return _taken(left, heard, Say("noted"))
    is_read = _is_placed(heard) or not languages.looks_english(heard.text)
    if heard.command or not is_read or not _tells_a_fact(state, heard):
        return None
    name = names.alone(heard) or names.with_phone(heard)
    is_another = name is not None and "nombre" in state.facts  # it may be for whom it is
    own = {"nombre": name} if name and not is_another else {}
    known = {**state.facts, **facts.told_by(heard), **own}
    is_place = _is_only_a_place(state, heard) and not facts.places_in(heard)  # «Hermosillo»
    is_called = _is_farm(heard.text) or is_place
    called = {"colonia": wording.titled(heard.text)} if is_called else {}
    told = replace(state, facts={**called, **known})
    noted = Say("noted" if heard.text else "got_location")
    if _is_plainly_where(heard) and state.aside != TOLD:
        return _asked_again(request.noting(told, heard), noted)
    if is_another or _goes_with_it(heard):
        return _taken(request.noting(told, heard), replace(heard, told=None), noted)
    news = told.facts.keys() - state.facts.keys()
    is_place = bool(news) and news <= {*facts.PLACES}
    return (
        _asked_again(told, noted)
        if is_place and state.aside != TOLD
        else _taken(told, heard, noted)
    )


def corrected(state: State, heard: Heard) -> Decision | None:
    """A fact that was told before."""
    more = corners.more_of(state.facts, heard)
    changed = {} if heard.command else more or facts.corrections(state.facts, heard)
    known = replace(state, facts={**state.facts, **changed})
    return _taken(request.noting(known, heard), heard, Say("noted")) if changed else None


def more(state: State, heard: Heard) -> Decision | None:
    """More of the story, which by itself may resemble anything. None if it is another matter, or
    no story."""
    is_told = heard.move in TELLING or heard.is_matter or _denies(heard)
    is_told = is_told or heard.intent == "fuera_de_ambito"  # told where a matter is, it is of that
    is_said = is_told and len(heard.text.split()) >= LEAST and not wording.is_question(heard)
    likelier = None if heard.command or not is_said else _likelier(state, heard)
    if likelier is None or _is_another(heard):
        return None
    return _taken(state, heard, Say("noted"), likelier)


def _denies(heard: Heard) -> bool:
    """«No, fue el sábado, ahorita no hay peligro» says no good-bye."""
    return heard.means("negar") and len(heard.text.split()) > MOST_OF_A_NO


def _is_another(heard: Heard) -> bool:
    """Plain by itself, and with all that was told before it."""
    story = heard.story or heard.meaning
    is_plain = heard.is_clear and heard.is_matter and told_beside.is_one(heard)
    is_grave = is_plain and heard.intent in several.GRAVE
    return is_grave or (
        is_plain and story.intent == heard.intent and story.confidence >= several.APART_FROM
    )


def _likelier(state: State, heard: Heard) -> str | None:
    """Of what is offered, by the whole story, but for the matters that come after it."""
    ranking = (heard.story or heard.meaning).ranking
    left = 1 - sum(chance for name, chance in ranking if name in state.apart)
    offered = (name for name, chance in ranking if chance >= several.UNLIKELY * left)
    return next((name for name in offered if name in state.options), None)


def _taken(state: State, heard: Heard, said: Act, likelier: str | None = None) -> Decision:
    """Who goes on telling has not looked at the menu, and is not asked the same again: the summary
    shows what was taken. Where one is delicate it is asked once more, and then a person is
    called."""
    is_plain = not {*state.options} & {*several.DELICATE} and len(state.options) <= MOST_LIKELY
    if is_plain:
        begun = unsure.taken(state, heard, likelier or _fitting(state, heard))
        return replace(begun, state=replace(begun.state, rather=state.options))
    if state.aside != TOLD:
        return _asked_again(state, said)
    open_one = replace(state, stage=Stage.idle, options=(), misses=1, told_in=0)
    return request.missed(open_one)


def _fitting(state: State, heard: Heard) -> str:
    """The first, but for one that asks for another kind of place than is told: «en el IMSS de
    Navojoa» is of no school."""
    told = passing.told(heard.text).keys() & {*OF_ONE_KIND}
    categories = catalogue.load().categories
    likely = (*state.options, heard.intent) if heard.is_sure else state.options
    asked = {
        each: {*categories[each].asks} & {*OF_ONE_KIND} for each in likely if each in categories
    }
    fitting = (each for each, kinds in asked.items() if not (told and kinds) or told & kinds)
    return next(fitting, state.options[0])


def _asked_again(state: State, said: Act) -> Decision:
    """Once: where it is, tells nothing of which of them it is."""
    return Decision(replace(state, aside=TOLD, asides=1), (said, AskWhich(state.options)))


def _tells_a_fact(state: State, heard: Heard) -> bool:
    is_when = details.tells_when(heard.text)
    is_place = state.language == "en" and bool(heard.facts) and not english.matters(heard.text)
    is_fact = wording.is_only_facts(heard) or wording.is_name_alone(heard.text)
    is_point = not heard.text and facts.POINT in facts.told_by(heard)
    is_own = labels.tells_contact(heard.text) or names.with_phone(heard) is not None
    is_own = is_own or names.alone(heard) is not None or _is_of_oneself(heard)
    is_place = is_place or _is_placed(heard) or _is_farm(heard.text)
    is_place = is_place or _is_only_a_place(state, heard)
    return is_when or is_place or is_own or is_point or (bool(heard.text) and is_fact)


def _is_of_oneself(heard: Heard) -> bool:
    """«Soy de Quiriego, me llamo María Yocupicio y mi cel es…»: nothing is told besides."""
    told = facts.told_by(heard)
    rest = wording.without(heard, wording.BESIDE_WORDS).replace(told.get("nombre", " "), " ")
    return not told.keys().isdisjoint(PERSONAL) and bool(_LEADS.fullmatch(saying.bare(rest)))


def _is_farm(text: str) -> bool:
    """«Ranchito Los Conejos», whatever animals it is called after."""
    first, *rest = saying.bare(text).split() or [""]
    return (
        first in streets.LAND and 0 < len(rest) < MOST_OF_A_FARM and not wording.is_sentence(text)
    )


def _is_placed(heard: Heard) -> bool:
    """«En Empalme, la primaria Juan Escutia», whatever a school resembles."""
    is_named = any(labels.leads(each, heard.text) for each in ("colonia", "escuela", "municipio"))
    return heard.is_no_matter and heard.move == "place" and (is_named or bool(heard.facts))


def _is_only_a_place(state: State, heard: Heard) -> bool:
    """«Modelo», «la Ley 57»: in so few words, by what it does, and none of what is offered."""
    is_short = len(heard.text.split()) <= MOST_OF_A_PLACE
    likely = {name for name, chance in heard.meaning.ranking if chance >= several.LIKELY}
    is_other = heard.is_clear or not likely.isdisjoint(state.options)
    return is_short and heard.move == "place" and not is_other


def _is_plainly_where(heard: Heard) -> bool:
    """«Primaria Benito Juárez de Guaymas»: beyond doubt where, and not which."""
    return heard.is_no_matter and heard.move == "place" and _is_placed(heard)


def _goes_with_it(heard: Heard) -> bool:
    """It tells what no fact keeps."""
    is_said = details.tells_when(heard.text) or labels.tells_contact(heard.text)
    return (
        is_said
        or _is_farm(heard.text)
        or (_is_placed(heard) and wording.says_more(heard, MOST_OF_A_PLACE))
    )

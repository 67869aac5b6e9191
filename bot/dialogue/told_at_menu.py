"""What is told where a menu asks which matter it is: a fact, which is kept, and the same menu."""

import re
from dataclasses import replace

from bot.dialogue import request, several, unsure
from bot.dialogue.acts import Act, AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, labels, languages, names, streets, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from nlu import english

TOLD = "told_at_menu"  # the aside of a fact
MOST_LIKELY = 2  # of what is offered for what was told
MOST_OF_A_PLACE = 3  # words of «en la colonia»; in more another place is named
MOST_OF_A_FARM = 4  # words of what it is called
_LEADS = re.compile(
    r"(?:(?:hola|pues|yo|soy|somos|vivo|de|del|la|el|en|me|llamo|y|mi|mis|nombre|es|tel|telefono|cel"
    r"|celular|numero|correo|whats\w*|aqui|para|servirle|gracias|municipio|colonia) ?)*"
)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it tells no fact, or more than facts."""
    if heard.skips and labels.of_contact(heard.text):  # «no tengo teléfono»
        left = replace(state, skipped=(*state.skipped, facts.CONTACT))
        return _same(left, heard, Say("noted"))
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
    if is_another or _goes_with_it(heard):
        told = request.noting(told, heard)
    return _same(told, heard, Say("noted" if heard.text else "got_location"))


def corrected(state: State, heard: Heard) -> Decision | None:
    """A fact that was told before."""
    changed = {} if heard.command else facts.corrections(state.facts, heard)
    known = replace(state, facts={**state.facts, **changed})
    return _same(request.noting(known, heard), heard, Say("noted")) if changed else None


def _same(state: State, heard: Heard, said: Act) -> Decision:
    """The second time who tells more of it has not looked at the menu: the likelier is taken, and
    said; a person is called where one is grave."""
    if state.aside != TOLD:
        return Decision(replace(state, aside=TOLD, asides=1), (said, AskWhich(state.options)))
    if {*state.options} & {*request.GUIDED} or len(state.options) > MOST_LIKELY:
        open_one = replace(state, stage=Stage.idle, options=(), misses=1, told_in=0)
        return request.missed(open_one)
    return unsure.taken(state, heard, state.options[0])


def _tells_a_fact(state: State, heard: Heard) -> bool:
    is_when = wording.tells_when(heard.text)
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
    return not told.keys().isdisjoint(PERSONAL) and bool(_LEADS.fullmatch(typed.bare(rest)))


def _is_farm(text: str) -> bool:
    """«Ranchito Los Conejos», whatever animals it is called after."""
    first, *rest = typed.bare(text).split() or [""]
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


def _goes_with_it(heard: Heard) -> bool:
    """It tells what no fact keeps."""
    is_said = wording.tells_when(heard.text) or labels.tells_contact(heard.text)
    return (
        is_said
        or _is_farm(heard.text)
        or (_is_placed(heard) and wording.says_more(heard, MOST_OF_A_PLACE))
    )

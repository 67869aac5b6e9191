"""What does not answer the fact that was asked: more of the story, another matter, or nothing."""

import re
from dataclasses import replace

from bot.dialogue import answering, asides, calm, dictating, pending, reacting, request
from bot.dialogue.acts import Act, Ask, AskWhichPlace, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    background,
    facts,
    labels,
    led,
    marked,
    passing,
    saying,
    treatment,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.request import go_on, missed, note_also, other_matter
from bot.dialogue.state import NO_ANSWER, PERSONAL, Stage, State
from bot.dialogue.within import Noted
from nlu import gazetteer
from nlu import text as spelling

# «En el mero pueblo», «aquí no hay colonias»; and what may be said beside it.
_OF_TOWN = re.compile(r"\b(?:(?:el|mero|mismo|un|es) pueblo|no (?:hay|tenemos|tiene) colonias?)\b")
_FILLS = re.compile(
    r"(?:(?:pues|ya|le|les|dije|digo|mire|oiga|que|en|el|la|es|esta|aqui|ahi|mero|mismo|pueblo"
    r"|pueblito|un|chico|chiquito|solo|todo|no|hay|tenemos|tiene|colonias?|barrios?|nomas|asi"
    r"|se|llama|de|y) )*"
)
_PLATE = re.compile(r"\W*[A-Z]{1,3}-?\d{2,4}(?:-?[A-Z0-9]{1,4})?\W*", re.IGNORECASE)
_CODE = re.compile(r"\b(?:c\.? ?p\b|codigo|postal|zip)")  # perhaps written wrong
# «Vivo en la invasión, no tiene nombre»
_NAMELESS = re.compile(
    r"\b(?:no (?:le )?(?:tiene|tenemos|ponen|hay|han puesto) (?:nombre|colonias?)|sin nombre"
    r"|(?:la|una) invasion|asentamiento|no (?:es|va|lleva)(?: en)?(?: ninguna| una)? colonia)\b"
)
_ONLY_STATE = re.compile(
    r"(?:(?:en|de|del|es|aqui|el|estado|pues|soy) )*sonora(?: (?:pues|mexico))*"
)
CLAUSE = 3  # words: «huele a drenaje»
FEW_DIGITS = 7  # with which no phone begins to be one
FOLIO = "folio"
MOST_ASKED = 3  # times that a fact is asked in vain, whatever is told instead; of these once more
MOST_FRUITLESS = 8  # messages in a row that tell nothing, whatever was answered to each
NEEDED = ("municipio", *PERSONAL)


def enough(state: State, decision: Decision) -> Decision:
    """Nobody is asked the same for ever. A fact is left out; to anything else a person is called;
    where nothing is asked one is offered, whom a yes calls. Nor do two questions take turns: «no»
    to the summary, «no» to which fact is wrong."""
    asked = _counted(state, decision.state)
    if asked.fruitless > MOST_FRUITLESS:
        return _person(asked)
    decision = replace(decision, state=asked)
    if asked.waits_for_person:
        return decision
    times = _times(state, decision)
    decision = replace(decision, state=replace(asked, times=times))
    is_noted = asked.aside == NO_ANSWER and asked.asides == asides.ENOUGH
    if asked.stage is Stage.collecting and (is_noted or times > _most(asked)):
        return _without(decision)
    if (asked.aside, asked.asides) == (state.aside, state.asides):
        return decision
    if asked.stage is Stage.idle:
        offered = replace(asked, asides=0, aside=None)
        return replace(decision, state=offered) if asked.asides >= asides.ENOUGH else decision
    return _person(asked) if asked.asides > asides.ENOUGH else decision


def _counted(state: State, now: State) -> State:
    is_told = _told(now) != _told(state)
    is_open = now.is_at_work and not now.waits_for_person
    return replace(now, fruitless=0 if is_told or not is_open else state.fruitless + 1)


def _told(state: State) -> tuple[object, ...]:
    return state.category, state.facts, state.skipped, state.request, state.apart


def _times(state: State, decision: Decision) -> int:
    """How often the fact was asked, while something else was told. An answer to theirs does not
    count, nor what is said to who comes back; what was not understood calls a person by itself."""
    now = decision.state
    is_asked = any(isinstance(act, (Ask, AskWhichPlace)) for act in decision.acts)
    if now.stage is not Stage.collecting:
        return 0
    if (state.stage, state.asking, state.category) != (now.stage, now.asking, now.category):
        return int(is_asked)
    is_put = (now.aside, now.asides) != (state.aside, state.asides)
    is_told = (now.request, now.facts, now.skipped) != (state.request, state.facts, state.skipped)
    is_vain = now.aside == NO_ANSWER if is_put else is_told
    is_met = Say("we_were_here") in decision.acts or now.misses > state.misses
    return state.times + int(is_asked and is_vain and not is_met)


def _most(state: State) -> int:
    return MOST_ASKED + (state.asking in NEEDED)


def _without(decision: Decision) -> Decision:
    """It goes on without the fact, and the next is asked less often. A town is asked once more, and
    then a person is called, unless it is known who writes."""
    asked = decision.state
    is_nobody = asked.facts.keys().isdisjoint(PERSONAL)
    if asked.asking == "municipio" and asked.times <= _most(asked) + is_nobody:
        return missed(asked, *_again(asked))
    if asked.asking == "municipio" and is_nobody:
        return _person(asked)
    rest = (act for act in decision.acts if not isinstance(act, (Ask, AskWhichPlace)))
    told = tuple(act for act in rest if act != Say("offer_person"))
    left = replace(asked, skipped=(*asked.skipped, asked.asking or ""), misses=0)
    left = replace(left, aside=None, asides=0, options=(), times=MOST_ASKED - 1)
    return go_on(left, *(told or (Say("noted"),)))


def _person(asked: State) -> Decision:
    return missed(replace(asked, misses=request.MOST_MISSES, fruitless=0))


def decide(state: State, heard: Heard) -> Decision:
    """Another matter, an ambiguous place, or nothing usable: ask more clearly once."""
    if more := dictating.decide(state, heard) or _none_there(state, heard):
        return more
    if state.asking == FOLIO and not (heard.has_folio or wording.is_question(heard)):
        return reacting.decide(state, heard) or _without_folio(state, heard)
    if (other := other_matter(state, heard)) and answering.says_something(heard):
        return note_also(state, heard, other)
    options = facts.candidates(heard) if state.asking == "municipio" else ()
    if options:
        told = request.noting(state, heard) if answering.says_something(heard) else state
        return Decision(replace(told, options=options), (AskWhichPlace(options),))
    if calm.is_past(state, heard.text):  # a story in pieces, and no answer that fails
        return Decision(request.noting(state, heard), (Say("noted"), *pending.question(state)))
    if met := reacting.decide(state, heard) or reacting.noted(state, heard):
        return met
    if _is_told_beside(state, heard) or _is_else(state, heard):
        return reacting.beside(state, heard)
    if is_more(state, heard) and "?" not in heard.text:
        return reacting.beside(state, heard)
    if asked := _asked(state, heard):
        return asked
    told = request.noting(state, heard) if tells_something(heard) else state
    return missed(told, *_again(state))


def _again(state: State) -> tuple[Act, ...]:
    """More clearly, or once more between the same two."""
    return pending.question(state) if state.options else (pending.ask(state, again=True),)


def _asked(state: State, heard: Heard) -> Decision | None:
    """Too few words ask for nothing that could be noted."""
    is_asked = "?" in heard.text or wording.is_question(heard)
    if is_asked and len(heard.text.split()) < CLAUSE:
        return missed(state, Say("question"), *pending.question(state))
    return asides.noted_question(state, heard) if is_asked else None


def _none_there(state: State, heard: Heard) -> Decision | None:
    """No colonia, or one without a name, no route of a bus, no insurance: that answers it. «Sonora»
    tells no town, and nothing wrong."""
    if state.asking == "municipio" and _ONLY_STATE.fullmatch(saying.bare(heard.text)):
        return asides.put(state, Say("in_sonora"), NO_ANSWER)
    if passing.has_none(state.asking or "", heard.text):
        return go_on(request.noting(state, heard), Say("noted"))
    if in_town := _in_town_itself(state, heard):
        return in_town
    if state.asking != "colonia" or not _NAMELESS.search(saying.bare(heard.text)):
        return None
    told = replace(request.noting(state, heard), skipped=(*state.skipped, "colonia"), misses=0)
    return go_on(told, Say("noted"))


def _in_town_itself(state: State, heard: Heard) -> Decision | None:
    """«En el mero pueblo», «Nácori Chico, aquí no hay colonias»."""
    town = spelling.fold(state.facts.get("municipio", ""))
    if state.asking != "colonia" or not town:
        return None
    plain = saying.bare(heard.text)
    rest = plain.replace(town, " ").strip()
    if not _OF_TOWN.search(plain) or _FILLS.fullmatch(f"{rest} ".lstrip()) is None:
        return None
    there = {**state.facts, "colonia": state.facts["municipio"]}
    return go_on(replace(state, facts=there, misses=0))


def _without_folio(state: State, heard: Heard) -> Decision:
    """«Fue por teléfono»: one answer that is none, and the complaint goes on."""
    other = other_matter(state, heard) if answering.says_something(heard) else None
    kept = request.keeping(state, heard, other) if other else request.noting(state, heard)
    known = replace(kept, skipped=(*state.skipped, FOLIO), misses=0)
    return go_on(known, Noted(other) if other else Say("noted"))


def _is_told_beside(state: State, heard: Heard) -> bool:
    """«Es pensionado del seguro», «la empresa Leoni»: no name, nor can words be a phone."""
    if state.asking == "nombre":
        return answering.is_of_them(heard) or led.is_nobody(heard.text)
    digits = sum(map(str.isdigit, heard.text))
    is_other = wording.is_question(heard) or labels.of_contact(heard.text)
    is_other = is_other or _spells_mail(heard) or wording.typed_at_random(heard.text)
    is_code = tells_something(heard) or _PLATE.fullmatch(heard.text) is not None
    if 0 < digits < FEW_DIGITS and is_code and not is_other:  # «placas WAB-123-A»
        is_code = _CODE.search(spelling.fold(heard.text)) is not None
        return state.asking == facts.CONTACT or (state.asking == "municipio" and not is_code)
    is_told = len(heard.text.split()) >= CLAUSE and not (digits or is_other)
    return state.asking == facts.CONTACT and (is_told or answering.is_of_them(heard))


def _is_else(state: State, heard: Heard) -> bool:
    """Another fact, one that is known, or words that tell none: «para mi nana», «nadie hace nada»,
    «Huatabampo» once more."""
    told = facts.told_by(heard)
    if told and told.items() <= state.facts.items():
        return True
    is_told = heard.told is not None and (heard.told.facts or len(heard.text.split()) >= CLAUSE)
    is_asked = wording.is_question(heard) or heard.command or _spells_mail(heard)
    # «Ya Mero Llegamos», which may be one; «La Bocana» is a place
    is_called = heard.text.istitle() and not gazetteer.is_place(heard.text.strip(" ."))
    return bool(is_told and not (is_asked or is_called)) and marked.tells_something_else(
        heard, state.asking or ""
    )


def is_more(state: State, heard: Heard) -> bool:
    """More of the story, where something else was asked."""
    is_matter = heard.is_sure and heard.intent == state.category
    if is_matter or background.is_all(heard.text) or treatment.is_more(state.category, heard.text):
        return True
    is_told = wording.says_more(heard) and not _spells_mail(heard)
    return is_told and not wording.is_question(heard)


def tells_something(heard: Heard) -> bool:
    """«De chofer», «cuenta 00123456»: what is no answer is still told."""
    words = [each for each in heard.text.split() if any(map(str.isalnum, each))]
    is_told = len(words) > 1 and any(map(str.isalpha, heard.text))
    is_empty = heard.command or heard.is_courtesy or wording.typed_at_random(heard.text)
    return is_told and not (is_empty or _spells_mail(heard))


def _spells_mail(heard: Heard) -> bool:
    """Perhaps wrong: «maria lopez arroba…»."""
    return "@" in heard.text or "arroba" in heard.text.lower()

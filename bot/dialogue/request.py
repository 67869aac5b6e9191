"""A request from its first words to its folio: what is missing, the summary, the case."""

from dataclasses import replace

from bot.dialogue import facts, typed
from bot.dialogue.acts import (
    Act,
    Ask,
    AskCorrection,
    AskWhichPlace,
    GotFile,
    Guide,
    HandOver,
    Jurisdiction,
    OpenCase,
    Orient,
    Summary,
)
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue
from handoff.rules.catalogue import Category

# No form for these: words that help, a folio, and a person at once.
DELICATE = ("salud_mental", "violencia_genero", "desaparicion", "ninez")
# Recorded, thanked, and nobody waits for a person because of them.
NO_PERSON = ("felicitacion", "sugerencia")
ALSO_FROM = 0.2  # confidence from which a second topic is kept
MOST_MISSES = 2


def begin(state: State, heard: Heard, key: str) -> Decision:
    """A matter was recognised: keep what was told, say who is responsible, ask what is missing."""
    category = catalogue.load().categories[key]
    state = replace(
        state,
        category=key,
        also=_second_topic(heard, key) or state.also,
        request=_joined(state.request, heard.text),
        facts=_merged(state.facts, heard),
        options=(),
        misses=0,
    )
    if state.refused_notice:
        place = state.facts.get("municipio")
        return Decision(State(refused_notice=True), (Orient(key, place),))
    if key in DELICATE:
        return _open(state, Guide(key))
    opening = (Jurisdiction(key, state.facts.get("municipio")),) if _is_others(category) else ()
    return _go_on(state, category, *opening)


def collect(state: State, heard: Heard) -> Decision:
    """An answer to the question that was asked last, or more of the story."""
    category, fact = _category(state), state.asking or ""
    if heard.command == typed.SKIP:
        return _go_on(replace(state, skipped=(*state.skipped, fact), misses=0), category)
    named = _chosen_place(state, heard)
    value = named or facts.answer_to(fact, heard)
    told = _merged(state.facts, heard)
    if value is None and set(told) == set(state.facts):
        return _again(state, heard, category)
    merged = {**told, fact: value} if value else told
    return _go_on(replace(state, facts=merged, options=(), misses=0), category)


def confirm(state: State, heard: Heard) -> Decision:
    """The citizen has read the summary: yes, no, or what is to be changed."""
    corrected = _corrections(state, heard)
    if corrected != state.facts:
        return _go_on(replace(state, facts=corrected, misses=0), _category(state))
    if heard.command == typed.YES or heard.means("afirmar"):
        return _open(state)
    if heard.command in (typed.NO, typed.CORRECT) or heard.means("negar"):
        return _ask_correction(state)
    return _unclear(state, heard)


def correct(state: State, heard: Heard) -> Decision:
    """Which fact is wrong: its button, or the right value at once."""
    chosen = (heard.command or "").removeprefix("dato:")
    if chosen == "asunto_nuevo":
        return Decision(replace(state, stage=Stage.collecting, asking="descripcion", request=""), (
            Ask("descripcion", _category(state).key),
        ))  # fmt: skip
    if chosen in _category(state).asks or chosen in state.facts:
        forgotten = {name: value for name, value in state.facts.items() if name != chosen}
        kept = tuple(name for name in state.skipped if name != chosen)
        return _go_on(replace(state, facts=forgotten, skipped=kept), _category(state))
    if heard.command == typed.YES:
        return _open(state)
    corrected = _corrections(state, heard)
    if corrected != state.facts:
        return _go_on(replace(state, facts=corrected, misses=0), _category(state))
    return _unclear(state, heard)


def _go_on(state: State, category: Category, *opening: Act) -> Decision:
    """Ask for the next missing fact, or show the summary when nothing is missing."""
    fact = facts.missing(category, state)
    if fact is None:
        summary = Summary(category.key, state.also, state.request, state.facts)
        return Decision(replace(state, stage=Stage.confirming, asking=None), (*opening, summary))
    asking = replace(state, stage=Stage.collecting, asking=fact)
    return Decision(asking, (*opening, Ask(fact, category.key)))


def _again(state: State, heard: Heard, category: Category) -> Decision:
    """The answer could not be used: ask more clearly once, then a person."""
    if heard.has_file and not heard.text:
        return Decision(state, (GotFile(), Ask(state.asking or "", category.key)))
    options = facts.candidates(heard) if state.asking == "municipio" else ()
    if options:
        return Decision(replace(state, options=options), (AskWhichPlace(options),))
    missed = replace(state, misses=state.misses + 1)
    if missed.misses >= MOST_MISSES:
        return Decision(missed, (HandOver("not_understood", category.priority),))
    return Decision(missed, (Ask(state.asking or "", category.key, again=True),))


def _unclear(state: State, heard: Heard) -> Decision:
    """Neither yes nor a correction: what was added belongs to the story, shown once more."""
    missed = replace(state, misses=state.misses + 1)
    category = _category(state)
    if missed.misses >= MOST_MISSES:
        return Decision(missed, (HandOver("not_understood", category.priority),))
    if heard.text and not heard.command:
        missed = replace(missed, request=_joined(state.request, heard.text))
    return _go_on(missed, category)


def _ask_correction(state: State) -> Decision:
    known = tuple(fact for fact in facts.ORDER if fact in state.facts)
    return Decision(replace(state, stage=Stage.correcting), (AskCorrection(known),))


def _open(state: State, *opening: Act) -> Decision:
    category = _category(state)
    case = OpenCase(category.key, state.also, state.request, state.facts)
    reason = "delicate" if category.key in DELICATE else "case_opened"
    person = () if category.key in NO_PERSON else (HandOver(reason, category.priority),)
    return Decision(State(waits_for_person=reason == "delicate"), (*opening, case, *person))


def _corrections(state: State, heard: Heard) -> dict[str, str]:
    return _merged(state.facts, heard)


def _merged(known: dict[str, str], heard: Heard) -> dict[str, str]:
    """What was known, with what this message tells. A new municipality forgets the old colonia."""
    told = facts.told_by(heard)
    moved = told.get("municipio", known.get("municipio")) != known.get("municipio")
    kept = {name: value for name, value in known.items() if not (moved and name == "codigo_postal")}
    return {**kept, **told}


def _chosen_place(state: State, heard: Heard) -> str | None:
    if state.asking != "municipio":
        return None
    chosen = (heard.command or "").removeprefix("municipio:")
    return chosen if chosen in state.options else None


def _second_topic(heard: Heard, main: str) -> str | None:
    others = (
        name
        for name, confidence in heard.meaning.ranking[:3]
        if name != main and confidence >= ALSO_FROM and name in catalogue.load().categories
    )
    return next(others, None)


def _is_others(category: Category) -> bool:
    return category.level in ("municipal", "federal")


def _category(state: State) -> Category:
    return catalogue.load().categories[state.category or ""]


def _joined(before: str, text: str) -> str:
    return f"{before}\n{text}".strip()

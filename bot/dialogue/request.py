"""A request from its first words to its folio: what is told, what is missing, the case."""

from dataclasses import replace

from bot.dialogue import facts, pending, typed, wording
from bot.dialogue.acts import (
    Act,
    Ask,
    AskWhichPlace,
    Guide,
    HandOver,
    Jurisdiction,
    Noted,
    OpenCase,
    Orient,
    Say,
)
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from handoff.rules import catalogue
from handoff.rules.catalogue import Category
from handoff.rules.reasons import Reason
from nlu import english

# No form for these: words that help, a folio, and a person at once.
DELICATE = ("salud_mental", "violencia_genero", "desaparicion", "ninez")
# Something is worth knowing before the form: a line to call, a right.
GUIDED = (*DELICATE, "denuncia_delito", "denuncia_servidor_publico", "info_publica", "arco")
# Rights over one's own data: they hold for those who do not accept the notice.
RIGHTS = ("arco",)
# A question that a person answers; there is nothing to fill in.
QUESTIONS = ("info_tramite",)
# Recorded, thanked, and nobody waits for a person because of them.
NO_PERSON = ("felicitacion", "sugerencia")
ALSO_FROM = 0.2  # confidence from which a second topic is kept
DELICATE_FROM = 0.4  # the same, where a word too many would hurt
APART_FROM = 0.9  # confidence from which a sentence is a matter of its own
LIKELY = 0.15  # confidence from which «did you mean…?» offers a category
MOST_MISSES = 2
# Holds for a second matter told in the same breath; the summary shows it, so it can be corrected.
PLACES = ("municipio", "colonia", "calle", "codigo_postal", facts.POINT)
# Told in as many words as it takes.
OPEN_FACTS = ("asunto", "descripcion", "tramo", "institucion", "beneficiario")


def begin(state: State, heard: Heard, key: str) -> Decision:
    """A matter was recognised: keep what was told, say who is responsible, ask what is missing."""
    apart = told_apart(heard, key) or (state.apart if state.apart != key else None)
    state = replace(
        state,
        category=key,
        also=apart or second_topic(heard, key) or (state.also if state.also != key else None),
        apart=apart,
        request=joined(state.request, heard.text),
        facts={**state.facts, **facts.told_by(heard, catalogue.load().categories[key])},
        skipped=(*state.skipped, *PERSONAL) if typed.wants_no_name(heard.text) else state.skipped,
        options=(),
        misses=0,
        told_in=state.told_in or heard.exchange_id,
    )
    return _begun(state, key)


def begin_apart(state: State) -> Decision:
    """The other matter that was told, with what is known of it: the same words, the same place."""
    key = state.apart or ""
    return _begun(replace(state, category=key, apart=None, stage=Stage.idle), key)


def _begun(state: State, key: str) -> Decision:
    if state.refused_notice and key not in RIGHTS:
        return _oriented(state, key)
    if key in DELICATE or key in QUESTIONS:
        return open_case(state, *_guide(key))
    opening = (Jurisdiction(key, state.facts.get("municipio")),) if _is_others(key) else ()
    return go_on(state, *opening, *_guide(key))


def collect(state: State, heard: Heard) -> Decision:
    """An answer to the question that was asked last, or more of the story."""
    fact = state.asking or ""
    if heard.command == typed.ANONYMOUS:
        return go_on(replace(state, skipped=(*state.skipped, *PERSONAL), misses=0))
    if heard.command == typed.CORRECT and pending.correctable(state):
        correcting = replace(state, stage=Stage.correcting)
        return Decision(correcting, pending.question(correcting))
    if heard.skips or (heard.command == typed.NO and fact != "municipio"):
        return go_on(replace(state, skipped=(*state.skipped, fact), misses=0))
    told = facts.corrections(state.facts, heard)
    value = told.get(fact) if told else _answer(state, heard, fact)
    told = told or facts.news(state.facts, heard, category_of(state))
    if value:
        told = {**told, fact: value}
    if not told:
        return _without_answer(state, heard)
    known = replace(state, facts={**state.facts, **told}, options=(), misses=0)
    ack = Say("got_location" if facts.POINT in told else "noted")
    return go_on(_with_story(known, heard), *(() if value else (ack,)))


def go_on(state: State, *opening: Act) -> Decision:
    """Ask for the next missing fact, or show the summary when nothing is missing."""
    fact = facts.missing(category_of(state), state)
    if fact is None:
        confirming = replace(state, stage=Stage.confirming, asking=None)
        return Decision(confirming, (*opening, pending.summary(confirming)))
    asking = replace(state, stage=Stage.collecting, asking=fact)
    return Decision(asking, (*opening, *pending.question(asking)))


def open_case(state: State, *opening: Act) -> Decision:
    category = category_of(state)
    case = OpenCase(category.key, state.also, state.request, state.facts)
    reason = _reason(category)
    person = () if category.key in NO_PERSON else (HandOver(reason, category.priority),)
    if person and reason is not Reason.case_opened:
        return Decision(state.afresh(waits_for_person=True), (*opening, case, *person))
    left = _offering(state) if state.apart else state.afresh()
    return Decision(left, (*opening, case, *person, *pending.question(left)))


def _offering(state: State) -> State:
    """The other matter is offered; what was told of people and places holds for it too."""
    known = {name: value for name, value in state.facts.items() if name in (*PERSONAL, *PLACES)}
    kept = replace(state.afresh(), stage=Stage.second, apart=state.apart, facts=known)
    return replace(kept, request=state.request, told_in=state.told_in)


def missed(state: State, *acts: Act) -> Decision:
    """Not understood: these acts the first time, a person the second."""
    state = replace(state, misses=state.misses + 1)
    if state.misses < MOST_MISSES:
        return Decision(state, acts)
    category = catalogue.load().categories.get(state.category or "")
    priority = category.priority if category else 2
    waiting = replace(state, misses=0, waits_for_person=True)
    return Decision(waiting, (HandOver(Reason.not_understood, priority),))


def other_matter(state: State, heard: Heard) -> str | None:
    """The category that a message is surely about, if it is not the one at hand."""
    is_other = heard.intent != state.category and heard.intent in catalogue.load().categories
    return heard.intent if is_other and heard.is_sure and len(heard.text.split()) > 2 else None


def note_also(state: State, heard: Heard, other: str) -> Decision:
    """One thing at a time, and nothing is lost: it goes with the matter at hand."""
    request = joined(state.request, heard.text)
    noted = replace(state, also=other, apart=other, request=request)
    return Decision(noted, (Noted(other), *pending.question(noted)))


def second_topic(heard: Heard, main: str) -> str | None:
    others = (
        name
        for name, confidence in heard.meaning.ranking[:3]
        if name != main and confidence >= _also_from(name) and name in catalogue.load().categories
    )
    return next(others, None)


def _also_from(name: str) -> float:
    return DELICATE_FROM if name in DELICATE else ALSO_FROM


def told_apart(heard: Heard, main: str) -> str | None:
    """A matter that some sentence is surely about, while another one is about the main matter."""
    others = _matters_of_parts(heard, APART_FROM)
    is_told = main in _matters_of_parts(heard, heard.thresholds.sure)
    return next((each for each in others if each != main and is_told), None)


def told_in_one_part(heard: Heard) -> str | None:
    """The likeliest matter of a long story, if one sentence of it is surely about that."""
    told = _matters_of_parts(heard, heard.thresholds.sure)
    return heard.intent if heard.is_understood and heard.intent in told else None


def _matters_of_parts(heard: Heard, confidence: float) -> list[str]:
    return [
        each.intent
        for each in heard.parts
        if each.confidence >= confidence and each.intent in catalogue.load().categories
    ]


def likely_matters(heard: Heard) -> tuple[str, ...]:
    """The one or two categories to offer when it is not clear which is meant."""
    if typed.looks_english(heard.text):
        return english.matters(heard.text)[:2]
    if not heard.is_understood:
        return ()
    categories = catalogue.load().categories
    ranked = (name for name, chance in heard.meaning.ranking if chance >= LIKELY)
    return tuple(name for name in ranked if name in categories)[:2]


def category_of(state: State) -> Category:
    return catalogue.load().categories[state.category or ""]


def joined(before: str, text: str) -> str:
    return f"{before}\n{text}".strip()


def _oriented(state: State, key: str) -> Decision:
    orient = Orient(key, state.facts.get("municipio"))
    return Decision(State(refused_notice=True, danger=state.danger, danger_at=state.danger_at), (
        *_guide(key), orient,
    ))  # fmt: skip


def _answer(state: State, heard: Heard, fact: str) -> str | None:
    chosen = heard.chosen("municipio")
    if chosen in state.options:
        return chosen
    if fact != "nombre" and wording.is_name_alone(heard.text):
        return None
    is_other = wording.is_story(heard) and other_matter(state, heard)
    if is_other and fact not in (*OPEN_FACTS, *facts.told_by(heard)):
        return None
    return facts.answer_to(fact, heard, state.facts)


def _without_answer(state: State, heard: Heard) -> Decision:
    """Another matter, an ambiguous place, or nothing usable: ask more clearly once."""
    if other := other_matter(state, heard):
        return note_also(state, heard, other)
    options = facts.candidates(heard) if state.asking == "municipio" else ()
    if options:
        return Decision(replace(state, options=options), (AskWhichPlace(options),))
    again = Ask(state.asking or "", state.category or "", again=True)
    if heard.is_sure and heard.intent == state.category:
        state = replace(state, request=joined(state.request, heard.text))
        return missed(state, Say("noted"), replace(again, again=False))
    if wording.is_question(heard):
        return missed(state, Say("question"), replace(again, again=False))
    return missed(state, again)


def _with_story(state: State, heard: Heard) -> State:
    if not wording.is_story(heard):
        return state
    return replace(state, request=joined(state.request, heard.text))


def _guide(key: str) -> tuple[Act, ...]:
    return (Guide(key),) if key in GUIDED else ()


def _reason(category: Category) -> Reason:
    if category.key in DELICATE:
        return Reason.delicate
    return Reason.question if category.key in QUESTIONS else Reason.case_opened


def _is_others(key: str) -> bool:
    return catalogue.load().categories[key].level in ("municipal", "federal", "mixto")

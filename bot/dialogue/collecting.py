"""The answer to the fact that was asked: taken, put off, or asked for once more."""

from dataclasses import replace

from bot.dialogue import (
    answering,
    asides,
    besides,
    dictating,
    erasing,
    for_another,
    leaving_out,
    misunderstanding,
    numbered,
    pending,
    reacting,
    request,
    told_beside,
    unanswered,
    untold,
)
from bot.dialogue.acts import Act, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    anew,
    bearers,
    continuing,
    corners,
    details,
    facts,
    labels,
    marked,
    names,
    settled,
    streets,
    treatment,
    typed,
    ways,
    whereabouts,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.request import go_on, other_matter
from bot.dialogue.state import NO_ANSWER, Stage, State
from bot.dialogue.within import Corrected, Noted
from nlu import text as spelling

WISH = 4  # words beside the facts: «huele a drenaje», «pero no en la mañana»


def collect(state: State, heard: Heard) -> Decision:
    """An answer to the question that was asked last, or more of the story."""
    return _with_whose(state, dictating.with_area(heard, _collected(state, heard)))


def _with_whose(state: State, decision: Decision) -> Decision:
    """«De Coves, no de Infonavit» is thanked by saying whose it is now."""
    now = decision.state
    is_same = now.category == state.category and now.request != state.request
    if not is_same or Say("noted") not in decision.acts:
        return decision
    is_renamed = pending.taker(now) not in (None, pending.taker(state))
    acts = (pending.whose(now) if each == Say("noted") else each for each in decision.acts)
    return replace(decision, acts=tuple(acts)) if is_renamed else decision


def _collected(state: State, heard: Heard) -> Decision:
    fact = state.asking or ""
    if gone := erasing.decide(state, heard):
        return gone
    if done := _commanded(state, heard, fact):
        return done
    other = misunderstanding.changed_to(heard, request.category_of(state).key)
    other = other or treatment.gain_in_pieces(state.category, state.request, heard.text)
    if other := other or misunderstanding.told_at_last(state, heard):
        return request.begin_instead(state, heard, other)
    is_first = numbered.comes_first(heard.text) or numbered.takes_up(state, heard)
    if is_first and (first := _first(state, heard)):
        waiting = (request.category_of(state).key, *state.apart)
        return request.begin(replace(state, apart=waiting), heard, first)
    another = misunderstanding.clarified(state, heard) or numbered.decide(state, heard)
    another = another or besides.decide(state, heard) or for_another.decide(state, heard)
    is_folio = fact == unanswered.FOLIO  # «no tengo, fue por llamada» corrects nothing
    if another := another or (None if is_folio else _in_writing(state, heard)):
        return another
    told = {} if is_folio else _corrections(state, heard)
    is_correction = bool(told)
    told = _marked_beside(state, heard, fact) | told if is_correction else told
    whom = for_another.told(state, heard).get(fact)
    value = told.get(fact) if told else whom or answering.answer(state, heard, fact)
    told = told or _news(state, heard, fact)
    if value:
        told = _apart(told, fact, value)
    told = told or ({} if value else _retold(state, heard, fact))
    if not is_correction:
        told = answering.settled_of(state, heard, told)
    told |= for_another.introduced(state, heard)
    told = {**told, fact: value} if value else told
    asks = request.category_of(state).asks
    told = whereabouts.without_beside(told, state.facts, asks, heard.text)
    if not value and leaving_out.is_told(
        state, heard
    ):  # «no sé cómo se llama, está en la colonia Jalisco»
        state = replace(request.noting(state, heard), skipped=(*state.skipped, fact))
    if not told:
        return go_on(state) if fact in state.skipped else unanswered.decide(state, heard)
    is_called = facts.named(heard) or bearers.is_told(heard.text)
    is_name = "nombre" in told and is_called
    other = None if is_correction or is_name else other_matter(state, heard)
    return _taken(state, heard, told, other, is_answer=bool(value))


def _commanded(state: State, heard: Heard, fact: str) -> Decision | None:
    """What a button or an unmistakable phrase asks for."""
    if named := untold.without_phone(state, heard):
        return go_on(named, Say("noted"))
    is_wrong = heard.command == typed.CORRECT or details.tells_mistake(heard.text)
    is_wrong = is_wrong or labels.to_change(heard.text) in state.facts
    if is_wrong and pending.correctable(state):
        correcting = replace(state, stage=Stage.correcting)
        return Decision(correcting, pending.question(correcting))
    if heard.command == typed.ACCEPT_NOTICE:
        return asides.put(state, Say("accepted"), NO_ANSWER)
    return leaving_out.decide(state, heard, fact)


def _corrections(state: State, heard: Heard) -> dict[str, str]:
    """«No sirve la luz en la calle 5» denies no street."""
    if named := for_another.called(state, heard):
        return named
    if more := corners.more_of(state.facts, heard):
        return more
    if told_beside.is_before_place(heard) and other_matter(state, heard):
        return {}
    if heard.retold and (said := anew.told(state.facts, None, replace(heard, told=heard.retold))):
        return said
    told = settled.facts(heard, facts.corrections(state.facts, heard))
    if told or marked.value(heard, state.asking or ""):
        return told
    return facts.changed(state.facts, marked.corrections(heard, state.facts))


def _retold(state: State, heard: Heard, asked: str) -> dict[str, str]:
    """«Entre Cajeme y Navojoa» tells no street where the municipality is asked."""
    is_of_two = asked == "municipio" and whereabouts.along(heard.text)
    return {} if is_of_two else facts.retold(state.facts, heard, asked)


def _in_writing(state: State, heard: Heard) -> Decision | None:
    """«Mejor mensaje», which is no phone yet; «por aquí» is an answer."""
    if wording.means_this_channel(heard.text) or not ways.wants_writing(heard.text):
        return None
    return reacting.beside(state, heard)


def _apart(told: dict[str, str], fact: str, value: str) -> dict[str, str]:
    """«La calle 600» of «del tinajero a la calle 600», a road, is no fact of its own; nor is
    «Caracol», a street, a name, too."""
    whole = spelling.fold(value)
    if fact not in settled.IN_WORDS:
        is_place = fact in facts.PLACES
        return {name: v for name, v in told.items() if not is_place or spelling.fold(v) != whole}
    return {name: each for name, each in told.items() if spelling.fold(each) not in whole}


def _first(state: State, heard: Heard) -> str | None:
    """The other matter that is to come first, noted or not. What was told of it in so few words
    was sure only by itself."""
    is_other = heard.is_sure and heard.is_matter and heard.intent != state.category
    is_named = is_other and (heard.intent in state.apart or not heard.facts)
    return heard.intent if is_named else other_matter(state, heard)


def _news(state: State, heard: Heard, asked: str) -> dict[str, str]:
    news = facts.news(state.facts, heard, request.category_of(state))
    if asked == "colonia" and "calle" not in {**state.facts, **news}:
        news |= {"calle": where} if (where := streets.beside_place(heard.text)) else {}
    if asked != for_another.HELPED:
        news |= for_another.told(state, heard)
    news = _marked_beside(state, heard, asked) | news
    name = _name_beside(state, heard, asked)
    return {**news, "nombre": name} if name else news


def _marked_beside(state: State, heard: Heard, asked: str) -> dict[str, str]:
    """What was not asked; nothing of a town that may be one or another."""
    if asked == "municipio" and answering.is_between(heard):
        return {}
    asks = {*request.category_of(state).asks, "nombre"} - {*state.facts, *state.skipped, asked}
    told, known = marked.among(heard, asks), state.facts.get("institucion")
    narrower = marked.value(heard, "institucion", marked.SURE) if known else None
    if known and narrower and spelling.fold(narrower) not in spelling.fold(known):
        told["institucion"] = f"{known}, {narrower}"  # «clínica 14», of «seguro»
    return told


def _name_beside(state: State, heard: Heard, asked: str) -> str | None:
    """Told before it is asked for, with a phone, or more of it than was known."""
    before = state.facts.get("nombre", "")
    name = answering.early_name(state, heard, asked) or names.renamed(heard, before)
    if asked == facts.CONTACT and len(before.split()) == 1:
        name = name or marked.with_surname(heard, before)
    if name or before:
        longer = marked.longer_name(heard, before)
        is_told = name or longer or asked != facts.CONTACT
        if is_told:
            return name or longer
        return marked.instead_of_none(heard, before) or marked.next_of_name(heard, before)
    if asked == "nombre":
        return None
    return names.with_phone(heard) or marked.name_with_phone(heard)


def _taken(
    state: State, heard: Heard, told: dict[str, str], other: str | None, *, is_answer: bool
) -> Decision:
    """What was known otherwise is told as it is now."""
    known = replace(for_another.with_former_name(state, heard), misses=0)
    known = replace(known, facts={**state.facts, **told})
    colonia = state.facts.get("colonia")
    if colonia and streets.is_told_of(told.get("calle", ""), colonia, state.request):
        known = erasing.without(known, "colonia")
        known = replace(known, skipped=state.skipped)  # it is asked
    if state.asking == unanswered.FOLIO and not heard.has_folio:
        known = replace(known, skipped=(*state.skipped, unanswered.FOLIO))
    changed = {name: value for name, value in told.items() if name in state.facts}
    ack: tuple[Act, ...] = (Corrected(changed),) if changed else ()
    if not ack and not is_answer:
        ack = (Say("got_location" if facts.POINT in told else "noted"),)
    if other and wording.is_story(heard) and wording.is_sentence(heard.text):
        return go_on(request.keeping(known, heard, other), *ack, Noted(other))
    return go_on(with_words(known, heard), *ack)


def with_words(state: State, heard: Heard) -> State:
    """What is told beside the facts is kept: more of the story, when to call."""
    is_matter = heard.is_clear and heard.is_matter
    is_clause = is_matter and heard.facts and wording.says_more(heard, unanswered.CLAUSE)
    is_wish = wording.says_more(heard, WISH) or continuing.tells_how_to_reach(heard.text)
    is_wish = is_wish and heard.entity("telefono") is not None
    kinds = ("institucion", "escuela")  # «Hospital de Ures», told for its town
    is_wish = is_wish or any(labels.is_called(each, heard.text) for each in kinds)
    is_wish = is_wish or marked.says_more(heard) or marked.tells_unkept(heard, state.facts)
    if is_clause or is_wish or wording.is_story(heard) or wording.says_more(heard):
        return request.noting(state, heard)
    return state

"""A request from its first words to its folio: what is told, what is missing, the case."""

from dataclasses import replace

from bot.dialogue import (
    harm,
    misunderstanding,
    orienting,
    pending,
    several,
    told_beside,
    untold,
    wanted,
    whose,
)
from bot.dialogue.acts import Act, AskWhich, HandOver, OpenCase, Rephrase, Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import AskWay, Orient, TellContact
from bot.dialogue.reading import (
    asked,
    carried,
    elsewhere,
    facts,
    settled,
    story,
    ways,
    whereabouts,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from bot.dialogue.within import Noted, OfferHere, Taken
from handoff.rules import catalogue
from handoff.rules.catalogue import Category
from handoff.rules.reasons import REVIEWS, Reason

# No form for these: words that help, a folio, and a person at once.
DELICATE = several.DELICATE
# Something is worth knowing before the form: a line to call, a right.
GUIDED = (*DELICATE, "denuncia_delito", "denuncia_servidor_publico", "info_publica", "arco")
RIGHTS = told_beside.RIGHTS
QUESTIONS = several.QUESTIONS  # there is nothing to fill in
AT_ONCE = (*DELICATE, *QUESTIONS)  # registered without a summary to confirm
NO_PERSON = ("felicitacion", "sugerencia")  # recorded and thanked; nobody waits for a person
# About this desk or a folio of it: the head of department looks at it, not who is complained of.
COMPLAINT = "queja_atencion"
FORM = (Stage.collecting, Stage.confirming, Stage.correcting)  # what was told lies open
OFFERED_HERE = "aqui"  # the aside: to go on with the form from the line
# Offered to who writes English, which is understood by a few words only.
COMMON = ("agua_potable", "drenaje", "alumbrado", "bacheo", "basura_parques", "seguridad")
category_of = wanted.category_of
joined = story.joined
other_matter = told_beside.other_matter
MOST_MISSES = 2


def begin(state: State, heard: Heard, key: str) -> Decision:
    """A matter was recognised: keep what was told, say who is responsible, ask what is missing."""
    if state.refused_notice and state.category not in (None, key):
        state = state.afresh()  # they were told of the other one
    apart = several.apart(heard, key, state.apart)
    category = catalogue.load().categories[key]
    state = carried.with_story(state, heard)
    is_over = state.danger_at is not None and not state.told_in  # a danger: but for a crime
    told_before = "" if is_over and key not in several.OF_CRIME else state.request
    words = joined(told_before, heard.said)
    before = pending.institution(category, words) | facts.told_along(told_before, category)
    places = elsewhere.told(heard, key, apart)
    told = settled.with_matter(heard, facts.told_by(heard, category), category.asks)
    told = elsewhere.placed(told, places.pop(key, None))
    towns = whereabouts.namesakes(heard.text, heard.meaning.place)
    state = replace(
        state,
        category=key,
        also=next(iter(apart), None)
        or several.second_topic(heard, key)
        or (state.also if state.also != key else None),
        apart=apart,
        request=words,
        facts={**before, **elsewhere.same(heard.text, state.there, told), **state.facts, **told},
        elsewhere={**state.elsewhere, **places},
        skipped=(*state.skipped, *untold.withheld(heard, key)),
        options=towns,
        asking="municipio" if towns else state.asking,  # «bache en San Pedro», of two towns
        misses=0,
        denied=None,
        told_in=state.told_in or heard.exchange_id,
        asks_how=state.asks_how or asked.how(heard, category),
        with_folio=key in QUESTIONS and not asked.asks(heard),
    )
    begun = start(state, key)
    if begun.state.asking != "folio" or not heard.has_folio:
        return begun
    return replace(begun, acts=(*begun.acts[:-1], pending.ask(begun.state, again=True)))


def begin_instead(state: State, heard: Heard, key: str) -> Decision:
    """It was another matter; what they wrote, and is known of people and places, holds."""
    others = tuple(each for each in heard.parts if each.intent != state.category)
    fresh = replace(state, also=None, told_in=0, rather=())
    begun = begin(fresh, replace(heard, parts=others), key)
    return replace(begun, acts=(*misunderstanding.noted(state, key), *begun.acts))


def begin_apart(state: State) -> Decision:
    """The next matter that was told, with what is known of it: the same words, the same place."""
    key, *rest = state.apart
    along = facts.told_along(state.request, catalogue.load().categories[key])
    known = {**along, **elsewhere.placed(state.facts, state.elsewhere.get(key))}
    begun = replace(state, stage=Stage.idle, category=key, apart=tuple(rest), facts=known)
    begun = replace(begun, also=rest[0] if rest else None)
    return open_case(begun) if key in QUESTIONS else start(begun, key)


def start(state: State, key: str) -> Decision:
    """What comes first in this matter; only orientation for who does not accept the notice."""
    if state.refused_notice and key not in RIGHTS:
        return _oriented(state, key)
    if key in QUESTIONS:
        offer = replace(state, category=None, stage=Stage.second, apart=(key, *state.apart))
        return Decision(offer, pending.question(offer))
    if key in AT_ONCE:
        return orienting.decide(state, key) or open_case(state, *_guide(state, key))
    place = state.facts.get("municipio")
    is_reached = whose.has_contact(state) and not ways.needs_no_contact(state.request)
    if is_reached and ways.asks_number(state.request):
        told = TellContact(key, place, offers=True)
        return Decision(replace(state, stage=Stage.told), (told,))
    if is_reached and facts.missing(category_of(state), state):
        return Decision(replace(state, stage=Stage.way), (AskWay(key, place),))
    said = (pending.whose(state, reached=is_reached),) if whose.is_said_whose(state) else ()
    opening: tuple[Act, ...] = (*said, *_guide(state, key))
    if not opening and facts.missing(category_of(state), state):
        opening = (Taken(key),)
    return go_on(state, *opening)


def go_on(state: State, *opening: Act) -> Decision:
    """Ask for the next missing fact, or show the summary when nothing is missing."""
    told, state = state.facts, pending.between_towns(state)
    if "municipio" in told and "municipio" not in state.facts:
        opening = (*opening, Say("located_elsewhere"))
    fact = facts.missing(category_of(state), state)
    if fact is None:
        confirming = replace(state, stage=Stage.confirming, asking=None)
        return Decision(confirming, (*opening, pending.summary(confirming)))
    same = state.options if state.asking == fact else ()  # between the same two
    towns = elsewhere.towns(state.facts, state.there) or same if fact == "municipio" else ()
    asking = replace(state, stage=Stage.collecting, asking=fact, options=towns)
    return Decision(asking, (*opening, *pending.question(asking)))


def open_case(state: State, *opening: Act) -> Decision:
    category = category_of(state)
    named = pending.taker(state)
    state = carried.kept(state, category)
    case = OpenCase(category.key, state.also, state.request, state.facts, named)
    reason = _reason(category)
    person = () if category.key in NO_PERSON else (HandOver(reason, category.priority),)
    if person and reason not in REVIEWS:
        return Decision(state.afresh(waits_for_person=True), (*opening, case, *person))
    left = offering(state) if state.apart else state.afresh()
    return Decision(left, (*opening, case, *person, *pending.question(left)))


def offering(state: State) -> State:
    """The other matter is offered; what was told of people and places holds for it too (the summary
    shows it, so it can be corrected)."""
    known = elsewhere.only(state.facts, (*PERSONAL, *facts.PLACES))
    kept = replace(state.afresh(), stage=Stage.second, apart=state.apart, facts=known)
    return replace(kept, elsewhere=state.elsewhere, request=state.request, told_in=state.told_in)


def not_understood(state: State, heard: Heard) -> Decision:
    if heard.language(state.language) != "en":
        return missed(state, Rephrase())
    options = tuple(filter(None, dict.fromkeys((state.denied, *COMMON))))  # it may be that one
    asked = replace(state, stage=Stage.choosing, options=options, told_in=heard.exchange_id)
    return missed(asked, Rephrase(), AskWhich(options))


def missed(state: State, *acts: Act) -> Decision:
    """Not understood: these acts the first time, a person the second."""
    state = replace(state, misses=state.misses + 1)
    if state.misses < MOST_MISSES:
        return Decision(state, acts)
    priority = category_of(state).priority if state.category else 2
    waiting = replace(state, misses=0, waits_for_person=True)
    called = HandOver(Reason.not_understood, priority)
    if state.stage not in FORM:
        return Decision(waiting, (called,))
    return Decision(replace(waiting, aside=OFFERED_HERE, asides=1), (called, OfferHere()))


def note_also(state: State, heard: Heard, other: str) -> Decision:
    """One thing at a time; but who asks for their data to be erased is asked which of both."""
    if other in RIGHTS and state.category:
        options, text = (other, state.category), joined(state.request, heard.said)
        kept = replace(state, stage=Stage.choosing, asking=None, options=options, request=text)
        return Decision(replace(kept, told_in=0), (AskWhich(options),))
    return Decision(keeping(state, heard, other), (Noted(other), *pending.shortly(state)))


def keeping(state: State, heard: Heard, other: str) -> State:
    """Nothing is lost: the other matter goes with the one at hand."""
    apart, request = {**dict.fromkeys(state.apart), other: 1}, joined(state.request, heard.said)
    own = facts.places_in(heard)
    places = {**state.elsewhere, other: own} if own else state.elsewhere
    return replace(state, also=other, apart=tuple(apart), request=request, elsewhere=places)


def noting(state: State, heard: Heard) -> State:
    """What they wrote goes with the request."""
    return replace(state, request=joined(state.request, heard.said))


def _oriented(state: State, key: str) -> Decision:
    told = (*_guide(state, key), Orient(key, state.facts.get("municipio")))
    return Decision(replace(state, category=key).unregistered(), told)


def _guide(state: State, key: str) -> tuple[Act, ...]:
    return (harm.guide(key, state.request),) if key in GUIDED else ()


def _reason(category: Category) -> Reason:
    if category.key in DELICATE:
        return Reason.delicate
    if category.key == COMPLAINT:
        return Reason.complaint
    return Reason.question if category.key in QUESTIONS else Reason.case_opened

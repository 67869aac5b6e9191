"""What is told besides a danger, and kept for when it is over, or none: a matter, its words, where
it is."""

import re
from dataclasses import replace

from bot.dialogue import (
    calm,
    figures,
    gone_by,
    helpless,
    instead,
    own_matter,
    perils,
    request,
    several,
)
from bot.dialogue.acts import AskWhich
from bot.dialogue.decision import Decision, said
from bot.dialogue.reading import facts, marked, names, saying, typed, wording
from bot.dialogue.reading.heard import NAMED, Heard
from bot.dialogue.state import AT_EASE, OF_PEOPLE, PERSONAL, Stage, State
from handoff.rules import catalogue
from nlu import urgency

TOLD_FROM = 0.65  # confidence of a matter that is taken up where there is no danger
# Of an alarm by likeness: its score below which it is doubtful, and the confidence of its matter.
LIKE_ONE, PLAIN = 0.9, 0.95
OVER = "over"  # the aside after which a «sí» means: let us go on
# The dangers beside which a form may go on.
LED = (perils.ANY, perils.THREAT, perils.ANOTHER, perils.HELPLESS)
# The matters in whose words danger is seldom told; on roads and boats, and at school, it is often.
EVERYDAY = (
    *("agua_potable", "agua_cobro", "drenaje", "alumbrado", "bacheo", "basura_parques"),
    *("apoyos_sociales", "discapacidad", "becas", "vivienda", "empleo", "pensiones_isssteson"),
    *("educacion", "registro_civil", "placas_licencias", "multas_transito"),
)
# A call for help, whatever for; of who fills in a form it may be no more than a wish.
_CRY = r"(?:auxilio|socorro|sos|help|ay[uv]d\w*|emergencia|urgencia|urgente|urge)"
_FILLED = (
    r"(?:me|nos|no|se|pues|que|por|favor|porfa\w*|please|alguien|quien|oigan?|y|ya|ocupo|ocupamos"
    r"|necesito|quiero|un|una|con|algo|esto|mi|su|mucho|hola|ustedes|manden|pido)"
)
_ONLY_CRY = re.compile(rf"(?:{_FILLED} )*{_CRY}(?: (?:{_FILLED}|{_CRY}))*")
_ASKS = re.compile(rf"(?:{_FILLED} )*ayud\w*(?: (?:{_FILLED}|ayud\w*))*")
CRIED = 0.8  # confidence of a matter that help is cried for with
_ONLY = re.compile(r"^(?:(?:no|solo|nomas|nada|mas|es|pues|por|que) )+")  # nobody is alone


def with_matter_for_later(state: State, heard: Heard) -> State:
    """«Nadie me extrañaría; quería saber del apoyo»: offered once they are better."""
    key = own_matter.told(heard)
    return replace(with_matter(state, heard, key), stage=Stage.second) if key else state


def with_matter_of(state: State, heard: Heard) -> State:
    """What the message that sounded like danger told: taken up where there is none."""
    if helpless.is_wished_for(state.request, heard.text):
        return with_matter(state, heard, helpless.OF_THE_OLD)
    key = None if heard.intent in (*request.DELICATE, *request.QUESTIONS) else heard.intent
    is_plain = heard.meaning.confidence >= TOLD_FROM and heard.is_matter
    is_plain = is_plain and len(heard.text.split()) >= wording.STORY
    is_plain = is_plain or own_matter.told(heard) is not None
    return with_matter(state, heard, key) if key and is_plain else state


def with_words(state: State, heard: Heard) -> State:
    """What the message told stays, should there be no danger: its matter, or its words alone. What
    burns or crashes is none, once that is over."""
    heard = instead.as_meant(heard)
    told = with_matter_of(state, heard)
    if told.apart and not own_matter.is_of_what_befell(heard):
        return told
    places = {**state.facts, **told.facts, **facts.places_in(heard)}
    told = replace(told, apart=(), options=told.apart or _likely(heard), facts=places)
    return replace(told, request=heard.text, told_in=heard.exchange_id)


def with_what_burned(state: State) -> State:
    """It did not: the lot is what they ask for."""
    is_one = not state.guessed and len(state.options) == 1
    return replace(state, apart=state.options, options=()) if is_one else state


def with_doubt(state: State, heard: Heard) -> State:
    """No rule calls it danger, nor is it very like one, nobody is named whom it may befall, and
    beyond doubt it is of an ordinary matter: «no llegó el agua»."""
    alarm, key = heard.meaning.urgent, heard.intent
    is_like_one = alarm.is_guessed and alarm.score < LIKE_ONE
    is_plain = key in EVERYDAY and heard.meaning.confidence >= PLAIN
    if not (is_like_one and is_plain) or calm.PERSON.search(saying.bare(heard.text)):
        return state
    return replace(state, doubtful=True, apart=(key,), options=())


def is_ordinary(state: State, heard: Heard, *, is_asked: bool) -> bool:
    """After a doubtful alarm: the same matter once more, plainly, or to whether there is danger
    only what its form asks for; after «auxilio» alone, what it is for."""
    if figures.is_grave(_ONLY.sub("", saying.bare(heard.text))):
        return False
    if _ONLY_CRY.fullmatch(saying.bare(state.request)) and own_matter.told(heard):
        return True
    if not state.doubtful:
        return False
    is_told = bool(facts.told_by(heard)) or heard.move in NAMED
    return own_matter.told(heard) in state.apart or (is_asked and is_told)


def is_cried_for(heard: Heard) -> bool:
    """«Auxilio, me cortaron el agua»: and nothing worse beside it."""
    rest = re.sub(rf"\b{_CRY}\b", " ", saying.bare(heard.text))
    is_plain = heard.intent in EVERYDAY and heard.meaning.confidence >= CRIED
    is_worse = figures.is_grave(rest) or calm.PERSON.search(rest) or urgency.assess(rest).value
    return is_plain and not is_worse


def only_asks(state: State, heard: Heard) -> bool:
    """«Que me ayuden, por favor», in the middle of a form that is of no danger; not «AYÚDENME»."""
    is_open = state.is_at_work and not state.danger and state.category not in perils.TELLING
    is_shouted = heard.text.isupper() or "!" in heard.text
    return is_open and not is_shouted and bool(_ASKS.fullmatch(saying.bare(heard.text)))


def is_empty(state: State, text: str) -> bool:
    """«Ahorita no hay nadie, es domingo», of a thing that may fall, or of robbers; not of who is
    alone."""
    is_left = is_of_thing(state) and gone_by.is_empty(text)
    is_left = is_left and not figures.is_grave(saying.bare(state.request))
    return is_left or gone_by.is_quiet(state.request, text)


def is_of_thing(state: State) -> bool:
    """What was told with the danger is of a matter that tells of none; so may be a form, where it
    was only a guess."""
    is_open = state.guessed and state.stage in request.FORM
    told = state.apart if state.guessed else (*state.apart, *state.options)
    key = state.category if is_open else next(iter(told), None)
    return key is not None and key not in perils.TELLING


def without_words(state: State) -> State:
    """Of what was a joke nothing is left."""
    return replace(state, apart=(), request="", told_in=0, options=())


def with_facts(state: State, heard: Heard, *, is_place: bool) -> State:
    """Who writes and where it is, and more of what was told, should there be no danger. A form has
    its own place already. Of who is missing, or harmed by somebody near, only where it is."""
    category = catalogue.load().categories.get(next(iter(state.apart), state.category or ""))
    if state.danger not in LED:
        is_kept = is_place and state.stage in AT_EASE
        asks = {*(category.asks if category else ())} - {*OF_PEOPLE}
        there = facts.places_in(heard) | marked.among(heard, asks) if is_kept else {}
        return replace(state, facts={**state.facts, **there})
    is_open = state.stage in request.FORM
    name = {"nombre": whose} if (whose := names.with_phone(heard)) else {}
    now = {**name, **facts.told_by(heard, category)}
    if is_open and not state.guessed:  # where the danger is
        now = {each: value for each, value in now.items() if each in PERSONAL}
    known = {**now, **state.facts} if is_open else {**state.facts, **now}
    is_more = len(heard.text.split()) >= own_matter.FEW and not (
        heard.command or wording.is_only_facts(heard)
    )
    is_noted = is_more and state.guessed and (is_open or bool(state.apart))
    return replace(request.noting(state, heard) if is_noted else state, facts=known)


def leads_on(state: State, heard: Heard) -> bool:
    """They were asked whether there is danger, of which we only have a guess, and answer what a
    form asks, or tell what they ask for: it goes on, and the person who was called still comes."""
    is_asked = state.calm < 0 or state.aside == OVER
    is_unclear = state.stage in AT_EASE and bool({*state.options} - {*perils.TELLING})
    is_asked = is_asked and (state.stage in request.FORM or is_of_thing(state) or is_unclear)
    is_plain = (
        answers_form(heard) or bool(facts.places_in(heard)) or own_matter.told(heard) is not None
    )
    is_plain = is_plain and not figures.is_grave(_ONLY.sub("", saying.bare(heard.text)))
    return state.guessed and state.danger in LED and is_asked and is_plain


def is_of_form(state: State, heard: Heard) -> bool:
    """It answers what was asked before the alarm, which was only a guess; or it begins anew."""
    is_open = state.guessed and state.stage in request.FORM
    is_said = heard.command == typed.START or (is_open and answers_form(heard))
    return state.danger in LED and is_said


def says_no(heard: Heard) -> bool:
    """«Ahorita no», «no, todavía no, es cuando llueve»: no plain no to whether they can call."""
    is_no = heard.is_no_matter and heard.move in ("decline", "correction")
    is_more = is_no and len(heard.text.split()) >= own_matter.FEW
    return is_more or gone_by.is_no_longer(heard.text)


def answers_form(heard: Heard) -> bool:
    """A name, a phone, «no ponga mi nombre», «/start»: said to no alarm."""
    is_own = not facts.told_by(heard).keys().isdisjoint(PERSONAL)
    is_own = is_own or names.with_phone(heard) is not None
    return is_own or heard.withholds or heard.command == typed.START


def asked_which(state: State, heard: Heard) -> Decision | None:
    """Of what the words may be about; they need not be written again. What alone is likely is
    taken, and said."""
    if state.stage not in AT_EASE or not state.options:
        return None
    is_told = len(heard.text.split()) >= wording.STORY
    kept = request.noting(state, heard) if is_told else state
    asked = replace(kept, stage=Stage.choosing)
    if len(state.options) > 1 or state.options[0] in request.GUIDED:
        return Decision(asked, (AskWhich(state.options),))
    begun = request.begin_apart(replace(asked, stage=state.stage, apart=state.options, options=()))
    return said(begun, state.options[0])


def _likely(heard: Heard) -> tuple[str, ...]:
    """One or two matters, whatever talk the words look like besides."""
    kept = (*request.DELICATE, *request.QUESTIONS)
    known = catalogue.load().categories.keys() - {*kept}
    ranked = [(name, chance) for name, chance in heard.meaning.ranking if name in known]
    total = sum(chance for _, chance in ranked)
    if total < several.LIKELY or own_matter.is_only_danger(heard):
        return ()
    ranking = tuple((name, chance / total) for name, chance in ranked)
    intent, confidence = ranking[0]
    meaning = replace(heard.meaning, intent=intent, confidence=confidence, ranking=ranking)
    return several.worth_asking(replace(heard, meaning=meaning))


def with_more(state: State, heard: Heard) -> State:
    """What is told besides of the matter that goes on: where it is, what is asked for."""
    is_story = len(heard.text.split()) >= wording.STORY
    if state.stage not in AT_EASE or not (state.apart and is_story):
        return state
    told = facts.told_by(heard, catalogue.load().categories[state.apart[0]])
    return replace(request.noting(state, heard), facts={**state.facts, **told})


def with_matter(state: State, heard: Heard, key: str) -> State:
    if state.stage not in AT_EASE:
        return state if key == state.category else request.keeping(state, heard, key)
    if state.apart and state.apart[0] not in perils.TELLING:  # the first is taken up first
        return state
    known = {**state.facts, **facts.told_by(heard, catalogue.load().categories[key])}
    kept = request.noting(state, heard)
    return replace(kept, apart=(key,), facts=known, told_in=heard.exchange_id)

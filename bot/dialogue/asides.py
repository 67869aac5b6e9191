"""What is said between two questions: answered shortly, and back to the open one."""

import re
from dataclasses import replace

from bot.dialogue import kinds, pauses, pending, request, standing, untold, whose
from bot.dialogue.acts import Act, Say
from bot.dialogue.after import TellState
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact, TellOffice
from bot.dialogue.reading import (
    adverts,
    asked,
    background,
    claims,
    distrust,
    facts,
    in_english,
    labels,
    languages,
    learnt,
    lures,
    of_service,
    omissions,
    privacy,
    questions,
    saying,
    trailing,
    typed,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, NO_ANSWER, PERSONAL, Stage, State
from bot.dialogue.within import Explain, Later
from handoff.rules import catalogue, directory

OF_OURS = {"official": "level", "come": "place"}  # what is told of this office
_WHERE = re.compile(r"(?:y |pero |entonces )*(?:a|con) (?:quien|donde) (?:me )?(?:quejo|reclamo)")
_lacks = saying.only(
    r"(?:(?:no|oiga|pero|si|ah|espere|todavia|aun|creo que|es que) )*(?:(?:me|le|les|nos) )?"
    r"falt(?:a|o|an|aba)(?: (?:decir|decirle|poner|agregar|mencionar))?"
    r"(?: (?:algo|mas|una?|otr[oa]|unos|unas|cosas?|datos?|informacion))*"
)
ENOUGH = 3  # times in a row of the same aside, and a person is offered in its stead


def put(state: State, act: Act, name: str) -> Decision:
    """The aside of this name, and the open question once more."""
    times = state.asides + 1 if state.aside == name else 1
    said = act if times < ENOUGH else Say("offer_person")
    return Decision(replace(state, aside=name, asides=times), (said, *pending.shortly(state)))


def decide(state: State, heard: Heard) -> Decision | None:
    """A question in the middle of a form, or «ya le dije», if no fact is told as well."""
    is_of_data = heard.move == "use" and heard.intent in ("arco", "info_publica")
    if state.stage in AT_EASE and privacy.asks_why(heard.text, at_length=is_of_data):
        return Decision(state, (Say("why_data"),))
    if wanted := languages.wanted(heard.text):
        begins = () if pending.question(state) else (Say("what_is_it"),)
        said = Say("goes_on_en" if wanted == "en" else "goes_on_es")
        told = put(state, said, wanted)
        return replace(told, acts=(*told.acts, *begins))
    if words := _words(state, heard):
        return put(state, Say(words), words)
    if heard.command == typed.SEND and heard.text and not state.refused_notice:
        return _to_send(state)
    if heard.command or not heard.text:
        return None
    between = kinds.decide(state, heard) or _advert(state, heard)
    between = between or _of_service(state, heard) or pauses.decide(state, heard)
    if between:
        return between
    if state.stage in (Stage.choosing, Stage.way):
        return _seen(state, heard)
    return _in_a_form(state, heard) if state.stage in request.FORM else None


def _words(state: State, heard: Heard) -> str | None:
    """What needs no more than words, whatever is asked."""
    is_other = state.stage in request.FORM and state.asking != "folio"
    is_other = is_other and "folio" not in request.category_of(state).asks
    if is_other and omissions.of_code(heard.text):
        return "no_code"
    if heard.text and privacy.asks_if_obliged(heard.text):
        return "notice_free"
    if heard.text and privacy.asks_of_bureau(heard.text):
        return "no_bureau"
    if state.stage is Stage.confirming and _lacks(heard.text) and "?" not in heard.text:
        return "what_lacks"
    if in_english.is_asked_for(heard.text):
        return "english"
    return "insult" if distrust.is_all(heard.text) else None


def _advert(state: State, heard: Heard) -> Decision | None:
    """Money that an advertisement promises."""
    if state.stage not in AT_EASE:
        return None
    if adverts.is_told(heard.text):
        return put(state, Say("advert"), "advert")
    is_more = state.aside == "advert" and adverts.is_passed_on(heard.text)
    return put(state, Say("advert_passed_on"), "advert_passed_on") if is_more else None


def _of_service(state: State, heard: Heard) -> Decision | None:
    """What is asked about writing here at all. What a place is told with it is kept, where nothing
    else is wanted."""
    if lures.is_told(state.request) and lures.asks_if_ours(heard.text):
        return put(state, Say("not_ours"), "not_ours")
    wanted = of_service.asked(heard.text)
    wanted = wanted or (None if tells_matter(heard) else of_service.asked_at_last(heard.text))
    is_open = state.stage in (*AT_EASE, Stage.choosing, Stage.way, *request.FORM)
    is_open = is_open or (wanted or "").startswith(("what_folio", "means_"))
    is_else = wanted == ("ask_away" if state.is_at_work else "who_pays")
    if wanted is None or not is_open or is_else:
        return None
    told = facts.told_by(heard) if state.stage is Stage.idle else {}
    known = replace(state, facts={**state.facts, **told})
    if wanted in OF_OURS:
        about = OF_OURS[wanted]
        return put(known, TellOffice(directory.OWN, None, about), f"{about}:{directory.OWN}")
    is_done = wanted == "by_chat" and state.lately
    return put(known, Say("nothing_to_sign" if is_done else wanted), wanted)


def tells_matter(heard: Heard) -> bool:
    """Some sentence of it, at least."""
    said = (heard.meaning, *heard.parts)
    sure = (each.intent for each in said if each.confidence >= heard.thresholds.sure)
    return any(intent in catalogue.load().categories for intent in sure)


def _seen(state: State, heard: Heard) -> Decision | None:
    """Who will see it, or what comes, of what is not understood yet."""
    seen = learnt.alone(heard)
    is_asked = seen in questions.IN_GENERAL
    return put(state, explained(state, heard, seen), seen) if seen and is_asked else None


def _in_a_form(state: State, heard: Heard) -> Decision | None:
    if claims.is_claim(heard.text):
        return None  # see `claimed`
    if ways.is_in_vain(heard.text) and whose.is_others(state.category or "") and not heard.facts:
        return put(request.noting(state, heard), Say("in_vain"), "in_vain")
    topic = questions.topic(heard.text)
    about = topic if topic and questions.is_only(heard.text) else _learnt(state, heard)
    is_known = about is not None and topic is not None
    is_of_folio = state.lately and heard.means(standing.FOLLOW)
    if is_of_folio and not (heard.facts or is_known):
        return Decision(state, (TellState(state.lately or ""),))
    is_whom = about == "unheeded" and _WHERE.fullmatch(saying.bare(heard.text))
    if is_whom and (told := theirs(state)):
        return put(state, told, "theirs")
    if about and (about == "whose" or not heard.facts):
        kept = request.noting(state, heard) if about == "cost" else state
        said = explained(state, heard, about)
        is_left = state.asking in state.skipped  # «¿puedo no dar mi nombre?»
        return request.go_on(kept, said) if is_left else put(kept, said, about)
    is_content = topic is not None or wording.is_content(state.asking or "", heard)
    if is_content or not wording.is_question(heard):
        return None
    is_plain = heard.is_sure and heard.intent in request.QUESTIONS
    is_plain = is_plain or (heard.intent == "ayuda" and asked.is_of_a_procedure(heard.text))
    other = request.QUESTIONS[0] if is_plain else request.other_matter(state, heard)
    return _asked_besides(state, heard, other) if other else None


def _learnt(state: State, heard: Heard) -> str | None:
    """Of their data, «mi teléfono, que di para una beca» tells; «¿qué cuesta?» is of the matter."""
    tells = state.category in request.RIGHTS and not wording.is_question(heard)
    asked = None if tells else learnt.topic(heard)
    is_whose = heard.move == "whose" and heard.intent == state.category
    if asked is None and is_whose and wording.is_question(heard):
        return "whose"  # «¿eso es con Infonavit o con ustedes?»
    return "cost" if asked == "free" else asked


def theirs(state: State) -> Act | None:
    """How to reach who is not of this State, and has not been sent anything yet."""
    place = state.facts.get("municipio")
    if not whose.is_others(state.category or ""):
        return None
    if named := pending.taker(state):
        return TellOffice(named, place, "phone")
    return TellContact(state.category or "", place) if whose.has_contact(state) else None


def _asked_besides(state: State, heard: Heard, other: str) -> Decision:
    """About another matter; «en Caborca, ¿y qué papeles llevo?» is of the one at hand, and so is
    «¿y de la luz?», which was told."""
    if background.names_again(state.request, heard.text):
        return Decision(state, pending.question(state))
    if other in request.QUESTIONS:
        if told := facts.news(state.facts, heard, request.category_of(state)):
            kept = request.noting(state, heard)
            known = replace(kept, facts={**state.facts, **told}, misses=0)
            return request.go_on(known, Say("noted_question"))
        return noted_question(state, heard)
    return put(request.keeping(state, heard, other), Later(other), other)


def noted_question(state: State, heard: Heard) -> Decision:
    """Nothing here answers it: who attends the matter will read it. What tells nothing at all was
    not understood."""
    if not (heard.is_understood or heard.move):
        return request.missed(state, Say("question"), *pending.shortly(state))
    known = theirs(state) if asked.is_at_an_office(heard.text) else None
    return put(request.noting(state, heard), known or Say("noted_question"), "noted_question")


def _to_send(state: State) -> Decision | None:
    """«Mándelo» before everything is told, or when it has its folio already."""
    if state.stage is Stage.collecting and state.asking in PERSONAL:  # nothing else is needed
        left = replace(state, skipped=(*state.skipped, state.asking or ""))
        return request.go_on(left, Say("will_send"))
    if state.stage is Stage.collecting:
        return put(state, Say("will_send"), typed.SEND)
    if state.stage is not Stage.idle:
        return None
    return Decision(state, (TellState(state.lately) if state.lately else Say("what_is_it"),))


def courtesy(state: State, heard: Heard) -> Decision:
    """Who says good-bye in the middle may come back to the same question; the rest go on. Who only
    calls leaves out nothing."""
    if heard.intent == "despedida":
        return Decision(state, (Say("see_you"),))
    return put(state, Say("we_were_here"), heard.intent if heard.intent == "saludo" else NO_ANSWER)


def explained(state: State, heard: Heard, topic: str) -> Explain:
    about = labels.mentioned(trailing.question(heard.text) or "", "")
    about = about or labels.mentioned(heard.text, state.asking or "")
    named = pending.taker(state) if state.category else None
    topic = untold.topic(state, topic, about)
    return Explain(topic, state.category, state.facts.get("municipio"), about, agency=named)

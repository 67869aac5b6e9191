"""Another matter, or a person for a question, was offered: whether it is wanted."""

from dataclasses import replace

from bot.dialogue import agreed, asides, numbered, pending, request
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.after import Add, OfferToAdd
from bot.dialogue.decision import Decision
from bot.dialogue.reading import asked, facts, in_english, languages, saying, typed, ways, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue
from handoff.rules.reasons import Reason

TELLING = ("add", "correction", "detail")  # moves
# «¿A qué hora abren?», «lo de las actas»: of which office.
_names_it = saying.only(
    r"(?:(?:pues|es|oiga|y|ah|seria) )*(?:l[oa]s? de(?:l| la| las| los)?|del?|en(?: el| la| los)?)"
    r" (?!hay\b)\w+(?: (?!(?:hay|no|esta|estan)\b)\w+){0,2}"
)


def to_go_with_it(state: State) -> Decision | None:
    """«Sigue tirando y ya se hizo un charco», of the leak that has its folio: it may go with that;
    if it does not, it is a matter of its own."""
    if state.lately is None or state.apart[:1] != (state.lately_about,):
        return None
    told = replace(state, stage=Stage.offering, folio=state.lately, options=state.apart, apart=())
    return Decision(told, (OfferToAdd(state.lately),))


# «No, gracias, con eso está bien. Sólo quiero que hablen con la directora.»
_declines = saying.first(
    r"(?:(?:no|ay|oiga|joven) )*no (?:(?:ya|pues|muchas|asi|con eso) )*(?:gracias|es lo mismo"
    r"|es todo|con eso (?:esta bien|basta|tengo)|hace falta|es necesario|esta bien|asi dejelo"
    r"|nomas eso)\b"
)


def answer(state: State, heard: Heard) -> Decision | None:
    """None if it is neither yes nor no."""
    if _is_question(state) and ways.takes_note(heard.text):  # and the offer stands
        return Decision(state, (Say("thanks"),))
    is_same = heard.means(state.apart[0]) and not _is_question(state)  # another one is no yes
    asks = _asked_beside_yes(heard)
    if asks or heard.agrees or is_same or numbered.is_offered(state, heard):
        return _accepted(state, asks)
    is_told = wording.is_only_facts(heard) or wording.is_name(heard)
    is_more = is_told or _names_it(heard.text) or (not heard.is_clear and _goes_on(heard))
    if _is_question(state) and is_more and not heard.command:
        known = {**state.facts, **facts.told_by(heard)}
        more = replace(request.noting(state, heard), facts=known)
        if facts.CONTACT in known.keys() - state.facts.keys():  # they want to be answered
            return request.begin_apart(more)
        told = (Say("noted"),) if known != state.facts else ()
        return Decision(more, (*told, *pending.question(more)))
    is_no = heard.command in (typed.NO, typed.SKIP) or heard.means("negar")
    is_tailed = not (is_no or heard.command) and _declines(heard.text)
    if not (is_no or is_tailed):
        return None
    if len(state.apart) == 1:
        kept = Add(state.lately, heard.text) if is_tailed and state.lately else None
        return Decision(state.afresh(), (kept or Say("anything_else"),))
    left = request.offering(replace(state, apart=state.apart[1:]))
    return Decision(left, pending.question(left))


def _accepted(state: State, asks: str) -> Decision:
    """With the question that goes with the yes, «sí, ¿y a dónde voy?»"""
    known = replace(state, request=request.joined(state.request, asks))
    if _is_question(state) and not state.with_folio:
        return _informed(known)
    begun = request.begin_apart(known)
    if not asks:
        return begun
    is_theirs = begun.state.category and asked.is_at_an_office(asks)
    said = (asides.theirs(begun.state) if is_theirs else None) or Say("noted_question")
    return replace(begun, acts=(said, *begun.acts))


def _asked_beside_yes(heard: Heard) -> str:
    beside = agreed.beside_yes(heard.text)[0] if not heard.command else None
    is_asked = beside and wording.is_question(replace(heard, text=beside))
    return beside if beside and is_asked else ""


def _informed(state: State) -> Decision:
    """By a person, and nothing is registered."""
    priority = catalogue.load().categories[state.apart[0]].priority
    return Decision(state.afresh(waits_for_person=True), (HandOver(Reason.question, priority),))


def let_be(state: State, heard: Heard) -> State:
    """Something else is said; more of a question goes with it."""
    is_more = _is_question(state) and heard.intent == state.apart[0]
    return replace(state.afresh(), request=state.request if is_more else "")


def still(state: State, decision: Decision) -> Decision:
    """Where nothing else was begun, a late «sí» is still for what was offered."""
    now = decision.state
    if now.stage is Stage.choosing and state.refused_notice:
        return Decision(state, pending.question(state))
    if now.stage is not Stage.idle or now.waits_for_person:
        return decision
    offered = replace(state, misses=now.misses, refused_notice=now.refused_notice)
    return replace(decision, state=offered)


def _is_question(state: State) -> bool:
    return state.apart[0] in request.QUESTIONS


def _goes_on(heard: Heard) -> bool:
    """«¿Y dónde es?», «I need to know before Friday»: more of what a person is to answer; so are
    the place and the name of who asks."""
    if heard.command or heard.is_courtesy or in_english.is_named(heard.text):
        return False
    if heard.move in TELLING:
        return True
    is_told_in_english = languages.looks_english(heard.text) and not in_english.is_vague(heard.text)
    return wording.is_question(heard) or is_told_in_english

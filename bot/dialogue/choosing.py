"""Which of the matters offered: its button, its number, or words that fit one of them best."""

import re
from dataclasses import replace

from bot.dialogue import (
    agreed,
    asides,
    erasing,
    misunderstanding,
    pending,
    procedures,
    request,
    several,
    told_at_menu,
    told_beside,
    unsure,
)
from bot.dialogue.acts import Act, AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import called, languages, saying, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, Stage, State
from bot.dialogue.within import Noted
from nlu import english

NONE_OF_THESE = (typed.OTHER, typed.OTHER_MATTER, typed.NOT_THAT, typed.NO)
# Said where nothing else is asked: no good-bye goes with a question.
OPEN = (Say("what_is_it"), Say("noted_what_is_it"), Say("farewell"))
CLOSEST = "closest"  # the aside: which to choose
NOT_SO_ANSWERED = ("municipio", "nombre", "contacto")
FEW = 4  # words of a question that names nothing
FEWEST_TOLD = 6  # words; more of them tell a matter
SOME, MUCH = 0.002, 3  # the least chance of what is pointed at, and how many times another's
_POINTS = re.compile(r"(?:(?:es|pues|no|si|mire|seria) )*(?:el|la|lo|los|las|una?|en|para|del?) ")
_BOTH = re.compile(
    rf"{called.BEFORE}(?:amb[oa]s|(?:l|es|est)[oa]s (?:dos|2)|tod[oa]s|both){called.AFTER}"
)
_NONE = re.compile(
    r"(?:(?:no|pues|la verdad|es|creo|que) )*ningun[oa]?s?(?: de (?:l|es|est|ell)[oa]s)?"
    rf"(?: dos)?(?: (?:es|son|era|lo|el|mi[oa]?|asunto|que|quiero|necesito|busco))*{called.AFTER}"
    r"|ni (?:un[oa]|l[oa]|el)\b.*\bni\b.*"
)
_DENIED = re.compile(r"\bno (?:es|era|fue|hay)\b")
_BESIDES = re.compile(r"(?:y|tambien|ademas|aparte|and)\b|.*\b(?:tambien|tampoco|ademas|also)\b")


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it answers something else."""
    return erasing.in_menu(state, heard) or _answered(state, heard)


def rather(state: State, heard: Heard) -> Decision | None:
    """The other one of those that were offered, after the likelier was taken unasked: its button,
    or «en la casa», «la segunda» to what no such words answer."""
    chosen = heard.chosen("categoria") or _rather_called(state, heard)
    is_open = state.stage in (Stage.way, *request.FORM) and chosen in state.rather
    if not is_open or (chosen == state.category and heard.text):
        return None
    if chosen == state.category:
        return Decision(state, pending.question(state))
    return request.begin_instead(state, heard, chosen)


def _rather_called(state: State, heard: Heard) -> str:
    is_asked = state.stage is Stage.collecting and state.asking in NOT_SO_ANSWERED
    if not (is_asked and state.rather) or heard.facts or heard.command:
        return ""
    if by_place := called.by_number(heard.text, state.rather):
        return by_place
    is_short = len(heard.text.split()) <= FEWEST_TOLD and state.asking == "municipio"
    named = called.among(heard.text, state.rather) if is_short else []
    return named[0] if len(named) == 1 and not _DENIED.search(saying.bare(heard.text)) else ""


def _answered(state: State, heard: Heard) -> Decision | None:
    chosen, plain = _chosen(state, heard), saying.bare(heard.text)
    told = told_at_menu.decide(state, heard)
    if told or (told := None if chosen else told_at_menu.corrected(state, heard)):
        return told
    if len(state.options) == 2 and _BOTH.fullmatch(plain):
        both = replace(state, stage=Stage.idle, apart=(*state.options[1:], *state.apart))
        return request.begin(both, heard, state.options[0])
    if chosen:
        return _begun(state, heard, chosen)
    if heard.command in NONE_OF_THESE or _NONE.fullmatch(plain):
        acts = (*misunderstanding.noted(state), Say("what_is_it"))
        return Decision(given_up(state), acts)
    if heard.command == typed.ACCEPT_NOTICE:
        return asides.put(state, Say("accepted"), NO_ANSWER)
    if heard.command == typed.SKIP or heard.agrees:
        return _either(state, heard)
    if _only_asks(heard):
        return _asked(state, heard)
    return _besides(state, heard)


def _begun(state: State, heard: Heard, chosen: str) -> Decision:
    begun = request.begin(replace(state, stage=Stage.idle), heard, chosen)
    begun = procedures.oriented(begun.state, heard) or begun
    return replace(begun, acts=(*misunderstanding.noted(state, chosen), *begun.acts))


def _either(state: State, heard: Heard) -> Decision:
    """«Sí» to both, once more: the likelier is taken, and said."""
    is_plain = len(state.options) <= 2 and not {*state.options} & {*request.GUIDED}
    if state.aside == CLOSEST and is_plain:
        return _begun(state, heard, state.options[0])
    return asides.put(state, Say(CLOSEST), CLOSEST)


def _only_asks(heard: Heard) -> bool:
    """«¿Y qué piden?»: of whichever it is."""
    is_short = len(heard.text.split()) <= FEW
    is_asked = is_short and wording.is_question(heard) and not heard.command
    return is_asked and not told_beside.is_one(heard)


def _asked(state: State, heard: Heard) -> Decision:
    """Who writes English and was not understood may have asked something that a person knows."""
    if state.options == request.COMMON:
        return request.begin(given_up(state), heard, request.QUESTIONS[0])
    return again(state, Say("choose_one"))


def again(state: State, said: Act) -> Decision:
    """Not understood: the same once more, kindly, and then a person."""
    if state.misses:
        return request.missed(given_up(state))
    return Decision(replace(state, misses=1), (said, AskWhich(state.options)))


def unresolved(state: State, heard: Heard) -> Decision:
    """Told in other words that fit none of them: these are not offered again."""
    if heard.command or wording.is_question(heard) or len(heard.text.split()) < FEW:
        return again(state, Say("choose_one"))
    words = request.joined(state.request, heard.said)
    told = replace(given_up(state), misses=state.misses, request=words)
    likely = several.worth_asking(heard)
    if state.misses or not {*likely} - {*state.options}:
        return request.not_understood(told, heard)
    return unsure.begun(told, heard, likely)


def still(state: State, decision: Decision) -> Decision:
    """Where nothing else was begun, the same question stands, and no other is asked besides."""
    now = decision.state
    if now.stage is not Stage.idle or now.waits_for_person:
        return decision
    misses = now.misses - 1 if now.misses else 0
    asked = replace(state, misses=misses, aside=now.aside, asides=now.asides)
    told = tuple(act for act in decision.acts if act not in OPEN) or (Say("choose_one"),)
    return Decision(asked, (*told, AskWhich(asked.options)))


def given_up(state: State) -> State:
    return replace(state, stage=Stage.idle, options=(), misses=1, told_in=0)


def _besides(state: State, heard: Heard) -> Decision | None:
    """«Y tampoco hay agua»: a third matter, told along with the one that is asked about; else more
    of the story."""
    is_matter = heard.is_matter and told_beside.is_one(heard)
    if not is_matter or not _BESIDES.match(saying.bare(heard.text)):
        return told_at_menu.more(state, heard)
    kept = request.keeping(state, heard, heard.intent)
    return Decision(kept, (Noted(heard.intent), AskWhich(state.options)))


def _chosen(state: State, heard: Heard) -> str | None:
    chosen = heard.chosen("categoria") or called.by_number(heard.text, state.options)
    if chosen:
        return chosen
    is_only = len(state.options) == 1
    if is_only and (heard.agrees or agreed.beside_yes(heard.text)[0]):
        return state.options[0]
    if not heard.text or heard.command:
        return None
    if state.language == "en" or languages.looks_english(heard.text):
        return next((key for key in english.matters(heard.text) if key in state.options), None)
    if not heard.is_understood or not (heard.is_sure or " " in heard.text):
        return None  # «contacto» resembles anything
    if heard.intent in state.options:
        return heard.intent
    return _pointed(state, heard)


def _pointed(state: State, heard: Heard) -> str | None:
    """«La de mi casa», «la de la calle»: by a word of its name, or the likelier of them, whatever
    else so few words resemble."""
    said = saying.bare(heard.text)
    if len(said.split()) > FEWEST_TOLD or not _POINTS.match(said):
        return None
    named = called.among(said, state.options)
    if len(named) == 1:
        return named[0]
    ranked = [each for each in heard.meaning.ranking if each[0] in state.options]
    (best, chance), (_, second) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    return best if chance >= SOME and chance > MUCH * second else None

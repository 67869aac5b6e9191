"""Turns of the conversation itself: greetings, thanks, questions about the bot, insults."""

import re
from dataclasses import replace

from bot.dialogue import (
    anytime,
    asides,
    calm,
    despair,
    frame,
    lately,
    pending,
    request,
    several,
    standing,
    status,
    unregistered,
)
from bot.dialogue.acts import Act, Say, Welcome
from bot.dialogue.after import HelloAgain
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.directing import TellOffice
from bot.dialogue.reading import (
    asked,
    details,
    facts,
    languages,
    marked,
    of_service,
    saying,
    thanked,
    typed,
    whereabouts,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, State
from handoff.rules import catalogue, directory
from nlu import gazetteer

# These only need words.
PLAIN = {
    **anytime.PLAIN,
    "gracias": "thanks",
    "despedida": "farewell",
}
# The same, but a person is called if it goes on like that.
ASTRAY = {"insulto": "insult", "fuera_de_ambito": "out_of_scope"}
COURTESY_WORDS = 6  # thanks in more words may be for something
ASTRAY_WORDS = 3  # in fewer it may be the name of a place


_THE = re.compile(r"\W*(?:(?:es|pues|en|a|por|mi) )*(?:la|el|los|las|del|al)\b", re.IGNORECASE)
_BOT = re.compile(r"\b(?:robot|bot|machine|computer|human|real|person|ai|automat\w+|who)\b")
_NO = re.compile(r"\b(?:no|nel|nop|nada|nadie|ningun\w*|tampoco|nunca|nope|nah|nothing|not)\b")
CLOSING = ("negar", "afirmar", "despedida")
LITTLE = 4  # words of an answer to nothing that was asked; more of them may tell a matter
OF_IT = ("add", "correction", "detail", "name", "place", "since")  # moves that are no idle word
MOSTLY = 0.9  # of the chance, if it is one or another of these


def is_talk(heard: Heard) -> bool:
    """Said to the bot, and no matter. «No es que no haya agua, es que…» is more than a no."""
    conversation = catalogue.load().conversation
    if not saying.bare(heard.text) or heard.intent not in conversation:
        return False  # a face or two say nothing
    if wording.typed_at_random(heard.text) and heard.intent in ASTRAY:
        return False
    if heard.intent == "identidad_bot" and (heard.facts or not _asks_in_english(heard.text)):
        return False  # «me imagino que es en Hermosillo, ¿verdad?»
    if heard.intent in CLOSING and not heard.is_sure and len(heard.text.split()) > LITTLE:
        return False
    if heard.intent == "saludo" and not heard.is_sure and len(heard.text.split()) > COURTESY_WORDS:
        return False  # «buenas noches, hay un pozo enorme por la Olivares»
    if heard.intent == "negar" and heard.facts and len(heard.text.split()) > LITTLE:
        return False  # «no, está en la calle Álamos»
    together = sum(chance for name, chance in heard.meaning.ranking[:2] if name in conversation)
    return heard.is_clear or (heard.is_understood and together >= MOSTLY)


def _asks_in_english(text: str) -> bool:
    """«You are useless» is no question about the bot; Spanish is left to the model."""
    return not languages.looks_english(text) or bool(_BOT.search(saying.bare(text)))


def astray(state: State, heard: Heard) -> Decision | None:
    """An insult or an idle word instead of the answer: neither is a street."""
    is_long = len(heard.text.split()) >= ASTRAY_WORDS
    is_marked = marked.value(heard, state.asking or "", marked.BEYOND_DOUBT) is not None
    is_where = state.asking in facts.PLACES and marked.value(heard, "calle") is not None
    is_fact = heard.facts or whereabouts.is_all(heard.text) or is_marked or is_where
    if heard.intent not in ASTRAY or not (is_long and heard.is_sure) or is_fact:
        return None
    if heard.intent == "fuera_de_ambito" and (_is_answer(state, heard) or _is_of_it(heard)):
        return None
    return request.missed(state, Say(ASTRAY[heard.intent]), *pending.question(state))


def _is_answer(state: State, heard: Heard) -> bool:
    """«La de música», of a school; «Jalisco y Guerrero», of a street."""
    if state.asking in ("colonia", "calle") and gazetteer.names_a_state(heard.text):
        return not wording.is_sentence(heard.text)
    is_short = len(heard.text.split()) <= wording.MOST_WORDS.get(state.asking or "", 0)
    return is_short and bool(_THE.match(heard.text)) and not wording.is_sentence(heard.text)


def _is_of_it(heard: Heard) -> bool:
    """«Se cayó hace un mes», «ayer, mientras compraba un helado»."""
    return heard.move in OF_IT or details.begins_with_day(heard.text)


def _hello_again(state: State) -> Act:
    """Their folio is named, unless it is of what nobody else should read."""
    is_open = state.lately and state.lately_about not in several.GRAVE
    return HelloAgain(state.lately) if is_open and state.lately else Say("hello_again")


def answer(state: State, heard: Heard, situation: Situation) -> Decision:
    intent, understood = heard.intent, replace(state, misses=0)
    match intent:
        case "saludo" if situation.has_notice:  # «gracias joven, buenas noches»
            said = Say("thanks") if heard.move == "thanks" else _hello_again(state)
            return Decision(understood, (said,))
        case "saludo":
            return Decision(understood, (Welcome(opens=True),))
        case "gracias" if _about(heard):
            return request.begin(understood, heard, "felicitacion")
        case "hablar_con_persona":
            return anytime.person(state)
        case "cancelar":
            return _given_up(state, heard)
        case "seguimiento":
            return status.begin(understood, heard)
        case "afirmar":
            return _to_yes(understood, heard)
        case "negar":
            return _denied(understood, heard)
        case "insulto" | "fuera_de_ambito":
            return _strayed(state, intent)
        case _:
            return _of_ourselves(understood, heard)


def _tells_more(heard: Heard) -> bool:
    """«No le voy a decir de quién todavía» is no good-bye."""
    is_long = len(heard.text.split()) > LITTLE
    return is_long and heard.move not in ("decline", "thanks", "leave")


def _denied(state: State, heard: Heard) -> Decision:
    """A mere no ends it; who keeps their name for themselves, was misunderstood or asks does not
    leave."""
    plain = saying.bare(heard.text)
    if heard.move == "withhold":
        return unregistered.unnamed(state)
    if heard.only_asks and state.lately:
        return standing.answered(state, heard, state.lately)
    goes_on = calm.not_come(heard.text) or "?" in heard.text or not _NO.search(plain)
    goes_on = goes_on or _tells_more(heard)
    if heard.command == typed.SKIP and not state.lately:  # «no sé» is no good-bye
        is_offered = state.aside == frame.OFFERED
        put = asides.put(state, Say("what_is_it"), NO_ANSWER)
        return anytime.person(state) if is_offered else put
    return Decision(state, (Say("what_is_it" if goes_on else "farewell"),))


def _of_ourselves(state: State, heard: Heard) -> Decision:
    """What this is, what it is for, or whose."""
    if heard.intent == "identidad_bot" and of_service.is_of_government(heard.text):
        whose = TellOffice(directory.OWN, None, "level")
        return asides.put(state, whose, f"level:{directory.OWN}")
    return Decision(state, (Say(PLAIN[heard.intent]),))


def _to_yes(state: State, heard: Heard) -> Decision:
    if _is_offered(state) and not heard.only_asks:
        return anytime.person(state)
    if state.aside == lately.ADDED and not heard.only_asks:
        return Decision(state, (Say("anything_else"),))
    if heard.only_asks and state.lately:
        return standing.answered(state, heard, state.lately)
    is_told = state.refused_notice and state.category
    if not (heard.only_asks or is_told or state.lately):
        return asides.put(state, Say("what_is_it"), NO_ANSWER)
    told = "accept_first" if is_told else "anything_else"
    return Decision(state, (Say("question" if heard.only_asks else told),))


def _is_offered(state: State) -> bool:
    """A person, for what is not known here of another office."""
    kind, _, key = (state.aside or "").partition(":")
    is_of_office = kind in asked.KINDS and key not in ("", directory.OWN)
    return is_of_office or kind in (frame.OFFERED, "cost")


def _given_up(state: State, heard: Heard) -> Decision:
    """Where nothing is open, it is asked what somebody does not want any more."""
    if not state.lately and despair.is_weary(heard.text):
        return Decision(state, (Say("what_ends"),))
    return anytime.given_up(state, heard)


def _strayed(state: State, intent: str) -> Decision:
    """An idle word calls nobody: what is meant in earnest may still come."""
    return asides.put(replace(state, misses=0), Say(ASTRAY[intent]), intent)


def _about(heard: Heard) -> bool:
    """Thanks for something: «gracias al gobierno por la carretera»."""
    (_, _), (rival, chance) = (*heard.meaning.ranking, ("", 0.0), ("", 0.0))[:2]
    is_long = len(heard.text.split()) > COURTESY_WORDS
    is_matter = chance >= 0.05 and rival in catalogue.load().categories
    return is_long and (is_matter or thanked.is_for_done(heard.text))

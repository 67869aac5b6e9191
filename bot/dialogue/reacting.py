"""What answers nothing that was asked, by what it does: it is no answer, and is met as it is."""

import re

from bot.dialogue import anytime, asides, company, pending, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    background,
    cancelling,
    continuing,
    details,
    in_line,
    labels,
    saying,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, Stage, State
from bot.dialogue.within import Meant

# Moves that are no value of a fact, and those that are none of a name, a place or a phone.
NO_ANSWERS = (
    "about_you", "address", "call", "hours", "leave", "line", "papers", "person", "thanks",
    "unclear", "upset", "wait", "withhold",
)  # fmt: skip
MET = {
    "upset": "insult",
    "wait": "no_hurry",
    "thanks": "we_were_here",
    "greeting": "we_were_here",
    "line": "not_in_line",
}
TOLD = ("correction", "detail", "add", "since")  # «le di mil» thanks for nothing
TELL_MORE = ("add", "detail", "since", "solved")
OF_FEW_WORDS = ("municipio", "colonia", "nombre", "contacto", "ruta", "escuela", "nivel_escolar")
LEAST_OF_A_DETAIL = 3  # words
MOST_OF_A_YES = 3  # words
OPEN = ("asunto", "descripcion")
# «Es petición, no denuncia»: what it is to be, which is no place.
_OF_REQUESTS = re.compile(
    r"(?:(?:no|es|era|seria|mas bien|una?) )*(?:peticion|queja|denuncia|solicitud|reporte"
    r"|sugerencia|felicitacion)(?: no\b.*| nomas| nada mas"
    r"| (?:es|era|sino) (?:una? )?(?:peticion|queja|denuncia|solicitud|reporte|pregunta)|$)"
)
_URGES = re.compile(
    r"(?:(?:es|me|nos|ya|muy|pero|que|si|por|favor|porfa|mucho|bien|pues) )*"
    r"urg(?:e+|ente|entemente|encia)(?: (?:mucho|ya|por favor|porfa(?:vor)?|pues|gracias))*"
)
_WEARY = re.compile(r"\bya me (?:canse|h?arte|desespere|enfade) de\b|\bestoy h?art[oa]\b")
_WANTS_NO_MORE = re.compile(
    r"(?:(?:no|ya|pues|mejor|gracias) )*no quiero (?:ya )?nada(?: (?:gracias|ya|pues))*"
    r"|(?:no )?(?:mejor|siempre) (?:ya )?no"
)
_BOT = re.compile(r"\b(?:robots?|bots?|maquina|person[ae]?|human[oa]?|real|automatic[oa]|ia|ai)\b")


_NOTHING = ("accepted", "we_were_here")  # said to a yes, to thanks


def is_no_answer(fact: str, heard: Heard) -> bool:
    """Whether the words are rather something else than this fact."""
    move = heard.move
    if _OF_REQUESTS.match(saying.bare(heard.text)) and fact not in OPEN:
        return True
    is_by_this = fact == "contacto" and wording.means_this_channel(heard.text)
    if not move or heard.entity(fact) or labels.is_called(fact, heard.text) or is_by_this:
        return False
    is_long = len(heard.text.split()) >= LEAST_OF_A_DETAIL  # «la sauharo» is misspelt
    is_other = is_long and fact in OF_FEW_WORDS and move in TELL_MORE
    return is_other or move in NO_ANSWERS


def decide(state: State, heard: Heard) -> Decision | None:
    """None if nothing of it is plain."""
    if words := _words(state, heard):
        return asides.put(state, Say(words), NO_ANSWER if words in _NOTHING else words)
    if state.stage in request.FORM and _WANTS_NO_MORE.fullmatch(saying.bare(heard.text)):
        return Decision(state, (Say("left_open"),))
    match heard.move:
        case "papers" if state.stage in request.FORM:
            return asides.noted_question(state, heard)
        case "papers":
            return asides.put(state, Say("question"), "question")
        case "person":
            return anytime.person(state)
        case "unclear" if state.stage is Stage.collecting and state.asking:
            return asides.put(state, Meant(state.asking), "unclear")
        case "unclear" if state.stage is Stage.confirming:
            return asides.put(state, Say("check_it"), NO_ANSWER)
        case "leave" if state.stage in request.FORM:
            if cancelling.is_rather(heard.text):
                return None if heard.is_clear and heard.is_matter else beside(state, heard)
            is_kept = not company.goes_on(heard.text)  # «siga con lo de la despensa»
            return Decision(state, (Say("left_open"),) if is_kept else pending.question(state))
        case _:
            return None


def _words(state: State, heard: Heard) -> str | None:
    """What is said to a move that needs no more than words."""
    plain = saying.bare(heard.text)
    if state.stage is Stage.collecting and heard.agrees and len(plain.split()) <= MOST_OF_A_YES:
        return "accepted"  # «lo anoto como…; si no es eso, dígamelo»
    if state.is_at_work and _WEARY.search(plain):
        return MET["upset"]
    if heard.move == "wait" and in_line.asks_wait(heard.text):  # «sigo esperando»
        return MET["greeting"]
    if heard.move == "wait" and not state.is_at_work:  # nothing is kept
        return "hello_again"
    is_by_this = state.asking == "contacto" and wording.means_this_channel(heard.text)
    is_of_matter = heard.is_sure and heard.intent == state.category  # «¿ustedes dan las placas?»
    is_of_matter = is_of_matter or (state.is_at_work and background.adds(heard.text))
    if heard.move == "about_you" and not (is_by_this or is_of_matter):
        return "identity" if _BOT.search(plain) else "question" if heard.facts else "help"
    if heard.move == "solved" and " " not in heard.text:  # «ya»
        return "we_were_here"
    return MET.get(heard.move)


def noted(state: State, heard: Heard) -> Decision | None:
    """More of the matter at hand goes with it, however little it is."""
    plain = saying.bare(heard.text)
    is_more = details.begins_with_day(heard.text) or continuing.plainly_adds(heard.text)
    is_more = is_more or _URGES.fullmatch(plain) is not None
    if heard.move not in TELL_MORE and not (is_more or _OF_REQUESTS.match(plain)):
        return None
    return beside(state, heard)


def beside(state: State, heard: Heard) -> Decision:
    """It goes with the request, and the same question stands."""
    return asides.put(request.noting(state, heard), Say("noted"), NO_ANSWER)

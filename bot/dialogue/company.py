"""Beside somebody in danger while no person has come: what they say is answered, and never twice
with the same words in a row. Who says so may go on with what was interrupted; the person who was
called still comes."""

import re
from dataclasses import replace

from bot.dialogue import denials, pending, perils, typed
from bot.dialogue.acts import Accompany, Say
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import State

OVER = "over"  # the aside after which a «sí» means: let us go on

_SAID = {
    "no_answer": re.compile(
        r"\b(?:no|nadie|ni) (?:me |nos )?(?:contestan|contestaron|responden|respondieron)\b"
        r"|\bnadie (?:me |nos )?(?:contesta|responde)\b|\bno entra la llamada\b"
        r"|\b(?:911|9 1 1|llame|marque|hable|linea)\b.*\bno (?:me |nos )?(?:contest|respond)\w+"
        r"|\b(?:suena|esta|marca) ocupado\b|\bnobody (?:answers|picks up)\b"
    ),
    "machine": re.compile(
        r"\b(?:maquina|robot|bot|humano|inteligencia artificial)\b"
        r"|\b(?:es|eres) (?:usted )?(?:una )?(?:persona|de verdad|real)\b|\breal person\b"
    ),
    "no_call": re.compile(
        r"\bno (?:\w+ )?(?:quiero|puedo|voy a|tengo como|me dejan?) (?:\w+ )?(?:llam|marc|habl)\w+"
        r"|\bno tengo (?:saldo|senal|telefono|credito)\b|\b(?:can t|don t want to) call\b"
    ),
    "alone": re.compile(
        r"\bno hay nadie\b|\b(?:estoy|me siento|ando) (?:muy |bien )?sol[oa]\b|\bcon nadie\b"
        r"|\bno tengo (?:a )?(?:nadie|con quien)\b|\bnadie conmigo\b|\b(?:i m alone|no one)\b"
    ),
}
_THANKS = re.compile(
    r"(?:\w+ ){0,2}(?:perdon|disculp\w+|gracias|lo siento|sorry|thanks|thank you)(?! por todo)"
    r"(?: \w+){0,4}|(?:no (?:los? |las? |les? )?)?quiero molestar\w*(?: \w+){0,2}"
)
_GOES_ON = re.compile(
    r"(?!.*\bno\b).*\b(?:sigo|seguimos|sigamos|seguir|seguirle|continu\w+|retom\w+) con "
    r"(?:lo de|lo que (?:estaba|estabamos|le decia|pedi|queria)"
    r"|(?:mi|el|la) (?:reporte|registro|solicitud|tramite|peticion|formulario))\b.*"
    r"|(?:(?:bueno|si|ok|pues|quiero|mejor|ya|podemos|vamos a) )*"
    r"(?:seguir|seguimos|sigamos|seguirle|continuar|continuamos|continuemos|go on|continue)"
    r"(?: por favor| gracias)?"
)


def decide(state: State, heard: Heard) -> Decision:
    """Once an accident or a fire is over, the talk goes on where it was by itself."""
    kind = state.danger or perils.ANY
    is_over = denials.is_over(heard.text)
    if is_over and kind in (perils.ANY, perils.THREAT):
        calm = replace(_back(state), danger=None)
        return Decision(calm, (Accompany(kind, denied=True), *pending.question(calm)))
    open_question = pending.question(state)
    if open_question and _goes_on(state, heard):
        return Decision(_back(state), (Say("go_on"), *open_question))
    if is_over:
        told = replace(state, aside=OVER, asides=state.asides + 1) if open_question else state
        offer = (Say("may_go_on"),) if open_question else ()
        return Decision(told, (Accompany(kind, denied=True), *offer))
    return answered(state, heard, kind)


def answered(state: State, heard: Heard, kind: str) -> Decision:
    """The same answer is not given twice in a row."""
    topic = about(heard)
    if topic and topic != state.aside:
        told = replace(state, aside=topic, asides=1)
        return Decision(told, (Accompany(kind, about=topic),))
    said = Accompany(kind, times=state.added)
    return Decision(replace(state, added=state.added + 1), (said,))


def _back(state: State) -> State:
    return replace(state, waits_for_person=False, told_wait_at=None, added=0)


def _goes_on(state: State, heard: Heard) -> bool:
    return bool(_GOES_ON.fullmatch(typed.bare(heard.text))) or (
        state.aside == OVER and heard.agrees
    )


def about(heard: Heard) -> str | None:
    """What they say that has an answer of its own; None for all the rest."""
    words = typed.bare(heard.text)
    if _THANKS.fullmatch(words):
        return "thanks"
    return next((name for name, pattern in _SAID.items() if pattern.search(words)), None)

"""Beside somebody in danger while no person has come: what they say is answered, and never twice
with the same words in a row. Who says so may go on with what was interrupted; the person who was
called still comes. Who only says what is no danger is asked once whether there is any."""

import re
from dataclasses import replace

from bot.dialogue import denials, facts, harm, missing, pending, perils, request, typed, wording
from bot.dialogue.acts import Accompany, AskIfDanger, Safety, Say
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.rules import catalogue

OVER = "over"  # the aside after which a «sí» means: let us go on
ASKED = "if_danger"  # the one after which it means that there is danger
# Harmless messages until we ask, and before we ask once more; a matter of its own is enough.
CALM, CALM_AGAIN = 2, 4
PASSING = (
    perils.ANY,
    perils.THREAT,
    perils.MISSING,
    perils.HELPLESS,
)  # once over, the talk goes on by itself
FEW = 3  # words of a matter that is told plainly

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
        r"|\b(?:no (?:hay|agarra|agarro|tengo|da|entra|llega|sirve)|sin) (?:\w+ ){0,2}?"
        r"(?:saldo|senal|telefono|credito|cobertura|linea)\b|\b(?:can t|don t want to) call\b"
    ),
    "alone": re.compile(
        r"\bno hay nadie\b|^(?:no )*nadie$|\bcon nadie\b"
        r"|\b(?:estoy|me siento|ando) (?:muy |bien )?sol[oa]\b"
        r"|\bno tengo (?:a )?(?:nadie|con quien)\b|\bnadie conmigo\b|\b(?:i m alone|no one)\b"
    ),
    "care": re.compile(
        r"\b(?:psicolog|psiquiatr|terap|tanatolog)\w*|\bdonde (?:l[aeo]s? |me )?(?:\w+ )?"
        r"(?:llev|atiend|acud)\w+|\bwhere (?:can|do) i take\b"
    ),
    "where": re.compile(
        r"\b(?:donde|cual) (?:\w+ ){0,3}?(?:oficina|agencia|fiscalia|ministerio|denunci\w*)\b"
        r"|\b(?:que|cual(?: es)? el) (?:telefono|numero)\b(?: \w+){0,2}? (?:llam|habl|marc|denunci)"
        r"|\bdonde (?:voy|vamos|acudo|puedo (?:ir|acudir)|me presento)\b"
        r"|\bwhere (?:do|can|should) i (?:go|report)\b"
    ),
    "send": re.compile(
        r"\b(?:puedo|podemos|podria|quieren?|se los?|les?|te) (?:\w+ )?"
        r"(?:mand|envi|pas(?=o|ar)|dar\b|doy\b|dej(?=o|ar)|compart)\w* (?:\w+ ){0,4}?"
        r"(?:numero|foto|video|captura|audio|ubicacion|placas|mensaje|conversacion|evidencia"
        r"|pruebas?)\w*"
    ),
    "coming": re.compile(
        r"(?:(?:y|pero|oiga|ya|si|cuando|a que hora|hoy|entonces|ustedes) )*"
        r"(?:(?:vienen?|mandan|mandaran|mandaron|llegan)\b|(?:van?|pueden) (?:a )?"
        r"(?:ir|venir|mandar|enviar|llegar)\b)(?! (?:mi|el|ella|por mi)\b)(?: \w+){0,5}"
        r"|(?:y |pero )?(?:cuanto|en cuanto) (?:\w+ )?tard\w+(?: \w+){0,3}"
        r"|(?:are|is) (?:you|they|someone|anyone|help) coming(?: \w+){0,3}"
    ),
    "secret": re.compile(
        r"\bno (?:\w+ ){0,4}(?:se )?(?:enter(?:e|en|ar|aran?)|sepan?|den? cuenta)\b"
        r"|\bse (?:va|puede) a? ?enterar\b"
        r"|\b(?:not want|don t want|can t let) (?:\w+ ){1,3}(?:know|find out)\b"
    ),
    "afraid": re.compile(
        r"\b(?:tengo|tenemos|me da|nos da|con|siento) (?:\w+ )?miedo\b|\btemo (?:que|por)\b"
        r"|\bno me siento segur[oa]\b|\b(?:scared|afraid)\b"
    ),
    "next": re.compile(
        r"(?:\w+ )?(?:que sigue|y ahora que|que hago|que procede|que pasa ahora|what now|what next)"
        r"(?: (?:\w+ ?){1,3})?"
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

_STREET = (
    r"(?:calle|col|colonia|ejido|rancho|campo|carretera|camino|kilometro|km|blvd|boulevard|bulevar"
    r"|av|avenida|poblado|esquina|entrada|salida|central|mercado|parque|plaza|puente|entre|frente"
    r"|cerca|junto|rumbo|bloque|domicilio)"
)
_WHERE = re.compile(
    r"(?:(?:ahi|aqui|es|esta|estan|estamos|estoy|vive|queda|fue|en|por|a|el|la|un|lado|de) )*"
    rf"{_STREET}\b.*"
    r"|.*\b(?:se llama|queda|esta(?:n|mos)?|estoy|es|vive|fue)\b(?: \w+){0,5}? "
    rf"{_STREET}\b.*"
)
PLACE = 18  # words that tell where it is; more of them tell something else
_NO = r"(?:no|nop|nel|nada|ninguno|gracias|para nada|ya no|claro que no|hay|peligro|senor\w*)"
_NONE = re.compile(rf"{_NO}(?: {_NO})*|no (?:danger|thanks|thank you)")  # not «no puedo salir»


def decide(state: State, heard: Heard) -> Decision:
    """Once an accident or a fire is over, the talk goes on where it was by itself."""
    kind = state.danger or perils.ANY
    is_found = kind == perils.MISSING and missing.is_found(heard.text)
    if kind == perils.MISSING and missing.is_back(heard.text) and not is_found:
        return answered(replace(state, danger=perils.ANY), heard, perils.ANY)
    is_over = is_found or denials.is_over(heard.text)
    is_asked = state.aside == ASKED
    is_pressed = heard.is_button and heard.command == typed.NO_DANGER
    if is_pressed or (is_asked and (is_over or _NONE.fullmatch(typed.bare(heard.text)))):
        return _left(state, kind)
    if is_asked and heard.agrees:
        return Decision(replace(state, calm=0), (Safety(again=True),))
    if is_over and kind in PASSING:
        return _left(state, kind)
    open_question = pending.question(state)
    if open_question and _goes_on(state, heard):
        return Decision(_back(state), (Say("go_on"), *open_question))
    if is_over:
        told = replace(state, aside=OVER, asides=state.asides + 1) if open_question else state
        offer = (Say("may_go_on"),) if open_question else ()
        return Decision(told, (Accompany(kind, denied=True), *offer))
    return _harmless(state, heard, kind) or answered(state, heard, kind)


def _left(state: State, kind: str) -> Decision:
    """Back to what was open, or to the matter that was told meanwhile."""
    calm = replace(_back(state), danger=None if kind in PASSING else kind)
    heard_it = Accompany(kind, denied=True)
    if state.stage in AT_EASE and state.apart:
        begun = request.begin_apart(calm)
        return replace(begun, acts=(heard_it, *begun.acts))
    is_asked = state.aside == ASKED
    then = pending.question(calm) or ((Say("what_is_it"),) if is_asked else ())
    return Decision(calm, (heard_it, *then))


def _harmless(state: State, heard: Heard, kind: str) -> Decision | None:
    """Asks, once enough of it was said. Who may harm themselves is not asked for a word that is
    only calm, nor who tells of somebody missing, nor anybody for an answer to what we have said;
    where it is counts once."""
    topic = about(heard)
    matter = None if topic == "place" else _matter(heard)
    is_answered = topic and not (topic == "place" and state.placed)
    if is_answered or kind == perils.MISSING or (kind == perils.SELF_HARM and not matter):
        return None
    told = _with_matter(state, heard, matter) if matter else state
    calm = state.calm + (CALM if matter else 1)
    if calm < CALM:
        return answered(replace(told, calm=calm), heard, kind)
    asked = replace(told, calm=CALM - CALM_AGAIN, aside=ASKED, asides=state.asides + 1)
    return Decision(replace(asked, placed=is_placed(state, heard)), (AskIfDanger(),))


def _matter(heard: Heard) -> str | None:
    """What is told plainly and is no part of a danger."""
    kept = (*request.DELICATE, *request.QUESTIONS, *perils.TELLING)
    is_matter = heard.is_matter and heard.intent not in kept
    words = len(heard.text.split())
    is_plain = (heard.is_sure and words >= FEW) or (heard.is_clear and words >= wording.STORY)
    is_told = is_matter and is_plain and not wording.is_only_facts(heard)
    return heard.intent if is_told else None


def _with_matter(state: State, heard: Heard, key: str) -> State:
    if state.stage not in AT_EASE:
        return state if key == state.category else request.keeping(state, heard, key)
    known = {**state.facts, **facts.told_by(heard, catalogue.load().categories[key])}
    return replace(state, apart=(key,), facts=known, request=heard.text, told_in=heard.exchange_id)


def with_matter_for_later(state: State, heard: Heard) -> State:
    """«Nadie me extrañaría; quería saber del apoyo»: offered once they are better."""
    key = _matter(heard)
    return replace(_with_matter(state, heard, key), stage=Stage.second) if key else state


def answered(state: State, heard: Heard, kind: str) -> Decision:
    """The same answer is not given twice in a row; who told where is not asked where."""
    topic = about(heard)
    state = replace(state, placed=is_placed(state, heard))
    if topic and topic != state.aside:
        told = replace(state, aside=topic, asides=1)
        return Decision(told, (Accompany(kind, about=topic, placed=state.placed),))
    said = Accompany(kind, times=state.added, placed=state.placed)
    return Decision(replace(state, added=state.added + 1), (said,))


def without_danger(state: State, heard: Heard) -> Decision | None:
    """Who waits for a person about violence, or somebody missing, and says what cannot wait."""
    if state.lately_about == missing.KEY and missing.is_found(heard.text):
        return Decision(state, (Accompany(perils.MISSING, denied=True),))
    is_at_home = state.lately_about in harm.AT_HOME
    if not is_at_home and state.lately_about != harm.THREATENED:
        return None
    if (topic := about(heard)) not in ("secret", "afraid", "coming", "send", "where"):
        return None
    kind = perils.VIOLENCE if is_at_home else perils.ANY
    return Decision(state, (Accompany(kind, about=topic),))


def is_placed(state: State, heard: Heard) -> bool:
    """Whether it was told where the danger is."""
    return state.placed or bool(facts.places_in(heard)) or about(heard) == "place"


def _back(state: State) -> State:
    return replace(state, waits_for_person=False, told_wait_at=None, added=0, calm=0)


def _goes_on(state: State, heard: Heard) -> bool:
    return bool(_GOES_ON.fullmatch(typed.bare(heard.text))) or (
        state.aside == OVER and heard.agrees
    )


def about(heard: Heard) -> str | None:
    """What they say that has an answer of its own; None for all the rest."""
    words = typed.bare(heard.text)
    if _THANKS.fullmatch(words):
        return "thanks"
    if said := next((name for name, pattern in _SAID.items() if pattern.search(words)), None):
        return said
    return "place" if _is_place(heard, words) else None


def _is_place(heard: Heard, words: str) -> bool:
    """«Bácum», «el campo se llama La Esperanza, por la calle 36 norte»."""
    if heard.entity("municipio") and wording.is_only_facts(heard):
        return True
    if len(words.split()) > PLACE or "?" in heard.text or not _WHERE.fullmatch(words):
        return False
    return not wording.is_sentence(heard.text) or _matter(heard) is None

"""What people type instead of pressing a button. Folded: lower case, no accents, no punctuation."""

import re

from nlu import text as spelling

PERSON = "persona"
CANCEL = "cancelar"
SKIP = "omitir"
YES = "si"
NO = "no"
CORRECT = "corregir"
START = "inicio"
HELP = "ayuda"
STATUS = "folio"
REFUSE_NOTICE = "no_acepto"

_PHRASES: dict[str, tuple[str, ...]] = {
    PERSON: (
        "0", "persona", "una persona", "agente", "asesor", "asesora", "operador", "operadora",
        "humano", "analista", "hablar", "hablar con una persona", "hablar con alguien",
    ),
    CANCEL: ("cancelar", "cancela", "salir", "terminar", "reiniciar", "/cancelar", "/cancel"),
    SKIP: (
        "omitir", "omite", "saltar", "anonimo", "anonima", "sin nombre", "prefiero no darlo",
        "prefiero no decirlo", "prefiero no decir", "no quiero darlo", "no quiero decirlo",
        "no tengo", "no se", "no lo se", "no aplica", "ninguno", "ninguna", "paso",
    ),
    YES: (
        "si", "sip", "simon", "claro", "correcto", "confirmo", "ok", "okey", "va", "sale", "dale",
        "es correcto", "asi es", "esta bien", "todo bien", "si registrar", "si es correcto",
        "si esta bien", "si por favor", "si porfavor", "si gracias", "registrar", "de acuerdo",
    ),
    NO: ("no", "nel", "nop", "incorrecto", "no es correcto", "esta mal", "no esta bien"),
    CORRECT: ("corregir", "corrige", "cambiar", "corregir datos"),
    START: ("/start", "inicio", "menu", "empezar", "comenzar"),
    HELP: ("/help", "/ayuda", "ayuda"),
    STATUS: ("/folio", "consultar folio", "consultar mi folio"),
    REFUSE_NOTICE: ("no acepto", "no estoy de acuerdo", "no acepto el aviso"),
}  # fmt: skip
_COMMANDS = {phrase: command for command, phrases in _PHRASES.items() for phrase in phrases}


def command_in(text: str) -> str | None:
    """The command that the whole text is, or None."""
    return _COMMANDS.get(re.sub(r"[^\w\s/]", "", spelling.fold(text)).strip())

"""What need not be asked, by what is told: no name, no telephone, no folio."""

import re

from bot.dialogue.reading import agreement, omissions, treatment, typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, State

_ONLY_COMPLAINS = re.compile(
    r"(?:(?:no|gracias|pues|es que|yo|la verdad|ya le dije que) )*(?:nomas|solo|nada mas) "
    r"(?:me )?(?:queria|quiero|quise|quisiera|vengo a|vine a|era|es) (?:para )?(?:quejarme"
    r"|poner(?: \w+)? queja|(?:una )?queja|desahogarme|que (?:lo )?sep(?:an|a))(?: \w+){0,4}"
)


def withheld(heard: Heard, key: str) -> tuple[str, ...]:
    """The facts that the first words of a matter leave out."""
    if key == treatment.BADLY and treatment.is_elsewhere(heard.text):
        return ("folio",)
    if agreement.is_nameless(typed.bare(heard.text)):
        return PERSONAL
    return ("contacto",) if omissions.has_no_phone(typed.bare(heard.text)) else ()


def has_no_folio(state: State, heard: Heard) -> bool:
    """A complaint that is of none: «nomás quería quejarme», «fue en el Registro Civil»."""
    is_asked = state.asking == "folio" and state.category == treatment.BADLY
    if not is_asked or heard.command or heard.has_folio:
        return False
    only = _ONLY_COMPLAINS.fullmatch(typed.bare(heard.text))
    return only is not None or treatment.is_elsewhere(heard.text)

"""Whether a message says all that was asked for, so that nothing more need be waited for."""

from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

# What a question is answered with that has one short answer.
SHORT = {
    "municipio": ("codigo_postal",),
    "colonia": ("codigo_postal",),
    "contacto": ("telefono", "correo"),
    Stage.folio: ("folio",),
    Stage.key: ("clave",),
}
BY_NUMBER = (Stage.choosing, Stage.which_case, Stage.rating)


def is_complete(state: State, heard: Heard) -> bool:
    """A choice of those shown, pressed, typed or by its number; a telephone, a postal code, a
    folio or its key, where that was asked for."""
    if heard.command is not None:
        return True
    if state.options or state.stage in BY_NUMBER:
        return heard.text.isdigit()
    asked = state.asking if state.stage is Stage.collecting else state.stage
    return any(heard.entity(kind) for kind in SHORT.get(asked or "", ()))

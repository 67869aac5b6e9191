"""Where a danger is, as people tell it."""

import re

from bot.dialogue.reading import saying, wording

_STREET = (
    r"(?:calle|col|colonia|ejido|rancho|campo|carretera|camino|kilometro|km|blvd|boulevard|bulevar"
    r"|hospital|clinica|escuela|hotel|playa|street|avenue|highway|road|floor|beach|neighborhood"
    r"|av|avenida|poblado|esquina|entrada|salida|central|mercado|parque|plaza|puente|entre|frente"
    r"|cerca|junto|rumbo|bloque|domicilio)"
)
_LIES = re.compile(
    r"(?:(?:ahi|aqui|es|esta|estan|estamos|estoy|vive|queda|fue|en|por|a|el|la|un|lado|de"
    rf"|it|s|we|re|are|i|m|am|at|in|on|near|the) )*{_STREET}\b"
)
_TELLS_WHERE = re.compile(
    rf"\b(?:se llama|queda|esta(?:n|mos)?|estoy|es|vive|fue)\b(?: \w+){{0,5}}? {_STREET}\b"
)
PLACE = 18  # words that tell where it is; more of them tell something else


def is_place(text: str) -> bool:
    """Nothing else: «está en la calle Reforma 20»."""
    words = saying.bare(text)
    lies = _LIES.match(words) if _is_short(text) else None
    return lies is not None and not wording.is_sentence(words[lies.end() :])


def tells_place(text: str) -> bool:
    """With more: «el campo se llama La Esperanza, por la calle 36 norte»."""
    words = saying.bare(text)
    return _is_short(text) and bool(_LIES.match(words) or _TELLS_WHERE.search(words))


def _is_short(text: str) -> bool:
    return len(text.split()) <= PLACE and "?" not in text

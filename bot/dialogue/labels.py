"""Facts called by their names: which one is meant, and what it is said to be."""

import re

from bot.dialogue import wording

_LABELS = {
    "escuela": r"escuela|primaria|secundaria|prepa(?:ratoria)?|kinder",
    "nombre": r"nombre",
    "ruta": r"ruta|l[ií]nea",
    "institucion": r"instituci[oó]n|hospital|cl[ií]nica",
    "calle": r"calle",
    "colonia": r"colonia",
    "tramo": r"carretera|camino|tramo",
}
_LABELLED = {
    fact: re.compile(
        rf"\b(?:la|el|mi)\s+(?:{words})\s+(?:correct[oa]\s+)?(?:es|se llama)\s+(?!correct)"
        r"(?:en\s+)?(?:la\s+|el\s+)?(.{2,80}?)(?:[.;]|,? y (?:la|el|mi)\b|$)",
        re.IGNORECASE,
    )
    for fact, words in _LABELS.items()
}
_NAMED = {
    fact: re.compile(rf"(?:(?:la|el|mi|es)\s+)*(?:{words})(?: est[aá] mal)?\.?", re.IGNORECASE)
    for fact, words in {
        **_LABELS,
        "municipio": "municipio|ciudad",
        "contacto": "contacto|tel[eé]fono|n[uú]mero|celular|correo",
        "folio": "folio",
        "asunto_nuevo": "asunto|tema|problema",
    }.items()
}


def labelled(text: str) -> dict[str, str]:
    """Facts said with their name: «la escuela es la Benito Juárez»."""
    found = {fact: pattern.search(text) for fact, pattern in _LABELLED.items()}
    return {fact: wording.titled(match[1].strip()) for fact, match in found.items() if match}


def fact_named(text: str) -> str:
    """The fact whose name is all that was said: «el teléfono», «la colonia»."""
    return next((fact for fact, pattern in _NAMED.items() if pattern.fullmatch(text.strip())), "")

"""Matters that the words exclude, and what may be meant instead."""

import re

from bot.dialogue.reading import typed

QUESTION = (("info_tramite", 1.0),)  # a person answers it
_EXCLUDED = {
    # «Un adeudo de mi carro»
    "agua_cobro": (
        r"\b(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?|placas|tenencia|refrendo)\b",
        r"\b(?:agua|toma|medidor|drenaje|oomapas\w*|pipas?|lavado|lavar\w*)\b",
        (("placas_licencias", 0.5), ("multas_transito", 0.3)),
    ),
    # «La plataforma de la declaración marca error»
    "info_publica": (
        r"\b(?:plataforma|pagina|portal|sistema|app|aplicacion|sitio)\b.*\b(?:marca (?:un )?error"
        r"|da error|no (?:me )?(?:carga|abre|deja|funciona|sirve|jala|responde|permite)|fall[ao]"
        r"|falla\w*|se (?:cae|cayo|traba|cicla|queda)|caid[oa]|bloque\w*)\b",
        r"\b(?:transparencia|informacion|pnt|solicitud\w*)\b",
        QUESTION,
    ),
    # «Baja de mi negocio en el SAT»
    "negocio_credito": (r"\bsat\b", r"\b(?:credit|prest|apoy|financ|debo|deud)\w*", QUESTION),
    # «Me multó un federal de caminos»
    "multas_transito": (
        r"\b(?:la|un|el|los|policia|carretera|autopista) federal(?:es)?\b|\bfederal de caminos\b"
        r"|\bguardia nacional\b|\bgn\b",
        r"\b(?:municipal\w*|ayuntamiento|congreso|gobierno federal)\b",
        QUESTION,
    ),
}
_RULES = {
    matter: (re.compile(words), re.compile(unless), others)
    for matter, (words, unless, others) in _EXCLUDED.items()
}


def instead(matter: str, text: str) -> tuple[tuple[str, float], ...]:
    """The ranking that takes the place of a matter; empty where nothing excludes it."""
    if matter not in _RULES:
        return ()
    words, unless, others = _RULES[matter]
    plain = typed.bare(text)
    return others if words.search(plain) and not unless.search(plain) else ()

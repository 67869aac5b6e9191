"""What is asked besides what the catalogue says of a matter, where nobody could act without it."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.reading import passing, saying
from bot.dialogue.state import State
from handoff.rules import catalogue
from handoff.rules.catalogue import Category

OPEN = "descripcion"  # one question, in words of the matter; «no sé» is an answer, too

_is_of_papers = saying.anywhere(
    r"\b(?:certificad|constanci|boleta|kardex|historial|duplicad|titul|cedula)\w*"
)
_is_of_dealing = saying.anywhere(
    r"\b(?:drog\w+|narco\w*|cristal(?:ito)?|marihuana|mota|fentanilo|puchador\w*|tirador(?:es)?"
    r"|tiendita)\b"
)
_has_account = saying.anywhere(
    r"\b\d{5,}\b|\b(?:cuenta|contrato|toma) (?:\w+ ){0,3}\d+|\ba nombre de\b"
)
_tells_whose = saying.anywhere(
    r"\b(?:oficina|agencia|ventanilla|modulo|caseta|reten|registro civil|hospital|clinica|escuela"
    r"|primaria|secundaria|delegacion|patrulla|unidad|placas?|comandante|ministerio publico"
    r"|fiscalia|juez|jueza|juzgado|inspector\w*|director\w*|maestr[oa]s?|lic|licenciad[oa]"
    r"|se llama|office|checkpoint|patrol car)\b"
)
_is_of_a_school = saying.anywhere(
    r"\b(?:director[a]?|maestr[oa]s?|profe\w*|prefect[oa]s?|conserje|intendente)\b.*"
    r"\b(?:escuela|primaria|secundaria|telesecundaria|kinder|preescolar|prepa\w*|boletas?|alumn\w+)\b"
)
_is_of_noise = saying.anywhere(
    r"\b(?:musica|ruid\w+|bocinas?|fiestas?|escandal\w+|volumen|karaoke|antros?|quem\w+|humo"
    r"|music|noise|noisy|loud)\b"
)

# «La escuela»; not «bache», which tells what is wrong, nor «despensa», what is wished.
_is_only_named = saying.only(
    r"(?:(?:hola|buen[oa]s?|dias|tardes|noches|oiga|el|la|los|las|lo|una?|mis?|del?|por|para|sobre"
    r"|con|es|tengo|hay|problemas?|quejas?|reportes?|the|my|a|with|problem) )*"
    r"(?!(?:bach|hoyo|fug|rob|asalt|apag|inund|despid|despens|divorci|trabaj|emple|jale|chamb|ruid"
    r"|oscur|pothole|leak|noise|job|audiencia|informacion|arco)\w*$)\w+"
)


def category_of(state: State) -> Category:
    """The matter at hand, with what is asked besides, by what was told of it."""
    category = catalogue.load().categories[state.category or ""]
    besides = _ASKED.get(category.key, _of_a_word)(state) if category.asks else ()
    return replace(category, asks=(*category.asks, *besides)) if besides else category


def _of_a_word(state: State) -> tuple[str, ...]:
    """«Camino», and where it is: what is wrong with it is asked."""
    told = saying.bare(state.request)
    for fact in sorted(map(saying.bare, state.facts.values()), key=len, reverse=True):
        told = told.replace(fact, " ")
    is_bare = bool(state.request) and (not told.strip() or _is_only_named(told))
    return (OPEN,) if is_bare else ()


def _of_school(state: State) -> tuple[str, ...]:
    return ("nombre",) if _is_of_papers(state.request) else _of_a_word(state)


def _of_crime(state: State) -> tuple[str, ...]:
    return ("colonia", "calle") if _is_of_dealing(state.request) else _of_a_word(state)


def _of_bill(state: State) -> tuple[str, ...]:
    """By either the bill is found."""
    is_known = "nombre" in state.facts or _has_account(state.request)
    return () if is_known else (OPEN,)


def _of_servant(state: State) -> tuple[str, ...]:
    if _is_of_a_school(state.request):
        return () if "escuela" in passing.told(state.request) else ("escuela",)
    is_known = "calle" in state.facts or _tells_whose(state.request)
    return () if is_known else (OPEN,)


def _of_noise(state: State) -> tuple[str, ...]:
    return ("calle",) if _is_of_noise(state.request) else _of_a_word(state)


_ASKED: dict[str, Callable[[State], tuple[str, ...]]] = {
    "agua_cobro": _of_bill,
    "denuncia_delito": _of_crime,
    "denuncia_servidor_publico": _of_servant,
    "ecologia": _of_noise,
    "educacion": _of_school,
}

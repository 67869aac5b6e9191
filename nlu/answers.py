"""A bare answer to a question about the place: «la sahuaro», «pues Obregon», «Reforma 45»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from nlu import evidence
from nlu.addresses import Sentence
from nlu.colonias import capital_or_plain_name
from nlu.gazetteer import gazetteer
from nlu.interpretation import Place
from nlu.names import Strength
from nlu.text import said

LONGEST_ANSWER = 160
ALIKE = 84

_LEAD_IN = re.compile(
    r"^\W*(?:(?:pues|bueno|ok|okay|si|sí|este|mire|ah|es|seria|sería|esta|está|estoy|estamos"
    r"|vivo|vivimos|soy|somos|se llama|la calle es|mi colonia es|mi municipio es|el municipio es"
    r"|la colonia es|municipio|municipio de|colonia|col\.?|fracc\.?|fraccionamiento"
    r"|en|de|del|aqui|aquí|aca|acá|por|desde)\b[\s,.:]*)*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:la|el|los|las)\s+", re.IGNORECASE)
_NO_ANSWER = re.compile(
    r"^\W*(?:no(?!\s*\d)|nose|nop|si|sí|ok|que|qué|cual|cuál"
    r"|para que|porque|por que|hola|gracias|ayuda|ninguna?"
    r"|quien|quién|adios|cancelar|persona|asesor|operador|agente|hablar|eso|nada|luego|espere|menu|menú|salir)\b"
    r"|\?|^\W*$",
    re.IGNORECASE,
)
_STREET_END = re.compile(r"[.;!\n](?:\s|$)")
_WITHOUT_NAMES = frozenset(
    {
        "agua",
        "luz",
        "basura",
        "casa",
        "aqui",
        "alla",
        "ahi",
        "bache",
        "baches",
        "reporte",
        "problema",
        "todo",
        "toda",
        "todas",
        "todos",
        "gobierno",
        "municipio",
        "estado",
        "ciudad",
        "pueblo",
        "mi",
        "su",
    }
)
_BEGIN_NAMES = frozenset({
    "nuevo", "nueva", "loma", "lomas", "villa", "villas", "valle", "jardines", "puerta", "puertas",
    "mirador", "rincon", "vista", "vistas", "portal", "altos", "real", "fuentes",
})  # fmt: skip


def completed(place: Place, text: str, expecting: str) -> Place:
    """The place with the fact that was asked for, if this short text can be it."""
    bare = _bare(text)
    if bare is None:
        return place
    if expecting == "municipio":
        return place if place.municipality else _with_municipality(place, bare)
    if expecting == "colonia":
        return place if place.colonia else replace(place, colonia=_colonia(bare))
    known = place.street and not place.street.lower().startswith("entre ")
    return place if known else replace(place, street=_STREET_END.split(bare)[0].strip())


def _bare(text: str) -> str | None:
    if len(text) > LONGEST_ANSWER or _NO_ANSWER.search(text):
        return None
    bare = _LEAD_IN.sub("", text.strip(), count=1).strip(" \t\n.,;:!¡")
    return bare if any(each.isalnum() for each in bare) else None


def _with_municipality(place: Place, bare: str) -> Place:
    known = said(bare)
    sentence = Sentence(bare, known)
    named = {
        name
        for mention in gazetteer().mentions(known)
        if not evidence.is_of_somebody(sentence, mention)
        for name in mention.name.municipalities
    }
    if not named and len(known) <= 5 and not place.candidates:
        named = _alike(known)
    if len(named) == 1:
        return replace(place, municipality=next(iter(named)), candidates=())
    return replace(place, candidates=tuple(sorted(named)) or place.candidates)


def _alike(known: Sequence[str]) -> set[str]:
    """Names that the whole answer resembles letter by letter."""
    answer = " ".join(known)
    if len(answer) < 4:
        return set()
    names = {" ".join(phrase): name for phrase, name in gazetteer().names.items()}
    best = process.extract(answer, list(names), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3)
    near = [names[name] for name, score, _ in best if score >= best[0][1] - 2]
    return {
        place for name in near if name.strength > Strength.RARE for place in name.municipalities
    }


def _colonia(bare: str) -> str | None:
    plain = _ARTICLE.sub("", bare)
    known = said(plain)
    sure = [
        each
        for each in gazetteer().mentions(known)
        if each.name.strength >= Strength.EXACT and each.name.municipalities
    ]
    whole = any(each.first == 0 and each.last == len(known) for each in sure)
    if whole or not known or known[0] in _WITHOUT_NAMES:
        return None
    own = (known[0] in _BEGIN_NAMES) + ("de" in known[1:2])  # «Nuevo Cananea», «Lomas de Guaymas»
    closed = frozenset(each.first for each in sure if each.first > own)
    return capital_or_plain_name(Sentence(plain, known, closed))

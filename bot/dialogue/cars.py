"""Cars that hurt nobody: an old one that was left somewhere, one whose make and year are told."""

import re

from bot.dialogue.reading import saying
from nlu import landmarks

FEW = 6  # words

_CAR = (
    r"(?:patrulla|carro|carrito|auto|troca|pick ?up|camioneta|camion|moto|remolque|traila|vehiculo"
    r"|chatarra)(?:s|es)?"
)
_LEFT = r"\b(?:tirad|botad|abandonad|dejad)[oa]s?\b"
_OLD = r"\b(?:viej[oa]s?|chatarra|desvalijad[oa]s?|oxidad[oa]s?|quemad[oa]s?|meses|anos|semanas)\b"
_ASIDE = (  # not on a road
    r"\b(?:cochera|patio|corral|baldio|lote|terreno|estacionamiento|banqueta"
    r"|(?:afuera|enfrente|frente|junto|lado|atras) (?:de|a) (?:mi|la|su) (?:casa|escuela))\b"
)
_LIES = re.compile(rf"(?=.*\b{_CAR}\b)(?=.*{_LEFT})(?=.*(?:{_OLD}|{_ASIDE}))")
_ITSELF = re.compile(rf"\b{_CAR}\b(?: viej[oa]s?\b)?|{_LEFT}")
_WRECK = re.compile(
    r"\b(?:choc|volc|volt|accident|derrap|quemand|ardiendo|incend|lumbre|fuego|humo|gasolina|gas\b"
    r"|adentro|encima|debajo|abajo|motocicl|cuerpo|bolsa|olor|huele|arma|bala[cz]|secuestr|atrop"
    r"|golp|grit|me\b|nos\b|llev)\w*"
)


def beside(words: str) -> str | None:
    """What else is said, folded as `words` are; None where no car was left, or it is a wreck."""
    is_left = _LIES.match(words) and not _WRECK.search(words)
    return _ITSELF.sub(" ", words) if is_left else None


def is_described(text: str) -> bool:
    """«Chevrolet Aveo 2015 gris»"""
    words = saying.bare(text).split()
    return len(words) <= FEW and landmarks.is_of_a_car(words)

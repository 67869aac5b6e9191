"""How somebody of an office treats people: badly, or for their own gain."""

import re

from bot.dialogue.reading import agencies, bribes, typed
from handoff.rules import directory

BADLY, FOR_GAIN = "queja_atencion", "denuncia_servidor_publico"
SCHOOL = "educacion"
# Written as one of these, it would go to the very office that is complained of.
OF_OFFICES = (
    "adultos_mayores", "agua_cobro", "apoyos_sociales", "discapacidad", "empleo", "felicitacion",
    "insulto", "juridico", "multas_transito", "placas_licencias", "registro_civil",
    "salud_atencion", "salud_medicamentos", "vivienda",
)  # fmt: skip

_OFFICE = (
    r"(?:ventanilla|oficinas?|hospital|clinica|centro de salud|kinder|escuela|primaria|secundaria"
    r"|prepa\w*|universidad|delegacion|comandancia|juzgado|tesoreria|catastro|dif|registro civil"
    r"|agencia fiscal|ayuntamiento|gobierno|employees?|clerks?|civil registry|city hall|office)"
)
_ONE = (
    r"(?:la|el|una?|l[ao]s|un[ao]s) (?:(?:oficial|secretari|director|encargad|cajer|licenciad"
    r"|senorit|muchach|emplead|trabajador|funcionari|enfermer|recepcionist|jef|guardia|delegad"
    r"|supervisor|servidor|doctor|medic)\w*|personal"
    rf"|(?:de|del) (?:(?:la|las|el|los) )?{_OFFICE})\b"
    r"(?: (?!no\b|nunca\b|jamas\b|sin\b)\w+){0,7}?"
)
_BADLY = (
    r"(?:trat(?:a|an|o|aron|aba|aban) (?:\w+ )?(?:mal|pesim[oa]|horrible|feo|gacho|con la punta"
    r"|como (?:basura|perros?|animal\w*))|atend(?:io|ieron|ia) (?:\w+ )?(?:mal|pesimo|feo)"
    r"|(?:grit|humill|insult|burl)(?:a|an|o|aron)\b|(?:groser|prepotent|despot)\w*)"
)
_FOR_GAIN = (
    r"(?:se (?:queda|quedan|quedo|quedaron) con|se (?:l[ao]s? )?rob(?:a|an|o|aron)\b"
    r"|(?:pid(?:e|en|io|ieron)|exig\w+) (?:\w+ )?(?:dinero|mordida|lana|feria|moche)\b"
    r"|cobr(?:a|an|o|aron) (?:\w+ ){0,2}(?:obligatori|por fuera|por debajo|sin recibo)\w*)"
)
_TREATS = re.compile(rf"\b{_ONE} {_BADLY}")
_GAINS = re.compile(
    rf"\b{_ONE} {_FOR_GAIN}"
    r"|\b(?:pid(?:e|en|io|ieron)|exig\w+|quier\w+|cobr(?:a|an|o|aron)|di|dar\w*) (?:\w+ ){0,2}"
    r"(?:mordidas?|moches?|sobornos?)\b"
)
_MORE = re.compile(
    r"(?:(?:y|tambien|ademas|luego|hasta|siempre|el|ella|ellos) )*(?:se (?:l[ao]s? )?(?:qued|rob"
    r"|llev|burl|embols)|vend|pid|cobr|trat|grit|humill|insult|regal|falsific|escond)"
    r"(?:a|e|o|an|en|aron|io|ieron|ia|ian)\b(?: \w+)*"
)
_WORSE = re.compile(r"\b(?:golpe|peg(?:a|o|aron)\b|viol|toc[ao]|manos|encerr|amenaz|arma|mat)\w*")
_WRITTEN = re.compile(
    r"\b(?:folios?|peticion\w*|solicitud\w*|reportes?|oficios?|escritos?|correos?|respuestas?"
    r"|contest\w+|turn[aeo]\w*|chat|ustedes)\b"
)
_OF_INFORMATION = re.compile(r"\btransparencia\b|\binformacion (?:publica|que ped\w+)\b")


def meant(matter: str, text: str, *, is_sure: bool) -> tuple[tuple[str, float], ...]:
    """The ranking that takes the place of a matter; empty if no such treatment is told. What is
    charged at a school may be its own affair: it is asked which."""
    plain = typed.bare(text)
    if _WORSE.search(plain) or _is_federal(plain):
        return ()
    if bribes.is_told(plain) and not (is_sure and matter in bribes.APART):
        return ((FOR_GAIN, 0.9),)
    if bribes.is_complained_of(plain) and matter in OF_OFFICES:
        return ((FOR_GAIN, 0.9),)
    if _GAINS.search(plain) and matter in (*OF_OFFICES, SCHOOL, FOR_GAIN):
        return ((FOR_GAIN, 0.5), (SCHOOL, 0.4)) if matter == SCHOOL else ((FOR_GAIN, 0.9),)
    is_other = matter in OF_OFFICES or (matter == FOR_GAIN and not is_sure)
    return ((BADLY, 0.9),) if is_other and _TREATS.search(plain) else ()


def is_more(matter: str | None, text: str) -> bool:
    """Of who is complained of already: «se queda con las despensas»."""
    plain = typed.bare(text)
    is_of_it = matter in (BADLY, FOR_GAIN) and _MORE.fullmatch(plain)
    return bool(is_of_it) and not _WORSE.search(plain)


def is_elsewhere(text: str) -> bool:
    """Of a complaint: at an office that is not this desk, and of nothing that was written to it, so
    that it has no folio."""
    plain = typed.bare(text)
    if _OF_INFORMATION.search(plain):
        return True  # what is written there has a folio of theirs
    is_office = agencies.named(plain) not in (None, directory.OWN)
    is_office = is_office or re.search(rf"\b{_OFFICE}\b", plain) is not None
    return (is_office or bool(_TREATS.search(plain))) and not _WRITTEN.search(plain)


def _is_federal(plain: str) -> bool:
    named = directory.load().get(agencies.named(plain) or "")
    return named is not None and named.level == "federal"

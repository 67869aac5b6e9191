"""How one addresses a person in Spanish: the forms of *tú*, made from a desk's verbs."""

import itertools
import re
from collections.abc import Iterator

PRONOUNS = ("tú", "tu", "tus", "te", "ti", "contigo", "tuyo", "tuya", "tuyos", "tuyas", "vos")
REGULAR = (
    "abrir", "aceptar", "acudir", "adjuntar", "agregar", "anotar", "avisar", "ayudar", "borrar",
    "buscar", "cambiar", "cancelar", "comentar", "compartir", "completar", "comprar", "confirmar",
    "conservar", "consultar", "contar", "contestar", "continuar", "copiar", "corregir", "creer",
    "cuidar", "dar", "dejar", "denunciar", "descargar", "describir", "desear", "deber", "elegir",
    "encontrar", "entender", "entrar", "enviar", "escribir", "escuchar", "esperar", "explicar",
    "gritar", "guardar", "hablar", "indicar", "informar", "ingresar", "intentar", "leer",
    "llamar", "llegar", "llenar", "llevar", "mandar", "marcar", "mencionar", "mirar", "necesitar",
    "notificar", "omitir", "pagar", "pasar", "pedir", "pensar", "perder", "permitir", "poder",
    "preferir", "preguntar", "presentar", "presionar", "proporcionar", "quedar", "querer",
    "recibir", "reconocer", "recordar", "registrar", "regresar", "reportar", "responder",
    "resolver", "revisar", "saber", "sentir", "seguir", "solicitar", "subir", "tener", "tocar",
    "tomar", "usar", "venir", "ver", "verificar", "vivir", "volver",
)  # fmt: skip
# First persons of a present that is not made as the others: «cuento», «puedo», «pido».
IRREGULAR = {
    "contar": "cuent", "corregir": "corrig", "elegir": "elig", "encontrar": "encuentr",
    "entender": "entiend", "pedir": "pid", "pensar": "piens", "perder": "pierd", "poder": "pued",
    "preferir": "prefier", "querer": "quier", "recordar": "recuerd", "resolver": "resuelv",
    "seguir": "sigu", "sentir": "sient", "tener": "tien", "venir": "vien", "volver": "vuelv",
    "enviar": "enví", "continuar": "continú",
}  # fmt: skip
OTHERS = (
    "eres", "estás", "vas", "has", "haces", "dices", "di", "dime", "dinos", "dile", "haz", "hazlo",
    "hazla", "ve", "vete", "ponte", "pon", "ponlo", "sal", "ten", "ven", "sé", "seas", "estés",
    "fuiste", "eras", "estabas", "ibas", "podrás", "tendrás", "harás", "dirás", "querrás", "sabrás",
    "vendrás", "digas", "hagas", "tengas", "puedas", "quieras", "vayas", "hayas", "sepas", "des",
)  # fmt: skip
ENDINGS = re.compile(r"\w+(?:aste|iste|abas|arás|erás|irás|arías|erías|irías|aras|ieras|ieses)")
CLITICS = ("me", "nos", "te", "lo", "la", "los", "las", "le", "les", "melo", "noslo")
# What only looks like it.
INNOCENT = frozenset({
    "existe", "triste", "insiste", "consiste", "asiste", "carreteras", "banderas", "maneras",
    "afueras", "fronteras", "primeras", "caras", "varas", "cámaras", "obreras", "claras",
    "tarjetas", "ves", "des", "ve", "sé", "marca", "toca", "compras", "dudas", "reportes",
})  # fmt: skip
# At the beginning of a sentence, an order: «Escribe un folio». Elsewhere, somebody does it. These
# are nouns there, or said of one as *usted*: «Puede consultarlo».
NO_ORDERS = frozenset({
    "espera", "compra", "marca", "cuenta", "ayuda", "puede", "debe", "tiene", "sigue", "quiere",
    "sabe", "queda", "llega", "permite", "presenta", "prefiere", "recibe", "necesita", "pasa",
})  # fmt: skip
_WORD = re.compile(r"[a-záéíóúüñ]+", re.IGNORECASE)
_FIRST = re.compile(r"(?:^|[.:;!?…]\s+|[¡«]\s*|\n[•\-\s]*)([a-záéíóúüñ]+)", re.IGNORECASE)
_GAP = re.compile(r"\{[^{}]*\}")


def familiar(text: str) -> list[str]:
    """The words of a text that address somebody as *tú*."""
    text = _GAP.sub("…", text)
    words = [word.lower() for word in _WORD.findall(text)]
    said = [word for word in words if word not in INNOCENT and _is_familiar(word)]
    first = [word.lower() for word in _FIRST.findall(text)]
    orders = [word for word in first if word in _ORDERS - NO_ORDERS]
    return said + orders


def _is_familiar(word: str) -> bool:
    return word in PRONOUNS or word in _FORMS or bool(ENDINGS.fullmatch(word))


def _stems(verb: str) -> set[str]:
    return {verb[:-2], IRREGULAR.get(verb, verb[:-2])}


def _forms() -> Iterator[str]:
    """Present, present after «que», and orders with a pronoun behind."""
    yield from OTHERS
    for verb in REGULAR:
        vowel, other = ("a", "e") if verb.endswith("ar") else ("e", "a")
        for stem in _stems(verb):
            yield f"{stem}{vowel}s"
            yield f"{_spelt(stem, other)}{other}s"
            for clitic in CLITICS:
                yield f"{_stressed(stem)}{vowel}{clitic}"


def _spelt(stem: str, vowel: str) -> str:
    """«marques», «llegues»."""
    if vowel == "e":
        return re.sub("g$", "gu", re.sub("c$", "qu", stem))
    return stem


def _stressed(stem: str) -> str:
    """«escríbe-» from «escrib»: the last vowel of the stem takes an accent."""
    accents = dict(zip("aeiou", "áéíóú", strict=True))
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] in accents and not stem[place:].startswith(("ue", "ie")):
            return f"{stem[:place]}{accents[stem[place]]}{stem[place + 1 :]}"
    return stem


def _orders() -> Iterator[str]:
    for verb in REGULAR:
        for stem in _stems(verb):
            yield f"{stem}{'a' if verb.endswith('ar') else 'e'}"


_FORMS = frozenset(_forms())
_ORDERS = frozenset(itertools.chain(_orders(), ("di", "haz", "ve", "pon", "sal", "ten", "ven")))

"""What the words of a mark, and those before it, tell of it beyond doubt: «calle Rayón» is no town,
«habla el maestro Rubén» no third person, «albañil» no name."""

import re
from dataclasses import replace
from functools import cache

from bot.dialogue.reading import passing
from nlu import addresses, people
from nlu import text as spelling
from nlu.interpretation import Entity

SURE = 0.8  # of a name that is introduced as their own
_LEADS = {"calle": "streets", "colonia": "colonias"}
_OF_KIN = re.compile(rf"\bes {passing.KIN}\W*$", re.IGNORECASE)  # «es mi papá Leonel»
_LAST = re.compile(r"(\w+)\.? (?:de )?$")
# «La calle se llama», «la escuela es la»: nobody is called so.
_THING = re.compile(
    r"\b(?:(?P<calle>calle|avenida|privada|callej[oó]n|bulevar)|(?P<colonia>colonia|barrio|ejido)"
    r"|(?P<escuela>escuela|primaria|secundaria|prepa\w*|k[ií]nder))"
    r" (?:se llama|es)(?: la| el)?\W*$",
    re.IGNORECASE,
)
# «Yo soy don», «habla el maestro», «soy su nieta», «soy la nueva dueña».
_OWN = re.compile(
    r"\b(?:soy|me llamo|mi nombre(?: es)?|(?<!me )(?<!nos )(?<!que )(?<!se )(?<!no )habla"
    r"|le escribe|my name(?: is)?|i am|i'm)"
    r"(?: (?:(?:su|la|el)(?: (?!del?\b)\w+){0,2}|don|do[ñn]a))?\W*$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:\d[\d.,]*|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|varios|varias)"
    r"(?: mil)? (?:quincenas?|semanas?|mes(?:es)?|dias?|anos?|horas?|pesos|veces|vueltas)"
)
# «El abuelo es», «mi papá se llama».
_ANOTHER = re.compile(
    rf"\b(?:{passing.KIN}|(?:la|el|su) (?:mam[aá]|pap[aá]|tata|nana|(?:hij|espos|herman|niet|ni[ñn]"
    r"|suegr|abuel|enferm|muchach)\w*|paciente|beb[eé]|joven|se[ñn]ora?))"
    r" (?:es|se llama)\W*$",
    re.IGNORECASE,
)
# What a place or a firm is called by: «Hospital General», «la empresa Leoni» are nobody's names.
KINDS_OF_PLACE = frozenset({
    "hospital", "clinica", "escuela", "primaria", "secundaria", "preparatoria", "kinder", "jardin",
    "universidad", "parque", "plaza", "centro", "colonia", "calle", "avenida", "mercado", "unidad",
    "empresa", "maquila", "maquiladora", "fabrica", "compania", "constructora", "planta", "tienda",
    "restaurante", "restaurant", "taqueria", "taller", "negocio", "hotel", "rancho", "obra",
})  # fmt: skip
_FILLS = re.compile(r"(?:(?:pues|yo|soy|es|son|era|de|del|el|la|los|las|una?|mi) )*")
# «Papel del papá»: nobody is called so, either.
_PAPERS = re.compile(
    r"(?:papel|acta|documento|copia|comprobante|recibo|credencial|constancia|firma|oficio|permiso)"
    r"(?:es|s)?"
)
# «Jornalero agrícola», «trabajador de Leoni», «hondureña»: what somebody is.
_TRADE = re.compile(
    r"(?:\w{3,}(?:er[oa]|dora?|ista|ari[oa]|ante)|albanil|mecanic[oa]|maestr[oa]|profe\w*|chofer"
    r"|viud[oa]|casad[oa]|divorciad[oa]|jubilad[oa]|pensionad[oa]|emplead[oa]|abogad[oa]|medic[oa]"
    r"|enferm\w+|alumn[oa]|madre|padre|papa|mama|mujer|hombre|indigena|yaqui|yoreme|deportad[oa]"
    r"|desplazad[oa]|discapacitad[oa]|\w+ense|guatemaltec[oa]|(?:hondur|salvador|sonor|panam)en[oa]"
    r"|(?:mexic|cub|haiti|venezol|colombi|ecuatori|peru|american)an[oa])s?"
)

# «La unidad era la 1145», «a las 7», «en el bulevar Solidaridad»: no route is called so.
_NO_ROUTE = re.compile(
    r"\b(?:unidad|econ[oó]mico|placas?|a las?|como a|hace|cada|unit|plates?|at|bul[ea]var|blvd"
    r"|calle|avenida|av|esquina)"
    r"(?: (?:n[uú]mero|es|era|fue|dec[ií]a|el|la|los|las|del|n[uú]m|was|is))*\W*$",
    re.IGNORECASE,
)
_FROM_ABROAD = frozenset({"american", "canadian", "mexican", "british", "english", "australian"})
# What who writes English is often called, besides the names of Sonora.
_CALLED_ABROAD = (
    "amy andrew ann anne anthony barbara ben betty bob brian carol chris christopher daniel deborah"
    " dennis donald donna dorothy edward elizabeth emily eric gary george helen james jane janet"
    " jeff jim john jonathan joseph joshua justin karen kathy kelly laura linda lisa margaret mary"
    " matthew michael michelle mike patrick paul peter richard robert ron ryan sarah scott sharon"
    " stephen steve steven susan thomas tim tom tyler william"
)


def is_none(mark: Entity) -> bool:
    """A name of nobody; «me deben seis quincenas» names no school."""
    is_nobody_s = mark.entity == "nombre" and is_nobody(mark.value)
    return is_nobody_s or bool(_AMOUNT.fullmatch(spelling.fold(mark.value).strip(" .,")))


def is_nobody(text: str) -> bool:
    """What somebody is, or where they work, is not what they are called; a surname may look so."""
    plain = _FILLS.sub("", spelling.fold(text), count=1)
    first, *rest = [each.strip(",.") for each in plain.split()] or [""]
    if first in _FROM_ABROAD:  # «I'm American, not Mexican»
        return True
    if first in KINDS_OF_PLACE or _PAPERS.fullmatch(first):
        return bool(rest)
    named = called()
    is_small = first in [spelling.fold(each).strip(",.") for each in text.split() if each.islower()]
    is_trade = is_small and first not in named and _TRADE.fullmatch(first)
    return bool(is_trade) and (rest[:1] in (["de"], ["del"], ["en"]) or named.isdisjoint(rest))


def is_called(text: str) -> bool:
    """Some word of it is a name of people."""
    return not called().isdisjoint(spelling.fold(text).split())


def is_from_abroad(text: str) -> bool:
    """«James Wood», as no street is called here."""
    first, *rest = text.strip(" .").split() or [""]
    is_given = spelling.fold(first) in _CALLED_ABROAD.split()
    return is_given and 0 < len(rest) < 3 and all(each.istitle() for each in rest)


@cache
def called() -> frozenset[str]:
    return people.lists()["given"] | people.lists()["surname"] | {*_CALLED_ABROAD.split()}


def begins_anew(name: str) -> bool:
    """«Rosa Ruiz»: no surname, that would go on with a name."""
    first, *rest = spelling.fold(name).replace(",", " ").split()
    return bool(rest) and first in people.lists()["given"]


def told(mark: Entity, text: str) -> Entity:
    """The mark as what leads to it tells."""
    before = text[: mark.start]
    match mark.entity:
        case "municipio":
            return replace(mark, entity=_kind_of_place(before))
        case "ruta" if _NO_ROUTE.search(before):
            return replace(mark, entity="otro")
        case "nombre" | "otro" if thing := _THING.search(before):
            return replace(mark, entity=thing.lastgroup or mark.entity)
        case "nombre" | "otro" if is_own(before):
            return replace(mark, entity="nombre", confidence=max(mark.confidence, SURE))
        case "nombre" if _ANOTHER.search(before) or _OF_KIN.search(before):
            return replace(mark, entity="otro")
        case _:
            return mark


def is_own(before: str) -> bool:
    """Whether words introduce who writes: «yo soy su papá»."""
    return bool(_OWN.search(before))


def _kind_of_place(before: str) -> str:
    """«La calle de Rayón» is called so; «una colonia de Hermosillo» is there."""
    last = _LAST.search(spelling.fold(before))
    kinds = (kind for kind, words in _LEADS.items() if last and last[1] in addresses.phrases(words))
    kind = next(kinds, "municipio")
    return "municipio" if kind == "colonia" and before.endswith(" de ") else kind

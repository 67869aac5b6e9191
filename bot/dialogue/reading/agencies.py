"""The agencies of the directory by the names that people call them, and by what they take."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.dialogue.reading import saying
from handoff.rules import directory, jurisdiction
from handoff.rules.catalogue import Category
from nlu import gazetteer
from nlu import text as spelling

# Before a name that only tells where something is, or which paper is at hand.
_IN_PASSING = (
    r"\b(?:frente|enfrente|junto|lado|cerca|atras|detras|afuera|fuera|esquina|espaldas|altura|por"
    r"|entre|rumbo|pasando|con|sin|tengo|tra[ei]\w*|llev\w+|pid\w+|a[cs]ept\w+) (?:\w+ ){0,2}?"
)
# «No tiene pensión ni seguro»: what they lack names nobody.
_INSURED = r"(?:una? )?(?:pension\w*|seguro(?: social)?|imss|issste\w*)"
_LACKED = re.compile(
    rf"\bno (?:tien\w+|tenemos|tengo|cuent\w+ con) (?:ni )?{_INSURED}(?: (?:ni|y|o) {_INSURED})*\b"
)

_FORCE = r"(?:agentes?|policias?|comandantes?|elementos?|patrull\w+|oficial(?:es)?)"
# Posts, forces and places that only this State has, or only a municipality; of both, a person
# checks.
_OF_STATE = re.compile(
    r"\b(?:subsecretari[oa]s?|diputad[oa]s? local(?:es)?|transito del estado"
    rf"|{_FORCE} (?:de )?(?:l[ao]s? )?estatal(?:es)?|los estatales|custodi[oa]s?|ceresos?"
    r"|(?:agentes?|policias?) (?:del mp|ministerial(?:es)?|del ministerio publico)"
    r"|secretari[oa] de (?:gobierno|salud|educacion|hacienda|seguridad)"
    r"|juez(?:a|es)?(?! (?:calificador|civic|municipal|de barandilla))|magistrad[oa]s?|juzgado"
    r"|(?<!fuera )(?<!lado )(?<!cerca )(?:del|en el) (?:hospital(?! municipal)|centro de salud"
    r"|ministerio publico)"
    r"|(?:maestr[oa]|profe\w*|director[a]?|prefect[oa])(?: de \w+(?: [a-f])?)?"
    r" (?:del|de (?:la |el |una? )?)(?:escuela|primaria|secundaria"
    r"|prepa\w*|kinder|cobach|conalep|cecytes|telesecundaria)"
    r"|state (?:trooper|police)s?)\b"
)
_OF_TOWN = re.compile(
    rf"\b(?:{_FORCE} (?:de )?(?:l[ao]s? )?municipal(?:es)?|los municipales|regidor\w*"
    r"|president[ea] municipal|alcald\w+|sindic[oa]|comisari[oa]"
    r"|(?:agente|oficial|policia|emplead[oa]|elemento)s? de transito(?! del estado))\b"
)
_MAYOR = r"(?:president[ea] municipal|alcald\w+|sindic[oa]|regidor\w*|cabildo)"
# «Audiencia con el presidente municipal»: not with the Governor.
_MEETS_TOWN = re.compile(
    r"\b(?:audiencias?|citas?|entrevist\w+|reuni\w+|platicar|hablar|ver|verl[oa]|invit\w+|carta"
    rf"|peticion|recib(?:a|ir)\w*)(?: (?!no\b|denunci|quej)\w+){{0,4}}? (?<!contra el )"
    rf"(?<!contra la ){_MAYOR}\b"
)
# «Se me perdió mi perrita»: who is asked is the town, which may have her.
is_pet_lost = saying.anywhere(
    r"\b(?:(?:perr|gat)(?:it)?[oa]|mascota|cachorr(?:it)?[oa]|caballo|vaca|burro)s?\b"
    r"(?: \w+){0,3}? (?:no aparec|no (?:ha )?(?:vuel|regres)"
    r"|se (?:me |nos )?(?:perd|extravi|sali|escap))"
    r"|\b(?:se (?:me |nos )?(?:perd|extravi|sali|escap)\w+|busc(?:o|amos) a?|perdi(?:mos)? a?)"
    r" (?:\w+ ){0,2}?(?:(?:perr|gat)(?:it)?[oa]|mascota|cachorr(?:it)?[oa])s?\b"
    r"|\b(?:lost my|my lost) (?:\w+ )?(?:dog|cat|puppy|kitten|pet)\b"
    r"|\bmy (?:dog|cat|puppy|kitten|pet) (?:is (?:lost|missing)|ran away|got (?:out|lost))\b"
)
# To build, to sell in the street, to close it, to open a shop: the town permits it; drink, taxis
# and what is done with cars or arms are of others. Who sells without it is reported.
_PERMITTED = (
    r"(?:constru\w+|remodel\w+|ampli\w+|demol\w+|tumb\w+|obra|cuartos?|bardas?|cocheras?|techar"
    r"|(?:segundo|otro) piso|banquetas?|arbol(?:es)?|puest(?:os?|ecito)|carr(?:eta|ito)|tianguis\w*"
    r"|ambulant\w+|vend\w+|negoci\w+|tiendita|tienda|local|abarrotes|changarr\w+|taller|estetica"
    r"|salon|funcionamiento|anuncios?|fiestas?|evento|kermes\w*|carpas?|cerrar (?:la|mi|una) \w+"
    r"|build\w*|fence|remodel|sell\w*|food (?:stand|truck|cart)|street|shop|store|business|party)"
)
is_of_permit = saying.anywhere(
    rf"\b(?:(?:permisos?|licencias?|anuencias?|permits?)(?: \w+){{0,6}}? {_PERMITTED}"
    rf"|{_PERMITTED}(?: \w+){{0,8}}? (?:permisos?|anuencias?|permits?))\b",
    unless=r"\b(?:(?:vend|tir|trabaj)\w*(?: \w+){0,3}? sin permiso|credito|prestamo|mordida|multas?"
    r"|alcohol\w*|cerve\w+|cheves?|vinos?|licores|cantina|taxis?|concesion|circular|manej\w+|conduc\w+|armas?|pesc\w+|caza\w*|ganado|beer|liquor)\b",
)
# «No, con el presidente municipal», of who was to be met.
is_with_mayor = saying.only(
    rf"(?:(?:no|es|era|seria|pero|pues|que|quiero|mejor|una|cita|audiencia) )*(?:con|al?|para) "
    rf"(?:(?:el|la) )?{_MAYOR}"
    r"(?: (?:(?:de|en) \w+(?: \w+)?|(?:y )?no (?:con |es )?(?:el|al) gobernador))*"
)


_OF_OFFICES = frozenset({
    "no", "ni", "es", "era", "son", "sino", "tiene", "nada", "que", "ver", "con", "el", "la", "lo",
    "los", "las", "le", "les", "de", "del", "al", "a", "en", "por", "eso", "ese", "esa", "este",
    "esta", "esto", "hospital", "clinica", "estado", "federal", "municipio", "estatal",
    "municipal", "toca", "corresponde", "va", "digo", "pero", "perdon", "oiga", "si", "y", "ya",
    "bien", "verdad", "gobierno", "mi", "su", "unidad", "centro", "salud",
})  # fmt: skip


def taker(category: Category, text: str) -> str | None:
    """The only agency that the words name, of several that may take a matter or others that take
    some of it: «queja del Seguro» is for the IMSS, «me robaron la troca» for the Fiscalía."""
    takers, refused = jurisdiction.taken_by(category), denied(text)
    words = saying.bare(text) if refused else besides_passing(text)  # «es con Coves, no con»
    said = _names().findall(words) if len(takers) > 1 else []
    named = {_keys()[each] for each in said} - refused
    found = (named & {*takers}) | (_told(category.key, _besides(takers, words)) - refused)
    if category.is_confidential and not found:
        found = _watching(takers, _levels(named, text))
    return found.pop() if len(found) == 1 else None


def denied(text: str) -> set[str]:
    """«De Coves, no de Infonavit», «quítele lo de Infonavit»; «no, de Infonavit» denies nothing."""
    return {_keys()[said["name"]] for said in _denials().finditer(spelling.fold(text))}


def _besides(takers: tuple[str, ...], words: str) -> str:
    """«Hospital general de zona» is a name of the IMSS, and so no «hospital general»."""
    return _names().sub(lambda said: " " if _keys()[said[0]] in takers else said[0], words)


def _told(category: str, words: str) -> set[str]:
    """Whose words for this category are among them."""
    return {key for key, told in _of_category(category).items() if told.search(words)}


def _watching(takers: Iterable[str], levels: set[str]) -> set[str]:
    """Who looks into complaints about its own order of government."""
    return {each for each in takers if levels == {directory.load()[each].level}}


def levels(text: str) -> set[str]:
    """The orders of government of whoever the words name: an office, a post, a force."""
    return _levels({_keys()[each] for each in _names().findall(besides_passing(text))}, text)


def _levels(named: Iterable[str], text: str) -> set[str]:
    """The orders of government of these offices, and of the posts that the words name."""
    plain, posts = saying.bare(text), {"estatal": _OF_STATE, "municipal": _OF_TOWN}
    of_posts = {level for level, told in posts.items() if told.search(plain)}
    return of_posts | {directory.load()[each].level for each in named}


def of_subject(text: str) -> str | None:
    """Who takes a subject that the words name."""
    if _MEETS_TOWN.search(saying.bare(text)) or is_pet_lost(text) or is_of_permit(text):
        return directory.OF_THE_MUNICIPALITY[0]
    found = _subjects().search(besides_passing(text))
    return _of_subjects()[found[0]] if found else None


def besides_passing(text: str) -> str:
    return _passing().sub(" ", _LACKED.sub(" ", saying.bare(text)))


def named(plain: str) -> str | None:
    """The office that is called first, by the longest of its names."""
    found = _names().search(plain)
    return _keys()[found[0]] if found else None


def is_only_named(text: str) -> bool:
    """«No es del IMSS, ese hospital es del Estado»: offices, and nothing that is told of them."""
    rest = _names().sub(" ", saying.bare(text))
    return rest != saying.bare(text) and {*rest.split()} <= _OF_OFFICES


@cache
def _names() -> re.Pattern[str]:
    longest = sorted(_keys(), key=len, reverse=True)
    # «La Comisión» alone is CFE, in Ures too; «la comisión de derechos humanos» is another one.
    towns = "|".join(map(saying.bare, gazetteer.municipalities()))
    other = rf"(?! (?:(?:de|del) (?!(?:{towns})\b)|(?:estatal|nacional|popular|medico)\b))"
    told = (f"{each}{other}"
            if each.startswith(("la ", "el ", "del ", "al ")) else each
            for each in longest)  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(told)})\b")


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:no|ni|not|quit\w+|en (?:vez|lugar) de)"
        r"(?: (?:es|era|fue|son|va|tiene|nada|que|ver|lo|del?|con|al?|el|la|por)){0,6}"
        rf" (?P<name>{_names().pattern})"
    )


@cache
def _keys() -> dict[str, str]:
    """The key of each name, as people type it."""
    named = ((name, key) for key, agency in _valid() for name in _said(agency))
    found: dict[str, str] = {}
    for name, key in named:
        found.setdefault(name, key)
    return found


def _said(agency: directory.Agency) -> Iterator[str]:
    """«El Seguro» also as in «del Seguro», «al Seguro»."""
    for name in map(saying.bare, _called(agency)):
        yield name
        if name.startswith("el "):
            yield from (f"d{name}", f"a{name[1:]}")


def _called(agency: directory.Agency) -> tuple[str, ...]:
    """«Comisión Federal de Electricidad (CFE)» by its name and, in an alias, by its letters."""
    return agency.name.split(" (")[0], *agency.aliases, *agency.by_municipality.values()


def _valid() -> Iterator[tuple[str, directory.Agency]]:
    return ((key, each) for key, each in directory.load().items() if each.valid_until is None)


@cache
def _of_category(category: str) -> dict[str, re.Pattern[str]]:
    told = {key: "|".join(map(saying.bare, each.told.get(category, ()))) for key, each in _valid()}
    return {key: re.compile(rf"\b(?:{words})\b") for key, words in told.items() if words}


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_of_subjects())})\b")


@cache
def _passing() -> re.Pattern[str]:
    subjects = "|".join(_of_subjects())
    return re.compile(rf"{_IN_PASSING}(?:{_names().pattern}|(?:{subjects}))")


@cache
def _of_subjects() -> dict[str, str]:
    return {saying.bare(each): key for key, agency in _valid() for each in agency.subjects}

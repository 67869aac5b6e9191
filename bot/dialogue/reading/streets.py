"""A street told in pieces: what is told anew takes the place of its own piece only."""

import re

from bot.dialogue.reading import landmarks, passing, saying, wording
from nlu import text as spelling

LONGEST = 300  # characters kept of a street
LONGEST_WHERE = 8  # words of «frente a la iglesia»
AT_MOST = 12  # words of a street and what it lies between
_KINDS = {"av": "avenida", "ave": "avenida", "avda": "avenida", "blvd": "boulevard"}
LAND = {"rancho", "ranchito", "predio", "parcela", "granja", "campo", "ejido", "barrio"}
# By what kind of land it is, by where it leads, or when it was: «en la mañana».
NO_COLONIAS = LAND | {
    "", "salida", "entrada", "orilla", "orillas", "afueras", "manana", "tarde", "noche",
    "madrugada",
}  # fmt: skip
_CROSSING = re.compile(r"(?:^|[\s,]+)entre\s.*$", re.IGNORECASE)
_JOINED = re.compile(r",|\b(?:entre|y|con|esq\w*|casi|frente|junto|cerca)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?P<kind>calle|avenida|avda|ave|av)\.? (?:\d+[a-z]?|[a-z])\b")
_ONLY_NUMBER = re.compile(r"(?:la )?(\d{1,3}[a-z]?)", re.IGNORECASE)
# «Calle calle», «calle 99999999», «colonia 83200»; «es del vecino», which is whose a thing is.
cannot_be = saying.only(
    r"(?:(?:calles?|avenida|av|bulevar|blvd|colonia|col|numero|num) ?)+(?:0+|\d{5,})?|0+|\d{5,}"
    rf"|de(?:l| la| el)? (?:{passing.KIN}|(?:vecin|duen|inquilin)\w+|senora?)"
)
# «Por la Sufragio y Nainari».
is_corner = saying.only(
    r"(?:por|en) (?:la |el )?\w+(?: \w+){0,2} (?:y|con) (?:la |el )?\w+(?: \w+)?"
    r"|(?:casi )?(?:esquina|esq)(?: con)?(?: (?:la|el|calle))?(?: \w+){1,3}"
)
_BETWEEN = re.compile(
    r"\W*(?:en (?:la )?|es (?:la )?|la )?(?P<all>(?:calle|avenida|av\.?|blvd\.?|bulevar|callej[oó]n"
    r"|privada) (?:[^,.;?]{1,40} entre [^,.;?]{1,40} [ye] [^,.;?]{1,30}?"
    r"|\d{1,3}[a-z]? (?:y|con|esq\w*(?: con)?) (?:la |el )?[^\W\d]{3,}(?: [^\W\d]{3,})?))\W*",
    re.IGNORECASE,
)
# «A espaldas de la primaria», «pasando el vado», «casa verde».
is_beside = saying.only(
    r"(?!.*\b(?:mes|meses|semanas?|dias?|anos?|horas?)\b)"
    r"(?:(?:queda|esta|es|justo|ahi|mero|casi) )*"
    r"(?:(?:a (?:las )?espaldas?|atras|detras|(?:en ?)?frente|a un lado|al lado|cerca|a la vuelta"
    r"|contra ?esquina|a \w+ cuadras?) (?:de|del|a|al|con)|junto al?|pasando(?: (?:el|la|los|las))?"
    r"|(?:la )?casa(?: de)?(?: color)?)(?: \w+){1,6}"
)
_HOUSE = re.compile(
    r"\W*(?:en )?(?:la )?(?P<street>(?:\d{1,2} de )?(?:[^\W\d]\w*\.? ){1,4}"
    r"(?:#|n[uú]m(?:ero)?\.?|no\.)? ?\d{1,5}[a-z]?)"
    r"(?: (?=col|fracc|barrio)|,) ?(?:(?:col(?:onia)?|fracc\w*|barrio)\b\.? )?"
    r"(?P<rest>[^\W\d][^,]+)",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"(?:(?:no|perdon|sorry|y|and|oiga|es|era|que|de|mi|it s|its|the|my|house|is) )*(?:(?:el|la) )?"
    r"(?:(?:numero|number|num|casa|exterior)(?: (?:es|era|de|la|el|mi|casa|numero|num|exterior))*"
    r"|(?<=es )el|^el)"
    r" (?P<number>(?P<digits>\d{1,5}) ?[a-z]?)(?: (?:es|de) (?:la|mi) casa)?"
    r"|(?P<before>\d{1,5} ?[a-z]?) es (?:la|mi) casa"
)
_AREA = re.compile(r"6\d\d")  # so a phone may begin
_LAST = re.compile(
    r"(?P<street>.*\b(?!(?i:calle|avenida|av|la)\b)[^\W\d]+\.?,?) (?P<number>\d{1,5}\w?)"
)
_NAME = r"(?:(?:la|el|los|las) )?[A-ZÁÉÍÓÚÑ][\wÁ-ú]+(?: (?:de |del )?[A-ZÁÉÍÓÚÑ][\wÁ-ú]+){0,2}"
_PAIR = re.compile(rf"({_NAME} [yo] {_NAME})(?:[,.]|$)")
_EVERYWHERE = re.compile(
    r"(?:(?:pues|es|en|por|aqui|a|que|no|le|digo|oiga) )*"
    r"tod(?:o (?:(?:el|este) )?|a (?:(?:la|esta) )?|os (?:los|estos) |as las )"
    r"(?:pueblo|ejido|ciudad|comunidad|municipio|poblado|colonias|puerto|rancho|sectores|barrios"
    r"|valle|sierra|costa|bahia)(?: (?:completo|entero|completa|entera|pues|mire|oiga))*"
    r"(?: (?:pero|aunque|y|mas) .*)?"
)
# «Sonora con 4ta este», «la 3ra y Kino»; «la 3ra vez» is none.
is_ordinal = saying.only(
    r"(?:(?:pues|es|en|por|la|calle|avenida|av|ave) )*"
    r"(?:[^\W\d]+ (?:[^\W\d]+ ){0,2}?(?:y|con|esq\w*(?: con)?|entre) (?:la |calle |avenida )?)?"
    r"\d{1,2}(?:r?a|da|ta|va|na|ma)(?: (?:este|oeste|norte|sur|oriente|poniente))?"
    r"(?: (?:y|con|esq\w*(?: con)?|entre)(?: \w+){1,6})?"
)
# The roads of the valleys go by hundreds, or by kilometres: no colonia lies along them.
_OUT_OF_TOWN = re.compile(
    r"\b(?:la|calle) \d{3,4}\b|\bk(?:m|ilometro)s?\.? ?\d|\bsalida (?:a|hacia) |\bafueras\b"
)
_THAT = re.compile(r"\bq\b(?= (?!entre|esq|y|con|num)[^\W\d]{2})")

_UNNAMED = re.compile(
    r"(?:(?:pues|la verdad|es que|la calle|la) )*no (?:l[ao] |me )?(?:se|tiene|sabria)\b"
)
_ROAD = re.compile(
    r"(?:(?:es|esta|queda|pues|en|por|sobre|ahi|la|el|una?|puro) )*"
    r"(?:carretera|camino|brecha|terraceria|libramiento|salida|entrada)"
    r"(?: (?:a|al|de|del|hacia|rumbo a|que va a|vieja?|norte|sur) \w+(?: \w+){0,2})?"
)

# «Mi papá nació en Bacobampo», «me registraron en Cócorit»: nobody need live there.
tells_birth = saying.anywhere(
    r"\b(?:nac(?:i|io|imos|ieron|id[oa]s?)|registr(?:aron|ad[oa]s?)|fallec\w+|muri(?:o|eron)|casamos"
    r"|cas(?:e|o|aron|ad[oa]s?)|bautiz\w+|originari[oa]s?|born) (?:(?:aqui|alla|y|criad[oa]) )*"
    r"(?:en|de|del|in)\b"
)


def is_no_colonia(name: str, text: str = "") -> bool:
    """What a place is only called by, not its name; «colonia Granja» is one."""
    plain = spelling.fold(name)
    return plain in NO_COLONIAS and not re.search(rf"\bcol(?:onia)?\b {plain}", saying.bare(text))


def is_everywhere(text: str, town: str = "") -> bool:
    """«Pues en todo el pueblo», «todo Huásabas»: no one colonia, nor one street."""
    plain, named = _plain(text), spelling.fold(town)
    plain = plain.replace(f"todo {named}", "todo pueblo") if named else plain
    return bool(_EVERYWHERE.fullmatch(plain))


def is_no_name(street: str) -> bool:
    """«No sé la calle, bueno…»: no word of it is one of a name."""
    return {*_plain(street).split()[1:]} <= wording.NOT_NAMES and " " in street


def is_told_of(street: str, colonia: str, request: str) -> bool:
    """«Los baches de la Solidaridad», that proves to be a boulevard: no colonia was told."""
    name = re.escape(spelling.fold(colonia))
    is_there = re.search(rf"\b{name}\b", spelling.fold(street))
    as_such = rf"\b(?:col(?:onia)?|frac\w*|barrio|ejido|poblado)\.? (?:la |el |las |los )?{name}\b"
    words = spelling.fold(request)
    return bool(is_there) and name in words and not re.search(as_such, words)


def is_only_road(text: str) -> bool:
    """«No sé cómo se llama la calle, es la carretera»: where it is, and nothing amiss with it."""
    told = [each for each in saying.clauses(text) if not _UNNAMED.match(each)]
    return bool(told) and all(_ROAD.fullmatch(each) for each in told)


def is_out_of_town(street: str) -> bool:
    """«Calle 300», «por la 1200», «km 12», «por la salida a Altar»."""
    return bool(_OUT_OF_TOWN.search(spelling.fold(street)))


def whole(text: str, *, asked: bool = False) -> str | None:
    """«Tierra y Libertad», «Villa de Seris o la Sacramento, no sé»: all of it; «en el Oxxo» too.
    `asked`: a street is."""
    if where := landmarks.told(text, named=asked):
        return where
    pair = _PAIR.match(text.strip())
    return between(text) or (pair[1] if pair else None)


def with_where(street: str | None, text: str) -> str | None:
    """«Calle Morelos 12, frente a la iglesia»: what it is near goes with it."""
    more = (each.strip(" .") for each in text.split(",")[1:])
    where = ", ".join(each for each in more if each and each not in (street or ""))
    is_told = wording.says_where(where) or landmarks.is_one(where)
    is_told = is_told or _DOOR.fullmatch(saying.bare(where)) is not None
    if not (street and is_told) or len(where.split()) > LONGEST_WHERE:
        return street
    return f"{street}, {where}"


def between(text: str) -> str | None:
    """«Calle 18 entre avenida 12 y 13», «calle 26 y Kennedy», and nothing else."""
    found = _BETWEEN.fullmatch(text)
    return found["all"] if found and len(text.split()) <= AT_MOST else None


def before_colonia(text: str) -> str | None:
    """«Nayarit #12 col Centro»: the house is told with the colonia."""
    found = _HOUSE.fullmatch(text)
    return found["street"] if found and not wording.says_where(found["rest"]) else None


def beside_place(text: str) -> str | None:
    """«Pasando el vado, casa verde», «a un lado de la primaria», of who says it with the ejido."""
    first, _, rest = (each.strip(" .") for each in text.partition(","))
    if rest and is_beside(rest.split(",")[0]):
        return rest[:LONGEST]
    return first[:LONGEST] if rest and is_beside(first) else None


def with_door(street: str, text: str) -> str | None:
    """The street that is known, with the number that is told: «el número es 45». None if none is,
    or no street is known."""
    found = _DOOR.fullmatch(saying.bare(text))
    number = (found["number"] or found["before"]).upper() if found and street else ""
    is_phone = _AREA.fullmatch(number) and "casa" not in text.lower()
    if not number or is_phone or "?" in text:
        return None
    if numbered := _LAST.fullmatch(street):
        return f"{numbered['street']} {number}"
    is_plain = (
        not is_beside(street)
        and "," not in street
        and " entre " not in street
        and not street[-1:].isdigit()
    )
    return f"{street} {number}" if is_plain else f"{street}, número {number}"


def _plain(text: str) -> str:
    return " ".join(spelling.fold(text).replace(",", " ").strip(" .").split())


def renewed(known: str, told: str) -> str:
    """«Sonora 12» and then «entre 24 y 25» are one street; so are «calle 14 avenida 8» and then
    «avenida 9»."""
    if told.lower().startswith("entre "):
        return f"{_CROSSING.sub('', known)} {told[0].lower()}{told[1:]}".strip()[:LONGEST]
    if known.lower().startswith("entre ") and not _CROSSING.search(told):
        return f"{told} {known[0].lower()}{known[1:]}"[:LONGEST]
    there, here = _numbered(known), _numbered(told)
    if len(there) == 2 and len(here) == 1 and here.keys() <= there.keys():
        ((kind, piece),) = here.items()
        return _in_place_of(known, there[kind], piece)
    crossing = None if _JOINED.search(told) else _CROSSING.search(known)
    return f"{told}{crossing[0]}"[:LONGEST] if crossing else told


def spelt(street: str) -> str:
    """«Calle que da al panteón», of who writes «q»."""
    return _THAT.sub("que", street)


def named(street: str) -> str:
    """«La 18» is a street by its number alone."""
    number = _ONLY_NUMBER.fullmatch(street.strip())
    return f"Calle {number[1]}" if number else street


def _numbered(street: str) -> dict[str, str]:
    """What stands in the street of each kind of road: in a town of numbers, its two axes."""
    found = _NUMBERED.finditer(spelling.fold(street))
    return {_KINDS.get(each["kind"], each["kind"]): each[0] for each in found}


def _in_place_of(street: str, old: str, new: str) -> str:
    at = spelling.fold(street).index(old)
    written = " ".join(word[:1].upper() + word[1:] for word in new.split())
    return street[:at] + written + street[at + len(old) :]

"""The names of people: which words are one, and which are no name however they are answered."""

import difflib
import re

from bot.dialogue.reading import languages, led, omissions, passing, wording
from bot.dialogue.reading.heard import Heard
from nlu import addresses, gazetteer, places
from nlu import text as spelling

# Common words that are part of names, too: «María de la Luz».
_IN_NAMES = frozenset({"la", "las", "los", "y", "luz"})
# No person, but places and streets begin so.
_OF_PLACES = frozenset({"san", "santa", "santo", "villa", "villas", "lomas", "valle", "barrio"})
_NO_FIRST = frozenset({"soy", "somos", "vecino", "vecina", "vecinos", "vivo", "parque", "plaza"})
_ARTICLE = re.compile(r"(?:el|la)\s+", re.IGNORECASE)
_TITLE = (
    r"(?:(?i:(?:el |la )?(?:dra?|lic|ing|prof[ar]?a?|mtr[oa]|sra?|srita|arq|c|don|do[ñn]a"
    r"|se[ñn]ora?|maestr[oa]|doctora?|licenciad[oa]|profesora?|ingenier[oa]))\.?\s+)?"
)
_HAS_TITLE = re.compile(_TITLE.removesuffix("?"))
# «Don Refugio Luque es mi nombre», «soy Balbina».
_ALL = re.compile(
    r"\W*(?i:(?:hola|buen[oa]s? (?:d[ií]as?|tardes|noches))\b\W*)*"
    r"(?P<lead>(?i:(?:yo\s+)?soy|me llamo|my name(?: is|['’]?s)|this is|i['’]?m"
    r"|i am)\s+)?"
    rf"(?P<name>(?P<title>{_TITLE})(?P<own>{wording.NAME}(?P<rest>{wording.REST_OF_NAME}{{1,5}})?))"
    r"(?P<trail>\W+(?i:es mi nombre(?: completo)?|me llamo|es como me llamo"
    r"|(?:nombre )?complet[oa]))?\W*"
)
# «Genaro Valdez Icedo, secretario de…», «Memo, de la sección 28», «el Chato Bachomo».
_LEADING = re.compile(
    r"\W*(?i:(?:soy|me llamo|es|a nombre de)\s+)?"
    rf"(?P<name>{_TITLE}(?i:(?:el|la)\s+)?{wording.NAME}(?P<rest>{wording.REST_OF_NAME}*))"
    r"\s*(?P<more>[,;.(]\s*.*|\d.*)?",
    re.DOTALL,
)
# Told in one word where nothing but «sí» is missing, and no name: «Listo», «Excelente».
_ALONE = frozenset({
    "listo", "lista", "excelente", "genial", "finalizar", "continuar", "siguiente", "terminado",
    "terminar", "aceptar", "enviar", "enviado", "registrado", "registrar", "urge", "urgente",
    "rapido", "pronto", "ojala", "amen", "jaja", "jajaja", "mentira", "falso", "error", "nombre",
    "denuncia", "queja", "reporte", "ayer", "despues", "manana", "espere", "celular", "cel",
    "whatsapp", "correo", "ninguno", "ninguna", "jamas", "eso", "exacto", "seguro", "segura",
    "nice", "great", "done", "thanks", "please", "perfect", "right", "correct", "sonora",
    "domicilio", "guardar", "aqui",
})  # fmt: skip
_IT_IS = re.compile(r"\W*(?i:(?:(?:no|y|que|perd[oó]n)\W+)*(?:es|soy|ponga|escriba)\s+)")
_SURNAME = re.compile(
    r"\W*(?:(?i:no|es que|perd[oó]n|pero|y|pues|ella|[eé]l|me llamo bien|corrijo)\W+)*"
    r"(?i:(?:mis?|sus?|el|los) apellidos?(?: complet\w+)? (?:es|son)|(?:se|me) apellid[ao]"
    r"|(?:my|her|his) last name is)\s+"
    rf"({wording.NAME}{wording.REST_OF_NAME}*)\s*(?:[.,;(].*)?\Z"
)
SHORTEST = WHOLE = 3  # letters of a name; words of one and its surnames
ALIKE = 0.8  # the same, of a whole name
LIKE = 0.6  # how much of a word stays, where it is only spelt otherwise: «Reina»; and of the move
_I_AM = re.compile(r"\byo soy\b", re.IGNORECASE)  # «Yareli, ella es la niña, yo soy su mamá»
_WHOSE = re.compile(r"\W*(?:de|del|la|el|soy|su|mi|tel|cel|telefono|celular|\d+)\b")
_SIGNED = re.compile(rf"[,.;:\n]\s*({wording.NAME}{wording.REST_OF_NAME}+)[\s,:-]*\Z")
_WITH_PHONE = re.compile(rf"\b(?i:soy|habla|de parte de|con)\s+({wording.NAME})\W*\Z")


def leading(text: str) -> str | None:
    """The name that a message begins with, which may go on to say who that is."""
    found = _LEADING.fullmatch(text.strip(" ."))
    if found is None or _I_AM.search(text):
        return None
    name, more = found["name"], found["more"] or ""
    first = spelling.fold(name).split()[0]
    is_one_word = not found["rest"] and name[0].isupper()
    if is_one_word and not _WHOSE.match(spelling.fold(more)):
        return None
    kinds = _OF_PLACES | _NO_FIRST | addresses.phrases("seats") | addresses.phrases("streets")
    if first in kinds or is_place(name) or is_none(_ARTICLE.sub("", name)):
        return None
    return name


def with_phone(heard: Heard) -> str | None:
    """«Efraín Canizales, tel 631…», «cel 662…, soy Irma», «IMSS, Rosa Ibarra 662…»."""
    phone = next((each for each in heard.facts if each.entity == "telefono"), None)
    if phone is None or heard.entity("telefono") is None:
        return None
    rest = wording.unshaped(heard).strip(" .,;:-")
    said = _WITH_PHONE.search(rest)
    signed = found[1] if (found := _SIGNED.search(heard.text[: phone.start])) else ""
    if led.is_called(signed) and not is_place(signed):
        return signed
    told = leading(heard.text) or leading(rest)
    told = told or (said[1] if said and not is_none(said[1]) else None)
    return told or (rest if _is_first(rest) else None)


def without_phone(text: str) -> str | None:
    """«Chava Bracamonte no tengo cel», «pedro soto, aquí no hay señal»."""
    said = omissions.before_no_phone(text)
    if gazetteer.is_place(said):
        return None
    is_small = said == said.lower() and led.is_called(said)
    said = wording.titled(said) if is_small else said
    return leading(said) or (said if _is_first(said) else None)


def is_place(name: str) -> bool:
    """«María de la Paz» is none."""
    place = places.find(name)
    is_colonia = place.colonia and spelling.fold(name).startswith(spelling.fold(place.colonia))
    return bool(place.municipality or place.street or is_colonia)


def is_none(text: str) -> bool:
    """«2», «entre más pronto mejor», «es del ISSSTESON»: words of every day are nobody's name."""
    if not any(each.isalpha() for each in text):
        return True
    words = {*spelling.fold(text).replace(",", " ").split()}
    common = (addresses.phrases("ends_a_name") | wording.NOT_NAMES) - _IN_NAMES
    return not words.isdisjoint(common) or is_kind(text)


def is_kind(text: str) -> bool:
    """«Preparatoria», «del ISSSTESON», «la empresa Leoni»; «albañil»."""
    return led.is_nobody(text) or not {"institucion", "nivel_escolar"}.isdisjoint(
        passing.told(text)
    )


def alone(heard: Heard) -> str | None:
    """A whole name, and at most a title and a phone with it: «Rubén Coronado, 6621887766», «la
    maestra Ofelia Tapia»; «soy Balbina»."""
    found = _ALL.fullmatch(_written(heard))
    if found is None:
        return None
    name, own, place = found["name"], found["own"], heard.meaning.place
    is_said = found["lead"] or found["title"] or found["trail"]
    is_place = place.municipality or place.colonia or place.street
    if is_none(own) or spelling.fold(name).split()[0] in _OF_PLACES or (is_place and not is_said):
        return None
    return name if found["rest"] or (is_said and _is_first(own)) else None


def meant(heard: Heard, known: str) -> str | None:
    """The same, of who was called otherwise; a title alone may be of somebody else: «la maestra
    Ofelia Tapia», of who complains of her."""
    name = alone(heard)
    if name is None or name != _written(heard):  # «soy…», «… es mi nombre»
        return name
    return None if known and has_title(name) and not _is_like(known, name) else name


def has_title(name: str) -> bool:
    return _HAS_TITLE.match(name) is not None


def _written(heard: Heard) -> str:
    """In small letters, what was learnt tells a name."""
    said = wording.unshaped(heard).strip(" .,;")
    is_small = said == said.lower() and heard.move == "name" and not led.is_nobody(said)
    is_small = is_small and _ALL.fullmatch(said.title()) is not None
    return wording.titled(said) if is_small else said


def _is_like(known: str, told: str) -> bool:
    """Some word of theirs is the same, or only spelt otherwise."""
    pairs = ((a, b) for a in spelling.fold(known).split() for b in spelling.fold(told).split())
    return any(difflib.SequenceMatcher(None, a, b).ratio() >= ALIKE for a, b in pairs)


def is_another(known: str, told: str) -> bool:
    """Of somebody else, of the same family perhaps; «Dulce María», of who was «Dulce», is not."""
    first = known.partition(" ")[0], told.partition(" ")[0]
    return bool(known) and not (_is_like(known, first[1]) or _is_like(first[0], told))


def first(heard: Heard) -> str | None:
    """«Heriberto», and nothing else."""
    said, place = heard.text.strip(" .,;"), heard.meaning.place
    is_town = place.candidates or places.find(said, expecting="municipio").municipality
    is_place = is_town or place.municipality or place.colonia or place.street
    return said if _is_first(said) and not (heard.command or is_place) else None


def _is_first(said: str) -> bool:
    is_known = spelling.fold(said) in _ALONE | _NO_FIRST | _OF_PLACES
    is_one = re.fullmatch(wording.NAME, said) and not said.isupper() and len(said) >= SHORTEST
    return bool(is_one) and not (is_known or is_none(said))


def renamed(heard: Heard, known: str) -> str | None:
    """«Que es Jesús Ramón Bustamante», of who was «Jesús Bustamante» or nobody yet; «mi apellido es
    Pacheco», of who was «Rosa»."""
    if surname := _SURNAME.match(heard.text):
        return _with_surname(known, surname[1])
    lead = _IT_IS.match(heard.text)
    said = heard.text[lead.end() :].strip(" .,;") if lead else ""
    is_theirs = len(said.split()) >= WHOLE or not {*said.split()}.isdisjoint(known.split())
    return said if is_theirs and wording.WHOLE_NAME.fullmatch(said) and not is_none(said) else None


def _with_surname(known: str, told: str) -> str:
    """What comes before it stays: «María Ochoa Terán» of «María Ochoa»."""
    words, (first, *_) = known.split(), told.split()
    if told == first and (spelt := renewed(known, told)) != told:
        return spelt
    before = words[: words.index(first)] if first in words[1:] else words[:1]
    return " ".join((*before, told))


def renewed(known: str, told: str) -> str:
    """«Reina» for «Reyna Isabel Cota»: one word spelt otherwise, and the rest of it stays."""
    words = known.split()
    if len(told.split()) > 1 or len(words) < 2:
        return told
    here, *there = map(spelling.fold, (told, *words))
    alike = [difflib.SequenceMatcher(None, each, here).ratio() for each in there]
    at = alike.index(max(alike))
    return " ".join((*words[:at], told, *words[at + 1 :])) if alike[at] >= LIKE else told


def with_a_place(heard: Heard) -> str | None:
    """«Rito Castro», «Guadalupe Guaymas», where the place is known: a part of the name is one."""
    said = heard.text.strip(" .,;")
    is_whole = wording.WHOLE_NAME.fullmatch(said) and not is_none(said)
    first = spelling.fold(said).split()[:1]
    if not is_whole or first[0] in _OF_PLACES | _NO_FIRST | addresses.phrases("streets"):
        return None
    places_told = [each for each in heard.facts if each.entity in ("municipio", "colonia")]
    rest = wording.without(heard, ("municipio", "colonia")).strip(" .,;")
    is_all = spelling.fold(rest) in ("", "sonora", "son", "centro")
    return said if places_told and not is_all else None


def learnt(heard: Heard) -> str | None:
    """«beto gomez», that nothing but what was learnt takes for a name."""
    is_short, move = len(heard.text.split()) <= WHOLE, heard.meaning.move
    is_two = move.name == "name" and move.confidence >= LIKE and " " in heard.text
    is_free = is_short and not (heard.command or heard.facts or is_none(heard.text))
    is_one = is_free and (heard.move == "name" or is_two)
    return wording.titled(heard.text.strip(" .,;")) if is_one else None


def is_told(heard: Heard) -> bool:
    """A name, whatever courtesy it resembles."""
    is_name = (alone(heard) or first(heard)) is not None
    return is_name and not languages.looks_english(heard.text)


def is_answer(heard: Heard) -> bool:
    """Where something else was asked."""
    return wording.is_name(heard) or (first(heard) or alone(heard)) is not None

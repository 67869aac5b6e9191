"""Facts without a shape of their own, taken from the way people say them."""

import re

from bot.dialogue.reading import in_english, typed, whereabouts
from bot.dialogue.reading.heard import Heard
from nlu import text as spelling

LONGEST = 300  # characters kept of a fact
STORY = 6  # words from which a message that is sure of its matter is a story
# An answer of more words is a story, not the fact that was asked.
MOST_WORDS = {
    "colonia": 5,
    "calle": 20,
    "escuela": 10,
    "institucion": 10,
    "ruta": 8,
    "nivel_escolar": 6,
    "beneficiario": 12,
    "nombre": 7,
}
# Words of greetings, thanks and calls, in no name.
NOT_NAMES = frozenset({
    "wrong", "misspelled", "incorrect", "incorrecto", "incorrecta",
    "gracias", "hola", "adios", "buen", "buena", "buenas", "bueno", "buenos", "dia", "dias",
    "tardes", "noches", "hasta", "luego", "saludos", "bye", "ok", "muchas", "mil", "muy", "amable",
    "que", "bendiga", "favor", "agradezco", "vemos", "ayuda", "persona", "cancelar", "quiero",
    "no", "si", "ya", "le", "te", "me", "se", "es", "eres", "bot", "robot",
    "mi", "mis", "un", "una", "her", "him", "his",
})  # fmt: skip

_GREETS = re.compile(r"h?ol[ai]|gra[cs]|adios|salu|buen|hey|by|bai|cha[ou]|ciao|ok|hi$|hello|tha")
_LEAD = re.compile(
    r"^(?:(?:hola|buen[oa]s? (?:d[ií]as?|tardes|noches)|pues|po?s|bueno|s[ií]|este|mire|ah)\b"
    r"[\s,.]*)*(?:(?:me llamo|m[iy] (?:nombre es|name is)|(?:yo )?soy|somos|a nombre de"
    r"|la ruta es|es la ruta|es (?:en|de|para)|es sobre|se trata de|es|en|para|se llama)\b\s*)?"
    r"(?:(?:la|el) (?=escuela|primaria|ruta))?",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:creo|me parece) que (?:(?:es|era|se llama) )?"
    r"|[\s,]+(?:creo|me parece|pues|si no me equivoco)\W*$",
    re.IGNORECASE,
)
NAME = r"(?:(?:M[aª]|Prof[ar]?|Dra?|Lic|Ing|Arq|Sra?|Srita|Mtr[oa])\.|[A-ZÁÉÍÓÚÑ](?:['’]?[\wÁ-ú])+)"
REST_OF_NAME = (
    rf"(?:\s+(?:(?:viuda|vda\.?)\s+)?(?:(?:de|del|la|las|los|y|san|santa)\s+){{0,2}}{NAME})"
)
WHOLE_NAME = re.compile(rf"{NAME}{REST_OF_NAME}{{1,5}}")
_CALLED = re.compile(
    r"\b(?<!no )(?i:me llamo|mi nombre(?: es|[,:])|my name is|firma:|atentamente[,:.]"
    r"|a nombre de(?: (?:mi|su) \w+,?)?"
    rf"|me dicen(?: (?:el|la))? \w+,(?: (?:pero )?(?:soy|me llamo))?)\s+"
    rf"({NAME}{REST_OF_NAME}{{0,5}})"
)
_CALLED_IN_LOWER_CASE = re.compile(
    r"(?:\b(?<!no )(?:me llamo|mi nombre es|my name(?: is|['’]?s))"
    r"|^\W*(?:(?:s[ií]|no|pero|mejor|que|sea|es|va|solo"
    r"|nom[aá]s|p[oó]ng\w+|reg[ií]str\w+|an[oó]t\w+)\W+)*a nombre de"
    r"(?! (?:mi|su|la|el|l[oa]s|una?|otr[oa]|quien|nadie|ell[ao]s?|tod[oa]s|usted\w*)\b))\s+"
    r"(?!(?:wrong|incorrect[oa]?|not|miss\w+|spel\w+|otr[oa])\b)([a-zñáéíóú]{2,}(?:\s+(?!(?:y|de|vivo|soy|no|mi|quiero|necesito|tengo|en|con|hablo|para|a"
    r"|desde|del|se|hay|llamo|tel|cel|telefono|viuda|and|i|from|my|at|the|phone|live|with)\b)[a-zñáéíóú]{2,}){0,4})",
    re.IGNORECASE,
)
_IS = re.compile(rf"\b(?:[Ss]oy|[Ii](?:['’]m| am))\s+({NAME}(?:\s+{NAME}){{1,4}})")
_CORRECTS = re.compile(
    r"^\W*(?:(?:bueno|ah|ay|oiga|oye|pues|y|espere)\b\W*)*"
    r"(?:no\b|perd[oó]n|disculpe|corrijo|correcci[oó]n|me equivoqu|mejor dicho|quise decir|digo\b"
    r"|m[aá]s bien|s[ií]\W+pero)",
    re.IGNORECASE,
)
_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_RUNS = (row[at : at + 4] for each in _ROWS for row in (each, each[::-1]) for at in range(7))
_TYPED_AT_RANDOM = re.compile(
    rf"[bcdfghjklmnñpqrstvwxyz]{{5}}|{'|'.join(run for run in _RUNS if len(run) == 4)}"
    r"|([^\W\d]{2,3})\1\1|^\W*[bcdfghjklmnñpqrstvwxz]{4,}\W*$",
    re.IGNORECASE,
)
_THIS_CHANNEL = re.compile(
    r"\b(?:por|en|a) (?:aqu[ií]|ac[aá])\b|\beste (?:mismo )?(?:n[uú]mero|medio|chat|whats\w*)"
    r"|\baqu[ií] mismo\b|\b(?:de|por|desde) (?:donde|el que) (?:le|les|te) (?:estoy )?escrib\w+",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|^\W*(?:(?:y|oiga|oye|pero|disculpe|entonces)\b\W*)*"
    r"(?:(?:para|de|sobre) lo del?(?: [^\W\d]+){1,4}? )?(?:(?:en|a|de|con) )?"
    r"(?:qu[eé]|cu[aá]l(?:es)?|para qu[eé]|por ?qu[eé]|cu[aá]ndo|cu[aá]nt[oa]s?|qui[eé]n(?:es)?"
    r"|c[oó]mo(?! (?:a|por|en|al|cerca|junto|frente|entre)\b)"
    r"|d[oó]nde(?= (?:queda|puedo|voy|pago|saco|hago|se|renuevo|cambio|tengo que"
    r"|l[aeo]s? (?:dejo|llevo|mando|entrego))\b|\W*$))\b",
    re.IGNORECASE,
)
# Of sentences, hardly ever of names.
_SENTENCE = frozenset({
    "me", "te", "se", "nos", "le", "les", "ya", "hay", "hubo", "esta", "estan", "quiero",
    "quisiera", "necesito", "ocupo", "tengo", "tenemos", "puedo", "pueden", "puede", "dije", "digo",
    "voy", "van", "llevo", "sirve", "falta", "faltan", "porque", "pero", "aunque", "ustedes",
    "usted", "nadie", "nada", "fue", "era", "ando", "andamos", "the", "is", "my", "there", "are",
})  # fmt: skip
# How people say where in a street something is.
_WHERE = re.compile(
    r"^\W*(?:(?:como|casi|mero|ahi|aqui|por) )*(?:entre|frente|en ?frente|cerca|junto|al? lado"
    r"|a un lado|a la vuelta|atras|detras|a (?:una|dos|tres|media) cuadras?|por(?! fa)|esquina|esq"
    r"|casi(?! (?:no|nunca|nadie|siempre|(?:a )?(?:cada|diario)|tod\w+|me|nos|se|l[aeo]s?|hay|ya"
    r"|es|era|son|(?:choc|ca[iye]|volc|volte|atropell|peg[aou]|mat[aoe]|ahog|revient|truen)\w*)\b)|pasando"
    r"|(?:antes|despues)(?! de \w+[aei]r\b)|a espaldas|contra ?esquina|en (?:la|el) (?=\d))\b"
)
_KEPT_SMALL = (
    "de", "del", "la", "las", "los", "el", "y", "e", "entre", "con", "esquina", "casi", "a", "en",
    "frente", "al", "por", "cerca", "junto", "col", "no", "que", "esq", "un", "una",
)  # fmt: skip
_NEAR = re.compile(r"(?:en)?frente|por|cerca|junto|x|atras|detras|lado|espaldas|pasando")
_MARKS = re.compile(r"[^\w\s.,;:#°'’()/-]")
_PLACES = ("municipio", "colonia", "calle", "entre_calles")
_SHAPED = ("telefono", "correo", "folio", "curp", "rfc", "codigo_postal")
BESIDE_WORDS = (*_SHAPED, *_PLACES)

_ECHO = re.compile(  # «colonia? no sé, es frente al Home Depot»: ours, said back
    r"^\W*(?:(?:que|cual|la|el|mi) )*(?:colonia|calle|municipio|nombre|tel[eé]fono|correo"
    r"|localidad)\s*\?+(?=\W*\w)",
    re.IGNORECASE,
)


def answer(fact: str, heard: Heard) -> str | None:
    """The words of a free answer, without the phone or the folio told along with it."""
    is_command = heard.command not in (None, *typed.OF_DATA)
    is_courtesy = heard.is_courtesy and not (fact == "nombre" and is_name(heard))
    if is_command or is_courtesy or (is_question(heard) and not is_content(fact, heard)):
        return None
    if fact in MOST_WORDS and len(heard.text.split()) > MOST_WORDS[fact]:
        return None
    plain = _LEAD.sub("", f"{unshaped(heard)} ", count=1).strip(" .,;:¡!")
    return plain[:LONGEST] if any(each.isalnum() for each in plain) else None


def typed_at_random(text: str) -> bool:
    """«asdf», «jajaja»: no word of Spanish has five consonants in a row, four keys side by side, a
    syllable thrice, or no vowel at all."""
    return len(text.split()) <= STORY and bool(_TYPED_AT_RANDOM.search(text))


def is_sentence(text: str) -> bool:
    """«No pasa el camión», not «Sahuaro»: it says something of its own."""
    words = spelling.fold(text).split()
    return not _SENTENCE.isdisjoint(words) or words[:1] == ["no"]


def says_where(text: str) -> bool:
    """«Frente al Oxxo», «casi esquina con Juárez»."""
    return bool(_WHERE.search(spelling.fold(text)))


def is_only_facts(heard: Heard) -> bool:
    """A place, a phone, a name: nothing else is said, so nothing tells what is asked for."""
    rest = _LEAD.sub("", f"{without(heard, BESIDE_WORDS)} ", count=1)
    only = bool(heard.facts) and whereabouts.only_leads(rest)
    is_only = (only and not heard.has_folio) or whereabouts.is_all(heard.text)
    return is_only or is_name_alone(heard.text) or is_address(heard)


def is_address(heard: Heard) -> bool:
    """Where it is, and no more: «está en la esquina de la 4 con la 6»."""
    rest = without(heard, _PLACES)
    is_led = rest != heard.text and whereabouts.only_leads(rest)
    return (is_led or whereabouts.is_numbered(rest)) and not _MARKS.search(rest)


def unshaped(heard: Heard) -> str:
    """The text without phones, folios and such, nor «creo que se llama»."""
    return _HEDGE.sub("", without(heard, _SHAPED))


def without(heard: Heard, kinds: tuple[str, ...]) -> str:
    text = heard.text
    for each in sorted(heard.meaning.entities, key=lambda each: -each.start):
        if each.entity in kinds:
            text = text[: each.start] + text[each.end :]
    return text.strip()


def is_question(heard: Heard) -> bool:
    text = _ECHO.sub("", heard.text)
    return bool(_QUESTION.search(text)) or in_english.is_question(text)


def is_content(fact: str, heard: Heard) -> bool:
    """«¿Cuánto se gastó en el puente en 2025?» is what is asked for, when that was the question."""
    return fact in ("asunto", "descripcion") and len(heard.text.split()) >= STORY


def says_more(heard: Heard, least: int = STORY) -> bool:
    """Beside the facts there are words enough to tell something."""
    return len(without(heard, BESIDE_WORDS).split()) >= least and not heard.command


def is_story(heard: Heard) -> bool:
    """Long, and plainly about a matter: more of the story, or another one."""
    is_matter = heard.is_sure and heard.is_matter
    return is_matter and len(heard.text.split()) >= STORY


def name_in(text: str) -> str | None:
    """A name that somebody introduces: «me llamo…», «soy María López»."""
    found = _CALLED.search(text) or _IS.search(text) or _CALLED_IN_LOWER_CASE.search(text)
    return titled(found[1].strip()) if found else None


def is_name_alone(text: str) -> bool:
    """The message says who writes, and nothing else."""
    name = name_in(text)
    return name is not None and len(_LEAD.sub("", text).split()) <= len(name.split()) + 1


def is_name(heard: Heard) -> bool:
    """A whole name, whatever its words resemble: to a model «José García» is nearly «gracias»."""
    words = spelling.fold(heard.text).split()
    if len(words) == 1 and not heard.command and not _GREETS.match(words[0]):
        return heard.is_courtesy and heard.text[:1].isupper()  # «Paola»
    if heard.command or not 2 <= len(words) <= MOST_WORDS["nombre"] or NOT_NAMES & {*words}:
        return False
    return bool(WHOLE_NAME.fullmatch(heard.text.strip(" ."))) or heard.is_courtesy


def corrects(text: str) -> bool:
    return bool(_CORRECTS.search(text))


def means_this_channel(text: str) -> bool:
    return len(text.split()) <= STORY and bool(_THIS_CHANNEL.search(text))


def is_small(text: str) -> bool:
    """But for the first letter, which a phone writes by itself."""
    return text[1:] == text[1:].lower()


def titled(text: str) -> str:
    """Names of who typed all capitals or none: «La California x la secundaria»."""
    text = " ".join(text.split())
    if text != text.lower() and text != text.upper():
        return text
    words, written, is_near = text.lower().split(), [], False
    for place, word in enumerate(words):
        plain = spelling.fold(word.strip(","))
        is_led = 0 < place < len(words) - 1 and _NEAR.fullmatch(plain) is not None
        is_near = (is_near or is_led) and plain != "entre"
        is_small = place > 0 and (is_near or plain in _KEPT_SMALL)
        written.append(word if is_small else word[:1].upper() + word[1:])
    return " ".join(written)

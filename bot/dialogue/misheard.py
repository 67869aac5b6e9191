"""What is no danger, though a model takes it for one: a name or a place that we asked for, a
correction of it, what did not arrive, an animal, distrust, what ended well."""

import re

from bot.dialogue import danger, denials, perils
from bot.dialogue.reading import typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from nlu import text as spelling
from nlu import urgency

CRIES = (danger.CRY, "disparos o persona armada")  # what a mere name may be taken for
SOCORRO = "socorro"  # a name as well as a cry
CRIED = ([SOCORRO], ["auxilio"])  # how a name of more words may begin
NAMED = ("nombre", "contacto", "calle")  # what «Socorro» alone may answer
SLIGHT = 0.7  # score of an alarm for one word
SHORT = 20  # words of what happened at school
_TITLED = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ'’]+\.?")
_PLAIN = re.compile(r"[\w .#°'’-]+")  # neither commas nor faces
_SAID = frozenset({"en", "a", "al", "el", "la", "los", "las", "con", "que", "ay", "lo", "le"})
_LEAD = re.compile(r"^\W*(?:(?:yo )?soy|me llamo|mi nombre es|a nombre de|es)\s+", re.IGNORECASE)
_DICTATED = re.compile(r"[\s,.]*\bpunto\W*$", re.IGNORECASE)
_SMALL = frozenset({"de", "del", "la", "las", "los", "el", "y", "san", "santa"})
_PERSON = re.compile(
    r"\b(?:alguien|senor\w*|viej\w+|abuel\w+|nan[ao]|tat[ao]|mam[ai]\w*|ama|pap[ai]\w*|apa|padre"
    r"|madre|hij\w+|nin\w+|beb\w+|bebe|plebe\w*|buqui\w*|morr\w+|herman\w+|ti[oa]s?|prim[oa]s?"
    r"|sobrin\w+|cunad\w+|suegr\w+|espos\w+|marido|pareja|novi[oa]|muchach\w+|joven\w*|chav\w+"
    r"|mujer\w*|hombres?|vecin\w+|amig\w+|compa\w*|personas?|gente|familia|chofer|maestr\w+"
    r"|trabajador\w*|policias?|bomber\w+|paramedic\w+|doctor\w*|medic\w+|soldad\w+|ladron\w*"
    r"|sujetos?|tipos?|alumn\w+)\b"
)
_HAPPENS = re.compile(
    r"\b(?:muert|herid|lesionad|incendi|balac|chocaron|choque|asalt|robo\b|secuestr|auxil|ayud|911"
    r"|emergenci|urgen|rapid|pront|ambulanc|patrull|grit|golpea|persigu|sigue|quem|ahog|atrapad|sangr)\w*"
)
_PLACED = (
    r"(?:(?:en|por|a un lado|al lado|junto|cerca|frente|enfrente|atras|detras|entre|esquina|esq"
    r"|pegad[oa]|rumbo|a|de|del|con|la|el|los|las|una cuadra|la vuelta|es|se llama|queda|vivo) )*"
)
_CALLED_SO = (
    r"(?:colonia|col|fracc\w*|barrio|lomas?|cerros?|rancho|ejido|poblado|callejon|privada|cerrada"
    r"|tiendita|tienda|bar|cantina|restaurant\w*|taqueria|abarrotes|mueller|cerrito)"
)
_PLACE = rf"(?:{_CALLED_SO}|calles?|av|avenida|bulevar|blvd|escuela|primaria|secundaria|plaza)"
_NAMED = r"(?: (?:de la|del?|los|las|la|el|san|santa))*(?: \w+){1,3}"
_PLACE_NAMED = re.compile(rf"{_PLACED}{_PLACE}{_NAMED}")
_SURELY_NAMED = re.compile(rf"{_PLACED}{_CALLED_SO} (?:de la|del|los|las|la|el) \w+")
_SPLIT = re.compile(r"[,.;:\n]+|\by\b|\bsino\b", re.IGNORECASE)
_LABEL = r"(?:calle|colonia|col|avenida|nombre|apellido|municipio|escuela|ruta|fraccionamiento)"
_CORRECTED = re.compile(
    r"(?:(?:(?:no|perdon|bueno|ah|si|pero|mejor|disculpe|oiga) )*"
    rf"(?:(?:la|el|mi) )?(?:{_LABEL} )?(?:no )?(?:es|era|son|se llama|queda en|vivo en) "
    rf"(?:(?:en|la|el|los|las|de|del|{_LABEL}) )*"
    r"(?!(?:una?|que|mi|porque|es|no|se)\b)\w+(?: (?!(?:una?|que|es|no|se)\b)\w+){0,3}(?: |$))+"
)
_NOT_COME = re.compile(
    r"(?:(?!mis?\b|una?\b)\w+ ){0,4}?no (?:me|m|nos|les?|se me)? ?(?:ha |han |a )?"
    r"ca(?:yo|yeron|llo|ido|en?)(?: (?:el|la|los|las|lo|del?|mi|mis|su|nada|todavia|aun|ni|de)"
    r"| \w+){0,4}"
)
_ENDURED = re.compile(r"\b(?:encima|sangre|cabeza|techo|pozo|canal|barda|poste)\b")
_FOUND_OUT = re.compile(
    r"(?:(?:y|oiga|pero|entonces|no quiero que|me da pendiente que|el|la|los|las|mi|mis|que) )*"
    r"(?:vecin\w+|senor\w*|maestr\w+|director\w*|jef[ea]|patron\w*|dueno|ell[ao]s|el|alguien|ella)?"
    r" ?(?:se )?(?:vayan?|van?|puede|pueden)? ?(?:a )?(?:enter\w+|sepan?|saber|sabran?|dar cuenta)"
    r"(?: (?:de )?(?:que|quien) (?:(?:yo|fui|soy|era|fue|lo|la|le|los|les|l) ?)*"
    r"(?:report\w+|puse|hice|dije|denunci\w+|quej\w+|avise)?)?(?: yo)?"
)
_DO = r"(?:que (?:hago|hacemos|se hace|le doy)|a ?donde|donde (?:corro|voy|l[ao] llevo))"
_WHAT_IF = re.compile(
    rf"(?=.*\b{_DO}\b)"
    r"(?:(?:y|o|oiga|pero|bueno|entonces|disculpe|mientras|tanto) )*"
    rf"(?:{_DO} (?:con (?:el|la|mi|un) \w+ )?)?si "
    r"(?:(?:a (?:mi|un|una) \w+|el|ella|alguien|me|nos|les?|l[ao]s?|se) )*"
    r"(?!(?:me|les?|la|se|ya)\b|esta|anda|sigue|mat|peg|golp|amenaz)(?:\w+[ae]n?|pongo|siento|da)\b"
    r"(?!.*\b(?:no|ya|ahorita|ahora|aqui)\b).*"
)
_HURT_ANIMAL = re.compile(
    r"(?:(?:hay|hola|oiga|buen[oa]s|dias|tardes|noches|acaban de) )*"
    r"(?:(?:atropell|aplast|lastim|pate|machete|abandon|dej)(?:aron|o|ar)(?: tirad[oa])?"
    r" (?:a |al )?(?:un|una|el|la)?|una?) ?(?:perr|gat|cachorr|caball|burr|yegua)\w*\b.*"
)
_NO_ANIMAL = re.compile(
    r"\b(?:atac|mord|muerd|correte|persig|brav|rabi|suelt|nota|papel|recado|sigo|sigues|eres|arma"
    r"|jinete|encima|arrastr|despedi|perdon|adios)\w*"
)
_DISTRUST = re.compile(
    r"(?:(?:yo|la verdad|pues|ya|es que|sinceramente|total|y|pero|nomas|nosotros) )*"
    r"(?:(?:no|ni) (?:les? )?(?:conf\w+|creo|creemos|espero|esperamos|fio)(?: (?:mucho|nada|ya))*"
    r"|desconf\w+|(?:perdi|perdimos|se (?:me |nos )?perdio) (?:toda )?(?:la )?confianza"
    r"|no tengo (?:nada de )?(?:fe|confianza))"
    r"(?: (?:en|de|a))?(?: (?:el|la|los|las|este|esta|su|sus|ningun\w*|de))*"
    r" (?:ustedes|gobiern\w+|autoridad\w*|politic\w+|chat|bot|robot|funcionari\w+|oficinas?"
    r"|institucion\w*|servicio|pagina|promesas|sistema|dependencias?)(?: (?:ya|la verdad|pues))*"
)
_STRICT = re.compile(
    r"\b(?:maestr|profe|director)\w*\b.*(?:\bsin (?:salir al |ir al |su )?recreo\b|\bcastig\w+"
    r"|\bl[eo]s? (?:dijo|dice|llamo|grito) (?:que es )?(?:un[ao]? )?(?:burr|floj|tont|mens)[oa])"
)
_BEATEN = re.compile(r"\b(?:golp|peg|jal|sangr|toc|avent|amarr|llave|ahorita|calor|quem|asfix)\w*")
_ENDED = re.compile(
    r"(?:y |pero |ahorita |gracias a dios )*ya (?:nos |se )?(?:vamos|estamos|estoy|llegamos|andamos"
    r"|esta|estan) (?:bien|calmad|tranquil|a salvo|(?:en|a) (?:la |mi |nuestra )?casa)\b.*"
)
_NOT_ENDED = re.compile(
    r"\b(?:sangr|pastill|cloro|veneno|inconsc|respir|arma|pistol|cuchill|matar|muert|afuera|sigue"
    r"|regres|desapar|viol)\w*"
)


def is_calm(text: str) -> bool:
    """In whatever state it is said."""
    words = typed.bare(text)
    if not_come(text) or distrusts(text) or _is_scolding(words) or _has_ended(text):
        return True
    is_of_animal = _HURT_ANIMAL.fullmatch(words) and not _NO_ANIMAL.search(words)
    return bool(is_of_animal) and not _PERSON.search(words)


def not_come(text: str) -> bool:
    """«No m cayó», «no me ha caído la beca»: said of money."""
    words = typed.bare(text)
    is_other = _PERSON.search(words) or _ENDURED.search(words)
    return bool(_NOT_COME.fullmatch(words)) and not is_other


def distrusts(text: str) -> bool:
    """«Yo ya no confío en ustedes», and nothing else."""
    return bool(_DISTRUST.fullmatch(typed.bare(text)))


def is_worry(text: str) -> bool:
    """«¿Y se va a enterar el vecino?», «y si le pica a mi bebé, ¿qué hago?»: of what may come of
    what they have told."""
    words = typed.bare(text)
    return bool(_FOUND_OUT.fullmatch(words) or _WHAT_IF.fullmatch(words))


def is_named(state: State, heard: Heard) -> bool:
    """A name, a place or a correction of one, where a matter is being told."""
    alarm = heard.meaning.urgent
    is_guess = (alarm.reason or "").startswith(perils.GUESSED)
    if not state.is_at_work or state.danger or not (is_guess or alarm.reason in CRIES):
        return False
    if state.stage is Stage.collecting and state.asking in NAMED and _is_socorro(heard.text):
        return True
    said = wording.unshaped(heard)
    if is_person(said) or is_place(said):
        return True
    is_name = state.asking == "nombre" and _is_slight(heard) and _is_name(said)
    return is_guess and (is_name or _corrects(state, heard.text))


def _is_socorro(text: str) -> bool:
    """«Socorro», as names are written; not «SOCORRO», «Socorro!»"""
    said = text.strip(" .")
    return bool(_TITLED.fullmatch(said)) and spelling.fold(said) == SOCORRO


def _is_slight(heard: Heard) -> bool:
    """One word is all that is known of the message: «ofelia tirado»."""
    alarm = heard.meaning.urgent
    is_one = (alarm.reason or "").count("«") == 1 and not _SAID.intersection(heard.text.split())
    return is_one and alarm.score < SLIGHT and not heard.is_clear


def is_person(text: str) -> bool:
    """«Ofelia Tirado», «Saúl Armenta punto»; not «Hombre Armado», nor a cry: «Fuego Adentro»."""
    first, *rest = said = _LEAD.sub("", _DICTATED.sub("", text)).strip(" .,").split() or [""]
    if not all(_TITLED.fullmatch(each) or each in _SMALL for each in said):
        return False
    cries = sum(urgency.assess(each).value for each in said)
    is_cry = cries > ([spelling.fold(first)] in CRIED) if urgency.assess(first).value else cries > 1
    return _is_name(" ".join(said)) and bool(rest) and not is_cry


def _is_name(text: str) -> bool:
    """Two to five words of no sentence, which name nobody else and nothing that happens."""
    words = spelling.fold(_DICTATED.sub("", text)).split()
    told = " ".join(words[words[:1] in CRIED :])
    is_other = _PERSON.search(told) or _HAPPENS.search(told) or wording.is_sentence(told)
    is_short = len(words) in danger.NAME_WORDS and all(map(str.isalpha, words))
    return is_short and not (is_other or wording.NOT_NAMES & {*words})


def is_place(text: str) -> bool:
    """«Loma del Fuego», «a un lado de la tienda La Pistola». In small letters only what is always
    called by a name."""
    words = typed.bare(text)
    is_told = _PERSON.search(words) or _HAPPENS.search(words) or wording.is_sentence(text)
    if is_told or not _PLAIN.fullmatch(text):
        return False
    is_titled = _TITLED.fullmatch(text.split()[-1].strip(" ."))
    return bool((is_titled and _PLACE_NAMED.fullmatch(words)) or _SURELY_NAMED.fullmatch(words))


def _corrects(state: State, text: str) -> bool:
    """«No es Zaragoza, es Morelos», of what is known."""
    clauses = [each for each in map(typed.bare, _SPLIT.split(text)) if each not in ("", "no", "si")]
    known = {typed.bare(value) for value in state.facts.values()}
    is_known = any(value and value in typed.bare(text) for value in known)
    return is_known and all(_CORRECTED.fullmatch(each) for each in clauses)


def _is_scolding(words: str) -> bool:
    """«La maestra lo dejó sin recreo y le dijo burro»."""
    is_short = len(words.split()) <= SHORT
    return is_short and bool(_STRICT.search(words)) and not _BEATEN.search(words)


def _has_ended(text: str) -> bool:
    """The last that is said: «ya vamos en la casa y está bien»."""
    *before, last = [each for each in re.split(r"[,.;\n]+", text) if each.strip()] or [""]
    is_end = bool(before) and _ENDED.fullmatch(typed.bare(last)) and denials.is_over(last)
    return bool(is_end) and not _NOT_ENDED.search(typed.bare(text))

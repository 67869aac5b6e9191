"""What is no danger, though a model takes it for one, where a matter is being told: a name or a
place that we asked for, a correction of it, a worry about what may come of it."""

import re

from bot.dialogue import calm, danger
from bot.dialogue.reading import led, naming, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from nlu import text as spelling
from nlu import urgency

CRIES = (danger.CRY, "disparos o persona armada")  # what a mere name may be taken for
SOCORRO = "socorro"  # a name as well as a cry
CRIED = ([SOCORRO], ["auxilio"])  # how a name of more words may begin
NAMED = ("nombre", "contacto", "calle")  # what «Socorro» alone may answer
SLIGHT = 0.7  # score of an alarm for one word
_TITLED = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ'’]+\.?")
_PLAIN = re.compile(r"[\w .#°'’-]+")  # neither commas nor faces
_SAID = frozenset({"en", "a", "al", "el", "la", "los", "las", "con", "que", "ay", "lo", "le"})
_JOINING = _SAID | {"y", "o", "no", "ni", "si", "de", "del", "por", "para", "es", "soy"}
_JOINING |= {"hi", "i", "m", "am", "im", "this", "is", "my", "name"}
_BEFALLEN = {"tirado"}  # a surname, too
NOTHING = 0.9  # score of an alarm for joining words, from which there may be more
_LEAD = re.compile(  # «es mi mamá Perpetua Socorro»
    r"^\W*(?:(?:yo )?soy|me llamo|mi nombre es|a nombre de|(?:es|para)(?= mi\b)|es)\s+"
    r"(?:mi (?:mam[aáiy]\w*|am[aá]|pap[aáiy]\w*|ap[aá]|hij[oa]|espos[oa]|herman[oa]|abuel\w+"
    r"|t[ií][oa]|suegr[oa]|niet[oa]|nan[ao]|tat[ao]|prim[oa]|sobrin[oa]|cuñad[oa]|señora?|marido)[\s,]+)?",
    re.IGNORECASE,
)
_DICTATED = re.compile(r"[\s,.]*\bpunto\W*$", re.IGNORECASE)
_SMALL = frozenset({"de", "del", "la", "las", "los", "el", "y", "san", "santa"})
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
# «La que está antes de donde mataron al taquero»: what befell somebody there, nothing of now.
is_landmark = saying.only(
    r"(?:(?:es|en|por|ahi|la|el|que|esta|queda|calle|callejon|esquina|cuadra|antes|despues|pasando"
    r"|enfrente|frente|cerca|junto|al lado|a un lado|una|dos|de) )*donde (?:se )?"
    r"(?:ayer |antes |una vez |hace (?:\w+ ){1,3})?"
    r"(?:mat|choc|volc|balac|quem|incendi|atropell|asalt|ahog|cay|explot|encontr|hall)"
    r"(?:o|aron|eo|earon|eron)(?: (?!auxil|ayud|sangr|herid|ahor|(?:me|nos|mis?|y|pero|no)\b)"
    r"\w+){1,7}"
)
_ADDRESS = re.compile(
    r"(?:en |es |por )?(?:la )?(?:av|ave|avda|avenida|c|calle|callejon|cda|cerrada|priv|privada"
    r"|calz|calzada|blvd|boulevard|bulevar|prol|prolongacion|and|andador|circuito|retorno|carretera)"
    r"(?: \w+){1,4}? (?:(?:no|num|numero) )?\d{1,5}[a-z]?(?: (?:int|interior|letra) \w+)?"
)
_MARKS = re.compile(r"[^\w\s.,;:#°'’()/-]")
_SPLIT = re.compile(r"[,.;:\n]+|\by\b|\bsino\b", re.IGNORECASE)
_LABEL = r"(?:calle|colonia|col|avenida|nombre|apellido|municipio|escuela|ruta|fraccionamiento)"
_CORRECTED = re.compile(
    r"(?:(?:(?:no|perdon|bueno|ah|si|pero|mejor|disculpe|oiga) )*"
    rf"(?:(?:la|el|mi) )?(?:{_LABEL} )?(?:no )?(?:es|era|son|se llama|queda en|vivo en) "
    rf"(?:(?:en|la|el|los|las|de|del|{_LABEL}) )*"
    r"(?!(?:una?|que|mi|porque|es|no|se)\b)\w+(?: (?!(?:una?|que|es|no|se)\b)\w+){0,3}(?: |$))+"
)
_FOUND_OUT = re.compile(
    r"(?:(?:y|oiga|pero|entonces|no quiero que|me da pendiente que|el|la|los|las|mi|mis|que) )*"
    r"(?:vecin\w+|senor\w*|maestr\w+|director\w*|jef[ea]|patron\w*|dueno|ell[ao]s|el|alguien|ella)?"
    r" ?(?:se )?(?:vayan?|van?|puede|pueden)? ?(?:a )?(?:enter\w+|sepan?|saber|sabran?|dar cuenta)"
    r"(?: (?:de )?(?:que|quien) (?:(?:yo|fui|soy|era|fue|lo|la|le|los|les|l) ?)*"
    r"(?:report\w+|puse|hice|dije|denunci\w+|quej\w+|avise)?)?(?: yo)?"
)
_UNKNOWN = re.compile(  # «mi mamá no sabe que escribo»
    r"(?:(?:y|oiga|pero|es|que|solo|nomas|ay) )*"
    r"(?:mis? (?!marid|espos|pareja|novi|ex\b|padrastr)\w+|ell[oa]s) (?:todavia )?no saben?"
    r"(?: nada(?: de (?:esto|eso))?| que (?:yo )?(?:les? )?(?:(?:ando|estoy) (?:aqui$|(?=\w+ndo)))?"
    r"(?:(?:escrib|report|mand|pus|pregunt|denunci|quej|hice|pong|pid)\w*)?"
    r"(?: (?:esto|eso|aqui|(?:la|el|una?) (?:queja|reporte|mensaje|solicitud)|a ustedes))*)"
)
_MAN, _WOMAN = (
    r"(?:hombre|senor|muchacho|licenciado)",
    r"(?:mujer|senor(?:a|ita)|muchacha|licenciada)",
)
_WHO_CALLS = re.compile(  # «¿quién me va a llamar, hombre o mujer?»
    r"(?=.*\b(?:llam|marc|habl|atend|atiend|contest|visit)\w*)"
    rf"(?=.*\b(?:{_MAN} o (?:una )?{_WOMAN}|{_WOMAN} o (?:un )?{_MAN})\b)"
    r"(?:(?:y|oiga|disculpe|pero|quien|quienes|me|nos|va|van|vaya|a|ser|sera|un|una|puede|es|o|la|el"
    rf"|que|si|de|ustedes|por|telefono|{_MAN}|{_WOMAN}|(?:llam|marc|habl|atend|atiend|contest"
    r"|visit)\w*) ?)+"
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


_MAY_FALL = re.compile(  # «me da miedo que se caiga»
    r"(?!.*\b(?:espos[oa]|marido|ex|pareja|novi[oa]|padrastro|peg|golp|mat|amenaz))"
    r".*\b(?:miedo|pendiente|temor) (?:de )?que (?:un dia )?(?:(?:ya|se|me|nos|les?) )*"
    r"(?:caig|cae|truen|revient|derrumb|hund|inund|electrocut|choqu|atropell|volte)\w*.*"
)
# «Ando muy angustiada», «estoy desesperada con esto», of what is told; and signs of more than that.
_WORRIED = re.compile(
    r"\b(?:desesper|angusti|preocup|mortific|estresad|afligi|agobi|abrumad|apurad|trist"
    r"|worried|desperate|stressed)\w*"
    r"|\bno (?:se|hallo|sabemos) (?:ya |ni )*(?:que|como) (?:le )?(?:hacer|(?:voy|vamos) a hacer)"
)
_SUFFERS = re.compile(
    r"\b(?:psic|psiq|terap|depre|depri|ansied|panic|suicid|crisis|mental|emocion|ataque|vivir|vida"
    r"|muer|mori|mat[aoe]|lastim|dano|cort[aeo]|llor|sol[oa]s?\b|ganas|duerm|dorm|despert|pastill"
    r"|aguant|soporto|puedo mas|alcohol|droga|cristal|acabar|desaparec|sentido|nadie|carta|rend[io]"
    r"|vaci[oa]|con quien|desahog|escuch|pens(?:ar|amiento)|encerr|encierr|cuarto|grit|pesadill"
    r"|therap|depress|anxi|kill|die)\w*"
)


def is_only_worried(text: str) -> bool:
    """As anybody is who needs something: nothing in it asks for somebody who listens."""
    plain = saying.bare(text)
    return bool(_WORRIED.search(plain)) and not _SUFFERS.search(plain)


_DOUBTS_HELP = re.compile(
    r"(?:(?:y|es que|disculpen?|perdon|oiga|la verdad|yo|pues|muy|bien|tan|ando|estoy|estamos"
    r"|andamos|me siento|(?:angustiad|preocupad|desesperad|mortificad|afligid|nervios)[oa]s?) )*"
    r"(?:no se si|a ver si|ojala(?: y| que)?|espero(?: que)?|quien sabe si|dudo que)"
    r" (?:(?:alguien|ustedes|de (?:veras|verdad)|si) )*(?:me|nos|l[aeo]s?) (?:vayan? a |van? a "
    r"|puedan? |pueden? )?(?:ayud|apoy|resuelv|resolv|ati[eé]n|atend|contest|h?ag[ao])\w*(?: caso)?"
)


def is_worry(text: str) -> bool:
    """«¿Y se va a enterar el vecino?», «y si le pica a mi bebé, ¿qué hago?», «¿me llama un hombre o
    una mujer?»: of what may come of what they have told."""
    words = saying.bare(text)
    worries = (_FOUND_OUT, _UNKNOWN, _WHAT_IF, _WHO_CALLS, _MAY_FALL)
    return any(each.fullmatch(words) for each in worries)


def doubts_help(text: str) -> bool:
    """«Ando muy angustiada, no sé si alguien nos va a ayudar», whatever their phone."""
    return bool(_DOUBTS_HELP.fullmatch(re.sub(r"\d[\d ]+", "", saying.bare(text)).strip()))


def is_named(state: State, heard: Heard) -> bool:
    """A name, a place or a correction of one, where a matter is being told."""
    alarm = heard.meaning.urgent
    is_guess = alarm.is_guessed
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


def names_only(heard: Heard) -> bool:
    """«Icedo y no»: what sounds like danger are the words that join others; or where it is, and
    not what: «aquí por mi casa»."""
    if naming.tells_only_where(heard.text):
        return True
    return is_called(heard.text) and heard.meaning.urgent.score < NOTHING


def is_called(text: str) -> bool:
    """«Im Susan»: only names of people, and words that join others."""
    words = {*saying.bare(text).split()} - _JOINING
    return bool(words) and words <= led.called() - _BEFALLEN


def is_person(text: str) -> bool:
    """«Ofelia Tirado», «Saúl Armenta punto»; not «Hombre Armado», nor a cry: «Fuego Adentro»."""
    first, *rest = said = _LEAD.sub("", _DICTATED.sub("", text)).strip(" .,").split() or [""]
    if not all(_TITLED.fullmatch(each) or each in _SMALL for each in said):
        return False
    cries = sum(urgency.assess(each).value for each in said)
    is_cry = cries > ([spelling.fold(first)] in CRIED) if urgency.assess(first).value else cries > 1
    return _is_name(" ".join(said)) and bool(rest) and not is_cry


def is_titled(text: str) -> bool:
    """«Hombres Blancos», as places are written; not «Hombres Armados»."""
    said = text.strip(" .").split()
    is_short = 1 < len(said) <= max(danger.NAME_WORDS)
    is_so = is_short and all(_TITLED.fullmatch(each) or each in _SMALL for each in said)
    return is_so and not (_HAPPENS.search(saying.bare(text)) or urgency.assess(text).value)


def _is_name(text: str) -> bool:
    """Two to five words of no sentence, which name nobody else and nothing that happens."""
    words = spelling.fold(_DICTATED.sub("", text)).split()
    told = " ".join(words[words[:1] in CRIED :])
    is_other = calm.PERSON.search(told) or _HAPPENS.search(told) or wording.is_sentence(told)
    is_short = len(words) in danger.NAME_WORDS and all(map(str.isalpha, words))
    return is_short and not (is_other or wording.NOT_NAMES & {*words})


def is_place(text: str) -> bool:
    """«Loma del Fuego», «a un lado de la tienda La Pistola». In small letters only what is always
    called by a name."""
    words = saying.bare(text)
    is_told = calm.PERSON.search(words) or _HAPPENS.search(words) or wording.is_sentence(text)
    if is_told or not _PLAIN.fullmatch(text):
        return False
    is_titled = _TITLED.fullmatch(text.split()[-1].strip(" ."))
    return bool((is_titled and _PLACE_NAMED.fullmatch(words)) or _SURELY_NAMED.fullmatch(words))


def is_address(text: str) -> bool:
    """«Av. Siempre Viva 742», and nothing else."""
    is_plain = not (_MARKS.search(text) or wording.is_sentence(text))
    return is_plain and bool(_ADDRESS.fullmatch(saying.bare(text)))


def _corrects(state: State, text: str) -> bool:
    """«No es Zaragoza, es Morelos», of what is known."""
    clauses = [
        each for each in map(saying.bare, _SPLIT.split(text)) if each not in ("", "no", "si")
    ]
    known = {saying.bare(value) for value in state.facts.values()}
    is_known = any(value and value in saying.bare(text) for value in known)
    return is_known and all(_CORRECTED.fullmatch(each) for each in clauses)

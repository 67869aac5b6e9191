"""What is told without any danger, though a model takes it for one: that a place is empty by now,
when it was, who lives next door, an animal that is badly kept, the smoke of every night."""

import re

from bot.dialogue import perils, several
from bot.dialogue.reading import typed
from bot.dialogue.state import State
from nlu.interpretation import Interpretation

SURE = 0.85  # confidence of the matter that an animal or smoke is
FIRE = "incendio, gas o explosión"  # the reason of an alarm for whatever burns
_CLAUSE = re.compile(r"[,.;:\n]+|\by\b", re.IGNORECASE)
_DAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_WHEN = (
    rf"(?: (?:hoy|ayer|anoche|antier|anteayer|ahorita|ahora|manana|tarde|noche|madrugada|{_DAY}"
    r"|mediodia|temprano|pasado|hace|rato|ratito|semana|dias?|horas?|como|casi|un|una|unas|dos|tres"
    r"|en|por|a|de|del|el|la|las|los|mismo|\d+|am|pm))+"
)
_TIME = re.compile(rf"(?:ya |eso |todo |pero )*(?:fue|paso|sucedio|ocurrio){_WHEN}")
_PLACE = (
    r"(?:ahi|alli|aqui|aca|adentro|afuera|ya|ahorita|en (?:la|el|mi|nuestra|esa?) (?:casa|negocio"
    r"|local|tienda|oficina|escuela|edificio|ventanilla|taller|bodega|modulo|lote|cuadra|calle))"
)
_NOBODY = re.compile(
    rf"(?:ya |ahorita |ahora |pero |pues |porque |que |cuando llegamos |{_PLACE} )*no "
    rf"(?:hay|habia|hubo|esta|anda|andaba|estaba|queda|vive) nadie(?: {_PLACE}|{_WHEN})*"
)
_BESIDE = re.compile(
    r"(?:ya )?se fueron(?: todos| ya)*|no estabamos|(?:ya )?(?:puse|pusimos|hice) (?:la )?denuncia"
    r"|(?:el|la) (?:casa|negocio|local|tienda) (?:estaba|esta) sol[oa]"
)
_LIVES = re.compile(
    r"(?=.*\b(?:vive|viven|tenemos|tengo|somos|casa|cuadra|colonia|vecin[oa]s?)\b)"
    r"(?=.*\b(?:vive|viven|hay|tenemos|tengo|somos|son)\b)"
    r"(?:(?:y|es|que|tambien|ademas|aqui|hay|vive|viven|tenemos|tengo|somos|son|unas?|unos|dos|tres"
    r"|cuatro|cinco|much[oa]s|vari[oa]s|l[ao]s?|el|su|mi|con|de|del|en|al|mas|muy|misma?|esta|esa"
    r"|senor[ae]?s?|nin[oa]s?|ninit[oa]s?|bebes?|bebit[oa]s?|famili\w+|personas?|gente|adult[oa]s?"
    r"|viejit[oa]s?|abuelit[oa]s?|mayor(?:es)?|grandes?|recien|nacid[oa]s?|aliviad[oa]|parid[oa]"
    r"|embarazad[oa]s?|chiquit[oa]s?|pequen[oa]s?|discapacidad|silla|ruedas|edad|meses|anos|\d+"
    r"|casa|cuadra|colonia|junto|lado|enfrente|frente|atras|esquina|vecin[oa]s?) ?)+"
)
_CREATURE = r"(?:perr|gat|cachorr|caball|burr|yegua|vaca|chiv|puerc|galli|animal)\w*"
_KEPT = re.compile(
    rf"(?=.*\b{_CREATURE}\b).*\b(?:amarr|encaden|encerrad|abandon|flac|desnutrid|(?:sin|ni) "
    r"(?:agua|comida|comer|sombra|techo)|al sol|(?:bajo|en) el (?:sol|rayo))"
)
_PEOPLE = re.compile(
    r"\b(?:me|nos|nin\w+|hij\w+|beb\w+|mam\w+|pap\w+|abuel\w+|herman\w+|mujer|hombre|persona\w*"
    r"|gente|alguien|atac\w*|mord\w*|muerd\w*|correte\w*|arma|pistola|cuchill\w*|sangr\w*|amenaz\w*"
    r"|mat[ao]\w*)\b"
)
_BURNS = re.compile(r"\bquem(?:an?|as|aban?|en)\b|\bla quema\b")
_HABIT = re.compile(
    r"\b(?:se (?:me |nos )?enferm\w+|siempre|diari\w+|tod[oa]s l[ao]s|cada|seguido|a veces|casi"
    r"|noches|tardes|llev\w+|hace)\b"
)
_NOW = re.compile(
    r"\b(?:se (?:esta|estan|me|nos) quem\w*|estan? quem\w+|ya (?:agarr|alcanz|llego|prend)\w*"
    r"|ahora|respir\w*|ahog\w*|asfix\w*|desmay\w*|incendi\w*|llamas|lumbre|fuego|atrap\w*|adentro"
    r"|bomber\w*|explo\w*|gas|tanque|auxilio|ayuda|hospital|intoxic\w*|inconscien\w*)\b"
    r"|(?<!no )\bahorita\b(?! no\b)"
)


def is_told(meaning: Interpretation) -> bool:
    """In whatever state it is said."""
    reason, words = meaning.urgent.reason or "", typed.bare(meaning.text)
    is_guess = reason.startswith(perils.GUESSED)
    if is_guess and lives_near(meaning.text):
        return True
    if meaning.confidence < SURE:
        return False
    if is_guess and meaning.intent == "maltrato_animal":
        return bool(_KEPT.search(words)) and not _PEOPLE.search(words)
    is_fire = meaning.intent == "ecologia" and (is_guess or reason == FIRE)
    return is_fire and _is_smoke(words)


def lives_near(text: str) -> bool:
    """«Hay una señora con bebé en la casa de junto», and nothing that happens to her."""
    return bool(_LIVES.fullmatch(typed.bare(text)))


def is_past(state: State, text: str) -> bool:
    """Of the theft that was told, or the office; not beside danger, nor of the life of who
    writes."""
    is_of_it = state.is_at_work or (state.lately and state.lately_about not in several.DELICATE)
    return bool(is_of_it) and not state.danger and tells_past(text)


def tells_past(text: str) -> bool:
    """«Ya fue hoy en la mañana, ya no hay nadie», and nothing else."""
    clauses = [each for each in map(typed.bare, _CLAUSE.split(text)) if each]
    kinds = (_TIME, _NOBODY, _BESIDE)
    return bool(clauses) and all(any(kind.fullmatch(each) for kind in kinds) for each in clauses)


def _is_smoke(words: str) -> bool:
    """«Queman llantas y mi niño se enferma»: not what burns now."""
    return bool(_BURNS.search(words) and _HABIT.search(words)) and not _NOW.search(words)

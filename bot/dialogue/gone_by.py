"""What happened another day, or is over by now: «ayer balacearon la casa, ahorita no»."""

import re

from bot.dialogue import denials
from bot.dialogue.reading import saying

_CLAUSE = re.compile(r"[,.;:!?\n]+|\b(?:y|e|pero|aunque)\b", re.IGNORECASE)
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
_BY_NOW = (
    r"(?:(?:no|y|pues|creo que|al parecer|parece que|que|gracias a dios|por suerte|todo|eso|ya"
    r"|orita|ahor(?:it)?a|hoy|en este momento|por el momento|de momento|por ahora|la verdad) )*"
)
_AFTER = r"(?: (?:ya|orita|ahor(?:it)?a|hoy|en este momento|por el momento|gracias|por aqui|aqui))*"
_QUIET = re.compile(
    rf"{_BY_NOW}no\b ?(?:(?:se (?:oyen?|escuchan?|ven?)|hay|pasa|paso|quedan?|sigue|andan|estan|es"
    r"|esta (?:pasando|ocurriendo)) ?)?(?:(?:ni|mas|nada|nadie|ningun|los|las|un|una|de|peligro"
    r"|balazos|balaceras?|disparos|tiros|detonaciones|lumbre|fuego|humo|llamas|pleitos?|armas"
    rf"|hombres|rateros|ladrones|problema) ?)*(?<=\S){_AFTER}"
    rf"|{_BY_NOW}(?:esta|estan|estamos|estoy|anda|andamos|quedo) (?:ya |todo |muy |mas )*"
    rf"(?:bien|tranquil[oa]s?|calmad[oa]s?|a salvo|en paz){_AFTER}"
    rf"|{_BY_NOW}(?:paso|termino|acabo|se calm\w+|se (?:fue|fueron)|se apago|lo apagaron){_AFTER}"
)
_CRIME = re.compile(
    r"\b(?:bal[ae]\w+|dispar\w+|tiro(?:s|teo)|asalt\w+|rob\w+|meti\w+|entr(?:o|aron)|corret\w+"
    r"|persig\w+|detonac\w+|granada|armad|ladron|rater)"
)
# What befalls, and may be over; of who did not come back it is no comfort.
_EVENT = re.compile(
    rf"{_CRIME.pattern}|\b(?:incendi\w+|quem\w+|choc\w+|choque|volc\w+|pele\w+|pleito|explo\w+"
    r"|accidente)"
)
_GOES_ON = re.compile(
    r"\b(?:sig(?:o|ue|uen)|regres\w+|volv\w+|vuelv\w+|van? a|viene\w*|afuera|adentro|otra vez"
    r"|de nuevo|orita|ahor(?:it)?a|hoy|amenaz\w+|escond\w+|andan?|traen?|sangr\w+|grave|dij\w+"
    r"|dice\w*|hospital|respir\w*|desapar\w+|no aparece\w*|busc\w+|mied\w+|temo|encerr\w+)\b"
)
is_empty = saying.first(
    r"(?!.*\b(?:sol[oa]|estoy|auxilio|ayud\w*|conmigo)\b)(?=.*\b(?:ahorita|ahora|hoy|ya|adentro"
    r"|ahi|es (?:domingo|sabado|de noche|vacaciones)|en (?:la|el) \w+)\b)"
    r".*\bno (?:hay|esta|queda|anda) nadie\b(?! que)"
)
_is_by_now = saying.anywhere(r"\b(?:ya|orita|ahor(?:it)?a|(?:en este|por el|de) momento)\b")


def is_told(text: str) -> bool:
    """It was another day, it is not now, and nothing of it goes on."""
    clauses = _clauses(text)
    rest = [each for each in clauses if not _QUIET.fullmatch(each)]
    is_past = any(re.search(rf"\b{denials.DAY}", each) and _EVENT.search(each) for each in rest)
    return is_past and len(rest) < len(clauses) and not any(map(_GOES_ON.search, rest))


def is_crime(text: str) -> bool:
    """Of another day."""
    return _CRIME.search(saying.bare(text)) is not None and is_told(text)


def is_quiet(told: str, text: str) -> bool:
    """«Ahorita ya no hay nadie», of robbers; not of who fell, and has nobody."""
    is_so = all(_QUIET.fullmatch(each) or _BESIDE.fullmatch(each) for each in _clauses(text))
    is_told = is_so and _is_by_now(text) and not denials.is_no(text)
    return is_told and _EVENT.search(saying.bare(told)) is not None


def is_no_longer(text: str) -> bool:
    """«Ahorita no», «ya no»: to whether they can call, or of the danger."""
    return denials.is_no(text) and _is_by_now(text)


def is_all(text: str) -> bool:
    """«Ya fue hoy en la mañana, ya no hay nadie», and nothing else."""
    clauses, kinds = _clauses(text), (_TIME, _NOBODY, _BESIDE)
    return bool(clauses) and all(any(kind.fullmatch(each) for kind in kinds) for each in clauses)


def _clauses(text: str) -> list[str]:
    return [each for each in map(saying.bare, _CLAUSE.split(text)) if each]

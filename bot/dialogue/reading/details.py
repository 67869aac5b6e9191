"""Details of what was told: what begins with «no» and corrects nothing, when it was, and the last
one taken back."""

import re

from bot.dialogue.reading import saying, typed
from nlu import calendar_words

# «No traía placas», «no le vi la cara»; not «no, es otra calle» nor «no es aquí».
_DETAIL = re.compile(
    r"\W*(?:(?:y|pero|bueno|oiga|pues|es que|la verdad)\W+)*(?:no|ni|nunca) "
    r"(?!no\b|es\b|era\b|fue\b|son\b|eran\b|se trata\b|mejor\b|espere?\b|perd[oó]n\b|disculpe\b"
    r"|quier|quis|quer[ií]|ped[ií]|me refer|dije\b|est[aá] (?:bien|correct))",
    re.IGNORECASE,
)

# Of what is shown, or of who has written it.
_OF_THE_SUMMARY = re.compile(
    r"\b(?:mal|bien|(?:in)?correct\w*|equivoc\w*|asi|datos?|corr[ie]\w*|cambi\w*|registr\w*|gracias"
    r"|es[eao]s?|eso|dij[eo]\w*|entend\w*|pus(?:o|e|ieron|iste)|ponga\w*|escrib\w*|mand\w+|cierto"
    r"|falso|falt\w*|acuerdo|acept\w*|autoriz\w*|quier\w*|mejor|nombre|wrong|right|that)\b"
)
_MERE_NO = re.compile(
    r"\b(?:no+|nel|nop\w*|nah|nones|ni|si|pue?s|yo|tu|que|ya|es|era|fue|son|est?an?|el|la|l[oa]s?|mis?"
    r"|su|del?|al?|en|con|y|un|una|aun|todavia|ahorita|ahi|aqui|fijese|joven|senor\w*|oiga|mire"
    r"|nunca|tampoco|para|nada|claro|por|supuesto|creo|me|le|se|te|da|gusta|parece|va"
    r"|digo|disculp\w+|perdon|ningun\w*|caso|jaja\w*|please|not|its?|s|is|isn|t)\b"
)
TELLING = 2  # words that a mere no has not
_IS = r"(?:es|era|fue|son|eran|soy|somos|se trata|hablo|tienen? (?:nada )?que ver)"
_ITS = r"(?:de|del|por|para|con|lo|la|el|l[oa]s|una?|mi|mis|eso|es[ea]s?|asi|mi[oa]s?|ningun\w*)"
# Something that is shown, whatever it is instead: «así no», «eso no lo dije yo».
_rejects = saying.anywhere(
    r"^(?:(?:no|pero|oiga|ah|ay|pues) )*(?:eso|asi|nada de eso) no\b|\bnada que ver\b"
    r"|\bno (?:dije|puse|pedi|mencione) (?:eso|nada de)\b|\bno (?:l[oa] )?(?:dije|puse|pedi) yo\b"
    r"|\bi did(?:n t| not) (?:say|ask)\b"
)
# The same, and not what it is: «no es la de mi casa».
_is_not = saying.anywhere(
    rf"\bno {_IS} {_ITS}\b|\bal reves\b|\btrae (?:un )?error\b|\b(?:it|that) s not\b|\bwrong\b",
    unless=rf"\bno \w+ .* (?:{_IS}|sino|it s|quiero|ocupo|necesito) \w"
    r"|\b(?:it|that) s not .+ (?:it s|they|there|he|she) \w"
    r"|\bno (?:es|era|fue|son|soy) (?:el|la|l[oa]s) (?:primer|unic|mism|mejor|peor)\w*",
)
# «Ayer en la tarde por la Miguel Alemán», «desde julio».
begins_with_day = saying.first(
    r"(?:(?:fue|paso|como|desde|casi|eso|el|los) )*"
    r"(?:hoy|ayer|anoche|antier|anteayer|hace|lunes|martes|miercoles|jueves|viernes|sabados?"
    r"|domingos?)\b"
    r"|(?:(?:pues|ya|es|asi|como) )*desde (?:(?:el|la|que|de|(?:fin|mediad|principi|inici)\w+) )*"
    rf"(?:{calendar_words.MONTH}|ano|mes|semana|(?:19|20)\d\d)\b"
)
_DAY = (
    r"(?:hoy|ayer|anoche|antier|anteayer|antenoche|lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo|\d{1,2}(?: \d\d)? ?(?:am|pm|hrs?|horas)|las \d{1,2}(?: \d\d)?"
    r"|hace (?:\w+ ){1,3}(?:minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?)"
    r"|hace rato|desde hace (?:\w+ ){1,3})"
)
_WHEN_ELSE = (
    r"(?:fue|paso|desde|como|a|la|las|el|los|eso|de|del|mas|o|menos|por|en|y|media|manana|tarde"
    r"|noche|madrugada|pasado)"
)
_WHEN = re.compile(rf"(?:{_DAY}|{_WHEN_ELSE})(?: (?:{_DAY}|{_WHEN_ELSE}))*")
# «No, eso no, quítelo», of the last that was told.
takes_back = saying.only(
    r"(?:(?:no|ay|mejor|perdon|oiga|ya|pues) )*(?:eso|esa parte|lo)"
    r"(?: (?:ultimo|de ahorita|que (?:dije|puse|escribi)|no|mejor|ya))*"
    r" (?:quit|borr|elimin)\w*l[oa](?: por favor)?"
)
# «Me equivoqué, le puse mal», that does not say what.
tells_mistake = saying.only(
    r"(?:(?:perdon|disculp\w+|no|ay|es que|oiga|pues|creo que|chin|ups|ah|si|ya|y|sorry) )*"
    r"(?:(?:(?:yo )?me equivoque|la regue|(?:ahi )?(?:(?:l[eoa]s?|se lo|yo) )?"
    r"(?:puse|escribi|di|dije|anote|teclee) mal|i made a mistake|i (?:wrote|put) it wrong)"
    r"(?: (?:perdon|un|el|ese|dato|ahi|algo|y|es que))*(?: |$))+"
)


def tells_when(text: str) -> bool:
    """Only that: «ayer a las 10»."""
    plain = saying.bare(text)
    return bool(re.search(_DAY, plain) and _WHEN.fullmatch(plain))


def denies(text: str) -> bool:
    """Something is wrong that was shown, and nothing takes its place."""
    return _rejects(text) or _is_not(text)


def is_more_than_no(text: str) -> bool:
    """«No fui yo, fue mi hijo», «no pasa nadie de noche»; not «no, eso no es», «está mal»."""
    plain = saying.bare(text)
    is_none = _OF_THE_SUMMARY.search(plain) or tells_mistake(text)
    return not is_none and len(_MERE_NO.sub("", plain).split()) >= TELLING


def is_one(text: str) -> bool:
    """«No tengo su nombre, la patrulla era la 214»."""
    return bool(_DETAIL.match(text)) and typed.denial(text) is None

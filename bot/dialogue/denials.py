"""«No, era broma», «ya llegaron los bomberos»: that there is no danger, or none any more."""

import re

from bot.dialogue import figures
from bot.dialogue.reading import saying
from nlu import text as spelling

_CALM = r"(?:bien|calmad[oa]s?|tranquil[oa]s?|controlad[oa]s?|en (?:orden|calma)|a salvo)"
# Not «está bien feo».
_CALM += r"(?= (?:ya|gracias|todos?|por|y|ahora|aqui|en|es que|nomas|fue|lo que|solo)\b|$)"
_HELP = (
    r"(?:bomber[oa]s?|ambulancias?|patrullas?|policias?|paramedic[oa]s?|doctor\w*|soldados"
    r"|cruz roja|proteccion civil)"
)
_HARM = (
    r"(?:peligro|riesgo|amenazas?|emergencia|urgencia|herid[oa]s?|lastimad[oa]s?|danger|hurt"
    r"|injured)"
)
_NONE = r"(?:ningun |ninguna |un |una |mucho |any )?"
_DONE_NOW = r"(?:peg[aou]|golp|mat[aoe]|amenaz|viol|auxili|ayud|sangr|arma|fuego|quem|respir)"
_SLIGHT = r"\bno (?:es|era|esta) (?:tan |muy |nada )?(?:urgente|grave|peligros[oa]|de emergencia)\b"
# That there is none; what is told beside it is still asked for.
_HARMLESS = (
    rf"\b(?:no (?:hay|hubo|era|es|fue|son)|sin) {_NONE}{_HARM}\b"
    rf"|\b(?:no|nadie) (?:corr\w+|esta\w*|estoy|sali\w+) (?:en )?{_NONE}{_HARM}\b"
    rf"|\bno (?:hay|hubo) nadie (?:\w+ )?{_HARM}\b"
    r"|\b(?:peligro|emergencia|urgencia) no(?=$| (?:pero|gracias|nomas|hay)\b)"
    rf"|{_SLIGHT}"
    r"|\bno (?:les?|me|nos) paso nada\b"
    r"|\bno me (?:quiero|voy a|pienso) (?:matar|suicidar|hacer nada)\b"
    # «No está pasando ahorita»; not «no le está pasando el aire»
    r"|(?:^|\b(?:no|y|pues|pero|eso|esto|ya|todo) )no (?:esta|sigue|anda) (?:pasando|ocurriendo"
    r"|sucediendo)(?=$| (?:ahor(?:it)?a|en este|hoy|por el|ya|gracias|fue)\b)"
    r"|\bno es (?:(?:de )?ahor(?:it)?a|en este (?:momento|instante))\b"
    r"|\bno pasa nada(?=$| (?:ahorita|ahora|ya|es|solo|nomas|gracias)\b)"
    # «Es queja», «es para una tarea», «no, digo que el recibo»
    r"|\bes (?:(?:una|un|solo|nomas|pura) )*(?:queja|pregunta|ejemplo|por (?:saber|si acaso)"
    r"|para (?:(?:una|la|mi) tarea|saber))\b"
    rf"|^(?:no )+(?:yo )?(?:digo|decia|me refiero|hablo|quise decir) (?!.*\b{_DONE_NOW})"
)
_NOTHING_NOW = re.compile(_HARMLESS)
_OVER = re.compile(
    r"\b(?:era|fue|es) (?:una |solo una |pura )?(?:broma|mentira|juego|error)\b|\bfalsa alarma\b"
    r"|\bya (?:todo )?(?:paso|se fue(?:ron)?(?! otr)|(?:estoy|estamos) (?:bien|a salvo))\b"
    r"|\bya (?:se |todo )*(?:termino|acabo)(?=$| (?:todo|eso|esto|el pleito|gracias|y ya)\b)"
    r"|(?<!no )(?<!ni )(?<!nadie )\b(?:tod[oa]s?|estoy|estamos|estan?) (?:ya |mas |muy )*"
    rf"{_CALM}\b"
    rf"|^(?:no )+todo {_CALM}|\bya esta (?:muy )?bien (?:el|la|mi) \w+"
    r"|\bya no (?:hay|queda|se ve|sale) (?:\w+ ){0,2}?(?:lumbre|fuego|humo|llamas|incendio)\b"
    r"|\bya (?:se |lo |la |los |las )?(?:apag|control|rescat|detuv)\w+|\bya l[ao]s? agarr\w+"
    rf"|\bya (?:esta aqui |estan aqui |llego |llegaron |vino |vinieron )(?:\w+ ){{0,2}}?{_HELP}\b"
    r"|\b(?:ambulance|police|paramedics|firefighters|help) (?:has |have |is |are |s |just )?"
    r"(?:arrived|here|came)\b(?! (?:for|to) )"
    r"|\bya (?!no\b|me\b)\w+\b.*\b(?:gracias(?! por todo)|platicando)\b|\bthey (?:are|re) here\b"
    r"|\bya (?:se (?:paro|levanto|compuso|sento)|l[ao]s? \w+aron)(?: \w+){0,4} "
    r"y (?:ya )?se (?:fue|fueron)\b(?! (?:otr|a (?:buscar|traer|sacar|mi)))"
    r"|\bya l[aeo]s? (?:levant|recog|sac|atend|atien|vio|vieron|revis|chec)\w* "
    rf"(?:\w+ ){{0,2}}?{_HELP}\b"
    r"|\b(?:they|he|she|everyone) (?:got out|(?:is|are|s|re) (?:out|ok|okay|fine|safe|awake))\b"
    rf"|\bya se l[aeo]s? llev\w+ (?:\w+ ){{0,3}}?(?:{_HELP}|hospital|clinica|seguro|doctor)\b"
    r"|\bya (?:me |nos |l[aeo]s? )?(?:llev|traslad|vamos|voy|esta|estamos|ingres)\w* (?:\w+ ){0,2}?"
    r"(?:hospital|clinica|seguro|urgencias|cruz roja)\b"
    r"|\bya (?:reacciono|volvio en si|recobro|(?:esta|estan) (?:despiert|consciente)\w*)\b"
    r"|\bya desperto(?=$| (?:mi|el|la|gracias|y (?:ya|habla|respira))\b)"
    r"|\bya se (?:quedo dormid[oa]|durmio|calm[oa])\b"
    rf"|{_HARMLESS}"
    r"|\bya (?:me |nos )?(?:hablo|contesto|marco|llamo|respondio)\b"
    r"(?=.* (?<!no )(?:esta|anda|estaba) bien\b)"
    r"|\bya (?:(?:l[aeo]s?|me|se) )*(?:va|van|fue|fueron|llev\w+|sub\w+|traslad\w+) (?:\w+ ){0,2}?"
    r"en (?:la |una )?ambulancia\b"
    r"|\bya (?:l[aeo]s? )?(?:estan?|andan?) (?:apag|atend|trabaj|revis|control)\w+ "
    rf"(?:\w+ ){{0,3}}?{_HELP}\b|\b{_HELP} ya (?:l[aeo]s? )?(?:estan?|andan?) "
    r"(?:aqui|ahi|apag|atend|trabaj|revis|control)\w*"
    r"|\bya (?:me siento|se siente|estoy|esta|sigue) (?:mucho |un poco )?mejor\b(?! (?:muert|sin))"
    r"|\bya (?:l[ao]s? )?(?:acordon|revis|atend|atiend|cerr|evacu)\w+ "
    rf"(?:(?:el|l[ao]s?|del?|area|calle|todo) ){{0,4}}{_HELP}\b"
    r"|\b(?:ahorita|ahora|hoy|por el momento) (?:ya )?no (?:la |lo |me |nos )?estan? "
    r"(?:quem|golpe|peg|grit|dispar|tir|molest|amenaz|pele)\w+"
    r"|\b(?:chat|numero|grupo|contacto) equivocado\b|\bme equivoque\b|\bwrong (?:chat|number)\b"
    r"|\b(?:estaba|estoy) bromeando\b|\bno (?:es|era) (?:cierto|verdad)\b"
    r"|\b(?:just )?(?:a )?(?:joke|kidding|false alarm)\b|\bi m (?:ok|okay|safe|fine)\b"
    rf"|\b(?:nobody|no one) (?:is )?(?:in )?{_NONE}{_HARM}\b|\b(?:no|not in) danger\b"
    r"|\bya se (?:levanto|sento|compuso|recupero)$|\b(?:puro|nomas (?:fue )?(?:el|un)) susto\b"
    r"|\bnadie (?:se )?(?:murio|salio (?:last|her)\w+)\b|\b(?:sali\w+|estan?|resulto) iles[oa]s?\b"
    r"|^(?:(?:pues|gracias a dios|al final|ya) )*no paso (?:nada|a mayores)$"
    # «Era un borrachito», «eran cuetes»
    r"|\b(?:era|eran|fue|fueron|result\w+) (?:(?:un|una|unos|puros|nomas|solo|intento de) )*"
    r"(?:borrach\w+|extorsion|engano|estafa|simulacro|cohetes|cohetones|cuetes|petardos)"
    r"(?=$| (?:y )?(?:ya|gracias|no|nomas|donde|dormid)\w*\b)"
    r"|\b(?:si|ya) (?:me |nos )?(?:contest|respond)\w+(?: \w+){0,4} (?:esta|anda) (?:\w+ )?"
    r"(?:(?:en|con) (?:su|la|mi|el)\b|bien\b|conmigo|aqui)"
    # «Nada, nomás avisaba»
    r"|^(?:(?:no|nada|mas|pues|ya|yo|es que|solo|nomas) )*"
    r"(?:avisaba|avise|(?:queria|era para|quise) avisar)(?=$| (?:ya|gracias|por si|nomas|del?)\b)"
    # «No lo decía en serio», «fue un decir»
    r"|\bno (?:es|era|fue|lo (?:digo|dije|decia)) (?:en|de) serio\b(?! que)"
    r"|\b(?:es|era|fue) (?:solo )?un decir\b"
)
# «No me están amenazando»: unless worse is told beside it.
_UNHARMED = re.compile(
    r"\b(?:nadie|nunca|no|ni|tampoco) (?:me|nos|l[aeo]s?) (?:ha |han |estan? |estaban? |andan? )?"
    r"(?:amenaz|peg|golpe|lastim|extorsion|persig)\w+"
    r"|\b(?:no|ni) (?:estoy|estamos|fui|fuimos) (?:siendo )?(?:amenaz|golpe|lastim|extorsion)\w+"
)
# What is told besides, that a calm word does not undo.
_STILL = re.compile(
    r"\b(?:pero|but|aunque)\b.*\b(?:matar|amenaz\w+|peg\w+|golpe\w+|ahorc\w+|viene|regres\w+|vuelv\w+"
    r"|sigue\w*|sangr\w+|herid[oa]s?|atrapad[oa]s?|arma\w*|pistola|cuchillo)\b"
    r"|\b(?:nunca|no) me (?:ha |habia )?(?:peg|golpe)\w+ (?:asi|tan)\b|\bno (?:entran?|llegan?)\b"
    r"|\bno (?:nos|l[aeo]s?|me) (?:quieren )?(?:atend|atien|recib)\w+|\bse (?:me |nos )?muere\b"
    # «Ya amarré la soga, gracias.»
    r"|\b(?:soga|mecate|pastillas?|veneno|raticida|navaja|puente|azotea|despedi\w*)\b"
    r"|\b(?:deje|dejo|escribi|escrita|hice) (?:\w+ ){0,2}carta\b"
)


# What ends, and not well.
_BADLY = re.compile(
    r"\b(?:muri|muere|muert|mat[aoe]|fallec|amarr|volvi|vuelv|regres|meti|mete|entr[aoe]|lleg[ou]"
    r"|acab|peor|quem|golpe|peg[aou]|viol|dispar|romp|tumb|otr[ao]s?\b|encontr|no\b|sangr|inconsc"
    r"|desmay|arma)\w*"
)
DAY = (
    r"(?:ayer|antier|anteayer|anoche|el otro dia|(?:desde )?hace (?:\w+ )?(?:dias?|semanas?"
    r"|mes(?:es)?|anos?|tiempo)"
    r"|(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin)"
    r"|(?:el|la|l[ao]s) (?:(?:otr[oa] )?\w+ pasad[oa]s?|otr[oa] (?:dia|semana|mes|vez)))"
)
_OTHER_DAY = re.compile(  # «eso fue ayer, lo que quiero es que pongan barandal»
    rf"\b(?:eso|esto|todo|ya) (?:ya )?(?:fue|paso|sucedio|ocurrio) (?:(?:ya|como) )*{DAY}\b"
    rf"|\bfue {DAY}(?=$| (?:y )?(?:ya|lo que|quiero|nomas|que|gracias|yo|pero)\b)"
    r"|\b(?:eso|esto) (?:ya )?(?:tiene|hace) (?:ya )?(?:mucho |un )?"
    r"(?:tiempo|rato|dias|semanas|meses)|\bno (?:es|fue|paso) (?:de )?(?:ahorita|ahora|hoy)\b"
    r"|\blo dig[oa] (?:como|de) ejemplo\b|\b(?:it|that) (?:is|s) not (?:happening )?now\b"
    r"|\b(?:that|it) (?:was|happened) (?:yesterday|last (?:week|month|year|\w+day)"
    r"|(?:a|two|three|\d+) (?:days?|weeks?|months?) ago)\b"
)
_OF_OLD = re.compile(
    r"(?:(?:eso|ya|todo|pero|es que|no|bueno|la verdad) )*(?:fue|paso|sucedio|ocurrio|era) (?:ya )?"
    r"(?:(?:hace|como|mas de|casi) )+(?:\w+ )?(?:semanas?|mes(?:es)?|anos?|tiempo)"
    r"|(?:(?:eso|ya|todo|pero|es que|no|bueno) )*(?:fue|paso|sucedio|ocurrio) "
    r"(?:el|la) (?:ano|mes|semana) pasad[oa]"
)


# «Ya la cerraron, quiero que revisen la tubería»: asked for, though the danger is over.
asks_more = saying.anywhere(
    r"\bque (?:l[aeo]s? |me |nos )?(?:veng|revis|mand|arregl|quit|tap|pong|repar|ven|cambi|limpi)"
    r"[ae]n\b|\b(?:lo que|nomas) (?:quiero|ocupo|necesito|pido) (?:es )?(?:que )?\w+|"
    r"\b(?:quiero|quisiera|queremos|pido|pedimos|ocup\w+|necesit\w+|pero|falta) que (?!no\b)\w+"
)
# «Sí hay peligro, porque va a volver»
is_still = saying.first(
    r"(?:(?:ya|pues|claro que|no) )*(?:si|aun|todavia|sigue) (?:hay|el) (?:mucho )?peligro\b"
    r"|(?:si )?(?:sigo|seguimos|estoy|estamos|corro|corremos) (?:en )?(?:mucho )?peligro\b"
)
_NO = (
    r"(?:no|nop|nel|nada|ninguno|gracias|para nada|claro que no|hay|peligro|senor\w*|pues|creo que"
    r"|ya|orita|ahor(?:it)?a|(?:en este|por el|de) momento)"
)
# To whether there is danger; not «no puedo salir».
is_no = saying.only(
    rf"(?=.*\bn(?:op?|el|ada|inguno)\b){_NO}(?: {_NO})*|no (?:danger|thanks|thank you)"
)
# «No es broma»; not «no, era broma».
_EARNEST = re.compile(
    r"\bno (?:es|era|fue|estoy) (?:una? |ningun\w* )?(?:broma|juego|mentira|jugando|bromeando)\b"
)


_JOKE = re.compile(
    r"\b(?:broma|bromeando|jugando|juego|mentira|jok(?:e|ing)|kidding)\b|\bno (?:es|era) "
    r"(?:cierto|verdad)\b"
)


# Of the help that was called; of nobody else.
arrived = saying.only(
    r"(?:(?:si|ya|yes|ok|por fin) )*(?:llegaron|llego|vinieron|estan aqui|esta aqui"
    r"|they (?:ve |have |just )*(?:arrived|came|got here|re here|are here))"
    r"(?: (?:ya|por fin|finally|now|gracias|a|dios|thanks?|you|god|la|el|ambulancia|patrulla))*"
)


def is_over(text: str) -> bool:
    if _EARNEST.search(spelling.fold(text)):
        return False
    plain = saying.bare(text)
    is_said = is_unharmed(text) or bool(_OVER.search(_UNHARMED.sub(" ", plain)))
    return is_said and not _STILL.search(plain)


def is_slight(text: str) -> bool:
    """What befell somebody «no es grave»."""
    return bool(re.search(_SLIGHT, saying.bare(text)))


def is_joke(text: str) -> bool:
    """Nothing of what was told is so: «no es cierto, estaba jugando»."""
    return is_over(text) and bool(_JOKE.search(saying.bare(text)))


def is_unharmed(text: str) -> bool:
    """Nobody harms them; of who is missing it tells nothing."""
    rest, found = _UNHARMED.subn(" ", saying.bare(text))
    return bool(found) and not figures.is_grave(rest)


def ends_well(text: str) -> bool:
    """Of words that something is done: «ya lo quitaron»; not «ya lo mataron», «ya volvió»."""
    return not _BADLY.search(re.sub(r"^(?:no )+", "", saying.bare(text)))


def is_of_old(text: str) -> bool:
    """«Fue hace un mes», and nothing else; or of another day, and nothing that goes on."""
    words = saying.bare(text)
    is_now = _STILL.search(words) or re.search(rf"\b{_DONE_NOW}", words)
    is_other_day = _OTHER_DAY.search(words) and not is_now
    return bool(is_other_day or _OF_OLD.fullmatch(words))


def is_harmless(text: str) -> bool:
    """There is no danger, or none any more that was over another day: the matter may go on."""
    words = saying.bare(text)
    is_none = (is_unharmed(text) or _NOTHING_NOW.search(words)) and not re.search(
        r"\bya\b", words
    )  # «ya lo apagaron»
    return bool(is_none) or is_of_old(text)

"""What is told without any danger, though a model takes it for one: that a place is empty by now,
when it was, who lives somewhere, an animal, the smoke of every night, an old car, what did not
arrive, distrust, a strict teacher, what ended well."""

import re

from bot.dialogue import cars, denials, endured, gone_by, heat, household, several, vitals
from bot.dialogue.reading import distrust, saying
from bot.dialogue.state import State
from nlu.interpretation import Interpretation

SURE = 0.85  # confidence of the matter that an animal or smoke is
FIRE = "incendio, gas o explosión"  # the reason of an alarm for whatever burns
SHORT = 20  # words of what happened at school
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
    r"|noches|tardes|llev\w+|hace|no se (?:aguanta|soporta)|insoportable)\b"
)
_NOW = re.compile(
    r"\b(?:se (?:esta|estan|me|nos) quem\w*|estan? quem\w+|ya (?:agarr|alcanz|llego|prend)\w*"
    r"|ahora|respir\w*|ahog\w*|asfix\w*|desmay\w*|incendi\w*|llamas|lumbre|fuego|atrap\w*|adentro"
    r"|bomber\w*|explo\w*|gas|tanque|auxilio|ayuda|hospital|intoxic\w*|inconscien\w*)\b"
    r"|(?<!no )\bahorita\b(?! no\b)"
)
_SMOKES = re.compile(  # «tira humo en las noches»; not «cada vez más humo»
    r"\b(?:humo|humareda|hollin)\b.*\b(?:noches|tardes|siempre|diario|a veces|tod[oa]s l[ao]s)\b"
    r"|\b(?:noches|tardes|siempre|diario|a veces|tod[oa]s l[ao]s \w+)\b"
    r".*\b(?:humo|humareda|hollin)\b"
)
_FELLS = re.compile(  # «andan tumbando los mezquites para carbón»
    r"\b(?:tumb|tal|cort|derrib|arranc)(?:ando|an|aron) "
    r"(?:(?:unos|muchos|tod[oa]s|l[ao]s|puro|el) )*"
    r"(?:mezquit|arbol|sahuaro|pino|encino|palo ?fierro|alamo|palm|monte|nogal|manglar|mangle)\w*"
)
_STIFLING = re.compile(  # of all, of smoke: nobody has collapsed
    r"\bno (?:se puede|podemos|puede uno|nos deja\w*|deja\w*|aguantamos|se aguanta) (?:ni |ya )*"
    r"respirar\b"
)
PERSON = re.compile(
    r"\b(?:alguien|senor\w*|viej\w+|abuel\w+|nan[ao]|tat[ao]|mam[ai]\w*|ama|pap[ai]\w*|apa|padre"
    r"|madre|hij\w+|nin\w+|beb\w+|bebe|plebe\w*|buqui\w*|morr\w+|herman\w+|ti[oa]s?|prim[oa]s?"
    r"|sobrin\w+|cunad\w+|suegr\w+|espos\w+|marido|pareja|novi[oa]|muchach\w+|joven\w*|chav\w+"
    r"|mujer\w*|hombres?|vecin\w+|amig\w+|compa\w*|personas?|gente|familia|chofer|maestr\w+"
    r"|trabajador\w*|policias?|bomber\w+|paramedic\w+|doctor\w*|medic\w+|soldad\w+|ladron\w*"
    r"|sujetos?|tipos?|alumn\w+)\b"
)
_KIN = re.compile(rf"(?!\b(?:vecin|alguien)){PERSON.pattern}")
_NOT_COME = re.compile(
    r"(?:(?!mis?\b|una?\b)\w+ ){0,4}?no (?:me|m|nos|les?|se me)? ?(?:ha |han |a )?"
    r"ca(?:yo|yeron|llo|ido|en?)(?: (?:el|la|los|las|lo|del?|mi|mis|su|nada|todavia|aun|ni|de)"
    r"| \w+){0,4}"
)
_ENDURED = re.compile(r"\b(?:encima|sangre|cabeza|techo|pozo|canal|barda|poste)\b")
_HURT_ANIMAL = re.compile(
    r"(?:(?:hay|hola|oiga|buen[oa]s|dias|tardes|noches|acaban de) )*"
    r"(?:(?:atropell|aplast|lastim|pate|machete|abandon|dej)(?:aron|o|ar)(?: tirad[oa])?"
    r" (?:a |al )?(?:un|una|el|la)?|una?) ?(?:perr|gat|cachorr|caball|burr|yegua)\w*\b.*"
)
_NO_ANIMAL = re.compile(
    r"\b(?:atac|mord|muerd|correte|persig|brav|rabi|suelt|nota|papel|recado|sigo|sigues|eres|arma"
    r"|jinete|encima|arrastr|despedi|perdon|adios)\w*"
)
_HARMS_NOBODY = re.compile(  # «hoy no mordió a nadie»
    r"\bno (?:ha |han )?(?:mord|muerd|atac|lastim|correte)\w+ a nadie\b"
    r"|\ba nadie (?:ha |han )?(?:mord|muerd|atac|lastim|correte)\w+"
)
_GONE_ANIMAL = re.compile(  # «el perro ya no está, se fue»
    rf"(?=.*\b(?:{_CREATURE} (?:ya )?(?:no (?:esta|anda)|se (?:fue|escapo|solto))"
    rf"|llev\w+ (?:al?|a (?:la|los|las)) {_CREATURE}))"
    r"(?:(?:el|la|l[oa]s?|es[ae]|al?|ya|se|me|hoy|ayer|no|estan?|andan?|fue|fueron|escapo|solto"
    rf"|llev(?:o|aron)|aqui|ahi|por|y|gracias|{_CREATURE}) ?)+"
)
_DEAD_ANIMAL = re.compile(
    r"(?:(?:me|nos|se|alguien|ayer|hoy|anoche|hola|oiga|mi vecin[oa]|el vecino|la vecina) )*"
    r"(?:muri\w+|mat(?:o|aron)|enven[ei]n\w+)"
    r" (?:a )?(?:mis?|el|la|l[ao]s|una?|nuestr\w+|dos|tres|vari[oa]s)"
    rf" {_CREATURE}(?: (?!(?:que|y|e)\b)\w+){{0,8}}"
)
# «La patrulla arrolló a un perrito y se fue», «alguien anda envenenando perros»
_HARMED_ANIMAL = re.compile(
    r"(?:(?!mis?\b|me\b|nos\b)\w+ ){0,4}?(?:anda |esta |estan )?"
    r"(?:arroll|atropell|envenen|aplast|apale|machete)(?:o|aron|an|a|ando)"
    rf" (?:(?:a|al|un|una|el|la|los|las|mis?|perros y) )*{_CREATURE}"
    r"(?: y (?:se (?:fue|fueron|dio a la fuga)|l[oa]s? dej\w+ tirad[oa]s?)"
    r"| (?:en|de|por|callejer)\w*(?: \w+){0,5})?"
)
_NEARLY = re.compile(
    r"(?:(?:y|hoy|ayer|una vez|el|la|chofer|camion|perro|hasta|que) )*"
    r"(?:ya mero|(?:ya )?casi|por poco)(?: y)? (?:me |nos |l[aeo]s? |se )*"
    r"(?:(?:atropell|choc|tumb|aplast|ca[ey]|resbal)\w*"
    r"|(?:hay|hubo|pasa) (?:un|una|otr[oa]) (?:choque|accidente|desgracia|percance))"
    r"(?: (?!porque|y|pero)\w+){0,7}"
)
_HAPPENED = re.compile(
    r"\b(?:sangr|herid|lesion|tirad|inconsc|atrap|muert|ambulanc|ayud|auxil|volc|ahog|respir)\w*"
)
_MAY_FALL = re.compile(  # «si se cae nos mata»
    r"(?:(?:y|porque|pues|nomas|que|el|la|los|arbol|poste|barda|techo|cables?) )*"
    r"(?:si|cuando|un dia|el dia que|al rato) (?:se )?(?:va a )?"
    r"(?:ca[eiy]\w*|viene abajo|vence|desprende|tumba)(?: \w+){0,5}? "
    r"(?:mat|aplast|lastim|golpe|machuc)\w+(?: \w+){0,5}"
)
_FOR_YEARS = re.compile(  # «el puente que lleva 3 años caído»
    r"\b(?:puente|poste|barda|arbol|cerc[ao]|techo|semaforo|lampara|muro|letrero|calle|camino"
    r"|carretera|banqueta|coladera|alcantarilla|bache|hoyo|tubo|drenaje)s?\b(?: \w+){0,6}? "
    r"(?:llevan?|(?:desde )?hace) (?:(?:ya|mas de|como|casi) )*\w+ (?:anos?|meses)\b"
)
_STRICT = re.compile(
    r"\b(?:maestr|profe|director)\w*\b.*(?:\bsin (?:salir al |ir al |su )?recreo\b|\bcastig\w+"
    r"|\bl[eo]s? (?:dijo|dice|llamo|grito) (?:que es )?(?:un[ao]? )?(?:burr|floj|tont|mens)[oa])"
    # «Le hacen bullying en la secundaria»
    r"|\b(?:bull?[iy]\w*g?|acoso escolar|burlas?|se burlan|apodos|l[aeo]s? molestan)\b"
)
_BEATEN = re.compile(r"\b(?:golp|peg|jal|sangr|toc|avent|amarr|llave|ahorita|calor|quem|asfix)\w*")
_ENDED = re.compile(
    r"(?:y |pero |ahorita |gracias a dios )*ya (?:nos |se )?(?:vamos|estamos|estoy|llegamos|andamos"
    r"|esta|estan) (?:bien|calmad|tranquil|a salvo|(?:en|a) (?:la |mi |nuestra )?casa)\b.*"
)
_NOT_ENDED = re.compile(
    r"\b(?:sangr|pastill|cloro|veneno|inconsc|respir|arma|pistol|cuchill|matar|muert|afuera|sigue"
    r"|regres|desapar|viol|encerraron)\w*"
)


def is_told(meaning: Interpretation) -> bool:
    """In whatever state it is said."""
    if gone_by.is_told(meaning.text):
        return True
    words, is_guess = saying.bare(meaning.text), meaning.urgent.is_guessed
    if is_guess and (household.is_told(meaning.text) or is_harmless(meaning.text)):
        return True
    is_well = vitals.is_fever_over(meaning.text) or endured.is_late(meaning.text)
    if is_guess and (is_well or vitals.is_mild_fever(meaning.text)):
        return True
    if _is_left_car(words) or (is_guess and heat.is_of_place(meaning.text)):
        return True
    if is_guess and endured.is_asked_for(meaning):
        return True
    is_of_animal = _DEAD_ANIMAL.fullmatch(words) or (is_guess and _HARMED_ANIMAL.fullmatch(words))
    if is_of_animal and not _KIN.search(words):
        return True
    if meaning.confidence < SURE:
        return False
    if is_guess and meaning.intent == "maltrato_animal":
        return bool(_KEPT.search(words)) and not _PEOPLE.search(words)
    is_fire = meaning.intent == "ecologia" and (is_guess or meaning.urgent.reason == FIRE)
    return is_fire and _is_smoke(words)


def is_harmless(text: str) -> bool:
    """What did not arrive, nearly happened or may happen, distrust, a strict teacher, what ended
    well, an animal that is hurt."""
    words = saying.bare(text)
    if (
        (_NEARLY.fullmatch(words) and not _HAPPENED.search(words))
        or _harms_nobody(words)
        or _GONE_ANIMAL.fullmatch(words)
        or _MAY_FALL.fullmatch(words)
        or (_FOR_YEARS.search(words) and not (PERSON.search(words) or _HAPPENED.search(words)))
        or (_FELLS.search(words) and not (PERSON.search(words) or _HAPPENED.search(words)))
        or not_come(text)
        or distrust.is_all(text)
        or _is_scolding(words)
        or _has_ended(text)
    ):
        return True
    is_of_animal = _HURT_ANIMAL.fullmatch(words) and not _NO_ANIMAL.search(words)
    return bool(is_of_animal) and not PERSON.search(words)


def not_come(text: str) -> bool:
    """«No m cayó», «no me ha caído la beca»: said of money."""
    words = saying.bare(text)
    is_other = PERSON.search(words) or _ENDURED.search(words)
    return bool(_NOT_COME.fullmatch(words)) and not is_other


def is_settled(state: State, text: str) -> bool:
    """Of another day, or of what somebody lives with."""
    return is_past(state, text) or endured.endures(state, text)


def is_past(state: State, text: str) -> bool:
    """Of the theft that was told, or the office; not beside danger, nor of the life of who
    writes."""
    is_of_it = state.is_at_work or (state.lately and state.lately_about not in several.DELICATE)
    return bool(is_of_it) and not state.danger and gone_by.is_all(text)


def _is_left_car(words: str) -> bool:
    rest = cars.beside(words)
    return rest is not None and not (PERSON.search(rest) or _HAPPENED.search(rest))


def _harms_nobody(words: str) -> bool:
    rest, found = _HARMS_NOBODY.subn(" ", words)
    return bool(found) and not (PERSON.search(rest) or _PEOPLE.search(rest))


def _is_smoke(words: str) -> bool:
    """«Queman llantas y mi niño se enferma»: not what burns now."""
    words, breathless = _STIFLING.subn(" ", words)
    is_habit = _BURNS.search(words) and (breathless or _HABIT.search(words))
    return bool(is_habit or _SMOKES.search(words)) and not _NOW.search(words)


def _is_scolding(words: str) -> bool:
    """«La maestra lo dejó sin recreo y le dijo burro»."""
    is_worse = _BEATEN.search(words) or _NOT_ENDED.search(words)
    return len(words.split()) <= SHORT and bool(_STRICT.search(words)) and not is_worse


def _has_ended(text: str) -> bool:
    """The last that is said: «ya vamos en la casa y está bien»."""
    *before, last = [each for each in re.split(r"[,.;\n]+", text) if each.strip()] or [""]
    is_end = bool(before) and _ENDED.fullmatch(saying.bare(last)) and denials.is_over(last)
    return bool(is_end) and not _NOT_ENDED.search(saying.bare(text))

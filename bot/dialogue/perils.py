"""Which danger a message tells of: to the writer's own life or another's, by somebody near, or any
other."""

import re

from bot.dialogue import (
    at_night,
    crimes,
    despair,
    harm,
    helpless,
    mishaps,
    missing,
    others_despair,
    partners,
    pleas,
    powerful,
    threats,
    vitals,
)
from bot.dialogue.reading import languages, saying
from bot.dialogue.reading.heard import Heard

ANY, VIOLENCE, SELF_HARM, ANOTHER = "danger", "violence", "self_harm", "another"
THREAT = threats.THREAT
MISSING = "missing"  # somebody who did not come back
HURT = "hurt"  # the words to who has hurt themselves already
SWALLOWED = "swallowed"  # the words of what a child ate or drank
BODY = "body"  # the words of who needs an ambulance
HELPLESS = "helpless"  # somebody who cannot ask for help

SUICIDE = "riesgo de suicidio"
# Who is hurt by somebody near must not be called, nor seen reading this.
_NEAR = ("agresión en curso", "privación de la libertad o persecución")
_OF_A_BODY = ("emergencia médica", "no respira o no reacciona")
_ARMED = "disparos o persona armada"
_INTRUSION = "intrusión o asalto en curso"
_OF_ONES_OWN = re.compile(
    r"\b(?:mi|el) (?:ex )?(?:espos[oa]|marido|mujer|pareja|novi[oa]|ex|concubin[oa]|viejo|papa|apa"
    r"|padrastro|hijo|hermano|cunado|suegro|yerno|tio|abuelo|sobrino)\b"
)
_INTRUDES = re.compile(
    rf"{_OF_ONES_OWN.pattern} (?:se|me|nos|esta|anda|quiere|viene|entr\w*|tumb\w*|ya)\b"
)
_BEATS = re.compile(  # «mi papá le está dando de patadas a mi mamá»
    rf"{_OF_ONES_OWN.pattern} (?:(?:ya|otra|vez|se|me|nos|les?|l[ao]s?|esta|anda|sigue) )*"
    r"(?:(?:peg|golpe|pate|ahorc|cachete|jalone|cintare)ando\w*"
    r"|dando (?:de |unas? |una )?(?:patad|golp|cachet|cinturon|palaz|trompad|chingad)\w*)\b"
    r"(?! (?:el|la|un|una|muy|fuerte) (?:sol|calor|dolor)\b)"
)
_BY_CALL = re.compile(  # «me hablaron que tienen a mi hermano», «me extorsionan por teléfono»
    r"\b(?:(?:h?abl|llam|marc)(?:an|aron|ando)|mensaje|llamada)\b(?: \w+){0,8}? "
    r"(?:tienen|secuestr\w+|depos\w+)\b|\bextorsion\w*"
)
_OF_FIRE = ("ecologia", "proteccion_civil")
# The matters that tell dangers apart; of the others, none does.
TELLING = (
    *("salud_mental", "salud_atencion", "salud_medicamentos", "desaparicion"),
    *("seguridad", "denuncia_delito", *_OF_FIRE, *harm.AT_HOME),
)
LIKELY = 0.05  # chance from which a matter tells, where no rule does
_DRUGS = re.compile(
    r"\btom(?:o|e|aron) (?:\w+ ){0,4}(?:pastillas?|frasco|gotas|cloro|veneno|raticida|medicinas?)\b"
)
OWN = re.compile(
    r"\bme (?:quiero|voy|corte|tome|trague|tomo|mato|mate|cuelgo|avient\w+|colgue|ahorco)\b"
    r"|\b(?:mat|suicid|ahorc|colg|quit|cort|avent|tir)arme\b"
    r"|\b(?:yo )?(?:ya )?(?:no )?quiero (?:ya |mas )?(?:morir|vivir|seguir|despertar|existir)"
    rf"|{despair.TAKEN}"
)
# «Se metió un oso al patio de la primaria»
_BEAST = re.compile(
    r"\b(?:hay|anda\w*|met\w+|entr\w+|esta|vi|vimos|aparec\w+|salio|suelt[oa])"
    r" (?:un|una|el|dos|unos) (?:os[oa]s?|cocodrilos?|caiman(?:es)?|pumas?|leon(?:es)?|tigres?"
    r"|jaguar(?:es)?)\b(?=.*\b(?:escuela|primaria|secundaria|kinder|guarderia|patio|casas?|cuarto"
    r"|nin[oa]s?|plebes?|buquis?|ban\w+|gente|calle|parque|pueblo|colonia)\b)"
)
# «Encontraron un bebé en el bote de basura»
_LEFT_BABY = re.compile(
    r"\b(?:hay|esta|encontr\w+|dej\w+|tir\w+|abandon\w+|vi|vimos|llora\w*) (?:a )?"
    r"(?:(?:un|una) )?(?:bebes?|recien nacid[oa]s?|bebit[oa]s?|criatura)\b(?: \w+){0,5}? "
    r"(?:basur\w+|bote|contenedor|baldio|bolsa|caja|canal|monte|drenaje|alcantarilla|banqueta)\b"
)
# «Se la quiere llevar un señor a trabajar», of a girl
_CARRIED_OFF = re.compile(
    r"(?=.*\b(?:hij|nin|prim|herman|sobrin|niet|menor|muchachit|vecinit)\w*"
    r"(?: de (?:\d|1[0-7])\b)?)"
    r"(?=.*\b(?:un|unos|una) (?:senor\w*|hombres?|tipos?|sujetos?|muchachos?|desconocid\w+"
    r"|fulano)\b)"
    r".*\bse l[ao]s? (?:quier\w+|va|van|piens\w+) (?:a )?llevar\b(?!.*\b(?:escuela|doctor"
    r"|hospital|clinica)\b)"
)
_DRIVEN_OUT = re.compile(
    r"\b(?:nos|me) (?:corrieron|sacaron|echaron|desplaz\w+)(?: \w+){0,6} "
    r"(?:con (?:armas?|pistolas?|cuernos?|rifles?)|armad\w+|a balazos|a punta de \w+)"
    r"|\b(?:andamos|estamos) (?:escondid\w+ )?en el monte con (?:los|mis|nuestros) (?:nin|hij)\w+"
)
_NOT_NOW = re.compile(
    r"\b(?:cuando|cada (?:vez|que)|siempre|a veces|ayer|anoche|antier|hace|pasad[oa]|diario)\b"
)
_STUCK = re.compile(
    r"\b(?:atorad|atrapad|encerrad)[oa]s? (?:\w+ ){0,4}?(?:elevador|ascensor|bano publico)\b"
)
_CRASH = re.compile(
    r"\b(?:hay|hubo|paso|fue|vi|vimos|tuv\w+) (?:un|una|otro|otra) (?:\w+ )?"
    r"(?:choque|accidente|volcadura|carambola)\b"
)
_BEFALLS = re.compile(  # what comes over a body
    r"\b(?:desmay|convuls|vomit|inconsc|infart|derrame|embolia|atragant|electrocut)\w*"
    r"|\bboca (?:chueca|torcida)\b|\bpecho\b|\bno (?:se )?puede (?:\w+ )?(?:hablar|mover\w*)\b"
    r"|\b(?:me cai|se ca(?:y|ll)o)\b(?! en (?:depres|vicio|droga))|\bsangra\w*|\bno h?abla$"
    r"|\bno (?:\w+ )?(?:respir|reaccion|despiert)\w+|\ble dio un (?:ataque|paro|infarto)\b"
)
_OTHER_DANGERS = (_STUCK, _BEAST, _LEFT_BABY, _CARRIED_OFF, _DRIVEN_OUT)
_AGAINST = re.compile(
    r"\bl[aeo]s? (?:voy|vamos) a (?:matar|apunalar|balacear|quemar)\b"
    r"|(?<!me )\b(?:voy|vamos) a (?:ir a )?(?:(?:matar|apunalar|balacear|quemar)l[aeo]s?"
    r"|(?:matar|apunalar|balacear) a)\b"
    r"|\b(?:quiero|quisiera|pienso|ganas de) (?:matar|apunalar|balacear|quemar) al? \w+"
)


def is_of_a_body(heard: Heard) -> bool:
    """Somebody is ill or hurt: what is told first is to ask for an ambulance."""
    alarm = heard.meaning.urgent
    is_ill = alarm.is_guessed and bool(_BEFALLS.search(saying.bare(heard.text)))
    is_ill = (is_ill and not mishaps.is_downed(heard.text)) or vitals.are_grave(heard.text)
    return alarm.reason in _OF_A_BODY or is_ill


def is_told(text: str) -> bool:
    """In words that the alarm may not know."""
    words = saying.bare(text)
    is_so = mishaps.is_told(text) or any(each.search(words) for each in _OTHER_DANGERS)
    is_so = is_so and not _NOT_NOW.search(words)
    is_now = missing.is_now(text) or pleas.is_unheard(text) or vitals.are_grave(text)
    is_now = is_now or others_despair.is_told(text)
    is_now = is_now or crimes.is_told(text)
    return is_so or is_now or despair.is_told(text) or helpless.is_told(text)


def kind(heard: Heard) -> str:
    """Rules name the reason of most alarms; of the rest the likeliest of the telling matters."""
    words = saying.bare(heard.text)
    if _is_threat(words):
        return VIOLENCE if heard.is_understood and heard.intent in harm.AT_HOME else THREAT
    if harm.is_sexual(heard.text) or at_night.is_told(heard.text):
        return VIOLENCE
    if others_despair.is_told(heard.text):
        return ANOTHER
    is_left = heard.means("ninez") and helpless.is_child_alone(heard.text)
    if helpless.is_told(heard.text) or (is_left and not _BEFALLS.search(words)):
        return HELPLESS
    if harm.is_taken(heard.text):
        return MISSING
    if partners.harms(heard.text) or _BEATS.search(words):
        return VIOLENCE
    if _is_by_call(heard, words) or mishaps.is_swallowed(heard.text) or _is_at_once(heard.text):
        return ANY
    if _is_of_ones_own_hand(heard, words):
        return ANOTHER if _is_of_another(words) else SELF_HARM
    is_gone = missing.is_told(heard.text) or missing.is_now(heard.text)
    if is_gone or _is_of_search(heard):
        return MISSING
    return VIOLENCE if _is_by_somebody_near(heard) else ANY


def _is_by_call(heard: Heard, words: str) -> bool:
    is_of_home = heard.intent in harm.AT_HOME and _OF_ONES_OWN.search(words)
    return bool(_BY_CALL.search(words)) and not is_of_home


def _is_at_once(text: str) -> bool:
    return vitals.are_grave(text) or crimes.is_told(text)


def _is_threat(words: str) -> bool:
    return bool(_AGAINST.search(words) or threats.is_told(words)) and not OWN.search(words)


def _is_of_another(words: str) -> bool:
    return not OWN.search(words) and others_despair.is_of_another(words)


def is_said_of_own_hand(heard: Heard) -> bool:
    """By a rule, or surely; not only by the likeliest of the matters that tell."""
    return heard.means("salud_mental") or bool(_by_own_hand(heard, saying.bare(heard.text)))


def _is_of_ones_own_hand(heard: Heard, words: str) -> bool:
    said = _by_own_hand(heard, words)
    if said is not None:
        return said
    is_crash = _CRASH.search(words) and not OWN.search(words)
    is_other = is_crash or _BEFALLS.search(words)
    return _matter(heard) == "salud_mental" and not is_other


def _by_own_hand(heard: Heard, words: str) -> bool | None:
    """None where no rule tells."""
    if despair.is_told(words) or others_despair.left_words(words):
        return True
    if powerful.is_of_killing(words):
        return False
    alarm = heard.meaning.urgent
    if alarm.reason and not alarm.is_guessed:
        return alarm.reason == SUICIDE
    is_drugged = others_despair.is_done_by_them(words) and _DRUGS.search(words)
    is_told = despair.is_likely(words) or despair.is_done(words) or is_drugged
    return True if is_told else None


def _is_of_search(heard: Heard) -> bool:
    alarm = heard.meaning.urgent
    return heard.means(missing.KEY) and (alarm.is_guessed or not alarm.reason)


def _is_by_somebody_near(heard: Heard) -> bool:
    words = saying.bare(heard.text)
    if powerful.is_by_authority(words):
        return False
    is_by_others = powerful.is_by_strangers(words) or crimes.is_robbery(words)
    if (is_by_others or powerful.is_forced(words)) and not _OF_ONES_OWN.search(words):
        return False
    reason = heard.meaning.urgent.reason
    if _is_ordinary(heard, words) or (reason in _OF_A_BODY and not harm.is_done(heard.text)):
        return False  # «al profe lo trae al sol y lo va a matar», «a mi esposo le duele el pecho»
    if heard.is_understood and heard.intent in harm.AT_HOME:
        # Of a child it need not be anybody's doing: «el bebé no respira».
        return heard.intent != "ninez" or reason in _NEAR or harm.is_done(heard.text)
    if reason == _ARMED and _OF_ONES_OWN.search(words):
        return True
    if reason == _INTRUSION and _INTRUDES.search(words):
        return True
    return reason in (SUICIDE, *_NEAR) and _matter(heard) not in _OF_FIRE


def _is_ordinary(heard: Heard, words: str) -> bool:
    """Surely of a matter in which nobody near to them is told of: a dog, a bill."""
    is_other = heard.is_clear and heard.is_matter and heard.intent not in TELLING
    return is_other and not _INTRUDES.search(words)


def _matter(heard: Heard) -> str | None:
    """None of English, of which no likeness has been learnt."""
    if languages.looks_english(heard.text):
        return None
    ranked = (name for name, chance in heard.meaning.ranking if chance >= LIKELY)
    return next((name for name in ranked if name in TELLING), None)

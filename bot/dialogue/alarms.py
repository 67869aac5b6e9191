"""Whether an alarm holds. One by likeness alone tells little of a short answer: «sí, manden»."""

import re

from bot.dialogue import (
    calm,
    cars,
    danger,
    denials,
    despair,
    disowned,
    figures,
    harassment,
    harm,
    misheard,
    missing,
    ordinary,
    partners,
    pending,
    perils,
    pleas,
    request,
    services,
    threats,
    told_in_danger,
    vitals,
)
from bot.dialogue.reading import (
    continuing,
    discretion,
    marked,
    naming,
    questions,
    saying,
    typed,
    unfinished,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from nlu.interpretation import Interpretation

SURELY = 0.94  # score of an alarm by likeness, from which no plain move takes it away
LIKELY = 0.82  # score of an alarm by likeness, from which no answer takes it away
FEW = 6  # words of an answer
FEWER = 4  # of a yes or a no; in more there may be another thing
DENIAL = 8  # words of a denial; in more there may be a danger besides
LEVEL = "nivel_escolar"
_ANSWERS = ("afirmar", "negar", "gracias", "cancelar")
_PLACES = ("municipio", "colonia", "calle", "entre_calles", "tramo")
_BESIDE = re.compile(
    r"\b(?:al (?:lado|fondo|final|norte|sur)|a un (?:lado|costado)|aca|junto|frente|enfrente"
    r"|pegad[oa]s?|cerca|rumbo|atras|detras|esquina|entrada|salida|colonia|calle)\b"
)
_NOT_FALLEN = re.compile(
    r"\bno (?:se )?(?:h?an? )?(?:ca[iye]\w*|tumb\w*|derrumb\w*|quem\w*|tron\w*|pas(?:ado|o) nada)\b"
)
# What befalls somebody meanwhile: «espéreme, se hundió la calle»; not «se me cayeron los papeles».
_MEANWHILE = re.compile(
    r"\b(?:(?<!me )ca[iy]\w*|quem\w+|prend[ie]\w+|hund\w+|enterr\w+|trag\w+|tirad\w+|llev[ao]\w*"
    r"|quitaron|frenos|volte\w+|derrumb\w+|comieron|cort(?:o|aron|ando)|volvio|regreso|crec\w+"
    r"|se (?:me |nos |le )?(?:mete|vienen?)|vienen? (?:por|detras|tras)|contesta(?! (?:el|la)\b)"
    r"|not? (?:back|breathing)|ya no (?:responde|se oye)|derrame|con un hombre)\b"
)
_NOT_YET = re.compile(
    rf"(?:(?:no|pues|todavia|aun|es que|gracias a dios) )*(?:{_NOT_FALLEN.pattern})"
    r"(?:(?: (?:todavia|aun|pero|nomas|solo|ya|mero))*"
    r"(?: (?:esta|anda|se ve|quedo) (?:(?:muy|bien|medio|todo|de) )*\w+(?: y \w+)?)?)"
)
_HURRY = re.compile(
    r"(?:(?:lo|mas|muy|por|favor|porfa|es|me|si|bien|posible|un|chorro|que|sea) ?)*"
    r"\b(?:rapido|pronto|urgente|urge|prisa)\b"
    r"(?: (?:posible|por|favor|porfa|mucho|un|chorro|gracias))*"
)


def is_raised(state: State, heard: Heard) -> bool:
    alarm = heard.meaning.urgent
    if heard.command == typed.IN_DANGER or (heard.text and perils.is_told(heard.text)):
        return True
    if state.danger == perils.SELF_HARM and despair.is_near(heard.text):
        return True
    if vitals.are_without_power(state, heard.text):
        return True
    if danger.is_of_violence_told(state) and partners.is_coming(heard.text):
        return True
    if harassment.is_told(heard.text):
        return False
    if not alarm.value or is_none(heard.meaning) or _is_explained(state, heard):
        return False
    if not alarm.is_guessed:
        return True
    return not _only_resembles(state, heard)


def _is_explained(state: State, heard: Heard) -> bool:
    """By what was asked, or what help is cried for, though a rule may have named it."""
    if danger.is_only_a_name(state, heard) or misheard.is_named(state, heard):
        return True
    if ordinary.is_said_now(state, heard.text) or told_in_danger.only_asks(state, heard):
        return True
    is_cry = heard.meaning.urgent.reason == danger.CRY
    is_over = state.danger is not None and denials.is_over(heard.text)  # «ya se controló el fuego»
    return is_cry and (is_over or told_in_danger.is_cried_for(heard))


def _only_resembles(state: State, heard: Heard) -> bool:
    """What no rule named, and the words or the moment explain."""
    if threats.is_told(heard.text) or unfinished.tells_nothing(heard.text):
        return True
    if disowned.is_any(heard.text) or ordinary.is_asked_in_english(heard.text):
        return True
    if _is_read(heard) or (_is_asked(state) and discretion.takes_back(heard.text)):
        return True
    if misheard.names_only(heard) or calm.is_settled(state, heard.text):
        return True
    if ordinary.is_all(heard.text) or ordinary.is_of_matter(state, heard.text):
        return True
    if _is_asked_where(state) and misheard.is_landmark(heard.text):
        return True
    if _is_harmless(heard) and _is_asked(state) and not state.danger:
        return True
    if _is_plain_no(state, heard) or _has_not_happened(heard) or _is_slight(state, heard):
        return True
    if state.waits_for_person and state.lately and pleas.topic(heard.text) in pleas.HIDDEN:
        return True
    is_asked = questions.whole(heard.text) not in (None, "visit")  # «ya vienen» may be a fear
    return is_asked or _is_denied(state, heard.text) or _is_answer(state, heard)


def _is_slight(state: State, heard: Heard) -> bool:
    """«Mi papá toca a mi hermanita»: what is said to it names the 9-1-1, too, and says more."""
    is_guided = state.stage is Stage.idle and heard.is_sure and heard.intent in request.DELICATE
    is_begun = unfinished.is_told(heard.text) or naming.leaves_open(heard.text)  # «lo van a»
    is_slight = is_guided or is_begun or ordinary.is_slight(state, heard.text)
    is_slight = is_slight or ordinary.is_of_law(heard)
    return is_slight and heard.meaning.urgent.score < LIKELY


def _is_harmless(heard: Heard) -> bool:
    """«Déjeme, lo busco»; not where more is said: «espéreme, se está prendiendo la cortina»."""
    words = saying.bare(heard.text)
    is_more = heard.meaning.urgent.score >= SURELY or figures.is_grave(words)
    is_more = is_more or bool(_MEANWHILE.search(words))
    is_worry = misheard.is_worry(heard.text) or misheard.doubts_help(heard.text)
    return is_worry or (heard.tells_no_harm and not is_more)


def _is_read(heard: Heard) -> bool:
    """«Callejón Ures, subiendo las escaleras»: most of it is surely a fact of the form, or all of
    it where something is."""
    is_fact = marked.is_fact(heard) or wording.is_address(heard) or cars.is_described(heard.text)
    return is_fact and not figures.is_grave(saying.bare(heard.text).removeprefix("perdon "))


def _is_plain_no(state: State, heard: Heard) -> bool:
    """«No lo tengo a la mano»; «no está aquí», to a question and of no child; «ya no ocupo»."""
    is_no = heard.is_no_matter and heard.means("negar")
    if state.danger or harm.tells_of_child(heard.text):
        return False
    is_of_a_thing = heard.move == "withhold" or (heard.move == "decline" and _is_asked(state))
    is_needless = heard.move == "solved" and continuing.is_not_needed(heard.text)
    return heard.skips or is_needless or (is_no and is_of_a_thing)


def _has_not_happened(heard: Heard) -> bool:
    """«No, no se ha caído, nomás está chueco»; not beside who may be under it."""
    words = saying.bare(heard.text)
    return bool(_NOT_YET.fullmatch(words)) and not figures.is_grave(_NOT_FALLEN.sub(" ", words))


def is_none(meaning: Interpretation) -> bool:
    """Whatever was said before: no alarm, or one for a figure of speech or what is calm."""
    if not meaning.urgent.value or figures.is_all(meaning.text) or calm.is_told(meaning):
        return True
    reason = meaning.urgent.reason or ""
    is_doubtful = meaning.urgent.is_guessed or reason in services.DOUBTFUL
    return is_doubtful and services.is_asked(meaning)


def _is_denied(state: State, text: str) -> bool:
    """«Es broma, hombre», «no es emergencia»; longer where what befell was told before."""
    is_gone = denials.is_no(text) or told_in_danger.is_empty(state, text)
    if (state.danger and is_gone) or (state.danger == perils.MISSING and missing.is_found(text)):
        return True
    is_longer = state.danger or (state.is_at_work and denials.is_slight(text))
    most = DENIAL + FEWER if is_longer else DENIAL
    return len(text.split()) <= most and denials.is_over(text)


def _is_answer(state: State, heard: Heard) -> bool:
    if pending.is_correction(state, heard) or _is_level(state, heard):
        return True
    is_faint = heard.meaning.urgent.is_guessed and heard.meaning.urgent.score < misheard.SLIGHT
    if is_faint and _is_asked_where(state) and _is_place(state, heard):
        return not figures.is_grave(saying.bare(heard.text))
    if not _is_asked(state) or len(heard.text.split()) > FEW:
        return False
    if _is_asked_where(state) and misheard.is_address(heard.text):
        return True
    return heard.meaning.urgent.score < LIKELY and (
        _is_said(heard) or _is_of_matter(state, heard) or _is_place(state, heard)
    )


def _is_level(state: State, heard: Heard) -> bool:
    """«El niño en kinder y la niña en primaria», to which school it is."""
    is_told = state.asking == LEVEL and marked.value(heard, LEVEL) is not None
    return is_told and not figures.is_grave(saying.bare(heard.text))


def _is_asked(state: State) -> bool:
    return state.stage is not Stage.idle or bool(state.lately) or state.waits_for_person


def _is_said(heard: Heard) -> bool:
    """Yes, no, a command, a correction, how much hurry there is, a question that is answered."""
    plain = saying.bare(heard.text)
    most = FEW if heard.intent == "cancelar" else FEWER
    is_yes_or_no = heard.is_sure and heard.intent in _ANSWERS and len(plain.split()) <= most
    is_known = heard.command or _HURRY.fullmatch(plain) or questions.whole(heard.text)
    is_corrected = heard.move in ("correction", "add") and heard.is_no_matter
    is_corrected = is_corrected and not figures.is_grave(plain)
    return bool(is_yes_or_no or is_known or is_corrected)


def _is_of_matter(state: State, heard: Heard) -> bool:
    """«No puede caminar», for whom a wheelchair is asked; of a fire it would be one."""
    is_of_it = heard.is_sure and heard.intent == state.category
    return is_of_it and state.stage in request.FORM and heard.intent not in perils.TELLING


def _is_asked_where(state: State) -> bool:
    return state.stage is Stage.collecting and state.asking in _PLACES


def _is_place(state: State, heard: Heard) -> bool:
    if (
        heard.move == "place"
        and state.stage in request.FORM
        and not figures.is_grave(saying.bare(heard.text))
    ):
        return True  # «Calle Mar, blue house», before it is asked
    if not _is_asked_where(state):
        return False
    if heard.meaning.urgent.score < misheard.SLIGHT and misheard.is_titled(heard.text):
        return True
    told = {each.entity for each in heard.facts}.intersection(_PLACES)
    return bool(told or wording.says_where(heard.text) or _BESIDE.search(saying.bare(heard.text)))

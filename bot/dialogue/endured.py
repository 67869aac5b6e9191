"""What somebody lives with, for whom help is asked: no danger of now."""

import re

from bot.dialogue.reading import saying
from bot.dialogue.state import State
from nlu.interpretation import Interpretation

SURE = 0.85  # confidence of the matter that asks for it
_is_endured = saying.anywhere(
    r"\b(?:en cama|postrad[oa]|autis\w+|paralisis|alzh?eimer|parkinson|cieg[oa]|sord[oa]|mud[oa]"
    r"|silla de ruedas|panal(?:es)?|epilep\w+|discapaci\w+|down|amputad[oa]|demencia"
    r"|no (?:puede|podia|alcanza a) (?:hablar|caminar|andar|moverse|valerse|par\w+|levantarse|ver"
    r"|oir|comer sol[oa])|no (?:habla|camina|anda|ve|oye))\b",
    unless=(
        r"\b(?:ahorita|ahora|hoy|respir|sangr|desmay|inconsc|reacc|auxili|ayud|mori|muer|mare|fiebre"
        r"|vomit|golpe|cay[eo]|dolor|duele|pecho|despiert|morad|mat[ae]|sol[oa]\b|dejaron|pastill"
        r"|quier|persona|comunic|quem|lumbre|humo|respond|inund|met[ei]|monte|desvar|perdi|llego|salio"
        r")\w*"
    ),
)
_is_slow = saying.only(
    r"(?:(?:es que|ya|el|ella|y|pues|porque|la verdad|mi \w+|pobre\w*|casi) )*no puede"
    r"(?: ni| ya| casi)* (?:caminar|andar|trabajar|dormir|agacharse|subir|(?:moverse|pararse) bien)"
    r"(?: (?:de|del|por|con|el|la|dolor|bien|ya|escaleras|rodilla|cadera|solo|sola))*"
)
# «Mi hijo tiene 3 años y todavía no habla»
is_late = saying.only(
    r"(?:mi|el|la) \w+ (?:ya )?(?:tiene|de) (?:ya )?\w+ (?:anos?|meses) (?:y )?"
    r"(?:todavia |aun |casi )*no (?:habla|camina|gatea|avisa|oye|ve)"
    r"(?: (?:bien|todavia|aun|nada|y|que|hago|ocupo|necesito|terapia))*"
)
OF_CARE = ("salud_atencion", "salud_medicamentos")
HELPED = ("discapacidad", "apoyos_sociales", "adultos_mayores")
_ASKED_FOR = re.compile(
    r"\b(?:ocup|necesit|quier|quisier|pid|solicit|busc|urge|hace falta|apoy|ayud)\w*(?: \w+){0,6}? "
    r"(?:sillas? de ruedas|andaderas?|panal(?:es)?|muletas?|baston(?:es)?|protesis|cama|colchon"
    r"|aparatos?|lentes|despensas?|pension|credencial|tarjeta|terapias?|rehabilitacion)\b"
)


def endures(state: State, text: str) -> bool:
    """«Está en cama y no puede hablar», of whom a form asks help for; of who waits for an operation
    «ya no puede ni caminar»."""
    is_helped = state.is_at_work and state.category in HELPED and not state.danger
    matter = state.category if state.is_at_work else state.lately_about
    is_treated = matter in OF_CARE and not state.danger and _is_slow(text)
    return (is_helped and _is_endured(text)) or is_treated


def is_asked_for(meaning: Interpretation) -> bool:
    """«Mi apá ya no camina, se le acabaron las fuerzas, ocupo una silla de ruedas»."""
    words = saying.bare(meaning.text)
    is_sure = meaning.intent in HELPED and meaning.confidence >= SURE
    asked = _ASKED_FOR.search(words) if is_sure else None
    return asked is not None and _is_endured(words.replace(asked.group(), " "))

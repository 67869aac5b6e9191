"""What people ask or tell before help comes: whether it is grave enough to call, that they go by
themselves, what to touch."""

import re

UNDERWAY = "underway"
WARNED = "warned"  # whether who harms them is told of it
_CARE = (
    r"(?:centro de salud|hospital|clinica|seguro|doctor|medico|simi|similar|dispensario"
    r"|cruz roja|urgencias|issste\w*)"
)
SAID = {
    WARNED: re.compile(
        r"(?<!\bno )\bl[eo]s? (?:(?:van?|vayan?|pueden?) (?:a )?)?"
        r"(?:avis|notific|cont|dec|dic|dir|dig|habl|llam|marc)\w*(?: \w+){0,3}? a "
        r"(?:el|ella|ellos|mi (?:espos|marid|parej|novi|ex|pap)\w*)\b"
        r"|^(?:(?:y|oiga|pero) )*l[eo]s? (?:van a )?(?:avis|notific)\w+$"
        r"|(?<!\bno )\b(?:el|ella) (?:se (?:va a|puede) enterar|va a saber)\b"
        r"|\bwill (?:he|she|they) (?:know|find out|be told)\b"
    ),
    "doubt": re.compile(
        r"\bno se si (?:es|sea|sera|fuera|amerite|haga falta|valga la pena|deba|tenga que)\b"
        r"(?! (?:el|ella|mi|verdad|cierto)\b)|\b(?:no |sera |es )(?:es |sea |sera )?para tanto\b"
        rf"|\bl[oa] llev(?:o|amos|e) (?:\w+ )?(?:al?|con el|con un) (?:la |un |una )?{_CARE}\b"
        rf"|\b(?:mejor|puedo|podemos|conviene) llevarl[oa] (?:\w+ )?al? (?:la |un )?{_CARE}\b"
        r"|^(?:(?:y|oiga|pero) )*(?:es|sera|esta) (?:muy |algo )?(?:grave|urgente|de cuidado)$"
        r"|\bmejor (?:yo )?l[oa] llev(?:o|amos)\b|\bl[oa] llev(?:o|amos) (?:yo|mejor)\b"
        r"|\b(?:should|can) (?:i|we) (?:take|drive) (?:him|her|them) to\b"
        r"|\bis it (?:that )?serious\b"
    ),
    UNDERWAY: re.compile(
        r"^(?!.*\bno\b)(?:(?:ya|ahorita|bueno|si|ok|pues|mejor|nosotros) )+(?:l[oa]s? |nos )?"
        r"(?:vamos|voy|llevo|llevamos|salimos)\b(?: \w+){0,3}? (?:carro|troca|pickup|taxi|raite"
        r"|mueble|camino|rumbo)\b"
    ),
    "switches": re.compile(  # «¿apagamos la luz?»
        r"\b(?:apag|prend|enc?i?end|baj|(?:des)?conect|cerr|cierr)"
        r"(?:o|amos|emos|imos|ar|er|ue?mos|uen) (?:(?:el|la|l[ao]s) )?"
        r"(?:luz|luces|focos?|apagador\w*|interruptor\w*|switch|pastillas? de la luz|breakers?"
        r"|estufa|boiler|abanicos?|medidor|aire|ventilador\w*)\b"
    ),
}

"""Thanks: a yes with some behind it, «sí, gracias y Dios lo bendiga», and what is nothing else."""

import re

from bot.dialogue.reading import saying

_YES = (
    r"(?:(?:ay|ah|bueno|pues|muy bien|claro|ok|okey|ya|eso|todo) )*"
    r"(?:si+p?|simon|sip|claro(?: que si)?|va|vale|sale|dale|ok|okey|okay|andele|orale|correcto"
    r"|perfecto|(?:asi |todo )?esta (?:muy )?(?:bien|correcto|perfecto)|asi es|de acuerdo|todo bien"
    r"|yes|sure)"
)
_WISH = (
    r"(?:gracias|thanks|thank you|(?:es usted |son )?muy amables?|(?:que )?(?:mi )?dios (?:se )?"
    r"(?:me |nos )?(?:l[oae]s?|te|l[oae]s? me) (?:bendiga|pague|guarde|cuide|multiplique|ayude)"
    r"|bendiciones|saludos|(?:que (?:tenga|pase|este) )?(?:muy )?(?:bonit[oa]|buen[oa]?s?)"
    r" (?:dias?|tardes?|noches?)|por (?:favor|su (?:ayuda|atencion|apoyo|tiempo)|todo)|porfa"
    r"|de antemano|de todo corazon)"
)
_CALLED = r"(?:joven|senor\w*|licenciad[oa]|usted(?:es)?|amig[oa]|oiga|hermos[oa])"
_is_agreed = saying.only(
    rf"{_YES}(?: {_YES})*(?: (?:y|muchas|muchisimas|mil|muy|{_CALLED}))*"
    rf" {_WISH}(?: (?:y|muchas|muchisimas|mil|a|{_CALLED}|{_WISH}))*"
)

# «Quiero agradecerle al profe del Cbtis», whatever the place of who is thanked.
_is_to_somebody = saying.first(
    r"(?:(?:hola|buen[oa]s|dias|tardes|noches|oiga|yo|nomas|solo|pues|quiero|quisiera|queria|deseo"
    r"|vengo|me|gustaria|es|para|por|este|medio|a) )*"
    r"(?:agradec\w+|felicit(?:ar|o)\w*|reconocer\w*|(?:d(?:ar|oy)(?:les?)? )?"
    r"(?:las |muchas |muchisimas |mil )*gracias)"
    r" (?:mucho |infinitamente )?(?:al?|los|las) (?:(?:la|el|l[oa]s|mi|una?|tod[oa]s?|del?) )*"
    r"(?:maestr|profe|doctor|medic|enfermer|director|trabajador|licenciad|senor|muchach|emplead"
    r"|personal|oficial|policia|bomber|paramedic|secretari|chofer|docente|dentist|psicolog"
    r"|agente|elemento|guardia|rescatist|enfermer|cruz roja|proteccion civil|ambulanc|patrull"
    r"|c5\b|911\b|ayuntamiento|dif\b|hospital|clinica|escuela)\w*"
)
# «Dar las gracias porque ya vinieron a arreglar el camino», not «gracias por la información»
is_for_done = saying.anywhere(
    r"\bgracias (?:porque |que |(?=ya ))(?:ya )?(?:(?:me|nos|les?) )?\w+(?:ron|o|n)\b"
    r"|\bgracias por (?:hab|arregl|pavim|compo|repar)"
    r"(?!\w*(?:contestar|respond|atend|ayud))\w*"
)
_begins = saying.first(
    r"(?:(?:hola|buen[oa]s|dias|tardes|quiero|quisiera|dar|les?|doy|muchas|muchisimas|mil|las) )*"
    r"gracias\b"
)
# Something is asked for, or amiss, besides.
needs = saying.anywhere(
    r"\b(?:pero|aunque|ocup\w+|necesit\w+|pid[oae]\w*|pedi\w+|solicit\w+|quej\w+|falta\w*|no|ni"
    r"|nunca|sin|(?<!ya )hay|peor|mal|dejaron|otra vez|todavia|tambien|ademas|ojala)\b"
)
_ONLY_THANKS = re.compile(
    r"(?:(?:no|pues|oiga|mire|perdon|es que|lo mio|eso|es|era|seria|solo|solamente|nomas|nada mas"
    r"|puro|una?|para|quiero|queria|dar|poner) )+(?:agradecimientos?|felicitacion(?:es)?|agradecer"
    r"|felicitar|reconocimiento|las gracias)(?P<rest>(?: \w+){0,4})"
)
_IS_NONE = re.compile(r"\W*no (?:es|era) (?:una? )?(?:agradec|felicit)")


def is_yes(text: str) -> bool:
    return "?" not in text and _is_agreed(text)


def is_to_somebody(text: str) -> bool:
    """And asks for nothing."""
    return _is_to_somebody(text) and not needs(text)


def is_nothing_else(text: str) -> bool:
    """It begins with thanks for what was done, and asks for nothing."""
    return _begins(text) and is_for_done(text) and not needs(text)


def is_all(text: str) -> bool:
    """«No, es nomás un agradecimiento»: what the matter is; not «no es una felicitación»."""
    found = _ONLY_THANKS.fullmatch(saying.bare(text))
    is_denied = _IS_NONE.match(text.strip().lower())
    return found is not None and not (is_denied or needs(found["rest"]))

"""A yes with thanks or good wishes behind it: «sí, gracias y Dios lo bendiga»."""

import re

from bot.dialogue.reading import typed

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
_SAID = re.compile(
    rf"{_YES}(?: {_YES})*(?: (?:y|muchas|muchisimas|mil|muy|{_CALLED}))*"
    rf" {_WISH}(?: (?:y|muchas|muchisimas|mil|a|{_CALLED}|{_WISH}))*"
)


def is_yes(text: str) -> bool:
    return "?" not in text and bool(_SAID.fullmatch(typed.bare(text)))

"""Heat that people bear at school or at home: neither fever nor harm that somebody does."""

from bot.dialogue.reading import saying

_DEGREES = r"(?:3[5-9]|4\d|5[0-5]|cuarenta(?: y \w+)?) ?(?:grados?|°)"
_FEW = 9  # words; in more there may be somebody lying in it, but at school
_is_at_school = saying.anywhere(r"\b(?:salon(?:es)?|aulas?|primaria|secundaria|kinder|escuela)\b")
_is_hot = saying.anywhere(
    rf"\b(?:est[ao]n|estamos|hace|hacen|hay|andamos|toman clases?|trabajan) (?:\w+ ){{0,2}}?"
    rf"(?:(?:como|casi|hasta|mas de|a) )*{_DEGREES}"
    r"|\b(?:estan?|estamos|andan|se)(?: (?:estan?|andan|me|nos))? (?:\w+ )?"
    r"(?:asando|derritiendo|cocinando|sudando|ahogando|muriendo|asan|derriten|cocinan)"
    r"(?: (?:los|las|mis|todos|tod[oa]s|nin[oa]s|plebes|alumnos|ahi|aqui|ya))*"
    r"(?: (?:de|del|con|por) (?:(?:el|este|tanto|puro) )?calor\w*)"
    r"|\b(?:nin[oa]s?|plebes|alumnos|hij[oa]s?) (?:ya )?no aguantan? (?:el |este |tanto )?calor",
    unless=(
        r"\b(?:calentura|fiebre|temperatura|desmay\w+|convuls\w+|vomit\w+|insola\w+|golpe de calor"
        r"|encerr\w+|encierr\w+|dentro de(?:l| un| la)|carro|troca|auto|peg\w+|golpe\w+|amarr\w+"
        r"|castig\w+|tirad\w+|mueve\w*|salio|cay\w+|sin agua|al sol|hospital|muri\w+"
        r"|reaccion\w*|respir\w*|sangr\w*)\b"
    ),
)


def is_of_place(text: str) -> bool:
    """«Están a 40 grados los niños», «se están asando de calor»."""
    is_plain = len(text.split()) <= _FEW or _is_at_school(text)
    return is_plain and _is_hot(text)

"""Whether it is done: «¿ya quedó?», «¿con eso es todo?», «¿no falta nada?»; without the mark it is
told so."""

from bot.dialogue.reading import saying

_CALL = r"(?:(?:y|oiga|entonces|pero|ok|bueno|gracias|disculp\w+|so|and) )*"
_is_over = saying.only(
    rf"{_CALL}ya (?:quedo|quedamos|estuvo|esta|estamos|termine|acabe)(?: (?:list[oa]|todo|hecho"
    r"|registrad\w+|(?:mi|el|la) (?:reporte|queja|peticion|registro|denuncia|solicitud)))*"
)
_is_enough = saying.only(
    rf"{_CALL}(?:(?:ya )?(?:es todo|(?:todo )?listo)|(?:con )?(?:eso|esto|lo que di)"
    r" (?:ya )?(?:es|seria|basta|queda)(?: todo| con eso)?"
    r"|(?:no )?(?:(?:me|les|l[oe]) )*(?:falta|ocupan?|necesitan?|piden?) (?:nada|algo|otra cosa)"
    r"(?: (?:mas|de mi parte))?|is (?:that|this|it) (?:all|it|done|everything)"
    r"|(?:am i|are we) done|do you need anything else)"
)
# «Y ya», of who writes no marks
_is_all = saying.only(r"(?:(?:o sea|entonces|pues|bueno) )*y (?:con eso )?ya(?: nomas| es todo)?")


def asks_if_over(text: str) -> bool:
    """Of what was registered, it may be whether it is mended."""
    return text.rstrip().endswith("?") and _is_over(text)


def is_asked(text: str) -> bool:
    is_marked = text.rstrip().endswith("?") and _is_enough(text)
    return asks_if_over(text) or is_marked or _is_all(text)

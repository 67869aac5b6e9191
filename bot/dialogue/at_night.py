"""Who of the household comes by night to the room or the bed of a girl or a boy, or looks at them
bathing, as they or somebody near tell it."""

import re

from bot.dialogue.reading import saying

_MAN = (
    r"(?:padrastro|hermanastro|papa|apa|papi|tio|abuelo|tata|padrino"
    r"|(?:novio|esposo|marido|pareja|viejo|amigo) de (?:mi|su) (?:mama|ama|madre|jefa|abuela|tia))"
)
_GIRL = r"(?:mi|la|su|una|nuestra) (?:hij|nin|ninit|niet|sobrin|herman|hermanit|alumn|prim)\w*"
_ROOM = r"(?:cuarto|cama|recamara|habitacion|hamaca)"
_GOES = r"(?:mete|metio|entra|entro|pasa|acuesta|acosto|sube|subio|viene|vino) (?:\w+ ){0,1}?"
_COMES = re.compile(
    rf"\b(?:mi|el|un|su) {_MAN}\b(?: (?!no\b)\w+){{0,4}}? (?:{_GOES}(?:a|al|en) mi {_ROOM}"
    r"|(?:acuesta|acosto|mete|metio) conmigo|me (?:toca|manosea|agarra|acaricia|besa))\b"
    rf"|\b(?:mi|el|un|su) (?:{_MAN}|esposo|marido|pareja|novio|cunado|suegro)\b"
    rf"(?: (?!no\b)\w+){{0,4}}? (?:{_GOES}(?:a|al|en) (?:la |el )?{_ROOM} (?:de|con) {_GIRL}"
    rf"|(?:acuesta|acosto|mete|metio) con {_GIRL})"
)
_BY_NIGHT = re.compile(
    r"\b(?:noches?|madrugada|duerm\w+|dormid\w*|durmiend\w+|cama|hamaca|acuesta|toc[ao]\w*"
    r"|manose\w*|destap\w+|desnud\w+|cobija\w*|cuando (?:estoy|esta) sol[ao])\b"
)
_LOOKS = re.compile(
    rf"\b(?:mi|el|su) {_MAN}\b(?: (?!no\b)\w+){{0,3}}? (?:espia|mira|graba|fotos|videos?|ve)\b"
    r"(?: \w+){0,4}? (?:ban(?:o|ando|andome|andose|a)|desnud\w*|cambi(?:o|ando|andome|andose)"
    r"|duerm\w+)\b"
    rf"|\b(?:mi|el|su) {_MAN}\b(?: (?!no\b)\w+){{0,6}}? (?:quite|quitar?|baje|bajar?) "
    r"(?:la |mi |el )?(?:ropa|blusa|calzon\w*|short|falda|pantalon)\b"
)
_HARMLESS = re.compile(  # by day, for a reason of the house, or long past
    r"\b(?:despert\w+|levant\w+|tapar\w*|cobijar\w*|apagar|buscar|cuidar\w*|limpi\w+|agua|techo"
    r"|hace (?:\w+ ){1,3}(?:mes(?:es)?|anos?)|cuando (?:era|tenia)|murio|enferm\w+)\b"
)
_OF_ANOTHER = re.compile(rf"\b(?:{_GIRL}|su (?:cuarto|cama|recamara))\b")


def is_told(text: str) -> bool:
    """«Mi padrastro se mete a mi cuarto en la noche»."""
    words = saying.bare(text)
    if _HARMLESS.search(words):
        return False
    return bool((_COMES.search(words) and _BY_NIGHT.search(words)) or _LOOKS.search(words))


def is_own(text: str) -> bool:
    """Told by whom it befalls."""
    return is_told(text) and not _OF_ANOTHER.search(saying.bare(text))

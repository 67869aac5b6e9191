"""What a partner, or the other parent of their children, does to who writes, or to one of theirs:
told beside whatever else is asked for, it is heard first."""

import re

from bot.dialogue import harm
from bot.dialogue.reading import saying

_CHILDREN = r"(?:hij|nin|plebe|buqui|morr|chamac|chiquit|beb)\w*"
_PARTNER = (
    r"(?:mi (?:ex ?)?(?:espos[oa]|marido|mujer|pareja|novi[oa]|concubin[oa]|viej[oa])|mi ex"
    rf"|(?:el|la) (?:papa|apa|padre|mama|madre) de (?:mis?|nuestr[oa]s?|l[oa]s) {_CHILDREN}"
    r"|(?:el|su) (?:papa|apa|padre))"
)
# Somebody else comes in between: «mi ex no me paga y el abogado me amenaza».
_OTHERS = (
    r"(?:jef|patron|vecin|abogad|licenciad|duen|banc|cobr|polic|maestr|director|suegr|herman|cunad"
    r"|famili|mama|hij|luz|recib|medic|doctor|deud|perr)\w*"
)
_WEAPON = r"(?:pistola|arma|cuchill|machete|navaja|rifle|escopeta|cuerno|palo|bat)\w*"
_BLOW = (
    r"(?:(?:peg(?:a|o|aba|ando)\b(?! (?:el|la (?!cara)|un susto)\b))"
    r"|golpe\w+|pate(?:a|o|aba|ando)|cachete\w+|abofete\w+|jalone\w+|empuj\w+"
    r"|ahorc\w+|maltrat\w+|amenaz\w+|avient[ao]|avent[oa]\w*|quem(?:o|a|aba)|encierra|encerr\w+"
    r"|(?:quiere|quiso|va a) (?:matar|quemar|pegar|golpear))\b"
)
_DOES = (
    rf"(?<!\bno )(?<!nunca )(?<!jamas )(?<!\bni )\b(?:me|nos) (?:(?:ya|anda|esta|estuvo"
    rf"|sigue|vive|trae|tiene|ha|habia|volvio a|llego a|tambien|siempre|luego|hasta) )*"
    rf"(?:{_BLOW}|(?:busca|espera|quiere|sigue) (?:para |a )?(?:peg|golpe|mat|quem)\w*(?:me|nos)\b"
    rf"|(?:corr|sac|ech|apunt|encanon|persig)\w+(?: \w+){{0,6}}? {_WEAPON})"
)
_IN_ENGLISH = re.compile(
    r"\bmy (?:ex|ex husband|ex wife|husband|wife|boyfriend|girlfriend|partner)\b(?: \w+){0,12}? "
    r"(?<!not )(?<!never )(?:hits|hit|beats|beat|threatens|threatened|threatening|chokes|choked)"
    r" (?:me|us)\b"
)
_OF_THEIRS = re.compile(  # «mi nuera le pega a mi hijo», a grown-up
    r"(?!.*\bde (?:\d|1[0-7])\b)"
    r".*\b(?:mi (?:nuera|yerno)|su (?:ex )?(?:espos[oa]|marido|mujer|pareja|concubin[oa])|su ex)\b"
    rf"(?: (?!{_OTHERS})\w+){{0,8}}? (?<!\bno )(?<!nunca )(?:l[aeo]s? (?:\w+ )?{_BLOW}"
    rf"|(?<!l[aeo] ){_BLOW} a (?:mi|l[oa]s?|su)\b)"
)
_TOLD = re.compile(
    rf"\b{_PARTNER}\b(?: (?!{_OTHERS})\w+){{0,14}}? {_DOES}"
    rf"|{_DOES}(?: (?!{_OTHERS})\w+){{0,3}}? (?:{_PARTNER})\b"
)

# «Es que ya llegó», «viene para acá»: of whom they have told; not «ya llegó mi mamá».
_FEARED = r"(?:espos[oa]|marido|pareja|novi[oa]|ex|viejo|papa|apa|padrastro|hijo|tio|yerno)"
is_coming = saying.only(
    rf"(?:(?:es que|ay|no|perdon|creo|que|ya|ahi|ahorita|orita|otra|vez|el|ella|se|me|mi|lo|oigo|y"
    rf"|esta|anda|{_FEARED}) )*"
    r"(?:viene|llego|llegando|regreso|volvio|entro|entrando|metio|afuera|aqui esta|esta aqui"
    r"|he (?:s|is) (?:here|home|back|coming))"
    rf"(?! (?:una?|l[ao]s?|su|el|mis?|otra?) (?!{_FEARED}\b|vez\b))"
    r"(?: (?!gracias|bien|grua)\w+){0,4}"
)


def harms(text: str) -> bool:
    """«Quiero la pensión y mi ex me pega»; not what is long past, nor what is denied."""
    words = saying.bare(text)
    is_told = _TOLD.search(words) or _OF_THEIRS.match(words) or _IN_ENGLISH.search(words)
    return bool(is_told) and not harm.is_long_ago(text)

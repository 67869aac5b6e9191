"""What happens at home by mistake or by itself: sparks where people are, what a child swallowed."""

import re

from bot.dialogue import burning
from bot.dialogue.reading import saying

# «Los cables tiran chispas en el charco donde juegan los niños»: of now, and where people are.
_SPARKS = re.compile(
    r"\b(?:cable|poste|transformador|mufa|alambre)s?\b(?: \w+){0,8}? "
    r"(?:chisp\w+|lumbre|electrocut\w+|(?:dan?|dando) toques)\b"
    r"|\b(?:sal\w+|ech\w+|tir\w+|caen?|cayendo) (?:\w+ )?chispas? (?:\w+ ){1,2}"
    r"(?:cable|poste|transformador|mufa|alambre)s?\b"
)
# «Le salen chispas al medidor»: a house is behind it.
_METER = r"(?:medidor(?:es)?|centro de carga|enchufe|apagador|interruptor|mufa)"
_METER_BURNS = re.compile(
    rf"(?!.*\b(?:no|sin|ya (?:l[aeo]|no|vinieron)|cambi\w+|(?:ech|sac|avent|tir)aba\w*|salian)\b)"
    rf"(?:.*\b{_METER}\b(?: \w+){{0,7}}? (?:chisp\w+|lumbre|humo|fuego|se (?:esta|anda) quemando)\b"
    r"|.*\b(?:chisp\w+|lumbre|humo|fuego|quemando) (?:\w+ ){0,3}(?:al|del|el|desde|un|la)"
    rf" {_METER}\b)"
)
_AMONG_PEOPLE = re.compile(
    r"\b(?:agua|charco|nin[oa]s?|gente|personas?|banqueta|pas(?:a|an|amos)|piso|suelo|mojad\w+"
    r"|inundad\w+|escuela|techo|arbol|casas?)\b"
)
_CHILD = r"(?:nin|beb|nen|niet|chiquit|buqui|plebit|baby|toddler|kid)\w*"
_DEADLY = (
    r"(?:cloro|veneno|raticida|acido|sosa|insecticida|gasolina|thinner|diesel|petroleo|pinol"
    r"|detergente|fertilizante|pilas?|bateria|imanes|bleach|batter(?:y|ies))"
)
_POISON = rf"(?:{_DEADLY}|pastillas?|medicinas?|medicamentos?|frasco|pills)"
_IS_DEADLY = re.compile(rf"\b{_DEADLY}\b")
# «Mi niño se tragó cloro»: no despair.
is_swallowed = saying.anywhere(
    rf"\b(?:tom|trag|beb|com)(?:o|io|aron|ieron) (?:\w+ ){{0,3}}?{_POISON}(?: \w+){{0,3}}?"
    rf" (?:mis?|el|la|los|una?|nuestr\w+) {_CHILD}"
    rf"|\b{_CHILD}(?: \w+){{0,3}}? (?:(?:tomo|trago|bebio|comio|drank|swallowed|ate)"
    rf" (?:\w+ ){{0,4}}?{_POISON}|se (?:me )?trag(?:o|aron))\b"
    r"|\b(?:de )?(?:[1-9]|una?|dos|tres|cuatro|cinco) (?:anos?|meses)"
    r"\b(?: \w+){0,3}? (?:se (?:me )?(?:trag|tom|beb)\w+|swallowed|drank|ate)\b"
    rf"|\b{_CHILD}(?: \w+){{0,3}}? se (?:me )?(?:trag|tom|beb)\w+"
    # «Mi hijo se tomó unas pastillas de su abuela»
    r"|\bhij[oa] (?:\w+ )?tomo (?:\w+ ){0,2}?(?:pastillas?|medicinas?|medicamentos?|gotas)"
    r" (?:de|del) (?:su |mi )?(?:abuel|nan[ao]|tat[ao]|bisabuel)\w*",
    unless=r"\b(?:quier|dice|dijo|proposito|mori|matar|suicid)\w*",
)
# «Se cayó un poste de luz», «hay cables tirados»: nobody should go near.
_WIRES = r"(?:postes?|cables?|transformador(?:es)?|lineas? (?:de (?:luz|alta)|electricas?))"
_DOWN = (
    r"(?:cay(?:o|eron)|caid[oa]s?|vin(?:o|ieron) abajo|rev[ei]nt(?:o|aron|ad[oa]s?)|tirad[oa]s?"
    r"|tumb(?:o|aron)|troz(?:o|aron|ad[oa]s?)|solt(?:o|aron)|suelt[oa]s?|romp(?:io|ieron)"
    r"|colgando|pelad[oa]s?|viv[oa]s?|en el (?:piso|suelo))"
)
# A pole or a wire of the current that lies or hangs now.
is_downed = saying.anywhere(
    rf"\b{_DOWN} (?:(?!junto|lado|cerca|abajo|debajo|frente|atras)\w+ ){{0,3}}?{_WIRES}\b"
    rf"|\b{_WIRES}\b(?: \w+){{0,4}}? {_DOWN}\b",
    unless=(
        r"\b(?:telmex|telefon\w*|internet|izzi|megacable|fibra|totalplay|por caer\w*|se va a caer"
        r"|ya (?:l[oa]s? )?(?:levant|arregl|quit|recog|cambi|compus)\w*|robaron|meses|semanas)\b"
    ),
)
_LONG_AGO = re.compile(
    r"\b(?:salv|atend|cuando|hace|ayer)\w*|\bde (?:chiquit[oa]|nin[oa]|bebe)\b|\bya va\b"
)


def is_told(text: str) -> bool:
    """Of now, and by itself."""
    return is_sparking(text) or is_poisoned(text) or burning.is_told(text)


def is_sparking(text: str) -> bool:
    """Of now: «tiran chispas en el charco donde juegan», «le salen chispas al medidor»."""
    words = saying.bare(text)
    is_among_people = _SPARKS.search(words) and _AMONG_PEOPLE.search(words)
    return bool(is_among_people or _METER_BURNS.match(words))


def is_poisoned(text: str) -> bool:
    """The same, with what is never given to a child."""
    words = saying.bare(text)
    is_now = _IS_DEADLY.search(words) and not _LONG_AGO.search(words)
    return bool(is_now) and is_swallowed(text)

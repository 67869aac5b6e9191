"""The suicide of somebody else, threatened or at hand: «dice que si la dejo se mata», «quiere
aventarse a la noria». Not beside a threat against who writes, who must not be seen reading this."""

import re

from bot.dialogue.reading import saying

_ONESELF = r"(?:mat|suicid|ahorc|colg|envenen|balac)"
_HEIGHT = (
    r"(?:noria|pozo|puente|vias?|tren|azotea|techo|edificio|barranco|barranca|canal|dren|vacio"
    r"|precipicio|carros?|camion(?:es)?|trailers?|presa|carretera|torre|antena|balcon|ventana|poste"
    r"|(?:segundo|tercer|cuarto|quinto) piso|acantilado|risco|tinaco|mirador|barda)"
)
_ONTO = (
    rf"(?:a|al|del?|desde|por|en|entre)(?: (?:la|el|las|los|un|una|arriba|encima|de))* {_HEIGHT}"
)
_WILL = (
    r"(?:quier\w+|quisiera|queriendo|va a|van a|iba a|intent\w+|trat\w+ de|esta(?:ba)? por"
    r"|piensa\w*|pensando en|amenaz\w+ con|intencion de|ganas de)"
)
_JUMPS = re.compile(
    rf"\b{_WILL} (?:avent|tir|brinc|lanz|arroj|salt|ech)arse (?:\w+ ){{0,2}}?{_ONTO}\b"
    r"|\bse (?:quieren?|va a|iba a|anda queriendo) (?:avent|tir|brinc|lanz|arroj)ar"
    rf" {_ONTO}\b"
    rf"|\b{_HEIGHT}\b(?: \w+){{0,4}}? {_WILL} (?:avent|tir|brinc|lanz|arroj|salt)arse\b"
)
_SAYS = (
    r"(?:amenaz|dic|dij|jur|promet|advirt|advierte|chantaje|grit|insist|manipul|escrib|mensaj)\w*"
)
_NOBODY_ELSE = r"(?! (?:\w+ando|\w+iendo|de|un|una|alguien|otro|otra|la gente|por (?:mi|todos))\b)"
_DIES = (
    rf"se (?:va a )?(?:{_ONESELF}(?:a|e|ar|ara)|cuelga|muere|mate|"
    r"quit(?:a|ar|e) la vida|(?:d[ae]|pega|dar|va a dar) un (?:tiro|balazo)"
    r"|(?:cort(?:a|ar|e)|abre) las venas|hace dano|toma (?:todas )?(?:las|sus|unas) pastillas"
    rf"|(?:avient|tir|lanz)a {_ONTO})\b{_NOBODY_ELSE}"
)
_LEFT = (
    r"si (?:yo |ya |es que |un dia )*(?:(?:me|no|lo|la|le|los|nos|se|ella|el) )*"
    r"(?:dej|termin|cort|v(?:oy|as|amos|uelv)|separ|divorci|regres|quit|denunci|corr|nieg|cas"
    r"|contest|perdon|hab?l|saco|sacamos|salgo|anul|internamos|interno|bloque|busc|abandon)\w*"
)
_THREATENED = re.compile(
    rf"\b{_SAYS} (?:\w+ ){{0,2}}?con (?:{_ONESELF}arse|quitarse la vida|cortarse las venas"
    r"|(?:dar|pegar)se un (?:tiro|balazo)|hacerse dano)\b"
    rf"|\b{_SAYS} (?:\w+ ){{0,3}}?que (?!si se\b)(?:\w+ ){{0,9}}?{_DIES}"
    rf"|\b{_LEFT} (?:\w+ ){{0,5}}?{_DIES}|\b{_DIES} {_LEFT}"
)
_DENIED = re.compile(
    r"\bno (?:me |nos |lo |ha |quiere |va a )*(?:dic|dij|amenaz|matarse|suicidarse|aventarse)\w*"
)
_PLAYFUL = re.compile(r"\b(?:ja|je){2,}\w*|\b(?:lol|xd|risa|alberca|trampolin)\b")
_LONG_AGO = re.compile(
    r"\bhace (?:\w+ ){0,2}(?:mes(?:es)?|anos?)\b|\bcuando (?:yo )?era\b|\b(?:months?|years?) ago\b"
    r"|\ben (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    r"|diciembre)\b|\b(?:ano|mes|semana) pasad[oa]\b"
)
_AGAINST = re.compile(
    r"\b(?:me|nos) (?:va a |quiere )?(?:mat|golp|peg(?!a un)|quem|ahorc|apunt|amenaza de)\w*"
    r"|\bmat(?:arme|arnos|ar a|a a)\b|\b(?:pistola|cuchillo|arma|machete)\b.*\b(?:me|nos)\b"
    r"|\bnos (?:mata|lleva)\w*|\b(?:mata|matar) a (?:mis?|los|las|el|la)\b"
)
_OWN = re.compile(
    r"\b(?:mat|suicid|ahorc|colg|avent|quit)arme\b|\bme (?:mato|cuelgo|suicido|ahorco)\b"
    r"|\bme (?:quiero|voy a) (?:mat|mor|ahorc|quit|colg|avent)\w+"
)
# «Anoche me dijo que se quería morir»; not «de la pena».
_WISHED = re.compile(
    rf"\b{_SAYS} (?:\w+ ){{0,2}}?que (?:ya )?(?:(?:se )?(?:quier[ea]|queria|quisiera) (?:ya )?"
    r"(?:mori|mata|suicida)r(?:se)?|(?:ya )?no (?:quiere|queria) (?:seguir )?viv(?:ir|iendo))\b"
    r"(?! (?:del?|con|por|en|aqui|sin|al?)\b)"
)
_DID = re.compile(  # «mi hija se cortó los brazos anoche», «mi hijo se intentó colgar»
    r"\bse (?:(?:me|nos) )?"
    r"(?:cort[oa]|(?:esta|estuvo|anda) cortando|(?:volvio a|intento|quiso) cortar) "
    r"(?:otra vez |de nuevo )?(?:las venas|(?:l[ao]s|sus) (?:brazos|munecas|antebrazos|piernas))\b"
    rf"|\bse (?:me |nos )?(?:intento|quiso|trato de) {_ONESELF}(?:ar)\b(?! (?:de|del|con|por)\b)"
    rf"|\b(?:intento|trato de|quiso) (?:{_ONESELF}arse|quitarse la vida)\b(?! (?:de|del|con|por)\b)"
    r"|\b(?:he|she) (?:cut (?:his|her) (?:wrists?|arms?)|tried to (?:kill|hang) (?:him|her)self)\b"
)
_BY_CHANCE = re.compile(
    r"\b(?:sin querer|accident\w*|trabaj\w*|jale|obra|cocin\w*|alambres?|puas|sierra|laminas?|cayo"
    r"|perr\w+|gat\w+)\b"
)
_FAREWELL = (  # «dejó una carta de despedida», «se despidió por mensaje»
    r"\b(?:dejo|escribio|mando|puso|publico) (?:\w+ ){0,4}"
    r"(?:despedida|despidiendo(?:se|nos|me)|adios)\b"
    r"|\bse (?:esta |anda )?(?:despidi(?:o|endo)|despedia)\b"
)
# A farewell that somebody wrote.
left_words = saying.anywhere(_FAREWELL)
# Said in the third person.
is_done_by_them = saying.anywhere(
    r"\bse (?:quier\w+|quiso|va a|iba a|intent\w+|trato de) (?:\w+ )?"
    r"(?:matar|suicid|ahorc|colg|quit|avent|tir|cort|mori|tom(?=ar)|trag|beber)"
    r"|\b(?:quiere|va a|piensa|intent[ao]|trata de|amenaza con) "
    r"(?:mat|suicid|ahorc|colg|quit|cort|avent|mor|tom|trag)(?:ar|ir)se"
    rf"|{_FAREWELL}|\b(?:her|him|them)sel(?:f|ves)\b"
    r"|\b(?:my (?!kids?|children|family)\w+|he|she|they) (?:wrote|left|sent|posted)\b"
    r"|\bse (?:le )?(?:corto|colgo|ahorco|tomo|trago|enveneno|avento|suicido|quito la vida)\b"
    r"|\b(?:dice|dijo) que (?:ya )?no quiere|\bno quiere (?:ya )?(?:vivir|seguir viviendo)\b"
    r"|\bya no (?:le |les )?(?:ve|halla|encuentra) (?:caso|sentido|chiste|razon)\b"
    r"|\b(?:he|she|they) wants? to (?:die|disappear|not)\b"
    r"|\bya no tiene ganas\b|\b(?:es|sera) su ultimo dia$"
)
# «Oiga, mi vecino está en la azotea con una soga», and nobody tells it of themselves besides.
_SOMEBODY = re.compile(
    r"(?:\w+ ){0,4}?(?:mis?|un|una|el|la|los|las|su|nuestr[oa]) (?:\w+ )?"
    r"(?:hij|nin|ninit|niet|sobrin|alumn|menor|bebe|herman|prim|espos|mam|papa|apa|ama\b|tio|tia"
    r"|abuel|suegr|cunad|yern|nuer|marid|mujer|parej|novi|amig|compan|vecin|senor|viej|jef[ae]\b"
    r"|muchach|joven|hombre|chav|morr|plebe|person|roomie|inquilin)\w*\b(?! me\b)"
)
_SPEAKER = re.compile(
    r"\b(?:me|yo|(?:de|a|sin) mi|mi vida|conmigo|ya no este|quiero|puedo|aguanto|tengo|estoy)\b"
)
_IN_ENGLISH = re.compile(
    r"\b(?:my \w+|he|she) (?:(?:just|has|already) )*(?:took|taken|swallowed|drank)"
    r" (?:(?:all|a whole|a full|a bunch|a lot|too many|the whole)(?: \w+){0,4}? pills"
    r"|(?:\w+ ){0,2}(?:bleach|poison|bottle of \w+))\b"
)


def is_told(text: str) -> bool:
    """Of these days."""
    words = saying.bare(text)
    if any(each.search(words) for each in (_DENIED, _PLAYFUL, _LONG_AGO, _AGAINST, _OWN)):
        return False
    is_done = _DID.search(words) and not _BY_CHANCE.search(words)
    return bool(is_done) or any(
        each.search(words) for each in (_THREATENED, _WISHED, _JUMPS, _IN_ENGLISH)
    )


def is_of_another(text: str) -> bool:
    """Of words that tell of a suicide: it is somebody else's."""
    words = saying.bare(text)
    is_told_of = _SOMEBODY.match(words) and not _SPEAKER.search(words)
    return bool(is_told_of) or is_done_by_them(words)

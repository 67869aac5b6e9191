"""Facts told along with the matter."""

import re

from bot.dialogue.reading import saying, wording
from nlu import addresses, gazetteer, places
from nlu import text as spelling

KIN = (  # in Sonora grandparents are tata and nana
    r"mi (?:mam[aá]|pap[aá]|am[aá]|ap[aá]|madre|padre|tata|nana|pareja|nuera|yerno|muchach[oa]"
    r"|(?:hij|espos|herman|niet|ni[ñn]|suegr|cu[ñn]ad|prim|sobrin|ahijad|vecin|viej|jef)(?:it)?[oa]"
    r"|(?:bis)?abuel(?:it)?[oa]|t[ií](?:it)?[oa])"
)
_MY = (
    r"my (?:mother|mom|father|dad|son|daughter|wife|husband|sister|brother|grandmother|grandfather"
    r"|cousin|nephew|niece|partner|aunt|uncle|child|kid|baby)"
)
_ENGLISH = rf"myself|me|{_MY}"
_NEEDS = (
    r"(?:(?!\bm[iy]\b)[^.;]){0,40}"
    r"\b(?:necesita|ocupa|requiere|quiere|solicita|pide|busca|needs|urge|hace falta"
    r"|(?:tiene|padece|naci[oó] con)(?: una?)? (?:discapa\w+|autismo|par[aá]lisis|s[ií]ndrome)"
    r"|(?<!que )usa (?:silla|andadera|bast[oó]n|muletas)"
    r"|no (?:oye|escucha|ve|camina|habla|puede (?:oir|ver|caminar|andar|hablar)))\b"
)
# What is for one person alone.
_OWN = (
    r"(?:silla(?: de ruedas)?|andadera|bast[oó]n|muletas|aparatos?|lentes|pr[oó]tesis|medicinas?"
    r"|medicamentos?|pa[ñn]ales|pensi[oó]n|beca|apoyo|tarjeta|cama|terapias?"
    r"|(?:certificado|credencial|constancia)(?: de (?:la )?discapa\w+)?)"
)
_OF_NAMES = {"luz", "numero", "y"}
_TOWN = rf"(?:la |el )?{wording.NAME}(?: (?:de |del )?{wording.NAME}){{0,3}}"
_MONTH = (
    "(?i:enero|febrero|marzo|abril|mayo|ju[nl]io|agosto|sep?tiembre|octubre|noviembre|diciembre)"
)
# Said in passing: «el camión de la ruta 5», «una beca de prepa».
_IN_PASSING = {
    "ruta": re.compile(
        r"\b(?i:ruta|l[ií]nea|line|route)\s+(?:(?i:n[uú]mero|n[uú]m\.?|no\.?|#)\s*)?"
        r"((?:\d{1,3}[a-zA-Z]?)|[A-Z][\wá-ú]+|(?i:san(?:ta)? \w+))\b(?![-–]\w)"
        r"|\b[Cc]ami[oó]n\s+([A-Z]{0,2}-?\d{1,3})\b(?!:| (?:de la|veces|horas|hrs|[ap]m)\b)"
        r"|\b[Cc]ami[oó]n de la ((?!1\b)\d{1,3})\b(?!:| (?:de la|horas|hrs|[ap]m)\b)"
        rf"|\b(?i:ruta|l[ií]nea|cami[oó]n|autob[uú]s|combi)(?: que va)? de ({_TOWN} a {_TOWN})"
        rf"|\b(?i:ruta|l[ií]nea) ({wording.NAME}[-–]{wording.NAME})"
    ),
    "institucion": re.compile(
        r"\b((?:imss|is{2,3}te(?:s[oó]n)?|seguro(?: social)?),?"
        r" (?:(?:de|en|a) )?(?:la )?cl[ií]nica \d+"
        r"|imss[- ]bienestar|imss|is{2,3}te(?:s[oó]n)?|seguro social|general hospital"
        r"|hospital (?:general|infantil"
        rf"|de (?-i:{_TOWN})"
        r"|integral|del ni[ñn]o|de la mujer|de especialidades)|(?:la )?cl[ií]nica \d+"
        r"|(?:hospital )?oncol[oó]gico(?: infantil| estatal)?|hies|himes|centro de salud"
        r"|(?:el|(?<=\bdel )|(?<=\bal )) ?seguro"
        r"(?! (?:de|del|popular|social|m[eé]dico|escolar)\b))\b",
        re.IGNORECASE,
    ),
    "tramo": re.compile(
        r"\b((?i:carretera|camino|tramo) (?:que (?:va|lleva|sale|entra) )?"
        r"(?:de|del|a|al|hacia|entre|vecinal|viejo) [^,.;?!]{3,60}?)"
        r"(?= (?:est[aá]n?|tienen?|hay|no|que|ya|se|son|es|con) |[,.;?!]|$"
        r"| (?:llen|intransitable|destro|tapad))"
    ),
    "nivel_escolar": re.compile(
        r"\b(preescolar|kinder|primaria|secundaria|prepa(?:ratoria)?|bachillerato|universidad"
        r"|licenciatura|maestr[ií]a|doctorado"
        r"|unison|ues|itson|uth|utn|conalep|cobach|cecytes?|cbtis|cbta|cetis)\b",
        re.IGNORECASE,
    ),
    "escuela": re.compile(
        r"\b((?i:estatal|federal|t[eé]cnica) (?:(?i:n[uú]mero|no\.?|#) ?)?\d{1,3})\b"
        rf"|\b((?i:escuela|primaria|(?:tele)?secundaria|preparatoria|prepa|kinder|telebachillerato"
        rf"|jard[ií]n de ni[ñn]os|cobach|cecytes?|cbtis|cbta|cetis|conalep)"
        rf"(?:(?: {wording.NAME}| del?\b| la\b| \d{{1,3}}\b){{0,6}} {wording.NAME}"
        r"|(?: (?i:t[eé]cnica|general|estatal|federal|n[uú]mero|no\.?|#))*,? ?#?\d{1,4}\b"
        rf"(?: (?i:de {_MONTH}))?))"
    ),
    "beneficiario": re.compile(
        rf"\b(?:(?<=para )(?=m[ií] )|(?<=for )(?=my|me\b)|(?=(?:{KIN}|{_MY})\b{_NEEDS})"
        rf"|(?=(?:{_ENGLISH})\W*$)(?<![\w ]))({KIN}|m[ií] mism[oa]|{_ENGLISH})\b"
        rf"|\b{_OWN} (?:de|pa) ({KIN})\b",
        re.IGNORECASE,
    ),
}

_ENDS = re.compile(r"\s(?:a|al|hacia|y|entre|del?)\s")
_ONE = re.compile(r"\W*(?:(?:es|pues|en|ser[ií]a) )*(?:el|la) (?:que|de)\b", re.IGNORECASE)
_BUS = r"(?:cami[oó]n(?:es)?|autob[uú]s(?:es)?|transporte)"
# Who drives one, or is carried by one, is not of any route; nor is a village that has none.
_NO_ROUTE = re.compile(
    r"\b(?:taxis?|taxistas?|uber|didi|in ?drive|plataformas?)\b"
    r"|\bno (?:hay|existe|tenemos|pasa|llega) (?:ningun[oa]?\b(?!\s+(?:de|a)\b)"
    r"|ruta\b(?!\s+(?:\d|del?\b|a\b))|"
    rf"{_BUS}(?: p[uú]blico)? (?:ningun[oa]\b|(?:aqu[ií] )?en (?:mi|el|este|nuestr[oa]|la|esta)"
    r" (?:pueblo|ejido|rancho|comunidad|localidad|poblado)))"
    rf"|^\W*aqu[ií] no (?:hay|tenemos|pasan?) {_BUS}\W*$",
    re.IGNORECASE,
)
# Where they are attended is another thing.
_INSURED = (
    r"(?:seguro(?! (?:de|del|escolar)\b)|seguridad social|servicio medico|imss|is{2,3}te\w*"
    r"|afiliacion|derechohabiencia|insurance)"
)
_is_uninsured = saying.anywhere(
    rf"\b(?:no (?:tengo|tenemos|tienen?|cuent\w+ con|traigo|alcanc\w+)|sin|perdi|quitaron|perdio)"
    rf" (?:(?:ningun|el|un|mi|ni|de|nada|su) )*{_INSURED}\b|\bningun {_INSURED}\b"
    r"|\bno (?:estoy|esta|estamos|estan|soy|es|somos) (?:\w+ )?"
    r"(?:asegurad|afiliad|inscrit|derechohabient|registrad|dad[oa]s? de alta)\w*"
    r"|\b(?:don t|doesn t|do not) have (?:any )?insurance\b|\b(?:no insurance|uninsured)\b",
    unless=r"\b(?:hospital|clinica|urgencias|centro de salud|doctora?)\b",
)
# «El que va de vícam a obregón ya subió»: no capital tells where the second town ends.
_TWO_TOWNS = re.compile(
    rf"\b(?:ruta|l[ií]nea|{_BUS}|combi|el|la)(?: (?:que|q|k))?(?: va)? de"
    r" (?P<one>\w+(?: \w+){0,3}?) a (?P<other>\w+(?: \w+){0,3})",
    re.IGNORECASE,
)
# «La carretera Nogales Imuris», «la carretera Hermosillo–Guaymas»; «carretera 15, km 110».
_ROAD = re.compile(
    r"\b(?P<road>(?:carretera|camino|tramo)(?: (?:federal|estatal))?) (?P<one>\w+(?: \w+){0,3}?)"
    r"(?:\s*[-–/]\s*| )(?P<other>\w+(?: \w+){0,3})",
    re.IGNORECASE,
)
_KILOMETRE = re.compile(r",? (?:(?:en|a|por) el )?(?:km|kil[oó]metro)\.? ?\d{1,3}\b", re.IGNORECASE)
_NUMBERED_ROAD = re.compile(
    r"\bcarretera(?: (?:federal|estatal|internacional|n[uú]mero|no\.?))* \d{1,3}\b", re.IGNORECASE
)


def is_one(text: str) -> bool:
    """«La que sale a las 7», «el de las 7»: one of several, by what tells it from the others."""
    return bool(_ONE.match(text))


def has_none(fact: str, text: str) -> bool:
    """A route that there is not, an insurance that they have not."""
    is_no_route = fact == "ruta" and _NO_ROUTE.search(text) is not None
    return is_no_route or (fact == "institucion" and _is_uninsured(text))


def told(text: str) -> dict[str, str]:
    found = {fact: pattern.search(text) for fact, pattern in _IN_PASSING.items()}
    said = {fact: match[match.lastindex or 0].strip() for fact, match in found.items() if match}
    if "ruta" not in said and (route := _between_towns(text)):
        said["ruta"] = route
    if "tramo" in said and not _is_named(said["tramo"]):
        del said["tramo"]
    if "tramo" not in said and (road := _road(text)):
        said["tramo"] = road
    if "escuela" in said and text.isupper():  # no capital tells where its name ends
        said["escuela"] = _ended(said["escuela"])
    return said


def _between_towns(text: str) -> str | None:
    found = _TWO_TOWNS.search(text)
    end = _town(found["other"]) if found and gazetteer.is_place(found["one"]) else None
    return wording.titled(f"{found['one']} a {end}") if found and end else None


def _road(text: str) -> str | None:
    if numbered := _NUMBERED_ROAD.search(text):
        kilometre = _KILOMETRE.match(text, numbered.end())  # which is long
        return numbered[0] + kilometre[0] if kilometre else None
    found = _ROAD.search(text)
    end = _town(found["other"]) if found and gazetteer.is_place(found["one"]) else None
    if found is None or end is None:
        return None
    begins, ends = found.start(), found.start("other") + len(end)
    kilometre = _KILOMETRE.match(text, ends)
    return text[begins : kilometre.end() if kilometre else ends]


def _town(text: str) -> str | None:
    """The town that a text begins with."""
    words = text.split()
    begins = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next(filter(gazetteer.is_place, begins), None)


def _is_named(road: str) -> bool:
    """By a name, a town or a kilometre: «el camino al ejido» could be any."""
    towns = (places.find(each, expecting="municipio") for each in _ENDS.split(road)[1:])
    is_written = any(each.isupper() or each.isdigit() for each in road[1:])
    return is_written or any(each.municipality for each in towns)


def _ended(name: str) -> str:
    """«PRIMARIA BENITO JUÁREZ», of «PRIMARIA BENITO JUÁREZ NO TIENE AGUA»"""
    words = name.split()
    ends = addresses.phrases("ends_a_name") - addresses.ARTICLES - _OF_NAMES
    last = next((at for at, each in enumerate(words) if spelling.fold(each) in ends), len(words))
    return " ".join(words[:last])

"""How somebody of an office treats people: badly, or for their own gain."""

import re

from bot.dialogue.reading import agencies, bribes, saying
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue, directory

# Of this desk, or of an office that is not named; of a servant who is.
OF_CARE = ("salud_atencion", "salud_medicamentos")
BADLY, FOR_GAIN = "queja_atencion", "denuncia_servidor_publico"
SCHOOL = "educacion"
# Written as one of these, it would go to the very office that is complained of.
OF_OFFICES = (
    "adultos_mayores", "agua_cobro", "apoyos_sociales", "discapacidad", "empleo", "felicitacion",
    "insulto", "juridico", "multas_transito", "placas_licencias", "registro_civil",
    "salud_atencion", "salud_medicamentos", "vivienda",
)  # fmt: skip

OF_LEVIES = (SCHOOL, "educacion_infraestructura", "denuncia_delito", "info_tramite", "juridico")
OF_OFFICERS = ("multas_transito", "seguridad", "placas_licencias")

_OFFICE = (
    r"(?:ventanilla|oficinas?|hospital|clinica|centro de salud|kinder|escuela|primaria|secundaria"
    r"|prepa\w*|universidad|delegacion|comandancia|juzgado|tesoreria|catastro|dif|registro civil"
    r"|agencia fiscal|ayuntamiento|gobierno|employees?|clerks?|civil registry|city hall|office)"
)
_ONE = (
    r"(?:la|el|una?|l[ao]s|un[ao]s) (?:(?:oficial|secretari|director|encargad|cajer|licenciad"
    r"|senorit|muchach|emplead|trabajador|funcionari|enfermer|recepcionist|jef|guardia|delegad"
    r"|supervisor|servidor|doctor|medic|diputad|senador|alcald|sindic|comisari|coordinador"
    r"|presidente? municipal)\w*|personal"
    rf"|(?:de|del) (?:(?:la|las|el|los) )?{_OFFICE})\b"
    r"(?: (?!no\b|nunca\b|jamas\b|sin\b)\w+){0,7}?"
)
_BADLY = (
    r"(?:trat(?:a|an|o|aron|aba|aban) (?:\w+ )?(?:mal|pesim[oa]|horrible|feo|gacho|con la punta"
    r"|como (?:basura|perros?|animal\w*))|atend(?:io|ieron|ia) (?:\w+ )?(?:mal|pesimo|feo)"
    r"|(?:grit|humill|insult|burl)(?:a|an|o|aron)\b|(?:groser|prepotent|despot)\w*)"
)
_RUDE = re.compile(
    rf"(?<!no me )(?<!nunca me )(?<!jamas me )\b{_BADLY}"
    r"|\b(?:was|were|is|are) (?:(?:very|so|really) )?rude\b|\b(?:yelled|shouted|screamed) at\b"
    r"|\btreat(?:s|ed)? (?:me|us|him|her|people) (?:very )?(?:badly|poorly|like (?:trash|dirt))"
)
_FOR_GAIN = (
    r"(?:se (?:queda|quedan|quedo|quedaron) con|se (?:l[ao]s )?llev(?:a|an|o|aron) (?:l[ao]s? |el )"
    r"(?:comida|despensa|desayuno|apoyo|dinero|beca|material|cobija|medicina|laptop)s?\b"
    r"|se (?:l[ao]s? )?rob(?:a|an|o|aron)\b"
    r"|(?:pid(?:e|en|io|ieron)|exig\w+) (?:\w+ )?(?:dinero|mordida|lana|feria|moche)\b"
    r"|cobr(?:a|an|o|aron) (?:\w+ ){0,2}(?:obligatori|por fuera|por debajo|sin recibo)\w*)"
)
_MONEY = (
    r"(?:cuotas?|inscripcion(?:es)?|cooperacion(?:es)?|aportacion(?:es)?|pesos|dinero|lana|feria"
    r"|\d{2,})"
)
_LEVIED = re.compile(  # «nos obligan a pagar la cuota»
    rf"\b(?:cobr(?:a|an|o|aron|ando)|(?:pid|exig)\w+|oblig\w+ a (?:pag|d|cooper)\w+)\b"
    rf"(?: \w+){{0,4}}? {_MONEY}\b|\bcobr(?:a|an|o|aron|ando) (?:por|l[ao]s?)\b"
    rf"|\bno pag\w+ (?:la |el |las )?{_MONEY}\b"
)
_FORCED = re.compile(
    r"\b(?:obligatori\w+|oblig(?:an?|aron|o)|a (?:la )?(?:fuerza|wilson)|forzos\w+|exig\w+"
    r"|condicion\w+|sin (?:dar )?(?:recibo|comprobante|factura)"
    r"|(?:si|o|y|ni) (?:uno )?(?:no|nos) (?:(?:te|le|les|nos|me|se|la|lo|los|dicen?|quieren?) )*"
    r"(?:d[ai]n?|dar|entreg\w+|inscrib\w+|dej\w+|recib\w+|pag\w+|en que|rind\w+|saben?|cooper\w+)"
    r"|no (?:nos |me )?(?:d[ai]n?|entreg\w+) (?:\w+ )?(?:recibos?|comprobantes?|factura)"
    r"|no (?:l[oe]s? )?dej\w+ (?:entrar|pasar|inscrib\w+)|(?:es|son) (?:gratis|gratuit\w+)"
    r"|no (?:dicen?|rinden?|sabemos) (?:en que|cuentas|que hac\w+))\b"
)
_AT_SCHOOL = re.compile(
    r"\b(?:escuel|primari|secundari|telesecundari|kinder|preescolar|jardin de ninos|prepa|cobach"
    r"|cecyte|conalep|director|maestr|profe|mesa directiva|sociedad de padres|comite de padres)"
)
_TREATS = re.compile(rf"\b{_ONE} {_BADLY}")
_GAINS = re.compile(
    rf"\b{_ONE} {_FOR_GAIN}"
    r"|\b(?:pid(?:e|en|io|ieron)|exig\w+|quier\w+|cobr(?:a|an|o|aron)|di|dar\w*) (?:\w+ ){0,2}"
    r"(?:mordidas?|moches?|sobornos?)\b"
)
_MORE = re.compile(
    r"(?:(?:y|tambien|ademas|luego|hasta|siempre|el|ella|ellos) )*(?:se (?:l[ao]s? )?(?:qued|rob"
    r"|llev|burl|embols)|vend|pid|cobr|trat|grit|humill|insult|regal|falsific|escond)"
    r"(?:a|e|o|an|en|aron|io|ieron|ia|ian)\b(?: \w+)*"
)
# «Y quiere dinero», of who attended badly.
is_for_gain = saying.anywhere(
    r"(?<!no )(?<!no me )(?<!nadie me )\b(?:pid(?:e|en|io|ieron|ia|ian)"
    r"|exig(?:e|en|io|ieron|ia)|quier(?:e|en)|querian?|cobr(?:a|an|o|aron))"
    r" (?:\w+ ){0,2}(?:dinero|lana|feria|mordidas?|moches?|pesos|soborno"
    r"|para (?:el|la|los|las) (?:refresco|soda|coca|cafe)\w*)\b"
)
_WORSE = re.compile(r"\b(?:golpe|peg(?:a|o|aron)\b|viol|toc[ao]|manos|encerr|amenaz|arma|mat)\w*")
_WRITTEN = re.compile(
    r"\b(?:folios?|peticion\w*|solicitud\w*|reportes?|oficios?|escritos?|correos?|respuestas?"
    r"|contest\w+|turn[aeo]\w*|chat|ustedes)\b"
)
_SENT = (
    r"(?:mand|met|pus|pon|hic|hac|present|levant|dej|envi|entreg|registr|tram|llen)\w*"
    r" (?:\w+ ){0,3}?(?:solicitud|reporte|queja|peticion|oficio|escrito|carta|folio)\w*"
)
# «Mandé una solicitud desde agosto y ni sus luces»
_UNANSWERED = re.compile(
    rf"\b{_SENT}\b.*\b(?:(?:no|nadie|nunca|ni|tampoco) (?:\w+ ){{0,3}}?(?:contest|respond|resolv"
    r"|resuel|h?abl|llam|marc|busc|dic|dij|avis|vin|vien|pel[ao]n|h?ac(?:en|ido) caso"
    r"|dan? respuesta|h?ay respuesta|h?an h?echo nada|se nada|sabemos nada)\w*|ni sus luces"
    r"|sin respuesta|sig(?:o|uimos) esperando|(?:y|y luego|y de eso) nada$)"
)
# What it was about: «era de una silla de ruedas»; not «es de la señora que me gritó».
_WAS_ABOUT = re.compile(
    r"(?:(?:era|es|fue|pues|y|no|si|lo|la|el|mire) )*(?:de|del|por|sobre|para|pa|acerca de)\b"
    r"(?: \w+){1,10}"
)
_OF_INFORMATION = re.compile(r"\btransparencia\b|\binformacion (?:publica|que ped\w+)\b")


_PLAIN = (*catalogue.load().categories, "seguimiento")  # whatever became of it, it is told


def meant(matter: str, text: str, *, is_sure: bool) -> tuple[tuple[str, float], ...]:
    """The ranking that takes the place of a matter; empty if no such treatment is told. What is
    charged at a school may be its own affair: it is asked which."""
    plain = saying.bare(text)
    if _WORSE.search(plain) or _is_federal(plain):
        return ()
    if bribes.is_told(plain) and not (is_sure and matter in bribes.APART):
        return ((FOR_GAIN, 0.9),)
    if matter == SCHOOL and bribes.is_for_marks(plain):
        return ((FOR_GAIN, 0.9),)
    if _is_levied(matter, plain):
        return ((FOR_GAIN, 0.5), (SCHOOL, 0.4))
    if _UNANSWERED.search(plain) and not (is_sure and matter in _PLAIN):
        return ((BADLY, 0.9),)
    if bribes.is_complained_of(plain) and matter in OF_OFFICES:
        return ((FOR_GAIN, 0.9),)
    if _GAINS.search(plain) and matter in (*OF_OFFICES, SCHOOL, FOR_GAIN):
        return ((FOR_GAIN, 0.5), (SCHOOL, 0.4)) if matter == SCHOOL else ((FOR_GAIN, 0.9),)
    is_other = matter in OF_OFFICES or (matter == FOR_GAIN and not is_sure)
    is_told = (is_other and _TREATS.search(plain)) or (matter == BADLY and _is_rude(plain))
    if is_told and _is_of_servant(text):
        return ((FOR_GAIN, 0.9),)
    return ((BADLY, 0.9),) if is_told and is_other else ()


def of_office(text: str) -> str:
    """What a complaint is that is to be no denuncia."""
    return SCHOOL if _AT_SCHOOL.search(saying.bare(text)) else BADLY


def _is_levied(matter: str, plain: str) -> bool:
    """What a school takes from parents who must pay, or for which it gives no receipt."""
    is_told = _LEVIED.search(plain) and _FORCED.search(plain) and _AT_SCHOOL.search(plain)
    return matter in OF_LEVIES and bool(is_told) and "denunci" not in plain


def _is_rude(plain: str) -> bool:
    """Whoever it is; «nunca me trató mal» is not."""
    return bool(_TREATS.search(plain) or _RUDE.search(plain)) and not _WRITTEN.search(plain)


def _is_of_servant(text: str) -> bool:
    """Of an office of this State or of a town, which is not this desk; of both, or of one that is
    not named, who attends here finds out."""
    levels = agencies.levels(text)
    return len(levels) == 1 and levels <= {"estatal", "municipal"}


def turns_to_gain(matter: str, heard: Heard) -> bool:
    """«Me pidió dinero», of who attended badly; of an officer, «me chocaron y el tránsito…»: a fine
    is not asked for by those who take it."""
    if not is_for_gain(heard.text):
        return False
    is_officer = matter in OF_OFFICERS and heard.is_sure and heard.intent == FOR_GAIN
    return matter == BADLY or is_officer


def gain_in_pieces(matter: str | None, before: str, text: str) -> str | None:
    """«Me pararon los de tránsito», and then «me bajaron 2 mil»."""
    told = bribes.is_told(saying.bare(f"{before} {text}"))
    is_new = matter in OF_OFFICERS and told and not bribes.is_told(saying.bare(before))
    return FOR_GAIN if is_new else None


def tells_badly(text: str) -> bool:
    """«La doctora nos trató muy mal»: and nothing worse."""
    plain = saying.bare(text)
    return bool(_TREATS.search(plain)) and not _WORSE.search(plain)


def is_more(matter: str | None, text: str) -> bool:
    """Of who is complained of already: «se queda con las despensas»; what the petition without an
    answer was about: «de una silla de ruedas»."""
    plain = saying.bare(text)
    is_of_it = matter in (BADLY, FOR_GAIN) and _MORE.fullmatch(plain)
    is_of_it = is_of_it or (matter == BADLY and _WAS_ABOUT.fullmatch(plain))
    return bool(is_of_it) and not _WORSE.search(plain)


def is_of_care(matter: str | None, heard: Heard) -> bool:
    """How a hospital treats, of who complains of it: «me trató muy mal, me gritó»."""
    plain = saying.bare(heard.text)
    is_badly = matter in OF_CARE and heard.intent == BADLY
    return is_badly and not (_WRITTEN.search(plain) or _WORSE.search(plain))


def is_elsewhere(text: str) -> bool:
    """Of a complaint: at an office that is not this desk, and of nothing that was written to it, so
    that it has no folio."""
    plain = saying.bare(text)
    if _OF_INFORMATION.search(plain):
        return True  # what is written there has a folio of theirs
    is_office = agencies.named(plain) not in (None, directory.OWN)
    is_office = is_office or re.search(rf"\b{_OFFICE}\b", plain) is not None
    return (is_office or bool(_TREATS.search(plain))) and not _WRITTEN.search(plain)


def _is_federal(plain: str) -> bool:
    named = directory.load().get(agencies.named(plain) or "")
    return named is not None and named.level == "federal"

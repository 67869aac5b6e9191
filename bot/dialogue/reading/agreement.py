"""Words about the privacy notice and what is kept: accepted, refused, withdrawn; no name, or
nothing registered at all. Folded, without punctuation."""

import re

from bot.dialogue.reading import saying
from nlu import text as spelling

_LEAD = (
    r"(?:(?:que|pues|yo|la verdad|la neta|entonces|mejor|ok|okey|gracias|hola|no|si|pero|y|es que"
    r"|oigan?|oye|ay|ah|mir[ea]|fijese|bueno|disculpe|perdon|ni|por(?:que)?|so|but|sorry|well|hi"
    r"|and|please|then)\s)*"
)
# What may stand around the data in a refusal; any other word, and it may be about another thing:
# «no acepto que me cobren de más».
_SMALL = (
    r"(?:el|la|lo|l[oa]s|un|una|sus?|mis?|[ae]s[oae]s?|est[oae]s?|de|del|al?|en|con|por|para|que|y"
    r"|ni|o|nada|nadie|ningun[oa]?|tod[oa]s?|me|se|nos|les?|favor|porfa|gracias|pues|ya|tampoco"
    r"|ahi|aqui|mi[oa]s?|ustedes|usted|gobierno|personal(?:es)?|cosas?|entonces|completo)"
)
_DATA = r"(?:avisos?|privacidad|datos?|informacion|terminos|condiciones|politicas?|consentimiento)"
_KEEP = (
    r"(?:(?:guard|utili[cz]|conserv|almacen|recab|manej|archiv)\w+|us(?:e|en|ar|o)|teng?an?|tener"
    r"|trat(?:e|en|ar|amiento)|(?:se )?qued(?:e|en|ar)(?:se)?)"
)
_HELD = rf"(?:{_DATA}|mi[oa]s?|de mi|lo que (?:\w+ )?(?:escrib|dij|dig|cont|pus|pong)\w*)"
_REST = rf"(?: (?:{_SMALL}|{_DATA}|{_KEEP}|compart\w+))*"
_CONSENT = (
    r"(?:h?a[cs]ep?to|autori[sz]o|consiento|permito"
    rf"|(?:doy|quiero dar|pienso dar|voy a dar) (?:{_SMALL} )*(?:permiso|autorizacion"
    rf"|consentimiento)"
    r"|(?:quiero|voy a|pienso|puedo) aceptar|(?:estoy|estamos) (?:(?:nada|muy) )?de acuerdo)"
)
_REFUSAL = (
    rf"(?:no|ni|nunca|jamas|tampoco) (?:(?:les?|l[oa]s?|se) )*{_CONSENT}{_REST}"
    r"|no (?:quiero|queremos|quisiera|deseo|me (?:gusta|late)) (?:que )?(?:(?:me|nos|se|les?) )*"
    rf"{_KEEP} (?:{_SMALL} )*?{_HELD}{_REST}"
    rf"|(?:el|su|ese) aviso(?: de privacidad)? no (?:(?:les?|l[oa]s?|se) )*{_CONSENT}{_REST}"
    r"|no (?:quiero (?:que )?)?(?:me )?(?:guard|almacen|conserv)\w+ nada"
    rf"|no (?:me |nos )?(?:{_KEEP}|(?:tom|registr)en?) (?:{_SMALL} )*?{_HELD}{_REST}"
    rf"|(?:rechazo|me niego|me opongo|estoy en contra)(?: (?:{_SMALL}|{_KEEP}))*? {_DATA}{_REST}"
    r"|i (?:(?:do not|don t|dont|won t|will not|refuse to|never) )(?:accept|agree|consent|authorize"
    r"|allow)(?: (?:to|with|of|the|your|that|this|my|you|us(?:e|ing)|keep(?:ing)?|stor(?:e|ing)"
    r"|sav(?:e|ing)|privacy|notice|policy|terms|data|info\w*|personal|it|any|having|shar(?:e"
    r"|ing)))*"
    r"|(?:i )?(?:do not|don t|dont) (?:want (?:you )?(?:to )?)?(?:keep|stor|sav|us|hav"
    r"|collect)(?:e|ing)?"
    r" (?:any of |any )?my (?:personal )?(?:data|info\w*)"
)
_REFUSES = re.compile(rf"(?:{_LEAD}(?:{_REFUSAL})(?: |$))+")
_LEAD_ALONE = re.compile(rf"{_LEAD}(?:no|gracias)")
_OF_DATA = re.compile(rf"\b(?:{_DATA}|data|info\w*|notice|nada mi[oa])\b")
_CLAUSES = re.compile(
    r"[.,;:!?¡¿\n]+|\b(?:pero|porque|solo|nomas|nada mas|mejor|but|just|only)\b", re.IGNORECASE
)
withdraws = saying.anywhere(
    r"\b(?:retir|revoc|quit)\w* (?:el |mi )?consentimiento\b|\bya no acepto\b"
    r"|\bya no quiero que (?:\w+ ){0,2}(?:tengan?|guarden?|usen?|usando|conserven?)"
    r" (?:\w+ ){0,2}(?:datos|informacion)\b"
)
_ACCEPTS = re.compile(
    r"(?:(?!no |ya no |nunca |ni )\w+ ){0,5}acepto(?: (?:el|su|los?|la|que|todo) ?(?:\w+ ?){0,4})?"
    r"(?: (?:pues|ya|entonces|gracias|por favor|adelante|y|(?:registr|mand|envi|anot)\w+))*"
    r"|(?:(?:yes|ok|okay|now) )*i (?:do )?accept"
)
_NO_DATA = (
    rf"no (?:(?:les?|te|se|lo|l[oa]s|me) )*(?:(?:quiero|quisiera|puedo|pienso|deseo|acepto"
    r"|voy a|gusta|animo a) )?(?:d(?:ar|oy|are)|dej(?:ar|o)|dig[oa]|decir|pon(?:er|go)|pas(?:ar|o)"
    r"|compart(?:ir|o))"
    rf"(?:les?|l[oa]s?|te|se)? (?:{_SMALL} )*(?:datos|informacion|identidad)\b"
)
# Of the name alone: «que no salga mi nombre ni mi correo».
_UNSEEN = (
    r"(?:que )?no (?:quiero que )?(?:se )?(?:salgan?|aparezcan?|figuren?|sepan?|vean?)"
    rf" (?:{_SMALL} )*(?:nombre|{_DATA})(?: (?:{_SMALL}|nombre|correo|telefono|{_DATA}))*"
)
_GIVES_NO_DATA = re.compile(
    rf"{_LEAD}(?:(?:{_NO_DATA}|no (?:me|nos) pid[ae]n? (?:mis |los )?datos)(?: \w+){{0,8}}"
    rf"|{_UNSEEN})"
)
_UNNAMED = (
    r"(?:anonim(?:[oa]s?|amente|ato)|anonymous(?:ly)?|sin dar mi nombre|sin (?:dar )?mis datos)"
)
_WANTS_NO_NAME = re.compile(
    rf"(?:\w+ ){{0,6}}{_UNNAMED}"
    r"(?: (?:por|favor|porfa|fa|pues|mejor|si|se|puede|gracias|eh|plis|todo|please|if|possible"
    r"|(?:la|el|mi|esta|este) (?:denuncia|queja|reporte|peticion|solicitud)))*"
)
_ASKS_IF_UNNAMED = re.compile(
    r"(?:(?:y|o|oiga|pero|esto|eso|aqui|todo|mi|la|el|queja|denuncia|reporte) )*"
    r"(?:es|son|queda|seria|sera|va a ser|is (?:it|this)) anon\w+"
)
# A longer message asks for it: «quiero denunciar de forma anónima a…».
is_nameless = saying.anywhere(rf"\b{_UNNAMED}\b|\b(?:{_NO_DATA})")
_WORDLESS = r"(?:(?:me|nos|l[oa]s?|les?|se|un|una|el|la|ningun\w*|nada|eso|este|mi|de|reporte|folio"
_WORDLESS += (
    r"|queja|denuncia|tramite|peticion|solicitud|nada mas|todavia|aun|ahorita|aqui|ya"
    r"|(?:a|contra) nadie)\s?)*"
)
_REGISTER = (
    r"(?:registr\w+|report\w+|anot\w+|quejarme|denunci\w+|tramitar|(?:ningun |un |el )?folio"
    r"|(?:levant\w+|abr\w+|hacer|hagan?|pon(?:er|gan?)|met(?:er|an?)) (?:una? |la |el |ningun\w* )?"
    r"(?:reporte|folio|queja|denuncia|tramite|solicitud|peticion))"
)
_ASKED = (
    r"(?:[qk]u?i?er(?:ia|o|iamos|emos)|era|es|fue|venia|pregunt\w+|sabers?|saber|preguntar"
    r"|checar|informar\w*|informes?|informacion|orientacion|consultar?|una?|pregunta|duda"
    r"|consulta|(?:cuanto|que) (?:cuesta|vale|sale|cobran|deb(?:o|emos|ia)|es)|por que"
    r"|donde (?:(?:se|l[ao]) )?pag(?:o|a)|(?:el|l[oa]s?) (?:costos?|precios?"
    r"|requisitos|horarios?|fechas?|dias?|hora)|por|para|a|dime(?:lo)?|digame(?:lo)?|eso|esto"
    r"|nada mas|nomas|pues)"
)
_NOTHING = (
    rf"no (?:(?:[qk]u?iero|queria|quisiera|queremos|deseo|necesito|ocupo|vengo a|voy a|hace falta"
    rf"|estoy|es necesario|se trata de) )(?:que )?(?:me |nos |l[oa]s? )*{_REGISTER}"
    rf"(?: {_WORDLESS})?"
    r"|no (?:es|era) (?:una )?(?:queja|reporte|denuncia)(?! (?:del?|por|contra)\b)"
    rf"|no (?:me |nos )?(?:l[oa]s? )?(?:registr|anot|report)(?:es?|en|ar)(?: {_WORDLESS})?"
    r"|(?:era |es |fue )?(?:nomas|nada mas|(?:tan )?sol(?:o|amente)|unicamente)"
    rf"(?= (?:\w+ )*?(?:sab|pregunt|inform|duda|consult|orient|dime|diga)) {_ASKED}(?: {_ASKED})*"
    r"|(?:(?:era|es|lo|un|nomas|nada mas|solo|solamente|nadamas) )+(?:decia|comentaba|platicaba"
    r"|comentario)"
    r"|con eso (?:me basta|tengo|me quedo)|eso (?:nada mas|nomas) (?:queria|era)(?: saber)?"
    r"|(?:i |i m |i was |it was )?(?:just|only) (?:want(?:ed)? to (?:know|ask)(?: that| it"
    r"| who \w+ it|(?: about)? the (?:price|cost|requirements|hours)| how much it costs)?"
    r"|asking|a question|wondering|information|info)"
    r"|i (?:do not|don t|dont) (?:want|need) (?:to )?(?:(?:register|report|file|submit)(?: it)?"
    r"|(?:a|any) (?:report|folio|case))(?: anything| a report| a complaint)?"
)
_WANTS_NOTHING = re.compile(rf"(?: ?{_LEAD}(?:{_NOTHING})\s?)+(?: (?:gracias|por favor|thanks?))?")
_COMPLAINS = re.compile(r"\b(?:quej|denunci)")
# «No quiero denunciar, quiero que vigilen»
_WANTS_ELSE = re.compile(
    r"(?<!no )\b(?:quiero|quisiera|queremos|pido|necesito)\b|\bque (?:(?:me|nos|l[oae]s?|se) )?"
    r"(?!\w*(?:diga|inform|orient))\w+e?n\b"
)
# A town may be left; «mi marido me pega, no quiero denunciar» tells more.
_AROUND = re.compile(
    r"\b(?:no|ya|l[aeo]s?|dije|en|el|nombre|pregunt\w+|saber|que|hago|y|yo|si|gracias)\b"
)
# «No quiero registrar, solo tengo una duda», not «no registre nada, nomás decía».
wants_to_know = saying.anywhere(
    r"\b(?:sab|pregunt|inform|duda|consult|orient|dime|diga|know|ask|question|wonder|info)"
)
# «Nomás quería saber eso», not «solo quiero información».
has_what_was_asked = saying.anywhere(r"\b(?:eso|esto|era|queria|that|wanted|wondering)\b")


def refuses(text: str, plain: str) -> bool:
    """By itself, or in a sentence of its own beside something else."""
    if _REFUSES.fullmatch(plain):
        return True
    clauses = [each for each in _clauses(text) if not _GIVES_NO_DATA.fullmatch(each)]
    while clauses[1:] and _LEAD_ALONE.fullmatch(clauses[0]):
        del clauses[0]
    told = [each for each in clauses if _REFUSES.fullmatch(each)]
    return any(_OF_DATA.search(each) or each == clauses[0] for each in told)


def says_only_that(plain: str) -> bool:
    """That it is refused, or nothing to be registered: no matter is told along with it."""
    return bool(_REFUSES.fullmatch(plain) or _WANTS_NOTHING.fullmatch(plain))


def accepts(plain: str) -> bool:
    return len(plain) < 60 and bool(_ACCEPTS.fullmatch(plain))


def wants_no_name(text: str, plain: str) -> bool:
    """The whole message asks for it: «póngale anónimo», «no les voy a dar mis datos»."""
    if "?" in text and _ASKS_IF_UNNAMED.fullmatch(plain):
        return False
    is_short = len(plain) < 60 and _WANTS_NO_NAME.fullmatch(plain)
    return bool(is_short or _GIVES_NO_DATA.fullmatch(plain))


def wants_nothing(text: str, plain: str) -> bool:
    """«No quiero registrar nada», «nomás quería saber eso»: nothing of it is to be registered."""
    clauses = _clauses(text)
    rest = " ".join(each for each in clauses if not _COMPLAINS.search(each))
    is_else = _WANTS_ELSE.search(plain) or len(_AROUND.sub("", rest).split()) > 1
    told = (each for each in clauses[:2] if not (is_else and _COMPLAINS.search(each)))
    return any(_WANTS_NOTHING.fullmatch(each) for each in (plain, *told))


def _clauses(text: str) -> list[str]:
    parts = (_plain(each) for each in _CLAUSES.split(text))
    return [each for each in parts if each]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", spelling.fold(text))).strip()

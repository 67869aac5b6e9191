"""What is asked about an office, by the way it is asked: hours, place, phone and the like."""

import re

from bot.dialogue.reading import saying, wording
from bot.dialogue.reading.heard import Heard
from handoff.rules.catalogue import Category
from nlu import moves

_BEFORE = (
    r"(?:(?:hola|buen[oa]s?|dias?|tardes|noches|oigan?|oye|disculp\w+|perdon|una|pregunta|y|pero"
    r"|no se|ustedes|gracias|ok|entonces|tambien|saben?|digame"
    r"|(?:me )?(?:puede[ns]?|podria[ns]?) decir(?:me)?|(?:seria|fuera) tan amables? de"
    r"|(?:indic|inform|explic)ar(?:me|nos)|nomas|solo|solamente"
    r"|(?:(?:nomas|solo|nada mas) )?(?:[kq]u?iero|quisiera|queria|necesito|ocupo) saber"
    r"|ya en ?serio"
    r"|por favor|porfa|hoy|manana|(?:el |los )?(?:lunes|martes"
    r"|miercoles|jueves|viernes|sabados?|domingos?)(?: \d+)?) )*"
)
# «Y el Registro Civil ¿a qué hora abre?»; «el Seguro no me atiende» asks nothing.
_OFFICE_FIRST = (
    r"(?:(?:el|la|los|las|l?en) (?:(?!no (?:me|nos|l[aeo]s?|quier\w+|atiend\w+)\b)\w+ ){1,5}?)?"
)
_NUMBER = r"(?:numeros?|telefonos?|contactos?|correos?)\b"
_OPENS = r"(?:ab[rie]|ati?en|cierr|trabaj|labor|contest|hay|est[ae]|tien|dan)"
_TELL_ME = (
    r"(?:(?:si|que|me|nos|pueden?|podrian?|quiero|quisiera|necesito|ocupo|tienen?|saber"
    r"|(?:d[aei]|pas)\w*) )*"
)
_NAME = r"(?:cual es )?(?:(?:el|su|algun) )?nombre(?: completo)? de(?:l| la| los| su)?"
_NAME_EN = r"(?:.* )?(?:the )?name of(?: the)?"
# «El encargado de los baches» may be an office.
_POST = (
    r"(?:jef[ea]s?|(?:sub)?director\w*|titular|superior|supervisor\w*|coordinador\w*|gerente"
    r"|administrador\w*|delegad[oa]|secretari[oa]|president[ea]|alcald\w+|comandante"
    r"|(?:encargad[oa]s?|responsable)(?! del? (?!ahi|alla|aqui)))\b"
)
_POST_EN = r"(?:boss|director|head|principal|manager|supervisor|in charge)\b"
_ASKED = {
    "hours": re.compile(
        rf"{_BEFORE}{_OFFICE_FIRST}(?:(?:(?:a|en|de|hasta) )?que (?:horas?|horarios?|dias?)"
        rf" (?:\w+ ){{0,3}}?{_OPENS}"
        r"|a que hora (?:me conviene|puedo (?:ir|pasar)|voy|llego)\b"
        r"|(?:cual es )?(?:el |su )?horarios?\b|(?:en )?que horarios?$"
        r"|cuando abren?\b(?! (?:l[ao]s?|el) (?:convocatoria|registro|(?:pre)?inscrip|periodo"
        r"|plataforma|pagina|sistema|carretera|camino))"
        r"|(?<!que )(?:abren?|atienden?|trabajan)(?: (?!para\b)|$)"
        r"|que si (?:abren?|atienden?|trabajan)\b"
        r"|estan? abiert|are (?:you|they) open|what time|what are the(?:ir)? hours)"
    ),
    "place": re.compile(
        rf"{_BEFORE}{_OFFICE_FIRST}(?:(?:en |a )?donde (?:estan?|queda"
        r"|se (?:encuentra|ubica)|los encuentr)"
        r"|(?:cual es )?(?:la |su )?direccion (?:de|tiene)|cual es su direccion"
        r"|(?:tienen?|me (?:da[sn]?|pasan?)) (?:la |su |alguna )?direccion"
        r"|que direccion (?:tienen?|es)\b"
        r"|(?:como|por donde) llego|where (?:is|are you)|what (?:is|s) the (?:address|location))"
    ),
    "phone": re.compile(
        rf"{_BEFORE}(?:(?:cual (?:es|era)|que|me \w+|pas[ae]n?me|d[ae]n?me|deme|tienen?|necesito"
        rf"|ocupo|quiero|busco) (?:(?!mi )\w+ ){{0,2}}{_NUMBER}"
        rf"|(?:a que |el )?{_NUMBER} (?:de|para|tiene)"
        r"|a que numero (?:les|los|le) |(?:what (?:is|s) )?(?:the |your )?phone)"
    ),
    "web": re.compile(
        rf"{_BEFORE}(?:cual es|tienen?|hay|me pasan?|que) (?:\w+ )?"
        r"(?:pagina|sitio|portal|facebook)\b"
        r"|(?:what (?:is|s)|do you have) (?:\w+ )?web ?(?:site|page)"
    ),
    "head": re.compile(
        rf"(?!.*\bno (?:se|sabemos)\b){_BEFORE}{_TELL_ME}(?:quien(?: \w+)? (?:manda|dirige)\b"
        rf"|(?:quien(?: \w+)?|como se llama(?: \w+)?|{_NAME}) (?:el |la |su |al? |los )?{_POST})"
        rf"|who (?:is|s) (?:\w+ )?(?:boss|{_POST_EN})|{_NAME_EN} (?:\w+ )?{_POST_EN}"
    ),
    "level": re.compile(
        r"(?:\w+ ){0,6}?(?:es|son|eres|perten\w+|depend\w+|a|de) (?:\w+ )?(?:al?|de|del|que)"
        r" (?:la |un )?(?:gobierno|estado|municipio|ayuntamiento|federacion)\b"
        r"|(?:\w+ ){0,6}?(?:es|son) (?:\w+ )?(?:municipal|estatal|federal)(?:es)?\b"
        r"|(?:are you|is this) (?:\w+ ){0,2}(?:government|state|city)\b"
    ),
    "access": re.compile(
        r"(?:(?!no )\w+ ){0,12}?(?:hay|tienen?|cuentan con|es|is there|do you have) (?:\w+ )?"
        r"(?:rampas?|elevador(?:es)?|interpretes?|accesible|estacionamiento|ramp|elevator|parking)\b"
    ),
}
KINDS = tuple(_ASKED)
_PROCEDURE = re.compile(
    rf"{_BEFORE}(?:(?:en |a |por )?donde (?:(?:puedo|se|hay que|tengo que|debo|voy a) )*"
    r"(?:sac|pag|tramit|renov|renuev|inscrib|consig|obten)\w*"
    r"|(?:que|[qk]|ke|cuales son los|cuales) (?:requisitos|papeles|documentos)\b"
    r"|(?:si )?(?:todavia|aun) hay$|(?:los? |el )?(?:requisitos|costos?|precio)\b(?! no\b)"
    r"|(?:que|[qk]|ke) (?:(?:se )?(?:necesit|ocup|requier)\w+|piden|llevo|hay que llevar)"
    r"(?: (?:para|pa|de|llevar)\b|$)"
    r"|cuanto (?:me |nos )?(?:deb(?:o|emos)|tengo de adeudo|cuestan?|cobran"
    r"|valen?|salen?|costaria|es$|hay que pagar)\b"
    r"|como (?:le |se |puedo |tengo que )*(?:(?:h?ago|h?acer|h?ace) (?:para|pa) )?"
    r"(?:sac|tramit|renuev|renov|inscrib|pag|corri[gj]|correg|registro a|registrar a)\w*"
    r"|(?:(?:solo|nomas|[kq]u?iero|quisiera|queria|necesito|ocupo|busco|pido|me|da[nr]?|puede[ns]?"
    r"|podrian?) )+(?:informes?|informacion|orientacion)\b(?! publica)"
    r"|[kq]u?iero saber (?:(?:lo|algo|mas) )?(?:de|del|sobre|acerca de)\b(?! (?:mi|un|el) "
    r"(?:folio|reporte|caso|queja))"
    r"|how much (?:does|do|is|are|will|would)\b|what (?:documents|papers|requirements)\b"
    r"|(?:where|how) (?:do|can) (?:i|we) (?:get|pay|renew|apply|register)\b)"
)
_PAPER = r"(?:licencias?|placas?|acta|carta|curp|constancia|credencial|permiso|tramite|certificado)"
_OURS = r"(?:report|quej|denunci|folio|respuesta|peticion|solicitud|contest|respond)"
_MUST = r"(?:tengo|tenemos|tiene|debo|hay|necesito|ocupo|puedo|pueden?|have to|must|can)"
_AT_AN_OFFICE = re.compile(
    rf"(?!.*\b{_OURS})(?:.*\b(?:en linea|por internet|en internet|online|(?:sin|con) cita)\b"
    rf"|.*\b{_MUST} (?:que )?(?:yo )?(?:ir|acudir|mandar a|presentar\w*|pagar\w*|sacar\w*"
    r"|hacer fila|llevar|renovar\w*|tramitar\w*|hacerl[oa]|cita|go|pay)\b"
    r"|.*\b(?:a fuerza|en persona|presencial|personalmente|in person)\b"
    r"|(?:.* )?(?:a |en )?d?onde (?:voy|vamos|acudo|me dirijo|debo ir|puedo ir|hay que ir)\b"
    r"|(?:.* )?que (?:ocup|necesit|llev|pid|papel|requisit|document)\w*"
    r"|.*\b(?:cuant[oa]s?|cuando)\b.*\b(?:tarda|demora|dura|sale|entrega|dan|est[ae] list)\w*"
    rf".*\b{_PAPER}\b.*)"
)
_WISHED = re.compile(
    rf"{_BEFORE}(?:(?:[kq]u?iero|quisiera|queria|necesito|ocupo|me urge|vengo a|voy a|para|pa"
    r"|i (?:want|need) to) )+(?:sac|renov|tramit|repon|pag|obten|imprim|dar de alta|get|renew)\w*"
)
_NEEDED = re.compile(r"\b(?:ocup|necesit|quier|urg|perd|teng|tien)\w*")
_WRONG = re.compile(
    r"\b(?:no|sin permiso|pero|trat(?:o|an|aron)|nieg\w+|mal|but|not|don t|won t)\b"
)
# «Para las becas, ¿con ustedes o con quién?», not «no hay agua y no sé a quién avisar».
_WHOSE = re.compile(
    r"(?!.*\bno\b)(?:(?:.*\b(?:con|a) |(?:(?:oigan?|y|pero|hola|disculpe) )*)(?:quien(?:es)?|who)\b"
    r"|(?:.* )?(?:donde|que numero) (?:llam|habl|marc|report|acud|voy|pued)\w*)"
)
AT_OFFICES = ("placas_licencias", "registro_civil")  # people do it there themselves
LIKELY = 0.4
_OF_PAPERS = ("informacion", "peticion")  # kinds of matters
_HOW = ("papers", "procedure")  # moves
# Who tells of a paper that is lost or wrong, or wants it, has not asked yet.
_asks_it = saying.anywhere(
    r"\b(?:[ck]o?mo|d?ond?e|dnd|[ck]uant\w*|[ck]uest\w*|[ck]obra\w*|precio|costos?|papele\w*|tramite"
    r"|re[qk]u?isi\w*|documento\w*|pasos|proce\w+|cual(?:es)?"
    r"|(?:que|[kq]u?e?|lo que) (?:\w+ ){0,2}?"
    r"(?:o[ck]up|ne[cs]e[cs]it|ll?ev|yev|pid|teng|h?a[gc]|deb|sig|se )\w*|what|where|how|which)\b"
)
_DONE = r"(?:h[ai][cg]|sa[cq]|tramit|ren[ou]|corr[ei][gj]|arregl|cambi|repon|regi|inscri|pag|da)\w*"
_HOW_AT_LAST = re.compile(
    rf"\b(?:(?:como|donde) (?:(?:le|me|se|l[ao]s?|puedo|podemos|debo|hay que|tengo que) )*{_DONE}"
    r"|(?<!por )que (?:papeles|requisitos|documentos|tramite|(?:se )?(?:ocup|necesit)\w+|llevo"
    r"|me piden))(?: \w+){0,5}$"
)
_CLAUSES = re.compile(r"[,.;:!?¡¿\n]+|\by\b", re.IGNORECASE)
# More often told than asked: «no hay rampa en la escuela», «son del gobierno y no hacen nada».
_IF_ASKED = ("level", "access")
_HAVE_YOU = re.compile(r"(?:y |oiga )?(?:hay|tienen|cuentan con) \w+(?: ahi)?")
# This desk itself: «¿dónde están ubicados?», «¿qué teléfono tienen?»
is_of_ours = saying.anywhere(
    r"\b(?:ustedes|sus? (?:oficinas?|direccion|telefono|numero|jef\w+|director\w*|pagina)"
    r"|ubicad[oa]s|se encuentran|los encuentr\w+|tienen|numero l[eo]s|are you|you located|your"
    r"|you have|is this|est[ea] (?:oficina|chat|servicio|departamento)"
    r"|(?:hay|there a) ramp(?:as?)?)\b|\bdonde estan$"
    r"|^(?:(?:y|oigan?|pero|hola) )*esto es\b"
)


def about(text: str) -> str | None:
    """Which of these is asked for, of whatever office; None if nothing of it is."""
    plain = saying.bare(text)
    found = next((name for name, each in _ASKED.items() if each.match(plain)), None)
    is_asked = "?" in text or " o " in plain or _HAVE_YOU.fullmatch(plain)
    return None if found in _IF_ASKED and not is_asked else found


def is_of_a_procedure(text: str) -> bool:
    """«¿Dónde se saca la licencia?», «qué papeles piden para la beca, y cuánto cuesta»: some clause
    asks how it is done."""
    clauses = [saying.bare(each) for each in _CLAUSES.split(text)]
    return any(map(_PROCEDURE.match, clauses))


def is_at_an_office(text: str) -> bool:
    """«¿Se puede pagar en línea?», «¿a fuerza tengo que ir yo?», «¿cuánto se tarda la carta?»"""
    return any(_AT_AN_OFFICE.match(saying.bare(each)) for each in _CLAUSES.split(text))


def is_done_there(text: str) -> bool:
    return is_of_a_procedure(text) or is_at_an_office(text)


def how(heard: Heard, category: Category | None = None) -> bool:
    """How something is done at an office, and what it takes: in the whole, or in a sentence of it.
    Of a matter that is done there it is soon believed, and never of what others come to mend."""
    key, kind = (category.key, category.kind) if category else ("", "peticion")
    least = LIKELY if key in AT_OFFICES else moves.PLAIN
    said = (heard.meaning.move, *(each.move for each in heard.parts))
    is_so = any(each.name in _HOW and each.confidence >= least for each in said)
    is_so = is_so and ("?" in heard.text or _asks_it(heard.text))
    is_long = heard.text.count(" ") >= moves.LONGEST
    is_told = _NEEDED.search(saying.bare(heard.text)) or is_wrong(heard.text)
    is_last = (is_long or not is_told) and _HOW_AT_LAST.search(saying.bare(heard.text))
    is_so = is_so or bool(is_last)
    return is_so and (key in AT_OFFICES or kind in _OF_PAPERS)


def wants_it_done(text: str) -> bool:
    """«Quiero sacar mi acta», «ocupo renovar la licencia», and nothing that went wrong."""
    said = (each for each in text.split("\n") if not is_wrong(each))
    return any(_WISHED.match(saying.bare(each)) for line in said for each in _CLAUSES.split(line))


def where(heard: Heard) -> bool:
    """The office that was told is, likelier than anything else."""
    move = heard.meaning.move
    if move.name in ("decline", "leave"):
        return bool(re.search(r"\bd?onde (?:voy|vamos|acudo|queda)\b", saying.bare(heard.text)))
    return move.name == "address" and move.confidence >= LIKELY


def is_wrong(text: str) -> bool:
    """Something was not as it should be."""
    return _WRONG.search(saying.bare(text)) is not None


def asks(heard: Heard) -> bool:
    """Nothing happened: they want to know."""
    is_asked = about(heard.text) is not None or is_of_a_procedure(heard.text) or how(heard)
    return is_asked or wording.is_question(heard) or heard.move in ("address", "hours")


# «¿Eso es del estado o del municipio?», «¿van a ir ustedes o quién?»
_LEVEL = r"(?:estado|estatal|municip\w+|gobierno|ayuntamiento|federal)"
is_whose = saying.anywhere(
    rf"\b{_LEVEL}\b.* o (?:\w+ )*(?:{_LEVEL}|quien|que)\b|\bustedes\b.* o quien(?:es)?$"
)


def is_only_whose(text: str) -> bool:
    """Or how it is done: nothing is reported yet."""
    return is_of_a_procedure(text) or bool(_WHOSE.match(saying.bare(text)))

"""What kind of request a message names, when it says nothing else or no engine hears it; and who
is who."""

import re

from bot.dialogue.reading import saying
from nlu import text as spelling

_ABOUT_THIS_DESK = re.compile(
    r"\bquej\w+\b.*\b(?:est[ea] (?:chat|servicio|bot|asistente|ventanilla)|ustedes|chat sonora"
    r"|su (?:chat|bot|asistente))\b"
)
# The analysts are of this desk.
_ABOUT_AN_ANALYST = re.compile(
    r"\b(?:quej|denunci|acus|report)\w*\b.*\banalistas?\b.*\b(?:atendi|contest|habl|trat|escribi)\w*"
    r"|\banalistas?\b.*\b(?:atendi|contest|habl|trat|escribi)\w*.*\b(?:quej|denunci|acus|report)\w*"
)
# «Quiero hacer una solicitud de información pública»: which, is still to be told.
_ONLY_NAMES = re.compile(
    r"(?:(?:hola|disculpe|oiga|buen[oa]s (?:dias|tardes|noches))[\s,.¿]*)*"
    # «¿Cómo puedo hacer para una audiencia?», «¿qué necesito para pedir una cita?»
    r"(?:(?:quisiera |quiero |me gustaria )?(?:saber )?(?:como|que|donde)"
    r"(?: (?:le|se|puedo|puede|podria|debo|tengo que|hay que|necesito|ocupo|hago|hace|hacer|pido"
    r"|pide|saco|solicito|solicita|consigo|obtengo|tramito|agendo|para))+\s+)?"
    r"(?:(?:yo )?(?:quiero|quisiera|necesito|deseo|me gustaria|ocupo|vengo a)\s+)?"
    r"(?:(?:hacer|pedir|presentar|solicitar|meter|ejercer|tener|poner|agendar|registrar)\s+)*"
    r"(?:(?:una|un|mis|mi|el|los|cita para)\s+)*(?:(?:solicitud|peticion)(?: formal)?(?: de)?\s*)?"
    r"(?:(?:acceso a )?(?:la )?informacion(?: publica)?|(?:derechos? )?arco|audiencia|cita)?"
    r"(?:\s*(?:con|para|al|ante|del|de) (?:\w+ ){0,3}"
    r"(?:gobernador|gobierno|transparencia|estado))?[\s.,?!]*"
)
# «Borren mis datos», «corregir mi nombre en sus registros», «qué datos tienen de mí», «me opongo a
# que usen mi información»: which right, and of what; nothing is left to be described.
_OF_THEIRS = r"(?:tod[oa]s?|datos|informacion|nombre|apellidos?|telefono|numero|correo|direccion"
_OF_THEIRS += r"|domicilio|expediente|historial|reportes?|registros?|curp|edad|fecha)"
names_right = saying.anywhere(
    r"\b(?:borr|elimin|cancel|quit|correg|corrij|rectific|actuali[zc]|cambi|modific|acced|consult"
    r"|copia|ver|saber|conocer|opon|opong|us[ae]|compart|tenga|conserv|guard)\w*"
    rf"(?: \w+){{0,5}}? {_OF_THEIRS}\b|\b(?:datos|informacion) (?:\w+ )?tienen?\b"
)
_WHO = re.compile(
    r"\b(?:soy|somos) (?:su|sus|l[ao]s?|el) (?:mam\w*|pap\w*|madre|padre|tutor\w*|abuel\w*|ti[oa]s?"
    r"|(?:hij|herman|espos|niet|sobrin|prim|suegr|cunad|viud|vecin)\w*|nuera|yerno)\b"
)
# «Y mi nieta se llama Yaritza Osuna»
_CALLED = re.compile(
    r"(?:(?:y|pues|ah|es que) )*(?:mi|el|la|su) \w+ (?:se llama|es)"
    r"(?: (?!(?:no|y|desde|que|se|esta|anda|muy|una?)\b)\w+){2,5}"
)
WHO_IS_WHO = 14  # words; in more there may be a story
# «En mi calle», «hay un problema en mi colonia», «no sirve nada».
_HOUSE = (
    r"(?:(?:aqui|ahi|alla) )?(?:en|de|por|(?:en)?frente (?:a|de)|afuera de|cerca de|atras de"
    r"|a un lado de|junto a)"
    r" (?:(?:la|el) )?(?:mi|nuestr[oa]|la|el) (?:calle|casa|cuadra|colonia|esquina|barrio|pueblo"
    r"|rumbo|ejido|edificio|negocio|fraccionamiento)"
)
_WRONG = (
    r"(?:(?:hay|tengo|tenemos) (?:un|unos|muchos|varios) problemas?"
    r"|(?:ya )?no (?:sirve|funciona) nada|nada (?:sirve|funciona)"
    r"|(?:yo )?tengo una? (?:duda|pregunta|asunto)"
    r"|(?:es )?(?:(?:con|contra|sobre|de) (?:el|la|las)|del) (?:gobierno|estado|municipio"
    r"|ayuntamiento|autoridad(?:es)?))"
)
_CALLS = (
    r"(?:(?:hola|oigan?|oye|ey|disculpe|pues|bueno|(?:lo que pasa )?es que|(?:fijese|mire)(?: que)?"
    r"|buen[oa]s(?: (?:dias|tardes|noches))?)[\s,.]*)*"
)
_FROM = (
    r"(?:somos|soy|vivo|vivimos|vengo|venimos|(?:les? )?(?:escrib|habl)(?:o|imos|amos)) (?:aqui )?"
    r"(?:del|(?:de|en|desde) (?:la|el|una?|mi|este|esta|nuestr[oa]))"
    r" (?:ejido|comunidad|rancho|pueblo|sierra|colonia|barrio|costa|valle|campo)"
)
# «Aquí en mi calle», «es que mi casa», whatever is wrong there; «me llegó», whatever that is.
_MINE = r"(?:mi|nuestr[oa]) (?:calle|casa|cuadra|colonia|esquina|barrio|pueblo|edificio)"
tells_only_where = saying.only(rf"{_CALLS}(?:{_HOUSE}|{_FROM}|{_MINE})")
lacks_subject = saying.only(
    rf"{_CALLS}(?:ya )?(?:me|nos|les?|se|l[ao]s?) \w+(?:o|aron|ieron|aban?)"
)
_OPEN = (
    r"(?:(?:(?:ya|todavia|aun) )*no (?:(?:me|nos|les?) )?(?:h?an? )?(?!pas(?:o|e|en)\b|paga?o\b)"
    r"(?:lleg|ca[iey]|sal[ei]|sirv|pas|funcion|prend|jal|abr[ei]|d(?:an?|io|ieron|ado)\b|pag|deposit"
    r"|entreg|arregl|compon|surt|contest|atiend|resuelv)\w*(?: (?:ya|bien|todavia|aun))?"
    r"|(?:tiene|tengo|cumplio) (?:ya |como )?\d{1,3}(?: (?:anos|anitos|meses))?"
    r"|(?:quiere|ocupa|necesita|requiere|busca))"
)
# «No le llega», «mi mamá tiene 70 años»: what it is about is still to come.
leaves_open = saying.only(
    rf"{_CALLS}(?:(?:y|pero|ya|ella|el|mis? (?:mam|pap|a[mp]|hij|nin|niet|abuel|espos|suegr|herman)"
    rf"(?:as?|os?|it[oa]s?|i)) )*{_OPEN}(?: y {_OPEN})*"
)
_NOTHING_YET = re.compile(
    rf"{_CALLS}"
    rf"(?:(?:{_HOUSE},? )?{_WRONG}(?: {_HOUSE})?|(?:yo )?(?:necesito|ocupo|quiero|quisiera)"
    r"(?: (?:hacer |pedir |saber de )?(?:un|algun|el|los) (?:apoyos?|tramites?|favor|informes?))?"
    r"(?: (?:del|de un|al) (?:gobierno|estado))?)[\s.,]*"
)
# «No, nada más ando probando si sirve»
_TRIES = re.compile(
    r"(?:(?:no|hola|jaja|pues|es|que|nada mas|nomas|solo|era|fue|una|yo|aqui) )*"
    r"(?:(?:and|est)\w+ )?(?:(?:prob|test)(?:ando|aba|ar|e|ing)|prueba|(?:viendo|checando) si)"
    r"(?: (?:si|esto|este|el|la|sirve|jala|funciona|contestan?|de verdad|chat|whats\w*|numero|bot"
    r"|nomas|nada mas|no mas|que tal))*"
)
# «Jaja no, es queja pues», «no, es otra cosa»
_ONLY_KIND = re.compile(
    r"(?:(?:j[aeo]\w*|no|pues|ah|si|ya|es que|hola|oiga|mire|quiero|quisiera|vengo a|necesito|ocupo"
    r"|poner|hacer|presentar|meter|levantar|dejar|es|era|seria|traigo|tengo|una?|mi|buen[oa]s?"
    r"|dias|tardes|noches|ok|thanks|thank you|hey|hi|just|and|but|i|have|got) )*"
    r"(?:queja|reporte|peticion|otra (?:cosa|pregunta)|otro asunto|(?:one more|another|a) question)"
    r"(?: (?:pues|por favor|porfa|gracias|formal|mas bien|mejor))*"
)  # «Es que», «mire», «es algo delicado»
_HESITATES = re.compile(
    r"(?:(?:es que|mire|fijese|oigan?|este|pues|bueno|o sea|a ver|joven|senorita"
    r"|lo que pasa)(?: |$))+"
    r"(?:(?:es|tengo|traigo|hay) (?:un|una|algo) ?(?:problema|asunto|tema|situacion)?)?"
    r"|(?:(?:es que|mire|pues|hola|oiga) )*(?:es|tengo|traigo) (?:un|una|algo)"
    r"(?: (?:problema|asunto|tema|cosa|situacion))?(?: (?:muy|medio|algo))?"
    r"(?: (?:delicad[oa]|personal|privad[oa]|seri[oa]|importante|complicad[oa]|urgente))?"
    r"(?: (?:de|con) (?:mi|un|una|unos|el|la) (?:vecin[oa]s?|casa|calle|colonia|barrio))?"
)
_OF_WHOM = r"(?:aqui|nosotros|yo|(?:(?:en|a) )?(?:mi|nuestr[oa]|la|el) \w+)"
# «Hay», «es urgente», «quiero poner un», «2», «mi casa no tiene». No other denial is among them:
# «ya no quiero» tells much.
# Words that tell nothing by themselves, whatever a model takes them for.
is_piece = saying.only(
    rf"{_CALLS}(?:{_OF_WHOM} ){{0,2}}(?:ya )?(?:no )?(?:hay|tienen?|tenemos|tengo)"
    r"|(?:(?:al?|con|del?|en|para|pa|por|sobre|y|pero|porque|que|q|yo|me|mis?|les?|l[oa]s?|el|se|nos"
    r"|sus?|un[oa]?s?|est[aeo]|es[aeo]|muy|aqui|ahi|h?ay|hubo|es|era|son|est[ae]n?|tengo|tenemos"
    r"|urg(?:e|en|entes?|encia|entemente)|pronto|rapido|ahora|ahorita|favor|porfa(?:vor)?"
    r"|pueden?|podrian?|quiero|quisiera|queremos|ocup[oa]|necesit[oa]|necesitamos|vengo|voy|poner"
    r"|hacer|meter|levantar|presentar|dejar|pedir|mandar|saber|decir(?:les?)?"
    r"|cos(?:as?|os?|it[oa]s?)|chunches?|desto|deso|madre(?=s? es[ae])"
    r"|can|you|the|an?|i|to|is|urgent|please|want|need|\d{1,3})(?: |$)){1,5}"
)
# «¿Ustedes a qué se dedican?», of this desk.
asks_what_for = saying.only(
    r"(?:\w+ ){0,4}?(?:a que se dedican?(?: (?:ustedes|aqui|este chat|este servicio))?"
    r"|como funciona (?:esto|est?e (?:chat|servicio)|aqui)|how does (?:this|it)(?: \w+)? work"
    r"|(?:ustedes|aqui|este chat|esto) (?:si )?"
    r"(?:(?:en |para )?que) (?:si |se )?(?:hacen?|ayudan?|sirven?|resuelven?|atienden?)"
    r"|(?:en |para )?que (?:si |es lo que )?(?:hacen|ayudan|sirven?|resuelven)"
    r" (?:ustedes|aqui|este chat|esto)|(?:aqui|ustedes) (?:si )?ayudan(?: \w+){1,6}"
    r"|que (?:puedo|se puede) (?:reportar|pedir|hacer|tramitar) (?:aqui|por aqui|con ustedes)"
    r"|what (?:is|s) (?:this|it)(?: \w+)? for|what (?:do|can) you do)"
)
# «¿Hay alguien ahí?»: a greeting, more than the wish for a person.
_HELLO = r"(?:hola+|oigan?|oye|disculpen?|perdon|bueno|y|buen[oa]s|dias|tardes|noches|alo|hello|hi)"
_CALLS_OUT = (
    r"(?:(?:h?ay|esta) alguien|alguien|(?:siguen?|estan?|andan?) (?:ahi|aqui)"
    r"|(?:si |ya )?me (?:le[ey]\w+|escuch\w+|oy\w+|copi\w+)"
    r"|(?:me )?(?:contest|respond)(?:en|an)(?:me)?|(?:is )?(?:anybody|anyone|someone) there)"
    r"(?: (?:ahi|h?ay|aqui|alli|aca|en linea|conectad[oa]|del otro lado|me (?:lee|escucha)"
    r"|que (?:conteste|lea|responda)|todavia|o no|por favor))*"
)
only_calls = saying.only(rf"\W*(?:{_HELLO}\W+)*{_CALLS_OUT}\W*")
only_greets = saying.only(rf"(?:{_HELLO}(?: |$))+")


def tells_nothing_yet(text: str) -> bool:
    """That something is wrong, or near whose house, or is a complaint, and not what; or that they
    only try the chat; or a piece of a sentence: «me», «pueden»."""
    plain = saying.bare(text)
    is_begun = _ONLY_KIND.fullmatch(plain) or _HESITATES.fullmatch(plain) or _TRIES.fullmatch(plain)
    if is_begun is not None or (is_piece(text) and any(map(str.isalpha, text))):
        return True
    return _NOTHING_YET.fullmatch(spelling.fold(text)) is not None


def only_names(text: str) -> bool:
    """The text says what kind of request it is, and nothing of what is asked for."""
    return _ONLY_NAMES.fullmatch(spelling.fold(text)) is not None


def about_this_desk(text: str) -> bool:
    """A complaint about the very desk that hears it: «quiero quejarme de este chat»."""
    plain = spelling.fold(text)
    return bool(_ABOUT_THIS_DESK.search(plain) or _ABOUT_AN_ANALYST.search(plain))


def tells_who(text: str) -> bool:
    """«Yareli Bustamante, ella es la niña, yo soy su mamá Rosa Elia»: their names, no matter."""
    is_short = len(text.split()) <= WHO_IS_WHO
    plain = saying.bare(text)
    return is_short and bool(_WHO.search(plain) or _CALLED.fullmatch(plain))

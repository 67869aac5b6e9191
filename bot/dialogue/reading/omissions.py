"""Words that leave a fact out: it is not known, or they would rather not tell it. Folded, without
punctuation."""

import re

from bot.dialogue.reading import saying
from nlu import text as spelling

_DOES_NOT_KNOW = re.compile(
    r"(?:(?:la verdad|pues|ay|uy|no|ni|es que) )*?no (?:(?:lo|la|me|le) )*"
    r"(?:se|tengo|tiene|tenemos|traigo|recuerdo|acuerdo|dieron|sabria|cuento con)"
    r"(?: (?:el|la|mi|del?|cual|que|es|un|una|bien|muy|ese|eso|dato|ninguno?a?|a la mano|ahorita"
    r"|folio|numero|clave|nombre|telefono|celular|correo|codigo postal|cp|calle|colonia|ruta"
    r"|escuela|institucion|municipio|decirle|decir|como se llama|y|ni|todavia|aun|cel|tel|whats\w*"
    r"|verdad?|neta|pues))*"
)
_WITHHOLDS = re.compile(
    r"(?:pues |la verdad |yo |mi (?:nombre|telefono|numero|cel|celular|correo) )*"
    r"(?:no (?:(?:lo|la|les?|se lo|te lo) )?(?:quiero|quisiera|puedo|pienso|voy a|deseo)"
    r" (?:dar|decir|dejar|poner)(?:l[oae]|sel[oa])?|no (?:lo|la|se lo|te lo) (?:doy|digo|dejo))"
    r"(?: (?!pero\b|y\b|que\b)\w+){0,6}(?: que)?|no (?:quiero|quisiera|puedo|deseo)"
    r"|(?:luego|despues|al rato|mas tarde) (?:se |te )?(?:l[oae]s? )?(?:doy|digo|mando|paso|envio)"
    r"|i (?:(?:would|d|ll|will) )?(?:rather|prefer) not(?: to)? (?:give|say|share|tell|leave)\b.*"
    r"|(?:(?:asi|pues|mejor|pong\w+|dejelo|dejalo|es) )+sin nombre"
    r"|(?:(?:pues|es|esta|hay|pasa) )*(?:en|por) (?:cualquier|tod[oa]s?)(?: l[oa]s?)?"
    r" (?:lados?|partes?|lugar(?:es)?)|donde sea"
    r"|(?:a (?:ti|usted|ustedes) )?(?:y )?que (?:te|le|les) importa(?: \w+){0,4}"
)
# «Sospecho del señor de la esquina, pero no pongan eso».
is_off_record = saying.anywhere(
    r"\b(?:pero |eso |esto )+(?:eso |esto )?no (?:l[oa] |me l[oa] )?"
    r"(?:pong|anot|escrib|inclu[iy]|registr|apunt)\w*(?: (?:eso|esto|ahi|por favor|porfa))*$"
)
_UNSURE = re.compile(
    r"(?:(?:la verdad|pues|es que|yo|creo|que) )*"
    r"(?:no (?:estoy|ando) (?:(?:muy|tan|bien) )*segur[oa]"
    r"|no (?:le |lo |les )?(?:entiendo|entendi|comprendo)(?: (?:bien|nada|eso|muy|a|que|dice))*"
    r"|no (?:se|sabria)(?: decirle)? si (?:esta|es|asi|lo|quedo)\b.*|quien sabe|ni idea)"
)
# A longer message ends so: «…, calle 10, sin teléfono».
has_no_phone = saying.anywhere(
    r"\b(?:sin|no (?:tengo|tenemos|tiene|cuent[oa] con|traigo)) (?:(?:un|mi|ningun|numero|de) )*"
    r"(?:telefono|tel|celular|cel)(?: (?:ni|o|y) (?:correo|celular))?$"
)
_A_PHONE = r"(?:tel(?:efono)?s?|cel(?:ular)?(?:es|s)?|(?:cell ?)?phone)"
_SIGNAL = r"(?:senal(?! de que)|cobertura|llamadas?|signal|service|reception)"
_CANNOT_BE_CALLED = re.compile(
    r"\b(?:no|sin|ni|not?) (?:(?:me|nos|se|le|casi) )?(?:(?:hay|llegan?|agarr[ao]|entran?|tengo"
    r"|tenemos|tiene|cae|pega|alcanza|da|sirven?|funcionan?|jalan?|levanta|recib\w+|us[ao]"
    r"|usamos|cuent[oa] con|contamos con|trae) )?(?:(?:la|el|las|los|de|mi|un|ni|buena|nada) ){0,2}"
    rf"(?:{_SIGNAL}|{_A_PHONE}(?! public))\b"
    rf"|\b{_A_PHONE} (?:ya )?no (?:sirve|tiene|agarra|jala|funciona|prende|es mio)"
    r"|\b(?:robaron|perdi|perdio|descompuso|quebro|mojo|cayo|empene|vendi)"
    rf" (?:\w+ ){{0,2}}{_A_PHONE}\b|\bprestad[oa]\b"
    rf"|\b(?:don ?t have|have no|without|is no) (?:\w+ )?(?:{_A_PHONE}|{_SIGNAL})\b"
)
_BUT_NOT = re.compile(
    r".*\bpero no (?:(?:me|lo|la|le|se) )*(?:se|sabe|tengo|acuerdo|recuerdo|contesta)(?: \w+){0,4}"
)
_SAID_BEFORE = re.compile(
    r"(?:(?:no|pues|oiga|es que) )*(?:ya )?(?:se |les? )?(?:l[oae] )?(?:dije|conte|puse|comente)"
    r" (?:que|q|k) "
)
# «No sé leer bien»: it leaves nothing out.
cannot_read = saying.anywhere(
    r"\bno (?:se|puedo|supe|aprendi a) (?:ni )?(?:leer|escribir)\b(?! (?:el|la|los|las|su) )"
)
_NEEDS_NONE = re.compile(
    r"(?:(?:no|pues|gracias|bueno|nada|mas|asi) )*(?:no )?"
    r"(?:(?:hace|haria) falta|es (?:necesario|todo|indispensable)|(?:hay|tengo) (?:necesidad|nada)"
    r"|(?:quiero |quisiera |voy a |pienso )?(?:dar|poner|agregar|dejar) (?:nada|mas|otro dato)"
    r"|nada(?: mas)?|asi(?: nomas| nada mas| esta bien| (?:que )?(?:queda|quede|va|vaya|dejelo))?"
    r"|ninguno?a?(?: dato)?|con eso(?: basta)?|eso es todo|seria todo|no need|nothing else)"
    r"(?: (?:gracias|por favor|porfa|asi|pues|de eso|eso|mas|esta bien|thanks))*"
)
# «No tengo folio», «perdí la clave», where neither is asked for.
# That they have no folio, or no key to it.
of_code = saying.only(
    r"(?:(?:pero|y|es que|oiga|yo|pues|no|ya|la verdad|a mi) )*"
    r"(?:no (?:(?!quier|ocup)\w+ ){1,3}?|perdi |sin |cual |que |se me (?:perdio|olvido) )"
    r"(?:(?:el|la|mi|su|un|una|ningun\w*|de) )*"
    r"(?:folio|clave)(?: (?:ni|y|o|(?:la |el )?clave|de consulta|ahorita|todavia|a la mano|aun))*"
)
_THEN_NO = re.compile(
    r"(?P<before>.+?)[\s,.;:-]+"
    r"(?P<no>(?:(?:y|pero|es que|aqu[ií]|ahorita|yo) )*(?:no|sin|ni|perd[ií]|me robaron)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
is_of_oneself = saying.anywhere(r"\b(?:nombres?|datos|anonim\w*|name|identi\w+|quien soy)\b")
# «No tengo su CURP», which is never asked for here.
is_of_paper = saying.anywhere(
    r"\b(?:curp|rfc|ine|recibos?|actas?|credencial|papel\w*|documentos?|contrato|recetas?|facturas?"
    r"|comprobantes?|licencia|pasaporte|escrituras?)\b"
)
_FILLS = r"(?:pues|la verdad|es que|y|pero|ay|uy|oiga|mire|bueno|disculp\w+|perdon|gracias|joven)"
# A clause that tells nothing: «no tiene número la casa», «la verdad».
_IS_LEFT = re.compile(rf"(?:{_FILLS} ?)*(?:(?:no|ni|sin)\b|$)")
FEW = 12  # words of an answer
# «No tengo el folio, lo perdí», «se me olvidó, no la apunté», to who asks for it.
_LOST = (
    r"(?:(?:l[oa] |se me |ya |no me |no )*(?:perdi|perdio|extravi[eo]|olvid[eo]|borr[eo]|tire|bote)"
    r"|(?:no|nunca) (?:(?:l[oa]|me|nos|ya|se) )*(?:tengo|traigo|encuentro|hallo|acuerdo|recuerdo"
    r"|guarde|apunte|anote|se)"
    r"|i (?:lost|forgot|don t (?:have|remember|know)|can t find|never got|didn t (?:save|write)))"
)
_NOT_GIVEN = r"(?:(?:no|nunca) (?:me |nos |la )*(?:dieron|dio|mandaron|llego)|sin)"
_THE = r"(?:(?:el|la|mi|del?|ese|esa|bien|ningun|the|my|that|cual|folio|numero|ni|y|es) )*"
is_lost = saying.anywhere(
    rf"\b(?:{_LOST}|{_NOT_GIVEN}) {_THE}(?:folio|clave|numero|papel|codigo|key|number|it)\b"
    rf"|\b{_LOST}(?:$| (?:a la mano|ahorita|conmigo|ya|l[oa]|se|porque|cuando|anymore)\b)"
    r"|\bnunca me (?:dieron|dio|mandaron)$"
)
# The same, of who names it.
is_key_lost = saying.anywhere(
    rf"\b(?:{_LOST}|{_NOT_GIVEN}) {_THE}(?:clave|key)\b"
    rf"|\b(?:clave|key)\b(?: \w+){{0,2}}? (?:{_LOST}|{_NOT_GIVEN})\b"
)


def cannot_be_called(plain: str, *, asked: bool) -> bool:
    """«No hay señal aquí», «me robaron el cel»; if that was `asked`, «…, pero no me lo sé», too."""
    if len(plain.split()) > FEW:
        return False
    return bool(_CANNOT_BE_CALLED.search(plain) or (asked and _BUT_NOT.fullmatch(plain)))


def before_no_phone(text: str) -> str:
    """What is told before «…, no tengo cel», «… y aquí no hay señal»; nothing of other messages."""
    found = _THEN_NO.fullmatch(text.strip())
    is_left = found is not None and cannot_be_called(saying.bare(found["no"]), asked=False)
    return found["before"].strip(" .,;:-") if found and is_left else ""


def repeats(plain: str) -> bool:
    """«Ya le dije que no lo tengo»: what was left out once is so again."""
    said = _SAID_BEFORE.match(plain)
    return said is not None and leaves_out(plain[said.end() :])


def needs_none(plain: str) -> bool:
    """«No hace falta», «no gracias, así», where a fact could be told or corrected."""
    return plain != "no" and bool(_NEEDS_NONE.fullmatch(plain))


def is_unsure(plain: str) -> bool:
    """«No sé», «no estoy segura», of all that is shown."""
    return bool(_DOES_NOT_KNOW.fullmatch(plain) or _UNSURE.fullmatch(plain))


def leaves_out(plain: str) -> bool:
    return bool(_DOES_NOT_KNOW.fullmatch(plain) or _WITHHOLDS.fullmatch(plain))


def besides(text: str) -> str:
    """The rest of «es la 10, casa azul, no me acuerdo del número»; nothing of «ay, no sé»."""
    clauses = [each.strip() for each in re.split(r"[,.;\n]", text)]
    told = [each for each in clauses if not _IS_LEFT.match(spelling.fold(each))]
    return ", ".join(told) if len(told) < len(clauses) else ""


def begins_so(text: str) -> bool:
    """«No lo traigo a la mano, lo hice por teléfono»."""
    first = re.split(r"[,.;]| (?:pero|porque|es que) ", spelling.fold(text), maxsplit=1)[0]
    return leaves_out(saying.bare(first))

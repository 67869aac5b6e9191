"""What is told around a matter and is no matter of its own: who somebody is, what is well already,
what it is not about; and what only goes on with what was told before."""

import re

from bot.dialogue.reading import saying

_CALL = (
    r"(?:(?:(?:fijese|mire|oiga)(?: que)?|disculpe|senor\w*|joven|pues|es que|hola|buen[oa]s?"
    r"|dias|tardes|noches|y|porque|aunque|como|yo|nosotros) )*"
)
_PERSON = (
    r"(?:hij|nin|bebe|mama|papa|apa|ama|madre|padre|nan[ao]|tat[ao]|abuel|ti[ao]|herman|espos|marid"
    r"|suegr|niet|sobrin|cunad|prim[ao]|muchach|senor|vecin|criatur|chamac|buki|plebe|morr)\w*"
)
_LIVELIHOOD = (
    r"(?:negoci|local|tiend|taller|puest|changarr|loncher|fond|restauran|taquer|cafeter|abarrot"
    r"|expendi|salon|estetic|farmaci|papeler|carpinter|tortiller|hotel|bar|ranch|parcel|taxi|camion"
    r"|troc|carr|cas[ai]|perr|gat|famil|empres|oficin|pension|beca|seguro)\w*"
    r"|(?:licencia|experiencia|estudios|carrera|titulo)\b(?!.*\b(?:venc|perd|problem))"
)
_WHO = re.compile(
    rf"{_CALL}(?:soy|somos|me llamo|mi nombre es|trabaj(?:o|amos)|vend(?:o|emos)|viv(?:o|imos)"
    r"|naci(?:mos)?|estudi(?:o|amos)|radic(?:o|amos)|administro|cobra(?:mos)? (?:la|una|su) pension"
    r"|(?:ella|el|ambos|l[ao]s dos) (?:es|son|esta|estan|va|van|estudia|trabaja|cobra|tiene)"
    rf"|(?:tengo|tenemos) (?:\w+ )?(?:(?:{_PERSON}|{_LIVELIHOOD})\b|\d+)"
    rf"|(?:mi|mis|la|el|su|una?) {_PERSON} (?:\w+ )?(?:es|esta|anda|va|estudia|trabaja"
    r"|(?:tiene|cumplio) (?:ya )?(?:\d|\d+ anos\b|\w+enta\b|\w+ anos))"
    # «Y yo nomás tengo un cooler», of the bill
    r"|(?:nomas|solo|solamente|nada mas|apenas) (?:(?:tengo|tenemos) (?:una?|dos|tres|el|la|mi|\d+)"
    r"|us(?:o|amos)|prend(?:o|emos)|gast(?:o|amos)|viv(?:o|imos)|somos)"
    r"|mi (?:ex|pareja|novi[oa]) (?:ya )?(?:trabaja|vive|gana|cobra))\b"
)
_WELL = re.compile(
    r"\bya (?:(?:l[aeo]s?|me|nos|se) )*(?:report|arregl|tap(?:o|aron)|compus|repar|pusieron"
    r"|resolvi|pag(?:o|ue|amos|aron)\b|qued(?:o|aron)|dieron|entreg|hicieron|bach|paviment|corrig|recib|soluc)\w*"
    r"|\bya (?:l[ao]s? )?tien\w+$|\bestan? (?:muy )?bien\b|\bal contrario\b|\bno hay queja\b"
    r"|\bsi (?:me |nos )?(?:dieron|surt|pasa|viene|funciona|sirve)\w*"
    r"|\bno (?:reporto|me quejo|acuso|vengo (?:por|a)|traigo (?:queja|bache|problema)"
    r"|tengo (?:queja|nada contra)|pido|es (?:por|de)\b|es (?:el|la|los|las) de\b)"
    r"|\bno (?:quiero|vengo a) (?:reportar|denunciar|quejarme|pedir|informacion)"
)
_AROUND = re.compile(  # «no hay nadie viviendo en esa casa», «la ocupo para la beca»
    rf"{_CALL}(?:ahi |ya |alli )*(?:no (?:hay|vive|habita|esta) nadie(?: viviendo| habitando)?"
    r"|nadie (?:vive|habita)|(?:la casa )?esta (?:sola|vacia|deshabitada|desocupada))"
    r"(?: (?:en )?(?:ahi|alli|la|esa|mi|casa|vivienda|ya|desde|hace|\d+|dos|tres|meses|anos?))*"
    rf"|{_CALL}(?:(?:ni|no|ya|siquiera) )+viv\w+ (?:ahi|alli|(?:en )?(?:esa|esta|la|ese) \w+)"
    rf"|{_CALL}l[ao]s? (?:ocup|necesit|quier|us)\w+ (?:para|pa)(?: \w+){{1,6}}"
    # «Ya fui a OOMAPAS», before what is wrong there
    rf"|{_CALL}(?:ya |hoy |ayer )*(?:fui|fuimos|acudi|llame|marque|hable) (?:al?|con|en)"
    r"(?: (?:el|la|l[ao]s))? \w+(?: \w+)?"
    # «Urge porque voy a tramitar mi pensión», «voy a viajar», «si no pagamos no la entrega»
    rf"|{_CALL}(?:(?:me|nos|l[ao]s?|muy|es) )*(?:urge|urgente|ocup\w+|necesit\w+|pid\w+) "
    r"(?:por ?que|xq|pq|ya que|pues)(?: \w+)+"
    rf"|{_CALL}(?:voy|vamos|va) a (?!report|denunci|quej|pon|ped|solicit)\w+r(?: \w+)*"
    rf"|{_CALL}si no \w+(?: \w+)*"
    # «No nos alcanza para pagar»
    rf"|{_CALL}(?:ya |casi )*no (?:(?:me|nos|l[ae]s?) )?(?:alcanz|ajust|complet)\w+(?: \w+){{0,6}}"
    # «Y me urge para la escuela», «me la piden en el trabajo»
    rf"|{_CALL}(?:(?:me|nos|les?|se|l[ao]s?|ya) )*(?:urgen?|pid(?:en|ieron)|exig(?:en|ieron)) "
    r"(?:(?:ya|mucho) )?(?:para|pa|en) (?:la|el|l[ao]s|mi|su|una?) \w+(?: del? (?:\w+ )?\w+)?"
)
_THING = (
    r"(?:carr|troc|camionet|auto|moto|camion|bici|placa|licencia|multa|infraccion|recibo|medidor"
    r"|cas[ai]|terreno|lote|solar|departamento|local|negocio|tienda|puesto|celular|cel\b|telefono"
    r"|numero|correo|cuenta|tarjeta|credencial|ine\b|curp\b|acta|papel|documento|titulo|factura"
    r"|contrato|nombre|pension|beca|silla|escuela|medicina|receta|cita|tramite|apoyo|seguro)\w*"
)
_KIN = rf"(?:(?:mi|mis|su|nuestr[oa]|una?|el|la|l) {_PERSON}|(?:mi|un|una) (?:ex|novi[oa]|jef[ea]))"
# «Es la troca de mi esposo», «el recibo está a nombre de mi mamá»: only whose a thing is.
is_of_whom = saying.only(
    rf"(?:(?:no|ah|si|pero) )*{_CALL}(?:(?:es[eoa]?|est[aeo]|era|son|eran|seria|va|viene|sale) )*"
    rf"(?:(?:el|la|los|las|l[oa]|un|una|su|mi|es[ea]|est[ea]) (?:{_THING}(?: de \w+)? )?)?"
    r"(?:no (?:es|era|son) mi[oa]s? )?"
    rf"(?:(?:es|era|son|eran|estan?|va|viene|sale|salio|vino|quedo) )?(?:de|a nombre de) {_KIN}"
    rf"(?: (?:el|la|los|las|ese|esa) {_THING})?(?: (?:es|era|no mi[oa]))?"
)
# Something is wished for, or lacks, all the same.
_NEED = re.compile(
    r"(?<!\bno )(?<!\bno le )\b(?:quier[oe]|quisier|queremos|necesit|ocup[aoe]|requer|pedimos"
    r"|solicit|report(?:o|ar|amos)\b|denunci|urge|ayud|apoy)\w*"
    r"|(?<!\bno )\bpido\b|\bpero\b|\bsin\b|\b(?:hace )?falta\w*|\bno (?:hay|me|nos|l[aeo]s?|se"
    r"|sirve|pasa|llega|funciona|tiene|tengo (?!queja|nada contra)|puedo|podemos)\b"
    r"|\b(?:sigue\w*|doble|de mas)\b"
    r"|\b(?:pongan|quiten|arreglen|manden|tapen|compongan|cuando (?:me|nos))\w*"
)
# «Es pensionado del seguro»; «es Juan Soto» tells a name.
_OF_THEM = re.compile(
    r"\W*(?i:(?:y|pero|pues|ya|ahorita|[eé]l|ella|el se[ñn]or|la se[ñn]ora|mi \w+)\s+)*(?i:no\s+)?"
    r"(?:(?i:tiene|padece|usa|cobra|recibe|vive|sufre|camina|oye|ve|toma|trabaja|trabaj[oó])\s+\w.*"
    r"|(?i:es|est[aá]|fue|anda)\s+(?!(?:para|por|a|el|la)\b)[a-záéíóúñ]+\s+\w.*)",
    re.DOTALL,
)
_ASKED_AGAIN = re.compile(
    r"(?:y|pero|oiga|entonces|que (?:hay|paso|onda)|con|lo|del?|la|el|los|las| )+ (?P<what>\w+)"
)
# It says that it is something more.
adds = saying.anywhere(
    r"\b(?:tambien|tampoco|ademas|aparte|otr[oa]s? (?:cosa|asunto|problema|reporte|queja|tema)s?"
    r"|de paso|also|another|besides)\b|\by (?:ocup|necesit|quier|pid)o\b"
)
# «No puede entrar la ambulancia», «no pueden pasar los niños»: what a bad road or a flood
# keeps from getting there.
is_blocked = saying.first(
    rf"{_CALL}(?:ya |asi |casi |ni )*no (?:"
    r"(?:pued|dej|logr)en? (?:pasar|cruzar|circular|transitar)\b"
    r"|(?:pued|dej|logr)en? (?:entrar|llegar|subir|bajar|salir) (?:ni )?(?:la|el|los|las) "
    r"(?:ambulancias?|patrullas?|bomberos|camion(?:es)?|carros?|pipas?|taxis?|trocas?)\b"
    r"|(?:pasa|entra|llega|sube)n? ni (?:la|el|los|las) \w+$)"
)
_THE_SAME = (  # «la» is what was told: «me la cortan», «ya la pagué»
    r"(?:\b(?:me|te|se|nos) l[aeo]s? \w+"
    r"|\b(?:ya|no|si|cuando|nunca|aun|todavia) (?:me |nos )?l[ao]s? "
    r"(?:pag|di|entreg|hic|hac|puse|tram|report|solicit|ped|pid|llev|compr|llen|sub|recib|firm|dij"
    r"|vi|arregl|cort|quit|mand|compus|repar|tap|conect|paso|pasar|dejar|dan)\w*)"
)
_GOES_ON = re.compile(
    rf"{_CALL}(?:(?:y|pero|o) (?:si|que pasa si|a poco)\b|a poco\b"
    r"|(?:fue|era|eran|iba|venia|traia) (?:en|para|por|un|una|unos|de|con|mis?|la|el) "
    r"|(?:ahi|alli|adentro) (?:traia|tenia|estaba|iba|venia)\b"
    r"|es (?:una?|la|el) (?:casa|local|negocio|departamento|terreno|edificio|escuela)\b"
    r"|es (?:por|a|en) (?:la|el) (?:salida|entrada|orilla|carretera|cruce|esquina)\b"
    rf"|(?:\w+ ){{0,4}}?{_THE_SAME}\b(?!.*\b(?:un|una|unos|unas)\b)"
    # «Todas las del Estado»: which of what was told
    r"|(?:son )?tod[oa]s(?: l[oa]s? del? \w+(?: \w+){0,3}| ell[oa]s)?$"
    r"|se me (?:olvid|pas)\w+ (?:\w+ ){0,2}?(?:decir|comentar|mencionar|poner|contar)\w*"
    r"|(?:le |me )?falto (?:decir|comentar|mencionar|poner)\w*"
    r"|(?:nadie |no |nunca |ni )+(?:me |nos |l[aeo]s? )?(?:contest|respond|atiend|pel[ao]n"
    r"|(?:hacen|hizo|hicieron) caso)\w*)"
)


def goes_on(text: str) -> bool:
    """«¿Y si no pago me la cortan?», «se me olvidó decirle que pasa a las 5», «no contestan ahí»;
    not «y también…»."""
    plain = saying.bare(text)
    return bool(_GOES_ON.match(plain)) and not adds(text)


def is_all(text: str) -> bool:
    """«Soy el regidor de Bacerac», «tengo una lonchería», «el bache ya lo taparon»."""
    plain = saying.bare(text)
    if _AROUND.fullmatch(plain) or is_of_whom(text):
        return True
    return bool(_WHO.match(plain) or _WELL.search(plain)) and not _NEED.search(plain)


def names_again(request: str, text: str) -> bool:
    """«¿Y de la luz?», of what was told already."""
    asked = _ASKED_AGAIN.fullmatch(saying.bare(text))
    return asked is not None and asked["what"] in saying.bare(request).split()


def is_of_them(text: str) -> bool:
    """What somebody is or has, who is helped: «tiene diabetes»."""
    return bool(_OF_THEM.fullmatch(text)) and not _NEED.search(saying.bare(text))

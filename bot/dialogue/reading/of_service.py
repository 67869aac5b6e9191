"""What is asked about writing here at all: who may, with what, under which name, whether it is
meant in earnest."""

import re

from bot.dialogue.reading import saying

_BEFORE = (
    r"(?:(?:hola|oigan?|oye|disculp\w+|perdon|una|pregunta|duda|y|pero|primero|entonces|ok|bueno"
    r"|gracias|solo|nomas|quiero|quisiera|saber|si|digame|aqui|so|and|hi|hello|excuse me|sorry) )*"
)
_CAN = r"(?:(?:se|les?|yo) )?(?:puedo|puede[ns]?|podria|podemos|es posible) (?:yo )?"
_REPORT = (
    r"(?:(?:reportar|denunciar|hacer|registrar|escribir|poner|meter)(?:l[oae]s?)?|quejarme)"
    r"(?: (?:aqui|algo|(?:un|una|el|la|mi) (?:reporte|queja|denuncia|peticion|solicitud)))?"
)
_MUST = r"(?:tengo que|tenemos que|hay que|es necesario|hace falta|debo|necesito)"
_POLICE = r"(?:fiscalia|ministerio publico|mp|policia)"
_ID = r"(?:credencial|ine|identificacion|curp|cuenta|registrarme|ser \w+)"
_WHAT_IS = (
    r"(?:no (?:le |les |te )?entiend[oe] )?que (?:es|significa|quiere decir)"
    r"(?: (?:eso|ese|esto|de|del|el|un|lo))*"
)
_OF_FOLIO = r"(?:tengo|mi|el|folio|ya|y|pero|ahi|me|dice|sale|esta|que|en|le)"
_HERE_IT_COMES = (
    r"(?:aqui|ahi|ahorita|ahora|ya) (?:(?:se|te|les?|l[oa]s?) )*(?:mando|envio|paso|adjunto|van?)"
    r" (?:(?:el|la|l[oa]s|una?s?|mis?|otr[oa]) )*(?:fotos?|videos?|documentos?|papel(?:es)?"
    r"|recibos?|pruebas?|evidencias?|comprobantes?|facturas?|capturas?|actas?|ine|credencial)"
)
_ASKED = {
    "nameless": (
        rf"{_CAN}{_REPORT} (?:sin (?:dar |decir |poner |dejar )?(?:mi|mis|nombre|datos|quien|que)"
        r"|anonim\w+|de (?:forma|manera|modo) anonim\w+)(?: \w+){0,4}"
        r"|(?:can|could|may) i (?:report|file|complain|do)(?: \w+){0,3}"
        r" (?:without (?:giving|saying|leaving|using) (?:my|any) \w+|anonymous\w*)"
    ),
    "anyone": (
        rf"{_CAN}{_REPORT} (?:por|a nombre de|de parte de) (?:otr[oa]s?(?: personas?)?"
        r"|ell[ao]s?|el|alguien(?: mas)?|mi \w+|un \w+|una \w+)(?: (?:aunque|si|no|sea|soy|yo|ella"
        r"|familiar|vecin[oa]))*"
        r"|(?:(?:que pasa|aunque) )?(?:si )?no (?:soy|vivo|somos|estoy) (?:de|en) (?:aqui|sonora"
        r"|mexico|hermosillo|el estado)(?: (?:tambien|puedo|me|reportar|atienden|ayudan|igual))*"
        r"|(?:can|may|could) (?:an? )?(?:foreigners?|americans?|canadians?|tourists?|expats?"
        r"|visitors?|anyone|anybody) (?:report|complain|file|use|write|ask)(?: \w+){0,4}"
    ),
    "no_citizen": (
        rf"{_MUST} (?:ser|vivir) (?:(?:de|en|un|una) )?(?:aqui|mexican[oa]|sonorense|sonora"
        r"|ciudadan[oa]|residente)(?: (?:para|de) (?:\w+ ?){1,4})?"
        r"|do (?:i|you) (?:need|have) to be an? (?:\w+ )?(?:citizen|resident|mexican)(?: \w+){0,5}"
    ),
    "needed": (
        r"que (?:datos|informacion) (?:me |nos )?(?:van a pedir|piden|necesitan|ocupan|preguntan)"
        r"(?: para (?:esto|reportar|registrar\w*|el reporte))?"
        rf"|(?:que )?{_MUST} (?:(?:mi|la|una|el|tener|traer|mostrar|mandar) )*(?:{_ID} )?"
        rf"para {_REPORT}"
        r"|do i need (?:an? |my )?(?:id|account|passport|ine) (?:to|for)(?: \w+){1,5}"
    ),
    "what_folio": (
        rf"(?:{_WHAT_IS}|(?:no le entendi \w+ )?como que) folio(?: de canalizacion)?"
        r"|what(?: is| s| does)? (?:an? |the |that |this )?folio(?: mean)?"
    ),
    "why_data": (
        rf"{_WHAT_IS} aviso(?: de privacidad)?"
        r"|what(?: is| s) (?:a |the |that |this )?(?:privacy )?notice"
    ),
    "to_denounce": (  # whether it takes a report to the police, and no wish to make one
        rf"(?:(?:{_MUST}|ocupo|(?:es|sera) (?:necesari|obligatori|forzos)[oa]"
        r"|(?:se|me|les?) (?:ocupa|necesita|requiere|piden?|exigen?)|a fuerza)"
        r" )+(?:(?:que|ir|acudir|a|yo|primero|antes) )*"
        r"(?:(?:pon|levant|hac|present|interpon|met|tra|llev|ten)\w* )?(?:(?:una?|la|el|alguna) )*"
        r"(?:denunci\w*|(?<=levantar )acta|acta de (?:hechos|robo|extravio|perdida)"
        rf"|(?:reporte )?(?:en|ante|al?|con) (?:el |la )?{_POLICE})(?: (?:(?:en|ante|al?|con) )?"
        rf"(?:de|por|para|la|el|lo|eso|esto|robo|extravio|primero|antes|o no|repon\w*|{_POLICE}))*"
        r"|do i (?:have|need) to (?:\w+ ){1,4}?(?:police|prosecutor\w*)(?: (?:report|first))*"
    ),
    "who_pays": (  # for the harm that was done
        r"(?:a )?quien(?:es)? (?:(?:me|nos|l[oae]s?|se|va|debe|tiene|que|a) )*(?:pag|repon|cubr"
        r"|respond\w*(?= por)|hace (?:cargo|responsable)|cobro)\w*"
        r"(?: (?:(?:el|la|l[oa]s|de|por|mi|mis|del) )*\w+){0,3}"
        r"|(?:(?:ustedes|el gobierno|el estado|el municipio|el ayuntamiento) )"
        r"(?:(?:me|nos|l[oa]s?|van?|a) )*(?:pag|repon|cubr)\w*(?: \w+){0,8}"
        r"|who (?:pays|will pay|is going to pay|is responsible)(?: \w+){0,5}"
    ),
    "by_chat": (
        rf"{_MUST} (?:ir|acudir|presentarme|venir)(?: (?:yo|en|persona|personalmente|a|algun|alguna"
        r"|lado|parte|la|las|una|sus?|oficinas?|alla|ustedes|con|hasta|hermosillo|palacio|firmar"
        r"|algo|papel(?:es)?|recoger\w*))*"
        r"|(?:me tienen que llamar o )?(?:puedo|se puede) hacer(?:lo)? todo (?:por )?(?:aqui"
        r"|en linea|este (?:medio|chat)|chat|internet)"
        r"|do i (?:need|have) to go (?:in person|anywhere|there|to (?:an|the|your|some) office)"
    ),
    "come": (
        rf"{_CAN}(?:ir|acudir|pasar|venir)(?: a (?:quejarme|denunciar|reportar|hablar|verlos))?"
        r"(?: (?:en persona|personalmente|con ustedes|a (?:la|su|sus) oficinas?|ahi"
        r"|(?:para |pa )?alla))+"
        r"|can i (?:go|come|stop by)(?: (?:in person|to your office|there|to see you))+"
    ),
    "files": (
        rf"{_CAN}(?:mandar|enviar|adjuntar|subir|pasar)(?:les?|se)? (?:(?:una?s?|mis?|las?|el|los"
        r"|algunas?) )?(?:fotos?|fotografias?|videos?|documentos?|evidencias?|imagen(?:es)?"
        r"|pruebas?|papeles)(?: (?:de|del|la|el|lo|por|aqui|este|medio|chat|bache|fuga|que|paso))*"
        r"|(?:(?:tengo|traigo|tome) )?(?:una?s? |la |las |el |los )?(?:fotos?|videos?|documentos?"
        r"|pruebas?)(?: (?!(?:no|ya|pero)\b)\w+){0,6}?"
        r" (?:se |les? |te )?(?:l[oa]s? )?(?:mando|envio|paso|subo|adjunto)(?: por)?"
        r"(?: (?:aqui|este|ese|medio|chat|ustedes))+"
        r"|(?:(?:aqui|ya|tambien|yo|si) )*(?:tengo|traigo|tome|hay) (?:aqui |tambien |ya )?"
        r"(?:(?:una?s?|las?|los|el|mas|otr[oa]s?|algunas?|varias) )*"
        r"(?:fotos?|fotografias?|videos?|imagen(?:es)?|evidencias?|pruebas)"
        r"(?: (?:tambien|aqui|por si|del? (?:la |los? |las )?\w+(?: (?!pero|no|y)\w+)?"
        r"|(?:l[oa]s? )?(?:mando|envio|paso|subo|necesitan|ocupan|quieren)))*"
        rf"|{_HERE_IT_COMES}"
        r"|can i (?:send|attach|upload) (?:you )?(?:an? |some |my |the )?(?:photos?|pictures?"
        r"|pics?|videos?|documents?)(?: \w+){0,4}"
    ),
    "audio": (
        rf"{_CAN}(?:mandar|enviar|grabar|pasar)(?:les?|se)? (?:(?:una?s?|mis?|las?|el|los|notas?"
        r"|mensajes?|por|de) )*(?:audios?|voz)(?: (?:mejor|por|aqui|este|medio|en vez de"
        r"|escribir))*"
        r"|can i (?:send|record) (?:you )?(?:an? |some )?(?:voice|audio)(?: \w+){0,3}"
    ),
    "official": (
        r"como (?:se|puedo saber|estoy segur[oa]) (?:de )?(?:que|si)"
        r" (?:esto|este|ustedes|si|es|no (?:es|sea|son|hay|me (?:van a |estan )?(?:estaf|engan|enga"
        r"|rob|hacke|timan|timar)\w*))\b(?: \w+){0,6}"
        r"|(?:(?:esto|este (?:chat|numero|servicio|mensaje)) )?(?:no )?(?:es|sera) (?:(?:un|una) )?"
        r"(?:fraude|estafa|extorsion|oficial|falso|hackeo|real|de verdad|verdadero|confiable)"
        r"(?: (?:verdad|o no|o si|esto|este chat|o que))+"
        r"|(?:y )?(?:esto|este chat|este servicio) de quien(?:es)? (?:es|depende)"
        r"|de quien es (?:esto|este (?:chat|servicio))"
        r"|(?:(?:ustedes|este chat|esto) )?(?:trabajan?|son|es) (?:para|de|del) (?:(?:el|la|un) )?"
        r"(?:gobernador|morena|pri|pan|partido|politico|presidenta?)(?: (?:o que|o no|verdad))?"
        r"|is this (?:a |an |for )?(?:scam|legit\w*|real|official|fake|trustworthy)(?: \w+){0,3}"
    ),
    "identity": (
        r"(?:(?:contest|respond|escrib)[aen]+|atienden?|lee|leen) (?:una |alguna )?(?:personas?"
        r"|gente)(?: (?:real|de verdad|aqui|o|un|una|robot|maquina|bot))*"
    ),
    "no_patrols": (
        r"(?:(?:en|dentro de|ya|me|nos|van?|a|pueden?|podrian?|cuant[oa]|cuando|que|tanto"
        r"|tiempo|hora|se|tardan?|tardar|demoran?) )*"
        r"(?:vien\w+|venir|lleg\w+|mand\w+|envi\w+|vendra\w*)"
        r" (?:ya )?(?:(?:a|la|el|l[oa]s|una?|alguna) )*"
        r"(?:patrullas?|policias?|ambulancias?|bomberos)"
        r"(?: (?:por favor|porfa|o que|o no|aqui|ya|hoy|ahorita|(?:a|hasta) (?:mi|la) casa))*"
        r"|(?:are|will|when will) (?:you|they|the)(?: send(?:ing)?)?(?: (?:the|an?|police|patrol"
        r"|ambulance|come|car|be here))+"
    ),
    "ask_away": (
        r"(?:tengo|es|hacer(?:les?)?|traigo|queria hacer) ?(?:una?s? )?(?:preguntas?|dudas?"
        r"|consultas?)(?: rapida)?"
        r"|(?:una )?(?:pregunta|duda|consulta)(?: rapida)?"
        r"|(?:i have|just|i ve got) (?:a |some |one )?(?:quick )?questions?|can i ask (?:you )?"
        r"(?:something|a question)"
    ),
}
# What a state of a folio means.
_ASKED |= {
    name: rf"(?:{_OF_FOLIO} )*(?:{_WHAT_IS}|no (?:le )?entiendo)"
    rf"(?: (?:que (?:dice|es)|lo|eso|de|que))* (?:{words})(?: \w+){{0,3}}"
    rf"|(?:{_OF_FOLIO} )*(?:{words}) {_WHAT_IS}"
    for name, words in {
        "means_en_validacion": "(?:en )?validacion",
        "means_turnado": "turnad[oa]",
        "means_canalizado": "canalizad[oa]",
        "means_en_tramite": "en tramite",
        "means_prevenido": "prevenid[oa]",
        "means_improcedente": "improcedente",
        "means_concluido": "concluid[oa]",
    }.items()
}
# «Ahí le va la foto», «así está»: beside the file it tells nothing, and agrees to nothing.
announces_file = saying.only(
    rf"{_HERE_IT_COMES}|(?:(?:mire|miren|vea|vean|y|pues|es que) )*asi"
    r" (?:estan?|quedo|quedaron|se ven?|siguen?|andan?)(?: (?:ahorita|ahora|hoy|todo|mire|vea))*"
)
_WHOLE = {name: re.compile(f"{_BEFORE}(?:{words})") for name, words in _ASKED.items()}
_IF_ASKED = ("identity", "no_patrols", "to_denounce", "who_pays")
_ASKS = re.compile(
    r"(?:(?:y|oiga|pero|entonces) )*(?:(?:en )?(?:cuanto|cuando|a que hora|que tanto|(?:a )?quien)"
    r"|ustedes|hay que|es (?:necesari|obligatori|forzos)[oa]|(?:se|me) (?:ocupa|necesita|pide))\b"
)
_WITH_MORE = (
    "nameless", "anyone", "needed", "to_denounce", "who_pays", "by_chat", "files", "audio",
)  # fmt: skip
# Of a question about ourselves: whose we are, rather than what.
is_of_government = saying.anywhere(
    r"^(?!.*\b(?:\w*bots?|robots?|persona|human[oa]|maquina|machine)\b).*\b(?:gobierno|estado|municipio|ayuntamiento|morena|partido|oficial|estafa|extorsion|pirata"
    r"|(?:les|los|te) pagan?|empresa|compania|verdader[oa])\b"
)


def asked(text: str) -> str | None:
    """Which of these the whole message asks; None if none of it is."""
    plain = saying.bare(text)
    found = next((name for name, words in _WHOLE.items() if words.fullmatch(plain)), None)
    is_asked = "?" in text or _ASKS.match(plain)
    return None if found in _IF_ASKED and not is_asked else found


def asked_at_last(text: str) -> str | None:
    """The same of the last clause, whatever is told before it: «hay un bache, ¿puedo mandar
    fotos?»"""
    clauses = saying.clauses(text)
    named = asked(clauses[-1]) if len(clauses) > 1 else None
    return named if named in _WITH_MORE else None

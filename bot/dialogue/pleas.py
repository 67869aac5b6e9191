"""What people say beside danger that has an answer of its own: that there is no signal, where it
is, that they are afraid."""

import re

from bot.dialogue import meantime
from bot.dialogue.reading import saying

_LINE = (
    r"(?:911|9 1 1|ambulancias?|patrullas?|policias?|bomber[oa]s|cruz roja|emergencias?"
    r"|proteccion civil|paramedic[oa]s?)"
)
CALLED = "called"  # that help is on its way: it is not told again to call
MEANWHILE = "meanwhile"  # the same, told again
NO_CALL = "no_call"  # that they cannot call, or do not want to
UNTOLD = "secret"  # that nobody is to know
WATCHED = "watched"  # that somebody may see them writing, or look at their telephone
UNNAMED = "unnamed"  # that nobody is to know who told it
DENOUNCED = "denounced"  # where to tell of it, once it is over
HIDDEN = (UNTOLD, UNNAMED)
HAVE_CALLED = (CALLED, MEANWHILE, "no_answer", "can_call")
SAFE = "safe"  # whether one may go out by now
_WAITS = (
    r"(?:y|ya|pero|dicen?|dijeron|que|todavia|aun|nos|me|l[aeo]s?|hace|desde|como|mas|de|llevan?"
    r"|tard\w+|dilat\w+|vienen?|mand\w+|en|camino|una?|rato|media|hora|horas|\d+|diez|quince|veinte"
    r"|treinta|minutos?|al|el|van|son|otra|vez|dos|tres|cuatro|varias|veces)"
)
_WAITS_IN_ENGLISH = (
    r"(?:911|9 1 1|them|for|help|an?|the|ambulance|police|and|but|they|are|re|is|it|s|been|coming"
    r"|on|its|their|way|already|\d+|ten|twenty|thirty|minutes?|mins?|ago|now|still|waiting|what"
    r"|else|can|should|i|we|do|said|told|me|us|to|wait)"
)
_AGE = (
    r"(?:[5-9]|1[0-7]|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis"
    r"|diecisiete)"
)
_INDOORS = (
    r"(?:ban(?:o|io|ito)|cuarto|closet|ropero|recamara|azotea|patio|cocina|cama|carro|troca|cochera"
    r"|bodega|sala|bathroom|room|bedroom|closet)"
)
_LOOKS_AT = (
    r"(?:ve|ven|vea|vean|ver|lee|leen|lea|lean|leer|revis\w+|chec\w+|espi\w+|vigil\w+|sees?|reads?"
    r"|checks?|looks? (?:at|through))"
)
_SCREEN = (
    r"(?:(?:mi|el|la|los|las|mis|esta|este|my|the|this) )"
    r"(?:cel|celular|telefono|tel|pantalla|mensajes?|chat|conversacion|computadora|compu|phone|screen"
    r"|messages?|texts?|computer|conversation)"
)
_SAID = {
    **meantime.SAID,
    "child": re.compile(  # who writes
        rf"^(?:(?:yo|es que|y|no|pues|apenas|nomas|solo) )*(?:tengo|soy una? nin[oa] de) {_AGE}"
        rf"(?: (?:anos|anitos))?$|^i (?:m|am) (?:only )?{_AGE}(?: years old)?$"
    ),
    "hidden": re.compile(  # «estoy en el baño», «me encerré en mi cuarto»
        r"^(?:(?:aqui|si|no|pues|ya|orita|ahorita|yo) )*"
        r"(?:(?:esto[yi]|estamos|ando) (?:(?!sol)\w+ ){0,2}?|(?:me|nos) (?:encerr|escond|met)\w+ )"
        rf"(?:en|dentro del?|adentro del?|debajo del?|atras del?) (?:(?:el|la|mi|un|una|los) )?"
        rf"{_INDOORS}\b(?: \w+){{0,5}}$|^i (?:m|am) (?:hiding )?in (?:the|my) {_INDOORS}$"
    ),
    "away": re.compile(
        r"^(?:(?:no|yo|pues|es que|ahorita|si|pero) )*(?:esto[yi]|ando) (?:trabajando|lejos|fuera"
        r"|en (?:el|mi|la|otr[oa]) (?:trabajo|jale|chamba|oficina|ciudad|pueblo|estado|lado))"
        r"(?: \w+){0,4}$|^i (?:m|am) (?:at work|far away)$"
        r"|\b(?:esto[yi]|ando) en (?:\w+ ){1,3}?y (?:el|ella|ell[oa]s|mi \w+) (?:esta|estan|anda)\b"
    ),
    "can_call": re.compile(
        r"^(?:(?:si|claro|aqui|pues|ya|yo) )*(?:puedo (?:llamar|marcar)"
        r"|(?:tengo|traigo) (?:\w+ ){0,2}?(?:telefono|cel\w*|saldo))(?: (?!pero|no)\w+){0,4}$"
    ),
    "at_a_loss": re.compile(
        r"^(?:(?:y|pues|ay|oiga|entonces|yo|ok|mientras(?: tanto)?) )*que (?:mas )?"
        r"(?:(?:puedo|podemos|debo) hacer|hago|hacemos)(?: \w+){0,3}$|"
        r"^(?:(?:y|pues|ya|la verdad|yo|ay|oiga) )*no se que hacer(?: \w+){0,3}$"
        r"|^i don t know what to do\b"
        r"|^what (?:else )?(?:can|should|do) (?:i|we) do(?: \w+){0,4}$"
    ),
    "lost": re.compile(
        r"\bno (?:me |le )?se (?:\w+ ){0,2}?(?:numero|nombre de la calle|calle|direccion|domicilio"
        r"|donde (?:es|estoy|estamos|queda|vive))\b|\bi don t know (?:the address|where i am)\b"
    ),
    SAFE: re.compile(
        r"^(?:(?:y|oiga|oigan|entonces|pero|ahora|cree que) )*(?:(?:ya|los|las|mis|la|el|nosotros"
        r"|nin[oa]s|plebes|hij[oa]s|alumnos|gente|maestr[oa]s) )*(?:se )?"
        r"(?:puedo|podemos|pueden|puede) (?:ya )?"
        r"(?:salir|regresar|volver|salirnos|salirme|irnos|irse|acercar\w*)"
        r"(?! (?:a quej|con|de la fila|adelante))(?: \w+){0,5}$"
        r"|^(?:(?:y|oiga|entonces|ya) )*(?:es|esta|sera) segur[oa] (?:ya )?"
        r"(?:salir|afuera|regresar)(?: \w+){0,3}$"
        r"|^(?:is it safe|can (?:we|i|they|the kids) (?:go out|leave|come out))\b"
    ),
    "no_answer": re.compile(
        r"\b(?:me|nos) (?:traen|tienen|dan) (?:\w+ )?(?:vueltas?|largas|en espera)\b"
        r"|\b(?:dicen|dijeron|dice|dijo) que (?:\w+ ){0,5}?no les? (?:toca|corresponde)\b"
        r"|\b(?:me|nos) (?:colgaron|cuelgan|pasan de un|mandaron a otro)\b|\bno quieren venir\b"
        r"|\bno (?:me|nos) (?:hacen|hicieron|harian) caso\b"
        r"|\b(?:no|nadie|ni) (?:me |nos )?(?:contestan|contestaron|responden|respondieron)\b"
        r"|\bnadie (?:me |nos )?(?:contesta|responde)\b|\bno entra la llamada\b"
        r"|\b(?:911|9 1 1|llame|marque|hable|linea)\b.*\bno (?:me |nos )?(?:contest|respond)\w+"
        r"|\b(?:llame|marque|hable|avise|llamamos|marcamos|hablamos|avisamos)\b.*"
        r"\bno (?:han |ha )?(?:viene|llega|vin|lleg|manda)\w*"
        r"|\b(?:ambulancia|patrulla|policia|bomberos|cruz roja) (?:\w+ )?no (?:viene|llega)n?\b"
        r"|\b(?:suena|esta|marca) ocupado\b|\bnobody (?:answers|picks up)\b"
    ),
    CALLED: re.compile(  # not «ya vienen por mí»
        r"^(?!.*\b(?:por (?:mi|nosotros)\b|armad|mat(?:ar|an)|golpe|quem|peg"
        r"|ya (?:vin|lleg)(?:o|ieron|aron)\b))"
        r"(?:.*\b(?:ya|acabo de|acabamos de|si) (?:(?:ya|le|les|l[ao]s?|nos) )*"
        rf"(?:llam|habl|marc|marqu|avis|report|ped|pid)(?:e|o|i|amos|imos|aron|ieron|ar|ir)\b"
        rf"(?: \w+){{0,3}}? {_LINE}\b"
        rf"|.*\bya (?:me |nos )?vienen? (?:(?:l[ao]s?|una?|en|de|el) )*(?:{_LINE}|camino)\b"
        r"|(?:(?:si|ya|ahorita|pues|yo|alguien|(?:mi|el|la) \w+) )*(?:l[ae]s? |l[oa] )?"
        r"(?:(?:llam|habl|avis|report)(?:e|o|amos|aron)|marque|marco|marcamos|marcaron|ped[ii](?:mos)?)"
        rf"(?: (?:{_WAITS}|{_LINE}))*$"
        rf"|(?:(?:yes|yeah|i|we|ve|have|just|already|did|he|she|my \w+) )*(?:called|phoned|dialed)"
        rf"(?: {_WAITS_IN_ENGLISH})*$"
        r"|(?:(?:yes|the|an) )*(?:help|ambulance|police|paramedics|firefighters) (?:is|are|s) "
        r"(?:(?:already|almost|now) )*(?:coming|on (?:its|the|their) way)(?: (?:but|it|s|been|\d+"
        r"|minutes?|now|thank|thanks|you))*$)"
    ),
    "ride": re.compile(
        r"\b(?:no (?:tengo|tenemos|hay|traigo)|sin) (?:ni )?(?:carro|troca|mueble|raite|taxi"
        r"|transporte|coche|auto|en que (?:llev|mov|ir)\w*|como (?:llev|mov|ir)\w*)"
        r"|\bcomo (?:le hago para )?l[aeo]s? (?:llev|mov|traslad|cargo)\w*\b|\bno (?:car|ride)\b"
        r"|\bcomo (?:le hago|le hacemos|hago) para (?:llev|mov|traslad)\w+"
    ),
    "machine": re.compile(
        r"\b(?:maquina|robot|bot|humano|inteligencia artificial)\b"
        r"|\b(?:es|eres) (?:usted )?(?:una )?(?:persona|de verdad|real)\b|\breal person\b"
    ),
    NO_CALL: re.compile(
        r"\bme (?:da|dan|causa) (?:\w+ )?(?:verguenza|pena|ansiedad|panico|miedo|nervios?)"
        r" (?:\w+ ){0,2}?(?:llam|marc|habl|telefon|contest)\w*|\bno me (?:gusta|animo|atrevo)"
        r" (?:a |al? )?(?:llam|marc|habl|telefon)\w*"
        r"|\b(?:ashamed|embarrassed|shy|too scared) (?:\w+ ){0,3}?(?:call|talk|phone|speak)\w*|"
        r"\bno (?:\w+ )?(?:quiero|puedo|voy a|tengo como|me dejan?) (?:\w+ )?(?:llam|marc|habl)\w+"
        r"|\b(?:no (?:hay|agarra|agarro|tengo|da|entra|llega|sirve)|sin) (?:\w+ ){0,2}?"
        r"(?:saldo|senal|telefono|credito|cobertura|linea)\b"
        r"|\b(?:can t|don t want to) (?:call|talk|speak)\b"
        r"|\bno (?:signal|service|credit|phone|reception)\b"
    ),
    "alone": re.compile(
        r"^(?:(?:no|si|pues|ella|el|y|aqui|ahi|bien|muy|tod[oa]|yo|estoy|estan?) )*"
        r"sol(?:[oa]|it[oa])s?(?: (?:ella|el|aqui|en (?:mi|la|su) casa"
        r"|con (?:mis?|sus?|la|el) \w+))?$"
        r"|\bno hay nadie\b|^(?:no )*nadie$|\bcon nadie\b"
        r"|\b(?:estoy|me siento|ando) (?:muy |bien )?sol[oa]\b"
        r"|\bno tengo (?:a )?(?:nadie|con quien)\b|\bnadie conmigo\b|\b(?:i m alone|no one)\b"
    ),
    "care": re.compile(
        r"\b(?:psicolog|psiquiatr|terap|tanatolog)\w*|\bdonde (?:l[aeo]s? |me )?(?:\w+ )?"
        r"(?:llev|atiend|acud)\w+|\bwhere (?:can|do) i take\b"
    ),
    "where": re.compile(
        r"\b(?:report|denunci)\w+ (?:el|ese|este|al) (?:\w+ )?numero\b"
        r"|\bnumero\b(?: \w+){0,4} (?:a quien|a ?donde|se l[oa]s? paso)\b"
        r"|\b(?:donde|cual) (?:\w+ ){0,3}?(?:oficina|agencia|fiscalia|ministerio|denunci\w*)\b"
        r"|\bdonde (?:voy|vamos|acudo|puedo (?:ir|acudir)|me presento)\b"
        r"|\bwhere (?:do|can|should) i (?:go|report)\b"
    ),
    "send": re.compile(
        r"\b(?:puedo|podemos|podria|quieren?|se los?|les?|te) (?:\w+ )?"
        r"(?:mand|envi|pas(?=o|ar)|dar\b|doy\b|dej(?=o|ar)|compart)\w* (?:\w+ ){0,4}?"
        r"(?:numero|foto|video|captura|audio|ubicacion|placas|mensaje|conversacion|evidencia"
        r"|pruebas?)\w*"
    ),
    "soon": re.compile(  # when a person reads it here
        r"^(?!.*\b(?:ambulanc|patrull|polic|bomber|vien|llega)\w*)"
        r"(?:(?:y|oiga|pero|entonces|disculpe|como|mas o menos) )*"
        r"(?:(?:(?:en )?cuanto(?: tiempo)?|a que hora|cuando)(?: \w+){0,4}?"
        r" (?:contest|respond|atien|atend|le[eai]|escrib)\w*(?: \w+){0,4}"
        r"|hay alguien(?: (?:ahi|aqui|leyendo|que (?:me )?(?:lea|conteste|atienda)))*"
        r"|(?:si )?(?:me|nos) van? a (?:contest|respond|atend|leer)\w*"
        r"(?: \w+){0,3}|(?:alguien|quien) (?:me |nos )?(?:va a )?(?:contest|lee|atiend|respond)\w*"
        r"(?: \w+){0,3})$|^(?:(?:and|so|but) )*(?:when|how long)(?: \w+){0,4}? "
        r"(?:answers?|repl(?:y|ies)|responds?|someone|somebody|anyone)(?: \w+){0,5}$"
        r"|^is (?:anyone|anybody|someone|somebody) (?:there|here|reading)(?: \w+)?$"
    ),
    "coming": re.compile(  # not «ya vienen», «van a venir por mí»
        r"^(?!.*\b(?:por (?:mi|nosotros|ell?[ao]?s?)|armad|mat|golpe|quem|peg))"
        r"(?:(?:y|pero|oiga|entonces|ustedes|si|ya|hoy|cuando|a que hora|no) )*"
        r"(?:van a (?:ir|venir|mandar|enviar|llegar)|mandan|mandaran|mandaron"
        r"|pueden (?:ir|venir|mandar|enviar)|(?:(?<=cuando )|(?<=hora ))(?:vienen|llegan)"
        r"|va a (?:venir|llegar) (?:la |una )?(?:ambulancia|patrulla|policia|alguien))"
        r"(?: \w+){0,5}$"
        r"|^(?:y |pero )?(?:cuanto|en cuanto) (?:\w+ )?(?:tard|dilat)\w+(?: \w+){0,3}$"
        r"|^(?:are|is) (?:you|they|someone|anyone|help) coming\b"
    ),
    UNNAMED: re.compile(  # of who tells what befalls another
        r"\bno (?:\w+ ){0,4}(?:sep|enter|dig)\w+ (?:\w+ ){0,2}?(?:(?:fui|soy) yo|quien (?:fui|soy)"
        r"|mi nombre)\b|\bdesquit\w+ (?:conmigo|con nosotros)\b|\brepresalias?\b"
        r"|\bno quiero (?:\w+ ){0,2}(?:problemas?|broncas?) con\b"
        r"|\bno (?:quiero|puedo|voy a) (?:dar|decir) (?:mi nombre|quien soy)\b"
        r"|\bdon t want (?:\w+ ){1,4}(?:it was me|who i am)\b"
    ),
    WATCHED: re.compile(
        r"\b(?:darse|daria|dara) cuenta\b|\bme (?:cach(?:a|e|an|en|ar|o)\b|descubr\w+)"
        r"|\b(?:me (?:puede )?v(?:e|en|ea|ean|er|io)|sees? me)"
        r" (?:escrib|mensaj|chate|habl|platic|en el (?:cel|tel)|aqui|typ|writ|text|on)\w*"
        rf"|\b{_LOOKS_AT} (?:(?:a|en|todo|all) )?(?:{_SCREEN}|(?:esto|eso|this|it|that)$"
        r"|(?:lo que|what i) )"
        r"|\b(?:como|how) (?:\w+ ){0,4}?"
        r"(?:borr|elimin|escond|ocult|cierr|cerrar|eras|delet|hid|clos)"
        rf"\w*(?: (?:esto|eso|this|it|that|todo|{_SCREEN}))?$"
    ),
    UNTOLD: re.compile(
        r"\bno (?:\w+ ){0,4}(?:se )?(?:enter(?:e|en|ar|aran?)|sepan?|den? cuenta)\b"
        r"|\bse (?:va|puede) a? ?enterar\b"
        r"|\bno (?:se |le |les |l[oa] )*(?:diga|digas|digan|cuente|cuentes|cuenten|avise|avisen)"
        r" (?:(?:nada |eso )?a (?:mis?|nadie|el|ella|l[oa]s?)\b|nada(?: por favor| porfa)?$)"
        r"|\b(?:not want|don t want|can t let) (?:\w+ ){1,3}(?:know|find out)\b"
    ),
    "afraid": re.compile(
        r"\b(?:tengo|tenemos|me da|nos da|con|siento) (?:\w+ )?miedo\b|\btemo (?:que|por)\b"
        r"|\bno me siento segur[oa]\b|\b(?:scared|afraid)\b"
    ),
    "next": re.compile(
        r"(?:\w+ )?(?:que sigue|y ahora que|que procede|que pasa ahora"
        r"|what now|what next)"
        r"(?: (?:\w+ ?){1,3})?"
    ),
}
# «No me contestan en el 911», now; not a complaint about it.
is_unheard = saying.first(
    r"(?!.*\b(?:queja\w*|denunci\w+|report(?:ar|o|e)|nunca|mand\w+|folio|mes|existe)\b)"
    r"(?:.*\b(?:no|nadie|ni) (?:me |nos |les? )?(?:contest|respond)\w+(?: nadie)?(?: \w+){0,3}?"
    r" (?:911|9 1 1|emergencias?)\b|.*\b(?:911|9 1 1)\b(?: \w+){0,3}? (?:no|nadie|ni)"
    r" (?:me |nos |les? |han? )*(?:(?:contest|respond)\w+|vienen?\b|llegan?\b|venido|llegado))",
    unless=r"\b(?:cuando|siempre|a veces|ayer|anoche|antier|hace|pasad[oa])\b",
)
_THANKS = re.compile(
    r"(?:\w+ ){0,2}(?:perdon|disculp\w+|gracias|lo siento|sorry|thanks|thank you)(?! por todo)"
    r"(?: \w+){0,4}|(?:no (?:los? |las? |les? )?)?quiero molestar\w*(?: \w+){0,2}"
)


def topic(text: str) -> str | None:
    """Which of these it is; None for all the rest, and for a place."""
    words = saying.bare(text)
    if _THANKS.fullmatch(words):
        return "thanks"
    return next((name for name, pattern in _SAID.items() if pattern.search(words)), None)

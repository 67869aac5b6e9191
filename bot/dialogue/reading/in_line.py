"""What is said in the line for a person: how it stands, what to do, and who leaves it."""

import re

from bot.dialogue.reading import saying

# «¿Y cómo le hago?»
asks_how = saying.only(
    r"(?:(?:y|pero|entonces|pues|oiga|ahora|ya) )*(?:como (?:le|les) (?:hago|hacemos|hare)"
    r"|que (?:hago|hacemos|tengo que hacer|sigue|procede))(?: (?:entonces|pues|ahora|yo|aqui))*"
    r"|what (?:do i do|now|happens now)"
)
_BYE = (
    r"(?:adios|bye|ciao|chao|hasta \w+|nos vemos|ahi nos vemos|que (?:este bien|descansen?)"
    r"|good ?bye)"
)
_NOBODY = (
    r"(?:no (?:me |se )?(?:[kq]u?iero|quisiera|necesito|ocupo|pedi|pido|deseo|hablar|pasen?"
    r"|comuniquen?|hace falta) (?:(?:que|me|pas[ae]\w*|h?abl\w+|atiend\w+|con|a|una?|la"
    r"|ningun\w*|otra) )*"
    r"(?:nadie|personas?|alguien|human[oa]|asesora?|agente)\b(?! (?:mas )?que\b)"
    r"|(?:don t|do not) (?:want|need) (?:to (?:talk|speak) (?:to|with) )?(?:a |any )?"
    r"(?:person|anyone|anybody|agent|human))"
)
# «No quiero hablar con nadie»; not of who feels bad.
wants_nobody = saying.anywhere(
    rf"\b{_NOBODY}\b",
    unless=r"\b(?:siento|mal|triste\w*|sol[oa]|deprim\w+|llor\w+|viv\w+|morir\w*|miedo|feel)\b",
)
says_only_nobody = saying.only(
    r"(?:(?:no|le|ya|dije|que|oiga|pues|mejor|gracias|pero|y|yo|i) )*"
    rf"{_NOBODY}(?: (?:gracias|por favor|ya|ahorita|todavia|aqui|thanks|please))*"
)
# «Ya no quiero esperar», «ya me cansé, ciao».
_leaves = saying.only(
    r"(?:(?:no|ya|mejor|pues|bueno|ok|oigan?|asi|estuvo|sabe que|entonces|nah|well|please|just) )*"
    r"(?:me (?:canse|fastidie|aburri|desespere|harte)(?: de esperar)?"
    r"|me (?:voy(?: a ir| yendo)?|salgo|retiro)"
    r"|no (?:quiero|voy a|puedo) (?:seguir )?esper\w+|(?:quit|sac|salg|borr)\w* de (?:la|esta)"
    r" (?:fila|cola|lista|espera)|(?:yo |luego |manana )*voy (?:yo )?(?:manana|luego|en persona"
    r"|personalmente|a (?:la|su|sus) oficinas?)"
    r"|(?:forget (?:it|about it) ?)?(?:take|get) me (?:off|out)(?: (?:of|the|list|line|queue))*"
    r"|no (?:hace falta|es necesario|lo necesito|lo ocupo)|i m leaving"
    r"|i (?:can t|don t want to|do not want to) wait(?: any ?more)?)"
    r"(?: (?:ya|mucho|tanto|gracias|mas|aqui|entonces|por favor|porque|(?:no|nadie)"
    rf" (?:me |nos )?(?:contest|atiend|hac)\w+(?: caso)?|{_BYE}))*"
)
# And nothing else: who does may come back, whoever goes to bed keeps the place in the line.
says_goodbye = saying.only(
    rf"(?:(?:ok|bueno|pues|muchas|mil|entonces) )*(?:(?:gracias|thanks?(?: you)?) )?(?:y )?{_BYE}"
    rf"(?: (?:gracias|{_BYE}))*"
    r"|(?:(?:bueno|ok|pues|ya|es que) )*(?:me voy|voy) a (?:dormir|descansar|acostar(?:me)?)"
    r"(?: (?:ya|gracias|manana \w+|buenas noches))*"
    r"|(?:(?:ok|bueno|pues|muchas|mil) )*(?:gracias|thanks?(?: you)?)(?: y)?"
    r" (?:(?:que tenga )?buen[oa]?s? (?:dias?|tardes?|noches?)|good night)(?: gracias)?"
)
# «No puedo quedarme más, tengo que salir», «ya me voy a ir»; not «tengo que salir de aquí».
must_go = saying.only(
    r"(?:(?:si|no|ya|bueno|ok|pues|mejor|gracias|entonces) )*me voy (?:a ir|yendo)"
    r"(?: (?:ya|pues|mejor|entonces|gracias))*|"
    r"(?=.*\btengo que\b)(?:(?:si|ya|bueno|pues|es que|perdon|disculp\w+|oiga|gracias|lo siento|y"
    r"|porque|no puedo (?:quedarme|estar|seguir|esperar|seguir esperando|estar esperando)"
    r"(?: (?:mas|aqui|mucho|tanto|tiempo|todo el dia|en (?:la|esta) (?:fila|linea|cola)))*"
    r"|(?:me )?tengo que (?:ir|salir|irme|salirme|retirarme|recoger|trabajar|entrar|colgar|dormir)"
    r"(?: (?:ya|ahorita|ahora|al? (?:trabajo|trabajar|mandado|escuela|chamba|doctor|cita)"
    r"|a (?:la|mi|mis|una) (?:\w+)|por (?:mis?|el|la|los) \w+|de (?:la )?(?:fila|linea)))*) ?)+"
)
# «Mejor con folio», «ya no espero, apúntelo»; not «anoten mi número» nor «mi folio».
_OF_IT = r"(?:(?:lo|eso) (?:del?|que)|eso|esto|todo|mi (?:asunto|queja|caso|problema|peticion))"
_WANTS_FOLIO = re.compile(
    rf"(?<!\bno )\b(?:(?:apunt|anot|registr)(?:en {_OF_IT}|(?:[ae]n?(?:me)?|ar)l[oa]s?)"
    r"|(?<!\bya )l[oa] (?:apunt|anot|registr)[ae]n?"
    r"|(?:con|den?(?:me)?|quiero|quisiera|ocupo|necesito|mejor|hag\w+|levant\w+|saqu\w+)"
    r" (?:un )?(?:folio|reporte))\b"
)
_ATTENDED = r"(?:contest|atiend|atend|habl|llam|marc)\w*"
# «¿Sigo en la lista?»
asks_place = saying.anywhere(
    r"\b(?:sigo|estoy|quede) (?:en la (?:fila|cola|lista)|formad[oa])\b"
    r"|\bam i (?:still )?(?:\w+ )?(?:line|queue|list)\b"
)
# «¿Cuánto falta?»
asks_wait = saying.anywhere(
    r"\b(?:real|actual|human) person\b|\btalk to (?:a|some)"
    r"|\bcuant[oa]s? (?:tiempo|faltan?|(?:se )?tardan?|personas|gente|hay|van|mas)\b"
    r"|\ben que lugar\b|\bsigo (?:en la (?:fila|cola|lista)|formad[oa]|esperando)\b"
    r"|\b(?:que|cual) (?:numero|lugar|turno) (?:de la fila )?(?:soy|voy|tengo|llevo)\b"
    rf"|\ba que horas? (?:me |nos )(?:toca|(?:van? a )?{_ATTENDED})"
    rf"|\b(?:me|nos) (?:van? a )?{_ATTENDED} (?:ya|hoy|ahorita|pronto|manana)\b"
    r"|\bya (?:casi )?me toca\b|\b(?:gente|personas|muchos|alguien) (?:antes|adelante|delante)\b"
    r"|\bpierdo (?:mi|el) (?:lugar|turno)\b"
    r"|\bhow (?:long|many|much longer)\b|\bwhat number am i\b|\bam i (?:still )?(?:next|in line)\b"
    r"|\b(?:will|are|can) (?:you|they|someone|somebody) (?:\w+ )?(?:call|answer|there)\b"
    r"|^(?:y |para )*cuando$|^when$"
)


def wants_folio(text: str) -> bool:
    """«Mejor apúntelo con un folio»: what was told need not wait for a person."""
    return "?" not in text and bool(_WANTS_FOLIO.search(saying.bare(text)))


def leaves(text: str) -> bool:
    return _leaves(text) or wants_nobody(text)


def ends_with_goodbye(text: str) -> bool:
    return bool(re.search(_BYE, saying.bare(text)))

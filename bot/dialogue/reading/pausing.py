"""Who asks for a moment, comes back, or wants it done once more: no answer, and none gives up."""

import re

from bot.dialogue.reading import saying

_CALL = (
    r"(?:(?:ok|bueno|listo|perdon|disculp\w+|hola|ahora si|oigan?|pues|si|ya|no|es que|sorry) )*"
)
_GOES_ON = re.compile(
    rf"{_CALL}(?:regrese|volvi|llegue|estoy (?:aqui|de vuelta|de regreso)|aqui (?:estoy|sigo|ando)"
    r"|sigo aqui|i m (?:back|here|still here))"
    r"(?: (?:ya|aqui|perdon|disculp\w+|es que|tuve|me|se|fue|que|atender|otra vez|de nuevo|sorry"
    r"|desconect\w+|ocup\w+|cort\w+|(?:el|la) (?:internet|senal|luz|llamada)))*"
)
has_found = saying.only(
    rf"{_CALL}(?:ya )?(?:(?:l[oa]s? )?(?:encontre|halle)|l[oa]s? tengo|i found it|found it)"
    r"(?: (?:ya|aqui|el|la|los|las|mi|mis|papel(?:es)?|recibo|credencial|ine|lentes|tarjeta))*"
)
# «Bueno, hágalo otra vez».
wants_it_again = saying.only(
    r"(?:\w+ ){0,3}(?:hag|registr|anot|mand|pong|reporte)\w*(?: (?:usted|todo))?"
    r" (?:otra vez|de nuevo|nuevamente)(?: \w+){0,2}"
)
# «¿Qué me preguntaba?», «léame qué puso»: what was asked, or what stands written.
asks_again = saying.only(
    rf"{_CALL}(?:(?:a ver|pues|hijole|y|que|es que|se me olvido"
    r"|no (?:traigo|tengo) (?:mis |los )?lentes|no (?:veo|alcanzo a (?:ver|leer))(?: bien)?|me) )*"
    r"(?:que (?:me )?(?:pregunt(?:o|aba|aste|aron)|decia|dice(?: ahi)?|puso|escribio|anoto)"
    r"|(?:le|lee|lea)(?:me|melo|lo)(?: (?:que|lo que|como) (?:puso|dice|quedo|escribio|anoto))?"
    r"|(?:donde|cual|que|como que donde)(?: (?:que|cosa|municipio))?"
    r"|cual (?:era|es) la pregunta|en que (?:ibamos|estabamos|quedamos|nos quedamos)"
    r"|what (?:did you ask|was the question)|where were we)(?: (?:ahi|otra vez|de nuevo|por favor"
    r"|porfa|again))*"
)
# «Gracias, es todo», that answers nothing.
ends = saying.only(
    r"(?:(?:ok|okey|okay|thanks|thank you|(?:muchas |mil )?gracias|bueno|well|pues|listo|va|sale"
    r"|perfecto|asi|ya|no|y|and|por ahora|for now) )*"
    r"(?:that ?(?:s|is) (?:all|it)|that will be all|(?:eso )?(?:es|seria) (?:todo|lo unico)"
    r"|(?:solo|solamente|nomas|nada mas|pur[oa]) eso|eso (?:nomas|nada mas)|nada mas)"
    r"(?: (?:thanks|thank you|for now|muchas|gracias|por ahora|por hoy|joven|senorita"
    r"|lo que (?:quiero|queria|ocupo|necesito|pido)))*"
)
_WAITS = re.compile(
    rf"{_CALL}(?:(?:me )?(?:esper(?:e|en|a|ate|ese)|aguant(?:e|en|a)|permita)(?:me|nos)?|deme|dame"
    r"|un|hold on|wait|give me|one|just)"
    r"(?: (?:un|una|me|poco|poquito|ratito?|momento|momentito|tantito|tantita|minuto|minutito"
    r"|segundo|chance|por|favor|porfa|ahorita|ya|a|second|sec|minute|moment|please)){0,6}"
)
_UNHURRIED = re.compile(
    rf"{_CALL}(?:(?:no|tampoco) (?:me |nos )?(?:presion|apur|apres|corret|carrere|hostig)\w*"
    r"|(?:don t|dont|do not|stop) (?:rush|push|pressur)\w*)(?: \w+){0,2}"
)
_STAYS = re.compile(
    rf"(?!.*\bno (?:l[oae]s? |me )?(?:esper|aguant|wait)){_CALL}"
    r"(?:(?:mejor|aqui|yo|entonces|prefiero|voy a|le|les|lo|la|me|i ll|i will) )*"
    r"(?:esper(?:o|ar(?:e|me|l[oae]s?)?|amos)|aguant(?:o|ar(?:e|me)?)|wait)"
    r"(?: (?:aqui|a|la|una|persona|alguien|que|me|le|les|contest\w+|atiend\w+|atend\w+"
    r"|entonces|pues|gracias|mi|turno|tantito|un|rato|ratito|here|then|okay|ok))*"
)
_SHORT = re.compile(
    r"(?:un|una|one|just|deme|dame|give me)(?: (?:me|por|favor|porfa|a|un|una|ya))*"
)
_WILL_TELL = re.compile(
    rf"{_CALL}(?:ando|voy|estoy) (?:manejando|ocupad[oa]|trabajando|en el camion)(?: \w+){{0,4}}"
    rf"|{_CALL}(?:ahorita|al rato|orita|luego|en un (?:rato|momento)) (?:le|les|te|se lo|se la)"
    r" (?:digo|paso|busco|mando|escribo|contesto|sigo)(?: \w+){0,2}"
    rf"|{_CALL}(?:dej[ea]me (?:ver|preguntar)|(?:dej[ea]me|voy a) (?:busc|checa|revis)\w*)"
    r"(?: \w+){0,5}"
    rf"|(?:todavia no )?{_CALL}(?:(?:permit\w+|esper\w+|dej[ea](?:me|nos)?|voy a|ahorita"
    r"|orita|al rato|luego) )+(?:(?:le|les) )?"
    r"(?:pregunt|consult|habl|marc|llam|dig)(?:o|ar|arle|arles|arselo)"
    r" (?:a|con) (?:mi|mis|el|la|los) (?:\w+ ?){1,8}"
    r"|(?:let me|i ?(?:ll|need to|have to|m going to)) (?:check|look|see|find|ask|get|grab)"
    r" ?(?:for )?(?:(?:my|the|it|if) ?(?:\w+ ?){0,5})?"
)
# «Quiero seguir con lo de la cama»; not «ya no quiero seguir», «me cansé de seguir esperando».
_RESUMES = re.compile(
    r"(?!.*\b(?:no|ni|nunca|tampoco|sin|don t|dont|not|never|can ?t|dej\w+ de|par\w+ de|cans\w+"
    r"|hart\w+|fastidi\w+|aburr\w+|flojera|inutil|(?:ya|ni|y) (?:para|pa) que|^(?:para|pa) que)"
    r" (?:\w+ )*(?:segu|sig[oau]|continu|retom|reanud|prosig|go on|keep))"
    r".*\b(?:seguir(?:l[eoa])?|si(?:go|ga|gan|gale|gamos)|segui(?:mos|re|remos)|continu\w+|retom\w+"
    r"|reanud\w+|pros[ei]g\w+|(?:termin|acab|complet)ar (?:de |con )?(?:(?:mi|el|la) (?:tramite"
    r"|registro|reporte|solicitud|peticion|formulario)|llenar\w*|registr\w+)"
    r"|(?:go|keep) (?:on|going|waiting))\b"
)
# «Ahí lo dejamos, luego seguimos».
puts_off = saying.anywhere(
    r"\b(?:luego|despues|manana|al rato|otro dia|mas tarde|later|tomorrow)\b"
)


def resumes(text: str) -> bool:
    """Some clause wants it to go on: «no, quiero seguir»."""
    return any(map(_RESUMES.match, saying.clauses(text)))


def goes_on(text: str) -> bool:
    """«Ya volví, perdón», «mejor espero», or wants it done."""
    plain = saying.bare(text)
    return bool(_GOES_ON.fullmatch(plain) or _STAYS.fullmatch(plain)) or wants_it_again(text)


def asks_to_wait(text: str) -> bool:
    """«Espéreme tantito», «déjeme buscar el papel»."""
    plain = saying.bare(text)
    is_asked = _WAITS.fullmatch(plain) and not _SHORT.fullmatch(plain)
    return bool(is_asked or _UNHURRIED.fullmatch(plain) or _WILL_TELL.fullmatch(plain))

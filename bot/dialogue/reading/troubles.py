"""What weighs on who writes: worry, the loss of work or of a pet, an illness at home, a child who
suffers."""

from bot.dialogue.reading import agencies, saying

_KIN = (
    r"(?:mama|ma|papa|apa|ama|padres?|hij[oa]s?|espos[oa]|marido|mujer|pareja|abuel\w+|nan[ao]|tat[ao]"
    r"|herman[oa]|niet[oa]|suegr[oa]|ti[oa]|sobrin[oa]|bebe|nin[oa]s?|mom|mother|dad|father|son"
    r"|daughter|husband|wife|brother|sister|baby)"
)
_FEELS = (
    r"(?:preocupad|angustiad|desesperad|mortificad|afligid|devastad|(?:muy|bien|tan) trist|agotad"
    r"|cansad|rendid|hart[oa]|fastidiad|enojad|furios)"
)
_is_weighed_down = saying.anywhere(
    r"\b(?:esto[yi]|estamos|ando|andamos|me siento|nos sentimos|vivo|vivimos) "
    rf"(?:\w+ ){{0,2}}?{_FEELS}"
    r"|\b(?:ya )?(?:me canse|nos cansamos) de\b|\bque (?:coraje|impotencia)\b"
    r"|\bya no (?:se|hallo|encuentro) (?:ni )?(?:que (?:mas )?hacer|como hacer\w*|a quien acudir)"
    r"|\bno (?:se|hallo) (?:ni )?como le (?:voy|vamos) a hacer\b"
    r"|\b(?:no (?:tengo|tenemos)|sin) (?:ni )?(?:(?:para|que|pa) comer|nada (?:de|que|para) comer)"
    # Work or a home is lost.
    r"|\b(?:me|nos|l[oa]) (?:corrieron|despidieron|descansaron)(?: (?:del?|de la|de mi|de su))? "
    r"(?:\w+ )?(?:trabajo|chamba|jale|empleo|maquila|fabrica)"
    r"|\b(?:me quede|se quedo|quedo|quede|nos quedamos) sin (?:trabajo|jale|chamba|empleo|casa)\b"
    r"|\bperdi(?:mos)? (?:todo|mi (?:casa|trabajo|empleo)|la casa|el trabajo|nuestra casa)\b"
    # Somebody is ill.
    rf"|\b(?:mis?|nuestr[oa]s?|su) {_KIN}\b(?: (?!ya\b)\w+){{0,3}}? (?:(?:esta|anda|sigue|se puso) "
    r"(?:(?:muy|bien|bastante|ahorita|tan) )*(?:enferm|grave|delicad|internad|hospitalizad|malit)"
    r"|(?:tiene|le dio|le detectaron|padece|lucha contra) (?:\w+ ){0,2}?(?:cancer|leucemia|tumor"
    r"|derrame|embolia|infarto|insuficiencia)|(?:\w+ ){0,3}?(?:hemo)?dialisis|(?:\w+ ){0,3}?quimio)"
    r"|\b(?:tengo|me (?:detectaron|diagnosticaron|encontraron)) (?:\w+ )?"
    r"(?:cancer|leucemia|un tumor)"
    # A child suffers.
    r"|\b(?:bull?ying|bulin|buling|acoso escolar|bullied)\b"
    rf"|\bmis? {_KIN}\b.*\b(?:llega|viene|sale|regresa|se la pasa|comes home) (?:\w+ )?"
    r"(?:llorando|crying)\b"
    r"|\bi m (?:so |very |really )?(?:worried|desperate|heartbroken|devastated)\b"
    r"|\bi lost my (?:job|home|house)\b|\bnothing (?:left )?to eat\b"
    rf"|\bmy {_KIN} (?:is (?:very |really |so )?(?:sick|ill)|has cancer)\b",
    unless=r"\b(?:gracias a dios|ya (?:esta|anda) bien|felicit\w+|jaja\w*)\b",
)


def are_told(text: str) -> bool:
    return _is_weighed_down(text) or agencies.is_pet_lost(text)

"""Death wished for without its name: «mejor que descansen todos de mí». What is told so plainly is
danger by itself; a sign only tells which danger it is."""

import re

from bot.dialogue.reading import saying

_LIVE = (
    r"(?:quedar(?:me|se)|vivir|despertar(?:me)?|existir|nada|(?:la|esta) vida"
    r"|estar (?:aqui|vivo|viva)|seguir(?= (?:viv|aqui|adelante|asi)|$| (?:y|ya|pues|mejor|sin)\b))"
    r"\b(?! (?:del?|con)\b)"
)
_WEEKDAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_SOON = rf"(?:hoy|manana|al rato|ahorita|horita|esta (?:noche|tarde)|(?:el|este) {_WEEKDAY})"
_END_IT = (
    r"me (?:(?:cuelgo|ahorco|mato|suicido|doy un tiro)\b(?! (?:\w+ando|\w+iendo|de|en|por|con)\b)"
    r"|(?:aviento|tiro) (?:del?|desde|al) (?:una? |el |la )?(?:puente|edificio|techo|azotea|tren"
    r"|metro|vacio|canal|barranco|segundo piso)\b)"
)
_POISON = r"(?:cloro|veneno|raticida|acido|sosa|insecticida|matarratas)"
_BURNS_THEMSELVES = (
    r"\b(?:rociarme|banarme) (?:de |con |en )?(?:la |una )?(?:gasolina|thinner|diesel|petroleo)\b"
    r"|\bme (?:voy a )?(?:rocio|rociar|bano|banar) (?:de |con |en )(?:gasolina|thinner|diesel)\b"
    r"|\bprenderme (?:fuego|lumbre)\b|\bme (?:voy a )?(?:prendo|prender) (?:fuego|lumbre)\b"
    r"|\bquemarme viv[oa]\b|\bme (?:voy a )?(?:inmolo|inmolar|quemo viv[oa])\b|\binmolarme\b"
)
_TOLD = re.compile(
    # «Ya no tengo a qué quedarme», «ya no le ve caso a nada».
    r"\b(?:ya no (?:\w+ )?(?:teng|hay)|no (?:le )?(?:ve|hall|encuentr))\w* "
    r"(?:a |para |por )?(?:el |la |ni |ningun )?"
    rf"(?:que|quien|caso|sentido|chiste|razon|ganas)(?: (?:a|de|para|en))? {_LIVE}"
    # «Que descansen todos de mí», «estarían mejor sin mí».
    r"|\bdescans(?:en|aran|arian|e|aria) (?:\w+ ){0,2}de mi(?=$| (?:y|ya|pues|mejor|todos)\b)"
    r"|\bmejor sin mi(?=$| (?:y|ya|pues|porque|todos|la verdad|de verdad)\b)"
    # «Dormirme y ya no despertar».
    r"|\b(?:dormir(?:me)?|me duermo) (?:\w+ ){0,3}(?:no|nunca|jamas) "
    r"(?:volver a |mas )?(?:despertar(?:me)?|despierto)\b(?! (?:hasta|temprano))"
    # «Ojalá me muriera ya», «quisiera estar muerta», «Dios ya recógeme».
    r"|\b(?:ojala|quisiera|preferiria|prefiero|mejor|quien pudiera) (?:que )?(?:ya |yo )*"
    r"(?:me (?:muera|muero|muriera|muriese|moria)|morir(?:me)?|estar muert[oa]|no haber nacido"
    r"|no (?:despert|amanec)\w+|(?:dios|diosito) (?:ya )?me (?:lleve|llevara|recoj\w+|recogiera))"
    r"\b(?! (?:de(?! una)|sin|antes|a que|temprano|con|en)\b)"
    r"|\bmejor (?:si )?(?:yo |ya )*no (?:estuviera|existiera|hubiera nacido)(?=$| (?:y|ya|aqui)\b)"
    r"|\bcansad[oa] de (?:vivir|existir|(?:la|esta|mi) vida)(?=$| (?:y|ya|pero|porque|quiero)\b)"
    r"|\bir(?:me)? con (?:mi )?(?:dios|diosito)\b"
    r"|\bme (?:quito la vida|suicido)\b"
    r"|\b(?:quiero|quisiera|voy a|pienso|mejor) (?:quitarme la vida|suicidarme)\b"
    r"|\bnadie me va a (?:llorar|extranar)(?=$| (?:y|ya|cuando me)\b)"
    # «Nadie me extrañaría si me fuera»: not from a job.
    r"|\bnadie (?:me |nos |lo |les? )?(?:va a |iria a )?"
    r"(?:extran\w+|echari?a[ns]? de menos|llorari?a\w*|not(?:aria\w*|an?)|import\w+"
    r"|se (?:dari?an?|dan?|va a dar) cuenta|se enter\w+)(?: \w+)? "
    r"si (?:yo |ya |manana |un dia )*(?:me (?:fuera|voy|muero|muriera|mato)|falto|faltara"
    r"|desapare\w+|no (?:estoy|estuviera|existiera|despiert\w+|despert\w+|amane\w+))\b"
    r"(?! (?:del?(?! este mundo)|a|en)\b)"
    r"|\bsi (?:yo |ya |manana |hoy )*(?:me (?:muero|muriera|mato)|no (?:despierto|amanezco))"
    r" (?:(?:ni|a|y) )*nadie\b"
    r"|\bno tengo (?:por|para|a) (?:que|quien) (?:vivir|existir|despertar)\b"
    r"|\bque (?:caso|chiste|sentido) tiene (?:ya |seguir )*(?:vivir|viviendo|existir)"
    r"(?=$| (?:y|ya|si|para)\b)|\b(?:para|pa) que naci(?=$| (?:yo|si|y)\b)"
    r"|\b(?:me )?(?:quiero|quisiera) desaparecer(?:me)?(?=$| (?:de todo|del mapa|para siempre|y)\b)"
    r"|\b(?:para|pa) que (?:sigo|seguir) (?:viv[ao]|viviendo|existiendo|en este mundo)\b"
    r"|\b(?:dias|ratos|veces|noches) (?:en )?que (?:me )?(?:digo|pienso|pregunto) (?:para|pa) que"
    r" (?:sigo|seguir)(?: aqui)?(?=$| (?:pero|y|si|la)\b)"
    r"|\bme cort(?:o|ar[ei]?a?) las venas\b(?! (?:con|por|del?) (?!cuchill|navaja|vidrio))"
    # «Dice que se va a tomar el cloro».
    r"|\b(?:se|me) (?:va|voy|quier\w+|piens\w+|iba) (?:a )?(?:tomar|tragar|beber)"
    rf" (?:(?:el|un|una|la|botella|bote|litro|frasco|vaso|de) )*{_POISON}\b"
    rf"|\b(?:va|voy|quier\w+|piens\w+|amenaz\w+)(?: a| con)? (?:tomar|tragar|beber)(?:se|me)"
    rf" (?:(?:el|un|una|la|botella|bote|litro|frasco|vaso|de) )*{_POISON}\b"
    r"|\bdesaparecer (?:para siempre|de este mundo)\b"
    r"|\b(?:me voy a|quiero|quisiera|mejor me voy a) (?:ya )?(?:descansar|dormir(?:me)?) "
    r"(?:ya )?para siempre\b"
    r"|\bwants? to (?:disappear forever|not (?:be here|wake up) anymore|go to sleep forever)\b"
    # «Voy a rociarme gasolina», «me voy a prender fuego».
    rf"|{_BURNS_THEMSELVES}"
    # «Antes de irme de este mundo el domingo».
    rf"|\b(?:irme|partir|me voy) de este mundo {_SOON}\b"
)
# «Al rato me aviento del puente»: said of today, it is no figure of speech.
_TODAY = re.compile(rf"\b{_SOON} (?:mismo |si |ya |yo )*{_END_IT}|\b{_END_IT} {_SOON}\b")
_GONE = re.compile(
    r"\b(?:cuando|que) (?:yo )?ya no (?:este|voy a estar)\b"
    r"(?! (?:aqui |alla )?(?:en|con|de|trabaj\w+|el|la|l[ao]s|tan|abiert\w+|vigente)\b)"
    r"|\b(?:irme|partir) de este mundo\b"
)
_READY = re.compile(
    rf"\btodo (?:listo|preparado|arreglado|planeado|en orden) (?:\w+ )?{_SOON}\b"
    rf"|\b{_SOON} (?:ya )?(?:tengo|esta|dejo|queda) todo (?:listo|preparado|arreglado)\b"
)
_PLAYFUL = re.compile(r"\b(?:ja|je){2,}\w*|\b(?:lol|xd|risa)\b")
# «Ya no quiero seguir, a nadie le importo»; either alone may be about a report.
_NOBODY = re.compile(
    r"\bpara que sirvo\b|\bno (?:sirvo|valgo) (?:para )?nada\b|\bsoy (?:un estorbo|una carga)\b"
    r"|\ba nadie le (?:importo|hago falta|voy a (?:importar|hacer falta))\b"
    r"|\bno le (?:importo|hago falta|sirvo) a nadie\b|\bni falta (?:que )?(?:le )?hago\b"
    r"|\bnadie (?:me (?:necesita|ocupa|extrana|quiere)|necesita de mi)"
    r"(?=$| (?:y|ya|en|ni|aqui|si)\b)"
)
# «Ya no quiero seguir aquí»: of what, is not told.
is_weary = saying.anywhere(
    r"\bya no (?:quiero (?:seguir|estar|nada|mas)|puedo(?: mas)?|aguanto mas)\b|\bno tiene caso\b"
    r"|\b(?:para|pa) que (?:(?:yo|le|me) )*(?:sigo|seguir|batall[oa]r?|luch[oa]r?|viv[oi]r?|existo"
    r"|(?:me )?(?:levanto|esfuerzo))\b|\bestoy (?:muy |bien |tan )?cansad[oa] de todo\b"
)
_DEAD = re.compile(r"\b(?:muri|murio|fallec|enterr|sepult|viud|difunt)\w*")
_JOIN = re.compile(
    r"\b(?:quiero|quisiera|voy a|ojala|mejor|prefiero|deseo)(?: \w+){0,2} "
    r"(?:alcanzarl[ao]s?|(?:ir(?:me)?|reunirme) con (?:ell[ao]s?\b|el(?=$| (?:y|ya|pues)\b)))"
)
_LEAVING = re.compile(
    r"\bya no voy a estar(?=$| (?:y|para|ni|mas|cuando|aqui (?:y|para))\b)"
    r"|\b(?:quiero|queria|quise|vengo a|para) despedirme\b"
)
_FAREWELL = re.compile(
    r"\bya (?:arregle|acomode|deje|reparti|regale)(?: \w+)? (?:todas )?mis "
    r"(?:cosas|papeles|cuentas)"
    r"|\b(?:qued|quede)\w*(?: \w+)? sol[ao]s?\b|\bperdonen(?:me)?\b|\bcuiden\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:mud|viaj|emigr|vacacion|jubil|renunci|trabaj|cambi|internad|oper(?:ar|an|acion))\w*"
)
TAKEN = (
    r"\bi (?:just |already |ve )*(?:took|taken|swallowed|drank) (?:\w+ ){0,4}"
    r"(?:pills|bleach|poison)\b(?! (?:to|for|back|from|at)\b)"
)
_EARLIER = r"(?:ayer|anoche|antier|antenoche|el otro dia)"
_LATELY = rf"(?:{_EARLIER}|hoy|ahorita|hace rato|otra vez|de nuevo|en la (?:noche|madrugada))"
_LIMBS = (
    r"(?:las venas|(?:l[ao]s|mis?|el|la) (?:brazos?|munecas?|antebrazos?|piernas?|muslos?|venas))"
    r"\b(?! (?:con|por|del?) (?!(?:una? |la |el )?(?:cuchill|navaj|vidrio|cutter|gillet|rastrill)))"
)
_CUT = re.compile(  # «ayer me corté las venas», «me volví a cortar»
    r"\bme (?:corte|hice cortes en|hice cortadas en|estuve cortando|(?:volvi a|acabo de|empece a"
    rf"|intente|quise) cortar(?:me)?) (?:otra vez |de nuevo |todos? )?{_LIMBS}"
    rf"|\b{_LATELY} (?:si |ya |yo )*me corte"
    r"(?=$| (?:pero|porque|otra vez|de nuevo|con (?:una? |la )?(?:navaj|cutter|gillet|rastrill)))"
    rf"|\bme corte {_LATELY}$|\b(?:me volvi a cortar|volvi a cortarme)(?=$| (?:y|{_LATELY})\b)"
    r"|\bi (?:just )?cut (?:my (?:wrists?|arms?|veins|thighs?)|myself)\b"
    r"(?! (?:shaving|cooking|at)\b)"
)
_TRIED = re.compile(  # «anoche intenté ahorcarme»
    r"\b(?:me (?:quise|intente|trate de)|quise|intente|trate de) "
    r"(?:(?:matar|ahorcar|colgar|suicidar|envenenar|quitar|cort)(?:me)|quitarme la vida"
    r"|(?<=me quise )(?:matar|ahorcar|suicidar))\b(?! (?:de|del|con|por)\b)"
    r"|\bi tried to (?:kill|hang|hurt) myself\b"
)
_BY_CHANCE = re.compile(
    r"\b(?:sin querer|accident\w*|trabaj\w*|jale|obra|cocin\w*|alambres?|puas|sierra|maquina\w*"
    r"|laminas?|latas?|cai|herramienta\w*|(?:el|los) (?:pelo|cabello|unas)|accidentally)\b"
)
_LONG_AGO = re.compile(
    r"\bhace (?:\w+ ){0,3}(?:semanas?|mes(?:es)?|anos?)\b|\bcuando (?:yo )?(?:era|tenia|estaba)\b"
    r"|\b(?:el|la) (?:ano|mes|semana) pasad[oa]\b|\b(?:weeks?|months?|years?) ago\b"
)
_DONE = re.compile(
    r"\b(?:me (?:(?:acabo de|ya) )?(?:tom(?:e|ar)|trag(?:ue|ar)|beb(?:i|er)|inyect(?:e|ar))"
    r"|acabo de (?:tomar|tragar|beber|inyectar)me)"
    r" (?!(?:una?|el|la|mi) (?:pastilla|medicina|paracetamol)\b(?! (?:y|de mas)))(?:\w+ ){0,4}?"
    r"(?:pastill|medicin|frasco|cloro|veneno|raticida|acido|sosa|insecticida|gotas|clonazepam)\w*"
    r"|\bme (?:(?:acabo de|ya) )?(?:corte|cortar) (?:las venas|los brazos|las munecas)\b"
    rf"|{TAKEN}"
)
_SIGN = re.compile(
    r"\bya no (?:\w+ )?(?:puedo mas|hallo|encuentro|veo (?:caso|sentido)|despert\w+|voy a estar)\b"
    r"|\b(?:ya )?(?:me|nos) despedi\b|\bnadie (?:\w+ )*(?:falta|extran\w+)\b"
    r"|\b(?:hoy|manana) es (?:mi|su) ultimo dia$"
    r"|\b(?:tengo|traigo|agarre|junte) (?:ya )?(?:las|unas|muchas|el|la|un|una) "
    r"(?:pastillas|frasco|veneno|raticida|soga|cuerda|mecate|navaja)\b(?: \w+)?"
    r" (?:aqui|en la mano|enfrente|conmigo|list[ao]s?)(?=$| (?:y|ya|para|pa)\b)"
    r"|\bi (?:have|ve got|got) (?:the|my|some|a) (?:pills|rope|gun|knife|razor|poison)\b"
    r"|\b(?:estoy|ando) (?:en|sobre|arriba del?) (?:el|la|un) (?:puente|azotea|barranco)\b"
    r"|\bi (?:a)?m on (?:the|a) (?:bridge|roof|edge)\b"
    rf"|\b{_END_IT}|\b(?:ir|irme|me voy|partir) (?:\w+ ){{0,2}}?de este mundo\b"
    r"|\bno quiero (?:ya |mas )*(?:seguir )?(?:batall|luch|sufr|aguant|viv|estorb|dar lata)\w*"
    r"(?=$| (?:en|mas|ya|asi|esta)\b)|\bno voy a dar (?:mas )?(?:lata|molestias)\b"
    r"|\bacab(?:ar|o) con (?:mi|este|tanto) (?:sufrimiento|dolor|vida)\b|\bdejar de sufrir\b"
    r"|\bque (?:ya )?se acabe todo\b|\b(?:irme|ir) con (?:\w+ ){1,3}al cielo\b"
    r"|\b(?:descansar|estar|juntarme|reunirme) con (?:\w+ ){1,5}?(?:en|al) (?:el )?cielo\b"
    r"|\bdormir para siempre\b|\bdespedirme\b|\bya me canse de (?:batallar|vivir|luchar|todo)\b"
)


def is_told(text: str) -> bool:
    """Not who moves away: «ya no voy a estar, me cambio de casa, y mis perros se quedan solos»."""
    words = saying.bare(text)
    if _TODAY.search(words) and not _PLAYFUL.search(words):
        return True
    if (_GONE.search(words) and _READY.search(words)) or _is_hurt(words):
        return True
    if _TOLD.search(words) or (_DEAD.search(words) and _JOIN.search(words)):
        return True
    if _NOBODY.search(words) and is_weary(words):
        return True
    is_farewell = _LEAVING.search(words) and _FAREWELL.search(words)
    return bool(is_farewell) and not _ELSEWHERE.search(words)


def is_likely(text: str) -> bool:
    """Where it is danger already: whether it is this one."""
    return bool(_SIGN.search(saying.bare(text))) or is_told(text)


def is_near(text: str) -> bool:
    """Where it was told before: what they have at hand, or have done."""
    return is_likely(text) or is_done(text)


def is_done(text: str) -> bool:
    """Pills or poison taken, or a cut, by who writes: an ambulance is needed first. A cut of
    another day is told to who listens."""
    words = saying.bare(text)
    is_earlier = _CUT.search(words) and re.search(rf"\b{_EARLIER}\b", words)
    return bool(_DONE.search(words)) and not is_earlier


def _is_hurt(words: str) -> bool:
    """By their own hand, in these days."""
    is_so = _CUT.search(words) or _TRIED.search(words)
    return bool(is_so) and not (_BY_CHANCE.search(words) or _LONG_AGO.search(words))

"""Words that go on with a case that has its folio: more of it, that it is solved or not wanted any
more, that it cannot wait, how its citizen can be reached."""

from bot.dialogue.reading import saying

SHORT = 6  # words of a solution; in more there may be another matter

adds = saying.only(
    r"(?:\w+ ){0,3}(?:agreg|anad|olvid(?!el|al|en)|falt(?:o|aba) (?:decir|poner|mencionar))\w*\b.*"
    r"|(?:perdon |disculp\w+ |ay )*me equivoque\b.*|i (?:forgot|also want to add)\b.*"
    r"|(?:(?:perdon|disculp\w+|ay|oiga|y) )*(?:quise decir|corrijo|mejor dicho)\b.*"
    r"|(?:\w+ ){0,2}se me fue la onda\b.*"
    r"|.*\bpor si (?:acaso|las dudas|(?:les? )?sirve|(?:l[oa]s? )?(?:ocupan|necesitan|piden))"
    r"|.*\b(?:pa|para) que (?:l[oae]s? )?(?:anot|agreg|sep)(?:en|an|e|a)(?:l[oa]s?)?\b.*"
)
# «Se me pasó decirle», «le falta que diga que»: whatever follows is said to be of it.
_plainly_adds = saying.only(
    r"(?:\w+ ){0,3}(?:se me (?:olvid\w+|paso|fue|habia pasado)|me falt(?:o|aba)|no(?: le| les| te)?"
    r"|olvide|quiero|quisiera|deseo|pueden?|podrian?) "
    r"(?:decir|dije|poner|puse|mencion|coment|explic|cont|agreg|anad|anot)\w*"
    r" (?:tambien |ademas )?que\b.*"
    r"|(?:(?:si|y|oiga|por favor|tambien|ah) )*(?:agreg|anad|pong|anot)\w+"
    r"(?: tambien| como)? (?:que|urgente)\b.*"
    r"|(?:(?:oiga|perdon|es que|y|pero|no) )*(?:el|la|mi|su) (?:nombre|apellido|telefono|numero"
    r"|celular|correo|direccion|calle|colonia) (?:esta|quedo|salio|va|no es)\b.*"
    r"|(?:(?:oiga|perdon|por favor|y) )*(?:cambi|corri[gj]|modifi[cq])\w*(?:me)? (?:el|la|mi)"
    r" (?:nombre|apellido|telefono|numero|celular|correo|direccion|calle|colonia)\b.*"
    r"|(?!.*\b(?:no|nadie)\b).*\b(?:me )?l[oa]s? (?:corri[gj]|modifi(?:c|qu))(?:en|an|e|a)"
    r"(?: (?:por favor|porfa|gracias))*"
    # «Tengo testigos», «también cuento con el recibo»: what bears it out.
    r"|(?!.*\b(?:mal|vencid|atrasad|adeud|car[oi]s|error|perd|pendient|alt[oa]s|sin|problema)\w*\b)"
    r"(?:(?:y|si|oiga|tambien|ademas|aparte|yo|aqui|ya|pero) )*"
    r"(?:tengo|tenemos|traigo|guarde|cuento con|contamos con|hay (?=\w* ?(?:testigo|video)))"
    r" (?:(?:el|la|l[oa]s|un[oa]?s?|mis?|much[oa]s|vari[oa]s|dos|tres|mas|otr[oa]s|tod[oa]s?) )*"
    r"(?:testigos?|pruebas?|evidencias?|grabacion(?:es)?|audios?|recibos?|capturas?|comprobantes?"
    r"|tickets?|facturas?|contratos?|dictamen(?:es)?|recetas?|actas?|papeles|documentos?"
    r"|placas? (?:del?|de la)|oficios?|escrituras?|fotos?|videos?)"
    r"(?: (?!no |para |que )\w+){0,5}"
)
_waits_not = saying.anywhere(
    r"\bno (?:puedo|podemos|puede|alcanzo a|alcanzamos a) esperar (?:hasta|a|tanto|mucho|mas)\b"
    r"|\b(?:es|va a ser|sera|queda) (?:muy |demasiado )?tarde\b|\bpara entonces ya\b"
)
_THERE_IS = (
    r"(?:hay|tenemos|tengo|llego|volvio|regreso|hubo|cae|sale) (?:\w+ )?"
    r"(?:luz|agua|medicin|servicio|gas)"
)
_MENDED = r"(?:muy bien|bien|list|arregl|repar|destap|tapad|limpi|resuel|solucion|funcion)"
_SOLVED_IN_ENGLISH = (
    r"(?:(?:hi|hello|ok|thanks|thank you|yes) )*"
    r"(?:(?:they|it|it s|it is|it was|the \w+ (?:is|was|got)) (?:already |just |now |been )*"
    r"(?:fixed|repaired|solved|working|back)"
    r"|(?:we|i) (?:have|got) (?:\w+ )?(?:water|power) (?:again|back|now))\b"
)
# «Ya quedó», «ya hay agua, gracias».
is_over = saying.only(
    r"(?:hola |buen[oa]s? |dias? |tardes |noches |oigan? |fijese |pues |gracias |que |siempre no )*"
    r"(?:si |ya |por fin )+(?:me |nos |lo |la |los |las |le |les |se )*"
    r"(?:quedo|qued\w+ bien|resolv|resuel|arregl|solucion|repar|atendi|repus|compusi|prend(?:e|io)"
    r"|est(?:a|an) (?:funcion|prend|list|arregl|trabaj|compuest)|consegu|encontr|compr|cambi"
    rf"|{_THERE_IS}|funciona|sirve\b|pas(?:o|aron)\b|vin(?:o|ieron)\b|recog(?:io|ieron)"
    r"|entreg(?:o|aron)|dieron|tap(?:o|aron)|limpi(?:o|aron)|surti(?:o|eron)|traj(?:o|eron)"
    r"|(?:deposit|pag)(?:o|aron)|inscribieron|lleg(?:o|aron) (?:el|la|los|las) (?:pipa|agua|luz"
    r"|medic|apoyo|despensa|silla|maestr|beca|pension))\w*\b"
    r"(?!.*\b(?:pero|aunque|no (?!hace|hagan|manden|vengan|es nec|ocup|necesit)|mal|peor|fall\w+"
    r"|apag\w+|descompus\w+)\b).*"
    rf"|(?:(?:la|el) \w+ )?qued(?:o|aron) {_MENDED}\w*"
    r"(?!.*\b(?:pero|aunque|no|mal|peor)\b).*"
    rf"|{_SOLVED_IN_ENGLISH}(?!.*\b(?:but|not|again)\b).*"
    r"|(?:siempre si |hoy |ayer |ya )*l[oa]s? (?:(?:vinieron|fueron) a )?"
    r"(?:arregl|repar|compon|compus|cambi|tap|limpi)(?:ar|aron|o|ieron)\b"
    r"(?!.*\b(?:pero|aunque|no|mal|peor)\b).*",
    unless=r"\bquedo (?:bien |muy )?(?:registrad|clar|anotad|entendid)",  # to them
)
_WORKED = (
    r"(?:vin|fu|pas|arregl|repar|tap|pod|limpi|cambi|compus|pint|bach|paviment|destap|escarb"
    r"|cort|quit|recog|levant|instal|conect)\w{0,3}(?:ron|no)"
)
# «Vinieron y dejaron el hoyo abierto», of who did what was asked, and not well.
is_half_done = saying.only(
    r"(?:(?:hola|buen[oa]s|dias|tardes|oiga|fijese|que|pues|si|ya|ayer|hoy|por fin|me|nos|l[oa]s?"
    rf"|se) )*{_WORKED}\b(?! a (?:rob|asalt|amenaz|cobr|ped)).*\b(?:y|pero|nomas|aunque)\b.*"
    r"\b(?:(?:dej|qued)(?:o|aron)|romp(?:io|ieron)|falto|faltaron|no|ni|mal|peor)\b.*"
    r"|(?:(?:y|pero|ahora|ya|me|nos) )*(?:dej|qued)(?:o|aron)\b.*\b(?:cuando|donde|despues de que)"
    rf" (?:l[oa]s? )?{_WORKED}\b.*"
)
_is_good_news = saying.first(
    r"(?!.*\b(?:gastos?|yo|nosotros|solos?|pagar|pague|incomplet\w*|medias|mitad)\b)"
    r"(?:\w+ ){0,6}?ya (?:\w+ ){0,2}?"
    r"(?:qued|resolv|resuel|arregl|solucion|repar|repus|compus|prend|funciona|sirve|jala\b|tap[oa]"
    rf"|{_THERE_IS}|(?:vin(?:o|ieron)|fueron|pasaron) (?:a|y) (?:(?:l[oa]s?|me|nos) )?(?:des)?"
    r"(?:tap|arregl|repar|compus|compon|limpi|cambi|recog|resolv)|(?:limpi|recogi)(?:o|aron|eron)"
    r"|(?:me|nos) l[oa]s? (?:dieron|entregaron|surtieron|mandaron|trajeron)|l[oa]s? consegui"
    rf"|deposit(?:o|aron))|(?:(?:la|el) \w+ )?qued(?:o|aron) {_MENDED}|{_SOLVED_IN_ENGLISH}"
)
# «Ah, ya pasó, gracias», of what had not come.
is_here = saying.only(
    r"(?:(?:ah|ay|si|bueno|pues|que|por fin|siempre) )*ya (?:(?:me|nos) )?"
    r"(?:lleg|volvi|regres|pas|vin)(?:o|io|aron|ieron)"
    r"(?: (?:la|el|luz|agua|camion|basura|ya|hoy|ahorita|(?:muchas )?gracias|a dios))*"
)
# «Cancelen mi reporte», «ya no la ocupamos».
withdraws = saying.anywhere(
    r"\b(?:cancel|retir|quit|borr|anul)\w* (?:\w+ ){0,2}"
    r"(?:reporte|folio|queja|peticion|solicitud|caso|denuncia)\b(?! del?\b)"
    r"|\b(?:cancel|drop|withdraw|forget|never ?mind|take back) (?:my|the|this|that) (?:\w+ )?"
    r"(?:report|request|case|complaint|folio)\b"
    r"|\bya no (?:(?:me|nos|se|l[oa]s?) )*"
    r"(?:ocup|necesit|hace falta|hizo falta|es necesari)\w*\b(?! (?:de )?nada)"
    r"|\bya no (?:hagan nada|(?:manden|envien) (?:a )?(?:nadie|nada)|vengan|se molesten)\b"
)
# «La queja», «retírenla», with words that the model hears as giving up.
names_case = saying.anywhere(
    r"\b(?:reporte|folio|queja|peticion|solicitud|caso|denuncia|report|request|case|complaint)\b"
    r"|\b(?:cancel|retir|anul|quit|borr|elimin)\w*l[oa]\b"
)
# «No me acuerdo del folio, la puse por el bache», «perdí mi folio».
lacks_folio = saying.anywhere(
    r"\b(?:no (?:me acuerdo|recuerdo|encuentro|hallo|traigo|se|tengo (?:el|mi))|perdi|extravie"
    r"|olvide|se me (?:perdio|borro|olvido|extravio)) (?:(?:del?|el|mi|la|cual|es|numero) )*folio\b"
)
# «No me resuelven lo del drenaje», «ya reporté el bache y nada»: it may have its folio already.
_was_told_before = saying.anywhere(
    r"\b(?:no|nadie|nunca|tampoco) (?:(?:me|nos|l[oae]s?|se|han?|siquiera) )*"
    r"(?:resuel|resolv|resolu|solucion|(?:d[ai]n?|dado|dieron) (?:\w+ )?(?:respuesta|solucion"
    r"|razon))\w*"
    r"|\b(?:sigo|seguimos|sigue|estoy|estamos) (?:sin|esperando) (?:(?:la|una|ninguna) )*"
    r"(?:respuesta|solucion|que (?:me |nos )?(?:resuelv|contest|respond)\w+)"
    r"|\b(?:hice|puse|meti|levante|mande|presente|tengo) (?:ya )?(?:un|el|la|una|mi) "
    r"(?:reporte|queja|solicitud|peticion|folio)\b"
    r"|\b(?:ya|que|veces) (?:l[oae] )?report(?:e|o|amos)\b(?! (?:de|a)\b)"
)
has_folio = saying.only(
    r"(?:(?:si|ya|pero|yo|oiga|es que|claro|de eso) )*tengo (?:(?:el|un|mi|su|ya|numero|de) )*folio"
    r"(?: (?:de (?:eso|ese|ello)|ya|del? (?:reporte|queja)))?"
)
_is_no_more = saying.anywhere(r"\bya no\b")
# «Falleció mi mamá, cancele por favor»: not what was cancelled by others.
cancels = saying.anywhere(
    r"\b(?:cancel(?:e|en|ar|arl[oa]|el[oa]|enl[oa]|emos)|den?l[oa] de baja|dar(?:l[oa])? de baja)\b"
)
cannot_wait = saying.anywhere(
    r"\bse (?:me |nos |le )?(?:(?:va|puede) a? ?(?:morir|ir)|esta muriendo|muere)\b"
    r"|\bno (?:\w+ ){0,2}(?:aguant|resist|sobreviv)\w*\b|\b(?:(?:puede|va a) morir|vida o muerte)\b"
    r"|\b(?:will|may|could) die\b|\b(?:me|le) quedan? (?:\w+ ){0,3}?para (?:hoy|manana|\w+ dias?)\b"
    r"|\bse (?:me|le) (?:acab|termin)\w*(?: \w+){0,4}? (?:hoy|manana|en \w+ dias?)\b"
)
# «¿Y hoy dónde duermo?»
is_for_tonight = saying.anywhere(
    r"\b(?:donde|en que parte) (?:voy a |vamos a |puedo |podemos )?"
    r"(?:duerm|dorm|pas[aoe]\w* la noche|me quedo|nos quedamos|quedar(?:me|nos))\w*"
    r"|\bno (?:tengo|tenemos|hay) (?:nada )?(?:que|para) comer\b|\bque (?:voy|vamos) a comer\b"
    r"|\bno (?:tengo|tenemos) (?:donde|en donde) (?:dormir|quedar\w+|pasar)\b"
    r"|\bwhere (?:do|can|will) (?:i|we) sleep\b"
)
_CALL = r"(?:me |nos )?(?:llam|marqu|marc|habl)(?:e|en|ar|arme|arnos|enme)\b"
_AT = (
    r"(?:\w+ )?(?:en|por|a|despues de|antes de|desde|hasta|de) (?:la |las |el |los )?"
    r"(?:tardes?|mananas?|noches?|mediodia|\d{1,2}|lunes|martes|miercoles|jueves|viernes|sabados?"
    r"|domingos?|whats\w*)\b"
)
# «No me llamen, no oigo; escríbanme», «¿me pueden hablar en la tarde?»
tells_how_to_reach = saying.anywhere(
    rf"^(?:(?:por favor|oiga|y|pero|nomas|solo que) )*no (?:me |nos )?{_CALL}"
    r"|^(?:(?:please) )?(?:do not|don t|dont) call\b|"
    rf"\bno (?:(?:por favor|me|nos|puedo|quiero) )*{_CALL}.*"
    r"\b(?:escri[bt]\w+|mensajes?|whats\w*|correo|sord[oa]|no (?:oigo|escucho)|text)\b"
    r"|\b(?:sord[oa]|no (?:oigo|escucho|puedo oir))\b.*"
    rf"\b(?:no (?:(?:por favor|me|nos) )*{_CALL}|(?:solo |mejor |por favor )?escri(?:b[aei]|ta)\w*)"
    r"|(?:por favor |mejor |solo |nomas )*escrib(?:an?|e|ame|anme|irme)(?:me)?\b"
    r" (?:por|al|a|no|en|porque)\b.*"
    r"\b(?:whats\w*|correo|mensaje|llam\w+|aqui|medio|chat|oigo|sord[oa])\b.*"
    r"|\b(?:solo|nomas|nada mas|unicamente|puro|mejor) (?:por |en )?(?:whats\w*|wh?ats\w*|guats\w*"
    r"|mensajes?|sms|correo|llamadas?)(?: (?:por favor|porfa|gracias|porque\b.*|no llamadas?))*$"
    r"|\b(?:pueden?|podrian?|mejor|que|de favor|pero|por favor|si) (?:(?:me|nos) )?"
    rf"(?:habl|llam|marqu|marc)(?:ar|en)(?:me|nos)? {_AT}|^(?:habl|llam|marqu)en(?:me|nos) {_AT}"
)
_continues = saying.only(
    r"(?:(?:y|pero|oiga|ah|bueno|no|si|fijese|perdon) )*"
    r"(?:(?:es que|porque|o sea|nomas que|nada mas que|solo que|lo que pasa|por eso|mientras"
    r"|para que|ojala|asi que|con eso|para eso|y eso que"
    r"|(?:me|nos) (?:urge|corre prisa)(?: mucho)? (?:porque|ya que|pues)|ya (?:me|nos) urge)\b"
    r"|(?:que )?no (?:me|nos|l[oae]s?|se) (?:\w+ )?(?:vayan?|dejen|hagan|olvid\w+|quiten)\b"
    r"|(?:nadie|no ?body|no ?one) (?:(?:me|nos|han?|has) )*(?:v[ei]n|hace|hecho|pas|contest|respond"
    r"|atend|atiend|c[ao]me|show|answer|call|fix)|no (?:ha )?v[ei]n\w+ nadie"
    r"|(?:todo )?siguen? (?:igual|sin|apagad|tirad|pendient)|no han (?:venido|hecho|pasado)"
    r"|(?:la|el|mi|esa|ese|eso) \w+ (?:es|seria|sera|fue|era) (?!que\b)"
    r"|l[oa]s? (?:necesit|ocup|quier|queremos|pid)\w+|(?:es|son|era|eran) (?:para|por|de|del|el que"
    r"|la que|los que|las que)\b|se me hace que\b|pero\b"
    r"|(?:fue|salio|paso) (?:el|la|los|las|de|del|en|a|por|como)\b"
    r"|(?:es|esta|queda) (?:en ?frente|junto|al lado|a un lado|atras|cerca|entre|por"
    r"|en la esquina)\b"
    r"|(?:hay|es un|es|esta) (?:mucho |muy )?(?:riesgo|peligro|peligros[oa])\b"
    r"|(?:la|el|los|las|mi|mis|un|una) \w+ (?:me |nos )?(?:dicen?|dijo|dijeron) que\b).*"
    r"|y (?!(?:quier|quisi|necesit|ocup|hay|otr|adem|aparte|no (?:hay|sirve)|tampoco (?:hay|sirve))"
    r"|tambien (?:hay|quier|necesit|ocup|no)).*|.*\bpor (?:eso|lo mismo)"
)
# «Y que es peligroso para los niños».
tells_besides = saying.only(
    r"(?:y )?que (?:es|son|esta|estan|hay|hace|ya|no|el|la|los|las|mi|mis|su|sus)\b"
    r"(?! (?:eso|esto|lo que|hago|sigue)\b).*"
)
# «¿Qué papeles llevo si me hablan?»
is_of_its_course = saying.anywhere(
    r"\b(?:si|cuando) (?:me|nos) (?:habl|llam|marc|marqu|cit|avis|contest|respond|autoric)\w*"
)
# «Otra cosa: no hay agua en la primaria» begins another matter.
is_apart = saying.first(
    r"(?:(?:y|oiga|tambien|ah|bueno|ya que|la|es|una|traigo|tengo|hay) )*"
    r"otr[oa] (?:cosa|asunto|tema|reporte|problema)\b.* \w"
)
_is_else = saying.anywhere(
    r"\b(?:otr[oa] (?:cosa|asunto|tema|reporte|problema)|aparte"
    r"|tambien (?:quiero|necesito|ocupo|hay|no)"
    r"|ademas (?:quiero|necesito|hay|no)|quiero (?:reportar|registrar|pedir|denunciar))\b"
)


def may_have_folio(text: str) -> bool:
    return lacks_folio(text) or _was_told_before(text)


def plainly_adds(text: str) -> bool:
    """Whatever the words that follow look like."""
    return (_plainly_adds(text) or _waits_not(text)) and not _is_else(text)


def is_solved(text: str) -> bool:
    """Good news, and not only that somebody came."""
    return is_over(text) and _is_good_news(text)


def is_shortly_over(text: str) -> bool:
    """The same, with room for nothing else."""
    return is_over(text) and len(text.split()) <= SHORT


def asks_to_cancel(text: str) -> bool:
    """In so many words: not «ya no la ocupamos», which tells how it stands."""
    return cancels(text) or (withdraws(text) and not _is_no_more(text))


def is_not_needed(text: str) -> bool:
    """«Ya no hace falta», however it came about."""
    return withdraws(text) and _is_no_more(text)


def continues(text: str) -> bool:
    """It may well be of the case, even where it looks like another matter."""
    return _continues(text) and not _is_else(text)

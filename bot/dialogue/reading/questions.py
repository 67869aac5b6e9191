"""What people ask about the very thing that they tell, or told: how long, what for, who sees it."""

import re

from bot.dialogue.reading import discretion, finished, saying

USUAL = 8  # words of a question without its mark; more may be a story that begins like one
_BEFORE = (
    r"(?:(?:(?:(?:nomas|solo|nada mas) )?(?:quiero|quisiera|queria) saber|digan?me|y|o|oiga|oye"
    r"|pero|perdon|disculp[ea]|una pregunta|pregunta|entonces|ok|bueno|gracias"
    r"|como|mas o menos|ustedes|alguien|pues|ya|si|ah|de casualidad|a mi|mis datos|se|me|nos|lo|le"
    r"|eso|esto|it|and|so|but|thanks|thank you) )*"
)
_AFTER = (
    r"(?: (?:mas|menos|o|que|[qk]|aproximadamente|en|a|de|por|para|con|la|el|lo|mis?|sus?|una?|esto"
    r"|eso|este|ese|usted|ustedes|ellos|alguien|algo|ya|ahora|despues|aqui|casa|luego|gracias|favor"
    r"|porfa|es|son|seria|serian|hacer|ir|venir|contest\w*|respond\w*|resol\w*|resuel\w*|arregl\w*"
    r"|(?:habl|llam|marc)ar(?:me|nos)|repar\w*|at(?:end|ien)\w*|dar\w*|avis\w*|respuesta|solucion|reporte|folio|caso|queja"
    r"|peticion|solicitud|tramite|telefono|celular|numero|nombre|correo|datos|me|nos|le|les|it|is|will|does"
    r"|do|take|to|be|for|they|you|me|my|name|phone|number|this|that|answer|an|fix|here))*"
)
_ALONE = rf"(?={_AFTER}$)"  # nothing of its own is said with it
_HOW_MUCH = r"(?:en |de )?(?:cuant[oa]s?|que tanto) "
_WHEN = r"(?:para |hasta )?cuando (?:(?:me|nos|se|lo|la|le|les|los|las|van?|piensan|pueden|a) )*"
_DO = r"(?:an?|ar(?:an|me|nos|les?)?)\b"
_SAY = r"(?:avis|llam|habl|contest|respond|notific|marc|escrib|contact)"
_THEY = r"(?:you|they|someone|somebody) (?:going to )?"
# More words, none of which tells what happens now.
_NOT_NOW = r"(?: (?!(?:pero|no|ya|esta|estan|estoy|mat\w+|sangr\w+)\b)\w+){0,10}"
TOPICS = {
    "denounced": (
        r"(?:(?:con|asi|ya|aqui|eso|esto|este reporte|se) )+(?:la |mi )?(?:qued[oae]|esta|sirve"
        r"|cuenta|vale|es|llega|entra|va|pasa|registra|manda)(?: \w+){0,2}? (?:denuncia|queja)\b.*"
        r"|does (?:this|it|that) count as (?:a|the) (?:\w+ )?(?:report|complaint)"
    ),
    "visit": (
        r"(?:do i|will i) (?:need|have) to be (?:there|here|home|present)\b.*"
        r"|(?:tengo|tenemos|necesito|hace falta|hay) (?:que )?estar\b.*"
        rf"|{_HOW_MUCH}(?:tiempo |rato )?(?:vien\w*|llegan?|vendran|van a (?:venir|llegar)){_ALONE}"
        rf"|{_WHEN}(?:vien\w*|venir|vendr\w*|mand{_DO})"
        rf"|(?:{_WHEN}|(?:a que horas?|que dia) (?:van a )?)"
        rf"(?:ir|pasar|pasan|llegar|llegan|vien\w*|venir|vendran|mand{_DO}){_ALONE}"
        r"|when (?:will|are|do) (?:they|you)(?: be)? com\w+"
    ),
    "term": (
        rf"{_HOW_MUCH}(?:\w+ )?(?:(?:se|me|nos|les|van?|a|mas|o|menos) )*(?:tard|demor|dilat)\w*"
        rf"|{_HOW_MUCH}(?:tiempo )?(?:(?:se|me|nos|les|van?|a) )*(?:llev|tom)a(?:n|r|ra)?{_ALONE}"
        rf"|{_HOW_MUCH}(?:dias?|tiempo|semanas?|meses)\b(?! (?:llev|ten|hace))"
        rf"|{_WHEN}(?:(?:arregl|resuel|resolv|solucion|contest|respond|atien|atend|repar|compon"
        rf"|recib|queda)\w*|(?:llam|habl|avis|marc){_DO}"
        rf"|(?:tien|qued|va|est)\w*{_ALONE})|(?:para |hasta )?cuando$"
        rf"|a que horas? (?:me |nos )(?:van? a )?{_SAY}\w*{_ALONE}"
        r"|how (?:long|many days)|when will|(?:when|by when)$"
    ),
    "date": (
        r"(?:(?:es[ae]|la|para es[ae]|ese es el|hasta es[ae]) )+(?:fecha|dia|plazo)\b(?: \w+){0,6}?"
        r" (?:arregl|resuel|resolv|compo|compus|vien|venir|entreg|dan|dar|solucion|list|repar)\w*"
        r"(?: \w+){0,3}"
        r"|(?:is )?(?:that|the) date (?:\w+ ){0,5}(?:fix|solv|resolv|repair|done|com)\w*(?: \w+)*"
    ),
    "use": (
        r"(?<!ya )(?:para|pa(?! que es\b)) que"
        r"(?: (?:me|nos|se|lo|la|les|mi|el|su|telefono|nombre|numero))*"
        r"(?: (?:quieren?|necesitan?|ocupan?|piden?|sirve|usan|van a usar|es)\b"
        r"(?! (?:\w+ )?(?:folio|clave))|$)"
        r"|por que (?:me |nos |lo )?(?:piden?|preguntan?|quieren?)\b.*"
        r"\b(?:eso|mi|nombre|telefono|numero|correo|datos)\b"
        r"|(?:why|what) do you (?:need|want|ask)"
    ),
    "free": (
        r"(?:(?:el|la|este|registrar|tramite|reporte|servicio) )*(?:es|son) (?:gratis|gratuit\w*)"
        r"|(?:tienen?|hay) (?:algun |un )?costo|(?:me |nos )?cobran algo"
        r"|(?:hay|tengo|tenemos) que pagar|(?:cuesta|cobran) (?:algo|dinero)"
        r"(?: (?:por )?(?:reportar|registrar\w*|escribir|denunciar))?"
        r"|(?:me |nos )?(?:va|van) a (?:costar|cobrar)(?: (?:algo|dinero|mucho|por|el|este|esto"
        r"|reporte|tramite|folio|queja))*|(?:cuesta|cobran) (?:por )?(?:report|registr|denunci)ar"
        r"|is (?:it|this|the service) free|do i (?:have|need) to pay(?: \w+){0,3}"
        r"|cuanto (?:me |nos )?(?:cuesta|cobran?|es|sale) (?:por )?(?:esto|reportar|el reporte"
        r"|atender\w*|(?:el|la|un|una) (?:asesor\w*|persona|llamada))"
    ),
    "cost": (
        r"cuanto (?:me |nos )?(?:cuesta|cobran|vale|sale|costaria|hay que pagar)\b"
        r"|how much (?:(?:does|do|will|is|would|it|this|that|cost|i|have|to|pay)(?: |$))+"
    ),
    "who": (
        r"(?:a )?quien(?:es)? (?:l[oa]s? )?(?:\w+ ){0,2}?"
        r"(?:ver|ven?|leen?|leer|enteran?|enterar|sabran?)\b"
        r"|who (?:will|can) (?:see|read)"
        r"|(?:es|son|queda) (?:confidencial|privad|secret|reservad|segur)\w*"
        r"|(?:me|nos) (?:van?|pueden|podrian) (?:a )?hacer (?:algo|dano)(?: a mis? \w+)?"
        r"|(?:que )?(?:me|nos) (?:(?:van?|pueden?|podrian?) (?:a )?)?(?:hac|pas)\w*(?: algo)?"
        r" si (?:yo )?(?:denunci|report|quej|me quejo|digo|aviso)\w*"
        r"|(?:bien )?(?:cuid|prote[gj]|resguard)\w* (?:bien )?(?:mis|l[oa]s|nuestros|sus|mi)"
        r" (?:datos|informacion|identidad|nombre)"
        r"|mis datos (?:estan|quedan|van a estar) (?:bien )?(?:segur|proteg|resguard|a salvo)\w*"
        r"|(?:estan|quedan) (?:bien )?(?:segur|proteg|resguard)\w* mis datos"
    ),
    "later": (
        r"(?:que (?:pasa|hago) )?si (?:\w+ ){0,3}?(?:me arrepiento|cambio (?:de|mi|el)"
        r" (?:opinion|idea|numero|telefono|celular|correo))\b.*"
        r"|(?:l[oa]s? )?(?:puedo|podria|se puede[ns]?|voy a poder) (?:\w+ ){0,2}?"
        r"(?:dar|dej|agreg|pon|cambi|corregi|anad)\w* (?:\w+ ){0,5}?(?:despues|luego|mas tarde)$"
        r"|(?:le|les|se l[oa]) (?:digo|cuento|escribo) (?:como|quien|donde|cual) (?:\w+ ?){1,4}"
        r"|can i (?:add|give|change|correct) (?:\w+ ){1,4}later"
    ),
    "others": (
        r"quien (?:me |l[oae]s? )?(?:puso|reporto|denuncio|acuso|hizo|mando|registro)\b"
        r"|(?:\w+ ){0,2}(?:da[sn]?|dar|darme|dime|diga(?:n|me)|pas[ae]n?|pasas|pasar\w*|cual es)"
        r" (?:el |la |los )?(?:nombre|telefono|celular|domicilio|direccion|datos) (?:de|del)"
        r" (?:(?:la|el|mi) )?(?:don|dona|senora?|vecin[oa]|quien)\b(?: \w+){0,4}"
    ),
    "notified": (
        rf"(?:quien |que |[qk] )?(?:me|nos) (?:van? a|pueden|podrian) {_SAY}\w*"
        rf"|(?:quien )?(?:me|nos) {_SAY}\w* (?:un|una) \w+ o (?:un|una) \w+"
        rf"|van? a {_SAY}[aei]r(?:me|nos)"
        rf"|(?:quien (?!\w+ contest))?(?:me|nos) {_SAY}(?:an?|en|aran?)(?: cuando"
        rf"(?: \w+){{1,3}}$|{_ALONE})"
        r"|como (?:voy a saber|sabre) (?:si|cuando) (?!(?:es|no|esto|ustedes|son)\b)(?:\w+ ?){1,5}$"
        r"|(?:(?:me|nos|voy|vamos|a|puedo|podemos) )*(?:entero|enterar|enteramos|darme cuenta)"
        rf"|como (?:me |nos )?(?:voy a saber|sabre|se){_ALONE}"
        r"|como (?:voy a saber|sabre|se) (?:de )?(?:que|si) (?:(?:si|me|nos|l[aeo]s?|se|van?|a) )*"
        rf"(?:h[ai][czs]|resuel|resolv|atien|atend|cumpl|revis)\w+(?: caso)?{_ALONE}"
        rf"|how (?:will|do|would) (?:i|we) know{_ALONE}"
        r"|(?:que (?:pasa|hago) )?(?:si|cuando) (?:yo )?no (?:(?:les?|l[oa]|se|puedo|alcanzo a) )*"
        r"(?:contest(?:o|ar)|respond(?:o|er)|oigo|estoy|escucho)"
        r"(?: (?:cuando|si) (?:me |nos )?\w+(?:n|an|en))?$"
        r"|(?:me |nos )?(?:marcan|llaman|hablan) (?:ustedes )?o (?:yo )?(?:les )?"
        r"(?:marco|llamo|hablo|vengo|voy|tengo que \w+)(?: yo)?"
        rf"|(?:will|are) {_THEY}(?:call(?:ing)?|notify|tell|let|contact)\b"
        rf"|(?:do|can|is) {_THEY}(?:call(?:ing)?|contact){_ALONE}"
    ),
    "obliged": (
        r"(?:es|son) (?:obligatori|forzos)\w*|es necesario (?:dar|poner|decir|dejar|mi|el)\b"
        r"|(?:por que )?(?:tengo|tenemos|hay) que (?:dar|poner|decir|dejar)\w*"
        r"(?! (?:(?:una|la) )?(?:denuncia|queja|demanda)\b)|a fuerza\b"
        r"|puedo no (?:dar|poner|decir)\w*|do i have to(?: (?:give|say|tell|leave|share)\b|$)"
    ),
    "unheeded": (
        r"(?:que (?:pasa|hago) )?si (?:\w+ )?no (?:(?:me|nos|lo|la|le|les|se) )*"
        r"(?:vienen?|hacen?|contestan?|responden?|resuelven?|arreglan?|atienden?|cumplen?|pasa)"
        r"(?: (?:caso|nada|nadie|hoy|manana|tampoco|nunca|luego))*"
        r"(?: (?:(?:a )?(?:quien|donde|que) )(?:\w+ ?){1,4})?"
        r"|(?:a|con) (?:quien|donde) (?:me |les? )?(?:reclamo|quejo)\b"
        r"|(?:a|con) (?:quien|donde) (?:me )?(?:dirijo|voy|acudo) si no (?:me |nos )?\w+\b"
    ),
    "whose": (
        r"(?:a )?(?:quien|donde) (?:se )?(?:l[oa]s? )?(?:mand|envi|turn|canaliz|pas)(?:aron|an|o)\b"
        r"|(?:a )?quien (?:l[oa]s? |le |me )?(?:ve|atiende|atendera|toca|corresponde|lleva|tiene)"
        rf"(?: (?:atender|resolver|responder))?{_ALONE}"
        r"|(?:(?:son|van?|a|me|nos|l[oa]s?) )*ustedes (?:(?:son|los que|me|nos|l[oa]s?|van|a) )*"
        rf"(?:(?:deposit|pag|repar|arregl|entreg|surt|resuelv|resolv)\w+"
        rf"|(?<=(?:la|lo|as|os|me) )\w+n){_ALONE}"
        rf"|a (?:quien|donde) (?:les? |se )?(?:va|ira|llega)(?: a (?:dar|llegar|parar))?{_ALONE}"
        r"|no (?:es|era) (?:aqui|(?:con |de )?ustedes)(?: verdad| entonces| no)*$"
        r"|quien$|who (?:did you send|has|handles) it|who$"
    ),
    "worse": (
        r"(?:que (?:hago|hacemos) )?si (?:(?:mi|el|la|mis|los|las) \w+ |ella |el )?"
        r"(?:(?:me|se|le|les|nos|lo|la) ){1,2}"
        r"(?:pon(?:go|e|emos)|sient|duel|empeor|agrav|complic|baja la (?:presion|azucar)|sube la"
        r"|pica|muerde|da (?:la|el|un|una|algo|fiebre)|sale (?:pus|sangre)|infect|vuelve a dar)\w*"
        rf"{_NOT_NOW}|mientras(?: tanto)?(?: que| a)? (?:le doy|acudo|ha\w+ .*\bsi){_NOT_NOW}"
        r"|what (?:do i do )?if (?:he|she|it|i) gets? (?:worse|sick)"
    ),
    "ask": (
        r"(?:a |con )?(?:quien|donde) (?:le |les )?(?:pregunto|preguntamos|puedo preguntar"
        rf"|hay que preguntar|consulto){_ALONE}|who (?:do|can) i ask"
        r"|(?=.*\b(?:como|donde)\b)(?:(?:como|donde|le|puedo|se|voy|a|hago|hay que|para|poder) )*"
        r"(?:ver|veo|saber|sabre|checar|checo|consultar|consulto|revisar|reviso) "
        r"(?:(?:como|en que) (?:va|sigue)|(?:de )?mi (?:folio|reporte|caso|peticion)"
        r"|si me (?:van a )?(?:habl|contest|respond|llam|resolv)\w+)\b.*"
        r"|how (?:do|can|will|would) (?:i|we) (?:check|follow|track|see|look)\b.*"
    ),
    "key": (
        r"(?:no me (?:dieron|dio|llego)|perdi|no (?:tengo|guarde|encuentro|vi)|cual (?:es|era)"
        r"|(?:se me )?olvid[oe]|me (?:repite|da|puede (?:dar|repetir)))?(?: ?(?:la|mi) )?clave"
        r"(?: (?:me (?:la )?(?:repite|da|manda|pasa)\w*|otra vez|de nuevo|por favor))*"
    ),
    "next": (
        r"(?:(?:(?:luego|despues|ahora) )+que$|(?:(?:luego|despues|ahora) )*que (?:sigue|procede"
        rf"|(?:va a )?pasar?(?= (?:ahora|despues|luego)))|ahora que){_ALONE}"
        rf"|what(?: is| s| happens| comes)? (?:next|now){_ALONE}"
        r"|(?:(?:hay|tengo|tenemos|tiene|necesito|que|con quien|donde) )+(?:me )?"
        r"(?:inscrib|apunt|anot|empadron|enlist)(?:o|ir|ar)(?:me|nos|se|l[oa])?"
        r"(?: (?:con|en|alguien|algun|alguna|lado|lugar|lista|oficina|antes|primero|otra parte))*$"
    ),
    "meanwhile": (
        r"(?:ahorita|ahora|hoy|mientras(?: tanto)?)(?: yo)? que"
        rf" (?:(?:voy|vamos) a hacer|(?:le )?(?:hago|hacemos)|puedo hacer){_NOT_NOW}"
    ),
}
_BY_THEMSELVES = {  # with something else, these are about that
    "visit": "van? a venir|vienen",
    "next": "(?:(?:ahora|ahorita) )?que (?:hago|tengo que hacer)|what do i do",
}
# What comes of it, and when.
OF_ITS_COURSE = ("visit", "term", "notified", "next", "unheeded", "whose", "date", "given", "long")
OF_DISCRETION = ("who", "known", "unnamed")
OF_A_NAME = ("obliged", "who", "unnamed")  # of their name: whether it stands there
# There is an answer where no matter is known yet.
_OF_WHAT_IS_TOLD = ("whose", "use", "free", "obliged", *OF_DISCRETION)
IN_GENERAL = ("visit", "term", "next", "ask", "notified", *_OF_WHAT_IS_TOLD)
_BEGINS = {topic: re.compile(f"{_BEFORE}(?:{words})") for topic, words in TOPICS.items()}
_WHOLE = {
    topic: re.compile(f"{_BEFORE}(?:{words}|{_BY_THEMSELVES.get(topic, words)}){_AFTER}")
    for topic, words in TOPICS.items()
}
_BEFORE_ASKING = re.compile(r"(?:\w+ )?antes de (?:\w+ ){0,2}\w+")
_PARTS = re.compile(r"[.,;:!¡¿\n]+|(?<=\?)")
_AND_ASKS = re.compile(rf"{_PARTS.pattern}|\b(?=(?:y|pero) )")
_MAIL = re.compile(r"\S+@\S+")


def topic(text: str) -> str | None:
    """Which of these is asked for; None for any other question, or none. «Mi correo es…, pero que
    no sepa que fui yo» wishes for it all the same."""
    parts = [saying.bare(each) for each in _PARTS.split(text)]
    said = (*parts, *map(saying.bare, _AND_ASKS.split(_MAIL.sub(" ", text))))
    if seen := next(filter(None, map(discretion.topic, said)), None):
        return seen
    if "?" not in text and len(text.split()) > USUAL:
        return "later" if whole(text) == "later" else None
    begun = (name for part in parts for name, each in _BEGINS.items() if each.match(part))
    return whole(text) or next(begun, None)


def besides(text: str) -> str | None:
    """What is asked of its course along with who sees it: «¿va a salir mi nombre, y cuánto
    tardan?»"""
    parts = (each for each in _AND_ASKS.split(text) if 1 < len(each.split()) <= USUAL)
    return next((each for each in map(topic, parts) if each in OF_ITS_COURSE), None)


def is_only(text: str) -> bool:
    """Nothing is told before the question: «no hay agua, ¿cuándo vienen?» tells something."""
    parts = [each for each in _PARTS.split(text) if len(each.split()) > 1]
    if parts[1:] and _BEFORE_ASKING.fullmatch(saying.bare(parts[0])):
        parts = parts[1:]
    first = next(iter(parts), text)
    return topic(first) is not None


def whole(text: str) -> str | None:
    """Which of these the whole message asks for: «¿cuándo arreglan el bache de la calle Sol?» may
    be about another one."""
    plain = saying.bare(text)
    if finished.is_asked(text):
        return "next"
    named = (name for name, each in _WHOLE.items() if each.fullmatch(plain))
    return discretion.topic(plain) or next(named, None)

"""Figures of speech, in which no person harms another and nobody wants to die: «me están golpeando
los recibos», «me quiero matar con este trámite». What is told beside one still counts."""

import re

from bot.dialogue import despair
from bot.dialogue.reading import saying
from nlu import urgency

_THE = (
    r"(?:(?:del?|con|por|a|al|el|la|los|las|l[ao]s? de|est[aeo]s?|tant[ao]s?|pur[ao]s?|tod[ao]s?"
    r"|sus?|mis?|cada|pinche|maldit[ao]s?|tu) )*"
)
_HEAT = r"(?:calor\w*|solazo|sol|bochorno|resolana|temperatura)"
_OFFICE = (
    r"(?:tramit\w+|papeleos?|papeles|burocraci\w+|requisit\w+|filas?|colas?|vueltas|citas?|format\w+"
    r"|formulari\w+|paginas?|sistema|plataforma|app|aplicacion|chat|bot|robot|trafico|ruid\w+"
    r"|tareas?|clases?|examen(?:es)?)"
)
_MONEY = (
    r"(?:recibos?|recibit\w+|cobros?|precios?|tarifas?|impuestos?|intereses|deudas?|multas?|gastos?"
    r"|cuentas?|mensualidad(?:es)?|pagos?|colegiaturas?|rentas?|predial|refrendo|inflacion|crisis)"
)
_THING = rf"(?:{_HEAT}|{_OFFICE}|{_MONEY}|polvo|musica|trabajo|chamba|estres|coraje|baches?)"
_STRIKES = (
    r"(?:golpe|peg|mat|ahorc|ahog|asfixi|asalt|rob|acab|azot|castig|aplast|exprim|madre)"
    r"(?:an?|ando|en?|ar(?:on)?)(?:me|nos)?"
)
_SUBJECT = r"(?<!de )(?<!del )(?<!al )(?<!con )(?<!por )(?:el|la|l[ao]s|est[aeo]s?|tant[ao]s?|sus?)"
_WHOM = r"(?:me|nos|les?|l[ao]s?|te)"
_IS = r"(?:(?:esta|estan|anda|andan|trae|traen|tiene|tienen|va|van|a|quiere|quieren|bien|muy|ya) )*"
_NOT_ANOTHER = r"(?! (?:(?:y|bien) )?al? (?:mi|un|una|el|la|los|las|su|mis|sus)?)"
_OUT_OF = r"(?:coraje|risa|verguenza|pena|aburrimiento|nervios|estres|curiosidad|oso|calor)"
_DIE = r"(?:mat|mor|suicid|ahorc|colg|avent|tir)(?:ar|ir)(?:me|nos|se)?"
_LACKED = (
    r"(?:agua|luz|drenaje|gas|internet|senal|aire|abanico|clima|alumbrado|servicios|pavimento|techo"
    r"|banqueta|camion|transporte)"
)
_NUISANCE = (
    r"(?:basur\w+|peste\w*|pestilenci\w+|(?:mal )?olor(?:es)?|aguas negras|ruid\w+|musica|polv\w+"
    r"|tierra|goteras?|baches?|rat[ao]s?|ratones|cucarachas|moscas?|mosquer\w+|mosquitos?|zancudos"
    r"|alacranes|humo|lodo|charcos?|calor\w*|oscur\w+)"
)
_STROKE = r"me va a dar (?:un|el|una) (?:infarto|ataque|patatus|paro|derrame|embolia)"
_OFFICIAL = (
    r"(?:doctor\w*|medic[oa]s?|enfermer\w+|licenciad\w+|polic\w+|ventanilla|oficinas?|seguro|imss"
    r"|issste\w*|hospital|clinica|salud|banco|gobierno|ayuntamiento|ustedes|encargad\w+"
    r"|recepcion\w*|cajer\w+|civil|maestr\w+|director\w*|chofer\w*|funcionari\w+|ahi|alla)"
)
_FIGURES = re.compile(
    rf"\b(?:{_WHOM} )?{_IS}(?<!se ){_STRIKES} (?:(?:muy|bien|re|mas|duro|fuerte|feo|seguido) )*"
    rf"{_THE}{_THING}\b(?: de (?:la )?(?:luz|agua|gas|predial|renta|cfe))?"
    rf"|\b{_SUBJECT} {_THING}(?: de (?:la )?(?:luz|agua|gas|cfe))? (?:que )?(?:ya )?(?:me|nos|te) "
    rf"{_IS}{_STRIKES}{_NOT_ANOTHER}"
    # «Los quiero matar a besos».
    r"|\b(?:me|te|l[aeo]s?|nos) (?:quier\w+|voy a|vamos a|van a|va a|dan ganas de) "
    r"(?:matar|comer|ahogar) a (?:puros )?(?:besos|abrazos|cosquillas|apapachos)\b"
    r"|\b(?:matar|comer|ahogar)(?:l[aeo]s?|te) a (?:puros )?(?:besos|abrazos|apapachos)\b"
    # «Los plebes se van a desmayar del calor en la primaria»: of what has not come.
    r"|\b(?:se|nos|me) (?:va|van|vamos|voy) a (?:desmayar|asar|derretir|insolar|infartar|enfermar"
    r"|deshidratar|rostizar|cocer) (?:(?:mis?|el|la|los|las|uno) (?:\w+ )?)?"
    rf"(?:(?:de|del|con|por) )+{_THE}(?:{_HEAT}|coraje)\b"
    # «Hace un calor que uno se quema vivo».
    rf"|\b{_HEAT}\b(?: \w+){{0,4}}? (?:uno se|se|nos|me) (?:quema|quemamos|queme|quemo)(?: uno)?"
    r"(?: viv[oa]s?)?(?= (?:en|de|a|aqui|afuera|y|esperando)\b|$)"
    # «Un calor de muerte, se están asando los niños».
    rf"|\b{_HEAT}(?: de (?:la )?(?:muerte|muertos|perros))?(?: (?:y|que|donde|bien|muy))* "
    r"(?:se|nos) (?:estan?|estamos|andan) (?:asa|coci|derriti|rostiza|tatema|hornea|achicharra"
    r"|sancocha)(?:e)?ndo(?: (?:l[ao]s|nuestr[oa]s|mis) \w+)?"
    # «Ya no aguanto los baches, me va a dar un infarto».
    rf"|\bya no (?:aguanto|soporto) {_THE}(?:{_THING}|{_NUISANCE})(?: y)? {_STROKE}\b"
    rf"|\b{_STROKE} {_THE}(?:{_THING}|{_NUISANCE})\b"
    # «Ya no puedo más con el ruido».
    r"|\b(?:ya )?no (?:puedo|podemos|aguanto|aguantamos|soporto) (?:mas |ya )*(?:con )?"
    r"(?:(?:mis?|hij\w+|nin\w+|bebe|no|nos|se|puede|podemos|duerm\w+|dorm\w+|deja\w*|por|ni|y) )*"
    rf"{_THE}{_NUISANCE}\b(?! (?:en|de) mi (?:cabeza|mente))"
    # «El doctor me trató de la patada».
    rf"|\b{_OFFICIAL}(?: \w+){{0,4}}? (?:trat|atend|atiend|recib)\w+ "
    r"(?:de la|a|con la punta del|como(?: un)?) "
    r"(?:patada|fregada|chingada|pie|perros?|animal(?:es)?|basura)\b"
    r"|\b(?:heat|bills?|prices?|potholes?|traffic|paperwork|wait|waiting|noise|smell|dust|rent)"
    r" (?:is|are) killing (?:me|us)\b|\b(?:is|are) murder on my \w+"
    r"|\b(?:(?:me|nos|uno se) )?(?:estoy|estamos|ando|andamos|vamos|esta uno) (?:\w+ )?"
    r"(?:coci|asa|derriti|rostiza|tatema|hornea|achicharra|sancocha)(?:e)?ndo(?:me|nos)?\b"
    # «Me tienen secuestrado con un crédito»
    r"|\b(?:me|nos) (?:tienen?|traen?) (?:secuestrad|amarrad|atrapad|encadenad|pres|ahorcad)[oa]s?"
    rf" (?:con|por) {_THE}(?:un |una )?(?:creditos?|prestamos?|hipotecas?|contratos?|banco"
    rf"|infonavit|{_MONEY})\b"
    # «Parece que cayó una bomba»
    r"|\b(?:parece|pareciera|como)(?: que| si)?(?: \w+){0,3}? "
    r"(?:bomba|bombardeo|guerra|terremoto)\b"
    # «A punto de matarme del coraje», «me quiero matar con este trámite».
    rf"|\b(?:\w+ )?(?:a punto de|gan[ao]s? de|quiero|quisiera|voy a|para|por) {_DIE} "
    rf"(?:de (?:la |el |puro |pura |tanto )?|del ){_OUT_OF}\b"
    rf"|\b(?:me |nos )?(?:(?:dan?|da) )?(?:a punto de|ganas de|quiero|quisiera|voy a|para|por) "
    rf"{_DIE} con {_THE}(?:{_OFFICE}|{_HEAT})\b"
    r"|\b(?:me|nos) (?:muero|morimos) de (?:la )?risa\b.* me mata$"
    r"|\bva[ns]? a matar (?:a|de|del?) (?:puros? |un )?(?:sustos?|corajes?)\b|\bme lleva el tren\b"
    rf"|\b(?:me|nos) (?:muero|morimos|mata|matan) de (?:la )?{_OUT_OF}\b"
    # «No quiero vivir así sin agua».
    r"|\b(?:ya )?no (?:quiero|queremos|puedo|podemos|aguanto|aguantamos|quisiera) (?:ya |mas )*"
    r"(?:seguir )?(?:vivir|viviendo)(?: (?:mas|asi|aqui|ya))* "
    rf"(?:sin (?:{_THE})?{_LACKED}|(?:a|en|con|entre|rodead[oa]s? de|junto a|en medio de) "
    rf"(?:(?:el|la|los|las|tant[ao]s?|est[aeo]s?|es[aeo]s?|un|una|pur[ao]s?) )*{_NUISANCE})\b"
    # «Ya me cansé de vivir con las aguas negras afuera».
    r"|\b(?:ya )?(?:me canse|nos cansamos|(?:estoy|estamos|ando) (?:muy |bien )?(?:cansad|hart)"
    r"[oa]s?) de (?:seguir )?(?:vivir|viviendo|estar)(?: (?:mas|asi|aqui|ya))* "
    rf"(?:sin (?:{_THE})?{_LACKED}|(?:a|en|con|entre|rodead[oa]s? de|junto a|en medio de) "
    rf"(?:(?:el|la|los|las|tant[ao]s?|est[aeo]s?|es[aeo]s?|un|una|pur[ao]s?) )*{_NUISANCE})\b"
    # «Me va a matar mi jefe si no la llevo hoy».
    rf"|\b(?:me|nos) vas?n? a matar {_THE}(?:jef[ea]s?|maestr[oa]s?|profes?\w*|director\w*|mama"
    r"|hij[oa]s?) (?:si|cuando) (?:no|llego|falto|pierdo|repruebo)\b(?! (?:le )?pag)"
    rf"|\b{_THE}(?:jef[ea]s?|maestr[oa]s?|profes?\w*|director\w*|mama|hij[oa]s?) (?:me|nos) "
    r"(?:vas?n? a matar|matan?) (?:si|cuando) (?:no|llego|falto|pierdo|repruebo)\b(?! (?:le )?pag)"
)
# «Alguien se va a matar»: what may come of a hole or a dark street.
_HAZARD = (
    r"(?:alcantarillas?|coladeras?|registros?|baches?|hoy[oa]s?|zanjas?|topes?|semaforos?|crucer\w+"
    r"|curvas?|banquetas?|tapas?|bardas?|oscur\w+|alumbrado|focos?|lamparas?|senalamientos?|escalon\w*)"
)
_MAY_COME = re.compile(  # «un día van a violar a alguien»
    r"\b(?:(?:y|que|capaz que|miedo (?:de )?que) )*"
    r"(?:(?:un|cualquier|el) dia(?: de estos)?|al rato|luego|una noche(?: de estas)?) "
    r"(?:(?:nos|l[aeo]s?) )?(?:vayan|van) a (?:violar|asaltar|robar|matar|atropellar|golpear"
    r"|levantar)(?: a (?:alguien|uno|una|un|cualquiera|algun[ao]?)"
    r"(?: (?:persona|muchach[oa]|mujer|nin[oa]|senora?|plebe|joven|vecin[oa]))?)?\b|"
    r"\b(?:(?:un dia|cualquier dia|al rato|ya mero|luego)(?: de estos)? )?"
    r"(?:alguien|uno|cualquiera|algun \w+|la gente|un dia|un nino|una persona)"
    r"(?: de estos)? se (?:va|vaya|puede|pueda) (?:a )?matar\b"
    r"|\bse mata (?:cualquiera|uno|alguien)\b"
)
# «Mi marido me mata si no saco la cita hoy»: of an errand; laughed at, or in a form that tells of
# no danger. «Si no le doy los papeles» is none.
_OF_ERRAND = (
    r"(?:citas?|actas?|constancias?|licencias?|papel\w*|tramites?|placas?|credencial\w*|curp"
    r"|recibos?|boletas?|certificados?|refrendo|tarjetas?|tenencia|pagos?|permisos?|tareas?"
    r"|trabajos?|proyectos?|solicitud\w*|becas?)"
)
_ERRAND = re.compile(
    r"\b(?:me|nos) (?:mata|matan|va a matar|van a matar) si no (?:l[aeo]s? )?\w+"
    rf"(?: (?:la|el|los|las|mi|mis|una?|su|sus|de))* {_OF_ERRAND}\b"
)
_ON_ERRAND = re.compile(
    r"\b(?:me|nos) (?:mata|matan|va a matar|van a matar)(?: (?:mis?|la|el|l[ao]s) \w+)?"
    r" si (?:no )?(?:l[ao]s? )?(?:entreg|llev|lleg|sac|consig|present|termin|tramit|apruebo"
    r"|repruebo|falto|pas|acab|complet)\w*"
    rf"(?: (?:la|el|los|las|mis?|una?|este|ese|de))*(?: {_OF_ERRAND})?"
    r"(?: (?:hoy|manana|ya|a tiempo|temprano|luego|antes|pronto|rapido))*$"
)
_LAUGHS = re.compile(r"\b(?:(?:ja|je|ji){2,}\w*|lol|xd)\b")
_STAGED = re.compile(
    r"\b(?:series?|pelis?|peliculas?|novelas?|telenovelas?|videojuegos?|netflix)\b"
)
# What no figure of speech takes away.
_GRAVE = re.compile(
    r"\b(?:desmay|convuls|respir|sangr|desangr|inconsc|muert|muri|mori|fallec|ahog|atrap|herid"
    r"|pistol|cuchill|navaj|machet|arma|bala[cz]|dispar|mied|auxil|socorr|ayud|911|vomit|pastill"
    r"|cloro|veneno|soga|cuerda|puente|azotea|brinc|avi?ent|colg|ahorc|suicid|cort[eo]|venas|golp"
    r"|peg(?!ad[oa] (?:al?|con) )"
    r"|amenaz|encerr|amarr|secuestr|viol|abus|desapar|incendi|fuego|lumbre|humo|explot|gas|chisp"
    r"|electroc|atropell|choc|volc|infart|pecho|embaraz|parto|fiebre|intoxic|envenen|mat[aeo]|grave"
    r"|emergenci|despedi|perdon|adios|llore|lloro|triste|deprim|sol[oa]\b|oxigeno|diabet|insulina"
    r"|enferm|suda\b|ties[oa]|borros|mare[oa]|abuel|ancian|bebe|recien)\w*"
    r"|\b(?:en serio|de verdad|de veras|no es broma|ya no (?:puedo|aguanto)|cansad[oa] de todo)\b"
)


def is_all(text: str) -> bool:
    """Whether a figure of speech is all in a message that sounds like danger."""
    words = saying.bare(text)
    rest, found = _FIGURES.subn(" ", words)
    if re.search(rf"\b(?:{_HAZARD}|ahi|aqui)\b", words):
        rest, more = _MAY_COME.subn(" ", rest)
        found += more
    if _LAUGHS.search(words):
        if _STAGED.search(words):
            return True
        rest, more = _ERRAND.subn(" ", rest)
        found += more
    if not found or is_grave(rest):
        return False
    return not urgency.assess(rest).value


def is_errand(text: str) -> bool:
    """All of it; what is said of a robber, too: «me van a matar si no entrego»."""
    rest, found = _ON_ERRAND.subn(" ", saying.bare(text))
    return bool(found) and not is_grave(rest)


def is_grave(words: str) -> bool:
    return bool(_GRAVE.search(words)) or despair.is_likely(words)

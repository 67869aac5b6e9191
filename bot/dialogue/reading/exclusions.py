"""Matters that the words exclude where several would do, or after the rule of one."""

from bot.dialogue.reading import lures
from bot.dialogue.reading.at_offices import QUESTION

_SCHOOL = r"(?:escuela|primaria|secundaria|telesecundaria|kinder|preescolar|prepa\w*|salon(?:es)?)"
_DRUGS = r"(?:drogas?|cristal|mota|marihuana|fentanilo|crack|perico|cocaina)"
_VEHICLE = r"(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?)"
_PUBLIC = r"(?:plaz\w+|parques?|canchas?|camellon|alameda|malecon|bulevar|kiosco|jardin)\b"
_AT_HOMES = (
    r"\b(?:casas?|recibo|medidor|transformador\w*|apag\w+|colonia|pueblo|cables?|cortaron|cfe"
    r"|comision|comercial)\b"
)
_OF_PEOPLES = (
    r"\b(?:migra\w*|deporta\w*|indigen\w*|yaqui\w*|mayos?|yoreme\w*|seris?|pimas?|guarijio\w*"
    r"|etnia\w*|inpi|inm)\b"
)
RULES = (
    # «Un mensaje de que pague una multa en un link»
    (
        (
            "multas_transito",
            "agua_cobro",
            "energia_electrica",
            "apoyos_sociales",
            "becas",
            "adultos_mayores",
            "placas_licencias",
            "denuncia_delito",
            "hablar_con_persona",
            "ayuda",
            "identidad_bot",
            "negocio_credito",
        ),
        lures.TOLD,
        r"\b(?:no (?:\w+ )?(?:abre|carga|jala|sirve|funciona|cae|cayo|llega)|deposito no)\b",
        (("denuncia_delito", 0.9),),
    ),
    # «Una multa del refrendo»
    (
        ("multas_transito",),
        r"\b(?:refrendo|tenencia|licencia vencida|placas vencidas)\b",
        r"\b(?:transito|semaforo|velocidad|infraccion\w*|patrulla|agente|estacion\w*|pagad[ao]"
        r"|sancion|cinturon)\b",
        (("placas_licencias", 0.9),),
    ),
    # «La placa con el nombre de la calle»
    (
        ("placas_licencias", "multas_transito", "ninez", "bacheo"),
        r"\b(?:placas?|letreros?|senal\w*)\b.*\b(?:de (?:la|las|mi) calles?|nombres?)\b"
        r"|\bnomenclatura\b",
        rf"\b(?:{_VEHICLE}|circulacion|tenencia|refrendo|multa\w*|licencia)\b",
        (("bacheo", 0.9),),
    ),
    # «Permiso para tirar un árbol de mi banqueta»
    (
        ("negocio_credito", "proteccion_civil", "info_tramite", "ecologia", "bacheo", "vivienda"),
        r"\b(?:tir|tumb|cort|quit|tal|derrib|sac)\w* (?:\w+ ){0,3}(?:arbol\w*|palmeras?|pinos?)"
        r"\b.*\b(?:permiso|mi|nuestr[oa]|banqueta|patio)\b",
        r"\b(?:sin permiso|clandestin\w*|vecin\w*|monte|bosque|estan|luz|cables?|caid[oa]|cayo)\b",
        (("basura_parques", 0.9),),
    ),
    # «Quiero quejarme de Transparencia, no me contestó en tiempo»
    (
        ("info_publica",),
        r"\b(?:quej[ao]|quejar\w*|inconform\w+|reclam\w+)\b|\bno (?:(?:me|nos|la|lo|ha|han) )*"
        r"(?:contest|respond|entreg|dieron|dio\b)\w*|\b(?:me|nos) (?:la |lo )?neg(?:o|aron)\b",
        r"\b(?:cuant\w+|copias?|contratos?|gast\w+|listas?|numero|estadistic\w*|quejas)\b",
        (("queja_atencion", 0.9),),
    ),
    # «No hay luz en la primaria»
    (
        ("energia_electrica", "alumbrado"),
        r"\b(?:luz|electricidad|corriente|energia)\b.*"
        rf"\b(?:en|a|de) (?:la|el|una|mi|esta) {_SCHOOL}\b",
        r"\b(?:casas?|calles?|colonia|afuera|frente|cerca|lado|esquina|atras|lamparas?|postes?"
        r"|recibo)\b",
        (("educacion_infraestructura", 0.9),),
    ),
    # «Un pozo enorme en la calle Rosales»
    (
        ("basura_parques", "drenaje"),
        r"\b(?:pozo|hoyo|ollo|oyo)(?:te)? (?:\w+ ){0,4}?(?:en|por|sobre) (?:(?:la|mi|el|plena) )?"
        r"(?:calle|avenida|av|bulevar|boulevard|blvd|esquina|carretera|entrada)\b",
        r"\b(?:agua|drenaje|fuga|basura|lote|tapa|registro|alcantarilla|coladera|parque)\w*",
        (("bacheo", 0.9),),
    ),
    # «La cantina tiene la música hasta las 4»
    (
        ("ecologia",),
        r"\b(?:cantina|bar|antro|salon|expendio|vecin\w+|fiestas?|templo|iglesia)\b.*"
        r"\b(?:musica|ruido|bocinas?|volumen)\b",
        r"\b(?:pele\w+|golp\w+|balaz\w+|dispar\w+|luz)\b",
        (("ecologia", 0.9),),
    ),
    # «Donde venden cristal, atrás de la primaria»
    (
        ("denuncia_delito", "educacion_infraestructura", "salud_mental"),
        rf"\b(?:vend|reparten|distribu)\w* (?:\w+ ){{0,2}}{_DRUGS}\b",
        r"\b(?:rehabilit\w*|anex\w*|adict\w*|consum\w*|suicid\w*|vidrios?|ventanas?)\b",
        (("denuncia_delito", 0.9),),
    ),
    # «Ocho perros callejeros bravos»
    (
        ("maltrato_animal",),
        r"\bperr\w+\b.*\b(?:brav[oa]s?|muerden|atacan|no dejan pasar|correte\w+)\b",
        r"\b(?:maltrat|golp|peg|enven|atropell|herid|amarr|hambre|flac|mat(?:a|o)|abandon|encerr)\w*",
        QUESTION,
    ),
    # «En la comunidad de Nácori Grande»: a place
    (
        ("migrantes_indigenas",),
        r"^(?:(?:en|de|es|somos|soy|vivo|vivimos|estamos|aqui|desde|por|pues|la|una|mi) )*comunidad"
        r" (?:(?:de|del|la|el|los|las|rural|llamada|se llama) )*\w+(?: \w+){0,3}$",
        r"\b(?:migra|deporta|indigen|yaqui|mayos?\b|seris?\b|pimas?\b|guarijio|etnia|comcaac|origin)",
        (("fuera_de_ambito", 0.0),),
    ),
    # «Para llevar a los plebes a la escuela», of a road that was told
    (
        ("educacion_infraestructura", "educacion"),
        r"^(?:(?:y|es|pues|que|nomas) )*(?:para|pa) (?:llevar|mandar|ir|pasar|recoger)\b.*"
        rf"\b{_SCHOOL}$",
        r"\b(?:no|camion|beca|uniformes?)\b",
        (("fuera_de_ambito", 0.0),),
    ),
    # «Vengo a pedir trabajo»
    (
        ("empleo",),
        r"(?:\w+ ){0,3}(?:pedir|buscar|busco|buscando|solicitar|necesito|ocupo|por|quiero) "
        r"(?:un )?(?:trabajo|empleo|chamba|jale)(?: por favor)?$",
        r"\bno\b",
        (("empleo", 0.9),),
    ),
    # «El juez de lo familiar está vendido»
    (
        ("juridico", "salud_atencion", "denuncia_servidor_publico"),
        r"\b(?:juez|jueza|magistrad[oa])\b.*\b(?:vendid|corrupt|comprad|mordida|arreglad|dinero)\w*",
        r"\b(?:abogad|asesor|defensor)\w*",
        (("denuncia_servidor_publico", 0.9),),
    ),
    # «La Guardia Nacional me quitó mi carro»
    (
        ("seguridad", "placas_licencias"),
        r"\b(?:guardia nacional|gn|soldados?|marinos?|ejercito|militares)\b"
        r".*\b(?:me|nos|le|les) (?:\w+ )?(?:quit|detuv|detien|decomis|revis|par|golpe|cobr)\w*",
        r"\b(?:robaron|asalt\w+)\b",
        QUESTION,
    ),
    # «El título de mi troca»
    (
        ("vivienda",),
        rf"\b{_VEHICLE}\b",
        r"\b(?:casas?|terrenos?|lotes?|credito|infonavit|escritur\w+|vivienda|solar|departamento)\b",
        QUESTION,
    ),
    # «Coppel me cobra lo que no debo»
    (
        ("agua_cobro", "negocio_credito"),
        r"\b(?:cobr|carg|deb|quit|embarg)\w*.*\b(?:coppel|elektra|bancos?|bancoppel|gas|gasera)\b"
        r"|\b(?:coppel|elektra|bancoppel|bancos?|banamex|bbva|santander|telcel|telmex|megacable|izzi"
        r"|totalplay|walmart|liverpool|sat|hacienda|predial)\b.*\b(?:cobr|carg|deb|quit|embarg)\w*"
        r"|\bcobr\w+ (?:\w+ )*(?:sat|hacienda|predial)\b",
        r"\b(?:negocio|apoyo|emprend\w*|agua|toma|medidor|drenaje|oomapas\w*|pipas?)\b",
        QUESTION,
    ),
    # «Me quedé sin aire», that is no work
    (
        ("empleo",),
        r"\b(?:me|nos) qued(?:e|amos|o) sin (?!nada\b)\w+",
        r"\b(?:trabaj|emple|chamb|jale|despid|despidi|corri|sueldo|salario|patron|liquid|negocio)\w*",
        (("fuera_de_ambito", 0.0),),
    ),
    # «Me urge pensión»: which, is still to be told
    (
        ("pensiones_isssteson",),
        r"^(?:(?!mi\b|isss?te\w*|jubil\w*)\w+ ){0,5}pension(?: por favor| urgente| ya)?$",
        r"\b(?:alimenticia|viud\w+)\b",
        (("adultos_mayores", 0.45), ("pensiones_isssteson", 0.45)),
    ),
    # «Nadie me informa de la carpeta», of the prosecutor's
    (
        ("queja_atencion", "seguimiento"),
        r"\bcarpeta de investigacion\b|\bmi carpeta\b|\bfiscalia\b|\bministerio publico\b"
        r"|\b(?:informa\w*|dicen|avanza\w*|sab\w+|va) (?:\w+ ){0,3}carpeta\b",
        r"\b(?:trat|grit|groser|humill|prepotent|chat|ustedes|folio)\w*",
        (("denuncia_delito", 0.9),),
    ),
    # «No sirven para nada» tells of nothing that was done
    (
        ("queja_atencion",),
        r"^(?:(?:es que|pues|ustedes|tod[oa]s|ya|la verdad|de plano) )*"
        r"(?:no (?:me |nos )?(?:sirv|ayud|hac|resuelv)en? (?:para |de )?nada"
        r"|(?:son|bola de|puros) (?:un[oa]s? )?(?:inutil|floj|ratero|inept|incompetent)\w*)$",
        r"$.",
        (("insulto", 0.9),),
    ),
    # «Me lo platicó una vecina» asks for nobody
    (
        ("hablar_con_persona",),
        r"\b(?:me|nos) (?:l[oa] )?(?:platic|dij|cont|coment|recomend)(?:o|aron|eron)\b",
        r"\b(?:quiero|quisiera|puedo|ocupo|necesito|person[ae]\w*|alguien|comuni\w+|pas[ae]\w*)\b",
        (("fuera_de_ambito", 0.0),),
    ),
    # «El perro del vecino me mordió»
    (
        ("fuera_de_ambito", "negar", "ayuda"),
        r"\bperr\w+\b.*\bmord\w+|\bmord\w+\b.*\bperr\w+",
        r"\b(?:broma|chiste)\b",
        QUESTION,
    ),
    # «No me quieren dar la custodia de mi nieta»
    (
        ("ninez",),
        r"\b(?:custodia|patria potestad|regimen de (?:visitas|convivencia)|pension alimenticia)\b",
        r"\b(?:golp|peg[aou]|maltrat|abus|viol|descuid|abandon|amenaz|encerr|encierr|drog|borrach"
        r"|toma\b|moret|marca|hambr|comer|sol[oa]s?\b|lastim|desapar|espalda|llor|mied|cristal"
        r"|fentanilo|dif|procuraduria)\w*",
        (("juridico", 0.9),),
    ),
    # «Mi ex no me deja ver a mis hijos»
    (
        ("violencia_genero", "ninez"),
        r"\bno (?:me |nos |le )?(?:deja\w*|permite\w*|quier\w+ dejar\w*) (?:ver|convivir|visitar)"
        r"(?:l[ao]s?)? ?(?:con |a )?(?:mis?|sus?|l[ao]s?|el|nuestr[ao]s?)?"
        r" ?(?:hij|nin|niet|bebe)\w*",
        r"\b(?:golp|peg[aou]|viol(?!et)|amenaz|encerr|encierr|mied|maltrat|abus|insult|grit|arma"
        r"|robo|escond|desapar|llev[aoó]|drog|borrach|toma\b|salir|control|dinero|sola?s?\b)\w*",
        (("juridico", 0.9),),
    ),
    # «El seguro no me paga mi incapacidad»
    (
        ("empleo",),
        r"(?=.*\bincapacidad\w*)(?=.*\b(?:seguro(?: social)?|imss|isss?te\w*) (?:ya )?no\b)",
        r"\b(?:patron\w*|jef[ea]|despid\w+|despidi\w+|corri\w+|finiquito)\b",
        QUESTION,
    ),
    # «Uniformes para mis hijos, soy de Naco»
    (
        ("migrantes_indigenas",),
        r"\b(?:uniformes?|zapatos|utiles|mochilas?|despensas?|cobijas?|panales|lentes|tinaco\w*"
        r"|laminas?)\b",
        _OF_PEOPLES,
        (("apoyos_sociales", 0.9),),
    ),
    # «En Vícam no hay doctor, somos yoremes»
    (
        ("migrantes_indigenas",),
        r"\b(?:no (?:hay|tenemos|viene|va|esta)|sin|falta) (?:\w+ )?(?:doctor|medic[oa]\b|enfermer"
        r"|dentista|partera)\w*",
        r"\bmigra(?:nte|torio|cion)\w*",
        (("salud_atencion", 0.9),),
    ),
    # «El predial viene a nombre de mi papá que murió»
    (
        ("registro_civil", "placas_licencias", "agua_cobro"),
        r"\bpredial\b",
        r"\b(?:acta|placas|licencia|refrendo|agua)s?\b",
        QUESTION,
    ),
    # «En el cereso no le dan sus medicinas»
    (
        ("juridico", "salud_medicamentos", "salud_atencion"),
        r"(?=.*\b(?:ceresos?|reclusorio|penal|penitenciari[oa]|carcel)\b)(?=.*\b(?:medicin"
        r"|medicament|doctor|medic[oa]\b|atienden|enferm)\w*)",
        r"\b(?:abogad|defensor)\w*",
        QUESTION,
    ),
    # «En la plaza no hay luz»
    (
        ("energia_electrica",),
        rf"\b(?:no (?:hay|tiene|sirve) |sin )(?:la )?luz (?:en )?(?:la |el )?{_PUBLIC}"
        rf"|\b{_PUBLIC}(?: \w+){{0,3}}? (?:no (?:hay|tiene) |sin )luz\b",
        _AT_HOMES,
        (("alumbrado", 0.9),),
    ),
    # «Mi calle sigue sin luz»
    (
        ("energia_electrica",),
        r"\bcalle(?: \w+){0,3}? (?:no (?:hay|tiene) |sin )luz\b",
        _AT_HOMES,
        (("alumbrado", 0.45), ("energia_electrica", 0.45)),
    ),
    # «Soy damnificado y ocupo láminas»
    (
        ("proteccion_civil",),
        r"\b(?:ocup|necesit|pid|solicit|quier|quisier|apoy|ayud)\w*(?: \w+){0,6}? (?:laminas?"
        r"|cemento|material\w*|blocks?|despensas?|cobijas?|colchon\w*|tinacos?)\b",
        r"\b(?:peligro|riesgo|rescat\w+|ahorita|metiendo|subiendo|albergue|refugio)\b",
        (("apoyos_sociales", 0.9),),
    ),
    # «Su constancia, que la piden en la escuela»
    (
        ("educacion_infraestructura",),
        r"\b(?:constancia|boleta|certificado|kardex|cartilla|credencial)s?\b",
        r"\b(?:techo|aires?|clima|luz|agua|ban[oa]s?|barda|mesabanco\w*|salon\w*|aulas?|vidrios?"
        r"|drenaje|pintura|puerta|arregl\w+|repar\w+|fuga|basura|cable\w*)\b",
        (("info_tramite", 0.5), ("educacion", 0.4)),
    ),
    # «Quiero ser donador de órganos»
    (
        ("placas_licencias", "salud_atencion", "info_publica"),
        r"\bdona(?:r|dora?|cion) (?:\w+ ){0,2}organos?\b",
        r"\b(?:urge|necesit|busc|ocup)\w*",
        QUESTION,
    ),
)

"""Matters that the words exclude where several would do, or after the rule of one."""

from bot.dialogue.reading import lures
from bot.dialogue.reading.at_offices import QUESTION

_VEHICLE = r"(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?)"
_OF_PEOPLES = (
    r"\b(?:migra\w*|deporta\w*|indigen\w*|yaqui\w*|mayos?|yoreme\w*|seris?|pimas?|guarijio\w*"
    r"|etnia\w*|inpi|inm)\b"
)

RULES = (
    # «Agradecerle al Gobernador por el puente»
    (
        ("audiencia",),
        r"\b(?:agradec\w+|felicit\w+|dar(?:le|les)? las gracias)\b",
        r"\b(?:audiencia|carta|invit\w+|citas?|reuni\w+|recib\w+|habl\w+|ver(?:lo|la|le)?|vea"
        r"|vernos|persona\w*|salud\w+|conoc\w+|peticion|ped\w+|necesit\w+|ocup\w+)\b",
        (("felicitacion", 0.9),),
    ),
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
    # «Quiero quejarme de Transparencia, no me contestó en tiempo»
    (
        ("info_publica",),
        r"\b(?:quej[ao]|quejar\w*|inconform\w+|reclam\w+)\b|\bno (?:(?:me|nos|la|lo|ha|han) )*"
        r"(?:contest|respond|entreg|dieron|dio\b)\w*|\b(?:me|nos) (?:la |lo )?neg(?:o|aron)\b",
        r"\b(?:cuant\w+|copias?|contratos?|gast\w+|listas?|numero|estadistic\w*|quejas)\b",
        (("queja_atencion", 0.9),),
    ),
    # «Quiero poner queja del 911, nunca llegaron»
    (
        ("denuncia_delito", "educacion_infraestructura", "info_publica"),
        r"\b(?:quej[ao]s?|quejar\w*)\b.*\b(?:911|9 1 1|patrullas?)\b",
        r"\b(?:cuant\w+|estadistic\w*|pag\w+|mordida|dinero|golpe\w*|rob(?:aron|o) (?:mi|el|la))\b",
        (("seguridad", 0.9),),
    ),
    # «Se nos ahogó un muchacho en el canal y siguen sin poner malla»
    (
        ("educacion_infraestructura", "educacion"),
        r"\b(?:canal|arroyo|represo|dren)\b",
        r"\b(?:escuelas?|primarias?|secundarias?|kinder|prepa\w*|salon\w*|alumn\w+|maestr\w+|clases?"
        r"|plantel|mesabancos|aires?|direct\w+)\b",
        (("proteccion_civil", 0.9),),
    ),
    # «Me robaron la troca a punta de pistola en la carretera»
    (
        ("denuncia_delito", "caminos", "seguridad"),
        r"\b(?:me|nos|le|les) (?:rob|asalt)(?:aron|o)\b.*\b(?:carretera|autopista|brecha|camino)\b",
        r"\b(?:bache\w*|hoyos?|paviment\w*|alumbr\w*|oscur\w*|vigil\w*|patrull\w*|intransitable)\b",
        (("denuncia_delito", 0.9),),
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
    # «Soy damnificado y ocupo láminas», «ocupo un tinaco»
    (
        ("proteccion_civil", "insulto", "fuera_de_ambito"),
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

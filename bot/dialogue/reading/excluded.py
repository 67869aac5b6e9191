"""Matters that the words exclude, and what may be meant instead."""

import re

from bot.dialogue.reading import at_offices, lures, typed

QUESTION = at_offices.QUESTION
_EXCLUDED = {
    # «Un adeudo de mi carro»
    "agua_cobro": (
        r"\b(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?|placas|tenencia|refrendo)\b",
        r"\b(?:agua|toma|medidor|drenaje|oomapas\w*|pipas?|lavado|lavar\w*)\b",
        (("placas_licencias", 0.5), ("multas_transito", 0.3)),
    ),
    # «Me chocaron y se dio a la fuga»
    "drenaje": (
        r"\b(?:dio|dieron|darse|dandose) a la fuga\b",
        r"\b(?:agua\w*|drenaje|tubo|tuberia)\b",
        (("denuncia_delito", 0.9),),
    ),
    # «Mi mamá de 70 años no recibe la pensión»
    "pensiones_isssteson": (
        r"\b(?:6[5-9]|[789]\d) (?:anos|years)\b"
        r"|\b(?:is|turned|tiene|cumplio) (?:ya )?(?:6[5-9]|[789]\d)\b"
        r"|\badult[oa]s? mayor(?:es)?\b|\bbienestar\b|\btercera edad\b",
        r"\b(?:isss?te\w*|jubil|trabaj|maestr|gobierno|viud|burocrat|pensionad)\w*",
        (("adultos_mayores", 0.5), ("pensiones_isssteson", 0.4)),
    ),
    # «Quiero estudiar la prepa abierta»
    "becas": (
        r"\b(?:estudiar|inscrib\w+|terminar|prepa abierta|certificad\w*)\b",
        r"\b(?:[bv]e[ck]a|credit|apoy|depos|pag|cobr|dinero|econom|benito|rita)\w*",
        (("educacion", 0.9),),
    ),
    # «Una casa abandonada donde se meten malvivientes»
    "vivienda": (
        r"\b(?:casa|lote|finca|edificio|terreno)s? (?:\w+ )?(?:abandonad|sol[ao]|baldi)\w*",
        r"\b(?:infonavit|escritur\w*|credito|comprar?|quiero|vender|invad\w*|regulariz\w*)\b",
        (("seguridad", 0.5), ("basura_parques", 0.4)),
    ),
    # «Cuánto gana el gobernador»
    "audiencia": (
        r"\b(?:cuanto (?:gan|gast|cuest|cobr)\w*|sueldos?|salarios?|viaticos|presupuesto|nomina)\b",
        r"\b(?:audiencia|cita|hablar con|platicar|carta|reunion|mi sueldo|aumento)\b",
        (("info_publica", 0.9),),
    ),
    # «La plataforma de la declaración marca error»
    "info_publica": (
        r"\b(?:plataforma|pagina|portal|sistema|app|aplicacion|sitio)\b.*\b(?:marca (?:un )?error"
        r"|da error|no (?:me )?(?:carga|abre|deja|funciona|sirve|jala|responde|permite)|fall[ao]"
        r"|falla\w*|se (?:cae|cayo|traba|cicla|queda)|caid[oa]|bloque\w*)\b",
        r"\b(?:transparencia|informacion|pnt|solicitud\w*)\b",
        QUESTION,
    ),
    # «Baja de mi negocio en el SAT», «un taller de costura gratis»
    "negocio_credito": (
        r"\bsat\b|\b(?:que|cuales|los|sacar) permisos?\b|\b(?:cursos?|clases|capacitacion\w*)\b"
        r"|\btaller(?:es)? (?:\w+ ){0,4}?(?:gratis|gratuit\w*)",
        r"\b(?:credit|prest|apoy|financ|debo|deud)\w*",
        QUESTION,
    ),
    # «¿Cuántas láminas dan?»
    "placas_licencias": (
        r"\blaminas?\b",
        r"\b(?:placas?|licencias?|carros?|autos?|vehiculos?|motos?|refrendo)\b",
        (("apoyos_sociales", 0.9),),
    ),
    # «Quiero adoptar un niño»
    "ninez": (
        r"\badop(?:tar\w*|cion(?:es)?)\b",
        r"\b(?:golp|peg|maltrat|abus|viol|descuid|abandon|quit|devolv|amenaz|encerr|perr)\w*",
        QUESTION,
    ),
    # «Que poden los árboles del camellón»
    "ecologia": (
        r"\bpod(?:ar\w*|en|e|a|aron)\b.*\b(?:arbol\w*|ramas?|palmeras?|pinos?)\b",
        r"\b(?:tal[aeo]\w*|tir[aeo]\w*|quem\w*|mat\w*|sec\w*)\b",
        (("basura_parques", 0.9),),
    ),
    # «Me multó un federal de caminos»
    "multas_transito": (
        r"\b(?:la|un|el|los|policia|carretera|autopista) federal(?:es)?\b|\bfederal de caminos\b"
        r"|\bguardia nacional\b|\bgn\b",
        r"\b(?:municipal\w*|ayuntamiento|congreso|gobierno federal)\b",
        QUESTION,
    ),
}
_VEHICLE = r"(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?)"
# The same of several matters, or after the rule of one.
_MORE = (
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
_RULES = tuple(
    (matters, re.compile(words), re.compile(unless), others)
    for matters, words, unless, others in (
        *(((matter,), *rule) for matter, rule in _EXCLUDED.items()),
        *at_offices.RULES,
        *_MORE,
    )
)


def instead(matter: str, text: str) -> tuple[tuple[str, float], ...]:
    """The ranking that takes the place of a matter; empty where nothing excludes it."""
    plain = typed.bare(text)
    of_matter = (rule for rule in _RULES if matter in rule[0])
    found = (
        others
        for _, words, unless, others in of_matter
        if words.search(plain) and not unless.search(plain)
    )
    return next(found, ())

"""Matters of streets and public places that the words exclude, and what is meant instead."""

from bot.dialogue.reading.at_offices import QUESTION

_SCHOOL = r"(?:escuela|primaria|secundaria|telesecundaria|kinder|preescolar|prepa\w*|salon(?:es)?)"
_DRUGS = r"(?:drogas?|cristal|mota|marihuana|fentanilo|crack|perico|cocaina)"
_VEHICLE = r"(?:carros?|autos?|vehiculos?|camionetas?|trocas?|motos?)"
_PUBLIC = r"(?:plaz\w+|parques?|canchas?|camellon|alameda|malecon|bulevar|kiosco|jardin)\b"
_AT_HOMES = (
    r"\b(?:casas?|recibo|medidor|transformador\w*|apag\w+|colonia|pueblo|cables?|cortaron|cfe"
    r"|comision|comercial)\b"
)

RULES = (
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
    # «Quiten el árbol»
    (
        ("basura_parques", "ecologia", "cancelar", "campo_pesca"),
        r"^(?:(?:que|quiero|ocupo|necesito|pido|pueden|podrian|vengan|a|para|de|favor|por|nos) )*"
        r"(?:quit|tumb|cort|pod|retir|sac|recog)\w+ (?:(?:un|el|es[ea]|est[ea]|l[oa]s?|un[oa]s?) )*"
        r"(?:arbol\w*|palm\w+|pinos?|mezquites?|ramas?)\b",
        r"\b(?:sin permiso|clandestin\w*|vecin\w*|monte|bosque|luz|cables?|estan|estaban)\b",
        (("basura_parques", 0.9),),
    ),
    # «El camión del agua no pasa»: the tanker
    (
        ("agua_cobro", "transporte_publico", "basura_parques"),
        r"\b(?:camion\w*|carros?|trocas?) (?:cisterna|pipa|(?:del?|de la|con) agua)\b",
        r"\b(?:cobr\w*|recibos?|pag\w+|basura|ruta|chofer)\b",
        (("agua_potable", 0.9),),
    ),
    # «Mi boleta de agua»
    (
        ("multas_transito",),
        r"\b(?:boletas?|recibos?|notificacion|multas?|adeudo) (?:del?|de la) (?:agua|oomapas\w*)\b",
        rf"\b(?:transito|{_VEHICLE}|agente|policia|infraccion\w*)\b",
        (("agua_cobro", 0.9),),
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
    # «El perro del vecino me mordió»
    (
        ("fuera_de_ambito", "negar", "ayuda"),
        r"\bperr\w+\b.*\bmord\w+|\bmord\w+\b.*\bperr\w+",
        r"\b(?:broma|chiste)\b",
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
)

"""What is told of schools, prisons, hospitals, courts and ejidos, and is another matter than it
looks like: rules as in `excluded`."""

QUESTION = (("info_tramite", 1.0),)  # a person answers it
_SCHOOL = ("educacion", "educacion_infraestructura")
_PRISON = r"\b(?:ceresos?|reclusorio|penal|penitenciari[oa]|carcel)\b"
_HEALER = (
    r"(?:(?:un|una|el|la|algun) )?(?:doctor[a]?|medic[oa]|especialista|dentista|pediatra"
    r"|ginecolog[oa]|cardiolog[oa]|traumatolog[oa]|oculista)\b"
)
_SEES = r"(?:(?:atend|atiend|revis|chec|chequ|oper|consult|valor)\w*|vea|vean)"
_CARE = (
    r"\b(?:hospital\w*|clinicas?|centro de salud|urgencias|doctor\w*|medic[oa]s?\b|enfermer\w+"
    r"|dentista|partera|parto|dar a luz|cirugia|operacion|operar\w*|consulta|dialisis|vacuna\w*)\b"
)
_LACKS = (
    r"\b(?:no|nadie|ni|sin|falta|niegan?|negaron|ocup[ao]\w*|necesit\w+|quier[eo]\w*|urge|donde"
    r"|puede)\b"
)
# What the Instituto Nacional de Migración does itself; the dead need no doctor.
_OF_MIGRATION = (
    r"\b(?:permiso de|visa|residen(?:te|cia)|refugi\w*|asilo|regulariz\w*|deport\w+|detenid\w+"
    r"|detuv\w+|inm|inpi|nacionalidad|naturaliz\w*|muri\w+|fallec\w+"
    r"|cuerpo|restos)\b"
)
# The matters that it looks like, the words that tell it, those that tell another, what is meant.
RULES = (
    # «La maestra lo jalonea y lo encierra»
    (
        (*_SCHOOL, "felicitacion"),
        r"(?=.*\b(?:hij|nin|alumn|niet|sobrin|chamac|buki|plebe|morr)\w*)"
        r".*\b(?:maestr|profe|director|docente|prefect|conserje)\w*\b.*(?<!\bse )\b(?:peg(?:a|o)"
        r"|golpe(?:a|o)|jalone(?:a|o)|pellizc(?:a|o)|zarande(?:a|o)|amarr(?:a|o)"
        r"|(?:encierra|encerro) (?:\w+ ){0,4}?(?:bano|closet|bodega|cuarto)|avent(?:o|aba)"
        r"|avienta|cachete(?:a|o))\b",
        r"\b(?:nadie|companer\w+|otr[oa]s? (?:nin|alumn)\w+)\b",
        (("ninez", 0.9),),
    ),
    # «Se metieron a robar a la secundaria»
    (
        _SCHOOL,
        r"\b(?:robaron|robar|robo|asaltaron)\b",
        r"\b(?:director|maestr|profe|tesorer|comite|sociedad)\w*(?: \w+){0,2}?"
        r" (?:se )?(?:l[ao]s? )?rob"
        r"|\b(?:cuotas?|dinero|lana|fondos|inscripcion\w*)\b",
        (("seguridad", 0.9),),
    ),
    # «Los custodios le cobran en el cereso», «no la dejan entrar a visita»
    (
        ("juridico", "ninez", "desaparicion", "registro_civil", *_SCHOOL),
        rf"{_PRISON}.*\bcustodi[oa]s?\b|\bcustodi[oa]s?\b.*{_PRISON}",
        r"$.",
        (("denuncia_servidor_publico", 0.9),),
    ),
    (
        (
            "denuncia_servidor_publico",
            "juridico",
            "ninez",
            "desaparicion",
            "registro_civil",
            *_SCHOOL,
        ),
        rf"(?=.*{_PRISON})(?=.*\b(?:visit\w+|pase)\b)",
        r"\b(?:custodi[oa]s?|dinero|mordida|cobr\w+|golpe\w*|peg\w+|amenaz\w+)\b",
        QUESTION,
    ),
    # «Nos quieren desalojar del ejido»
    (
        ("vivienda", "campo_pesca"),
        r"(?=.*\b(?:ejid\w+|comunal\w*)\b)(?=.*\b(?:desaloj|despoj|quitar|sacar|invad|conflict"
        r"|certificad|parcelari|titul|derechos)\w*)",
        r"\b(?:credito|infonavit|lamina\w*|material\w*|semilla\w*|apoyo)\b",
        QUESTION,
    ),
    # «Quiero adoptar un perro de la perrera»
    (
        ("maltrato_animal",),
        r"\badop\w+\b",
        r"\b(?:maltrat|golp|peg|abandon|atropell|enferm|mat|tir)\w*|\ben adopcion\b",
        QUESTION,
    ),
    # «La doctora nunca llega antes de las once»
    (
        ("felicitacion", "salud_atencion", "salud_medicamentos"),
        r"\b(?:doctor|medic|enfermer|dentist|pediatr)\w*\b.*\b(?:nunca|no|jamas|ni) (?:\w+ )?"
        r"(?:lleg|vien|est|va|atiend|se present|hay)\w*\b",
        r"\b(?:medicinas?|medicamentos?|gracias|felicit\w+)\b",
        (("salud_atencion", 0.9),),
    ),
    # «Ocupo una consulta en el HIES»
    (
        ("ayuda", "ninez", "educacion", "pensiones_isssteson"),
        r"\b(?:citas?|consultas?|turno|ficha)\b.*\b(?:hies|hospital|clinica|centro de salud|imss"
        r"|issste\w*|seguro|doctor\w*|especialista|pediatra|oncologico)\b",
        r"\b(?:pension\w*|jubil\w*|inscri\w+|golp\w*|abus\w*)\b",
        (("salud_atencion", 0.9),),
    ),
    # «Mi mamá es migrante y en el hospital no la quieren atender»
    (
        ("migrantes_indigenas",),
        rf"(?=.*\b(?:medicinas?|medicamentos?|recetas?)\b)(?=.*{_LACKS})",
        rf"{_OF_MIGRATION}|\b(?:tradicional|herbolaria)\b",
        (("salud_medicamentos", 0.9),),
    ),
    (
        ("migrantes_indigenas",),
        rf"(?=.*{_CARE})(?=.*{_LACKS})",
        _OF_MIGRATION,
        (("salud_atencion", 0.9),),
    ),
    # «Lo que necesita es que la atienda un doctor», which is nobody of ours
    (
        ("hablar_con_persona",),
        rf"\b{_SEES}(?: \w+){{0,3}}? {_HEALER}|\b{_HEALER} (?:que )?(?:l[aeo]s? |me |nos )?{_SEES}",
        r"\b(?:hablar|comuni\w+|platicar|quej\w+)\b",
        (("salud_atencion", 0.9),),
    ),
    # «Una demanda laboral»
    (
        ("juridico",),
        r"\b(?:demanda laboral|finiquito|despid\w+|liquidacion)\b"
        r"|\bdemand\w+ a(?:l| mi) (?:patron\w*|jef[ea]|empresa)\b",
        r"\b(?:gobierno|ayuntamiento|defensor\w*)\b",
        (("empleo", 0.9),),
    ),
)

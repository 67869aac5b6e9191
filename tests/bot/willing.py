"""What a citizen says who wants it done."""

from typing import Any

from bot.dialogue import Stage, State

Message = tuple[str, dict[str, Any] | None]  # text, content
# The answer to each fact.
ANSWERS = {
    "municipio": "Cajeme",
    "colonia": "colonia Centro",
    "calle": "calle Hidalgo 12",
    "tramo": "la carretera a Yécora, cerca de Tónichi",
    "escuela": "Benito Juárez",
    "institucion": "IMSS",
    "ruta": "ruta 5",
    "nivel_escolar": "primaria",
    "beneficiario": "para mi mamá",
    "folio": "no lo sé",
    "asunto": "el ruido de un taller",
    "descripcion": "las facturas de la obra del puente en 2025",
    "nombre": "Luz Ejemplo",
    "contacto": "6441234567",
}
DANGER = (
    "me quiero matar", "hay un incendio en mi casa, auxilio", "me está golpeando ahorita",
    "se están metiendo a robar a mi casa en este momento", "mi hijo no respira",
)  # fmt: skip
A_MATTER = "hay un bache muy grande en mi calle y se ponchan las llantas"
MORE = "todavía no sale agua por las tardes"
# What they answer to each question but that for a fact.
WILLING = {
    Stage.way: "envíelo por mí",
    Stage.told: "sí, envíelo",
    Stage.confirming: "sí",
    Stage.correcting: "así está bien",
    Stage.offering: "sí",
    Stage.renewing: "sí",
    Stage.same: "no, es otro",
    Stage.second: "sí",
    Stage.folio: "no lo sé",
    Stage.key: "no lo sé",
    Stage.reopening: MORE,
    Stage.completing: MORE,
    Stage.adding: MORE,
    Stage.which_case: "1",
    Stage.rating: "5",
    Stage.commenting: "no",
}
# What is told in a sentence of the citizen, and must not be asked afterwards.
TOLD = {
    "hay un bache en calle Hidalgo, colonia Centro, Nogales": ("municipio", "colonia", "calle"),
    "no sirve el alumbrado en la colonia Sahuaro de Hermosillo": ("municipio", "colonia"),
    "me cobran de más el agua en Navojoa, mi teléfono es 6421234567": ("municipio", "contacto"),
    "me llamo Luz Ejemplo y quiero una beca de prepa en Cajeme": (
        "municipio", "nombre", "nivel_escolar",
    ),
    "el camión de la ruta 5 no pasa, en Guaymas": ("municipio", "ruta"),
    "no hay agua en Nogales centro calle 5": ("municipio", "colonia", "calle"),
    "ocupo despensa en Etchojoa, en Bacobampo, me llamo María López, 6471234567": (
        "municipio", "colonia", "nombre", "contacto",
    ),
    "en la primaria Benito Juárez de Empalme no sirve el aire acondicionado": (
        "municipio", "escuela",
    ),
    "falta medicamento en la clínica 14 del IMSS en Hermosillo": ("municipio", "institucion"),
    "necesito una silla de ruedas para mi mamá en Guaymas, soy Rosa Ibarra": (
        "municipio", "beneficiario", "nombre",
    ),
    "el camino a Yécora está destrozado cerca de Tónichi": ("tramo",),
    "there is a pothole on Hidalgo street, Centro, Nogales": ("municipio", "colonia", "calle"),
    "mi correo es luz@ejemplo.mx y quiero un acta de nacimiento en Caborca": (
        "municipio", "contacto",
    ),
    "tapen el hoyo de la calle 600 en Pueblo Yaqui": ("municipio", "colonia", "calle"),
    "hay un bache en la juarez de navojoa calle 5": ("municipio", "colonia", "calle"),
    "no hay agua nogales la kennedy": ("municipio", "colonia"),
    "pothole in Nogales, Kennedy, Obregon 14": ("municipio", "colonia", "calle"),
    "en la 12 y obregon de san luis hay un semaforo descompuesto": ("municipio", "calle"),
    "en navojoa col reforma calle rincon 14 hay una fuga de agua": (
        "municipio", "colonia", "calle",
    ),
    "pueblo yaqui calle 600, hay un canal desbordado sobre la calle": (
        "municipio", "colonia", "calle",
    ),
    "san luis rio colorado, colonia industrial, av jalapa y calle 12: no sirven las lamparas": (
        "municipio", "colonia", "calle",
    ),
    "buenas tardes soy pedro soto de guaymas colonia miramar y no pasa la basura mi cel 6221003040":
        ("municipio", "colonia", "nombre", "contacto"),
    "me llamo ana lopez vivo en nogales en la colonia granja calle 5 numero 20 no hay alumbrado": (
        "municipio", "colonia", "calle", "nombre",
    ),
    "6441234567 soy juan perez no hay agua en la colonia cortinas de obregon": (
        "municipio", "colonia", "nombre", "contacto",
    ),
    "Soy Mario Leyva, 6421112233. En la Tierra Blanca de Navojoa no recogen la basura": (
        "municipio", "colonia", "nombre", "contacto",
    ),
    "pido despensa, soy madre soltera, ejido Francisco Villa, municipio de Ures, Carmen Duarte, "
    "tel 662 123 4567": ("municipio", "colonia", "nombre", "contacto"),
    "quiero mi acta de nacimiento, soy de Álamos, Rosa Félix, 6471112233": (
        "municipio", "nombre", "contacto",
    ),
    "beca para universidad, soy estudiante, vivo en Huatabampo, Luis Armenta 6471002030": (
        "municipio", "nivel_escolar", "nombre", "contacto",
    ),
    "quiero una beca para mi hijo que va en la prepa en navojoa me llamo rosa flores": (
        "municipio", "nivel_escolar", "nombre",
    ),
    "ocupo una silla de ruedas para mi abuelita en guaymas col la cantera": (
        "municipio", "beneficiario",
    ),
    "la secundaria tecnica 24 de agua prieta no tiene agua": ("municipio", "escuela"),
    "en el cobach nogales no hay maestros": ("municipio", "escuela"),
    "no me surten la medicina en el issste de ciudad obregon": ("municipio", "institucion"),
    "en el hospital general de caborca no hay medicamento, soy Irma Salazar 6371002030": (
        "municipio", "institucion", "nombre", "contacto",
    ),
    "la carretera de ures a mazocahui esta llena de hoyos": ("tramo",),
    "my name is John Smith and there is a water leak in San Carlos, Guaymas, phone 6221234567": (
        "municipio", "colonia", "nombre", "contacto",
    ),
    "tengo 70 años y quiero mi pension, vivo en bacum, me llamo Jesus Valenzuela": (
        "municipio", "nombre",
    ),
    "en vicam no tenemos agua": ("municipio", "colonia"),
    "no hay agua en la calle jalisco #45 colonia san benito cp 83190 hermosillo": (
        "municipio", "colonia", "calle",
    ),
    "en la colonia san vicente de guaymas, calle 18 avenida 8, se esta tirando el agua, "
    "atte Ramon Cota": ("municipio", "colonia", "calle", "nombre"),
}  # fmt: skip


def answer_to(state: State) -> Message:
    """What they say next."""
    if state.shared_phone:
        return "sí", None
    if state.stage is Stage.choosing:
        return "", {"payload": f"categoria:{state.options[0]}"}
    if state.stage is Stage.collecting:
        return ANSWERS[state.asking or ""], None
    return WILLING.get(state.stage, A_MATTER), None

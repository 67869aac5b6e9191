"""Matters that the words exclude, and what may be meant instead."""

import re

from bot.dialogue.reading import at_offices, exclusions, out_of_doors, typed

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
_RULES = tuple(
    (matters, re.compile(words), re.compile(unless), others)
    for matters, words, unless, others in (
        *(((matter,), *rule) for matter, rule in _EXCLUDED.items()),
        *at_offices.RULES,
        *out_of_doors.RULES,
        *exclusions.RULES,
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

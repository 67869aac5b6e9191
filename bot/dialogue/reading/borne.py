"""The words without which a matter is not told beside another one: «va en segundo de prepa» is of
the grant, «le pidieron dinero a mi comadre» of the theft."""

import re

from bot.dialogue.reading import typed

_NEEDS = {
    "denuncia_servidor_publico": (
        r"polici|agente|transito|oficial|inspector|funcionari|servidor|emplead|licenciad|director"
        r"|maestr|profe|doctor|medic[oa]\b|enfermer|regidor|alcald|diputad|president|comisari|jue[zc]"
        r"|ministeri|gobierno|ayuntamiento|oficina|ventanilla|hospital|registro|dif\b|fiscal"
        r"|mordida|moche|corrup|soborn|secretari|delegad|encargad|cajer|custodi|patrull|militar"
        r"|soldad|guardia|sindic|tesorer|senador|agencia|municip|obra|presupuest|moch[ae]"
    ),
    "juridico": (
        r"abogad|legal|demand|juici|juzgad|juez|asesor|divorci|custodia|alimenticia|herenci|hered"
        r"|testament|defensor|contrato|desaloj|embarg|fiador|notari|patria|convenio|ley\b|derech"
        r"|pension|visita|rent[ao]|inquilin|deslind|apellido|juridic|lic\b|licenciad|denunci"
        r"|ver a mi|terreno|propiedad|detenid|preso|carcel|cereso|lawyer|attorney"
    ),
    "empleo": (
        r"trabaj|emple|despid|despidi|corri|patron|jale|chamba|sueldo|salari|liquid|finiquit"
        r"|vacante|capacit|curso|jornal|horas|quincena|nomina|contrat|jef[ea]|fabrica|maquila"
        r"|plaza|taller|job|work"
    ),
    "educacion": (
        r"inscri|maestr|profe|escuela|clase|certificad|cupo|director|alumn|constancia|boleta"
        r"|kardex|lugar|cambi|bullying|cuota|reprob|estudiar|titulo|examen|tramit|molest|uniforme"
        r"|acept|lib(?:ro|reta)|school|teacher"
    ),
    "salud_atencion": (
        r"doctor|medic[oa]s?\b|ati[ei]n|aten[dc]|citas?\b|cirug|opera|traslad|ambulanc|consult"
        r"|enferm|urgenc|especialist|hospitaliz|intern|estudios|dialisis|quimio|parto|embaraz|cobr"
        r"|camas?\b|dolor|duel|recib|analisis|ultrason|rayos|tomograf|vacun|fumig|zancud|sangr"
        r"|herid|fractur|infart|trat|surg|appointment"
    ),
}
_OWN = {matter: re.compile(rf"\b(?:{words})") for matter, words in _NEEDS.items()}


def is_own(matter: str, text: str) -> bool:
    """Whether the words bear it out; of other matters it is not asked."""
    needed = _OWN.get(matter)
    return needed is None or needed.search(typed.bare(text)) is not None

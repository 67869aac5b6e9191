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
    "felicitacion": (
        r"f?eli[cs]|gracias|agrade|recono|excel|amab|aplau|bravo|orgull|content|buen[oa]?s?\b"
        r"|maravi|calidad|(?:muy|super|re|mui) (?:bien|bonit)|trat[ao]n? bien(?! mal)|atendi"
        r"|lucier|diez|mis respetos|rifa|amor de|caballer|angel|paciencia|premio|sigan asi"
        r"|thank|great|kudos"
    ),
    "migrantes_indigenas": (
        r"migr|deport|extranj|pais|paisan|fronter|indigen|yaqui|yoreme|mayos?\b|seris?\b|comcaac"
        r"|guarij|pimas?\b|papago|tohono|cucapa|kikap|triqui|mixtec|oaxac|lengua|traduc|interpret"
        r"|pueblos? |etnia|originari|repatri|visa|refugi|asilo|albergue|hondur|salvador|guatemal"
        r"|venez|cuba|haiti|colombi|papeles|documento|residen|nacional|estados unidos|gabach"
        r"|otro lado|consul|jornaler|comunidad|tribu|ramada|tradicional|dialect|jiaki|cruz[oa]"
        r"|deten|phoenix|arizona|restos|humanitari|bracer|inpi|retorn|opata|asamblea|usos y"
    ),
    "adultos_mayores": (
        r"prodeama|club|ancian|jubil|amarra|encierr|engan|firm|pension|bienestar|apoy|tarjeta|6[058]|70|asilo|inapam|depos|despensa|abandon|maltrat"
        r"|cuid|abus|credencial|programa|cobr|pag|solit|sol[oa]\b|ayud|tercera edad|adult|senil"
        r"|incapa|cama|casa de|quit|registr|inscri|visit"
    ),
    "proteccion_civil": (
        r"inund|arroyo|desbord|ca[ey]|derrumb|peligr|riesg|barda|arbol|poste|cable|gas\b|gase"
        r"|incend|quem|fueg|lumbre|bomber|alberg|torment|hurac|ciclon|refugi|simulac|dictam|panal"
        r"|abej|avisp|enjambr|vibor|serpi|fug|evac|emergenc|proteccion|pozo|techo|grieta|presa"
        r"|costal|pirotec|cuete|cohet|hundi|socav|rescat|anuncio|espectac|alud|cerro|piedra|agua"
        r"|permiso|programa interno|polvorin|explo|quimic|agriet|rios?\b|creci|nieve|nevad"
        r"|salvavid|antena|garraf|gasolin|excav|destapad|pudr|colaps|incomunic|atorad|calor|frio|helad|extin"
    ),
}
_OWN = {matter: re.compile(rf"\b(?:{words})") for matter, words in _NEEDS.items()}


def is_own(matter: str, text: str) -> bool:
    """Whether the words bear it out; of other matters it is not asked."""
    needed = _OWN.get(matter)
    return needed is None or needed.search(typed.bare(text)) is not None

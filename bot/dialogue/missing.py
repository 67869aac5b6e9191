"""Who is missing, and who is not: not the dead, nor a pet."""

import re
from dataclasses import replace

from bot.dialogue import disowned, harm, helpless
from bot.dialogue.reading import agencies, chances, saying
from bot.dialogue.reading.heard import Heard

KEY = "desaparicion"
_WHO = (
    rf"(?:{harm.ONE}|mis? (?:(?:dos|tres|cuatro|cinco) )?(?:papa|apa|ti[ao]|abuel|suegr|cunad|marid"
    r"|novi|companer|muchach|hij|nin|niet|herman|sobrin|prim)\w*)"
)
# From here on it is about something else: «mi esposa está mal y la ambulancia no llega».
_OF_ELSE = (
    r"(?:y|pero|porque|que) (?:ya )?(?:l[aeo]s?|el|nadie|ningun\w*|su) (?!trajo|llev|vi|busc)\w+"
)
_MISSING = re.compile(
    rf"\b(?:no|ni) (?:l[ao] )?(?:encuentr|encontr|hall|localiz)(?:o|amos) a {_WHO}\b"
    r"(?! en (?:el|la|las?|los) (?:list|sistem|padron|registr|plataform|portal|pagina)\w*)|"
    rf"\b{_WHO} se (?:me |nos )?(?:perd(?:io|ieron)|extravi(?:o|aron))\b"
    r"(?! (?:el|la|los|las|su|de|una?)\b)"
    rf"|\bse (?:me |nos )?(?:perd(?:io|ieron)|extravi(?:o|aron)) {_WHO}(?= (?:en|por|ayer|hoy)\b|$)"
    rf"|\bno (?:han? )?(?:aparec\w+|regres(?:o|an?|ado|aron)|vuel(?:ven?|to)"
    rf"|lleg(?:o|an?|ado|aron)) {_WHO}\b"
    r"(?! (?:en (?:list|el |la lista)|a (?:clases?|tiempo|trabajar|la (?:escuela|primaria))))"
    rf"|\b{_WHO}\b(?: (?!yo\b|{_OF_ELSE})\w+){{0,12}}? no (?:ha |han |a )?(?:aparec\w+"
    r"|regres(?:o|a|an|ado|aron)|vuel(?:ve|ven|to)|volvi(?:o|eron)|lleg(?:o|a|an|ado|aron))\b"
    r"(?! (?:en (?:si|list\w*|el list\w*|el siste\w*)|a (?:clases?|tiempo|la escuela)"
    r"|(?:la|el|en la|en el) \w+))"
)
# «Anda perdida mi mamá»: of now; not who is lost in a vice, or in an office.
_LOST_NOW = r"(?:andan?|estan?|siguen?|se encuentra) (?:ahorita )?(?:perdid|extraviad)[oa]s?"
_STRAYS = re.compile(
    rf"\b(?:(?!su ){_WHO} (?:\w+ ){{0,3}}?{_LOST_NOW}|{_LOST_NOW} {_WHO})\b"
    r"(?!.*\b(?:drog\w+|vicio|cristal|alcohol|borrach\w*|tramite|como hacer|amor|deudas?"
    r"|sin (?:jale|trabajo|escuela))\b)"
    rf"|\b{_WHO} (?:\w+ ){{0,4}}?(?:se )?(?:salio|escapo|fue)\b(?: \w+){{0,8}}? no"
    r" (?:l[ao]s? (?:encuentr|encontr|hall|localiz|vemos|ven)\w*"
    r"|sabe (?:como )?(?:regresar|volver))"
)
_FORGETS = re.compile(r"\b(?:alzh?eimer|demencia|autis\w+|se le (?:olvida|van las cosas))\b")
# Of somebody near to who writes.
is_death = saying.anywhere(
    rf"\b(?:(?:murio|fallecio) (?:\w+ )?{_WHO}|{_WHO}(?: ya)?(?: se)?(?: me| nos)?"
    r" (?:murio|fallecio|acaba de (?:morir|fallecer)|se nos fue))\b"
    r"|\b(?:(?:acta|certificado) de defuncion|funeral|velorio|sepelio|entierro|(?:velar|sepultar"
    r"|enterrar) a) (?:del? )?(?:mis?|nuestr[oa]) \w+"
    r"|\b(?:my|our) (?:mom|mother|dad|father|uncle|aunt|brother|sister|son|daughter|husband|wife"
    r"|grand\w+|cousin|baby)(?: (?:he|she|just|has))* (?:passed away|died)\b"
)
# One of theirs, whenever it was; somebody where they live.
is_killed = saying.anywhere(
    rf"\b(?:mat(?:o|aron)|asesin(?:o|aron)|dej(?:o|aron) morir) a {_WHO}\b"
    r"|\bse (?:nos|me) (?:ahog|mat)(?:o|aron) (?:un|una|el|la|dos|tres|l[oa]s) "
    r"(?:muchach|nin|joven|senor|plebe|morr|chamac|buqui|vecin|person|hombre|mujer)\w*"
)
_REMAINS = r"(?:cuerpo|restos|muert[oa]|difunt[oa]|cadaver|fallecid[oa])"
_BODY = re.compile(
    r"\bentreg\w+ (?:el cuerpo|los restos)\b"
    rf"|\b{_REMAINS}\b(?: \w+){{0,4}} no (?:\w+ ){{1,3}}?entreg\w+"
    rf"|\bno (?:\w+ ){{1,3}}?entreg\w+(?: \w+){{0,6}} (?:{_REMAINS}|semefo|morgue)\b"
    r"|\b(?:semefo|morgue)\b.* no (?:\w+ ){1,3}?entreg\w+"
)
_HELD = re.compile(
    r"\b(?:detenid[oa]s?|detuvieron|arrestad[oa]s?|pres[oa]s? en|encarcelad[oa]s?|barandilla"
    r"|separos|cereso|reclusorio|carcel|prision|anex(?:o|ad[oa]s?))\b"
)
_LOST = re.compile(  # a thing
    r"\b(?:perd(?:i|io|ieron|imos|ida)|extravi(?:e|o|aron|ada)|no (?:l[ao]s? )?(?:encuentr|hall|ve)"
    r"(?:o|amos)) (?:(?:mi|la|el|los|las|una?|sus?"
    r"|mis|tod[oa]s|ayer|anoche|hoy) )*(?:credencial\w*|ine|licencias?|pasaporte|actas?|papel\w*"
    r"|documentos?|placas?|tarjetas?|cartera|bolsa|mochila|celular|telefono|llaves?|titulo|factura"
    r"|certificado|cartilla|recibo|folio|clave|visa|maleta|lentes|identificacion)\b"
    # «Desapareció mi expediente», «no aparece mi hijo en la lista»
    r"|\bdesaparec\w+ (?:mis?|el|la|los|las|sus?) (?:expedientes?|papel\w*"
    r"|documentos?|actas?|escrituras?|pagos?|credencial\w*|tramites?|folios?|nombre|registros?|tarjetas?|dinero|datos)\b"
    r"|\bno (?:\w+ )?(?:aparec|sal)\w+(?: \w+){0,4}? en (?:el |la |las |los )?"
    r"(?:lista|sistema|padron|registro|plataforma|portal|pagina|relacion|nomina)\w*\b"
    r"(?! (?:del?|de la|de los) (?:hospital|semefo|detenid|cereso|herid))"
    r"|^(?!.*\b(?:sons?|daughters?|child\w*|kids?|boy|girl|baby|mom|mother|dad|father|brother|sister"
    r"|wife|husband|cousin|uncle|aunt|friend|grand\w+|missing)\b)"
    r".*\b(?:lost|misplaced|(?:can ?t|cannot|can not|couldn t|don t) (?:find|see)) (?:my|the|our)"
    r" (?:\w+ )?(?:card|id|bill|receipt|passport|licen[cs]e|plates?|wallet|phone|keys?|papers?"
    r"|documents?|glasses|folio|purse|bag|visa|certificate|number)\b"
)
is_thing_looked_for = saying.only(
    r"(?:(?:espere\w*|permita\w*|aguante\w*|deme|un|momento|ay|es que|wait|hold on|sorry|i) )*"
    r"(?:no (?:l[ao]s? )?(?:encuentro|hallo|veo|localizo)|(?:can ?t|cannot|don t) (?:find|see)) "
    r"(?:(?:mi|mis|el|la|los|las|un|my|the) )+(?:credencial|ine|recibos?|papel(?:es|ito)?|tarjeta"
    r"|documentos?|comprobante|lentes|celular|factura|contrato|numero|cuenta|bill|card|id|receipt"
    r"|papers?|glasses|number)(?: (?:del?|la|donde|ya|ahorita|lo|apunte|tenia|of|the|\w+)){0,4}"
)
names_nobody = saying.only(
    r"(?:(?:no|ya|se|me|nos|l[ao]s?|pues|y|es que|perd(?:io|ieron)|extravio|encuentr(?:o|an?)|hallo"
    r"|aparecen?|por|ningun|todas?|lados?|partes?|todavia|nada)(?: |$))+"
)
_JOBLESS = re.compile(r"\bse (?:me |nos )?qued\w+ sin (?:trabajo|jale|chamba|empleo)\b")
_SEARCH = re.compile(
    r"\b(?:desaparec|busc|levantaron|paradero|localiz|fosa|llevaron a)\w*"
    r"|\bno (?:se|sabemos|me dicen|nos dicen) (?:\w+ )?(?:donde|nada)\b|\bno aparec\w+"
)
_NO_NEWS = re.compile(  # «cruzó el desierto y no sabemos de él»
    rf"(?<!de )(?<!para )(?<!a )\b{_WHO}\b.*\b(?:no (?:se (?:ha |han )?(?:comunic|report)\w+"
    r"|(?:sabemos|se|supimos|supe|he sabido|hemos sabido) (?:nada )?de (?:el|ella|ellos|ellas)\b"
    r"|da(?:n)? senales)|sin (?:saber|tener noticias) de)"
)
_LATELY = re.compile(
    r"\b(?:anoche|antenoche|antier|anteayer|toda la noche|ya es (?:muy )?(?:de noche|noche|tarde)"
    r"|(?:desde|hace) (?:(?:el|la|ya|como|un|una|unos|las) )*(?:ayer|hoy|ratos?|horas?|manana|tarde"
    r"|mediodia|\d+|\w+ (?:horas?|dias?)|lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r"|llev\w+ (?:\w+ ){1,2}(?:horas?|dias?)"
    r"|en la (?:tarde|noche)|desierto|monte|sierra|cerro|rio|mar|presa|arroyo"
    r"|no (?:me |nos )?(?:contest|respond)\w+|(?:cel\w*|telefono) (?:\w+ )?apagado|buzon)\b"
)
_ELSEWHERE = re.compile(  # «no llegó al trabajo», «no ha vuelto a clases», «lo hallaron»
    r"\b(?:a (?:clases?|trabajar|(?:la|su) (?:primaria|secundaria|prepa|consulta|cita|junta))"
    r"|(?<!no )l[ao]s? (?:hall|encontr|rescat)(?:o|aron)|vuelto a \w+r"
    r"|al? (?:trabajo|servicio)|(?:para|a) pagar\w*)\b"
)
_BACK = re.compile(
    r"\bya (?:aparecio|aparecieron|l[ao]s? (?:encontr|hall|localiz)\w+"
    r"|volvi(?:o|eron)|regres(?:o|aron)|lleg(?:o|aron)(?: (?:a )?(?:la )?casa)?"
    r"|estan? (?:en (?:la )?casa|aqui|con(?:migo| nosotros)))\b"
    r"|(?<!no )\b(?:l[ao]s? (?:encontr|hall|localiz)(?:o|aron|amos)|aparecio|aparecieron)\b"
    r"(?=.*\b(?:gracias a dios|con bien|(?:esta|estan) bien|san[oa]s?|salv[oa]s?|viv[oa]s?)\b)"
)
_BESIDE = re.compile(r"\bya (?:estan?|l[ao]s? tengo) (?:aqui )?con(?:migo|nosotros)\b")
# «El profe lo trae asoleado»: no animal is told of.
_is_of_pupils = saying.anywhere(
    r"\b(?:profe\w*|maestr[oa]s?|alumn\w+|educacion fisica|de clases?)\b",
    unless=(
        r"\b(?:perr|gat(?:o|a|it)|cachorr|caball|burr|yegua|vaca|tor[oi]|chiv|puerc|cochi|galli|pollo|pato"
        r"|pajar|tortuga|animal|mascota|venado|borreg)\w*"
    ),
)
_HURT = re.compile(r"\b(?:muert|sin vida|herid|golpead|lastimad|fallecid|cuerpo)\w*")


def is_told(text: str) -> bool:
    """Somebody of theirs did not come back. Whether it is long ago is not looked at."""
    if disowned.is_denied(KEY, text):
        return False
    return bool(_MISSING.search(saying.bare(text))) and not is_none(text)


def is_now(text: str) -> bool:
    """Gone these days, and nothing is known of them: danger, as it is told."""
    words = saying.bare(text)
    is_gone = _MISSING.search(words) or _NO_NEWS.search(words) or _STRAYS.search(words)
    others = (_ELSEWHERE, _HELD, _LOST, _BACK)
    is_other = agencies.is_pet_lost(text) or any(each.search(words) for each in others)
    strays = re.search(_LOST_NOW, words) or _FORGETS.search(words)
    if disowned.is_denied(KEY, text):
        return False
    is_recent = (strays or _LATELY.search(words)) and not harm.is_long_ago(text)
    return bool(is_gone and is_recent) and not is_other


def is_found(text: str) -> bool:
    """Alive and well: «ya apareció, gracias a Dios»."""
    return is_back(text) and not _HURT.search(saying.bare(text))


def is_back(text: str) -> bool:
    """In whatever state."""
    return bool(_BACK.search(saying.bare(text)))


def is_beside(text: str) -> bool:
    """Whoever it befell, and nothing has befallen them since: «no, ya está conmigo»."""
    return bool(_BESIDE.search(saying.bare(text))) and not _HURT.search(saying.bare(text))


def is_grief(text: str) -> bool:
    """A death, or somebody's dead who are not given to them."""
    return is_death(text) or bool(_BODY.search(saying.bare(text)))


def is_none(text: str) -> bool:
    """What may look like it and is not; who is told dead may not be the one who is looked for."""
    words = saying.bare(text)
    if _MISSING.search(words):
        return False
    if _BODY.search(words) or agencies.is_pet_lost(text) or _LOST.search(words):
        return True
    is_other = is_death(text) or _HELD.search(words) or _JOBLESS.search(words)
    return bool(is_other) and not _SEARCH.search(words)


def as_it_is(heard: Heard) -> Heard:
    """Without it where nobody is missing, nor a child where all are old, nor an animal at
    school where none is, nor what they deny: what
    else was likely becomes likelier."""
    nothing = {
        KEY: is_none(heard.text),
        "ninez": helpless.is_of_the_old(heard.text),
        "maltrato_animal": _is_of_pupils(heard.text),
    }
    for key in {*disowned.MATTERS, *nothing}:
        if nothing.get(key) or disowned.is_denied(key, heard.text):
            parts = tuple(chances.without(each, (key,), chances.CRUMBS) for each in heard.parts)
            heard = replace(
                heard, meaning=chances.without(heard.meaning, (key,), chances.CRUMBS), parts=parts
            )
    return heard

"""What asks for a service and no help now, though a model hears danger in it: who is ill and wants
a despensa, debts, a wall that fell, what happened another day, a leak where children play, a sewer
that spills, a roof of sheets."""

import re

from bot.dialogue import calm, several
from bot.dialogue.reading import saying
from nlu import urgency
from nlu.interpretation import Interpretation

# The reasons of alarms for who cannot go out, and for who enters where nobody wants them.
DOUBTFUL = ("agua o intemperie", "intrusión o asalto en curso")
_GOODS = re.compile(
    r"\b(?:despensas?|mandado|apoyos?|becas?|lentes|panal(?:es)?|silla|andadera|cama|cobijas?|laminas?|leche"
    r"|medicinas?|medicamentos?|aparato|bastones?|baston|tinaco|materiales?|empleo|trabajo)\b"
)
# What who asks for it lives with.
_ENDURED = re.compile(
    r"\b(?:(?:yo|mi (?:senora|esposa|mama|papa|esposo|marido|abuelit?[oa])) )?"
    r"(?:es|soy|esta|estoy|toy|ando|anda|sigo) (?:(?:muy|bien|algo|un|poco|recien|ya) )*"
    r"(?:enferm|encamad|embarazad|discapacitad|operad|desemplead|viejit|mayor|mal(?: de \w+)?$)\w*"
    r"|\b(?:y |ya )*no (?:(?:me|se|lo|ya) )*(?:puedo|puede|podemos|pude) (?:ya )?"
    r"(?:salir|mover(?:me|se)?|caminar|trabajar|levantar(?:me|se)?|parar(?:me|se)?|ir|comprar\w*)"
    r"(?: (?:de|a|del|en|por|mi|la|su|casa|cama|calle|cuarto|ella|tienda|mandado|comida|nada))*"
    r"|\b(?:ahog\w+|hundi\w+) (?:en|de|con|entre) (?:(?:las|tantas|puras|pura) )?"
    r"(?:deudas?|gastos|pagos|cuentas|recibos)"
)
_JOBLESS = re.compile(  # «mi señor se quedó sin trabajo en el barco y ando batallando»
    r"\b(?:(?:a )?mi (?:senora?|espos[oa]|marido|viej[oa]|hij[oa]|pareja|papa|mama) )?"
    r"(?:se|me|nos) (?:nos |me )?qued(?:o|e|aron|amos) sin (?:trabajo|jale|chamba|empleo)"
    r"(?: en (?:el|la|un|una) \w+)?"
    r"(?: mi (?:senora?|espos[oa]|marido|viej[oa]|hij[oa]|pareja|papa|mama))?"
    r"|\b(?:y )?(?:ando|andamos|estoy|estamos) (?:\w+ )?batalland\w+"
    r"(?: (?:con|por|para) (?:los|las|mis|el|la) \w+)?"
)
_DUST = re.compile(  # «la mina está aventando un polvo blanco»
    r"\b(?:avient|avent|ech|sac|suelt|tir|sale|salen|levant|lleg)\w* (?:\w+ ){0,3}?"
    r"(?:polv\w+|tierra|ceniza|hollin|tizne)\b"
)
_DAY = (
    r"(?:ayer|antier|anteayer|antenoche|el otro dia"
    r"|hace (?:\w+ ){1,2}?(?:dias?|semanas?|mes(?:es)?)"
    r"|(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r"|(?:la|el) (?:semana|mes|ano|lunes|martes|miercoles|jueves|viernes|sabado|domingo) pasad[oa])"
)
_HARMED = (
    r"(?:se )?(?:l[aeo]s? )?(?:mord(?:io|ieron)|ahog(?:o|aron)|cay(?:o|eron)|atropell(?:o|aron)"
    r"|choc(?:o|aron)|accident(?:o|aron)|lastim(?:o|aron)|volte(?:o|aron)|tumb(?:o|aron))"
)
_WHOM = (
    r"(?: (?:a |al )?(?:un|una|el|la|los|las|dos|tres|unos|unas|otr[oa]) "
    r"(?:ninit|nin|senor|viejit|morrit|morr|plebe|buqui|muchach|chamac|joven|vecin|motociclist|person"
    r"|carro|moto|alumn|ciclist)\w*)?"
)
_WHERE = r"(?: (?:en|del?|por) (?:el|la|una?|l[ao]s) \w+| ahi| aqui)?"
_ANOTHER_DAY = re.compile(
    rf"\b(?:ya )?{_DAY} {_HARMED}{_WHOM}{_WHERE}|\b(?:ya )?{_HARMED}{_WHOM}{_WHERE} {_DAY}"
    rf"|\bya esta(?:n)? bien (?:el|la|los|las) \w+"
)
_PLAY = re.compile(
    r"\b(?:(?:y|donde|por donde) )*(?:los|las|mis|nuestr[oa]s|much[oa]s) "
    r"(?:nin|plebe|buqui|chamac|morr|hij|chiquit)\w* (?:(?:ahi|aqui|siempre|se|ya|andan) )*"
    r"(?:jueg|jugand|pas|camin|ban|cruz|moj|chapote|brinc|met)\w*"
    r"(?: (?:ahi|aqui|por|en|el|la|agua|charco|lodo|diario))*"
)
_LEAK = re.compile(r"\b(?:fugas?|tirand\w+|reven?to|tubos?|tuberias?|charcos?|desperdici\w+)\b")
_SPILLS = re.compile(  # «está brotando la alcantarilla y huele bien gacho», and nothing else
    r"(?=.*\b(?:alcantarillas?|drenajes?|coladeras?|aguas negras)\b)"
    r"(?:(?:(?:brot|rebos|desbord|derram|revent|reven|regres|apest)\w*|alcantarillas?|drenajes?"
    r"|coladeras?|aguas?|negras|huele|olor|peste|se|esta|estan|anda|ya|y|a|bien|muy|todo|gacho|feo"
    r"|horrible|fuerte|mal|afuera|enfrente|frente|en|por|de|del|el|la|las|mi|casa|calle) ?)+"
)
# «Se me vuela con el aire», «se nos llueve»: every time, of a roof for which sheets are asked.
_LEAKS = re.compile(
    r"\bse (?:me|nos|le) (?:vuela|llueve|gotea|moja|trasmina|mete el agua)n?\b"
    r"(?: (?:la casa|el cuarto|todo|adentro))*(?: (?:con|cuando) (?:el |la |cada |hay )?\w+)?"
)
_FALLEN = re.compile(
    r"\bse (?:nos )?(?:cay|vin|derrumb|tumb)\w+ (?:abajo )?(?:nomas )?"
    r"(?:(?:parte|media) (?:de )?)?(?:la |el |una? )?"
    r"(?:bardas?|arbol(?:es)?|palmas?|muros?|cercos?|cercas?|ramas?|anuncios?|letreros?)\b"
)
_ON_SOMEBODY = re.compile(  # «se cayó la barda y agarró a un albañil»
    r"\b(?:sobre\b|agarr|abajo|debajo|fila|recreo|primaria|secundaria|kinder|escuela|avion|peon"
    r"|albanil|carro|moto\b|colg|quebr|piern)\w*"
)
# «Que pase la patrulla más seguido, se andan metiendo a las casas»: every night, to anybody's.
_PATROL = re.compile(
    r"\b(?:pas|mand|pon|hag|hay|vig|vengan|den)\w* (?:\w+ ){0,2}?"
    r"(?:patrull\w*|rondin\w*|vigilancia|policias?)\b(?: \w+){0,2}? (?:seguido|diario|noches?)\b"
    r"|\b(?:mas|falta|hace falta) (?:vigilancia|rondin\w*|patrull\w*)\b"
)
_BURGLED = re.compile(
    r"\b(?:se )?(?:andan?|estan?|viven?) (?:mucho |muy )?(?:metiendo|robando)(?:se)? (?:a|en) "
    r"(?:las|los|much[ao]s|puras) (?:casas|negocios|carros|patios|cocheras|locales)\b"
)
# «Se robaron los cables y ya no hay luz en la calle»
_STOLEN = re.compile(
    r"\bse (?:han )?(?:rob|llev)(?:aron|ado) (?:(?:tod[oa]s?|el|l[ao]s?|un[ao]?s?) )+"
    r"(?:cable\w*|cobre|medidor(?:es)?|tapas?|focos?|lamparas?|alcantarillas?|bomba|transformador)\b"
    r"(?:(?: |del?|la|los|y|ya|por|eso|calle|alumbrado|pozo|agua|luz)*"
    r"(?:no hay|sin|se fue) (?:(?:la|el) )?(?:luz|agua|alumbrado))?"
)
# «Los del DIF no abren y mi mamá vive sola»
_UNSERVED = re.compile(
    r"\b(?:l[oa]s?|el|en|del?|al) (?:\w+ ){0,4}?(?:dif|imss|issste\w*|bienestar|oficinas?|modulos?"
    r"|clinicas?|centro de salud|hospital|ventanillas?|farmacias?|telefonos?|lineas?)(?: \w+){0,3}?"
    r" (?:no|ni|nunca) (?:me |nos |les? |quieren? )*(?:abr|contest|at[ie]+nd|hac|respond|ayud)\w*"
    r"(?: caso)?"
)
_LIVES_ALONE = re.compile(
    r"\b(?:mi|su) (?:mama|papa|abuel\w+|suegr[oa]|ti[ao]|nana|tata|vecin[oa]) (?:ya )?"
    r"(?:vive sol[oa]|es (?:mayor|viud[oa]|grande))"
)
_WORSE = re.compile(  # what a service does not wait for
    r"\b(?:ahorita|ahora|hoy|auxili|socorr|911|encima|adentro|atrap|chisp|cable|luz\b|electr|gas\b"
    r"|arrastr|cintura|rodilla|cuello|ladr|atac|rode|encerr|sangr|grave|hospital|inconsc|desmay"
    r"|respir|convuls|muri|muere|muert|mat[ae]|amenaz|arma|golpe|pegan|peg[oa]\b|viol|fiebre|dolor"
    r"|duele|pecho|oxigeno|pastill|vivir|morir|aguanto|seguir|sol[oa]\b|abandon|aparec|encuentr"
    r"|sube|subiendo|ca[eiy]|atora|traga|bordo|presa|represa|alberca|noria|pozo|canal|fuerza"
    r"|(?<!nadie )(?<!no )viene|sacar|salgan|sigue ahi|mareo|vomit)\w*"
)


def is_asked(meaning: Interpretation) -> bool:
    """And nothing worse beside it."""
    words = saying.bare(meaning.text)
    if meaning.intent in several.GRAVE and not _UNSERVED.search(words):
        return False
    if _SPILLS.fullmatch(words):
        return True
    soft = [_ANOTHER_DAY, _STOLEN]
    if _UNSERVED.search(words):
        soft.extend((_UNSERVED, _LIVES_ALONE))
    if _GOODS.search(words):
        soft.extend((_ENDURED, _JOBLESS, _LEAKS))
    if meaning.intent == "ecologia":
        soft.append(_DUST)
    if _PATROL.search(words):
        soft.extend((_PATROL, _BURGLED))
    if _LEAK.search(words) and "agua" in words:
        soft.extend((_PLAY, _LEAK))
    elif not _ON_SOMEBODY.search(words):
        soft.append(_FALLEN)
    rest, found = words, 0
    for each in soft:
        rest, more = each.subn(" ", rest)
        found += more
    is_other = _WORSE.search(rest) or calm.PERSON.search(rest) or urgency.assess(rest).value
    return bool(found) and not is_other

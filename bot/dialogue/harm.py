"""What was done to somebody and takes no form: sexual violence, a person taken; how they are
guided, and how long ago it was."""

import re

from bot.dialogue import at_night, harassment
from bot.dialogue.acts import Guide
from bot.dialogue.reading import lures, naming, saying
from bot.dialogue.reading.heard import Heard

_CHILD = r"(?:hij|nin|ninit|hermanit|niet|sobrin|ahijad|alumn|menor|bebe|criatur|nen|hijastr)\w*"
ONE = (
    rf"(?:mis?|una?|l[ao]s?|su|nuestr[ao]s?) (?:{_CHILD}|herman\w*|prim\w*|espos\w*|mam\w*|amig\w*)"
)
_NOBODY = (  # what else is violated, or abused
    r"(?! (?:\w+ ){0,2}(?:derech|garant|priva|correspond|domicil|chapa|cerradur|candad|puert|carro"
    r"|contrat|ampar|sell|reglament|ley|norm|acuerd|segur|confianz|contrasen|cuent|intimid|convenio"
    r"|suspension))"
)
_ABOUT_TO = r"(?:acab|intent|quis|trat|quier|va|iba)\w*"
_RAPE = re.compile(
    rf"\b(?:me|nos) (?:\w+ ){{0,2}}?viol(?:o|a|an|aron|aba|aban|ando)\b{_NOBODY}"
    rf"|\bviol(?:o|a|an|aron|aba|aban|ando) (?:sexualmente )?a {ONE}"
    rf"|\b(?:fui|fue|fuimos|fueron|sido) (?:sexualmente )?(?:viol|abus|ultraj)ad[ao]s?\b{_NOBODY}"
    rf"|\b{_ABOUT_TO} (?:a |de )?violar(?:me|nos|l[ao]s?| a)\b"
    rf"|\b(?:me|nos|l[ao]s?) {_ABOUT_TO} (?:a |de )?violar\b"
    r"|\babus(?:o|a|an|aba|aban|aron|ando) sexualmente\b"
    rf"|\babus(?:o|a|an|aba|aban|aron|ando) de "
    rf"(?:{ONE}|mi(?=$| (?:en|cuando|ayer|anoche|hace|y|un|desde)\b))"
    r"(?!.*\b(?:pag|sueld|salari|cobr|hora)\w*)"
    rf"|\baprovech(?:o|aron|a|aba) de (?:mi|ella|{ONE})\b.*"
    r"\b(?:tomad|dormid|borrach|drogad|inconscien|sexual|desnud)\w*"
    r"|\b(?:abuso|agresion|violacion) sexual\b|\bme (?:forz|oblig)(?:o|aron) a "
    r"(?:(?:tener (?:relaciones|sexo)|acostarme|estar con el)\b|(?:tocar|besar|mamar)\w+)"
    r"|\bme forz(?:o|aron)(?=$| (?:y|ya|no|pero|anoche|ayer|hace"
    r"|en (?:su|la|una)|cuando|sexualmente)\b)"
    r"|\b(?:i was|she was|he was|got) raped\b|\braped (?:me|my)\b|\bsexually (?:abused|assaulted)\b"
)
_FEARED = re.compile(  # of a dark street: «un día van a violar a alguien»
    r"\b(?:un|cualquier|el) dia(?: de estos)? (?:\w+ )?(?:vayan?|van?) a violar a "
    r"(?:alguien|un[ao]?|cualquiera|algun[ao]?)\b"
)
_GROPED = re.compile(
    r"\b(?:me|la|lo|nos|l[ao]s|le) (?:\w+ )?manos[ei]\w*|\bmanose\w+ a\b"
    r"|\b(?:me|nos|les?) (?:agarr|toc|sob|acarici|tent)\w+ (?:\w+ ){1,2}?"
    r"(?:piernas|nalgas?|pompis|pompas|gluteos|pechos|senos|entrepierna|partes (?:int|priv)\w+)"
)
# Only where the matter is violence already: «le toca a mi hija ir en la tarde».
_TOUCHED = re.compile(
    rf"\btoc(?:a|an|o|aba|aban|aron|ado|ando) (?:\w+ ){{0,2}}?a {ONE}"
    r"|\b(?:me|la|lo|nos|l[ao]s) toc(?:a|an|o|aba|aban|aron|ado|ando)\b"
)
_TAKEN = re.compile(  # not «me quitaron a mi hija la beca»
    r"\b(?:(?:me|nos|se) (?:(?:rob|quit)(?:aron|o)|llevaron)|se llevo"
    r"|(?:secuestr|arrebat|sustraj)\w+)"
    rf" a {ONE}\b(?! (?:la|el|l[ao]s|sus?|una?|del?)\b)"
    r"|\b(?:kidnapped|took|stole) my (?:son|daughter|baby|child|kid|brother|sister)\b"
)
_THREATENED = re.compile(  # «me llegó un mensaje que ya saben dónde estudia mi hija»
    r"\b(?:mensaje|whats\w*|llam\w+|marc\w+|hablaron|carta|papel|recado|amenaz\w+|dic\w+"
    r"|dij\w+|numero)\b"
    r"(?: \w+){0,9}? (?<!no )(?:saben?|sabemos|tienen ubicad\w+|conocen) (?:bien |muy bien )?"
    r"(?:donde|en donde|a que hora|en que (?:escuela|casa)|mi direccion|mis horarios)\b"
    r"(?: \w+){0,2} (?:vivo|vivimos|viv|estudi|trabaj|mi famil|mis? hij|sal[eg]|entr)\w*"
)
_CRIMINALS = (
    r"(?:malandr|sicari|mafios|malit|encapuchad|punter|narc|cartel|crimen organizado|gente armada"
    r"|los de la (?:mafia|mana|letra))\w*"
)
_DEMANDS = (
    r"(?:quier\w+ (?:quitar|sacar|correr|cobrar)|quit(?:an|aron)|sac(?:an|aron)|corr(?:en|ieron)"
    r"|cobran?|pid(?:en|ieron)|exig(?:en|ieron)|dieron (?:hasta|plazo))"
)
_EXTORTED = re.compile(  # «le quieren quitar su casa unos malandros»
    rf"(?=.*\b{_CRIMINALS})(?=.*\b(?:me|nos|les?)(?: \w+){{0,2}}? {_DEMANDS})"
    r"(?!.*\b(?:multa|policia|predial)\b)"
)
_PRESSED = re.compile(  # «me amenazaron con quemarme el negocio si no pago la cuota»
    r"\bamenaz\w+ (?:con |de )?(?:que )?(?:(?:me|nos|l[aeo]s?|van|va|a) )*"
    r"(?:quem|mat|balac|secuestr|levant|tirote|golpe)\w+(?: \w+){0,8}? si no (?:\w+ ){0,2}?"
    r"(?:pag|junt|entreg|dep|cumpl|di\b|doy\b|damos\b)"
)
_ELOPED = re.compile(  # «mi hija de 15 se fue con el novio, ya sé dónde está»
    rf"(?=.*\b{_CHILD} (?:de |que tiene |tiene )?(?:1[0-7]|diez|once|doce|trece|catorce|quince"
    r"|dieciseis|diecisiete)\b)"
    r"(?=.*\b(?:se|sabemos) (?:bien |ya )?donde (?:esta|vive|anda)\b)"
    r"(?!.*\bno (?:se|sabemos) (?:\w+ )?donde\b)"
    r".*\b(?:se (?:me |nos )?(?:fue|huyo|salio|escapo)|vive) con "
    r"(?:el|su|un|una) (?:novi|hombre|senor|muchach|tipo|fulan|pareja|amig)"
)
_HOAX = re.compile(  # a kidnapping that was none
    r"\b(?:er[ao]|es|fue|resulto) (?:\w+ )?(?:mentira|engano|falso|falsa|extorsion|broma|estafa)\b"
    r"|\bsecuestro virtual\b|\bno (?:era|es) (?:cierto|verdad)\b"
    r"|\bya (?:hable|hablamos) con (?:el|ella|mi)\b"
    # «Pero mi sobrino aquí está conmigo»; not «su mamá está aquí conmigo»
    r"|\bmi (?P<who>\w+)\b.* (?:mi (?P=who)|ella|el|pero|y) (?:si |ya |aqui |l[oa] )*"
    r"(?:esta|estoy|tengo) (?:\w+ ){0,2}?"
    r"(?:con(?:migo| (?:el|ella))|(?:a un|al) lado mio|a mi lado|junto a mi)\b"
)
_CONFINED = re.compile(  # «en el anexo los bañan con agua helada»
    r"\b(?:anex(?:o|ad[oa]s?)|centro de rehabilitacion|internado|albergue|asilo)\b.*"
    r"\b(?:(?:l[aeo]s?|me|nos) (?:\w+ )?(?:amarr|golpe|peg(?:an|aron|a)|encadena|tortur|encierr"
    r"|maltrat|castig|cobijea)\w*"
    r"|(?<!se )(?:banan?|mojan|meten|echan) (?:\w+ ){0,2}agua (?:helada|fria)"
    r"|no (?:l[aeo]s? |me |nos )?(?:dejan salir|dan (?:de )?comer))"
)
_BY_AUTHORITY = re.compile(r"\b(?:dif|procuraduria|ppnna|juez|jueza|juzgado|trabajo social)\b")
_TO_HOSPITAL = re.compile(r"\b(?:al|a (?:la|un|una)) (?:hospital|clinica|escuela|doctor)\b")
tells_of_child = saying.anywhere(rf"\b{_CHILD}\b")
_LONG_AGO = re.compile(
    r"\b(?:hace|llev\w+|tenemos|tengo) (?:\w+ ){1,3}(?:mes(?:es)?|anos?)\b(?! de edad)"
    r"|\b(?:en|desde) (?:el (?:ano )?)?(?:19|20)\d\d\b|\b(?:el|los) (?:mes|ano)s? pasados?\b"
    r"|\b(?:carpeta|expediente|ficha de busqueda|colectivo|georradar)\b"
    r"|\bcuando (?:yo )?(?:era|tenia)\b(?: (?:una? )?\w+)?"
)
_MISSED_LONG = re.compile(
    r"\bdesde (?:el mes de |finales de |principios de )?(?:enero|febrero|marzo|abril|mayo|junio"
    r"|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
    r"|\b(?:tien\w+|va|van|son|fueron) (?:ya )?(?:\w+ ){1,2}(?:mes(?:es)?|anos?)"
    r" (?:que|sin|desaparecid[oa]|perdid[oa]|de (?:que|desaparecid[oa]|no saber))\b"
)
# Words of what somebody suffers; longer messages may say it in others: «niña de 5 años» alone is
# whom a wheelchair is for.
is_suffered = saying.anywhere(
    r"\b(?:golp|maltrat|abus|viol(?!et)|amenaz|lastim|encerr|encierr|abandon|desapar|aparec|perdid|extravi"
    r"|regres|volvi|vuelv|mat[aoe](?!os?\b|ri|rn|mat)|acos|depri|suicid|morir|muer|mied|descuid|hambr|drog|borrach"
    r"|moret|llor|vivir|secuestr|sab(?:e|emos)|supim|grit|humill|cort[aoe]|ahorc|ansied|crisis"
    r"|insult|peg[auo]|toc[aoe]|solos?\b|solas?\b|celos|cela|control|busc|encuentr|localiz|ausent"
    r"|quit[aoe]|jal|trist|pastill|psicol|puedo mas|explot|trabaj|pide|limosn|custod|manos)\w*"
)
_BY_CHANCE = re.compile(r"\bse (?:me |nos |le )?qued(?:o|aron) (?:\w+ ){0,4}?encerrad[oa]s?\b")
# What somebody does to another.
_DONE = re.compile(  # not «qué hospital me toca»
    r"\b(?:golp|peg(?!ad)|maltrat|viol(?!et)|amenaz|abus|mat[aoe](?!os?\b|ri|rn|mat)|ahorc|encerr|encierr|amarr|quem"
    r"|tortur|manos|(?<!hospital me )(?<!clinica me )(?<!donde me )toc[ao]|lastim|insult"
    r"|grit|avent)\w*"
)
# «Mi papá toca a mi hermanita»: a child tells it.
_BY_PARENT = re.compile(r"\bmi (?:papa|papi|apa|padrastro)\b.*\b(?:a )?mi hermanit[oa]\b")
_OWN_CHILDHOOD = re.compile(r"\b(?:tengo|soy (?:una? )?nin[oa] de) (?:[5-9]|1[0-7]) anos\b")
THREATENED = "denuncia_delito"
BY_THREAT = "threatened"  # the guide's other words
MOURNING = "mourning"  # the same, to who asks for something besides
AT_HOME = ("violencia_genero", "ninez")


def told(heard: Heard) -> str | None:
    """The matter that words tell by themselves, however likely another one looks."""
    plain = saying.bare(heard.text)
    if is_sexual(heard.text) or _GROPED.search(plain):
        is_of_child = heard.intent == "ninez" or tells_of_child(plain)
        return "ninez" if is_of_child else "violencia_genero"
    if harassment.is_told(heard.text):
        is_own = harassment.is_of_the_writer(heard.text) or not tells_of_child(plain)
        return "violencia_genero" if is_own else "ninez"
    if _ELOPED.match(plain) or at_night.is_told(heard.text):
        return "ninez"
    is_at_home = heard.is_sure and heard.intent in AT_HOME  # «mi ex me quitó a mis hijos»
    if is_threatened(heard.text) or (_CONFINED.search(plain) and not is_at_home):
        return THREATENED
    if not is_taken(heard.text):
        return None
    return heard.intent if is_at_home else "desaparicion"


def is_done(text: str) -> bool:
    """Whether somebody does it: not an illness, nor an accident."""
    return bool(_DONE.search(_BY_CHANCE.sub(" ", saying.bare(text))))


def is_sexual(text: str) -> bool:
    return bool(_RAPE.search(_FEARED.sub(" ", saying.bare(text))))


def is_long_ago(text: str) -> bool:
    return bool(_LONG_AGO.search(saying.bare(text)))


def is_taken(text: str) -> bool:
    """«Me quitaron a mi bebé»; not by who may do so, nor to a hospital."""
    plain = saying.bare(text)
    is_allowed = _BY_AUTHORITY.search(plain) or _TO_HOSPITAL.search(plain)
    return bool(_TAKEN.search(plain)) and not (is_allowed or _is_hoax(plain))


def tells_who(heard: Heard) -> bool:
    """Who is who, and no harm with it: «Paty López, y el niño es Angelito»."""
    is_told = naming.tells_who(heard.text) or heard.move == "name"
    return is_told and not is_suffered(heard.text)


def is_threatened(text: str) -> bool:
    """By somebody who knows where theirs go, or says to have one of them."""
    plain = saying.bare(text)
    is_so = _THREATENED.search(plain) or _EXTORTED.match(plain) or _PRESSED.search(plain)
    return bool(is_so) or _is_hoax(plain)


def _is_hoax(plain: str) -> bool:
    return "secuestr" in plain and bool(_HOAX.search(plain))


def guide(matter: str, text: str) -> Guide:
    """Other words where it is sexual violence of these days, or somebody missing for long. Who
    tells of their own childhood is no child now."""
    plain = saying.bare(text)
    is_past = bool(_LONG_AGO.search(plain))
    if matter == THREATENED and is_threatened(text):
        return Guide(matter, BY_THREAT)
    if matter == THREATENED and lures.is_told(text):
        return Guide(matter, "lured")
    if matter not in AT_HOME:
        is_long = is_past or _MISSED_LONG.search(plain)
        return Guide(matter, "past" if is_long and matter == "desaparicion" else "")
    if matter == "ninez" and (at_night.is_own(text) or _BY_PARENT.search(plain)):
        return Guide(matter, "own")
    is_by_others = matter == "violencia_genero" and harassment.is_by_others(text)
    if (harassment.is_told(text) or is_by_others) and not _RAPE.search(plain):
        return Guide(matter, "harassed")
    is_sexual = _RAPE.search(plain) or _TOUCHED.search(plain)
    if not is_sexual and not (matter == "ninez" and _GROPED.search(plain)):
        return Guide(matter, "own" if matter == "ninez" and _OWN_CHILDHOOD.search(plain) else "")
    is_of_child = tells_of_child(_LONG_AGO.sub(" ", plain))
    return Guide("ninez" if is_of_child else "violencia_genero", "" if is_past else "sexual")

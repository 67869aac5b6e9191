"""What is told in hard words and is no danger, though a model takes it for one: a boss who shouts,
a crash of the other day, advice about a dismissal, a hand that was treated badly, for whom it is,
who must go."""

import re

from bot.dialogue import figures, harassment, harm, several
from bot.dialogue.reading import exclaimed, excluded, in_line, saying, ways
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

OF_LAW = "juridico"
# Of who is over somebody at work.
_SHOUTS = re.compile(
    r"\b(?:me|nos) (?:\w+ ){0,2}?(?:grit|humill|insult|regan|ofend|ridiculiz|sobaj|ningune)\w*"
    r"|\b(?:me|nos) (?:trae|tiene) de (?:encargo|puerquito|bajada|su puerquito)\b"
    r"|\b(?:me|nos) hace (?:menos|la vida (?:imposible|de cuadritos))\b"
)
_PAST = (
    r"(?:ayer|antier|anteayer|anoche|antenoche|el otro dia|(?:la|el) \w+ pasad[oa]"
    r"|hace (?:unos |como |\w+ )?(?:dias|semanas?|mes(?:es)?))"
)
_CRASH = (
    r"(?:ya )?(?:se )?(?:volc|volte|choc|derrap|descompus)(?:o|aron) (?:un|una|otr[oa]|dos|tres) "
    r"(?:trailer|carro|camion\w*|troca|auto|pipa|moto|taxi|autobus)(?:es|s)?"
)
_CRASHED = re.compile(
    rf"\b{_PAST} (?:\w+ )?{_CRASH}\b|\b{_CRASH} {_PAST}\b|\best(?:a|an) de (?:la )?muerte\b"
)
_LET_DIE = re.compile(r"\b(?:l[ao]s? )?dej(?:o|aron) morir\b(?: a mis? \w+)?")
_ADVICE = re.compile(
    r"\b(?:necesit|ocup|quier|quisier|busc|requier|urge)\w* (?:a |que )*"
    r"(?:alguien|quien|(?:una |alguna )?persona|un (?:licenciado|abogado|asesor)) (?:que )?"
    r"(?:me|nos) (?:orient|asesor|expliq|inform|aconsej|represent|defiend)\w*"
)
_LIMB = r"(?:manos?|dedos?|munecas?|pies?|rodillas?|tobillos?|pierna|brazo|hombro|codo)"
# «El doctor me recetó mal y mi mano no se mueve»
_TREATED = re.compile(
    r"\b(?:me|l[eo]) (?:oper|recet|dej|inyect|atend|enyes|cur|vend|pusi)\w+(?: la \w+)?"
    r" (?:muy )?mal\b"
)
_STIFF = re.compile(
    rf"\b{_LIMB} (?:derech[oa] |izquierd[oa] )?(?:ya )?"
    r"(?:no (?:se|la|lo) (?:me )?(?:mueve|puedo mover)"
    r"|(?:me )?(?:quedo|esta|quedaron) (?:ties|chuec|torcid|dormid|inchad|hinchad|mal)\w*)"
)
_MORE = re.compile(
    r"\b(?:tirad|encierr|encerrad|persig|sigue|viene|vienen|afuera|adentro|ahorita|atorad|debajo"
    r"|hij|nin[oa]|convuls|jal[aoe]|avient|empuj|quem)\w*"
)
_KIN = (
    r"(?:(?:hij|ninit|nin|niet|herman|sobrin|espos|ti|prim|suegr|abuel|vecin|amig|cunad)"
    r"(?:it)?[oa]s?|mama|papa|ama|apa|marido|mujer|pareja|bebe|nana|tata)"
)
_FOR_WHOM = re.compile(
    rf"(?=.*\bpara mis? {_KIN}\b)(?:(?:no|si|yo|es|era|seria|son|la|el|lo|pido|quiero|solicito"
    rf"|beca|apoyo|tramite|bueno|perdon|mejor|y|para|mis?|{_KIN}) ?)+"
    r"(?:que no (?:puede )?(?:caminar?|ve|oye|hablar?|trabajar?))?"
)

# «El banco nos quiere quitar la casa y tengo un bebé»: by a debt, and by nobody's hands.
_HOME_IS_LOST = re.compile(
    r"(?=.*\b(?:banco|infonavit|fovissste|creditos?|hipoteca|rent\w+|deud\w+|deb(?:o|emos)|despacho"
    r"|cobranza|financiera|carta|juzgado|actuario|mensualidad\w*|pag(?:o|amos|ar)|desaloj\w+"
    r"|embarg\w+)\b)(?!.*\b(?:golp|peg[aou]|arma|pistol|bala[cz]|mat[ae]|quem|romp|malandr|encapuch|sangr"
    r"|suicid|mori|vivir|pastill|despedi|auxili|sol[oa]\b|viol[aeo](?!n)|ya no)\w*)"
    r".*\b(?:(?:quit|sac|ech|corr|lanz|remat|perd)\w*(?: \w+){0,4}? casas?|desaloj\w+|embarg\w+)\b"
)
# «Nomás me queda una ampolleta de insulina»: it runs out, and nothing ails them yet.
_RUNS_OUT = re.compile(
    r"(?:(?:ya|solo|nomas|apenas|oiga|hola|es que|a mi \w+) )*(?:me|le|nos) quedan? (?!nada)"
    r"(?:\w+ ){0,4}?(?:insulina|medic\w+|pastillas?|ampolletas?|dosis)\b"
    r"(?: (?!muer|mori|mareo|mal\b)\w+){0,6}"
)
_NO_PATROL = re.compile(  # «que el 911 no contesta ni manda patrullas»
    r"(?=.*\b(?:no|ni|nunca|nadie|tampoco)\b)(?=.*\b(?:911|9 1 1|patrullas?|policias?)\b)"
    r"(?:(?:y|que|pues|es|el|la|los|las|al?|del?|en|911|9 1 1|policias?|patrullas?|municipal(?:es)?"
    r"|emergencias?|ni|no|nunca|nadie|me|nos|les?|ya|tampoco|siquiera|una|ninguna|cuando|porque"
    r"|hacen|hicieron|caso|(?:vin|vien|lleg|mand|contest|acud|respond|atend|atiend|llam|marqu|hable"
    r"|habl|report)\w*) ?)+"
)
_ASKS_IN_ENGLISH = re.compile(
    r"\b(?:needs?|wants?|would like|looking for|apply(?:ing)? for|help (?:with|getting|for))\b"
    r"(?: \w+){0,4}? (?:scholarships?|pension|wheelchair|papers?|certificate|licen[cs]e|visa|job"
    r"|work|school|benefits?|aid|bill|lawyer|divorce|appointment|card)\b"
    r"|\bstopped (?:coming|working|paying|running|passing|picking)\b|\bcutting (?:\w+ ){0,2}trees\b"
    r"|\b(?:neighbou?rs?|street|block|building|school) (?:also |still )?(?:has|have|had) no water\b"
    r"|\b(?:last (?:week|month|year)|(?:weeks|months?|years?) ago)\b"
)
_OUT_OF_WORK_IN_ENGLISH = re.compile(
    r"\b(?:laid (?:\w+ ){0,2}off|(?:was|were|got|been) fired|severance"
    r"|fired (?:me|us|him|her|my \w+)"
    r"|ow(?:es?|ed) (?:me|us|my \w+) (?:\w+ ){0,4}(?:pay|wages?|salary|weeks?|months?|days?)"
    r"|(?:unpaid|my|our|his|her) (?:wages?|salary|paychecks?))\b"
)
_DESPAIR_IN_ENGLISH = re.compile(
    r"\b(?:any ?more|hopeless|alone|way out|give up|giving up|goodbye|worthless|desperate"
    r"|depress\w*|cry\w*|burden|can ?t (?:go|take|do)|cannot|no reason|point of|end it|tired of)\b"
)
_GRAVE_IN_ENGLISH = re.compile(
    r"\b(?:hit|beat|kill|gun|knife|shoot|shot|fire\b|bleed|blood|breath|die|dying|dead|drown|fell"
    r"|hurt|pills?|scared|afraid|threat|chas|follow|trapped|locked|rap(?:e|ing)|kidnap|missing"
    r"|overdos|suicid|danger|emergency|collaps|faint|unconscious|heart|stroke|seizure|live"
    r"|bab(?:y|ies)|newborn|infant|oxygen|dialysis|gas\b|attack|stab|bit(?:e|ten|ing)|burn|smoke)\w*"
)
_COMPLAINS = re.compile(r"\b(?:quej[ao]s?|quejar\w*|inconform\w*|reclam\w*)\b")
_OF_THINGS = (
    *("basura_parques", "alumbrado", "bacheo", "ecologia", "vivienda", "drenaje"),
    "maltrato_animal",
)
_OF_POLICE = ("seguridad", "denuncia_servidor_publico", "queja_atencion")
# «Ya asaltaron a una muchacha», «ya mordieron a uno», «ya se cayó una señora»
_BEFELL = re.compile(
    r"\b(?:ya|hasta|siempre|seguido|diario|varias veces|por eso|(?:una|otra) vez"
    rf"|{_PAST})(?: \w+){{0,4}}? (?:(?:me|nos|l[aeo]s?|quisieron|han?|intentaron) )*"
    r"(?:(?:asalt|rob|atrac)(?:aron|an|ado|aban|ar)\w*(?: al? (?:\w+ ){0,2}?\w+)?"
    r"|(?:mord(?:io|ieron|ido)|tumb(?:o|aron|ado)) a (?:un[oa]?s?|otr[oa]s?|vari[oa]s|dos|tres)"
    r"(?: \w+)?|(?:se )?(?:cay(?:o|eron)|tropez(?:o|aron)|resbal(?:o|aron))"
    r" (?:un[oa]?s?|otr[oa]s?|vari[oa]s|dos|tres)(?: (?!no\b)\w+)?)"
)
_NOW = re.compile(
    r"\b(?:ahora|acab\w+|estan?(?! (?:muy |bien |todo )*oscur)|hoy|anda\w*|auxilio|llev\w+"
    r"|aparec\w+|encuentr\w+|llega\b|regres\w+)\b"
)
# «Ya estoy aquí afuera»; not «está aquí afuera», who may be feared.
_is_outside = saying.only(
    r"(?:(?:ya|pues|oiga|si|yo|hola|es que|estoy|estamos|ando|andamos|aqui|aca) )*a?fuera"
    r"(?: (?:ya|aqui|gracias|esperando|de (?:la|el|su|sus) (?:oficinas?|edificio|palacio)))*"
)
# «Ya mejor me voy a ir», as «ya me voy»; more words may be a farewell.
_leaves = saying.only(
    r"(?:(?:ya|mejor|pues|bueno|ni modo|ok|entonces|oiga|si|no|gracias) )*me voy"
    r"(?: (?:a ir|yendo|ya|mejor|entonces|pues|gracias|a la casa|a mi casa))*"
)
# «No me dejan ver a mi hijo», of a parent.
is_kept_from = saying.anywhere(
    r"\bno (?:me|nos|l[aeo]) (?:dejan?|permiten?|quieren? dejar|prestan?)"
    r" (?:ver|visitar|convivir|llevar|a (?:mi|mis)|(?:a )?l[ao]s? nin)\w*"
)
# «Mi bebé tose mucho»: a relative alone makes it no danger.
_is_mild = saying.only(
    rf"(?:(?:y|es que|ya|mis?|el|la|l[ao]s|mucho|{_KIN}) )*"
    r"(?:tosen?|tienen? (?:mucha )?(?:tos|gripa|catarro|alergia)|estornudan?|lloran?|roncan?)"
    r"(?: (?:y|tosen?|estornudan?|llora|much[oa]|bastante|seguido|de noche|por la noche"
    r"|en las noches|toda la noche|todo el dia|todas las noches|con el polvo))*"
)
# «Está arriba de mi techo», of what they tell, which is no person.
_is_where_it_is = saying.only(
    r"(?:(?:es que|ya|y|pues|casi) )*(?:esta|estan|quedo|cuelga|queda)"
    r" (?:arriba|encima|sobre|pegad[oa]|recargad[oa]|recostad[oa]|enfrente|atras|al lado)"
    r"(?: (?:de|del|a|al|en|mi|mis|la|el|las|los|techo|tejado|barda|casa|cochera|cable|cables|patio"
    r"|banqueta|pared|carro|vecin[oa]))+"
)


def is_of_matter(state: State, text: str) -> bool:
    """Of who asks for a thing, or complains: nothing of now."""
    if state.danger or {state.lately_about, state.category}.intersection(several.DELICATE):
        return False
    words = saying.bare(text)
    is_in_vain = ways.is_in_vain(text, besides=0) and ways.names_office(text)
    return is_in_vain or _is_unserved(state, text) or _has_befallen(state, words)


def _has_befallen(state: State, words: str) -> bool:
    """Of another day, where the street is dark: why the lamp is asked for."""
    rest, found = _BEFELL.subn(" ", words)
    about = state.category if state.is_at_work else state.lately_about
    is_of_thing = about in _OF_THINGS
    is_child = harm.tells_of_child(words)  # «robaron a una niña»
    is_more = figures.is_grave(rest) or _MORE.search(rest) or _NOW.search(rest)
    return bool(is_of_thing and found) and not (is_child or is_more)


def _is_unserved(state: State, text: str) -> bool:
    """«Que no mandaron patrulla», of who complains of the police or of 9-1-1: it is over."""
    is_of_it = state.category in _OF_POLICE or _COMPLAINS.search(saying.bare(state.request))
    is_said = _NO_PATROL.fullmatch(saying.bare(text))
    return bool(is_of_it and is_said)


def is_asked_in_english(text: str) -> bool:
    """«She needs help with a scholarship», «they laid me off», «my neighbor has no water, either»:
    it knows little English."""
    words = saying.bare(text)
    is_of_work = _OUT_OF_WORK_IN_ENGLISH.search(words) and not _DESPAIR_IN_ENGLISH.search(words)
    is_asked = _ASKS_IN_ENGLISH.search(words) or is_of_work
    return bool(is_asked) and not _GRAVE_IN_ENGLISH.search(words)


def is_slight(state: State, text: str) -> bool:
    """Of a low score: what ails a relative a little, and where the tree stands that is told."""
    is_of_thing = state.is_at_work and state.category in _OF_THINGS
    return _is_mild(text) or (is_of_thing and _is_where_it_is(text))


def is_of_law(heard: Heard) -> bool:
    """«Mi yerno no deja que mi hija vea a su niño»: whom a parent may see, and no violence."""
    meant = excluded.instead(heard.intent, heard.text)
    is_so = heard.intent in harm.AT_HOME and bool(meant) and meant[0][0] == OF_LAW
    is_so = is_so or (heard.intent == OF_LAW and is_kept_from(heard.text))
    return is_so and not figures.is_grave(saying.bare(heard.text))


def is_all(text: str) -> bool:
    """And nothing worse beside it."""
    words = saying.bare(text)
    if _HOME_IS_LOST.match(words) or _RUNS_OUT.fullmatch(words):
        return True
    hard = [_CRASHED, _ADVICE, _LET_DIE]
    if harassment.is_by_others(text):
        hard = [_SHOUTS]
    elif _TREATED.search(words):
        hard = [_STIFF]
    rest, found = words, 0
    for each in hard:
        rest, more = each.subn(" ", rest)
        found += more
    return bool(found) and not (figures.is_grave(rest) or _MORE.search(rest))


def is_said_now(state: State, text: str) -> bool:
    """To a question of ours, or in the line; not beside what may be a farewell. Who is outside may
    say so at any time."""
    if state.danger or {state.lately_about, state.category}.intersection(several.DELICATE):
        return False
    if _is_outside(text) or _leaves(text):
        return True
    if not (state.is_at_work or state.waits_for_person):
        return False
    is_of_crime = state.category in several.OF_CRIME
    if exclaimed.is_all(text) or (figures.is_errand(text) and not is_of_crime):
        return True
    return _FOR_WHOM.fullmatch(saying.bare(text)) is not None or in_line.must_go(text)

"""Praise that tells of a wait or a lack: it may well be a complaint, so it is asked which."""

from dataclasses import replace

from bot.dialogue.reading import saying
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue
from nlu.interpretation import Interpretation

PRAISE = "felicitacion"
FEW = 6  # words that may only resemble praise
OTHER, PRAISED = 0.5, 0.45  # their chances from then on: neither is sure

_NUMBER = r"(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media)"
_TIME = r"(?:horas?|dias?|semanas?|mes(?:es)?|anos?|vueltas?|veces)"
is_sour = saying.anywhere(
    rf"(?<!en )\b(?:solo|nomas|nada mas|apenas|tan solo) (?:\w+ )?{_NUMBER} {_TIME}\b"
    rf"|\b{_NUMBER} {_TIME} (?:despues|tarde|esperando|para (?:tap|arregl|atend|contest)\w+)\b"
    # «5 días sin una gota»; not «tres años sin fallas», nor «después de 5 días sin agua».
    rf"|(?<!despues de )(?<!tras )\b{_NUMBER} {_TIME} (?:ya )?sin "
    r"(?:(?:una?|el|la|ni|ningun[oa]?) )*"
    r"(?!fall|problem|accident|quej|interrup|cort[ea]|apagon|retras|demora|error|fug|faltar|robo"
    r"|asalt|incident|aument|dormir|comer|descans|parar|solo )"
    rf"|\bllev(?:a|o|amos|an) (?:ya )?{_NUMBER} {_TIME} (?:en|sin|esperando|sentad|tirad|parad)\w*"
    r"|\bpor (?:llegar tarde|hacer\w* esperar|nunca|perder\w*|ignorar\w*|tardar\w*|cobrar\w*"
    r"|dejar\w* (?:\w+ ){0,2}(?:sin|esperando|plantad|tirad|hablando|en visto))\w*"
    r"|\b(?:seguimos|sigue|siguen|sigo) (?:sin|esperando|igual|peor)\b"
    r"|\bque (?:nunca|jamas|siempre|casi) (?:no )?(?:\w+ )?(?:falt|lleg|pas|vien|contest|atiend"
    r"|arregl|sirv|cancel|cobr|tard)\w*|\bl[oa]s que (?:no|ni)\b|\bque faltan?\b"
    r"|\bsin (?:\w+ ){1,3}(?:y|ni) sin\b|\b(?:y|pero) ni (?:un|una|siquiera|un solo)\b"
    r"(?! (?:pero|peso|centavo|error|queja|problema|minuto)s?\b)"
    r"|\bse (?:nos )?(?:llev|rob)aron (?:a |al |el |la |los |las )+(?:unic\w+ )?"
    r"(?:doctor|medic|maestr|enfermer|ambulanc|camion|patrull)\w*"
    r"|\b(?:me|nos|les?) (?:cerraron|cancelaron|negaron|corrieron|cortaron)\b"
    rf"|\b{_NUMBER} vueltas\b|\bestamos en la gloria\b"
    r"|\bacab(?:aron|o|an) con (?:mi|mis|nuestr[oa]s?)\b"
)
# A word of it does, in earnest or not.
praises = saying.anywhere(
    r"feli[cs]|flisi|grac|agrad|recono|apla[ud]|bravi?s?i?[ms]?o\b|excel|buen|\bbien|amabl|maravi"
    r"|orgull|bonit|content|gust|trat[oa]|rapid|quedo|diez|\b100?\b|estrell|medalla|premi|angel"
    r"|hero|\brif|\bvale\b|chul|padr|chid|chilo|suave|mejor|bend|pague|fascin|mencion|atinad|kudos"
    r"|\bole\b|lucier|respeto|fini|lujo|honor|atendier|echar flores|y no quejas|gente|chapo"
    r"|\bsacaron|romp|carin|eficien|thank|done|great|good|nice"
)


def as_it_is(heard: Heard) -> Heard:
    if heard.command or heard.intent != PRAISE or not is_sour(heard.text):
        return heard
    told = tuple(each for each in heard.parts if each.intent != PRAISE)
    return replace(heard, meaning=_doubted(heard.meaning), parts=told)


def only_resembles(text: str) -> bool:
    """Few words, none of which praises: «por la de las flores»."""
    return len(text.split()) <= FEW and not praises(text)


def _doubted(meaning: Interpretation) -> Interpretation:
    """Some matter that is next to the praise, or that."""
    categories = catalogue.load().categories.keys() - {PRAISE}
    rival = next((name for name, _ in meaning.ranking if name in categories), None)
    if rival is None:
        return meaning
    ranking = ((rival, OTHER), (PRAISE, PRAISED))
    return replace(meaning, intent=rival, confidence=OTHER, ranking=ranking)

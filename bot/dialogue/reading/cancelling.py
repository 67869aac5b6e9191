"""Whether what an engine takes for giving up may be that."""

import re
from dataclasses import replace

from bot.dialogue.reading import exclaimed, languages, pausing, saying
from nlu import moves
from nlu.interpretation import Interpretation, Move

LEAVES = "leave"  # a move
ENDS = ("cancelar", "negar", "despedida")  # intents that end something
KEPT = "…"  # where the words said that it is not to be cancelled
_CANCELS = re.compile(
    r"(?:cancel|anul|olvid|dej|termin|borr|elimin|quit|par[aeo]|bast|nada|no\b|exit|stop|abort"
    r"|desist|retir|suspend|salir|salgo|salte|detente|alto|adios|acab|cierr|fin\b|never|forget)\w*"
)
# In a sentence that does something else: «nomás puse tantito, cancélelo».
_CANCELS_AMONG_OTHERS = re.compile(
    r"\b(?:[ck]an[csz]el|anul|olvid|borr|elimin|desist|retir|suspend|abort|cierr[ea]l)\w*"
    r"|\bquit[ea](?:l[oa])?\b|\bya (?:ni )?pa(?:ra)? que\b"
)
# Of a fine or a bill.
_WILL_NOT_PAY = re.compile(
    r"(?:(?:yo|pues|la verdad|pero|ni modo|y|nomas|simplemente) )*no (?:la |lo |l[ao]s |les? )?"
    r"(?:voy|vamos|piens\w+|pensamos|qu(?:ier|er)\w+|pued\w+|podemos|teng\w+|tenemos)"
    r"(?: (?:a|por|que|con))* pag\w+"
    r"(?: (?:nada|esa?|eso|la|el|multa|recibo|tanto|ni un peso|algo que no debo))*"
)
_KEEPS = re.compile(
    r"\b(?:no|don t|dont|do not) (?:(?:l[oae]s?|me|nos|se|vaya[ns]?|qu(?:ier|er|is)\w+|voy|vamos|a"
    r"|que|pienso) )*(?:[ck]an[csz]el|anul|borr|elimin|cierr|cerr)\w*"
)
# «No, mejor una carta», that is wanted instead; not «mejor un día de estos».
is_rather = saying.only(
    r"(?:(?:no|pues|ah|bueno|oiga|perdon) )*mejor un[oa]?s? "
    r"(?!(?:dia|rato|ratito|momento|otra vez|poco)\b)\w+(?: \w+){0,6}"
)
# «Siempre sí», «no, espéreme, regístrelo»: said soon after it was given up.
_TAKES_BACK = re.compile(
    r"(?!.*\b(?:siempre|mejor|ya) no\b)(?!.*\bno (?:\w+ ){0,2}(?:registr|mand|envi)\w*)"
    r"(?:.*\b(?:siempre|mejor|bueno|pues) si\b|.*\b(?:registr|mand|envi)[ae]l[oa]\b"
    r"|.*\b(?:register|send|file) it\b).*"
)
_CANCELS_IN_ENGLISH = re.compile(
    r"\b(?:cancel\w*|never ?mind|forget|stop|quit|exit|don ?t|no|not|leave|drop|delete|remove"
    r"|changed my mind)\b"
)

# «Ya no trabajo ahí», «ya no tengo la vieja»: what has changed; not «ya no tengo tiempo».
tells_what_changed = saying.first(
    r"(?:(?:y|pero|pues|es que|porque|yo|ella|el|ellos|mi \w+|nosotros|ahi|aqui|nosotras) )*ya no "
    r"(?:(?:me|le|les|nos|se|l[ao]s?) )?(?:(?:viv|trabaj|labor|estudi|radic|cobr|pag|asist)\w+"
    r"|dan|tiene\w*|tenemos|tengo(?! (?:tiempo|ganas|caso|chance|pila|saldo|datos|senal|nada|que"
    r"|mas|problema|interes)\b)) \w+"
)


def as_it_is(text: str, meaning: Interpretation) -> Interpretation:
    """Who tells what has changed gives nothing up, nor does who exclaims, or only seems to."""
    if exclaimed.is_outburst(text):
        return replace(meaning, confidence=0.0, move=Move("upset", 1.0))
    if tells_what_changed(text) and meaning.move.name == LEAVES:
        sure = 0.0 if meaning.intent in ENDS else meaning.confidence
        return replace(meaning, confidence=sure, move=Move("detail", 1.0))
    is_none = meaning.intent == "cancelar" and not is_meant(text, meaning.move)
    return replace(meaning, confidence=0.0) if is_none else meaning


def is_meant(text: str, move: Move) -> bool:
    """«Lalo» is a name, and of English the engine has learnt nothing. Who comes back, or wants it
    done once more, gives nothing up; nor does «ahí lo puse», which names no end and is no leaving.
    """
    words = _unkept(text)
    if KEPT in words or pausing.resumes(text):
        return not keeps(text)
    if languages.looks_english(text):
        return bool(_CANCELS_IN_ENGLISH.search(words))
    if _WILL_NOT_PAY.fullmatch(words) or is_rather(text) or pausing.goes_on(text):
        return False
    if len(words.split()) == 1:
        return bool(_CANCELS.fullmatch(words))
    # A story is too long for a move to be known of it.
    leaves = move.name == LEAVES and move.confidence >= moves.PLAIN
    return leaves or not move.name or bool(_CANCELS_AMONG_OTHERS.search(words))


def takes_back(text: str) -> bool:
    """What was given up is wanted after all."""
    return bool(_TAKES_BACK.fullmatch(saying.bare(text))) or keeps(text)


def keeps(text: str) -> bool:
    """«Quiero seguir con lo de la cama», «no, no me lo cancele»."""
    words = _unkept(text)
    is_kept = KEPT in words or pausing.resumes(text)
    return is_kept and not _CANCELS_AMONG_OTHERS.search(words)


def _unkept(text: str) -> str:
    """Its plain words, without «no lo cancele»; «no, cancélelo» stays."""
    return " ".join(_KEEPS.sub(KEPT, each) for each in saying.clauses(text))

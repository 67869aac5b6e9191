"""«No es bache, es una fuga»: what is named to be denied is not what is told."""

import re
from dataclasses import replace

from bot.dialogue.reading import called, saying, treatment
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import GRAVE
from handoff.rules import catalogue
from nlu import english
from nlu.interpretation import Interpretation

# «Para mi negocio no», before «para la casa»
_FOR_NONE = re.compile(
    r"(?:(?:es|era|pues|pero|bueno|mire) )*(?:para|pa|de|del|con|por|el|la|los|las|lo)\b.* no"
)
_NO = r"(?:(?:pues|pero|ah|oiga|mire|perdon|disculpe|no) )*no "
_IS = r"(?:es|era|fue|son|hablo|se trata) (?:(?:de|del|por|para|lo|una?|el|la|los|las) )*"
# «No es bache», before «es una fuga»; «no la multa», after «ocupo placas»: no verb follows.
_NOT_THIS = re.compile(
    rf"{_NO}(?:{_IS}|(?:quiero|ocupo|necesito|pido|busco) (?:(?:una?|el|la|los|las) )?"
    r"|(?:de|del|por) (?:(?:el|la|los|las|lo) )?|(?:el|la|los|las) )"
    r"(?!\w+(?:an|en|aron|ieron|[aei]r)\b)\w+(?: (?:de )?\w+){0,2}"
    r"(?: l[oa] que (?:yo )?(?:quier|necesit|ocup|pid|busc)\w+)?"
)
# «No soy del ISSSTESON», «no del ISSSTESON», «no es la de mi casa», «it's not theft».
_NAMED = re.compile(
    r"(?:(?!no )\w+ ){0,4}?(?:no )*no(?: (?:es|era|fue|son|eran|soy|somos|hablo|se trata|quiero"
    r"|pedi|pido|ocupo|necesito|reporto|puse|hice|meti|mande|levante|tienen? (?:nada )?que ver)"
    r"|(?= del?\b))(?P<of>(?: (?:de|del|por|para|con|lo|la|el|las|los|una?|ningun[ao]?))*)"
    r" (?P<what>\w+(?: \w+){0,4}?)(?P<rest>(?: (?:es|son|era|sino|porque|que|lo que|yo)\b.*)?)"
    r"|(?:no )?(?:(?:it s|that s|its|it is|this is|that is) )?not"
    r" (?!(?:one|just|only|all|really)\b)(?P<told>\w+(?: \w+){0,4})"
)
# «La pensión del bienestar», «la pensión es la del bienestar»
_QUALIFIED = re.compile(r"\w+ (?:(?:es|era) (?:la|el|lo) )?del? (?:(?:la|los|las) )?(?P<by>\w+)")
_RATHER = re.compile(
    r"\b(?:ocupo|quiero|necesito|pido|busco|hablo|es|era)\b.+[,.;]\s*"
    r"no (?:(?:es|de|del|por|el|la|los|las|lo|una?) )+\w+\W*$",
    re.IGNORECASE,
)
# «That's wrong, it's a water leak».
_IT_IS_RATHER = re.compile(
    r"\W*(?:(?:no|nope|sorry|wrong|you (?:misunderstood|misread|got it wrong)(?: me)?"
    r"|(?:that|it)(?:[’']?s| is) (?:wrong|not (?:it|right|correct|what i \w+)))\W+)+"
    r"(?:it[’']?s|it is|it was|i (?:want|need|said|meant)|i[’']?m reporting|the problem is) ",
    re.IGNORECASE,
)
DENIED = 0.4  # confidence of the matter that is denied; where it may be a mere no, half of it
STEM = 5  # letters in which the forms of a word agree
_SMALL = ("the", "not", "its", "for", "and", "that", "this", "about")
SHORTEST = 4  # letters of a word that names a matter


def as_it_is(heard: Heard) -> Heard:
    """With the meaning of what is left: of the likeliest sentence, where what is denied is no more
    than one of them."""
    left = tuple(each for each in heard.parts if not _is_denied(each))
    denied = {each.intent for each in heard.parts if each not in left}
    if not left or not denied or (len(left) > 1 and heard.intent not in denied):
        return heard
    meant = max(left, key=lambda each: each.confidence)
    meaning = replace(heard.meaning, intent=meant.intent, confidence=meant.confidence)
    parts = left if len(left) > 1 else ()
    return replace(heard, meaning=replace(meaning, ranking=meant.ranking), parts=parts)


def is_rather(text: str) -> bool:
    """«Ocupo las placas nuevas, no la multa»."""
    return bool(_RATHER.search(text))


def names_another(matter: str, text: str) -> bool:
    """Whatever else they say of what is shown."""
    return treatment.is_for_gain(text) or is_of_another(matter, text)


def is_of_another(matter: str, text: str) -> bool:
    """In English, it says so."""
    named = english.matters(text) if _IT_IS_RATHER.match(text) else ()
    is_told = bool(named) and matter not in named
    return is_told or denies(matter, text)


def denies(matter: str, text: str) -> bool:
    """In words of its name, as the citizen was told it, and no other: «no es de vivienda», «pero
    no son maltratados, es el ruido». Not who did it: «no es la maestra, es la directora»."""
    if matter in GRAVE:
        return False
    named = saying.bare(catalogue.load().categories[matter].name).split()
    clauses = [saying.bare(each) for each in re.split(r"[,.;]", text)]
    told = [_NAMED.fullmatch(each) for each in clauses]
    rest = [clause for clause, found in zip(clauses, told, strict=True) if found is None]
    rest += [found["rest"] or "" for found in told if found]
    rest = [_QUALIFIED.sub(lambda of: of[0] * _is_of(named, of["by"]), each) for each in rest]
    if any(_is_of(named, each) for clause in rest for each in clause.split()):
        return False  # «no es pesca, es ganado»
    if any(matter in english.matters(clause) for clause in rest) or _is_still(told, rest):
        return False
    return any(found and _is_named_by(matter, named, found) for found in told)


def _is_still(told: list[re.Match[str] | None], rest: list[str]) -> bool:
    """«It's not a stray dog, it's my neighbor's dog» is of a dog all the same."""
    denied = {each for found in told if found for each in (found["told"] or "").split()}
    said = {each for clause in rest for each in clause.split()}
    return any(len(each) > 2 and each not in _SMALL for each in denied & said)


def _is_named_by(matter: str, named: list[str], found: re.Match[str]) -> bool:
    if found["told"]:
        return matter in english.matters(found["told"])
    words = [each for each in found["what"].split() if len(each) >= SHORTEST]
    is_thing = "la de" in found["of"] or not called.TOLD_ELSEWHERE.issuperset(words)
    return bool(words) and is_thing and all(_is_of(named, each) for each in words)


def _is_of(named: list[str], word: str) -> bool:
    return len(word) >= SHORTEST and any(each.startswith(word[:STEM]) for each in named)


def _is_denied(part: Interpretation) -> bool:
    plain = saying.bare(part.text)
    if _FOR_NONE.fullmatch(plain):
        return True
    ours = catalogue.load().categories.keys() - {*GRAVE}
    least = DENIED / 2 if part.intent == "negar" else DENIED
    is_likely = any(name in ours and chance >= least for name, chance in part.ranking[:2])
    is_plain = part.intent in ours or part.intent == "negar"
    return is_plain and is_likely and _NOT_THIS.fullmatch(plain) is not None

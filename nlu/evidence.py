"""What the words around a name say: whether a municipality is meant, and how strongly."""

from functools import cache

from nlu.addresses import Sentence
from nlu.gazetteer import spoken
from nlu.names import Mention, Strength

# How strongly the words before a name say that it is the place.
HERE, RESIDENCE, LOCATION, BARE, MOVEMENT, DIRECTION = 5, 4, 3, 2, 1, 0
_CARRIES = ("lleve", "llevar", "trasladar", "trasladen", "traslade", "traslado")
_TREATED = (
    "ambulanci",
    "dialisis",
    "hemodialisis",
    "quimio",
    "radio",
    "cita",
    "consulta",
    "terapia",
)
# Between «no» and the name that is denied.
_DENIABLE = frozenset({"es", "era", "fue", "en", "de", "soy", "estoy", "vivo", "queda", "esta"})
# Schools of which every town has its own, and calls it so: «el cobach Nogales».
_BY_THEIR_TOWN = frozenset({"cobach", "cecyte", "cbtis"})


def counts(sentence: Sentence, mention: Mention, weight: int) -> bool:
    strength = mention.name.strength
    if strength >= Strength.EXACT:
        return True
    if strength is Strength.RARE or is_doubtful(mention):
        return weight >= RESIDENCE
    if _is_reached(sentence, mention) or _follows_centro(sentence, mention):
        return True
    return weight >= LOCATION or _belongs(sentence, mention)


def is_borne(sentence: Sentence, mention: Mention) -> bool:
    """A person or an institution bears the name, or it is another place's: «Rosario, Sinaloa»."""
    first, last = mention.first, mention.last
    before = sentence.folded(first - 1) if not sentence.broken(first) else ""
    is_borne = before in _phrases("bearers") and before not in _BY_THEIR_TOWN
    if is_borne or before in ("nuevo", "nueva", "alvaro"):
        return True
    if before in _phrases("articles") and sentence.folded(first) not in _phrases("after_articles"):
        return True
    if _is_state(sentence, last):
        return True
    follows = last < len(sentence.said) and not sentence.broken(last)
    surname = follows and sentence.capital(first) and sentence.capital(last)
    return surname and mention.name.strength < Strength.EXACT and not _in_sonora(sentence, last)


def is_of_somebody(sentence: Sentence, mention: Mention) -> bool:
    """«Mi mamá se llama Rosario», but not «el pueblo se llama Rosario»."""
    before = sentence.said[: mention.first]
    is_place = not _phrases("seats").isdisjoint(before)
    return bool(before) and before[-1] in _phrases("bearers") and not is_place


def is_denied(sentence: Sentence, mention: Mention) -> bool:
    """«No es Agua Prieta», «en Nogales no, en Obregón», «¿Cajeme? No, Hermosillo»."""
    first, last = mention.first, mention.last
    before = first
    while first - before < 3 and sentence.folded(before - 1) in _DENIABLE:
        before -= 1
    if sentence.folded(before - 1) in ("no", "tampoco") and not _is_parted(sentence, before, first):
        return True
    if sentence.folded(last) != "no" or not sentence.broken(last + 1):
        return False
    between = sentence.text[sentence.words[last - 1].end : sentence.words[last].start]
    return not sentence.broken(last) or between.strip() == "?"


def is_instead(sentence: Sentence, mention: Mention) -> bool:
    """After a name that was denied: «…, es Naco», «sino en Naco»."""
    return sentence.folded(mention.first - 1) in ("es", "era", "sino", "en", "de", "a")


def _is_parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.broken(at) for at in range(first, last + 1))


def weight_of(sentence: Sentence, mention: Mention) -> int:
    if _in_sonora(sentence, mention.last) or _is_home_of(sentence, mention.first):
        return RESIDENCE
    before = [] if sentence.broken(mention.first) else _before(sentence, mention.first)
    if _is_taken_there(sentence, mention.first):
        return DIRECTION
    for weight, kind in (
        (HERE, "here"), (RESIDENCE, "residence"), (DIRECTION, "direction"), (MOVEMENT, "road"),
        (LOCATION, "location"), (MOVEMENT, "movement"),
    ):  # fmt: skip
        if any(each in _phrases(kind) for each in before):
            return max(weight, LOCATION) if _proper(sentence, mention) else weight
    return LOCATION if _stands_alone(sentence, mention) or _proper(sentence, mention) else BARE


def _is_taken_there(sentence: Sentence, first: int) -> bool:
    """«Una ambulancia que lleve a mi mamá a su diálisis a Hermosillo»: where she goes, not is."""
    to, before = sentence.folded(first - 1), sentence.said[: max(0, first - 1)]
    is_carried = any(each.startswith(_CARRIES) and not each.endswith("aron") for each in before)
    is_ill = any(each.startswith(_TREATED) for each in sentence.said)
    return to in ("a", "hasta", "pa", "para") and is_carried and is_ill


def _is_home_of(sentence: Sentence, first: int) -> bool:
    """«Soy Yareli de Santa Ana»."""
    if sentence.broken(first) or sentence.folded(first - 1) != "de":
        return False
    said = [at for at in range(max(0, first - 5), first - 2) if sentence.folded(at) == "soy"]
    return any(all(map(sentence.capital, range(at + 1, first - 1))) for at in said)


def is_doubtful(mention: Mention) -> bool:
    return mention.cost > 0 and mention.name.strength < Strength.SURE


def _in_sonora(sentence: Sentence, at: int) -> bool:
    """«Guaymas, Sonora», «guaymas son»; but «las becas son»."""
    said = sentence.folded(at)
    return said == "sonora" or (said == "son" and sentence.broken(at + 1))


def _is_state(sentence: Sentence, at: int) -> bool:
    """«Rosario, Sinaloa», «Nogales, USA»; but «Sahuaripa usa la patrulla»."""
    said = sentence.folded(at)
    if said == "usa" and not sentence.broken(at + 1):
        return False
    return any(each in _phrases("states") for each in (said, f"{said} {sentence.folded(at + 1)}"))


def _belongs(sentence: Sentence, mention: Mention) -> bool:
    """«la plaza principal de Magdalena»."""
    at = mention.first
    nouns = {sentence.folded(at - 2), sentence.folded(at - 3)}
    return (
        not sentence.broken(at)
        and sentence.folded(at - 1) == "de"
        and not nouns.isdisjoint(_phrases("seats"))
    )


def _follows_centro(sentence: Sentence, mention: Mention) -> bool:
    """«calle 5 col centro empalme», at the end of an address."""
    first, last = mention.first, mention.last
    is_last = last == len(sentence.said) or sentence.broken(last)
    is_after = sentence.folded(first - 1) == "centro" and not sentence.broken(first)
    return is_last and is_after and sentence.folded(first - 2) in _phrases("colonias")


def _is_reached(sentence: Sentence, mention: Mention) -> bool:
    """«se regresa mañana a Santa Ana»."""
    at = mention.first
    before = {sentence.folded(each) for each in range(at - 6, at - 1)}
    return (
        not sentence.broken(at)
        and sentence.folded(at - 1) in ("a", "hasta", "pa", "para")
        and not before.isdisjoint(_phrases("motions"))
    )


def _proper(sentence: Sentence, mention: Mention) -> bool:
    """A weak name with a capital letter after a preposition: «la plaza de Álamos»."""
    said = " ".join(sentence.said[mention.first : mention.last])
    return (
        mention.name.strength is Strength.WEAK
        and sentence.folded(mention.first - 1) in _phrases("prepositions")
        and sentence.capital(mention.first)
        and said not in _phrases("persons")
    )


def _stands_alone(sentence: Sentence, mention: Mention) -> bool:
    """«…, Magdalena.» after the rest of an address; «…, Empalme», which is nobody's name."""
    if mention.name.strength is not Strength.WEAK or not sentence.capital(mention.first):
        return False
    alone = sentence.broken(mention.first) and sentence.broken(mention.last)
    said = " ".join(sentence.said[mention.first : mention.last])
    with_colonia = sentence.folded(mention.last) in ("centro", *_phrases("colonias"))
    return alone and (mention.first > 2 or with_colonia or said not in _phrases("persons"))


def _before(sentence: Sentence, first: int) -> list[str]:
    """The one, two and three words before."""
    return [" ".join(sentence.said[first - count : first]) for count in range(1, min(3, first) + 1)]


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(str(each) for each in spoken()[kind])

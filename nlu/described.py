"""What follows «calle» and tells how it is, or what happens there, and not what it is called."""

import re

from nlu import people
from nlu.addresses import ARTICLES, Sentence, Span, phrases
from nlu.gazetteer import is_place
from nlu.text import fold, words

# «Lámparas de la calle apagadas», «la calle llena de baches».
_STATE = re.compile(
    r"\w{2,}[ai]d[oa]s?|(?:llen|suci|fe|oscur|rot|abiert|muert|vaci|hech|deshech|cubiert|chuec"
    r"|descompuest|peligros|lodos|sol)[oa]s?|\w+ibles?|intransitables?|fatal"
)
_NAMES = re.compile(
    r"(?:granad|posad|canad|ensenad|quebrad|florid|dorad|nevad|salad|colorad|prad|mercad|privad"
    r"|merid|alborad|ramad|enramad|calzad|soldad|principad|poblad|olvid)[oa]s?"
)
_CORNERS = frozenset({"entre", "esquina", "esq", "casi"})
SHORTEST = 3  # letters that are capitals only because all are
_HERE = frozenset({"mi", "nuestra", "esta", "esa"})


def is_no_name(sentence: Sentence, street: Span) -> bool:
    """What «mi calle parpadea» has is none either, but «mi calle es la Pima» names one."""
    leads, *said = sentence.said[street.first : street.last]
    if leads not in phrases("streets") or sentence.folded(street.last) in _CORNERS:
        return False
    is_here = sentence.folded(street.first - 1) in _HERE and said[:1] not in (["es"], ["era"])
    return _is_unnamed(street.value) if is_here else tells_state(street.value)


def tells_state(street: str) -> bool:
    """Of a street as it was written."""
    return _is_unnamed(street) and _STATE.fullmatch(fold(_first(street))) is not None


def _is_unnamed(street: str) -> bool:
    """In small letters, and without a door."""
    first = _first(street)
    word = fold(first)
    is_called = _NAMES.fullmatch(word) or is_place(word)
    is_called = is_called or any(word in names for names in people.lists().values())
    is_small = first.islower() or (first.isupper() and len(first) > SHORTEST)
    return is_small and not is_called and not any(map(str.isdigit, street))


def _first(street: str) -> str:
    """The first word of its name."""
    leads = phrases("streets") | ARTICLES
    said = (street[each.start : each.end] for each in words(street))
    return next((each for each in said if fold(each) not in leads), "")

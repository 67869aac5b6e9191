"""Colonias: told by «col.» or «fracc.», by the catalogue, or by how people say where they live."""

from collections.abc import Iterator, Sequence
from functools import cache

from nlu import people
from nlu.addresses import (
    ARTICLES,
    CONNECTORS,
    Sentence,
    Span,
    capital_ends,
    ends,
    is_parted,
    name_after,
    phrases,
    plain_end,
    span_of,
)
from nlu.gazetteer import is_place
from nlu.names import Mention

_LEADS = frozenset({"en", "aqui", "aca", "alla", "por", "de", "a", "toda", "hasta", "desde", "pa"})
_RESIDENTS = frozenset({"soy", "somos", "vecino", "vecina", "vecinos", "vecinas", "colonos"})
# «El centro comercial» is no colonia.
_GOES_ON = CONNECTORS | {"comercial", "historico", "civico", "escolar", "recreativo", "cultural"}
_LONGEST_TOWN = 4  # words
_SHORT_ADDRESS = 4  # words beside the colonia, of a message that tells nothing else
_RUMBO = frozenset({"rumbo", "rumbos"})
_ROADS = frozenset({"camino", "carretera", "brecha", "salida", "rumbo", "entronque"})
_WHERE = frozenset({"en", "aqui", "por", "de", "a", "hasta"})


def told(sentence: Sentence) -> list[Span]:
    """«col. Sahuaro», «el barrio de la Laguna»; and «en la Sahuaro», less surely."""
    found: list[Span] = []
    for at in sentence.where(_beginnings() | _RUMBO):
        marker = _colonia_marker(sentence, at)
        if marker:
            first = at + marker
            if sentence.folded(first) == "de":
                first += 1
                if _is_of_another(sentence, first):
                    continue
            if sentence.folded(at) == "poblado" and not _is_capital(sentence, first):
                continue
            named = at if sentence.folded(at) == "ejido" else first
            ends = (_last(sentence, first, last) for last in name_after(sentence, first))
            found += [
                span_of(sentence, "colonia", named, (at, last), confidence=0.9) for last in ends
            ]
    return found + list(_in_the(sentence))


def _last(sentence: Sentence, first: int, last: int) -> int:
    """Where the name ends, without «C.P.» and what follows it."""
    pairs = ((at, sentence.folded(at), sentence.folded(at + 1)) for at in range(first + 1, last))
    return next((at for at, *two in pairs if two[0] == "cp" or two == ["c", "p"]), last)


def _is_of_another(sentence: Sentence, first: int) -> bool:
    """«Una colonia de Hermosillo», «el barrio de la iglesia»."""
    at = first + 1 if sentence.folded(first) in ARTICLES else first
    return at in sentence.taken or sentence.folded(at) in phrases("not_a_colonia")


def _is_capital(sentence: Sentence, first: int) -> bool:
    """«El poblado El Chinal», not «el poblado completo»."""
    at = first + 1 if sentence.folded(first) in ARTICLES else first
    return at < len(sentence.said) and sentence.capital(at)


def of_catalogue(sentence: Sentence, mentions: Sequence[Mention]) -> list[Span]:
    """Names of the catalogue, in small letters too: «col. sahuaro», «aqui en la sahuaro»."""
    found = []
    for each in mentions:
        begins = _led_by_marker(sentence, each.first)
        if begins is not None or _is_where(sentence, each):
            at = each.first if begins is None else begins
            confidence = 0.8 if begins is None else 0.95
            span = span_of(sentence, "colonia", each.first, (at, each.last), confidence=confidence)
            found.append(span)
    return found


def capital_or_plain_name(sentence: Sentence) -> str | None:
    """The name that the sentence begins with, as it is written."""
    if ends(sentence, 0, 0):
        return None
    last = max(plain_end(sentence, 0), *capital_ends(sentence, 0))
    return span_of(sentence, "colonia", 0, (0, last), confidence=0.9).value


def _led_by_marker(sentence: Sentence, first: int) -> int | None:
    """Where the marker before the name begins: «col», «col la», «unidad habitacional»."""
    if first == 0 or is_parted(sentence, first):
        return None
    after = first - 1 if sentence.folded(first - 1) in ARTICLES else first
    for count in (1, 2):
        if after >= count and _colonia_marker(sentence, after - count) == count:
            return after - count
    return None


def _is_where(sentence: Sentence, mention: Mention) -> bool:
    """After «en la», «por los», «soy de la»; a name of several words after a bare «en», too."""
    first, last = mention.first, mention.last
    several = last - first > 1
    goes_on = not several and sentence.folded(last) in _GOES_ON and last + 1 not in sentence.closed
    if goes_on:
        return False
    if _follows_town(sentence, mention):
        return True
    if sentence.broken(first):
        return _is_of_an_address(sentence, mention)
    if mention.cost or not (several or sentence.folded(first) not in phrases("not_a_colonia")):
        return False
    before = sentence.folded(first - 1)
    is_town = not sentence.taken.isdisjoint(range(first, last))
    if before in ARTICLES:
        feminine = before in ("la", "las") or not is_town
        return feminine and sentence.folded(first - 2) in _LEADS
    if before == "del":
        return not is_town and sentence.folded(first - 2) in _RESIDENTS
    return several and not is_town and before in (*_LEADS, "infonavit")


def _follows_town(sentence: Sentence, mention: Mention) -> bool:
    """«En Nogales centro», whatever comes; «en Hermosillo Pitic, calle 5», «Nogales la Kennedy», if
    it ends or a street comes."""
    first, last = mention.first, mention.last
    first -= sentence.folded(first - 1) in ("la", "las") and not sentence.broken(first - 1)
    before = (sentence.said[max(0, first - count) : first] for count in range(1, _LONGEST_TOWN + 1))
    if mention.cost or not any(is_place(" ".join(each)) for each in before):
        return False
    is_last = sentence.broken(last) or sentence.folded(last) in phrases("streets")
    return is_last or sentence.folded(mention.first) == "centro"


def _is_of_an_address(sentence: Sentence, mention: Mention) -> bool:
    """«calle Morelos, Centro, Cumpas»; «Santa Ana, centro»; «centro, calle 5», «centro calle 5»."""
    goes_on = sentence.folded(mention.last) in phrases("streets")
    if mention.cost or not (goes_on or sentence.broken(mention.last)):
        return False
    others = len(sentence.said) - (mention.last - mention.first)
    is_short = 0 < others <= _SHORT_ADDRESS
    return is_short or any(each in phrases("streets") for each in sentence.said[: mention.first])


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(marker.split()[0] for marker in phrases("colonias"))


def _colonia_marker(sentence: Sentence, at: int) -> int:
    if sentence.folded(at) in phrases("colonias"):
        return 1
    if sentence.folded(at) in _RUMBO:
        return int(sentence.folded(at + 1) == "de")
    return 2 if f"{sentence.folded(at)} {sentence.folded(at + 1)}" in phrases("colonias") else 0


def _in_the(sentence: Sentence) -> Iterator[Span]:
    for at in sentence.where(_WHERE):
        allowed = ARTICLES if sentence.folded(at) in ("en", "aqui") else ("la", "las")
        first = at + 2
        if first >= len(sentence.said) or sentence.folded(at + 1) not in allowed:
            continue
        if _is_common(sentence, first):
            continue
        if last := _named_as_town(sentence, at) or _of_a_town(sentence, at):
            yield span_of(sentence, "colonia", first, (at, last), confidence=0.6)
            continue
        if not (_is_home(sentence, at) or sentence.has_capitals):
            continue
        if sentence.broken(at + 1) or sentence.broken(first) or _is_reached(sentence, at):
            continue
        ends = capital_ends(sentence, first) if _is_title(sentence, first) else _home(sentence, at)
        for last in ends:
            if not _goes_on_to_a_town(sentence, last):
                yield span_of(sentence, "colonia", first, (at, last), confidence=0.6)


def _named_as_town(sentence: Sentence, at: int) -> int | None:
    """Where the name of «en la benito juarez» ends, of who is a town too, and no school."""
    first = at + 2
    is_one = sentence.folded(at + 1) == "la" and first not in sentence.taken
    if not is_one or not phrases("bearers").isdisjoint(sentence.said[:at]):
        return None
    lasts = range(min(first + _LONGEST_TOWN, len(sentence.said)), first + 1, -1)
    named = (last for last in lasts if is_place(" ".join(sentence.said[first:last])))
    return next(named, None)


def _of_a_town(sentence: Sentence, at: int) -> int | None:
    """Where the name of «en la juarez de Navojoa, calle 5» ends, which is called after somebody and
    is no street, since that is told."""
    last = at + 3
    is_called = sentence.folded(at + 2) in people.lists()["surname"]
    is_there = sentence.folded(last) in ("de", "en") and last + 1 in sentence.taken
    is_street = phrases("streets").isdisjoint(sentence.said[last:])
    return last if is_called and is_there and not is_street else None


def _is_reached(sentence: Sentence, at: int) -> bool:
    """«El camino a La Bura» names a road."""
    return sentence.folded(at) == "a" and sentence.folded(at - 1) in _ROADS


def _goes_on_to_a_town(sentence: Sentence, at: int) -> bool:
    """«la Moctezuma–Huásabas» is a road."""
    if at not in sentence.taken:
        return False
    between = sentence.text[sentence.words[at - 1].end : sentence.words[at].start]
    return between.strip() in ("-", "–", "—")


def _is_common(sentence: Sentence, at: int) -> bool:
    return at in sentence.taken or sentence.folded(at) in _common()


@cache
def _common() -> frozenset[str]:
    kinds = ("not_a_colonia", "streets", "colonias", "bearers")
    return frozenset[str]().union(*(phrases(kind) for kind in kinds))


def _is_title(sentence: Sentence, at: int) -> bool:
    return sentence.text[sentence.words[at].start : sentence.words[at].end].istitle()


def _home(sentence: Sentence, at: int) -> Iterator[int]:
    """Where a name in small letters ends after «vivo en la», «soy de los», «aqui en la»."""
    if _is_home(sentence, at) and not ends(sentence, at + 2, at + 2):
        yield plain_end(sentence, at + 2)


def _is_home(sentence: Sentence, at: int) -> bool:
    lead = (sentence.folded(at - 1), sentence.folded(at))
    lives = lead[1] == "en" and lead[0] in phrases("lives")
    comes = lead[1] == "de" and lead[0] in _RESIDENTS
    if not (lives or comes) or sentence.folded(at + 1) == "el":
        return False
    return sentence.folded(at + 2) not in phrases("not_a_home") and not _is_house(sentence, at + 2)


def _is_house(sentence: Sentence, at: int) -> bool:
    """«estoy en la 114», not «la 5 de mayo»."""
    return sentence.folded(at).isdigit() and sentence.folded(at + 1) != "de"

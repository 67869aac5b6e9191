"""A fact that was told is taken back: it goes from the form, and from the words told with it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from bot.dialogue import request
from bot.dialogue.acts import AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, labels, saying, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from bot.dialogue.within import Corrected, Without
from nlu import facts as shapes
from nlu import places

MOST_WORDS = 14
NOTHING: Mapping[str, str] = MappingProxyType({})
ERASED = "erased"  # the aside of it
GONE = "___"  # in the words, where it stood
_TAKES = re.compile(
    r"\b(?:quit|borr|elimin|retir|sac|saqu|tach|omit|suprim)(?:[ae]n?|[ai]r)?(?:[mls]e"
    r"|nos)?(?:l[oa]s?)?\b"
    r"|\bya no (?:es|hace) (?:necesari|falta)\w*"
    r"|\bno (?:me )?(?:l[oa] |le )?(?:pong|incluy|dej|guard|anot|registr|us)(?:as|an?|en?)\b"
    r"|\b(?:que no|no quiero que|sin que|prefiero que no|mejor que no) (?:le )?"
    r"(?:salg|aparezc|vay|pong|lleven?|qued)\w*"
    r"|^(?:(?:no|si|pero|mejor|y|entonces|pues|todo bien) )*sin (?:(?:mi|el|poner|dar) )*(?=\w+)"
    r"|\b(?:remove|delete|erase|take (?:out|off)|leave out|don t (?:put|include|use)"
    r"|keep my \w+ out)\b"
)
_OF_MINE = re.compile(r"\bmi (?:nombre|telefono|numero|celular|cel|correo|contacto)\b")
_OF_ARCO = re.compile(r"\b(?:borr|elimin|cancel|suprim)")  # of all that is kept, perhaps
_FILLING = re.compile(r"\b(?:por favor|porfa|mejor|gracias|lo de|el dato de|please|y|pero)\b")
# «No va colonia», «no es en ninguna colonia», «no la colonia».
_IS_NONE = re.compile(
    r"(?:\w+ ){0,3}?(?:no|ni) (?:(?:es|va|lleva|hay|en|de|la|el|una?|ningun[ao]?) )*(?P<fact>\w+)"
)
# «No soy del centro», which they were.
_IS_NOT = re.compile(
    r"(?:(?:no|pero|oiga|ah|ay|perdon) )*no (?:es|era|soy|somos|viv\w+|esta|queda|fue|me llamo) "
    r"(?:(?:en|de|del|por|la|el|los|las|colonia|calle) )*(?P<what>\w+(?: \w+){0,4})"
)
_TOO = re.compile(r"(?:y )?(?:tambien )?(?:el|la|mi) \w+(?: \w+)?(?: tambien)?(?: por favor)?")
_CLAUSE = re.compile(r"[,.;:\n]")
# «El teléfono, mejor no».
_BETTER_NOT = re.compile(
    r"(?:(?:y|pero|oiga|si|no) )*(?:el|la|mi) \w+(?: \w+)? (?:mejor )?(?:ya )?(?:no|siempre no)"
    r"(?: (?:lo|la|l[oa]s))?(?: (?:pongan?|doy|dejo|quiero dar|por favor|gracias))*"
)


def decide(state: State, heard: Heard, changed: Mapping[str, str] = NOTHING) -> Decision | None:
    """Anonymously: neither name nor contact, of what was told before, too; but the phone that was
    given stays with who speaks of the name alone. None if no fact is taken back. `changed` is what
    the same message corrects."""
    if heard.command == typed.ANONYMOUS:
        told = facts.news(state.facts, heard, request.category_of(state))
        known = replace(state, facts={**state.facts, **told}, misses=0)
        if facts.CONTACT in state.facts and labels.all_mentioned(heard.text) == ("nombre",):
            return request.go_on(without(known, "nombre"), Without(("nombre",)))
        return request.go_on(without(known, *PERSONAL), Say("anonymous"))
    if wrong := _wrong(state, heard, changed):
        left = {name: value for name, value in state.facts.items() if name != wrong}
        return request.go_on(replace(state, facts=left, misses=0))
    names = taken_back(state, heard)
    if not names:
        return None
    erased = replace(without(state, *names), aside=ERASED, asides=state.asides + 1)
    told = {fact: value for fact, value in changed.items() if fact not in names}
    known = replace(erased, facts={**erased.facts, **told})
    return request.go_on(known, Without(names), *((Corrected(told),) if told else ()))


def _wrong(state: State, heard: Heard, changed: Mapping[str, str]) -> str | None:
    """The fact that is not so, where it is not told what is."""
    found = None if heard.command else _IS_NOT.fullmatch(saying.bare(heard.text))
    if found is None or not all(_ends_so(told, found) for told in changed.values()):
        return None
    return next((each for each, told in state.facts.items() if _ends_so(told, found)), None)


def _ends_so(told: str, found: re.Match[str]) -> bool:
    return f" {saying.bare(told)}".endswith(f" {found['what']}")


def in_menu(state: State, heard: Heard) -> Decision | None:
    """The same, before it is known what it is about."""
    names = taken_back(state, heard)
    erased = replace(without(state, *names), aside=ERASED, asides=state.asides + 1)
    return Decision(erased, (Without(names), AskWhich(state.options))) if names else None


def taken_back(state: State, heard: Heard) -> tuple[str, ...]:
    """The facts of «y el teléfono bórrelo», «mejor sin mi nombre»; one that is put in another's
    place is a correction."""
    plain = saying.bare(heard.text)
    if state.stage not in (*request.FORM, Stage.choosing):
        return ()
    if len(plain.split()) > MOST_WORDS:
        return _in_clauses(state, heard)
    if state.category in request.RIGHTS and (
        state.asking == "descripcion" or _OF_ARCO.search(plain)
    ):
        return ()  # «que borren mi teléfono» is what is asked for
    if needless := _needless(state, heard):
        return needless
    is_more = state.aside == ERASED and _TOO.fullmatch(plain)
    if not (_TAKES.search(plain) or _BETTER_NOT.fullmatch(plain) or is_more):
        return _in_clauses(state, heard)
    named = tuple(each for each in _named(plain) if each in (*PERSONAL, *state.facts))
    is_told = any(name in facts.told_by(heard) for name in named)
    return () if is_told else named or _in_clauses(state, heard)


def _needless(state: State, heard: Heard) -> tuple[str, ...]:
    """What the matter does not ask for, and is not: «la liga es de beis, no la colonia»."""
    clauses = (_IS_NONE.fullmatch(saying.bare(each)) for each in _CLAUSE.split(heard.text))
    named = (labels.fact_named(each["fact"]) for each in clauses if each)
    asks = request.category_of(state).asks if state.category else ()
    return tuple(each for each in named if each in state.facts and each not in (*asks, *PERSONAL))


def _in_clauses(state: State, heard: Heard) -> tuple[str, ...]:
    """«Soy Ana Soto, y el número que es de mi nieto quítelo, ya se fue»: in a long message of who
    reads the summary, nothing but what is theirs."""
    if state.stage not in (Stage.confirming, Stage.correcting) or state.category in request.RIGHTS:
        return ()
    clauses = ["", *map(saying.bare, _CLAUSE.split(heard.text))]
    told = [
        each
        for before, clause in pairwise(clauses)
        if len(clause.split()) <= MOST_WORDS and _TAKES.search(clause)
        for each in labels.all_mentioned(clause) or labels.all_mentioned(before)
    ]
    return tuple(dict.fromkeys(each for each in told if each in PERSONAL))


def is_of_a_person(plain: str) -> bool:
    """«Quiten mi nombre de la denuncia», once it has a folio."""
    is_short = len(plain.split()) <= MOST_WORDS and _TAKES.search(plain)
    return bool(is_short) and _OF_MINE.search(plain) is not None


def without(state: State, *names: str) -> State:
    """As if these facts had never been told; they are not asked for."""
    kept = {name: value for name, value in state.facts.items() if name not in names}
    gone = [state.facts[name] for name in names if name in state.facts and name in PERSONAL]
    if "nombre" in names and "nombre" not in state.facts:
        gone += _names_in(state.request)
    skipped = tuple(dict.fromkeys((*state.skipped, *names)))
    return replace(state, facts=kept, skipped=skipped, request=_cut(state.request, gone))


def _names_in(words: str) -> list[str]:
    """Whole names that stand by themselves, and no place: «…en Naco, Leticia Ramos Bernal»."""
    alone = (each.strip() for each in _CLAUSE.split(words))
    called = [each for each in alone if wording.WHOLE_NAME.fullmatch(each)]
    placed = ((each, places.find(each)) for each in called)
    return [each for each, place in placed if not (place.municipality or place.colonia)]


def _named(plain: str) -> tuple[str, ...]:
    """Of places only in so many words: «quite la calle», not «quiten la basura de la calle»."""
    if re.search(r"\bmis datos\b", plain) and not _OF_ARCO.search(plain):
        return PERSONAL
    personal = tuple(each for each in labels.all_mentioned(plain) if each in PERSONAL)
    rest = " ".join(_FILLING.sub(" ", _TAKES.sub(" ", plain, count=1)).split())
    return personal or tuple(filter(None, (labels.fact_named(rest),)))


def _cut(words: str, values: list[str]) -> str:
    for value in values:
        for each in reversed([each for each in shapes.find(words) if each.value == value]):
            words = words[: each.start] + GONE + words[each.end :]
        parts = value.split()
        written = r"\s+".join(map(re.escape, parts))
        # A single name may be a word of every day, but for its capital: «Luz».
        case = re.IGNORECASE if len(parts) > 1 else 0
        words = re.sub(rf"\b{written}\b", GONE, words, flags=case)
    return words

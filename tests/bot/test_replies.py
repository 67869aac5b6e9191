"""The words of the bot: there are some for everything, none is idle, and all are well spoken."""

import ast
import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import bot
from bot import replies
from bot.dialogue import acts, after, consent, directing, harm, request, within
from bot.dialogue.reading import facts, questions
from bot.notices import TOLD
from bot.outcomes import (
    KnownEvent,
    Line,
    Noticed,
    Opened,
    OwnCase,
    OwnCases,
    Queued,
    Said,
    StateOnly,
    StatusFound,
    StatusUnknown,
    Waiting,
)
from bot.replies import Context, phrases
from handoff.rules import catalogue, directory, jurisdiction
from handoff.rules.desk import Desk
from handoff.rules.reasons import Reason
from handoff.store.models import CaseState

OPEN = datetime(2026, 11, 24, 17, tzinfo=UTC)
CLOSED = datetime(2026, 11, 28, 17, tzinfo=UTC)
CATEGORIES = catalogue.load().categories
NAMED = ("imss", "isssteson")
DENOUNCED = tuple(replies.WORDS["jurisdiction_besides"])
# Carried out by the desk; what came of them is said instead.
CARRIED_OUT = {
    *(acts.Misunderstood, acts.OpenCase, acts.HandOver, acts.StillWaiting, acts.TellStatus),
    *get_args(after.Aftercare),
}
OUTCOMES = {
    *(Opened, Queued, Waiting, StatusFound, StatusUnknown, StateOnly),
    *(OwnCases, Noticed, KnownEvent),
}
FOLIO = "CS-2026-000001-5"
TOPICS = (*questions.TOPICS, "known", "feared", "nameless", "unnamed", "again", "proof", "long")
REASONS = tuple(replies.WORDS["queued"])
KINDS = tuple(replies.WORDS["accompany"])
INSTITUTIONS = (
    "Sonora", "Estado", "Gobierno", "Línea", "Vida", "Fiscalía", "Plataforma", "Nacional",
    "Transparencia", "IMSS", "ISSSTESON", "Hospital", "General", "Hermosillo", "Cajeme", "Nogales",
    "Unidad", "ARCO", "Comisión", "Búsqueda", "Personas", "Mujeres", "CFE",
)  # fmt: skip
FACTS = {
    "municipio": "Cajeme",
    "colonia": "Centro",
    "calle": "Sufragio 12",
    "nombre": "Ana Soto",
    "contacto": "6441234567",
    "ubicacion": "27.07, -109.44",
}
MOST_WORDS, USUAL_WORDS = 30, 12  # in a sentence
LINES = (
    Line(0, None, None),
    Line(1, timedelta(seconds=50), None),
    Line(4, timedelta(minutes=12), None),
    Line(None, None, None),
    Line(2, None, datetime(2026, 12, 1, 15, tzinfo=UTC)),
    Line(None, None, None, nobody_here=True),
)


def everything() -> Iterator[Said]:
    """Whatever the bot may have to say, in all its variants."""
    yield from (acts.Welcome(opens=True), acts.Welcome(opens=False))
    yield from (acts.Safety(), acts.Safety(again=True))
    yield from (acts.Safety(again=True, in_other_words=True), acts.AskIfSafe("hurt"))
    yield from (acts.AskIfSafe("swallowed"), acts.AskIfSafe("body"))
    for kind in KINDS:
        yield from (acts.AskIfSafe(kind), acts.Accompany(kind, denied=True))
        for times in range(len(replies.WORDS["accompany"][kind])):
            yield acts.Accompany(kind, times=times)
            yield acts.Accompany(kind, times=times, placed=True)
            yield acts.Accompany(kind, times=times, no_call=True)
            yield acts.Accompany(kind, times=times, called=True)
        for about in replies.WORDS["accompany_about"]:
            yield acts.Accompany(kind, about=about)
            yield acts.Accompany(kind, about=about, placed=True)
    yield acts.AskIfDanger()
    for fact, again in itertools.product(facts.ORDER, (False, True)):
        yield acts.Ask(fact, "bacheo", again)
    yield from (acts.Ask("descripcion", key) for key in replies.WORDS["ask_of"])
    yield from (*of_categories(), *of_offices())
    yield acts.Ask("nombre", "bacheo", whose="su mamá")
    yield acts.AskWhichPlace(("Hermosillo", "Ures"))
    yield acts.AskWhichPlace(("Hermosillo",))
    yield acts.AskWhichPlace(("Hermosillo",), "Reforma 12, Centro")
    yield from (acts.AskWhich(("bacheo",)), acts.AskWhich(("bacheo", "alumbrado")))
    yield acts.AskWhich(("bacheo", "alumbrado"), unlikely=True)
    yield from (acts.Rephrase(), acts.OtherLanguage(), acts.AskIfTheirs("6621234567"))
    yield acts.AskCorrection(("municipio", "contacto"))
    yield from (acts.AskFolio(), acts.AskFolio(again=True))
    yield from (acts.AskFolio(again=True, misspelt=True), acts.AskFolio(other=True))
    yield from (acts.AskKey("CS-2026-000001-5"), acts.AskKey("CS-2026-000001-5", again=True))
    yield acts.AskKey("CS-2026-000001-5", wrong=True)
    yield from (
        acts.ForeignFolio(),
        consent.ShowNotice(),
        consent.WithdrawNotice(),
        consent.AcceptNotice(),
        consent.AcceptNotice(opens=False),
    )
    yield from map(acts.GotFile, replies.WORDS["got_file"])
    yield from (consent.RefuseNotice(opens=True), consent.RefuseNotice(opens=False))
    yield from (acts.LeaveQueue(), consent.ShowNotice(), StatusUnknown())
    yield from map(acts.TellHours, (None, "mañana", "el sabado", "el 25 de diciembre"))
    yield from map(acts.Say, replies.WORDS["say"])
    yield from itertools.starmap(Queued, itertools.product(REASONS, LINES, ("CS-1",)))
    yield from itertools.starmap(Waiting, itertools.product(LINES, (False, True)))
    for state, due in itertools.product(CaseState, (None, OPEN)):
        yield StatusFound("CS-2026-000001-5", state.value, "arco", "cea", OPEN, due, due is None)
        told = {"answer": "Ya.", "missing": "El plano."}
        yield StatusFound(FOLIO, state.value, "arco", "cea", OPEN, due, False, None, **told)
    yield from inside_a_form()
    yield from after_the_folio()


def inside_a_form() -> Iterator[Said]:
    for topic, fact in itertools.product(TOPICS, ("nombre", "colonia")):
        for key in ("bacheo", "becas", "apoyos_sociales", "queja_atencion", "felicitacion"):
            yield within.Explain(topic, key, "Cajeme", fact)
        yield within.Explain(topic, None, None, fact)
    yield from (
        within.Meant(fact)
        for fact in ("municipio", "colonia", "calle", "ruta", "nombre", "contacto")
    )
    yield within.Later("becas")
    yield within.Met("Ana Soto")
    yield from (within.Corrected(FACTS), within.Known(FACTS), within.Known({}))
    yield within.AskIfRight()
    yield from (within.Without(("contacto",)), within.Without(("nombre", "contacto")))
    yield within.OfferHere()
    yield within.OfferHere("bacheo")
    for count in (1, 2):
        files = dict.fromkeys(replies.WORDS["files"], count)
        yield acts.Summary("bacheo", (), "", {}, files)


def after_the_folio() -> Iterator[Said]:
    yield from (after.AskResolved(FOLIO), after.AskResolved(FOLIO, OPEN))
    yield from map(after.AskWhatRemains, (FOLIO,))
    yield from (after.AskWhatIsMissing(FOLIO), after.OfferRenewal(FOLIO))
    yield from (after.OfferMore(FOLIO), after.AskWhatToAdd(FOLIO), after.OfferToAdd(FOLIO))
    topics = (*TOPICS, "asked", "given")
    for topic, due, has_contact in itertools.product(topics, (None, OPEN), (False, True)):
        case = within.Registered(FOLIO, due, has_contact)
        yield from (within.Explain(topic, key, None, "", case) for key in (*CATEGORIES, None))
    yield from (KnownEvent(in_colonia=True), KnownEvent(in_colonia=False), after.AskSame(FOLIO))
    yield from (after.HelloAgain(FOLIO), after.NeededBy(OPEN.date()))
    yield KnownEvent(in_colonia=True, words="El organismo de agua repara una fuga.")
    two = OwnCase(FOLIO, "bacheo", OPEN), OwnCase(FOLIO, None, OPEN)
    yield from (OwnCases(two, has_more=each) for each in (False, True))
    yield from (after.AskRating(1), after.AskRating(1, of_person=True))
    yield from (StateOnly(FOLIO, state.value, due) for state in CaseState for due in (None, OPEN))
    yield Noticed(FOLIO, None)
    for state, due, has_answer in itertools.product(TOLD, (None, OPEN), (False, True)):
        yield Noticed(FOLIO, state.value, due, has_answer)


def of_offices() -> Iterator[Said]:
    for key, place in itertools.product(directory.load(), (None, "Cajeme", "Hermosillo")):
        yield directing.TellWhose(key, place)
        known = (
            replies.WORDS["own_office"]
            if key == directory.OWN
            else (*replies.WORDS["office"], "level")
        )
        for asked, alone in itertools.product(known, (False, True)):
            yield directing.TellOffice(key, place, asked, alone)


def of_categories() -> Iterator[Said]:
    for key, category in CATEGORIES.items():
        for place in (None, "Cajeme", "Hermosillo"):
            yield from (directing.Orient(key, place, each) for each in (True, False))
            yield from (Opened("F", "K", key, place, OPEN, reach) for reach in (False, True))
            yield from (Opened("F", "K", key, place, OPEN, True, each) for each in NAMED)
            yield Opened("F", "K", key, place, OPEN, True, needed_by=OPEN.date())
            yield Opened("F", "K", key, place, OPEN, True, left_none=True)
            if category.level in replies.WORDS["jurisdiction"]:
                yield from (directing.Jurisdiction(key, place, each) for each in (False, True))
                yield directing.Orient(key, place, refused=False, asked=True)
            if jurisdiction.contact(category, place):
                yield from (directing.AskWay(key, place, each) for each in (False, True))
                yield from (directing.TellContact(key, place, each) for each in (False, True))
        yield from (within.Noted(key), within.Taken(key), within.OfferAlso(key))
        yield within.OfferAlso(key, is_told=True)
        yield from (acts.Summary(key, (), "", {}), acts.Summary(key, ("bacheo",), "Hola", FACTS))
    yield from (directing.Jurisdiction("seguridad", None, True, each) for each in DENOUNCED)
    yield from map(acts.Guide, request.GUIDED)
    yield acts.Guide("desaparicion", "past")
    yield acts.Guide("ninez", "own")
    yield acts.Guide("violencia_genero", "oriented")
    yield from (acts.Guide(each, "call") for each in request.DELICATE)
    yield from (acts.Guide(each, "sexual") for each in harm.AT_HOME)
    yield from (acts.Guide(each, "harassed") for each in harm.AT_HOME)
    yield acts.Guide("salud_mental", harm.MOURNING)
    yield acts.Guide(harm.THREATENED, "threatened")
    yield acts.Guide(harm.THREATENED, "lured")


def spoken(desk: Desk, language: str = "es") -> list[str]:
    said = (
        replies.words_for(each, Context(desk, now, language))
        for each in everything()
        for now in (OPEN, CLOSED)
    )
    return [
        f"{text}\n{' / '.join(label for label, _ in buttons)}".strip() for text, buttons in said
    ]


def test_every_act_has_words() -> None:
    assert set(replies.SAYS) == set(get_args(acts.Act)) - CARRIED_OUT | OUTCOMES
    assert {type(each) for each in everything()} == set(replies.SAYS)


def test_nothing_is_said_without_words(desk_rules: Desk) -> None:
    empty = [
        each for each in everything() if not replies.words_for(each, Context(desk_rules, OPEN))[0]
    ]
    assert empty == []


def test_guides_exist_for_the_matters_that_need_one() -> None:
    assert set(replies.WORDS["guide"]) == set(request.GUIDED)


def test_every_fact_that_a_category_asks_for_has_a_question_and_a_name() -> None:
    asked = {fact for category in CATEGORIES.values() for fact in category.asks}
    assert asked <= set(replies.WORDS["ask"]) <= set(facts.ORDER)
    assert {*facts.ORDER, "codigo_postal", facts.POINT} == set(replies.WORDS["labels"])


def test_every_word_is_used() -> None:
    sources = Path(bot.__file__).parent.rglob("*.py")
    named = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named |= {state.value for state in CaseState} | {each.kind for each in CATEGORIES.values()}
    named |= directory.load().keys()
    named |= {each.level for each in CATEGORIES.values()} | {each.value for each in Reason}
    assert [key for key in _keys(dict(replies.WORDS)) if key not in named] == []


def _keys(words: dict[str, Any]) -> Iterator[str]:
    for key, value in words.items():
        yield key
        if isinstance(value, dict):
            yield from _keys(value)


@pytest.mark.parametrize(
    "fault",
    [r" {2}", r" [,.;:]", r"\b[ad] el\b", r"\bde el\b", r"\b(el|la) (el|la)\b", r"[{}]", r"None",
     r"\n{3}", r"^\s", r"\.\.", r"\ba a\b"],
)  # fmt: skip
def test_what_is_said_is_well_formed(desk_rules: Desk, fault: str) -> None:
    assert [text for text in spoken(desk_rules) if re.search(fault, text)] == []


@pytest.mark.parametrize("language", replies.LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    """Words per sentence: what most adults read at once."""
    with replies.speaking(language):
        texts = dict(leaves(dict(replies.WORDS)))
    sentences = {
        name: max(len(each.split()) for each in re.split(r"[.?!:;]\s+|\n", text))
        for name, text in texts.items()
    }
    assert {name: words for name, words in sentences.items() if words > MOST_WORDS} == {}
    assert sum(sentences.values()) / len(sentences) <= USUAL_WORDS


def leaves(words: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(words, dict):
        for key, value in words.items():
            yield from leaves(value, f"{name}.{key}".strip("."))
    elif isinstance(words, list):
        yield from leaves(dict(enumerate(words)), name)
    elif isinstance(words, str):
        yield name, words


@pytest.mark.parametrize(
    "familiar",
    ["tú", "tu", "tus", "te", "ti", "contigo", "puedes", "quieres", "tienes", "eres", "dime",
     "cuéntame", "escríbeme", "necesitas", "sabes", "vuelve"],
)  # fmt: skip
def test_citizens_are_addressed_in_usted(desk_rules: Desk, familiar: str) -> None:
    word = re.compile(rf"\b{familiar}\b", re.IGNORECASE)
    assert [text for text in spoken(desk_rules) if word.search(text)] == []


@pytest.mark.parametrize(
    "promise",
    ["resolverá", "resolveremos", "solucionar", "garantiz", "prometemos", "le aseguro", "sin falta",
     "de inmediato", "a la brevedad", "en breve", "cuanto antes", "no se preocupe"],
)  # fmt: skip
def test_nothing_is_promised(desk_rules: Desk, promise: str) -> None:
    assert [text for text in spoken(desk_rules) if promise in text.lower()] == []


def test_nobody_is_named() -> None:
    """Capital letters inside a sentence belong to institutions and places only."""
    plain = yaml.safe_dump({**replies.WORDS, "articles": None}, allow_unicode=True, width=9999)
    inside = re.findall(r"(?<=[a-záéíóúñ,] )[A-ZÁÉÍÓÚÑ][\wáéíóúñ]*", plain)
    assert sorted({word for word in inside if word not in INSTITUTIONS}) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("now", [OPEN, CLOSED])
def test_danger_is_answered_first_with_the_line_alone(
    desk_rules: Desk, kind: str, now: datetime
) -> None:
    first, then = replies.messages([acts.Safety(), acts.AskIfSafe(kind)], Context(desk_rules, now))
    assert "9-1-1" in first.text
    assert len(first.text) < 300
    assert first.buttons == (("Llamar al 9-1-1", "tel:911"),)
    assert "¿" in then.text


def test_after_hours_nobody_in_danger_is_left_waiting_for_an_answer(desk_rules: Desk) -> None:
    text, _ = replies.words_for(acts.AskIfSafe("danger"), Context(desk_rules, CLOSED))
    assert "no espere respuesta aquí" in text


def test_a_turn_is_one_message_but_for_what_is_to_be_kept(desk_rules: Desk) -> None:
    opened = Opened("CS-2026-000001-5", "4K7P-9XQ2", "bacheo", "Cajeme", OPEN, can_be_reached=True)
    said: list[Said] = [acts.Say("got_location"), opened, Queued(Reason.case_opened, LINES[0])]
    texts = [each.text for each in replies.messages(said, Context(desk_rules, OPEN))]
    assert len(texts) == 3
    joined = replies.messages(
        [acts.Say("got_location"), acts.Ask("calle", "bacheo")], Context(desk_rules, OPEN)
    )
    assert [each.text for each in joined] == [
        "Gracias, recibí la ubicación.\n\n¿En qué calle, y entre qué calles o cerca de qué?"
    ]


@pytest.mark.parametrize(
    ("fact", "placed", "offered"),
    [
        ("municipio", False, "location"),
        ("calle", False, "location"),
        ("municipio", True, "words"),
        ("contacto", True, "contact"),
        ("nombre", False, "words"),
    ],
)
def test_a_place_is_not_asked_for_twice(
    desk_rules: Desk, fact: str, placed: bool, offered: str
) -> None:
    asked = acts.Ask(fact, "bacheo", placed=placed)
    [words] = replies.messages([asked], Context(desk_rules, OPEN))
    assert words.asks == offered


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["el Ayuntamiento de Cajeme"], "al Ayuntamiento de Cajeme"),
        (["la Secretaría de Salud"], "a la Secretaría de Salud"),
        (["Agua de Hermosillo"], "a Agua de Hermosillo"),
        (["el DIF Sonora", "la CEA", "el IMSS"], "al DIF Sonora, a la CEA o al IMSS"),
    ],
)
def test_names_of_agencies_inside_a_sentence(names: list[str], said: str) -> None:
    assert phrases.to(names) == said


def test_every_agency_that_takes_cases_has_its_article(desk_rules: Desk) -> None:
    bare = {
        name
        for key in CATEGORIES
        for name in phrases.responsible(key, "Hermosillo", Context(desk_rules, OPEN))
        if not name.startswith(("el ", "la "))
    }
    assert bare == {"Agua de Hermosillo", "Atención Ciudadana"}

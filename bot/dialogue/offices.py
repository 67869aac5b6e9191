"""Offices called by their names: what is asked about them."""

import re
from dataclasses import replace

from bot.dialogue import anytime, asides, delicate, harm, pending, referring, request, whose
from bot.dialogue.acts import Say, TellHours
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact, TellOffice
from bot.dialogue.reading import agencies, facts, in_line, labels, saying, ways
from bot.dialogue.reading import asked as asked_about
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue, directory, jurisdiction

MOST_WORDS = 16  # of a question; more of them may tell a matter
MOST_OF_OURS = 8  # words
LIKELY = 0.1  # chance of a category that a question of so few words may be about
LITTLE = 4  # words around a day
OPEN = ("info_tramite", "fuera_de_ambito")  # what the model takes the rest of the world for
_ANOTHER = re.compile(
    r"(?:(?:no|y|pero|es|oiga|perdon|si|ah) )*(?:(?:el|la|los|las) )?(?:del?|en)"
    r"(?: (?:la|los|las|el))? \w+(?: \w+){0,2}"
)
_names_weekend = saying.anywhere(r"\b(?:sabados?|domingos?|(?:fin(?:es)? de|entre) semana)\b")
_OF_MOVES = {"call": "phone", "address": "place", "hours": "hours"}
_UNKNOWN = {"phone": Say("no_phone"), "hours": Say("no_hours")}
_DIRECTED = (Stage.way, Stage.told)  # of whom is plain


def asked(state: State, heard: Heard) -> Decision | None:
    """Hours, address or phone of an office that is not this one; None if nothing of it is asked."""
    if heard.skips or labels.to_change(heard.text):  # «no tiene teléfono», of who was asked for one
        return None
    if theirs := _theirs(state, heard):
        return theirs
    plain = saying.bare(heard.text)
    about = _about(heard.text) or _hours_still(state, heard)
    if about is None and (about := _of_another(state, plain)):
        plain = plain.replace("municipio", "ayuntamiento")
    about = about or ("phone" if ways.asks_theirs(heard.text) else _by_its_move(state, heard))
    if about is None or len(plain.split()) > MOST_WORDS or heard.is_button:
        return None
    if about == "phone" and heard.entity("telefono"):
        return None  # «no tiene teléfono, el mío es 647…»
    is_of_us = "ustedes" in plain.split()
    is_where = about == "place" and not is_of_us and _is_where(state, heard)
    is_grave = delicate.is_delicate(heard) and (heard.is_clear or not heard.is_no_matter)
    if is_grave or is_where:
        return None
    at_hand = None if is_of_us else _at_hand(state)
    likely = _likely_taker(heard, about)
    key = agencies.named(plain) or at_hand or likely or (None if is_of_us else told_last(state))
    is_ours = asked_about.is_of_ours(heard.text) or state.waits_for_person
    is_theirs = key is None and not is_ours
    if is_theirs and (of_form := _of_form(state, heard, about)):
        return of_form
    if key is None or key == directory.OWN:
        return _our_own(state, heard, about) if key or _is_ours(heard, about) else None
    is_alone = key == at_hand and whose.has_contact(state)
    told = TellOffice(key, place(state, heard), about, alone=is_alone)
    if not told.alone:
        return asides.put(state, told, f"{about}:{key}")
    given = referring.tell(state)
    return replace(given, acts=given.acts if about == "phone" else (told, *given.acts))


def _about(text: str) -> str | None:
    """Also in «no quiero persona, nomás el número del DIF»."""
    said = (text, *(text.split(",")[1:] if in_line.wants_nobody(text) else ()))
    return next(filter(None, map(asked_about.about, said)), None)


def _head(state: State, heard: Heard) -> Decision:
    """Of who attends the case, unless that would tell what it is about."""
    about = state.category if state.is_at_work else state.lately_about
    is_hidden = not about or catalogue.load().categories[about].is_confidential
    if is_hidden or not (key := taker(about)):
        return asides.put(state, Say("no_names"), "no_names")
    return asides.put(state, TellOffice(key, place(state, heard), "head"), f"head:{key}")


def _of_another(state: State, plain: str) -> str | None:
    """«No, del municipio», «de Hermosillo», after an office was told: the same is asked."""
    about, _, key = (state.aside or "").partition(":")
    is_told = state.stage is Stage.idle and key and about in asked_about.KINDS
    return about if is_told and _ANOTHER.fullmatch(plain) else None


def _theirs(state: State, heard: Heard) -> Decision | None:
    """Whoever attends the matter at hand can be called, however much of it was told."""
    is_open = state.stage in (*request.FORM, Stage.told) and state.category is not None
    is_reached = state.stage in _DIRECTED and whose.has_contact(state)
    if is_reached and heard.move == "unheeded" and heard.is_no_matter:
        return asides.put(state, Say("if_in_vain"), "if_in_vain")
    is_plain = heard.move == "call" and heard.is_no_matter and not heard.command
    is_plain = is_plain and state.asking != facts.CONTACT and not heard.entity("telefono")
    is_named = asked_about.is_of_ours(heard.text) or agencies.named(saying.bare(heard.text))
    is_plain = is_plain and not is_named
    is_asked = is_plain or ways.asks_theirs(heard.text) or _is_the_other_way(state, heard)
    if not is_open or heard.is_button or not is_asked:
        return None
    if state.stage is Stage.collecting and (there := facts.places_in(heard)):
        return request.go_on(replace(state, facts={**state.facts, **there}, misses=0))
    if state.category in request.GUIDED and state.stage in request.FORM:
        guide = harm.guide(state.category, state.request)
        return asides.put(state, guide, f"guide:{state.category}")
    if not whose.has_contact(state):
        return _of_form(state, heard, "phone") or _whose(state)
    if state.stage is Stage.told:
        return referring.tell(state)
    told = TellContact(state.category or "", state.facts.get("municipio"))
    return asides.put(state, told, f"theirs:{taker(state.category)}")


def _whose(state: State) -> Decision | None:
    """Whoever may attend it, where none can be called; None if it is this State's own."""
    if not whose.is_others(state.category or ""):
        return None
    return Decision(state, (pending.whose(state), *pending.shortly(state)))


def _of_form(state: State, heard: Heard, about: str) -> Decision | None:
    """The phone or the hours of who takes what is being told; ours as well, since they may be
    meant. Where several may take it, neither is known; whose name it is, never."""
    if about == "head":
        return _head(state, heard)
    named = pending.taker(state) if state.category else None
    takers = (named,) if named else _takers(state.category)
    is_open = state.stage in request.FORM and about in _UNKNOWN
    if not is_open or not takers or takers[0] == directory.OWN:
        return None
    if len(takers) > 1:
        answered = asides.put(state, _UNKNOWN[about], f"{about}:")
    else:
        told = TellOffice(takers[0], state.facts.get("municipio"), about, alone=about == "hours")
        answered = asides.put(state, told, f"{about}:{takers[0]}")
    if about == "phone":
        return answered
    return replace(answered, acts=(answered.acts[0], TellHours(), *answered.acts[1:]))


def _takers(key: str | None) -> tuple[str, ...]:
    return jurisdiction.taken_by(catalogue.load().categories[key]) if key else ()


def taker(key: str | None) -> str:
    """The agency that alone takes a category; «» if several may, or none is known."""
    takers = _takers(key)
    return takers[0] if len(takers) == 1 else ""


def _likely_taker(heard: Heard, about: str) -> str | None:
    """Of whom it is asked which government they are of: «¿los camiones son municipales?», or when
    they are open for what is done there: «¿qué horario tienen para las placas?»"""
    if about == "hours":
        return taker(heard.intent) if heard.intent in asked_about.AT_OFFICES else None
    if about != "level" or asked_about.is_of_ours(heard.text):
        return None
    ranked = (name for name, chance in heard.meaning.ranking if chance >= LIKELY)
    likely = (name for name in ranked if name in catalogue.load().categories)
    key = next((name for name in likely if name not in ("info_publica", *OPEN)), None)
    return taker(key) or None


def _by_its_move(state: State, heard: Heard) -> str | None:
    """«A qué número hablo al DIF», «nomás dígame si es en la mañana», of the office told last; what
    is asked of none is for others to answer."""
    if heard.move == "hours" and heard.intent in asked_about.AT_OFFICES:
        return "hours" if state.stage is Stage.idle else None
    about, _, key = (state.aside or "").partition(":")
    is_told = state.stage is Stage.idle and key in directory.load() and about in _OF_MOVES.values()
    is_named = agencies.named(saying.bare(heard.text)) is not None
    is_open = state.stage is Stage.idle and heard.intent in OPEN
    is_plain = heard.is_no_matter or is_open or (is_told and not heard.is_clear)
    if heard.command or not (is_told or is_named) or not is_plain:
        return None
    return about if heard.move == "term" and is_told else _OF_MOVES.get(heard.move)


def _is_the_other_way(state: State, heard: Heard) -> bool:
    """«El contacto», after «enviarlo por mí», where their own is not asked for."""
    is_of_them = state.stage is Stage.collecting and state.asking != facts.CONTACT
    return is_of_them and labels.fact_named(heard.text) == facts.CONTACT


def _our_own(state: State, heard: Heard, about: str) -> Decision | None:
    is_long = len(heard.text.split()) > MOST_OF_OURS and heard.intent not in OPEN
    is_asked = about == "access" or (about == "hours" and asked_about.is_of_ours(heard.text))
    if is_long and not is_asked:
        return None
    if about == "hours":
        return anytime.hours(state, heard)
    return asides.put(state, TellOffice(directory.OWN, None, about), f"{about}:{directory.OWN}")


def _is_ours(heard: Heard, about: str) -> bool:
    is_dated = heard.entity("fecha") is not None or _names_weekend(heard.text)
    return (about == "hours" and is_dated) or asked_about.is_of_ours(heard.text)


def _hours_still(state: State, heard: Heard) -> str | None:
    """«¿Y el lunes 30?», after our hours were told."""
    days = [each for each in heard.meaning.entities if each.entity == "fecha"]
    is_short = len(heard.text.split()) <= sum(len(each.value.split()) for each in days) + LITTLE
    told = (state.aside or "").startswith("hours") and told_last(state) == directory.OWN
    return "hours" if told and days and is_short else None


def _is_where(state: State, heard: Heard) -> bool:
    """«Donde está el Registro Civil» answers in which street it is."""
    return state.asking in ("colonia", "calle", "tramo") and "?" not in heard.text


def _at_hand(state: State) -> str | None:
    if state.stage not in _DIRECTED:
        return None
    return jurisdiction.taken_by(request.category_of(state))[0]


def told_last(state: State) -> str | None:
    """The office of the aside: «perdí mi INE», «¿y a qué hora abren?»"""
    name = (state.aside or "").partition(":")[2]
    return name if name in directory.load() else None


def place(state: State, heard: Heard) -> str | None:
    return facts.told_by(heard).get("municipio") or state.facts.get("municipio")

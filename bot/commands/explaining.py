"""Why the bot said what it said: what it understood of a message, decided, and remembers."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import msgspec

from bot.desk import Account
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Entity, Interpretation

RUNNERS_UP = 2
LONGEST = 60  # characters shown of a text inside an act


def as_json(account: Account) -> dict[str, Any]:
    """The same as `lines`, as plain values."""
    meaning = account.heard.meaning.as_json()
    return {
        "text": meaning["text"],
        "intent": meaning["intent"],
        "next": meaning["intent_ranking"][1 : 1 + RUNNERS_UP],
        "entities": meaning["entities"],
        "place": meaning["place"],
        "urgent": meaning["urgent"],
        "command": account.heard.command,
        "move": account.heard.move,
        "owner": account.owner.value,
        "stage": {"before": account.before.stage.value, "after": account.after.stage.value},
        "decided": [_plain(each) for each in account.decided],
        "said": [_plain(each) for each in account.said],
        "facts": account.after.facts,
    }


def lines(account: Account) -> Iterable[tuple[str, str]]:
    """What each is called, and what it was; what was not there is left out."""
    meaning = account.heard.meaning
    found = {
        "entendió": _intents(meaning) if account.heard.text else "",
        "orden": account.heard.command or "",
        "hace": _move(account.heard),
        "datos": _found(meaning.entities),
        "leyó": _found(account.heard.told.facts) if account.heard.told else "",
        "lugar": _place(meaning),
        "urgencia": _urgency(meaning),
        "etapa": f"{account.before.stage} → {account.after.stage} ({account.owner})",
        "decidió": _named(account.decided),
        "resultó": _named(account.said) if tuple(account.said) != account.decided else "",
        "sabe": ", ".join(f"{name}: {value}" for name, value in account.after.facts.items()),
    }
    return [(name, value) for name, value in found.items() if value]


def _found(entities: Iterable[Entity]) -> str:
    return ", ".join(f"{each.entity}={each.value} ({each.confidence:.0%})" for each in entities)


def _move(heard: Heard) -> str:
    move = heard.meaning.move
    return f"{move.name} {move.confidence:.0%}" if heard.text and move.name else ""


def _intents(meaning: Interpretation) -> str:
    best = (meaning.intent, meaning.confidence)
    others = [each for each in meaning.ranking if each[0] != meaning.intent][:RUNNERS_UP]
    return ", ".join(f"{name} {confidence:.0%}" for name, confidence in (best, *others))


def _place(meaning: Interpretation) -> str:
    plain = meaning.place.as_json()
    candidates = " o ".join(plain.pop("candidates"))
    return ", ".join(each for each in (*plain.values(), candidates) if each)


def _urgency(meaning: Interpretation) -> str:
    urgent = meaning.urgent
    return f"{'sí' if urgent.value else 'no'} {urgent.score:.0%} {urgent.reason or ''}".strip()


def _named(acts: Iterable[object]) -> str:
    return ", ".join(map(_call, acts)) or "nada"


def _call(act: Any) -> str:
    given = (f"{each.name}={_short(getattr(act, each.name))}" for each in fields(act))
    return f"{type(act).__name__}({', '.join(given)})"


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def _plain(act: Any) -> dict[str, Any]:
    # Field by field: what is no number nor text (a moment, a wait) is written as msgspec does.
    return {"act": type(act).__name__} | {
        each.name: msgspec.to_builtins(getattr(act, each.name)) for each in fields(act)
    }

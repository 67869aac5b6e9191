"""The request catalogue: what citizens write about. To add a category, add a row to
data/catalogue.yml and its messages to nlu/rasa/data/nlu/."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from handoff.rules import DATA
from nlu import yml


class UnknownCategory(LookupError):  # noqa: N818
    def __init__(self, key: str) -> None:
        super().__init__(f"El catálogo no tiene una categoría {key}.")


@dataclass(frozen=True, slots=True)
class Category:
    """`asks`: the facts that the bot collects before it opens the case. `priority`: 0 to 3.
    `is_confidential`: only who has the key is told what became of it. `is_reserved`: of the desk,
    only who supervises sees it, and whom they give it to."""

    key: str
    name: str
    kind: str
    level: str
    destination: tuple[str, ...]
    priority: int
    asks: tuple[str, ...]
    is_confidential: bool = False
    is_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    categories: dict[str, Category]
    conversation: dict[str, str]  # intents of the conversation itself -> their names

    def name(self, key: str) -> str:
        category = self.categories.get(key)
        return category.name if category else self.conversation.get(key, key)


@cache
def load() -> Catalogue:
    data = yml.load((DATA / "catalogue.yml").read_text(encoding="utf-8"))
    categories = {row["key"]: _category(row) for row in data["categories"]}
    return Catalogue(categories, {row["key"]: row["name"] for row in data["conversation"]})


def category(key: str) -> Category:
    """Raises UnknownCategory."""
    found = load().categories.get(key)
    if found is None:
        raise UnknownCategory(key)
    return found


def is_reserved(key: str | None) -> bool:
    return key in reserved()


@cache
def reserved() -> frozenset[str]:
    """The categories that only who supervises sees, and whom they give them to."""
    return frozenset(row.key for row in load().categories.values() if row.is_reserved)


def known(key: str) -> str:
    """The key, if a message may mean it: a category, or a turn of the conversation itself. Raises
    UnknownCategory."""
    if key not in load().categories and key not in load().conversation:
        raise UnknownCategory(key)
    return key


def _category(row: dict[str, Any]) -> Category:
    return Category(
        key=row["key"],
        name=row["name"],
        kind=row["kind"],
        level=row["level"],
        destination=tuple(row["destination"]),
        priority=int(row["priority"].removeprefix("P")),
        asks=tuple(row["asks"]),
        is_confidential=row.get("confidential", False),
        is_reserved=row.get("reserved", False),
    )

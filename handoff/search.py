"""Full text over the whole log, accents ignored. The index is filled just after the commit, not in
it: writing the log never waits for it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, TableClause, column, func, select, table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from handoff.exchanges.horizon import settled
from handoff.store.models import Exchange, Reading
from nlu import text as spelling

FOLLOWER = "search"
AT_ONCE = 2000  # messages indexed in one transaction
OVERLAP = 1000  # ids before the last one that a slower transaction of PostgreSQL may still write
AROUND = 60  # characters shown before and after what was found

_WORD = re.compile(r"[^\W_]+")


def is_behind(session: Session) -> bool:
    """Whether the log has messages that the index has not."""
    reached = session.scalar(select(Reading.exchange_id).where(Reading.follower == FOLLOWER))
    return (session.scalar(select(func.max(Exchange.id))) or 0) > (reached or 0)


def catch_up(session: Session) -> int:
    """Index what was written since the last time, AT_ONCE messages at most; how many. What a
    transaction that began before has still to write is left for the next time."""
    place = _place(session)
    rows = [(key, said) for key, said in session.execute(_missing(session, place.exchange_id))]
    if rows:
        _index(session, rows)
        place.exchange_id = max(place.exchange_id, rows[-1][0])
    return len(rows)


def matching(session: Session, query: str) -> Select[Any]:
    """The ids of the exchanges with all the words of `query`; the last word may be unfinished.
    Whatever people write is a query: signs mean nothing, and where there is no word nothing
    matches."""
    wanted = folded(query).split()
    index = _table(session)
    found = select(index.c[0])
    if not wanted:
        return found.where(text("1 = 0"))
    if _is_sqlite(session):
        terms = " ".join(f'"{word}"' for word in wanted) + " *"
        return found.where(text("exchange_search MATCH :terms").bindparams(terms=terms))
    terms = " & ".join(wanted) + ":*"
    return found.where(text("words @@ to_tsquery('simple', :terms)").bindparams(terms=terms))


def folded(words: str) -> str:
    """Words as the index holds them: «¿Cuándo, Peñasco?» is «cuando penasco»."""
    return " ".join(plain for word in spelling.words(words) for plain in _plain(word))


def snippet(words: str, query: str) -> list[tuple[str, bool]]:
    """The piece of a message around what was found, cut where plain words and found ones meet."""
    spans = list(_spans(words, folded(query).split()))
    first, last = spans[0] if spans else (0, 0)
    start, end = max(0, first - AROUND), min(len(words), last + 2 * AROUND)
    pieces = [("… " if start else "", False)]
    for first, last in spans:
        if last <= end:
            pieces += [(words[start:first], False), (words[first:last], True)]
            start = last
    pieces += [(words[start:end], False), (" …" if end < len(words) else "", False)]
    return [piece for piece in pieces if piece[0]]


def _spans(words: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    for word in spelling.words(words):
        if any(each in wanted or each.startswith(tuple(wanted[-1:])) for each in _plain(word)):
            yield word.start, word.end


def _plain(word: spelling.Word) -> list[str]:
    return _WORD.findall(word.folded)


def _place(session: Session) -> Reading:
    """How far the index is, locked: two that index at once would do the same work."""
    dialect = sqlite if _is_sqlite(session) else postgresql
    first = dialect.insert(Reading).values(follower=FOLLOWER, exchange_id=0)
    session.execute(first.on_conflict_do_nothing())
    return session.get_one(Reading, FOLLOWER, with_for_update=True, populate_existing=True)


def _missing(session: Session, reached: int) -> Select[int, str]:
    rows = select(Exchange.id, Exchange.text).order_by(Exchange.id).limit(AT_ONCE)
    if _is_sqlite(session):
        return rows.where(Exchange.id > reached)
    index = _table(session)
    indexed = select(index).where(index.c.exchange_id == Exchange.id)
    return rows.where(Exchange.id > reached - OVERLAP, ~indexed.exists(), settled(session))


def _index(session: Session, rows: Sequence[tuple[int, str]]) -> None:
    words = ":words" if _is_sqlite(session) else "to_tsvector('simple', :words)"
    key = _table(session).c[0].name
    statement = f"INSERT INTO exchange_search ({key}, words) VALUES (:id, {words})"  # noqa: S608
    session.execute(text(statement), [{"id": each, "words": folded(said)} for each, said in rows])


def _table(session: Session) -> TableClause:
    """The index, as the migration makes it: its rows are named by the exchange."""
    return table("exchange_search", column("rowid" if _is_sqlite(session) else "exchange_id"))


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"

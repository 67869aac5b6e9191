from contextlib import closing

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from handoff.store import Store, schema


def test_migrations_build_exactly_the_models(store: Store) -> None:
    with store.engine.connect() as connection:
        command.check(schema.config(connection))


def test_the_newest_migration_is_the_one_that_a_start_looks_for(store: Store) -> None:
    with store.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(schema.config(connection))
        assert scripts.get_current_head() == schema.HEAD


def test_migrating_again_changes_nothing(store: Store) -> None:
    assert schema.migrate(store) is False


def test_the_way_back_leaves_nothing(store: Store) -> None:
    with store.engine.connect() as connection:
        command.downgrade(schema.config(connection), "base")
    assert schema.migrate(store) is True


def test_a_database_of_a_newer_version_is_refused(database_url: str) -> None:
    with closing(Store(database_url)) as store:
        schema.migrate(store)
        with store.transaction() as session:
            session.execute(text("UPDATE alembic_version SET version_num = 'from_the_future'"))
        with pytest.raises(schema.NewerDatabase, match="from_the_future"):
            schema.migrate(store)


@pytest.mark.parametrize("column", ["direction", "author", "delivery"])
def test_the_log_holds_no_other_word_than_the_ones_there_are(store: Store, column: str) -> None:
    row = {"direction": "in", "author": "citizen", "delivery": None, column: "other"}
    columns = "conversation_id, seq, text, received_at, at, digest, direction, author, delivery"
    values = "(1, 1, '', '2026-11-25', '2026-11-25', '', :direction, :author, :delivery)"
    with pytest.raises(IntegrityError, match=column), store.transaction() as session:
        session.execute(text(f"INSERT INTO exchange ({columns}) VALUES {values}"), row)


def test_sqlite_keeps_what_it_acknowledged(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("sqlite") / "test.db"
    with closing(Store(f"sqlite:///{path}")) as store, store.reading() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}

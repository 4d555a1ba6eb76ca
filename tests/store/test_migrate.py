"""The form of the tables: made at once or by migration it is the same, and only older files are changed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event, inspect, text

from hrd_desktop.errors import DatabaseDamaged, NewerFormat
from hrd_desktop.store import cases, migrate
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.engine import open_engine
from hrd_desktop.vault.data_key import DataKey
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case

MIGRATIONS = Path(migrate.__file__).parent / "migrations"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty encrypted database in a folder with a per cent sign in its name."""
    folder = tmp_path / "50 % done"
    folder.mkdir()
    made = open_engine(folder / "cases.db", DataKey(bytearray(range(32))), new_salt=b"s" * 16)
    yield made
    made.dispose()


def _form(engine: Engine) -> dict[str, Any]:
    """Everything that makes the form of the tables, in a shape that does not depend on who wrote the SQL."""
    with engine.connect() as connection:
        seen = inspect(connection)
        tables = {
            name: {
                "columns": [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(name)],
                "key": seen.get_pk_constraint(name),
                "foreign": _sorted(seen.get_foreign_keys(name)),
                "unique": _sorted(seen.get_unique_constraints(name)),
                "indexes": _sorted(seen.get_indexes(name)),
                "deferred": connection.scalar(
                    text(
                        "SELECT (length(sql) - length(replace(sql, 'DEFERRED', ''))) FROM sqlite_master WHERE name = :n"
                    ),
                    {"n": name},
                ),
            }
            for name in seen.get_table_names()
        }
        search = connection.execute(text("SELECT sql FROM sqlite_master WHERE name LIKE '%_search' ORDER BY 1")).all()
        secure = [
            connection.execute(text(f"SELECT * FROM {name}_search_config ORDER BY k")).all()
            for name in ("caseload", "passage")
        ]
        version = connection.execute(text("SELECT * FROM alembic_version")).all()
    return {"tables": tables, "search": search, "secure": secure, "version": version}


def _sorted(found: Any) -> list[str]:
    return sorted(repr(sorted(dict(one).items())) for one in found)


def test_migration_and_tables_of_today_give_the_same_form(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        migrate.upgrade(connection)
    other = open_engine(tmp_path / "new.db", DataKey(bytearray(range(32))), new_salt=b"s" * 16)
    migrate.create_schema(other, tmp_path / "new.db")
    migrated, made = _form(engine), _form(other)
    other.dispose()
    assert len(made["tables"]) > 70
    for name in migrated["tables"].keys() | made["tables"].keys():
        assert migrated["tables"].get(name) == made["tables"].get(name), name
    assert migrated == made


def test_the_comparison_sees_a_difference(engine: Engine, tmp_path: Path) -> None:
    migrate.create_schema(engine, tmp_path)
    before = _form(engine)
    with engine.begin() as connection:
        connection.execute(text('ALTER TABLE "name" ADD COLUMN nick TEXT'))
    assert _form(engine) != before


def test_the_revisions_listed_are_those_that_are_there() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == migrate.REVISIONS[-1]
    assert {script.revision for script in scripts.walk_revisions()} == set(migrate.REVISIONS)


def test_a_file_of_a_later_program_is_refused_and_left_alone(engine: Engine, tmp_path: Path) -> None:
    migrate.create_schema(engine, tmp_path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = _form(engine)
    with pytest.raises(NewerFormat) as refused:
        migrate.ensure_schema(engine, tmp_path / "cases.db")
    assert refused.value.facts == {"path": str(tmp_path / "cases.db"), "found": "9999", "known": migrate.REVISIONS[-1]}
    assert _form(engine) == before


@pytest.mark.parametrize(
    "spoil",
    ["DROP TABLE alembic_version", "DELETE FROM alembic_version", "UPDATE alembic_version SET version_num = x'00'"],
)
def test_tables_that_do_not_say_their_form_are_damage(engine: Engine, tmp_path: Path, spoil: str) -> None:
    migrate.create_schema(engine, tmp_path)
    with engine.begin() as connection:
        connection.execute(text(spoil))
    with pytest.raises(DatabaseDamaged):
        migrate.ensure_schema(engine, tmp_path)


def test_a_database_without_tables_is_damage_and_not_new(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(DatabaseDamaged):
        migrate.ensure_schema(engine, tmp_path)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_an_older_file_is_backed_up_and_then_changed(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate.create_schema(engine, tmp_path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    monkeypatch.setattr(migrate, "REVISIONS", ("0000", *migrate.REVISIONS))
    order: list[str] = []
    monkeypatch.setattr(migrate, "upgrade", lambda connection: order.append(f"changed, {connection.closed=}"))
    migrate.ensure_schema(engine, tmp_path, lambda: order.append("backed up"))
    assert order == ["backed up", "changed, connection.closed=False"]


def test_a_migration_that_fails_leaves_nothing(engine: Engine) -> None:
    def stop(*_: object) -> None:
        raise RuntimeError("stopped")

    event.listen(engine, "before_cursor_execute", lambda *args: stop() if "caseload_search" in args[2] else None)
    with pytest.raises(RuntimeError, match="stopped"), engine.begin() as connection:
        migrate.upgrade(connection)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_opening_a_file_of_today_does_not_import_alembic(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False) as file, file.session() as session:
        cases.add(session, [demo_case()])
    code = (
        "import sys, pathlib; from hrd_desktop.store.casefile import CaseFile\n"
        f"with CaseFile.open(pathlib.Path({str(tmp_path / 'a.hrd')!r}), {PASSPHRASE!r}): pass\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

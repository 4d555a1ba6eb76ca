"""Which form the tables of a case file have, and how they are brought to the present one.

A new file is made at the present form at once; a file without tables is not taken for a new one. Alembic is
imported only when an older file has to be changed, so that opening a file of today does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from hrd_desktop.errors import DatabaseDamaged, NewerFormat
from hrd_desktop.store import passages
from hrd_desktop.store.keeping import HEAD_DML
from hrd_desktop.store.ledger import whole_file

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every revision from the first to the present one."""

# The table as Alembic itself would make it.
_VERSION_TABLE = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create_schema(engine: Engine, _path: Path) -> None:
    """Make every table of the present form in a database that is new."""
    with engine.begin() as connection:
        whole_file.create_all(connection)
        connection.execute(text(HEAD_DML))
        connection.execute(text(_VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": REVISIONS[-1]})


def ensure_schema(engine: Engine, path: Path, before_upgrade: Callable[[], None] | None = None) -> None:
    """Bring the database to the present form; `before_upgrade` (a backup) is called before an older one is changed.

    Raises NewerFormat if a later program made it, DatabaseDamaged if it does not say of which form it is: its tables
    are lost then, and new ones in their place would hide that.
    """
    with engine.begin() as connection:
        found = _stored_revision(connection, path)
    if found not in REVISIONS:
        raise NewerFormat(path=str(path), found=found, known=REVISIONS[-1])
    if found != REVISIONS[-1]:
        if before_upgrade:
            before_upgrade()
        with engine.begin() as connection:
            upgrade(connection)
            # Worked out from the rest of the file, by the code of today: no revision has to know how.
            passages.rebuild(connection)


def _stored_revision(connection: Connection, path: Path) -> str:
    if "alembic_version" not in inspect(connection).get_table_names():
        raise DatabaseDamaged(path=str(path))
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if not isinstance(found, str):
        raise DatabaseDamaged(path=str(path))
    return found


def upgrade(connection: Connection) -> None:
    """Run every migration that the database has not seen, in the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # ConfigParser reads `%` in a folder's name as the start of a reference.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

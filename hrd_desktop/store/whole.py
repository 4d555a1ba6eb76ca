"""Whether the tables belong together in ways that SQLite cannot check by itself."""

from __future__ import annotations

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from hrd_desktop.store.tables import CASE, tables

_HAVE = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('node', 'caseload', 'passage')"
_BESIDE = (
    (
        "case without its line in the list",
        'SELECT 1 FROM "case" c LEFT JOIN caseload l ON l.case_pk = c.pk WHERE l.case_pk IS NULL LIMIT 1',
    ),
    (
        "case without its words in the list",
        'SELECT 1 FROM "case" c LEFT JOIN caseload_search s ON s.rowid = c.pk WHERE s.rowid IS NULL LIMIT 1',
    ),
    (
        "passage without its words",
        "SELECT 1 FROM passage p LEFT JOIN passage_search s ON s.rowid = p.pk WHERE s.rowid IS NULL LIMIT 1",
    ),
    (
        "words without their passage",
        "SELECT 1 FROM passage_search s LEFT JOIN passage p ON p.pk = s.rowid WHERE p.pk IS NULL LIMIT 1",
    ),
)


def missing(database: dbapi2.Connection) -> Iterator[str]:
    """What is half there: an object whose place is kept and whose values are not, and the like. Quotes no content."""
    ((have,),) = database.execute(_HAVE)
    if have < 3:
        return
    known = tables.keys() - {CASE}
    for (kind,) in database.execute("SELECT DISTINCT kind FROM node").fetchall():
        if kind not in known:
            yield "object of a kind that is not known"
        elif database.execute(
            f'SELECT 1 FROM node n LEFT JOIN "{kind}" t ON t.pk = n.pk'  # noqa: S608 - a name of our own
            " WHERE n.kind = ? AND t.pk IS NULL LIMIT 1",
            (kind,),
        ).fetchone():
            yield f"object without its row in {kind}"
    for what, statement in _BESIDE:
        if database.execute(statement).fetchone():
            yield what

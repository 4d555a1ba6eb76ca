"""The tables of a case file, derived from the dataclasses of the case format. No field is typed a second time.

Every object of the format has a table of its name with one column per value; only the envelope `file` has none.
Where an object stands is kept once, in `node`: which case, which owner, in which field, at which position of a list,
and the id of a row. So one look finds the class of any id, an id is unique in its case whatever its class, removing a
node removes all that it holds (ON DELETE CASCADE), and a case is loaded by asking only the tables it has rows in.

- The case itself has no node: `node.owner` is NULL for what it holds directly.
- A value that was not given is NULL, so `false` given and absent stay different.
- A list of objects is rows in the table of their class, ordered by `node.position` (gaps are allowed).
- A single reference is a foreign key (case_pk, id) to the table of its class, checked at commit, so that the order
  of writing inside a transaction is free.

Exceptions, each on purpose:

- A list of codes, countries, items, ids or short texts is one JSON text (`columns.TextList`). They are short, always
  read and written whole, and never queried by SQL. Ids in such a list are checked by `references`, not by a key.
- `id` stands in `node` and in the row's own table, because a foreign key to `person` needs it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, objects
from hrd_desktop.store.columns import type_of

CASE = "case"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

node = Table(
    "node",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("case_pk", ForeignKey("case.pk", ondelete="CASCADE"), nullable=False),
    Column("owner", ForeignKey("node.pk", ondelete="CASCADE")),
    Column("kind", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text),
    UniqueConstraint("case_pk", "id"),
    Index(None, "owner", "field"),
)


def values_of(cls: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of an object that are columns of its table."""
    return tuple(spec for spec in fields_of(cls) if spec.kind is not Kind.OBJECT)


def parts_of(cls: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of an object that are objects, in rows of other tables."""
    return tuple(spec for spec in fields_of(cls) if spec.kind is Kind.OBJECT)


def _pk(cls: type[Any]) -> Iterator[Column[Any]]:
    if cls is Case:
        yield Column("pk", Integer, primary_key=True)
    else:
        yield Column("pk", ForeignKey("node.pk", ondelete="CASCADE"), primary_key=True)
        yield Column("case_pk", ForeignKey("case.pk", ondelete="CASCADE"), nullable=False)


def _rules(cls: type[Any]) -> Iterator[UniqueConstraint | Index | ForeignKeyConstraint]:
    if cls is Case:
        yield UniqueConstraint("code")
    elif field_of(cls, "id"):
        yield UniqueConstraint("case_pk", "id")
    else:
        yield Index(None, "case_pk")
    for spec in values_of(cls):
        if spec.kind is Kind.REF and not spec.many and spec.ref:
            yield ForeignKeyConstraint(
                ["pk" if cls is Case else "case_pk", spec.name],
                [f"{spec.ref}.case_pk", f"{spec.ref}.id"],
                deferrable=True,
                initially="DEFERRED",
            )


def _table(name: str, cls: type[Any]) -> Table:
    columns = (Column(spec.name, type_of(spec), nullable=not spec.required) for spec in values_of(cls))
    return Table(name, metadata, *_pk(cls), *columns, *_rules(cls))


classes: dict[str, type[Any]] = {name: cls for name, cls in objects().items() if name != "file"}
"""The classes that have a table, by the name of the table."""

tables: dict[str, Table] = {name: _table(name, cls) for name, cls in classes.items()}
"""The table of every class, by name."""

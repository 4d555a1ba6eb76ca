"""What is shown of the passages that were found: read for one page at a time, from where the texts stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlalchemy.orm import Session

from hrd_desktop.core.case import Case
from hrd_desktop.store import locate
from hrd_desktop.store.cases import load_many
from hrd_desktop.store.finding import Hit
from hrd_desktop.store.ledger import caseload
from hrd_desktop.store.locate import Owner
from hrd_desktop.store.passages import LONG, NAMES, SHORT
from hrd_desktop.store.tables import CASE, node, tables

_PERSONAL = ("name", "parent", "union", "relative_in_canada")
_SEALED = frozenset({"claim", "narrative", "evidence"})
_WANTED: BindParameter[list[Any]] = bindparam("wanted", expanding=True)
_FIELDS = {kind: [spec.name for spec in (*SHORT[kind], *LONG[kind])] for kind in SHORT}
_TEXTS = {
    kind: select(tables[kind].c.pk, *(tables[kind].c[name] for name in fields)).where(tables[kind].c.pk.in_(_WANTED))
    for kind, fields in _FIELDS.items()
    if fields
}
_NODES = select(node.c.pk, node.c.case_pk, node.c.owner, node.c.kind, node.c.id)
_BY_ID = _NODES.where(node.c.case_pk.in_(bindparam("cases", expanding=True)), node.c.id.in_(_WANTED))
_BY_PK = _NODES.where(node.c.pk.in_(_WANTED))
_RELATIONS = select(tables["person"].c.pk, tables["person"].c.relation).where(tables["person"].c.pk.in_(_WANTED))


@dataclass(frozen=True)
class Text:
    """The texts of one passage as they were written, each with its field, and the person whose facts they are."""

    hit: Hit
    fields: tuple[tuple[str, str], ...]
    person: str | None
    relation: str | None


def read(session: Session, hits: Sequence[Hit]) -> list[Text]:
    """The texts of these hits, in their order; those of a passage that is not there are empty."""
    connection = session.connection()
    cases = {hit.case_pk for hit in hits}
    heads = {_head(hit) for hit in hits} - {CASE}
    rows = connection.execute(_BY_ID, {"cases": list(cases), "wanted": list(heads)})
    nodes = {(row.case_pk, row.id): row for row in rows}
    persons = _persons(connection, list(nodes.values()))
    texts: dict[tuple[str, int], dict[str, Any]] = {}
    owners = {hit: _owner(connection, hit, nodes) for hit in hits}
    wanted = defaultdict(set)
    for owner in owners.values():
        if owner is not None:
            wanted[owner.kind].add(owner.pk)
    for kind, pks in wanted.items():
        for pk, *row in connection.execute(_TEXTS[kind], {"wanted": list(pks)}):
            texts[kind, pk] = dict(zip(_FIELDS[kind], row, strict=True))
    found = []
    for hit in hits:
        owner, held = owners[hit], nodes.get((hit.case_pk, _head(hit)))
        person = persons.get(held.pk) if held is not None else None
        values = texts.get((owner.kind, owner.pk), {}) if owner else {}
        found.append(Text(hit, _fields(hit, values), *(person or (None, None))))
    return found


def _head(hit: Hit) -> str:
    return hit.place.partition(".")[0]


def long_field(hit: Hit) -> str | None:
    """The field of a passage that is one long text; None for the short texts of an object."""
    name = hit.place.rpartition(".")[2]
    return name if any(spec.name == name for spec in LONG[hit.kind]) else None


def _owner(connection: Connection, hit: Hit, nodes: dict[Any, Any]) -> Owner | None:
    """The object that has the texts of a hit."""
    head, *keys = hit.place.split(".")
    if long_field(hit):
        keys.pop()
    row = nodes.get((hit.case_pk, head))
    owner = Owner(hit.case_pk, CASE, None) if head == CASE else row and Owner(hit.case_pk, row.kind, row.pk)
    for key in keys:
        owner = owner and locate.part(connection, owner, key)
    return owner if owner and owner.kind == hit.kind else None


def _fields(hit: Hit, values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    name = long_field(hit)
    wanted = [name] if name else [spec.name for spec in SHORT[hit.kind]]
    texts = ((field, values.get(field)) for field in wanted)
    return tuple((field, ", ".join(text) if isinstance(text, list) else text) for field, text in texts if text)


def _persons(connection: Connection, rows: Sequence[Any]) -> dict[int, tuple[str, str]]:
    """For each of these nodes that is a person or stands below one: the id of the person and the relation."""
    above = {row.pk: row for row in rows}
    seen = dict(above)
    while above:
        owners = {row.owner for row in above.values() if row.owner is not None and row.kind != "person"} - seen.keys()
        above = {row.pk: row for row in connection.execute(_BY_PK, {"wanted": list(owners)})} if owners else {}
        seen |= above
    of = {}
    for row in rows:
        top = row
        while top.kind != "person" and top.owner is not None:
            top = seen[top.owner]
        if top.kind == "person":
            of[row.pk] = top
    wanted = {person.pk for person in of.values()}
    relations: dict[int, str] = dict(connection.execute(_RELATIONS, {"wanted": list(wanted)}).all()) if wanted else {}
    return {pk: (person.id, relations[person.pk]) for pk, person in of.items()}


def heads(session: Session, case_pks: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """Code and alias of these cases."""
    row = caseload.c
    found = session.connection().execute(select(row.case_pk, row.code, row.alias).where(row.case_pk.in_(case_pks)))
    return {pk: (code, alias) for pk, code, alias in found}


def names_of(session: Session, case_pks: Collection[int]) -> dict[int, list[str]]:
    """Every written form of every person's name in these cases, relatives included."""
    found: dict[int, list[str]] = {pk: [] for pk in case_pks}
    for kind in _PERSONAL:
        table = tables[kind]
        fields = [table.c[name] for name in NAMES[kind]]
        statement = select(table.c.case_pk, *fields).where(table.c.case_pk.in_(case_pks))
        for pk, *texts in session.connection().execute(statement):
            found[pk] += [text for text in texts if text]
    return found


def with_seals(session: Session, codes: Collection[str]) -> list[Case]:
    """These cases with nothing in them but narratives and evidence: enough to know what is sealed."""
    return load_many(session, sorted(codes), kinds=_SEALED)


def is_name(kind: str, field: str) -> bool:
    """Whether a field holds the name of a person."""
    return kind != CASE and field in NAMES.get(kind, ())

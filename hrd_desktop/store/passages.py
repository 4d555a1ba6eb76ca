"""Every text of the cases, found by its words: which passages there are, and how they keep up with the edits.

A passage is what has to hold all the words that are looked for: the short texts of one object together (a name with
all its parts, an address), or one long text. What the tables hold is folded (see `fold`), each word once; the text
itself is read from where it stands when it is shown.

Words of names are in the index twice more, behind a letter of private use that no text has: as they are and in Latin
letters (`NAME`), and by their sound (`SOUND`, see `alike`). So names are found first, in any script and spelling, and
one letter finds names without going through all that was ever written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, column, delete, func, insert, select, table, update

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name
from hrd_desktop.store.alike import latin_words, sounds
from hrd_desktop.store.fold import fold
from hrd_desktop.store.ledger import passage
from hrd_desktop.store.rows import read_cases
from hrd_desktop.store.tables import CASE, classes, tables

SEARCH: Any = table("passage_search", column("rowid"), column("words"))
NAME, SOUND = "\ue000", "\ue001"

NAMES: Mapping[str, tuple[str, ...]] = {
    "name": ("family", "given", "full"),
    "parent": ("family", "given"),
    "union": ("partner_b_name",),
    "relative_in_canada": ("name",),
    "referee": ("name",),
    "representative": ("family", "given"),
    "document": ("name_as_printed",),
    "output": ("byline",),
    "whereabouts": ("with_whom",),
    CASE: ("code", "alias"),
}
"""The fields that are found as names, by object."""

_NOT_FOUND = {
    ("name", "script"),
    ("contact", "code_word"),
    ("contact", "phone_country_code"),
    ("evidence", "sha256"),
    ("known_by", "at"),
    ("review", "rows"),
    ("review", "facts_digest"),
}
"""Texts that are no words of anybody, and the code word, which no list of results may ever show."""

_GREATEST = 3000
_BATCH = 100


class Passage(NamedTuple):
    """One line of the index."""

    place: str
    kind: str
    words: str


def _of_kind(name: str, cls: type[Any], kind: Kind) -> tuple[FieldSpec, ...]:
    return tuple(
        spec
        for spec in fields_of(cls)
        if spec.kind is kind and spec.name != "id" and (name, spec.name) not in _NOT_FOUND
    )


SHORT = {name: _of_kind(name, cls, Kind.TEXT) for name, cls in classes.items()}
"""The short texts of every object."""

LONG = {name: _of_kind(name, cls, Kind.LONG_TEXT) for name, cls in classes.items()}
"""The long texts of every object."""

_SHORT_TEXTS = {name: select(*(tables[name].c[spec.name] for spec in specs)) for name, specs in SHORT.items() if specs}


def of_case(case: Case) -> list[Passage]:
    """Every passage of a case."""
    return list(_below(case, CASE))


def add_cases(connection: Connection, cases: Mapping[int, Case]) -> None:
    """Index cases that are new in the file, by case_pk."""
    for case_pk, case in cases.items():
        _insert(connection, case_pk, of_case(case))


def drop_case(connection: Connection, case_pk: int) -> None:
    """Take a case out of the index; its passages go with the case."""
    found = select(passage.c.pk).where(passage.c.case_pk == case_pk)
    connection.execute(delete(SEARCH).where(SEARCH.c.rowid.in_(found)))


def rebuild(connection: Connection) -> None:
    """Make the whole index anew, for a file that has none or an older one."""
    connection.execute(delete(SEARCH))
    connection.execute(delete(passage))
    numbers = list(connection.scalars(select(tables[CASE].c.pk)))
    for start in range(0, len(numbers), _BATCH):
        add_cases(connection, read_cases(connection, numbers[start : start + _BATCH]))


def value_set(
    connection: Connection, case_pk: int, owner: tuple[str, int], place: str, before: Any, after: Any
) -> None:
    """Follow a field that got another value. `owner` is the object that has it: its class by name, and its key."""
    kind, pk = owner
    place_of_owner, _, name = place.rpartition(".")
    if any(spec.name == name for spec in SHORT[kind]):
        row = connection.execute(_SHORT_TEXTS[kind].where(tables[kind].c.pk == pk)).one()
        words = _short(kind, zip((spec.name for spec in SHORT[kind]), row, strict=True))
        _replace(connection, case_pk, place_of_owner, kind, [words] if words else [])
    elif any(spec.name == name for spec in LONG[kind]):
        old, new = _pieces(before), _pieces(after)
        _replace(connection, case_pk, place, kind, [_words(piece) for piece in new], _same(old, new), len(old))


def part_added(connection: Connection, case_pk: int, value: Any, place: str) -> None:
    """Follow an object that came in at a place (of a row: its id), with all that it holds."""
    _insert(connection, case_pk, list(_below(value, place)))


def parts_gone(connection: Connection, case_pk: int, place: str, ids: Collection[str]) -> None:
    """Follow an object that went from a place, with the rows of these ids below it."""
    rows = connection.execute(select(passage.c.pk, passage.c.place).where(passage.c.case_pk == case_pk))
    pks = [row.pk for row in rows if row.place.partition(".")[0] in ids or f"{row.place}.".startswith(f"{place}.")]
    _delete(connection, pks)


def _below(value: Any, place: str) -> Iterator[Passage]:
    """The passages of an object and of all that it holds."""
    kind = object_name(type(value))
    words = _short(kind, ((spec.name, getattr(value, spec.name)) for spec in SHORT[kind]))
    if words:
        yield Passage(place, kind, words)
    for spec in LONG[kind]:
        for piece in _pieces(getattr(value, spec.name)):
            yield Passage(f"{place}.{spec.name}", kind, _words(piece))
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if spec.has_rows:
            for row in held:
                yield from _below(row, row.id)
        elif spec.kind is Kind.OBJECT and held is not None:
            yield from _below(held, f"{place}.{spec.name}")


def _short(kind: str, texts: Iterable[tuple[str, Any]]) -> str:
    """The words of the short texts of one object; those of names in all their forms."""
    words: set[str] = set()
    names = NAMES.get(kind, ())
    for name, text in texts:
        for one in text if isinstance(text, list) else [text]:
            if not one:
                continue
            own = fold(one).split()
            words.update(own)
            if name in names:
                words.update(NAME + word for word in (*own, *latin_words(one)))
                words.update(SOUND + word for word in sounds(one))
    return " ".join(sorted(words))


def _words(text: str) -> str:
    return " ".join(sorted(set(fold(text).split())))


def _pieces(text: str | None) -> list[str]:
    """A long text in pieces that end with a paragraph, so that typing goes on in the last one alone."""
    if not text:
        return []
    pieces, piece, size = [], [], 0
    for line in text.split("\n"):
        for start in range(0, len(line) or 1, _GREATEST):
            piece.append(line[start : start + _GREATEST])
            size += len(piece[-1])
            if size >= _GREATEST:
                pieces.append("\n".join(piece))
                piece, size = [], 0
    return [*pieces, "\n".join(piece)] if piece else pieces


def _same(old: list[str], new: list[str]) -> set[int]:
    return {i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one == other}


# Made once: making a statement takes longer than running it.
_LINES = (
    select(passage.c.pk)
    .where(passage.c.case_pk == bindparam("of"), passage.c.place == bindparam("at_place"))
    .order_by(passage.c.pk)
)
_KNOWN = select(SEARCH.c.words).where(SEARCH.c.rowid == bindparam("of"))
_SAY = update(SEARCH).where(SEARCH.c.rowid == bindparam("of")).values(words=bindparam("said"))


def _replace(
    connection: Connection,
    case_pk: int,
    place: str,
    kind: str,
    words: list[str],
    same: Collection[int] = (),
    known: int | None = None,
) -> None:
    """Put these lines in place of those of a place. `same` need no look, if there are `known` lines as thought."""
    pks = list(connection.scalars(_LINES, {"of": case_pk, "at_place": place}))
    if known != len(pks):
        same = ()
    for i, (pk, line) in enumerate(zip(pks, words, strict=False)):
        if i not in same and line != connection.scalar(_KNOWN, {"of": pk}):
            connection.execute(_SAY, {"of": pk, "said": line})
    _delete(connection, pks[len(words) :])
    _insert(connection, case_pk, [Passage(place, kind, line) for line in words[len(pks) :]])


def _insert(connection: Connection, case_pk: int, found: list[Passage]) -> None:
    if not found:
        return
    first = (connection.scalar(select(func.max(passage.c.pk))) or 0) + 1
    rows = [{"pk": pk, "case_pk": case_pk, "place": one.place, "kind": one.kind} for pk, one in enumerate(found, first)]
    connection.execute(insert(passage), rows)
    connection.execute(insert(SEARCH), [{"rowid": pk, "words": one.words} for pk, one in enumerate(found, first)])


def _delete(connection: Connection, pks: Collection[int]) -> None:
    if pks:
        connection.execute(delete(SEARCH).where(SEARCH.c.rowid.in_(pks)))
        connection.execute(delete(passage).where(passage.c.pk.in_(pks)))

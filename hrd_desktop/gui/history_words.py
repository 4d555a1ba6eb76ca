"""Earlier changes in words: where, from what to what; nothing of what is sealed, no name while names are hidden."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from hrd_desktop.core.known import ROWS
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name
from hrd_desktop.core.sealed import row_is_sealed
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.field_context import NAMES, FieldContext
from hrd_desktop.services.history import Entry

_LONGEST, _MOST = 140, 4
_TOLD = (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.PARTIAL_DATE, Kind.FULL_DATE, Kind.COUNTRY, Kind.LANGUAGE)


def where(context: FieldContext, entry: Entry) -> str:
    """The way to what was changed: `People > P2 > Birth > City`; for a row that is gone, to its list."""
    words, case = context.words, context.case
    row = entry.after or entry.before
    if isinstance(row, KnownBy):
        return _of_note(context, row.at)
    head = entry.place.partition(".")[0]
    note = case.value(head) if case.knows(head) else None
    if isinstance(note, KnownBy):
        return _of_note(context, note.at)
    return words.place(case.case, entry.place)


def told(context: FieldContext, entry: Entry) -> str:
    """What the change was: an answer before and after, or the row that came or went."""
    if entry.action == "set":
        before = value_in_words(context, entry.place, entry.spec, entry.before)
        after = value_in_words(context, entry.place, entry.spec, entry.after)
        return QCoreApplication.translate("HistoryWords", "Before: {before}\nAfter: {after}").format(
            before=before, after=after
        )
    row = row_in_words(context, entry.after or entry.before)
    if entry.action == "add":
        return QCoreApplication.translate("HistoryWords", "Added: {row}").format(row=row)
    return QCoreApplication.translate("HistoryWords", "Removed: {row}").format(row=row)


def value_in_words(context: FieldContext, place: str, spec: FieldSpec, value: Any) -> str:
    """One value in one line."""
    if is_empty(spec, value):
        return context.words.phrase("not_recorded")
    if context.seals.of(place) is not None:
        return QCoreApplication.translate("HistoryWords", "sealed")
    if spec.kind is Kind.LONG_TEXT and not context.case.knows(place.rpartition(".")[0]):
        # Whether it was sealed cannot be seen any more.
        return QCoreApplication.translate("HistoryWords", "a text, not shown")
    if spec.kind is Kind.OBJECT:
        return _facts(context, value) or context.words.object(object_name(type(value)))
    if spec.name in NAMES and not context.show_names:
        return QCoreApplication.translate("HistoryWords", "a name, not shown now")
    return _short(context.in_words(spec, value))


def row_in_words(context: FieldContext, row: Any) -> str:
    """A row, in the case or not, by its kind, id and first facts."""
    label = f"{context.words.object(object_name(type(row)))} {row.id}"
    if isinstance(row, Person):
        return f"{label} · {context.words.code('relation', row.relation)}"
    if isinstance(row, KnownBy):
        return context.words.code("how_known", row.how_known)
    if row_is_sealed(row) or context.seals.of(row.id) is not None:
        return f"{label} · {QCoreApplication.translate('HistoryWords', 'sealed')}"
    facts = _facts(context, row)
    return f"{label} · {facts}" if facts else label


def _facts(context: FieldContext, value: Any) -> str:
    if row_is_sealed(value):
        return QCoreApplication.translate("HistoryWords", "sealed")
    parts: list[str] = []
    for spec in sorted(fields_of(type(value)), key=lambda spec: not spec.required):
        held = getattr(value, spec.name)
        hidden = spec.name == "id" or (spec.name in NAMES and not context.show_names)
        if not hidden and spec.kind in _TOLD and not is_empty(spec, held) and len(parts) < _MOST:
            parts.append(context.in_words(spec, held))
    return _short(" · ".join(parts))


def _of_note(context: FieldContext, at: str) -> str:
    where = context.words.place(context.case.case, at)
    return context.words.phrase("labelled", label=context.words.field("case", ROWS.partition(".")[2]), value=where)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"

"""A person at the window: enters the facts of a case one after the other, in the order of the sections.

What is to be entered is walked through as data, and for each place the editor is sought on the page as a link of the
program finds it. Values go in through the widgets alone: keys, ticks, choices in a list, buttons; never through the
open case, which is only read, to see what is there already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hrd_desktop.core.case import Case
from hrd_desktop.core.conditions import asked
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.groups import Group, groups_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.sections import ADULT, SECTIONS, Section
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.choice import ChoiceEditor, ManyCodesEditor
from hrd_desktop.gui.editors.combo import QuietCombo, SearchCombo
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.editors.listed import ListEditor
from hrd_desktop.gui.editors.long_text import LongTextEditor
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.editors.text import TextEditor
from hrd_desktop.gui.field_slot import FieldSlot
from hrd_desktop.gui.journal_body import JournalBody
from hrd_desktop.gui.known_dialog import KnownDialog
from tests.gui.hands import choose, press, type_in, type_parts

_EMPTY: tuple[Any, ...] = (None, [], "")


class Hand:
    """Enters one case. `ids` is what the window calls each row of the given case."""

    def __init__(self, page: CasePage, given: Case) -> None:
        self.page = page
        self.case = page.context.case
        self.given = given
        self.ids: dict[str, str] = {"P1": self.case.case.principal}
        self.not_asked: list[str] = []
        """Places that had to be entered although, as the other answers stood, nobody asked for them."""
        self.refused: list[str] = []
        """Places whose value the window did not take, with what it said."""
        self._later: list[Callable[[], None]] = []
        self._last = False

    # The whole case

    def enter(self) -> None:
        """Everything, section by section; what speaks of what is not there yet is entered once it is."""
        self.stage()
        for section in SECTIONS:
            self.section(section)
        for _ in range(4):
            later, self._later = self._later, []
            for again in later:
                again()
        self._last = True
        later, self._later = self._later, []
        for again in later:
            again()
        assert not self._later
        for row in self.given.known_by:
            self.known(row)
        self.page.flush()

    def stage(self) -> None:
        choose(self.page.header.stage, self.given.stage)

    def section(self, section: Section) -> None:
        for block in section.blocks:
            for holder, at in self._holders(block.place):
                for group in block.shown():
                    self._group(holder, at, group)

    def _holders(self, place: str) -> list[tuple[Any, str]]:
        if place in ("person", ADULT):
            return [(one, self.ids[one.id]) for one in self.given.persons if one.id in self.ids]
        held: Any = self.given
        for name in place.split(".")[1:]:
            held = getattr(held, name)
        return [(held, place)] if held is not None else []

    # Objects and rows

    def object(self, held: Any, place: str) -> None:
        """Every field of an object in the order in which it is asked."""
        cls = type(held)
        for group in groups_of(object_name(cls), tuple(spec.name for spec in fields_of(cls))):
            self._group(held, place, group)

    def _group(self, held: Any, place: str, group: Group) -> None:
        for name in group.names:
            spec = field_of(type(held), name)
            assert spec is not None
            story = field_of(type(held), f"{name}_info")
            self.field(held, place, spec)
            told = getattr(held, f"{name}_info") if story is not None else None
            if told is not None:
                self._story(told, f"{place}.{name}_info")

    def _story(self, told: Any, place: str) -> None:
        if place.partition(".")[0] in self.case.drafts and not self._last:
            self._later.append(lambda: self._story(told, place))
            return
        self.object(told, place)

    def _unless_later(self, _place: str, do: Callable[[], None]) -> None:
        do()

    def field(self, held: Any, at: str, spec: FieldSpec) -> None:
        """One field, with all that is in it."""
        value = getattr(held, spec.name)
        place = f"{at}.{spec.name}"
        if spec.name in ("id", "code", "principal"):
            return
        if spec.target is not None and at.partition(".")[0] in self.case.drafts and spec.name != "names":
            if value not in _EMPTY:  # the row has to stand before anything can be put in it
                self._later.append(lambda: self.field(held, at, spec))
        elif spec.has_rows:
            self.rows(place, spec, value)
        elif spec.target is not None:
            if value is not None:
                self.object(value, place)
        else:
            self.value(held, at, spec, value)

    def rows(self, place: str, spec: FieldSpec, given: Sequence[Any]) -> None:
        """A list, row by row; rows that came with something else are taken for those of the same order."""
        for at, row in enumerate(given):
            if row.id in self.ids and self.ids[row.id] in self.case.rows(place):
                if at == 0 and spec.target is Person:  # the first person came with the case
                    self.object(row, self.ids[row.id])
                continue
            if not self._can_stand(row):
                self._later.append(lambda rest=given[at:]: self.rows(place, spec, rest))
                return
            free = [key for key in self.case.rows(place) if key not in self.ids.values()]
            self.ids[row.id] = free[0] if free else self._add(place, spec, row)
            self.object(row, self.ids[row.id])
            key = self.ids[row.id]
            if key in self.case.drafts:
                self.refused.append(f"{key}: {self.case.missing(key)} {self.case.obstacle(key)}")

    def _can_stand(self, row: Any) -> bool:
        refs = [spec for spec in fields_of(type(row)) if spec.kind is Kind.REF and spec.required]
        return all(one in self.ids for spec in refs for one in _many(getattr(row, spec.name)))

    def _add(self, place: str, spec: FieldSpec, row: Any) -> str:
        before = set(self.case.rows(place))
        if place in ("case.tasks", "case.journal"):
            self._note(place, row)
        else:
            editor = self.editor(place)
            assert isinstance(editor, RowsEditor), f"{place}: {editor}"
            if spec.target is Person:
                QTimer.singleShot(0, lambda: self._relative(row))
            press(editor.add)
        (key,) = set(self.case.rows(place)) - before
        return key

    def _note(self, place: str, row: Any) -> None:
        self.page.show_place(place)
        (body,) = self.page.stack.currentWidget().findChildren(JournalBody)
        if place == "case.tasks":
            type_in(body.new_task.text, row.text)
            press(body.new_task.add)
        else:
            type_in(body.quick.paper, row.text)
            press(body.quick.next)

    def _relative(self, row: Person) -> None:
        """Who somebody is, in the dialog that asks it."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AddRelativeDialog)
        type_in(dialog.family, row.names[0].family or row.names[0].full or "")
        union = next((u for u in self.given.unions if row.id in (u.partner_a, u.partner_b)), None)
        parents = [one.person for one in row.parents if one.person in self.ids]
        if (
            union is not None
            and union.status == "in_force"
            and union.partner_a in self.ids
            and row.relation == "spouse"
        ):
            choose(dialog.tie, "partner")
            choose(dialog.to, self.ids[union.partner_a])
            choose(dialog.union, union.kind)
        elif parents:
            choose(dialog.tie, "child")
            choose(dialog.to, self.ids[parents[0]])
            choose(dialog.other_parent, self.ids[parents[1]] if len(parents) > 1 else "nobody")
        else:
            choose(dialog.tie, "other")
        choose(dialog.relation, row.relation)
        choose(dialog.plan, row.plan)
        press(dialog.add)

    # Single values

    def value(self, held: Any, at: str, spec: FieldSpec, value: Any) -> None:
        """One value, unless it stands there already."""
        place = f"{at}.{spec.name}"
        if spec.kind is Kind.REF and value is not None:
            if any(one not in self.ids for one in _many(value)):
                self._later.append(lambda: self.value(held, at, spec, value))
                return
            value = [self.ids[one] for one in value] if spec.many else self.ids[value]
        if self._stands(place, value):
            return
        if not asked(object_name(type(held)), spec.name, lambda name: self.case.value(f"{at}.{name}")):
            if not self._last:
                self._later.append(lambda: self.value(held, at, spec, getattr(held, spec.name)))
                return
            self.not_asked.append(place)
        editor = self.editor(place)
        if not isinstance(editor, FieldEditor):
            self.refused.append(f"{place}: no editor")
            return
        try:
            self.put(editor, value, story=getattr(held, f"{spec.name}_info", None))
        except AssertionError as absent:
            self.refused.append(f"{place}: {value!r}: {absent}")
            return
        if not self._stands(place, value):
            self.refused.append(f"{place}: {value!r}, is {self.case.value(place)!r}: {editor.error.text()}")

    def _stands(self, place: str, value: Any) -> bool:
        """Whether a value is there already; nothing is as good as an empty list."""
        known = self.case.value(place)
        return bool(known == value) or (value in _EMPTY and known in _EMPTY)

    def editor(self, place: str) -> FieldEditor | None:
        """The editor of a place: the one in sight, else found as every link of the program leads there."""
        found = self._in_sight(place)
        if found is None:
            self.page.show_place(place)
            QApplication.processEvents()
            found = self._in_sight(place)
        return found

    def _in_sight(self, place: str) -> FieldEditor | None:
        shown = self.page.stack.currentWidget()
        slots = [slot for slot in shown.findChildren(FieldSlot) if slot.place == place and slot.isVisible()]
        if len(slots) != 1:
            return None
        if slots[0].editor is None and slots[0].cover is not None:
            press(slots[0].cover.ask)
        return slots[0].editor

    def put(self, editor: FieldEditor, value: Any, *, story: Any = None) -> None:
        """Enter a value in an editor by hand."""
        match editor:
            case DateEditor():
                self._put_date(editor, value, story)
            case TextEditor():
                type_in(editor.line, "" if value is None else str(value))
            case LongTextEditor():
                type_in(editor.paper, value or "")
            case ListEditor():
                self._put_list(editor, value)
            case ManyCodesEditor():
                for code in [one for one in editor.context.case.value(editor.place) or [] if one not in value]:
                    press(editor.boxes[code])
                for code in [one for one in value if not editor.boxes[one].isChecked()]:
                    press(editor.boxes[code])
            case ChoiceEditor():
                press(editor.buttons[value])
            case _:
                combo: QuietCombo = editor.combo  # type: ignore[attr-defined]  # every other kind has one
                choose(combo, value)

    def _put_list(self, editor: ListEditor, value: list[Any]) -> None:
        for one in value:
            if isinstance(editor.entry, SearchCombo):
                choose(editor.entry, one)
            else:
                type_in(editor.entry, one)
                press(editor.add)

    def _put_date(self, editor: DateEditor, value: Any, story: Any) -> None:
        if value is None:
            press(editor.clear)
            return
        shown = PartialDate.of(value) if isinstance(value, date) else value
        type_parts(editor.parts, shown)

    # How it is known

    def known(self, row: KnownBy) -> None:
        """How a fact is known, in the menu of its field."""
        head, _, rest = row.at.partition(".")
        place = f"{self.ids.get(head, head)}.{rest}"
        before = set(self.case.rows("case.known_by"))
        self.menu(place, self.page.context.words.code("how_known", row.how_known))
        for piece in row.evidence:
            self.menu(place, f"{self.ids[piece]} ·", inside=True)
        if row.ask_again:
            self.menu(place, "Ask again next time")
        (key,) = set(self.case.rows("case.known_by")) - before
        self.ids[row.id] = key
        self._date_note(place, key, row)

    def _date_note(self, place: str, key: str, row: KnownBy) -> None:
        """When and by whom, where that was not now and here."""

        def correct() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, KnownDialog)
            for editor in dialog.findChildren(FieldEditor):
                value = getattr(row, editor.spec.name)
                if self.case.value(editor.place) != value and not (
                    value in _EMPTY and self.case.value(editor.place) in _EMPTY
                ):
                    self.put(editor, value)
            press(dialog.close_button)

        QTimer.singleShot(0, correct)
        self.menu(place, "When, by whom, note…")

    def menu(self, place: str, words: str, *, inside: bool = False) -> None:
        """Choose in the menu of a field."""
        self.page.show_place(place)
        menu = self.page.field_menu.menu(place)
        menus = [menu, *menu.findChildren(QMenu)] if inside else [menu]
        act = next(act for one in menus for act in one.actions() if act.text().startswith(words))
        holder = next(one for one in menus if act in one.actions())
        holder.popup(self.page.mapToGlobal(self.page.rect().center()))
        holder.setActiveAction(act)
        QTest.keyClick(holder, Qt.Key.Key_Return)
        menu.deleteLater()


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]

"""The fields of one object, in groups: what stands inside a section, a card or a single object."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrd_desktop.core.conditions import asked, depends_on, in_use
from hrd_desktop.core.groups import Group, groups_of
from hrd_desktop.core.schema import field_of, fields_of, object_name
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.field_slot import FieldSlot
from hrd_desktop.gui.theme import GRID, role


class FieldGroup(QWidget):
    """Fields under a heading; built when first opened, because a person has more than a hundred of them."""

    def __init__(
        self, context: FieldContext, place: str, group: Group, *, folded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._group = group
        self._kind = object_name(context.case.target(place))
        self.slots: dict[str, FieldSlot] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._head: Fold | None = None
        self._body = QWidget(self)
        self._fields = QVBoxLayout(self._body)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(2 * GRID)
        self._more: Fold | None = None
        heading = context.words.heading(group.key) if group.key else ""
        if heading and folded:
            self._head = Fold(heading, self)
            self._head.setProperty("strong", True)
            self._head.toggled.connect(self._open)
            self._column.addWidget(self._head)
        elif heading:
            title = QLabel(heading, self)
            title.setWordWrap(True)
            role(title, "strong")
            self._column.addWidget(title)
        self._column.addWidget(self._body)
        if self._head is None:
            self._build()
        else:
            self._body.hide()
        news = context.case.news.at(place)
        news.changed.connect(self._follow)
        news.inside.connect(self._inside_changed)
        news.rows_inside.connect(self._grown)
        if (rows := context.case.list_of(place.partition(".")[0])) is not None:
            # The row itself may become real there.
            context.case.news.at(rows).rows.connect(self._grown)
        context.gate_moved.connect(self._wait)
        self._wait()

    def has(self, name: str) -> bool:
        """Whether the field of this name belongs here."""
        return name in self._group.fields or name in self._group.more

    def open(self) -> None:
        """Show the fields."""
        if self._head is not None:
            self._head.setChecked(True)

    def reveal(self, name: str, trail: list[str]) -> QWidget | None:
        """Bring a field of this group, or what the trail names inside it, to the keyboard."""
        self.open()
        if name in self._group.more and self._more is not None:
            self._more.setChecked(True)
        slot = self.slots[name]
        slot.show()
        return slot.reveal(trail)

    def _open(self, is_open: bool) -> None:
        if is_open and not self.slots:
            self._build()
        self._body.setVisible(is_open)

    def _build(self) -> None:
        for name in self._group.fields:
            self._add(name)
        if self._group.more:
            self._more = Fold(parent=self._body)
            self._more.toggled.connect(self._open_more)
            self._fields.addWidget(self._more)
            self._count_more()
        self._follow("")

    def _value_of(self, name: str) -> Any:
        return self._context.case.value(f"{self._place}.{name}")

    def _add(self, name: str) -> FieldSlot:
        spec = field_of(self._context.case.target(self._place), name)
        assert spec is not None, f"{self._place}.{name}"
        slot = FieldSlot(self._context, f"{self._place}.{name}", spec, self._body)
        if slot.harm is not None:
            slot.harm.setVisible(all(h.harm is None or h.harm.text != slot.harm.text for h in self.slots.values()))
        self.slots[name] = slot
        if spec.has_rows and self._group.key and len(self._group.fields) == 1 and slot.editor is not None:
            # The heading above says it already.
            slot.editor.label.hide()
        self._fields.addWidget(slot)
        return slot

    def _open_more(self, is_open: bool) -> None:
        for name in self._group.more:
            slot = self.slots.get(name)
            if slot is None and is_open:
                self._add(name)
            elif slot is not None:
                slot.setVisible(is_open)
        if is_open:
            self._follow("")

    def _count_more(self) -> None:
        if self._more is None:
            return
        specs = {spec.name: spec for spec in fields_of(self._context.case.target(self._place))}
        filled = sum(
            not is_empty(specs[name], self._context.case.value(f"{self._place}.{name}")) for name in self._group.more
        )
        text = self.tr("More questions ({filled} of {all} answered)")
        self._more.set_whole(text.format(filled=filled, all=len(self._group.more)))

    def _grown(self, _: str) -> None:
        if not self._context.case.knows(self._place):
            return
        for slot in self.slots.values():
            slot.fill()
        self._count_more()

    def _inside_changed(self, changed: str) -> None:
        name = changed.removeprefix(f"{self._place}.").partition(".")[0]
        if self.has(name) or any(name in depends_on(self._kind, own) for own in self._group.names):
            self._follow(changed)

    def _follow(self, _: str) -> None:
        """Hide what stops being asked; what holds an answer stays in sight, and says that it is not in use."""
        if not self._context.case.knows(self._place):
            return
        for name, slot in self.slots.items():
            slot.fill()
            asks = asked(self._kind, name, self._value_of)
            slot.set_in_use(asks or in_use(self._kind, name, self._value_of))
            unfolded = name not in self._group.more or (self._more is not None and self._more.isChecked())
            slot.setVisible(unfolded and (not slot.empty or (asks and self._takes(name))))
        self._count_more()

    def _wait(self) -> None:
        """Before the first consent, show what may be asked and what is there already."""
        if not self._context.case.knows(self._place):
            return
        self._follow("")
        specs = {spec.name: spec for spec in fields_of(self._context.case.target(self._place))}
        self.setVisible(any(self._takes(n) or not is_empty(specs[n], self._value_of(n)) for n in self._group.names))
        if self._more is not None:
            found = (self._takes(n) or not is_empty(specs[n], self._value_of(n)) for n in self._group.more)
            self._more.setVisible(any(found))

    def _takes(self, name: str) -> bool:
        return self._context.case.asks(f"{self._place}.{name}")


class FormBody(QWidget):
    """Every group of the object at a place."""

    def __init__(
        self,
        context: FieldContext,
        place: str,
        groups: tuple[Group, ...] = (),
        *,
        foldable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.place = place
        cls = context.case.target(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * GRID if not foldable else GRID)
        found = groups or groups_of(object_name(cls), tuple(spec.name for spec in fields_of(cls)))
        self.groups = [FieldGroup(context, place, group, folded=foldable, parent=self) for group in found]
        for group in self.groups:
            column.addWidget(group)
        if foldable and self.groups:
            self.groups[0].open()

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Bring the field that the trail begins with, or what it names inside it, to the keyboard."""
        if not trail:
            return self.focus_first()
        name, rest = trail[0].rpartition(".")[2], trail[1:]
        if name.endswith("_info"):
            # The story of a date stands in the room of its date, which finds it by the whole trail.
            name, rest = name.removesuffix("_info"), trail
        group = next((group for group in self.groups if group.has(name)), None)
        return group.reveal(name, rest) if group is not None else None

    def focus_first(self) -> QWidget | None:
        """Bring the first field to the keyboard."""
        for editor in self.findChildren(FieldEditor):
            if editor.isVisibleTo(self):
                target = editor.focus_target()
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return target
        return None

"""The fields of one object, in groups: what stands inside a section, a card or a single object."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.conditions import asked
from hrd_desktop.core.groups import Group, groups_of
from hrd_desktop.core.identity import Name
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.editors.factory import editor_for
from hrd_desktop.gui.editors.first_name import FirstNameEditor
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import GRID, icon, role


class FieldSlot(QWidget):
    """The room of one field, with its story if it is a date. Parts that a draft cannot hold yet come later."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self.spec = spec
        self.editor: FieldEditor | None = None
        self._story: QPushButton | None = None
        self._told: FieldEditor | None = None
        self._unused: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.fill()

    @property
    def empty(self) -> bool:
        """Whether nothing is recorded here."""
        return is_empty(self.spec, self._context.case.value(self._place))

    def fill(self) -> None:
        """Make what can be shown now and is not there yet."""
        begun = self._place.rpartition(".")[0] in self._context.case.drafts
        first = begun and self.spec.target is Name and self.spec.required
        if self.editor is not None and first != isinstance(self.editor, FirstNameEditor):
            self._end(self.editor)
        if self.editor is None and first:
            self.editor = FirstNameEditor(self._context, self._place, self.spec, self)
            self._column.insertWidget(0, self.editor)
        elif self.editor is None and not (begun and self.spec.kind is Kind.OBJECT):
            self.editor = editor_for(self._context, self._place, self.spec, self)
            self._column.insertWidget(0, self.editor)
        story = self._context.story_of(self._place) if self.spec.kind is Kind.PARTIAL_DATE else None
        if story is not None and self._story is None and not begun:
            self._add_story(story)

    def set_in_use(self, in_use: bool) -> None:
        """Say beside an answer that the question is not asked any more, as the other answers stand."""
        unused = not in_use and not self.empty
        if unused and self._unused is None:
            self._unused = QLabel(self.tr("Not in use: as the other answers stand, this is not asked."), self)
            self._unused.setWordWrap(True)
            role(self._unused, "attention")
            self._column.insertWidget(0, self._unused)
        if self._unused is not None:
            self._unused.setVisible(unused)

    def _end(self, editor: FieldEditor) -> None:
        self.editor = None
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Bring the field, or what the trail names inside it, to the keyboard."""
        if trail and self._story is not None and trail[0] == self._context.story_of(self._place):
            self._story.setChecked(True)
            return self._told.reveal(trail[1:]) if self._told is not None else None
        return self.editor.reveal(trail) if self.editor is not None else None

    def _add_story(self, story: str) -> None:
        holder, _, name = story.rpartition(".")
        spec = field_of(self._context.case.target(holder), name)
        assert spec is not None
        found = self._context.case.value(story)
        assert isinstance(self.editor, DateEditor)
        more = QPushButton(
            icon("left" if self.isRightToLeft() else "right"), self.tr("About this date"), self.editor.parts
        )
        more.setCheckable(True)
        more.setAccessibleName(self.tr("About this date: {field}").format(field=self.editor.title))
        role(more, "quiet")
        self._story = more
        self.editor.parts.flow.addWidget(more)
        more.toggled.connect(lambda is_open: self._open_story(is_open, story, spec))
        more.setChecked(not is_empty(spec, found))

    def _open_story(self, is_open: bool, story: str, spec: FieldSpec) -> None:
        if self._story is not None:
            closed = "left" if self.isRightToLeft() else "right"
            self._story.setIcon(icon("down" if is_open else closed))
        if self._told is None and is_open:
            self._told = editor_for(self._context, story, spec, self)
            self._column.addWidget(self._told)
        elif self._told is not None:
            self._told.setVisible(is_open)


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
        context.case.place_changed.connect(self._follow)
        context.case.rows_changed.connect(self._grown)

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

    def _follow(self, changed: str) -> None:
        """Hide what stops being asked; what holds an answer stays in sight, and says that it is not in use."""
        if (changed and not changed.startswith(self._place)) or not self._context.case.knows(self._place):
            return
        for name, slot in self.slots.items():
            slot.fill()
            in_use = asked(self._kind, name, self._value_of)
            slot.set_in_use(in_use)
            unfolded = name not in self._group.more or (self._more is not None and self._more.isChecked())
            slot.setVisible(unfolded and (in_use or not slot.empty))
        self._count_more()


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

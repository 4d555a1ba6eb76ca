"""One row of a list: a line that says what it is, and its fields when it is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.groups import GROUPS
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.editors.masked import Masked
from hrd_desktop.gui.editors.objects import Needed
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.resembles import Resembles
from hrd_desktop.gui.theme import GRID, icon, role

_FOLD_FROM = 4  # an object with so many groups shows them folded


class RowCard(QFrame):
    """A card. Its fields are made when it is opened and gone when it is closed."""

    opened = Signal(str)
    closed = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    """Asked to stand one place higher (-1) or lower (1)."""

    def __init__(self, context: FieldContext, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._context = context
        self._kind = object_name(context.case.target(key))
        role(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 4, GRID, 4)
        column.setSpacing(4)
        self.head = Fold(parent=self)
        self.head.toggled.connect(self._toggle)
        self.head.moved.connect(self._head_moves)
        self.needed = Needed(context, key, self)
        self.needed.setContentsMargins(GRID, 0, GRID, 0)  # in one line with the fields below
        column.addWidget(self.head)
        column.addWidget(self.needed)
        self.resembles: Resembles | None = None
        if self._kind == "person":
            self.resembles = Resembles(context, key, self)
            column.addWidget(self.resembles)
        self._column = column
        self._inside: QWidget | None = None
        self._may_move = (False, False)
        self.up: QPushButton | None = None
        self.down: QPushButton | None = None
        self.body: FormBody | None = None
        self.cover: Masked | None = None
        """What stands in place of the fields of a row that is sealed."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        context.case.news.at(key).inside.connect(self._changed)
        context.names_shown.connect(self._soon.start)
        context.reveals.changed.connect(self._cover_again)
        self.refresh()

    def refresh(self) -> None:
        """Say again what the row is."""
        if self.key not in self._context.case.drafts and self._context.case.value(self.key) is None:
            return
        words = self._context.words
        whole = self._context.summary(self.key) or words.object(self._kind)
        if self._forbidden():
            whole = self.tr("Never: {way}").format(way=whole[:1].lower() + whole[1:])
            self.head.setProperty("forbidden", True)
        self.head.set_whole(whole)
        self.needed.update_text()

    def set_open(self, is_open: bool) -> None:
        """Open or close the card."""
        self.head.setChecked(is_open)

    def set_movable(self, up: bool, down: bool) -> None:
        """Whether the row may stand one place higher, and lower; without both nothing is offered."""
        self._may_move = (up, down)
        for button, other, may in ((self.up, self.down, up), (self.down, self.up, down)):
            if button is None or other is None:
                continue
            button.setVisible(up or down)
            if not may and button.hasFocus():
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(may)

    def _head_moves(self, by: int) -> None:
        if any(self._may_move):
            self.move_asked.emit(self.key, by)

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Open the card and bring the field that the trail names to the keyboard."""
        self.set_open(True)
        if self.cover is not None and not self.cover.shown:
            return self.cover.reveal(trail)
        return self.body.reveal(trail) if self.body is not None else None

    def _toggle(self, is_open: bool) -> None:
        if is_open:
            self._build()
            if self.resembles is not None:
                self.resembles.look()
            self.opened.emit(self.key)
        elif self._inside is not None:
            for editor in self._inside.findChildren(FieldEditor):
                editor.flush()
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = self.body = self.cover = self.up = self.down = None
            self.closed.emit(self.key)

    def _build(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(2 * GRID)
        if self._context.seals.of(self.key) == self.key:
            told = self.tr("This entry is sealed: it shows here alone, and only while you ask for it.")
            self.cover = Masked(self._context, self.key, self._fields, told=told, parent=self._inside)
            self.cover.turned.connect(self._turned)
            column.addWidget(self.cover)
        else:
            column.addWidget(self._fields(self._inside))
        remove = QPushButton(icon("trash"), self.tr("Remove this entry"), self._inside)
        role(remove, "quiet")
        remove.clicked.connect(lambda: self.remove_asked.emit(self.key))
        foot = OptionBox(self._inside)
        foot.flow.addWidget(remove)
        self.up = self._mover(icon("up"), self.tr("Move up"), "Alt+Up", -1, foot)
        self.down = self._mover(icon("down"), self.tr("Move down"), "Alt+Down", 1, foot)
        self.set_movable(*self._may_move)
        column.addWidget(foot)
        self._column.addWidget(self._inside)

    def _mover(self, sign: QIcon, text: str, keys: str, by: int, foot: OptionBox) -> QPushButton:
        button = QPushButton(sign, text, foot)
        button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        role(button, "quiet")
        button.clicked.connect(lambda: self.move_asked.emit(self.key, by))
        foot.flow.addWidget(button)
        return button

    def _fields(self, parent: QWidget) -> FormBody:
        foldable = len(GROUPS.get(self._kind, ())) >= _FOLD_FROM
        self.body = FormBody(self._context, self.key, foldable=foldable, parent=parent)
        return self.body

    def _forbidden(self) -> bool:
        """Whether this is a way that must never be used."""
        return self._kind == "channel" and (self._context.case.list_of(self.key) or "").endswith(".never_channels")

    def _cover_again(self, key: str) -> None:
        """A row that was sealed while it stood open closes; opened again it is covered."""
        bare = key == self.key and self.cover is None and self._inside is not None
        if bare and self._context.seals.covers(key):
            self.set_open(False)

    def _turned(self) -> None:
        if self.cover is not None and not self.cover.shown:
            self.body = None

    def _changed(self, place: str) -> None:
        if place.startswith(f"{self.key}."):
            self._soon.start()

"""A list to choose from: by typing a part of a word, or from the drop-down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from hrd_desktop.gui.editors.line import Line


class QuietCombo(QComboBox):
    """A drop-down that the mouse wheel does not change while the page is scrolled over it."""

    chosen = Signal(object)
    """The person has chosen; carries the code, or None for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._picked)

    def fill(self, entries: Iterable[tuple[str, str]], nothing: str | None) -> None:
        """Offer these (code, label); `nothing` is the label of no choice, or None if there must be one."""
        with QSignalBlocker(self):
            self.clear()
            if nothing is not None:
                self.addItem(nothing, None)
            for code, label in entries:
                self.addItem(label, code)
            self.setCurrentIndex(0 if nothing is not None else -1)

    def show_code(self, code: str | None) -> None:
        """Show a choice; one that is not among those offered is shown as it is."""
        index = self.findData(code) if code is not None else (0 if self.itemData(0) is None else -1)
        if index < 0 and code is not None:
            self.addItem(code, code)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Alt+Down opens the list, as everywhere, also where a page uses the same keys for something else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Down, Qt.Key.Key_Up)
            if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def _picked(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))


class SearchCombo(QuietCombo):
    """The same for long lists: what is typed is looked for anywhere in the labels, and in the codes."""

    not_found = Signal(str)
    """What was typed names nothing that is offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = Line(self)
        self.setLineEdit(self.line)
        completer = self.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _: self.settle())
        self.line.returnPressed.connect(self.settle)
        self._settled = ""

    def show_code(self, code: str | None) -> None:
        super().show_code(code)
        self._settled = self.currentText()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def _picked(self, index: int) -> None:
        self._settled = self.itemText(index)
        super()._picked(index)

    def settle(self) -> None:
        """Take what stands in the field as the choice: a label, a code, or the only label that holds the text."""
        text = self.currentText().strip()
        if text == self._settled:
            return
        index = self._index(text)
        if index is None:
            self.not_found.emit(text)
            return
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
            self.setEditText(self.itemText(index))
        self._settled = self.currentText()
        self.chosen.emit(self.itemData(index))

    def _index(self, text: str) -> int | None:
        if not text:
            return 0 if self.count() and self.itemData(0) is None else None
        folded = text.casefold()
        labels = [self.itemText(i).casefold() for i in range(self.count())]
        for i, label in enumerate(labels):
            if folded in (label, str(self.itemData(i)).casefold()):
                return i
        holding = [i for i, label in enumerate(labels) if folded in label]
        return holding[0] if len(holding) == 1 else None

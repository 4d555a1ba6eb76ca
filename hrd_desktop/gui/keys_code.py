"""Where a recovery code is typed: six short fields, as the groups stand on the sheet."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from hrd_desktop.gui.theme import GRID, role

GROUPS, LENGTH = 6, 5
_BESIDE, _LETTERS = 3, 9
_NOT_OF_A_CODE = re.compile(r"[^0-9A-Z]")
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


class CodeField(QWidget):
    """The next field takes over when one is full; a code that is pasted whole is dealt out."""

    entered = Signal()
    """Enter was pressed in the last group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        self.fields: list[QLineEdit] = []
        self.labels: list[QLabel] = []
        for number in range(GROUPS):
            label, field = QLabel(self), QLineEdit(self)
            role(label, "small")
            label.setBuddy(field)
            field.setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly | Qt.InputMethodHint.ImhNoPredictiveText)
            field.textEdited.connect(partial(self._typed, number))
            field.returnPressed.connect(partial(self._enter, number))
            field.installEventFilter(self)
            row, column = divmod(number, _BESIDE)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
            self.labels.append(label)
            self.fields.append(field)
        grid.setColumnStretch(_BESIDE, 1)
        self.setFocusProxy(self.fields[0])
        self._retranslate()
        self._fit()

    @property
    def text(self) -> str:
        """What is typed, with hyphens between the groups; empty if nothing is."""
        groups = [field.text().strip() for field in self.fields]
        return "-".join(groups) if any(groups) else ""

    def unfinished(self) -> int:
        """The number of the first group that does not have its five characters; 0 if all have."""
        wrong = (number for number, field in enumerate(self.fields, 1) if len(_clean(field.text())) != LENGTH)
        return next(wrong, 0)

    def differing(self, code: str) -> list[int]:
        """The numbers of the groups that are not those of a code as it is written, 1 to 6."""
        meant = code.split("-")
        return [number for number, field in enumerate(self.fields, 1) if _clean(field.text()) != meant[number - 1]]

    def mark(self, numbers: Collection[int]) -> None:
        """Show which groups are wrong, and go to the first of them."""
        for number, field in enumerate(self.fields, 1):
            wrong = number in numbers
            if bool(field.property("wrong")) != wrong:
                field.setProperty("wrong", wrong)
                field.style().polish(field)
        if numbers:
            first = self.fields[min(numbers) - 1]
            first.setFocus()
            first.selectAll()

    def forget(self) -> None:
        """Nothing of it stays."""
        for field in self.fields:
            field.clear()
        self.mark(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty field goes back to the one before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.fields:
            number = self.fields.index(watched)
            if event.key() == Qt.Key.Key_Backspace and number and not self.fields[number].text():
                self.fields[number - 1].setFocus()
                self.fields[number - 1].end(False)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "fields") and len(self.fields) == GROUPS:
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _typed(self, number: int, text: str) -> None:
        self.mark(())
        letters = _clean(text)
        if len(letters) > LENGTH and number + 1 < GROUPS:
            self._deal(number, letters)
            return
        field, at = self.fields[number], self.fields[number].cursorPosition()
        shown = _NOT_OF_A_CODE.sub("", text.upper())
        if text != shown:  # who types the hyphens too, types them into the next field
            field.setText(shown)
            field.setCursorPosition(at)
        if len(letters) == LENGTH and at >= len(shown) and number + 1 < GROUPS:
            self.fields[number + 1].setFocus()
            self.fields[number + 1].selectAll()

    def _deal(self, number: int, letters: str) -> None:
        """What is too long for one field goes on in the next ones; the last keeps what is too much."""
        for at in range(number, GROUPS):
            part, letters = (letters[:LENGTH], letters[LENGTH:]) if at < GROUPS - 1 else (letters, "")
            self.fields[at].setText(part)
            if not letters:
                self.fields[at].setFocus()
                self.fields[at].end(False)
                if len(part) == LENGTH and at + 1 < GROUPS:
                    self.fields[at + 1].setFocus()
                return

    def _enter(self, number: int) -> None:
        if number + 1 < GROUPS:
            self.fields[number + 1].setFocus()
        else:
            self.entered.emit()

    def _retranslate(self) -> None:
        for number, (label, field) in enumerate(zip(self.labels, self.fields, strict=True), 1):
            label.setText(str(number))
            field.setAccessibleName(self.tr("Group {number} of the recovery code").format(number=number))

    def _fit(self) -> None:
        for field in self.fields:
            field.setFixedWidth(field.fontMetrics().averageCharWidth() * _LETTERS + 3 * GRID)


def _clean(text: str) -> str:
    return _NOT_OF_A_CODE.sub("", text.upper()).translate(_READ_AS)

"""Long text: grows with what is written, takes any script, and keeps each paragraph's own direction."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QTextEdit, QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.editors.clean import cleaned, seen
from hrd_desktop.gui.editors.line import leaves_undo_to_page
from hrd_desktop.gui.editors.text import TypedEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role

_LEAST_LINES, _MOST_LINES = 3, 24
_HUGE = 20_000  # letters of one paragraph from which setting it anew at each key is felt
_LAST_SIMPLE = "\u024f"  # the last letter of the Latin blocks, which stand beside each other unchanged
_MARKS = str.maketrans("", "", "‘’“”–—…•")


class Paper(QTextEdit):
    """A text field as high as its text, within limits; Tab goes to the next field.

    Plain text only. It is no QPlainTextEdit because that sets every paragraph at the left, Arabic and Hebrew too.
    """

    left = Signal()
    pasted = Signal(str)
    """This was pasted, before what is not seen was left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._light = False
        self.document().contentsChange.connect(self._weigh)
        self.set_direction(None)

    def set_direction(self, direction: Qt.LayoutDirection | None) -> None:
        """Force a direction; None lets each paragraph follow its own letters."""
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(direction or Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)

    def _weigh(self, at: int, _: int, added: int) -> None:
        """A huge paragraph in Latin letters is set without kerning: at each key the whole of it is set anew.

        Any other letter brings back the full care, which scripts that join their letters cannot do without.
        """
        if self._light or added > _HUGE:
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            cursor.setPosition(min(at + added, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
            paragraphs = cursor.selectedText().split("\u2029")
            simple = max("".join(paragraphs).translate(_MARKS), default="") <= _LAST_SIMPLE
            huge = self._light or max(map(len, paragraphs)) > _HUGE
            if (simple and huge) != self._light:
                self._light = simple and huge
                QTimer.singleShot(0, self, self._set_weight)

    def _set_weight(self) -> None:
        font = QFont()
        if self._light:
            font.setKerning(False)
            font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self.setFont(font)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_page(event, self.document().isUndoAvailable(), self.document().isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        plain = QMimeData()
        plain.setText(seen(text))
        super().insertFromMimeData(plain)
        self.pasted.emit(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _height(self) -> int:
        line, margins = self.fontMetrics().lineSpacing(), 2 * int(self.document().documentMargin())
        text = math.ceil(self.document().size().height()) - margins
        return min(max(text, _LEAST_LINES * line), _MOST_LINES * line) + margins + 20

    def _fit(self) -> None:
        self.setFixedHeight(self._height())


class LongTextEditor(TypedEditor):
    """Several paragraphs of text."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.paper = Paper(self)
        self.turn = QPushButton(self.tr("Write from the right"), self)
        self.turn.setCheckable(True)
        self.turn.setAccessibleName(self.tr("{field}: write from right to left").format(field=self.title))
        role(self.turn, "link")
        self.turn.toggled.connect(self._turn)
        self.paper.textChanged.connect(self.typed)
        self.paper.left.connect(self._leave)
        self.paper.pasted.connect(self.tell_unseen)
        self.finish(self.paper)
        self.top.addWidget(self.turn)

    def show_value(self, value: Any) -> None:
        if self.text() != (value or ""):
            with QSignalBlocker(self.paper):
                self.paper.setPlainText(value or "")

    def focus_target(self) -> QWidget:
        return self.paper

    def text(self) -> str:
        """What is written, with one empty line between paragraphs at most."""
        return cleaned(self.paper.toPlainText())

    def take(self, *, typing: bool = False) -> None:
        self.commit(self.text() or None, typing=typing)

    def _leave(self) -> None:
        self.flush()

    def _turn(self, right: bool) -> None:
        self.paper.set_direction(Qt.LayoutDirection.RightToLeft if right else None)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

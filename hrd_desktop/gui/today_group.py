"""One group of the Today page: its heading, its lines, and a button for those that are not shown yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui import today_words
from hrd_desktop.gui.line_button import LineButton, Sign
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services.today import Group, Line, Lines
from hrd_desktop.wording import Wording

_DAY_LETTERS = 20  # width of the column of days
_BESIDE_FROM = 64  # letters from which the day stands beside what waits, not above it


class TodayLine(QWidget):
    """A day, what waits, and of which case; a task has a box to tick as well."""

    opened = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, line: Line, on: date, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.box: QCheckBox | None = None
        self.button = LineButton(self)
        said = today_words.what(line, on, words)
        self._lead = QWidget(self)
        lead = QHBoxLayout(self._lead)
        lead.setContentsMargins(0, 0, 0, 0)
        if line.kind == "task":
            self.box = QCheckBox(self._lead)
            self.box.setToolTip(self.tr("Mark as done"))
            self.box.setAccessibleName(self.tr("Done: {task}").format(task=said))
            self.box.toggled.connect(self._tick)
            lead.addWidget(self.box)
        else:
            picture = Sign(self._lead)
            picture.show_icon(*today_words.sign(line, on))
            picture.setContentsMargins(GRID // 2, GRID + 2, 0, 0)
            lead.addWidget(picture)
        row.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(GRID)
        self.button.line.addLayout(self._line, 1)
        self._day = self._days(line, on, words)
        self._line.addWidget(self._day)
        self.what = self.button.label()
        self.what.setText(said)
        self.about = self.button.label("small")
        self.about.setText(today_words.about(line, words))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.what)
        texts.addWidget(self.about)
        self._line.addLayout(texts, 1)
        arrow = Sign(self.button)
        arrow.show_icon("left" if self.isRightToLeft() else "right", "accent")
        self.button.line.addWidget(arrow)
        self.button.setAccessibleName(", ".join(part for part in (self.when, said, self.about.text()) if part))
        self.button.clicked.connect(lambda: self.opened.emit(self.line))
        self._fit()

    def _days(self, line: Line, on: date, words: Wording) -> QWidget:
        self.when = ""
        made = QWidget(self.button)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if line.on is not None:
            far = today_words.distance((line.on - on).days)
            self.when = f"{words.day(line.on)}, {far}"
            late = line.on < on and line.kind in ("task", "deadline")
            for text, voice in ((words.day(line.on), ""), (far, "attention" if late else "small")):
                label = self.button.label(voice)
                label.setText(text)
                column.addWidget(label)
            column.addStretch(1)
        else:
            made.hide()
        return made

    def _tick(self, done: bool) -> None:
        font = self.what.font()
        font.setStrikeOut(done)
        self.what.setFont(font)
        self.ticked.emit(self.line, done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window or large letters: the day stands above."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._fit()

    def _fit(self) -> None:
        letter, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self._lead.setFixedWidth(max(36, height * 5 // 4))
        beside = self.width() >= letter * _BESIDE_FROM
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(2 * GRID if beside else 0)
        self._day.setFixedWidth(letter * _DAY_LETTERS) if beside else self._day.setMinimumWidth(0)
        if not beside:
            self._day.setMaximumWidth(16777215)


class TodayGroup(QWidget):
    """Lines of one kind of waiting. What is empty says so in a few words, or is not there at all."""

    opened = Signal(object)
    ticked = Signal(object, bool)
    more_asked = Signal(str, int)
    """The group, and how many of the lines that still wait are here."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.lines: list[TodayLine] = []
        self._count = 0
        self.title = QLabel(self)
        role(self.title, "strong")
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        role(self.empty, "small")
        self.card = QFrame(self)
        role(self.card, "card")
        self._rows = QVBoxLayout(self.card)
        self._rows.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._rows.setSpacing(0)
        self.more = QPushButton(self)
        role(self.more, "link")
        self.more.clicked.connect(lambda: self.more_asked.emit(self.group, len(self.lines) - self.ticks))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.title, self.empty, self.card):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def fill(self, found: Lines, on: date, words: Wording, *, added: bool = False) -> None:
        """Show these lines, or add them to those that are here."""
        if not added:
            for old in self.lines:
                self._rows.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.lines = []
        first_new = len(self.lines)
        for line in found.lines:
            made = TodayLine(line, on, words, self.card)
            made.opened.connect(self.opened)
            made.ticked.connect(self._ticked)
            made.button.neighbour.connect(lambda by, made=made: self._step(made, by))
            self._rows.addWidget(made)
            self.lines.append(made)
        self._count = found.count
        self._say()
        self.empty.setText(today_words.nothing(self.group))
        self.empty.setVisible(not found.count)
        self.card.setVisible(bool(self.lines))
        rest = found.count - (len(self.lines) - self.ticks)
        self.more.setText(self.tr("Show more ({count})").format(count=rest))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(found.count) or bool(self.empty.text()))
        if added and first_new < len(self.lines):
            self.lines[first_new].button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def ticks(self) -> int:
        """How many of its lines were ticked here; they stay until the page is made anew."""
        return sum(line.box is not None and line.box.isChecked() for line in self.lines)

    def _ticked(self, line: Line, done: bool) -> None:
        self._count += -1 if done else 1
        self._say()
        self.ticked.emit(line, done)

    def _say(self) -> None:
        name = today_words.title(self.group)
        self.title.setText(f"{name} ({self._count})" if self._count else name)

    def _step(self, line: TodayLine, by: int) -> None:
        to = self.lines.index(line) + by
        if 0 <= to < len(self.lines):
            self.lines[to].button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextPrevChild(by > 0)

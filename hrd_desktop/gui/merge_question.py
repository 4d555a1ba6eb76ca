"""One question of a merge: where, what stands here and there with who and when, and the choice between them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.core.merge import Side
from hrd_desktop.core.past import Stamp
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.merge_texts import FOLDED, as_page, is_long, marked
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.wording import Wording

_SIDE_BY_SIDE = 76  # letters of width from which both values stand beside each other

translate = QCoreApplication.translate


class ValueLabel(QLabel):
    """A wrapped text that knows how high it is: a long list asks for it again with every card that comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

    def show_page(self, page: str) -> None:
        """Show a rich text."""
        self._heights.clear()
        self.setText(page)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if hasattr(self, "_heights"):
            self._heights.clear()
        super().changeEvent(event)


class SideBox(QFrame):
    """One of the two values. A click anywhere in it chooses it."""

    def __init__(self, title: str, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "side")
        self.choice = QRadioButton(title, self)
        self.choice.toggled.connect(self._mark)
        self.told = text_label(self, "small")
        fill(self.told, told)
        self.value = ValueLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        for widget in (self.choice, self.told, self.value):
            column.addWidget(widget)
        column.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.rect().contains(event.position().toPoint()):
            self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choice.click()

    def _mark(self, on: bool) -> None:
        role(self, "side_chosen" if on else "side")


class MergeQuestion(QFrame):
    """`place` is what the choice is about; `side` what was chosen, None as long as nobody has."""

    chosen = Signal(str)
    """A side was chosen; carries the place."""
    next_wanted = Signal()
    """Chosen by key: go on to the next that has no answer."""
    reveal_asked = Signal(str)
    """Somebody asks to see what is covered; carries the key of the cover."""

    def __init__(
        self,
        place: str,
        where: str,
        told: tuple[str, str],
        titles: tuple[str, str] | None = None,
        states: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        role(self, "card")
        self._states = states or (self.tr("Mine stays"), self.tr("Theirs is taken"))
        self.place = place
        self.cover = ""
        self._values = ("", "")
        self.where = text_label(self, "strong")
        self.where.setText(where)
        self.note = text_label(self, "small")
        fill(self.note, "")
        self.sign = Sign(self)
        self.state = QLabel(self)
        names = titles or (self.tr("Keep mine"), self.tr("Take theirs"))
        self.mine = SideBox(names[0], told[0], self)
        self.theirs = SideBox(names[1], told[1], self)
        self._group = QButtonGroup(self)
        for box in (self.mine, self.theirs):
            self._group.addButton(box.choice)
            box.choice.setAccessibleName(f"{where}: {box.choice.text()}")
            box.choice.clicked.connect(lambda: self.chosen.emit(self.place))
            box.choice.toggled.connect(lambda _: self._say_state())
        self.whole = self._link(self.tr("Show the whole texts"))
        self.whole.clicked.connect(self._unfold)
        self.show_it = self._link(self.tr("Covered: show it"))
        self.show_it.clicked.connect(lambda: self.reveal_asked.emit(self.cover))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.where, 1)
        head.addWidget(self.sign)
        head.addWidget(self.state)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(GRID)
        for box in (self.mine, self.theirs):
            self._sides.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(self._sides)
        for link in (self.whole, self.show_it):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self.mine.choice)
        self._say_state()

    @property
    def side(self) -> Side | None:
        """What was chosen."""
        if self.mine.choice.isChecked():
            return "mine"
        return "theirs" if self.theirs.choice.isChecked() else None

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        return [self.mine.choice, self.theirs.choice, self.whole, self.show_it]

    def choose(self, side: Side) -> None:
        """Choose a side, as a click would."""
        (self.mine if side == "mine" else self.theirs).choice.setChecked(True)

    def show_values(self, mine: str, theirs: str, *, compare: bool = True) -> None:
        """Show both; in long texts what differs is marked, unless they are not to be compared."""
        self._values = (mine, theirs)
        self.show_it.hide()
        if compare and is_long(mine, theirs):
            pages = marked(mine, theirs)
            self.whole.setVisible(FOLDED in pages[0] + pages[1])
        else:
            pages = as_page(mine), as_page(theirs)
            self.whole.hide()
        self._fill(*pages)
        for box, value in ((self.mine, mine), (self.theirs, theirs)):
            box.choice.setAccessibleDescription(f"{box.told.text()}: {value}")

    def cover_values(self, key: str) -> None:
        """Show that something is covered, and offer to show it."""
        self.cover = key
        self._values = ("", "")
        covered = self.tr("covered")
        self._fill(as_page(covered), as_page(covered))
        for box in (self.mine, self.theirs):
            box.choice.setAccessibleDescription(f"{box.told.text()}: {covered}")
        self.whole.hide()
        self.show_it.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 choose and go on."""
        sides: dict[int, Side] = {Qt.Key.Key_1: "mine", Qt.Key.Key_2: "theirs"}
        side = sides.get(event.key())
        if side is None:
            super().keyPressEvent(event)
            return
        self.choose(side)
        self.chosen.emit(self.place)
        self.next_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _SIDE_BY_SIDE
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _link(self, text: str) -> QPushButton:
        link = QPushButton(text, self)
        link.setAutoDefault(False)
        role(link, "link")
        link.hide()
        return link

    def _fill(self, mine: str, theirs: str) -> None:
        self.mine.value.show_page(mine)
        self.theirs.value.show_page(theirs)

    def _unfold(self) -> None:
        self._fill(*marked(*self._values, folded=False))
        self.whole.hide()
        self.mine.choice.setFocus()

    def _say_state(self) -> None:
        name, voice = ("question", "attention") if self.side is None else ("done", "clear")
        self.sign.show_icon(name, voice)
        said = {None: self.tr("Not answered yet"), "mine": self._states[0], "theirs": self._states[1]}
        self.state.setText(said[self.side])
        role(self.state, voice)


def told_by(words: Wording, stamp: Stamp | None, here: bool) -> str:
    """Who wrote a value and when, as far as that is known."""
    side = translate("MergeQuestion", "On file here") if here else translate("MergeQuestion", "In the file that came")
    if stamp is None:
        return side
    day = words.day(stamp.at.astimezone().date())
    facts = [side, stamp.by, day]
    return " · ".join(fact for fact in facts if fact)

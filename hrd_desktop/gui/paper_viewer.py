"""A paper on the screen, in memory alone: its pages, what it carries unseen, what of it leaves, what is covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.page_pictures import PagePictures, Wanted
from hrd_desktop.gui.page_view import PageView
from hrd_desktop.gui.paper_bars import CoverBar, PaperBar
from hrd_desktop.gui.paper_desk import desk_of
from hrd_desktop.gui.paper_facts import PaperFacts
from hrd_desktop.gui.tasks import Task
from hrd_desktop.gui.text_search import Hit, hits_in
from hrd_desktop.gui.theme import GRID
from hrd_desktop.services import evidence, viewing
from hrd_desktop.services.evidence import PICTURES, PRINTED, Box, CannotOpen, Found
from hrd_desktop.services.reading import Reading
from hrd_desktop.services.viewing import Opened

_BESIDE_FROM = 80  # letters in the width of the window
_WIDTHS = (900, 1800, 3000)  # pixels that pages are asked for: few sizes, so that they are found again


class PaperViewer(QDialog):
    """Opens one entry of the evidence list. Nothing is written to the disk but what is covered, in the case file."""

    def __init__(self, context: FieldContext, entry: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = desk_of(context).reading
        self.entry = entry
        self.opened: Opened | None = None
        self.found: Found | None = None
        self.boxes: list[Box] = []
        self._before: list[list[Box]] = []
        self.page = 0
        self._looking: Task | None = None
        self._pictures = PagePictures(context.case, self._reading, self)
        self._pictures.ready.connect(self._present)
        self._pictures.failed.connect(self._failed)
        self._hits: list[Hit] = []
        self._hit = -1
        self._save_soon = QTimer(self, singleShot=True, interval=400)
        self._save_soon.timeout.connect(self._save_boxes)
        self.setWindowTitle(self.tr("Paper {entry}").format(entry=entry))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._make()
        self._keys()
        room = self.screen().availableSize()
        self.resize(min(1180, round(room.width() * 0.95)), min(860, round(room.height() * 0.92)))
        context.reveals.changed.connect(self._covered_again)
        self._say(self.tr("The paper is taken out of the case file…"))
        case = context.case
        case.ask(partial(viewing.opened, case.file, case.code, entry), self._open, self._failed, self)

    @classmethod
    def show_paper(cls, context: FieldContext, entry: str, parent: QWidget) -> None:
        """Show a paper until the person closes it."""
        dialog = cls(context, entry, parent)
        dialog.exec()
        dialog.deleteLater()
        desk_of(context).refresh()

    # Building

    def _make(self) -> None:
        self.view = PageView(self)
        self.view.setAccessibleName(self.tr("Page of the paper"))
        self.view.boxes_changed.connect(self._boxes_changed)
        self.view.page_wanted.connect(self.go)
        self.view.sharper_wanted.connect(lambda _: self._pictures.ask(self._wanted(), self.boxes))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the paper"))
        self.said = text_label(self)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        shown: tuple[QWidget, ...] = (self.said, self.view, self.text)
        for widget in shown:
            self.stack.addWidget(widget)
        self.facts = PaperFacts(self._context, self)
        self.bar = PaperBar(self.view, self.go, self)
        self.bar.search.textChanged.connect(self._search)
        self.bar.search.returnPressed.connect(self.next_hit)
        self.covering = CoverBar(self)
        self.covering.cover.toggled.connect(self._cover)
        self.covering.leaving.toggled.connect(lambda _: self._show_page())
        self.covering.new_box.clicked.connect(lambda _: self.view.begin_box())
        self.covering.remove_box.clicked.connect(lambda _: self.view.remove_box())
        self.covering.back.clicked.connect(lambda _: self._undo())
        self.told = text_label(self, "small")
        self.told.hide()
        self._lay_out()
        self._enable()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        bars: tuple[QWidget, ...] = (self.bar, self.covering, self.told)
        for widget in bars:
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter(self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.facts)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([800, 320])
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.splitter, 1)
        whole.addLayout(foot)

    def _keys(self) -> None:
        for keys, work in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.bar.search.setFocus),
            (QKeySequence(QKeySequence.StandardKey.FindNext), self.next_hit),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
        ):
            QShortcut(keys, self).activated.connect(work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the page there is room for the facts, or they stand below it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([800, 320 if beside else 120])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does not close the paper: it may have been meant for the search field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # Opening

    def _open(self, opened: Opened) -> None:
        self.opened, self.found, self.boxes = opened, opened.found, list(opened.boxes)
        if self.found is None:
            look = partial(_look, self._reading, opened.data)
            self._looking = self._context.case.aside(look, self._looked, self._failed, self)
            return
        self._begin()

    def _looked(self, found: Found) -> None:
        self._looking, self.found = None, found
        self._begin()

    def _begin(self) -> None:
        found = self.found
        assert found is not None
        assert self.opened is not None
        self._tell_facts()
        if found.trouble or found.kind not in PRINTED:
            reason = self._context.words.of_file(f"trouble_{found.trouble or 'no_pages'}")
            self._say(self.tr("It is kept unopened. {why}").format(why=reason) if found.trouble else reason)
        elif self.paged:
            self._pictures.of(self.opened.data)
            self.stack.setCurrentWidget(self.view)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_page()
        else:
            self.text.setPlainText("\n\n".join(self.opened.texts))
            self.stack.setCurrentWidget(self.text)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    @property
    def paged(self) -> bool:
        """Whether it is shown as pictures of pages."""
        found = self.found
        return found is not None and not found.trouble and (found.kind == "pdf" or found.kind in PICTURES)

    def _enable(self) -> None:
        count = self.found.pages if self.found is not None and self.paged else 0
        self.bar.show_state(self.page, count, searchable=self.opened is not None and any(self.opened.texts))
        self.covering.setVisible(self.paged)
        self.covering.show_state(boxes=len(self.view.boxes), steps=len(self._before))

    def _tell_facts(self) -> None:
        if self.found is not None:
            self.facts.show_found(self.found, len(self.boxes))

    # Pages

    def go(self, by: int) -> None:
        """Go so many pages on."""
        if self.found is not None and 0 <= self.page + by < self.found.pages:
            self.page += by
            self._show_page()

    def _show_page(self) -> None:
        """Show the page: at once what is there, sharper when it is made."""
        if self.opened is None or not self.paged:
            return
        self.view.covering = self.covering.cover.isChecked() and not self.covering.leaving.isChecked()
        self._enable()
        self._present()
        self._pictures.ask(self._wanted(), self.boxes)

    def _wanted(self) -> Wanted:
        if self.covering.leaving.isChecked():
            return Wanted("leaving", self.page)
        pixels = self.view.viewport().width() * self.view.zoom * self.view.devicePixelRatioF() / 1.3
        return Wanted("kept", self.page, next((width for width in _WIDTHS if width >= pixels), _WIDTHS[-1]))

    def _present(self) -> None:
        wanted = self._wanted()
        picture = self._pictures.best(wanted)
        if picture is not None:
            here = [box for box in self.boxes if box.page == self.page] if wanted.how == "kept" else []
            self.view.show_page(picture, self.page, here)
            self.stack.setCurrentWidget(self.view)
            self._enable()
        elif self.view.page != self.page or wanted.how == "leaving":
            self._say(self.tr("The page is made…"))

    # Covering

    def _cover(self, on: bool) -> None:
        if on:
            self.covering.leaving.setChecked(False)
            self._say_told(
                self.tr(
                    "Draw a box over what must not leave. By keyboard: N makes a box, arrows move it, Shift and "
                    "arrows size it, Space goes to the next, Delete takes it away."
                )
            )
        else:
            self._say_told("")
        self._show_page()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _boxes_changed(self, here: list[Box]) -> None:
        self._before.append(list(self.boxes))
        self._set_boxes([*(box for box in self.boxes if box.page != self.page), *here])

    def _undo(self) -> None:
        if self._before:
            self._set_boxes(self._before.pop())
            self._show_page()

    def _set_boxes(self, boxes: Sequence[Box]) -> None:
        self.boxes = sorted(boxes, key=lambda box: box.page)
        self._pictures.forget_leaving()
        self._save_soon.start()
        self._tell_facts()
        self._enable()

    def _save_boxes(self) -> None:
        self._save_soon.stop()
        if self.opened is not None and self.opened.entry.sha256:
            case = self._context.case
            work = partial(evidence.set_boxes, case.file, case.code, self.opened.entry.sha256, list(self.boxes))
            # The dialog may close before they are saved: the desk hears of a failure.
            desk = desk_of(self._context)
            case.ask(work, lambda _: None, desk.failed.emit, desk)

    # Searching

    def _search(self) -> None:
        self._hits = hits_in(self.opened.texts if self.opened is not None else (), self.bar.search.text())
        self._hit = -1
        if self.bar.search.text().strip():
            self.next_hit()
        else:
            self._say_told("")

    def next_hit(self) -> None:
        """Go to the next place where the words stand, after the last to the first."""
        if not self._hits:
            self._say_told(self.tr("Not found in the text of this paper.") if self.bar.search.text().strip() else "")
            return
        self._hit = (self._hit + 1) % len(self._hits)
        hit = self._hits[self._hit]
        if self.paged:
            told = self.tr("{number} of {count}, page {page}: {excerpt}")
            self._say_told(
                told.format(number=self._hit + 1, count=len(self._hits), page=hit.page + 1, excerpt=hit.excerpt)
            )
            self.go(hit.page - self.page)
        else:
            self._say_told(self.tr("{number} of {count}").format(number=self._hit + 1, count=len(self._hits)))
            if not self.text.find(self.bar.search.text().strip()):
                self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
                self.text.find(self.bar.search.text().strip())

    # Saying and closing

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.stack.setCurrentWidget(self.said)

    def _say_told(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _failed(self, error: Exception) -> None:
        words = self._context.words
        if isinstance(error, CannotOpen):
            self._say(words.of_file(f"trouble_{error.trouble}"))
        else:
            self._say(words.message(error))

    def _covered_again(self, key: str) -> None:
        if self._context.seals.covers(self.entry) and self._context.seals.of(self.entry) == key:
            self.reject()

    def done(self, result: int) -> None:
        """Close; what is under way ends, what is covered is saved."""
        if self._save_soon.isActive():
            self._save_boxes()
        if self._looking is not None:
            self._looking.cancel()
        self._pictures.stop()
        super().done(result)


def _look(reading: Reading, data: bytes, cancelled: Callable[[], bool]) -> Found:
    return reading.look(data, "", cancelled)[1]

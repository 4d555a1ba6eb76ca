"""A paper on the screen, in memory alone: its pages, what it carries unseen, what of it leaves, what is covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.page_pictures import PagePictures, Wanted
from hrd_desktop.gui.paper_desk import desk_of
from hrd_desktop.gui.paper_window import PaperWindow
from hrd_desktop.gui.tasks import Task
from hrd_desktop.gui.text_search import Hit, hits_in
from hrd_desktop.gui.text_sheets import TextSheets
from hrd_desktop.services import evidence, viewing
from hrd_desktop.services.evidence import PRINTED, WRITTEN, Box, CannotOpen, Found
from hrd_desktop.services.reading import Reading
from hrd_desktop.services.viewing import Opened

_WIDTHS = (900, 1800, 3000)  # pixels that pages are asked for: few sizes, so that they are found again


class PaperViewer(PaperWindow):
    """Opens one entry of the evidence list. Nothing is written to the disk but what is covered, in the case file."""

    def __init__(self, context: FieldContext, entry: str, parent: QWidget | None = None) -> None:
        super().__init__(context, entry, parent)
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
        self.sheets = TextSheets(context.case, self._reading, self)
        self.sheets.ready.connect(self._other_view)
        self.sheets.failed.connect(self._failed)
        self._on_sheets = False
        self._hits: list[Hit] = []
        self._hit = -1
        self._save_soon = QTimer(self, singleShot=True, interval=400)
        self._save_soon.timeout.connect(self._save_boxes)
        self._connect()
        self._enable()
        context.reveals.changed.connect(self._covered_again)
        self.say(self.tr("The paper is taken out of the case file…"))
        case = context.case
        case.ask(partial(viewing.opened, case.file, case.code, entry), self._open, self._failed, self)

    @classmethod
    def show_paper(cls, context: FieldContext, entry: str, parent: QWidget) -> None:
        """Show a paper until the person closes it."""
        dialog = cls(context, entry, parent)
        dialog.exec()
        dialog.deleteLater()
        desk_of(context).refresh()

    def _connect(self) -> None:
        self.page_wanted.connect(self.go)
        self.view.boxes_changed.connect(self._boxes_changed)
        self.view.sharper_wanted.connect(lambda _: self._pictures.ask(self._wanted(), self.boxes))
        self.bar.search.textChanged.connect(self._search)
        self.bar.search.returnPressed.connect(self.next_hit)
        self.covering.cover.toggled.connect(self._cover)
        self.covering.leaving.toggled.connect(lambda _: self._other_view())
        self.covering.right.clicked.connect(lambda _: self._boxes_right())
        self.covering.new_box.clicked.connect(lambda _: self.view.begin_box())
        self.covering.remove_box.clicked.connect(lambda _: self.view.remove_box())
        self.covering.back.clicked.connect(lambda _: self._undo())
        for keys, work in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.bar.search.setFocus),
            (QKeySequence(QKeySequence.StandardKey.FindNext), self.next_hit),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
        ):
            QShortcut(keys, self).activated.connect(work)

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
            self.say(self.tr("It is kept unopened. {why}").format(why=reason) if found.trouble else reason)
        elif self.paged:
            self._show_pages(self.opened.data)
        else:
            self.text.setPlainText("\n\n".join(self.opened.texts))
            self.sheets.of(self.opened.texts, self.opened.sheets, covered=bool(self.boxes))
            self._tell_facts()
            if self.boxes:
                self._other_view()
            else:
                self._show_text()
        self._enable()

    def _show_pages(self, data: bytes) -> None:
        self._pictures.of(data)
        self.stack.setCurrentWidget(self.view)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_page()
        self._search_again()

    def _show_text(self) -> None:
        self._on_sheets = False
        self.stack.setCurrentWidget(self.text)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search_again()

    @property
    def paged(self) -> bool:
        """Whether it is shown as pictures of pages: its own, or of a text those on which parts of it are covered."""
        return self._leaves and (not self._written or self._on_sheets)

    @property
    def _leaves(self) -> bool:
        if self.found is None or self.found.trouble or self.found.kind not in PRINTED:
            return False
        return not self._written or (self.opened is not None and any(self.opened.texts))

    @property
    def _written(self) -> bool:
        return self.found is not None and self.found.kind in WRITTEN

    @property
    def _count(self) -> int:
        if not self.paged or self.found is None:
            return 0
        return self.found.pages if self.sheets.made is None else self.sheets.made.pages

    @property
    def _texts(self) -> Sequence[str]:
        if self.opened is None:
            return ()
        return self.sheets.texts if self._on_sheets else self.opened.texts

    def _enable(self) -> None:
        self.bar.show_state(self.page, self._count, searchable=any(self._texts))
        self.covering.setVisible(self._leaves)
        doubtful = bool(self.boxes) and not self.sheets.certain
        self.covering.show_state(boxes=len(self.view.boxes), steps=len(self._before), doubtful=doubtful)

    def _tell_facts(self) -> None:
        if self.found is not None:
            self.facts.show_found(self.found, len(self.boxes), certain=self.sheets.certain)

    # Pages

    def go(self, by: int) -> None:
        """Go so many pages on."""
        if 0 <= self.page + by < self._count:
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
            self.say(self.tr("The page is made…"))

    # The sheets of a text

    def _other_view(self) -> None:
        """Show the page in another way; a text changes to its sheets to be covered or seen as it leaves, and back."""
        wanted = bool(self.boxes) or self.covering.cover.isChecked() or self.covering.leaving.isChecked()
        if not self._written or (wanted and self._on_sheets):
            self._show_page()
        elif not wanted:
            self._show_text()
        elif self.sheets.there:
            self._show_sheets()
        else:
            self.say(self.tr("The page is made…"))
            self.sheets.ask()
        self._enable()

    def _show_sheets(self) -> None:
        assert self.sheets.made is not None
        self._on_sheets, self.page = True, 0
        self._show_pages(self.sheets.made.data)
        if not self.sheets.certain:
            self.say_above(
                self.tr(
                    "These boxes came with the case, and the text may be set otherwise here. Look at each page: until "
                    "you say that they cover the right words, nothing of this paper leaves."
                )
            )

    def _boxes_right(self) -> None:
        self.sheets.certain = True
        self.say_above("")
        self._tell_facts()
        self._enable()
        self._save_boxes()

    # Covering

    def _cover(self, on: bool) -> None:
        if on:
            self.covering.leaving.setChecked(False)
            self.say_above(
                self.tr(
                    "Draw a box over what must not leave. By keyboard: N makes a box, arrows move it, Shift and "
                    "arrows size it, Space goes to the next, Delete takes it away."
                )
            )
        else:
            self.say_above("")
        self._other_view()
        (self.view if self.paged else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

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
            work = partial(
                evidence.set_boxes, case.file, case.code, self.opened.entry.sha256, list(self.boxes),
                sheets=self.sheets.to_keep, evidence=self.entry,
            )  # fmt: skip
            # The dialog may close before they are saved: the desk hears of a failure.
            desk = desk_of(self._context)
            case.ask(work, lambda _: None, desk.failed.emit, desk)

    # Searching

    def _search(self) -> None:
        self._hits = hits_in(self._texts, self.bar.search.text())
        self._hit = -1
        if self.bar.search.text().strip():
            self.next_hit()
        else:
            self.say_above("")

    def _search_again(self) -> None:
        if self.bar.search.text().strip():
            self._search()

    def next_hit(self) -> None:
        """Go to the next place where the words stand, after the last to the first."""
        if not self._hits:
            self.say_above(self.tr("Not found in the text of this paper.") if self.bar.search.text().strip() else "")
            return
        self._hit = (self._hit + 1) % len(self._hits)
        hit = self._hits[self._hit]
        if self.paged:
            told = self.tr("{number} of {count}, page {page}: {excerpt}")
            self.say_above(
                told.format(number=self._hit + 1, count=len(self._hits), page=hit.page + 1, excerpt=hit.excerpt)
            )
            self.go(hit.page - self.page)
        else:
            self.say_above(self.tr("{number} of {count}").format(number=self._hit + 1, count=len(self._hits)))
            if not self.text.find(self.bar.search.text().strip()):
                self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
                self.text.find(self.bar.search.text().strip())

    # Failing and closing

    def _failed(self, error: Exception) -> None:
        words = self._context.words
        if isinstance(error, CannotOpen):
            self.say(words.of_file(f"trouble_{error.trouble}"))
        else:
            self.say(words.message(error))

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
        self.sheets.stop()
        super().done(result)


def _look(reading: Reading, data: bytes, cancelled: Callable[[], bool]) -> Found:
    return reading.look(data, "", cancelled)[1]

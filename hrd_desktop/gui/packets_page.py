"""Every packet that was written to leave, over all cases: what became of it, and whether a file is one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop import paths
from hrd_desktop.gui import sent_words
from hrd_desktop.gui.flow_layout import FlowBox
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.line_button import Sign
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.sent_cards import SentCards
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon, role
from hrd_desktop.services import evidence, sent
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.sent import Sent, Verified

_AT_ONCE = 20
_WIDEST = 110  # letters in a line


class PacketsPage(QWidget):
    """Cards, the newest first, so many at a time; above them the way to verify a file."""

    chosen = Signal(str)
    """The code of a case to open."""

    scroller: QScrollArea
    ground: QWidget
    heading: QLabel
    hint: QLabel
    tools: FlowBox
    verdict_card: QFrame
    verdict_sign: Sign
    verdict: QLabel
    message: QLabel
    empty: QLabel
    cards: QVBoxLayout
    more: QPushButton

    def __init__(
        self,
        file: CaseFile,
        tasks: Tasks,
        language: Language,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, own=[FlowBox, Sign])
        self._file = file
        self._tasks = tasks
        self._language = language
        self._room = _AT_ONCE
        self._verified: Verified | None = None
        self.verify_button = QPushButton(icon("shield"), "", self.tools)
        self.tools.flow.addWidget(self.verify_button)
        self.list = SentCards(file, self._ask, language.words, now, self.ground)
        self.list.case_asked.connect(self.chosen)
        self.list.told.connect(self._say)
        self.list.changed.connect(self._read)
        self.cards.addWidget(self.list)
        self.verify_button.clicked.connect(self._verify)
        self.more.clicked.connect(self._show_more)
        self.setFocusProxy(self.verify_button)
        for widget in (self.verdict_card, self.message, self.empty, self.more, self.list):
            widget.hide()
        self._retranslate()
        self._fit()
        self._read()

    @property
    def by(self) -> str:
        """Who is working: what is added to the register bears these letters."""
        return self.list.by

    @by.setter
    def by(self, initials: str) -> None:
        self.list.by = initials

    def _ask(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Any], None], owner: QObject
    ) -> None:
        self._tasks.database(work, done=done, failed=failed, owner=owner)

    def _read(self) -> None:
        # One more than there is room for tells whether there are more.
        work = partial(sent.of_all, self._file, 0, self._room + 1)
        self._ask(work, self._came, self._failed, self)

    def _came(self, rows: list[Sent]) -> None:
        self.list.fill(rows[: self._room])
        self.more.setVisible(len(rows) > self._room)
        self.empty.setVisible(not rows)

    def _show_more(self) -> None:
        self._room += _AT_ONCE
        self._read()

    # Is this file one of them?

    def _verify(self) -> None:
        path = self.choose_file()
        if path is not None:
            self._ask(partial(_verified, self._file, path), self._say_verdict, self._failed, self)

    def choose_file(self) -> Path | None:
        """Ask which file; None if the person thinks better."""
        dialog = QFileDialog(self, self.tr("Verify a packet file"), str(paths.documents()))
        dialog.setNameFilters([self.tr("Packets (*.pdf *.age)"), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _say_verdict(self, found: Verified) -> None:
        self._verified = found
        said, name, voice = sent_words.verdict(found, self._language.words)
        self.verdict_sign.show_icon(name, voice)
        self.verdict.setText(said)
        self.verdict_card.show()
        fill(self.message, "")

    def _say(self, text: str, voice: str) -> None:
        role(self.message, voice)
        fill(self.message, text)

    def _failed(self, error: object) -> None:
        self._say(sentence(error, self._language.lang), "error")

    def tell(self, error: object) -> None:
        """Says why a case cannot be opened."""
        self._failed(error)

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language, the width the text size."""
        super().changeEvent(event)
        if hasattr(self, "list"):
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
                self.list.words = self._language.words
                if not self._tasks.closed:  # not while the program ends
                    self.list.clear()
                    self._read()
            elif event.type() == QEvent.Type.FontChange:
                self._fit()

    def _retranslate(self) -> None:
        self.verify_button.setText(self.tr("Verify a packet file…"))
        self.more.setText(self.tr("Show more"))
        self.empty.setText(
            self.tr("No packet has left yet. Open a case and choose Packet; drafts for the desk are not kept here.")
        )
        if self._verified is not None:
            self._say_verdict(self._verified)

    def _fit(self) -> None:
        self.ground.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)


def _verified(file: CaseFile, path: Path) -> Verified:
    return sent.verify_file(file, evidence.read_file(path))

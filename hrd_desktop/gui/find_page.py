"""Finding: one field for words, and the places in all cases where they stand, as somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QListView, QStackedWidget, QWidget

from hrd_desktop.gui.find_delegate import FindDelegate
from hrd_desktop.gui.find_model import FindModel
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon
from hrd_desktop.services.files import CaseFile

_PAUSE = 150  # ms after the last letter


class FindPage(QWidget):
    """The search, its results by case, and what to do when there are none. Names are hidden unless asked for."""

    chosen = Signal(str, str, str)
    """The code of a case, the place in it to open, and the words that led there."""
    left = Signal()
    """Escape from the empty field: back to where somebody came from."""

    heading: QLabel
    search: QLineEdit
    show_names: QCheckBox
    stack: QStackedWidget
    list: QListView
    empty: QFrame
    empty_title: QLabel
    empty_hint: QLabel
    message: QLabel
    count: QLabel

    def __init__(
        self, file: CaseFile, tasks: Tasks, language: Language, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self)
        self._language = language
        self._found: tuple[int, bool] | None = None
        self._hurry = False  # Enter was pressed before the answer was in
        self.model = FindModel(file, tasks, language)
        self.model.setParent(self)
        self.model.answered.connect(self._answered)
        self.model.failed.connect(self._failed)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindDelegate(self.list, self.model))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.search.addAction(QAction(icon("search", "quiet"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._open_chosen)
        self.show_names.toggled.connect(lambda _: self._ask())
        self.setFocusProxy(self.search)
        self.message.hide()
        self.search.setText(text)
        self._say()

    def begin(self) -> None:
        """Somebody comes: what was looked for last is there, looked up anew, and typing replaces it."""
        self.search.selectAll()
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        if self.search.text().strip():
            self.model.look(self.search.text(), names=self.show_names.isChecked())
        else:
            self._found = None
            self._hurry = False
            self._say()

    def _answered(self, total: int, more: bool) -> None:
        self._found = (total, more) if self.search.text().strip() else None
        self.message.hide()
        self._say()
        if total:
            self.list.setCurrentIndex(self.model.index(1))  # the first line is a case
            self.list.scrollToTop()
            if self._hurry:
                self._open(self.list.currentIndex())
        self._hurry = False

    def _failed(self, error: object) -> None:
        self._hurry = False
        self.message.setText(sentence(error, self._language.lang))
        self.message.show()

    def _say(self) -> None:
        total, more = self._found or (0, False)
        self.stack.setCurrentWidget(self.list if total else self.empty)
        self.count.setVisible(bool(total))
        if self._found is None:
            self.empty_title.setText(self.tr("Look through everything that was written."))
            self.empty_hint.setText(
                self.tr(
                    "Names in any script and spelling, accounts, notes, papers and the journal of all cases. "
                    "The beginning of a word is enough."
                )
            )
        elif not total:
            self.empty_title.setText(self.tr("These words do not stand together anywhere."))
            self.empty_hint.setText(self.tr("Try fewer words, or only the beginning of one."))
        elif more:
            self.count.setText(self.tr("More than {count} places. Another word narrows them down.").format(count=total))
        else:
            self.count.setText(self.tr("Places found: {count}").format(count=total))

    def _open(self, index: QModelIndex) -> None:
        result = self.model.result(index)
        if result is not None:
            self.chosen.emit(result.case, result.place, self.search.text())

    def _open_chosen(self) -> None:
        """Enter in the field opens the chosen place; letters still waiting are looked up first."""
        if self._pause.isActive():
            self._hurry = True
            self._ask()
        elif self._found and self._found[0]:
            self._open(self.list.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, then leads back; Down leads from it into the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
                self.search.setFocus()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_found"):
            self._say()
            self.list.scheduleDelayedItemsLayout()

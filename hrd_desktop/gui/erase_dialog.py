"""Before something is erased for good: what goes, what may remain, a word to be typed; afterwards what is left to do.

The same window serves for one case and for a whole case file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from hrd_desktop.gui.forms import fill, fit, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.services import erasing, quick_erase, remains
from hrd_desktop.services.erasing import Erased, Held, Renewed
from hrd_desktop.services.quick_erase import Destroyed, Reach
from hrd_desktop.wording import Wording

_WIDTH_IN_LETTERS = 66
_MOST_OF_SCREEN = 0.9
_NO_LIMIT = 16777215


class EraseDialog(QDialog):
    """Nothing goes before the word that is typed is the word that is asked for."""

    heading: QLabel
    scroller: QScrollArea
    ground: QWidget
    lead: QLabel
    goes_label: QLabel
    goes: QLabel
    remains_label: QLabel
    remains: QLabel
    renew: QCheckBox
    renew_hint: QLabel
    typed_label: QLabel
    typed: QLineEdit
    message: QLabel
    progress: QProgressBar
    back_button: QPushButton
    go_button: QPushButton

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._words = words
        self._confirms: Callable[[str], bool] = lambda _: False
        self._wrong = ""
        self.erased = False
        self._at_rest = True
        for label in (self.goes, self.remains):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self.renew, self.renew_hint, self.message, self.progress):
            widget.hide()
        self.goes_label.setText(self.tr("What goes"))
        self.remains_label.setText(self.tr("What may remain"))
        self.back_button.setText(self.tr("&Back"))
        self.back_button.clicked.connect(self.reject)
        self.typed.textEdited.connect(lambda _: fill(self.message, ""))
        self.typed.returnPressed.connect(self.submit)
        self.go_button.clicked.connect(self.submit)
        self._go: Callable[[], object] = self.accept

    # One case

    @classmethod
    def ask_case(cls, desk: Desk, held: Held, parent: QWidget | None = None) -> bool:
        """Whether the case was erased."""
        dialog = cls(desk.language.words, parent)
        dialog.show_case(desk, held)
        dialog.exec()
        dialog.deleteLater()
        return dialog.erased

    def show_case(self, desk: Desk, held: Held) -> None:
        """Ask about one case."""
        name = f"{held.alias} · {held.code}" if held.alias else held.code
        self.heading.setText(self.tr("Erase the case {case}").format(case=name))
        self.lead.setText(self.tr("Nobody can take this back."))
        self.goes.setText(_listed(remains.held(held, self._words)))
        in_backups = remains.in_backups(desk.now().date(), self._words)
        self.remains.setText(_listed((in_backups, *remains.elsewhere(self._words))))
        self.typed_label.setText(self.tr("To be sure, type the code of the case: {code}").format(code=held.code))
        self.go_button.setText(self.tr("&Erase this case"))
        self._wrong = self.tr("This is not the code of the case ({code}). Nothing was erased.").format(code=held.code)
        self._confirms = lambda typed: erasing.confirms(typed, held.code)
        self._go = partial(self._erase_case, desk, held.code)
        self.renew.show()
        self.renew_hint.show()
        self._settle()

    def _erase_case(self, desk: Desk, code: str) -> None:
        self._busy(True)
        work = partial(erasing.erase_case, desk.file, code, self.typed.text(), at=desk.now(), by=desk.by)
        desk.tasks.database(work, done=partial(self._erased, desk), failed=self._failed, owner=self)

    def _erased(self, desk: Desk, done: Erased) -> None:
        self.erased = True
        self._at_rest = done.at_rest
        if not self.renew.isChecked():
            self._tell_case(desk, None)
            return
        work = partial(erasing.renew_backups, desk.file, at=desk.now(), by=desk.by)
        desk.tasks.database(
            work, done=partial(self._tell_case, desk), failed=partial(self._not_renewed, desk), owner=self
        )

    def _tell_case(self, desk: Desk, renewed: Renewed | None) -> None:
        lines = remains.after_case(renewed, desk.now().date(), self._words, at_rest=self._at_rest)
        self._tell(self.tr("The case is erased"), lines)

    def _not_renewed(self, desk: Desk, error: object) -> None:
        self._tell_case(desk, None)
        assert isinstance(error, Exception)
        said = self.tr("The older backups are still there: {why}").format(why=self._words.message(error))
        fill(self.message, said)
        self._fit()

    # A whole case file

    @classmethod
    def ask_file(
        cls,
        path: Path,
        within: Reach,
        words: Wording,
        look: Callable[[EraseDialog], object],
        parent: QWidget | None = None,
    ) -> str:
        """The word as it was typed; nothing if the person thinks better of it.

        `look` is given the window and finds out what else is within reach, for `show_reach`; nobody waits for it.
        """
        dialog = cls(words, parent)
        dialog.show_file(path, within)
        look(dialog)
        went_on = dialog.exec() == QDialog.DialogCode.Accepted
        typed = dialog.typed.text() if went_on else ""
        dialog.deleteLater()
        return typed

    def show_file(self, path: Path, within: Reach) -> None:
        """Ask about a whole case file."""
        word = quick_erase.WORDS[self._words.lang]
        self.heading.setText(self.tr("Erase the whole case file"))
        self.lead.setText(self.tr("{path}\nNobody can take this back. No passphrase is asked.").format(path=path))
        self.show_reach(within)
        self.typed_label.setText(self.tr("To be sure, type: {word}").format(word=word))
        self.go_button.setText(self.tr("&Erase everything now"))
        self._wrong = self.tr("This is not the word ({word}). Nothing was erased.").format(word=word)
        self._confirms = quick_erase.confirms
        self._go = self.accept
        self._settle()

    def show_reach(self, within: Reach) -> None:
        """What goes with the file and what may remain, as far as it is known by now."""
        self.goes.setText(_listed(remains.goes_with_file(within, self._words)))
        self.remains.setText(_listed(remains.remaining(within, self._words)))
        self._fit()

    @classmethod
    def tell_file(cls, done: Destroyed, words: Wording, parent: QWidget | None = None) -> None:
        """What became of a whole case file; opens over its window and goes when it is closed."""
        dialog = cls(words, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, *lines = remains.after_file(done, words)
        dialog._tell(first.rstrip("."), lines)
        dialog.open()

    # Both

    def submit(self) -> None:
        """Go on, if the word is right; else say that nothing happened."""
        if not self.go_button.isEnabled():
            return
        if self._confirms(self.typed.text()):
            self._go()
            return
        fill(self.message, self._wrong)
        self._fit()
        self.typed.selectAll()
        self.typed.setFocus()

    def reject(self) -> None:
        """Not while it is being erased: the answer is waited for."""
        if self.back_button.isEnabled():
            super().reject()

    def _settle(self) -> None:
        self.typed.setAccessibleName(self.typed_label.text())
        self._fit()
        self.typed.setFocus()

    def _busy(self, busy: bool) -> None:
        for widget in (self.typed, self.renew, self.back_button, self.go_button):
            widget.setEnabled(not busy)
        self.progress.setVisible(busy)
        self._fit()

    def _failed(self, error: object) -> None:
        self._busy(False)
        assert isinstance(error, Exception)
        fill(self.message, self._words.message(error))
        self._fit()

    def _tell(self, heading: str, lines: Iterable[str]) -> None:
        self._busy(False)
        for widget in (
            self.lead, self.goes_label, self.goes, self.renew, self.renew_hint, self.typed_label, self.typed,
            self.go_button, self.message,
        ):  # fmt: skip
            widget.hide()
        self.heading.setText(heading)
        self.remains_label.setText(self.tr("What may remain, and what is left to do"))
        self.remains.setText(_listed(lines))
        self.back_button.setText(self.tr("&Close"))
        self._fit()
        self.back_button.setFocus()

    def _fit(self) -> None:
        """As high as its texts need; what the screen has no room for is scrolled, never the word to be typed."""
        inside, whole = self.ground.layout(), self.layout()
        assert inside is not None
        assert whole is not None
        inside.activate()
        room = self.screen().availableSize()
        letters = self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS
        margins = whole.contentsMargins()
        width = min(letters, int(room.width() * _MOST_OF_SCREEN)) - margins.left() - margins.right()
        self.scroller.setMinimumHeight(0)
        self.scroller.setMaximumHeight(_NO_LIMIT)
        whole.activate()
        others = whole.totalHeightForWidth(width) - self.scroller.sizeHint().height()
        # Reckoned with a bar beside the text: one that showed for a moment would make itself needed.
        wanted = inside.totalHeightForWidth(width - self.scroller.verticalScrollBar().sizeHint().width())
        left = int(room.height() * _MOST_OF_SCREEN) - others
        self.scroller.setMinimumHeight(max(80, min(wanted, left)))
        self.scroller.setMaximumHeight(wanted if wanted <= left else _NO_LIMIT)
        fit(self, _WIDTH_IN_LETTERS)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"•  {line}" for line in lines)

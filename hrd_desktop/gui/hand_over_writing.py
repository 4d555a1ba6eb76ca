"""How the two windows behave that write chosen cases into a new file, and then say what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QStackedWidget, QWidget

from hrd_desktop.gui.hand_over_cases import CasePicker
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.hand_over_words import written
from hrd_desktop.gui.hand_over_work import WorkDialog
from hrd_desktop.services.handing import Sealed


class WritingDialog(WorkDialog):
    """Two steps: what is to be written and what opens it; then where it is, and the three things to do next."""

    heading: QLabel
    steps: QStackedWidget
    form: QScrollArea
    ended: QScrollArea
    cases: CasePicker
    secret: SecretField
    done_heading: QLabel
    written: QLabel
    next_1: QLabel
    next_2: QLabel
    next_3: QLabel
    go: QPushButton

    made = False
    """Whether the file is written."""

    def begin_with(self, codes: Sequence[str]) -> None:
        """List the cases, these chosen; whoever wants to hear which are chosen is connected before."""
        self.secret.begin(self.desk.tasks, self.desk.language)
        self.cases.failed.connect(self._failed)
        self.cases.begin(self.desk, codes)
        self.go.clicked.connect(self.submit)

    def submit(self) -> None:
        """Write, if everything is filled in; once that is done, close."""
        if self.made:
            self.accept()
            return
        refusal, where = self._refusal()
        self.tell(refusal)
        if refusal:
            where.setFocus()
            self.form.ensureWidgetVisible(where)
        else:
            self._write()

    def set_free(self, free: bool) -> None:
        self.form.setEnabled(free)
        self.go.setEnabled(free)

    def _refusal(self) -> tuple[str, QWidget]:
        """What is missing and where, or an empty text; the windows ask for more than the cases."""
        return ("" if self.cases.codes else self.tr("Choose at least one case.")), self.cases.list

    def _write(self) -> None:
        """Everything is filled in: the windows ask where, and write."""

    def _over(self, sealed: Sealed, heading: str, steps: tuple[str, str, str]) -> None:
        """It is written: nothing secret stays in the window, and what to do next takes the place of the fields."""
        self.made = True
        self.done_heading.setText(heading)
        self.written.setText(written(sealed))
        for label, text in zip((self.next_1, self.next_2, self.next_3), steps, strict=True):
            label.setText(text)
        self.secret.forget()
        self.steps.setCurrentWidget(self.ended)
        self.heading.hide()
        self.cancel.hide()
        self.go.setText(self.tr("Close"))
        self.go.setFocus()

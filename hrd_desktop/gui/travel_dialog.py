"""A travel file: which cases go on the road, and the passphrase that opens them there; all the rest stays at home."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.hand_over_cases import CasePicker
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_secret import SecretField
from hrd_desktop.gui.hand_over_work import roomy
from hrd_desktop.gui.hand_over_writing import WritingDialog
from hrd_desktop.gui.new_file import ask_new_file
from hrd_desktop.services import handing
from hrd_desktop.services.handing import Sealed

_LETTERS, _LINES = 80, 36


class TravelDialog(WritingDialog):
    """The cases stay in this file too; what is changed on either side meanwhile is compared on return."""

    home: QLabel
    again: QLineEdit

    def __init__(
        self, desk: Desk, codes: Sequence[str] = (), *, calibrate: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[CasePicker, SecretField])
        self.begin()
        self._calibrate = calibrate
        self.secret.suggest.clicked.connect(lambda: self.again.setText(self.secret.text))
        self.cases.changed.connect(self._say_home)
        for changed in (self.secret.changed, self.again.textChanged):
            changed.connect(lambda *_: self.tell(""))
        self.begin_with(codes)
        roomy(self, _LETTERS, _LINES)

    @classmethod
    def ask(
        cls, desk: Desk, codes: Sequence[str] = (), *, calibrate: bool = True, parent: QWidget | None = None
    ) -> tuple[str, ...]:
        """Show it with these cases chosen; the codes of those that travel now."""
        dialog = cls(desk, codes, calibrate=calibrate, parent=parent)
        dialog.exec()
        codes = dialog.cases.codes if dialog.made else ()
        dialog.deleteLater()
        return codes

    def _write(self) -> None:
        out = self.choose_file(paths.documents() / f"{self.tr('travel')}-{self.desk.now().date().isoformat()}.hrd")
        if out is not None:
            work = partial(
                handing.travel, self.desk.file, self.cases.codes, out, self.secret.text, at=self.desk.now(),
                by=self.desk.by, calibrate=self._calibrate,
            )  # fmt: skip
            self.work(self.tr("Writing the travel file and reading it back…"), work, self._written)

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write, a place where nothing is yet; None if the person thinks better of it."""
        return ask_new_file(self, self.tr("Where to write the travel file"), suggested, self.tr("Case file (*.hrd)"))

    def _refusal(self) -> tuple[str, QWidget]:
        refusal, where = super()._refusal()
        if refusal:
            return refusal, where
        if not self.secret.text:
            return self.tr("Choose the words that open it."), self.secret.line
        if self.secret.text != self.again.text():
            return self.tr("The two are not the same."), self.again
        return "", self

    def _say_home(self) -> None:
        stay = max(self.cases.all_cases - len(self.cases.codes), 0)
        text = self.tr("At home stay: {count} other cases, the record of what was done, and your keys. The cases that "
                       "travel stay here as well.")  # fmt: skip
        fill(self.home, text.format(count=stay))

    def _written(self, sealed: Sealed) -> None:
        self.again.clear()
        steps = (
            self.tr("1. Take this folder with you: it opens with its own passphrase. Leave this case file at home."),
            self.tr("2. Work on these cases there. What is changed here meanwhile is compared when you return."),
            self.tr(
                "3. Back home: “File > Hand over and travel > Bring a travel file home”. Then erase the travel file."
            ),
        )
        self._over(sealed, self.tr("The travel file is ready"), steps)

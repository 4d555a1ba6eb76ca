"""Taking cases in: a look first, in which nothing is written; then the questions; then, when the person says so, all.

The same window brings a travel file home. Whatever way it closes before the end, everything here is as it was.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop import paths
from hrd_desktop.core.merge import Choices, Side
from hrd_desktop.errors import ChangedMeanwhile
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_words import counts_text
from hrd_desktop.gui.hand_over_work import WorkDialog, roomy
from hrd_desktop.gui.merge_list import MergeList
from hrd_desktop.gui.merge_look import MergeLook
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.theme import role
from hrd_desktop.services import handing, handing_told
from hrd_desktop.services.handing import Incoming, Taken
from hrd_desktop.services.work import write_private

_LETTERS, _LINES = 110, 42

translate = QCoreApplication.translate


class MergeDialog(WorkDialog):
    """One step after the other: the secret where one is needed, the look, the questions, what came of it."""

    steps: QStackedWidget
    ask: QScrollArea
    dry: QScrollArea
    questions: QWidget
    ended: QScrollArea
    heading: QLabel
    names: QCheckBox
    file: QLabel
    secret: QLineEdit
    show_secret: QCheckBox
    secret_hint: QLabel
    dry_lead: QLabel
    found: QVBoxLayout
    resembles: QLabel
    how_to: QLabel
    list: MergeList
    answered: QLabel
    rest_mine: QPushButton
    rest_theirs: QPushButton
    done_heading: QLabel
    counts: QLabel
    next: QLabel
    save_receipt: QPushButton
    receipt_said: QLabel
    go: QPushButton

    def __init__(self, desk: Desk, path: Path, *, home: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, own=[MergeList])
        self.begin()
        self.codes: tuple[str, ...] = ()
        self._path = path
        self._home = home
        self._incoming: Incoming | None = None
        self._sides: dict[str, Sides] = {}
        self._looks: list[MergeLook] = []
        self._receipt = b""
        self._asks_secret = False
        self._show_secret()
        fill(self.receipt_said, "")
        if home:
            self.heading.setText(self.tr("Bring a travel file home"))
        self.file.setText(path.name)
        self.show_secret.toggled.connect(self._reveal)
        self.secret.returnPressed.connect(self.submit)
        self.names.toggled.connect(self._show_names)
        self.list.changed.connect(self._count_answers)
        self.rest_mine.clicked.connect(partial(self._choose_rest, "mine"))
        self.rest_theirs.clicked.connect(partial(self._choose_rest, "theirs"))
        self.save_receipt.clicked.connect(self.write_receipt)
        self.go.clicked.connect(self.submit)
        self._show(self.ask)
        roomy(self, _LETTERS, _LINES)
        if home:
            self._ask_secret("passphrase")
        else:
            self.work(self.tr("Looking at the file…"), partial(handing.how_sealed, path), self._ask_secret)

    @classmethod
    def ask_hand_over(cls, desk: Desk, parent: QWidget | None = None) -> tuple[str, ...]:
        """Ask for a hand-over and take it in; the codes of the cases that are different now."""
        title = translate("MergeDialog", "The hand-over that came")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", translate("MergeDialog", "Hand-over (*.hrdcase)"))
        return cls.run(desk, Path(name), home=False, parent=parent) if name else ()

    @classmethod
    def ask_travel_file(cls, desk: Desk, parent: QWidget | None = None) -> tuple[str, ...]:
        """Ask for a travel file and bring it home; the codes of the cases that are different now."""
        name = QFileDialog.getExistingDirectory(parent, translate("MergeDialog", "The travel file that came home"))
        return cls.run(desk, Path(name), home=True, parent=parent) if name else ()

    @classmethod
    def run(cls, desk: Desk, path: Path, *, home: bool, parent: QWidget | None = None) -> tuple[str, ...]:
        """Show it for a file; the codes of the cases that are different now."""
        dialog = cls(desk, path, home=home, parent=parent)
        dialog.exec()
        codes = dialog.codes
        dialog.deleteLater()
        return codes

    def submit(self) -> None:
        """On to the next step."""
        if self.working:
            return
        shown = self.steps.currentWidget()
        if shown is self.ask:
            self._look()
        elif shown is self.dry and self._must_decide:
            self._show(self.questions)
            self.list.begin_at_first()
        elif shown is self.ended:
            self.accept()
        else:
            self._take()

    def write_receipt(self) -> None:
        """Save the small file that goes back."""
        out = self.choose_file(paths.documents() / f"{self.tr('receipt')}-{self.desk.now().date()}.hrdreceipt")
        if out is not None:
            self.desk.tasks.pool(
                write_private, out, self._receipt, done=lambda _: self._receipt_saved(out), failed=self._receipt_not,
                owner=self,
            )  # fmt: skip

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write; None if the person thinks better of it."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to write the receipt"), str(suggested), self.tr("Receipt (*.hrdreceipt)")
        )
        return Path(name) if name else None

    def set_free(self, free: bool) -> None:
        self.steps.setEnabled(free)
        for button in (self.rest_mine, self.rest_theirs, self.go):
            button.setEnabled(free)
        if free and self.steps.currentWidget() is self.questions:
            self._count_answers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the questions back to the look: a slip of the hand loses no answer."""
        if event.key() == Qt.Key.Key_Escape and self.steps.currentWidget() is self.questions and not self.working:
            self._show(self.dry)
            self.go.setEnabled(True)
            self.go.setFocus()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """What opens the file is forgotten, behind whatever is still under way."""
        super().done(result)
        self._forget_look()

    # The secret

    def _ask_secret(self, how: str) -> None:
        if how == "key":
            self._look()
            return
        self._asks_secret = True
        self._show_secret()
        home = self.tr("The passphrase that you gave the travel file.")
        came = self.tr("The passphrase that whoever sealed it has told you another way.")
        self.secret_hint.setText(home if self._home else came)
        self._show(self.ask)
        self.secret.setFocus()

    def _show_secret(self) -> None:
        for widget in (self.secret, self.show_secret, self.secret_hint):
            widget.setVisible(self._asks_secret)

    def _reveal(self, on: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _look(self) -> None:
        asked = self._asks_secret
        if asked and not self.secret.text():
            self.tell(self.tr("Type the passphrase."))
            self.secret.setFocus()
            return
        open_it = handing.come_home if self._home else handing.look
        secret = self.secret.text() if asked else None
        self.work(
            self.tr("Opening it and comparing. Nothing is written yet…"),
            partial(open_it, self.desk.file, self._path, secret),  # type: ignore[arg-type]
            self._looked,
        )

    # The look

    @property
    def _must_decide(self) -> bool:
        cases = self._incoming.cases if self._incoming is not None else ()
        return any(case.merge is not None and (case.merge.asked or case.merge.absent) for case in cases)

    def _looked(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self.secret.clear()
        words = self.desk.language.words
        for case in incoming.cases:
            sides = Sides(case.merge.mine, case.merge.theirs, words) if case.merge is not None else None
            if sides is not None:
                self._sides[case.code] = sides
            look = MergeLook(case, sides, self.dry)
            self._looks.append(look)
            self.found.addWidget(look)
        day = words.day(incoming.made_at.astimezone().date())
        who = incoming.by or self.tr("somebody without a name")
        lead = self.tr("Sealed by {who} on {day}. Nothing has been written yet.").format(who=who, day=day)
        if self._home:
            lead = self.tr("The travel file of {day}. Nothing has been written yet.").format(day=day)
        if incoming.known:
            lead = "\n".join([lead, self.tr("This file was taken in before.")])
        self.dry_lead.setText(lead)
        alike = [line for look in self._looks for line in look.resembling(words)]
        fill(self.resembles, "\n".join(alike))
        merges = [(self._sides[case.code], case.merge) for case in incoming.cases if case.merge is not None]
        self.list.begin(merges)
        self._show(self.dry)
        self.go.setFocus()

    def _show_names(self, on: bool) -> None:
        for sides in self._sides.values():
            sides.show_names = on
        self.list.show_names(on)
        for look in self._looks:
            look.refresh()

    # The questions and the end

    def _failed(self, error: object) -> None:
        """Where the case was changed since the look, what was answered is about something else: look once more."""
        super()._failed(handing_told.in_words(error, self._incoming, self.desk.language.words))
        if isinstance(error, ChangedMeanwhile):
            self._forget_look()
            self._show(self.ask)
            self.go.setFocus()

    def _forget_look(self) -> None:
        if self._incoming is not None:
            self.desk.tasks.database(self._incoming.close, owner=self.desk.tasks)
            self._incoming = None
        for look in self._looks:
            self.found.removeWidget(look)
            look.hide()
            look.deleteLater()
        self._looks, self._sides = [], {}

    def _choose_rest(self, side: Side) -> None:
        self.list.choose_rest(side)
        self.go.setFocus()

    def _count_answers(self) -> None:
        answered, asked = self.list.counted
        self.answered.setText(self.tr("Answered: {answered} of {asked}").format(answered=answered, asked=asked))
        for button in (self.rest_mine, self.rest_theirs):
            button.setEnabled(answered < asked)
        if self.steps.currentWidget() is self.questions:
            self.go.setEnabled(answered == asked)

    def _take(self) -> None:
        if self._incoming is None:
            return
        choices: dict[str, Choices] = {code: self.list.choices(code) for code in self._sides}
        self.work(
            self.tr("Taking in, and reading back…"),
            partial(handing.take, self.desk.file, self._incoming, choices, at=self.desk.now(), by=self.desk.by),
            self._taken,
        )

    def _taken(self, taken: Taken) -> None:
        self.codes = tuple(case.code for case in taken.cases)
        self._receipt = taken.receipt
        nothing = taken.again and not self._receipt
        self.done_heading.setText(self.tr("Taken in, and read back") if not nothing else self.tr("Nothing was new"))
        self.counts.setText(counts_text(taken))
        if self._home:
            self.next.setText(
                self.tr("Now erase the travel file, so that the cases are in one place only: open it, then “File > "
                        "Close and erase > Erase the whole case file”.")
            )  # fmt: skip
        else:
            self.next.setText(
                self.tr("Send the receipt back: a small file that says which cases arrived, and nothing of what is in "
                        "them. Whoever handed them over waits for it.")
            )  # fmt: skip
        self.save_receipt.setVisible(bool(self._receipt))
        self._show(self.ended)
        (self.save_receipt if self._receipt else self.go).setFocus()

    def _receipt_saved(self, out: Path) -> None:
        fill(self.receipt_said, self.tr("Saved: {name}").format(name=out.name))
        self.go.setFocus()

    def _receipt_not(self, error: object) -> None:
        self.tell(sentence(error, self.desk.language.lang))

    # Which step

    def _show(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        asking, ended = step is self.questions, step is self.ended
        for widget in (self.answered, self.rest_mine, self.rest_theirs):
            widget.setVisible(asking)
        self.names.setVisible(step in (self.dry, self.questions))
        self.how_to.setText(
            self.tr("Both of you changed these. Choose what stands; the other value stays in the history. Keys: 1 "
                    "keeps mine, 2 takes theirs, and the next question comes.")
        )  # fmt: skip
        self.cancel.setVisible(not ended)
        self.heading.setVisible(not ended)
        role(self.go, "" if ended and self._receipt else "primary")
        if step is self.ask:
            text = self.tr("Open it")
        elif step is self.dry and self._must_decide:
            text = self.tr("On to the questions")
        else:
            text = self.tr("Close") if ended else self.tr("Take them in")
        self.go.setText(text)
        self._count_answers()

"""Asks who is the principal applicant from now on, and shows what that changes and what to look at again."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.core import another_principal
from hrd_desktop.core.another_principal import Again, Choice, Tie
from hrd_desktop.core.kinship import GENERATION
from hrd_desktop.core.schema import field_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.left_out_warning import LeftOutWarning
from hrd_desktop.gui.theme import GRID, icon, role

_LETTERS, _LINES = 66, 40
_SECTIONS: dict[Again, str] = {
    "consent": "safety_consent",
    "household": "family",
    "custody": "family",
    "work": "work",
    "incidents": "incidents",
    "claim": "incidents",
    "flight": "referral",
    "judged": "review",
    "signed": "referral",
}


class AnotherPrincipalDialog(QDialog):
    """Proposes what everybody is to the new applicant; what nothing on file says is marked to be checked."""

    area: QScrollArea
    fields: QWidget
    person: QuietCombo
    plan: QuietCombo
    warning: LeftOutWarning
    ties: QVBoxLayout
    again: QLabel
    message: QLabel
    cancel: QPushButton
    choose: QPushButton

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=(QuietCombo, LeftOutWarning))
        self._context = context
        self.relations: dict[str, QuietCombo] = {}
        self._box: QWidget | None = None
        self._guesses = 0
        words, case = context.words, context.case
        self.warning.say(words)
        self.warning.hide()
        spec = field_of(case.target(case.case.principal), "plan")
        assert spec is not None
        self.plan.fill([(code, words.code("plan", code)) for code in spec.codes], None)
        self.plan.show_code(another_principal.plan_for_earlier(case.case))
        offered = another_principal.candidates(case.case)
        self.person.fill([(key, context.row_label(key)) for key in offered], None)
        self.person.show_code(offered[0])
        self.person.chosen.connect(self._propose)
        self.plan.chosen.connect(self._look)
        self.cancel.clicked.connect(self.reject)
        self.choose.clicked.connect(self.submit)
        self.message.hide()
        self._propose()
        room = self.screen().availableSize() * 0.92
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.resize(min(letter * _LETTERS + 6 * GRID, room.width()), min(line * _LINES, room.height()))
        self.person.setFocus()

    @classmethod
    def ask(cls, context: FieldContext, parent: QWidget) -> bool:
        """Whether another person was chosen. There has to be somebody who can be."""
        dialog = cls(context, parent.window())
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        relations = {key: box.currentData() for key, box in self.relations.items()}
        return Choice(self.person.currentData(), relations, self.plan.currentData())

    def submit(self) -> None:
        """Make the step."""
        case = self._context.case
        changes = another_principal.changes(
            case.case, self.choice, on=case.today, by=case.by, task=self._task(), fresh_id=case.fresh_id
        )
        try:
            case.change(changes)
        except EditRefused as refused:
            self.message.setText(self._context.words.message(refused))
            self.message.show()
            return
        self.accept()

    def _propose(self, _chosen: object = None) -> None:
        """Ask what everybody is to the person chosen."""
        if self._box is not None:
            self.ties.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        self._box = QWidget(self.fields)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.relations = {}
        self._guesses = 0
        for tie in another_principal.ties(self._context.case.case, self.person.currentData()):
            self._add_tie(tie, self._box, column)
        self.ties.addWidget(self._box)
        self._look()

    def _add_tie(self, tie: Tie, box: QWidget, column: QVBoxLayout) -> None:
        words = self._context.words
        label, combo = text_label(box), QuietCombo(box)
        label.setText(self._context.row_label(tie.person))
        label.setBuddy(combo)
        combo.setAccessibleName(
            self.tr("{person}: relation to the new principal applicant").format(person=label.text())
        )
        combo.fill([(code, words.code("relation", code)) for code in GENERATION if code != "principal"], None)
        combo.show_code(tie.after)
        column.addWidget(label)
        column.addWidget(combo)
        self.relations[tie.person] = combo
        if not tie.sure:
            self._guesses += 1
            hint = text_label(box, "small")
            hint.setText(self.tr("Please check: this is a guess, nothing on file says it."))
            combo.setAccessibleDescription(hint.text())
            column.addWidget(hint)

    def _found(self) -> list[Again]:
        case = self._context.case
        return another_principal.look_again(case.case, self.choice, case.today)

    def _look(self, _chosen: object = None) -> None:
        """Say what has to be looked at again after this choice."""
        self.warning.setVisible(self.plan.currentData() == "not_included")
        old, new = self._context.case.case.principal, self.person.currentData()
        said = [self._words(again, old, new) for again in self._found()]
        if self._context.case.value(f"{new}.plan") != "accompanying":
            said.insert(0, self.tr("Plan: {new} travels, as the principal applicant has to.").format(new=new))
        if self._guesses:
            said.insert(0, self.tr("Relations: guesses to be checked below: {count}.").format(count=self._guesses))
        said.append(self.tr("Packets that were sent name {old}: tell whoever received one.").format(old=old))
        self.again.setText("\n".join(f"• {one}" for one in said))

    def _words(self, again: Again, old: str, new: str) -> str:
        texts: dict[Again, str] = {
            "consent": self.tr("Consent: {new} has not agreed yet that this file is kept."),
            "household": self.tr("Who lives with the principal applicant: what was answered was about the home of "
                                 "{old}. It is marked to be asked again."),
            "custody": self.tr("Custody: what was said of “the principal applicant” is put right where the parents on "
                               "file tell, else it becomes “unknown”. It is marked to be asked again."),
            "work": self.tr("The defender’s work: it tells of {old}, and the checks go on reading it. Write what "
                            "{new} does or did before you rely on them."),
            "incidents": self.tr("What happened: no incident names {new} yet."),
            "claim": self.tr("The claim: grounds, fears and accounts are those of {old}. Answers given for the case "
                             "are marked to be asked again."),
            "flight": self.tr("Flight and entry: the days are on file for {old} alone."),
            "judged": self.tr("Answers of staff, overrides and legal reviews about the defender: they stay, as said of "
                              "{old}, and no longer decide for the case."),
            "signed": self.tr("Forms and representative: what {old} signed or appointed is for {new} to do."),
        }  # fmt: skip
        return texts[again].format(old=old, new=new)

    def _task(self) -> str:
        """What is left to do, for the list of tasks: without a name."""
        headings = dict.fromkeys(self._context.words.heading(_SECTIONS[again]) for again in self._found())
        old, new = self._context.case.case.principal, self.person.currentData()
        text = self.tr("{new} is the principal applicant now, and no longer {old}. Look again at: {what}.")
        return text.format(old=old, new=new, what=", ".join(headings) or "–")


class AnotherPrincipalButton(QPushButton):
    """Leads to the question who else is the principal applicant; there only where somebody else could be."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(icon("person"), "", parent)
        self._context = context
        self.setText(self.tr("Another principal applicant…"))
        role(self, "quiet")
        context.case.rows_changed.connect(self._follow)
        context.case.place_changed.connect(self._place_changed)
        self._follow()

    def _follow(self, _place: str = "case.persons") -> None:
        if _place == "case.persons":
            self.setVisible(bool(another_principal.candidates(self._context.case.case)))

    def _place_changed(self, place: str) -> None:
        if ".whereabouts" in place:
            self._follow()

"""Asks who somebody new is and how they are tied to whom, once; the union and the parents follow from it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from hrd_desktop.core.codes import Relation
from hrd_desktop.core.kinship import GENERATION
from hrd_desktop.core.next_person import TIES, Tie, partners_of, relation_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import field_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.clean import cleaned_line
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.family_edits import BORN, PARTNERED, NewRelative, add_relative
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.left_out_warning import LeftOutWarning
from hrd_desktop.gui.theme import GRID

_LETTERS = 54
_NOBODY = "nobody"


class AddRelativeDialog(QDialog):
    """A name, a tie, a plan. What is asked follows from the tie; the relation is proposed and can be changed."""

    area: QScrollArea
    fields: QWidget
    family: QLineEdit
    given: QLineEdit
    tie: QuietCombo
    to: QuietCombo
    union: QuietCombo
    union_label: QLabel
    parenthood: QuietCombo
    parenthood_label: QLabel
    other_parent: QuietCombo
    other_parent_label: QLabel
    same_parents: QCheckBox
    relation: QuietCombo
    plan: QuietCombo
    warning: LeftOutWarning
    later: QLabel
    message: QLabel
    cancel: QPushButton
    add: QPushButton

    def __init__(self, context: FieldContext, to: str, tie: Tie | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=(QuietCombo, LeftOutWarning))
        self._context = context
        self._relation_chosen = False
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(lambda: self.area.ensureWidgetVisible(self.warning))
        self.warning.hide()
        self.added = ""
        words = context.words
        self.warning.say(words)
        self.message.hide()
        self.tie.fill([(each, self._tie_name(each)) for each in TIES], None)
        self.to.fill([(person.id, context.row_label(person.id)) for person in context.case.case.persons], None)
        self.union.fill(self._codes("union", "kind"), self.tr("Not known yet"))
        self.parenthood.fill(self._codes("parent", "kind"), None)
        self.relation.fill([(code, words.code("relation", code)) for code in GENERATION if code != "principal"], None)
        self.plan.fill(self._codes("person", "plan"), None)
        self.tie.show_code(tie or "child")
        self.to.show_code(to)
        self.parenthood.show_code("biological")
        self.plan.show_code("accompanying")
        self.later.setVisible(not context.case.consented)
        for box in (self.tie, self.to):
            box.chosen.connect(self._follow)
        self.other_parent.chosen.connect(self._propose)
        self.plan.chosen.connect(self._warn)
        self.relation.chosen.connect(self._choose_relation)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.submit)
        self._follow()
        self._fit()
        self.family.setFocus()

    @classmethod
    def ask(cls, context: FieldContext, to: str, tie: Tie | None, parent: QWidget) -> str:
        """The id of the person who was added, or an empty text."""
        dialog = cls(context, to, tie, parent.window())
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.added if done else ""

    def submit(self) -> None:
        """Add the person, unless there is nothing to call them by."""
        family, given = cleaned_line(self.family.text()), cleaned_line(self.given.text())
        if not family and not given:
            self._say(self.tr("A name is needed to begin with; an assumed one will do."))
            self.family.setFocus()
            return
        tie: Tie = self.tie.currentData()
        other = self.other_parent.currentData()
        new = NewRelative(
            self.to.currentData(),
            tie,
            self.relation.currentData(),
            self.plan.currentData(),
            family,
            given,
            union=self.union.currentData() if tie in PARTNERED else None,
            parenthood=self.parenthood.currentData(),
            other_parent=other if tie == "child" and other != _NOBODY else None,
            same_parents=tie == "sibling" and self.same_parents.isChecked(),
        )
        try:
            self.added = add_relative(self._context.case, new)
        except EditRefused as refused:
            self._say(self._context.words.message(refused))
            return
        self.accept()

    def _tie_name(self, tie: Tie) -> str:
        names = {
            "partner": self.tr("Spouse or partner"),
            "former_partner": self.tr("Former spouse or partner"),
            "child": self.tr("Child"),
            "parent": self.tr("Parent"),
            "sibling": self.tr("Brother or sister"),
            "ward": self.tr("Child in the care"),
            "other": self.tr("Tied in another way"),
        }
        return names[tie]

    def _codes(self, owner: str, name: str) -> list[tuple[str, str]]:
        holder = {"person": "case.persons", "union": "case.unions"}
        target = self._context.case.target(holder.get(owner, f"{self._context.case.case.principal}.parents"))
        spec = field_of(target, name)
        assert spec is not None
        return [(code, self._context.words.code(spec.code_list, code)) for code in spec.codes]

    def _person(self) -> Person:
        person = self._context.case.value(self.to.currentData())
        assert isinstance(person, Person)
        return person

    def _follow(self, _chosen: object = None) -> None:
        """Ask what the tie needs, and propose what follows from it."""
        tie: Tie = self.tie.currentData()
        consented = self._context.case.consented
        for box, label, wanted in (
            (self.union, self.union_label, tie in PARTNERED),
            (self.parenthood, self.parenthood_label, tie in BORN),
            (self.other_parent, self.other_parent_label, tie == "child"),
        ):
            box.setVisible(wanted and consented)
            label.setVisible(wanted and consented)
        person = self._person()
        self.same_parents.setVisible(tie == "sibling" and consented and bool(person.parents))
        case = self._context.case.case
        partners = partners_of(case, person.id)
        others = [one.id for one in case.persons if one.id != person.id and one.id not in partners]
        offered = [(one, self._context.row_label(one)) for one in (*partners, *others)]
        self.other_parent.fill([(_NOBODY, self.tr("Not one of these, or not known")), *offered], None)
        # Who the other parent is decides about custody and consent: it is told, never taken for granted.
        self.other_parent.show_code(_NOBODY)
        self._propose()
        self._warn()

    def _propose(self, _chosen: object = None) -> None:
        if not self._relation_chosen:
            self.relation.show_code(self._proposed(self._person(), self.tie.currentData()))

    def _proposed(self, person: Person, tie: Tie) -> Relation:
        found = relation_of(person, tie)
        if found == "child_of_partner" and self.other_parent.currentData() == self._context.case.case.principal:
            return "child"
        return found

    def _choose_relation(self, _code: object) -> None:
        self._relation_chosen = True
        self._warn()

    def _warn(self, _code: object = None) -> None:
        warned = self.plan.currentData() == "not_included"
        if warned != self.warning.isVisibleTo(self):
            self.warning.setVisible(warned)
            self._fit()
            if warned:
                self._in_sight.start()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()

    def _fit(self) -> None:
        """As high as what it asks, as far as the screen goes; what is higher scrolls."""
        room = self.screen().availableSize() * 0.92
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS + 6 * GRID, room.width())
        column, inner = self.layout(), self.fields.layout()
        assert column is not None
        assert inner is not None
        inside = inner.totalHeightForWidth(width - 7 * GRID)
        around = column.totalSizeHint().height() - self.area.sizeHint().height()
        self.setMinimumWidth(width)
        self.resize(width, min(inside + around + 2 * GRID, room.height()))

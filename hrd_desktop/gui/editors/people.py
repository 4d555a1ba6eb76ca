"""The persons of a case: who is added is asked once how they are tied to whom, and the ties are recorded with them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.another_principal_dialog import AnotherPrincipalButton, AnotherPrincipalDialog
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.field_context import FieldContext


class PeopleEditor(RowsEditor):
    """The button asks for name, tie and plan; the card of the new person then stands open."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.add.clicked.disconnect()
        self.add.clicked.connect(self.ask)
        self.another = AnotherPrincipalButton(context, self.foot)
        self.another.clicked.connect(self.choose_principal)
        self.foot.flow.addWidget(self.another)

    def ask(self) -> None:
        """Add somebody with the ties."""
        key = AddRelativeDialog.ask(self.context, self.context.case.case.principal, None, self)
        if key in self.cards:
            self.say("")
            first = self.cards[key].reveal([])
            if first is not None:
                self.context.appeared.emit(first)

    def choose_principal(self) -> None:
        """Let another person be the principal applicant, and say so with the way back."""
        if AnotherPrincipalDialog.ask(self.context, self):
            self.say("")
            now = self.context.row_label(self.context.case.case.principal)
            self.tell(self.tr("{person} from now on. A task says what to look at again.").format(person=now))

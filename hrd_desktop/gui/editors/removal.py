"""Asking once before a removal, and saying what it takes along."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from hrd_desktop.core.edit import RemoveRow, removal
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.wording.family import left_out_warning

_MOST_LINES = 12


def also_gone(context: FieldContext, row_id: str) -> list[str]:
    """What a removal takes along or changes besides the row itself, one line each."""
    if row_id in context.case.drafts:
        return []
    lines = []
    for change in removal(context.case.case, row_id):
        if isinstance(change, RemoveRow):
            if change.row_id != row_id:
                kind = context.words.object(object_name(context.case.target(change.row_id)))
                lines.append(f"{kind}: {context.row_label(change.row_id)}")
        else:
            lines.append(context.words.place(context.case.case, change.place))
    return lines


def agreed(context: FieldContext, parent: QWidget, row_id: str) -> bool:
    """Whether a row may go: asks once, says what goes with it, and where somebody would be left off the family list.

    What is only begun goes without a question. Raises EditRefused for a row that cannot go at all.
    """
    if row_id in context.case.drafts:
        return True
    warning = left_out_warning(context.words) if context.case.target(row_id) is Person else ()
    return RemovalDialog.ask(parent, context.row_label(row_id), also_gone(context, row_id), warning)


class RemovalDialog(QMessageBox):
    """Lists what else would go, and asks once."""

    def __init__(
        self, label: str, others: list[str], parent: QWidget | None = None, warning: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Remove"))
        text = self.tr("Removing “{row}” also removes or changes this:") if others else self.tr("Remove “{row}”?")
        self.setText(text.format(row=label))
        shown = others[:_MOST_LINES]
        if len(others) > len(shown):
            shown.append(self.tr("and {number} more").format(number=len(others) - len(shown)))
        listed = "\n".join(f"• {line}" for line in shown)
        later = self.tr("It can be brought back for 30 days.")
        self.setInformativeText("\n\n".join(part for part in (listed, *warning, later) if part))
        words = self.tr("Remove all of this") if others else self.tr("Remove")
        self.remove = self.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        keep = self.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)

    @classmethod
    def ask(cls, parent: QWidget, label: str, others: list[str], warning: tuple[str, ...] = ()) -> bool:
        """Whether the person wants the row and all this removed. A `warning` is shown with it, and its source."""
        dialog = cls(label, others, parent.window(), warning)
        dialog.exec()
        return dialog.clickedButton() is dialog.remove

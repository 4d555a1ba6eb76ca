"""Asking before a removal that takes other entries along."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from hrd_desktop.core.edit import RemoveRow, removal
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.field_context import FieldContext

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


class RemovalDialog(QMessageBox):
    """Lists what else would go, and asks once."""

    def __init__(self, label: str, others: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Remove"))
        self.setText(self.tr("Removing “{row}” also removes or changes this:").format(row=label))
        shown = others[:_MOST_LINES]
        if len(others) > len(shown):
            shown.append(self.tr("and {number} more").format(number=len(others) - len(shown)))
        self.setInformativeText("\n".join(f"• {line}" for line in shown))
        self.remove = self.addButton(self.tr("Remove all of this"), QMessageBox.ButtonRole.DestructiveRole)
        keep = self.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)

    @classmethod
    def ask(cls, parent: QWidget, label: str, others: list[str]) -> bool:
        """Whether the person wants the row and all this removed."""
        dialog = cls(label, others, parent.window())
        dialog.exec()
        return dialog.clickedButton() is dialog.remove

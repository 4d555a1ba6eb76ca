"""The quiet line in a case's head that says that the case is on the road as well."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role
from hrd_desktop.services import handing
from hrd_desktop.services.handing import HandedOver


class TravelLine(QLabel):
    """Hidden for a case that does not travel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: FieldContext | None = None
        self.setWordWrap(True)
        role(self, "small")
        self.hide()

    def show_case(self, context: FieldContext) -> None:
        """Find out whether a case travels. Not to know it is no reason to stop working."""
        self._context = context
        case = context.case
        case.ask(partial(handing.travelling, case.file), done=self._came, failed=lambda _: None, owner=self)

    def _came(self, away: list[HandedOver]) -> None:
        if self._context is None:
            return
        since = next((one.at for one in away if one.code == self._context.case.code), None)
        if since is not None:
            day = self._context.words.day(since.astimezone().date())
            text = self.tr("Travelling since {day}: what you change here will be compared on return.")
            self.setText(text.format(day=day))
            self.show()

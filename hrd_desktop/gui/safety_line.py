"""The line of a case's head that says how somebody must never be reached, in words and with a sign."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from hrd_desktop.core.person import Person
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role

_WHO = ("case.persons", "case.principal")


class SafetyLine(QWidget):
    """Ways that are forbidden for the principal applicant, and whether there are any for others.

    The ways stand here in words; a number, an address or a name never does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: FieldContext | None = None
        self.sign = QLabel(self)
        self.said = text_label(self, "stop")
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.how = QPushButton(self)
        role(self.how, "link")
        self.how.clicked.connect(self._lead)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.said, 1)
        row.addWidget(self.how, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_case(self, context: FieldContext) -> None:
        """Bind the line to a case."""
        self._context = context
        for signal in (context.case.place_changed, context.case.rows_changed):
            signal.connect(self._changed)

    def refresh(self) -> None:
        """Say again what is forbidden."""
        if self._context is None:
            return
        case = self._context.case.case
        principal = next((person for person in case.persons if person.id == case.principal), None)
        never = self._never(principal) if principal is not None else ""
        others = [p.id for p in case.persons if p is not principal and p.contact and p.contact.never_channels]
        parts = [self.tr("Never: {ways}").format(ways=never)] if never else []
        if others:
            parts.append(self.tr("Forbidden ways also for {persons}").format(persons=", ".join(others)))
        self.said.setText(". ".join(parts))
        self.how.setText(self.tr("Safe ways"))
        self.how.setAccessibleName(self.tr("Safe ways to reach the person"))
        side = self.fontMetrics().ascent() + 4
        self.sign.setPixmap(icon("stop", "stop").pixmap(QSize(side, side)))
        self.setVisible(bool(parts))

    def _never(self, person: Person) -> str:
        if person.contact is None or self._context is None:
            return ""
        words = self._context.words
        safe = {channel.kind for channel in person.contact.safe_channels}
        ways = []
        for kind in dict.fromkeys(channel.kind for channel in person.contact.never_channels):
            way = words.code("channel_kind", kind)
            # A way that is safe elsewhere: which number or address is meant stands in the card alone.
            only = self.tr("{way} (not every one: look first)")
            ways.append(only.format(way=way) if kind in safe else way)
        return ", ".join(way[:1].lower() + way[1:] for way in ways)

    def _lead(self) -> None:
        if self._context is not None:
            self._context.lead_to.emit(f"{self._context.case.case.principal}.contact.safe_channels")

    def _changed(self, place: str) -> None:
        if self._context is None:
            return
        holder = self._context.case.list_of(place.partition(".")[0]) if not place.startswith("case.") else place
        if holder is None or "contact" in place or "channels" in holder or holder in _WHO:
            self.refresh()

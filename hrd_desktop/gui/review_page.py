"""What still stands between this case and its packet, each line a link to the place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import Headline
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import HEADLINE_SIGN, text_label
from hrd_desktop.gui.line_button import LinkList, Sign
from hrd_desktop.gui.other_routes import OtherRoutes
from hrd_desktop.gui.review_lines import Line, ReviewLines
from hrd_desktop.gui.rules_dialog import RulesDialog
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.gui.who_fills_what import WhoFillsWhat

_WARNINGS, _DATES = 3, 4  # where the routes, and who fills what, stand before


class ReviewPage(QWidget):
    """The headline in words with what to do next, then one group for each kind of thing that is left."""

    go_to = Signal(str)
    packet_asked = Signal()
    ask_sheet_asked = Signal()

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._column.addWidget(self._verdict())
        lines = ReviewLines(context)
        self.groups = [
            _Group(self.tr("Begun, not complete"), "", lines.begun, self),
            _Group(
                self.tr("Stands in the way"),
                self.tr("The packet cannot leave before these are settled."),
                lines.blocking,
                self,
            ),
            _Group(
                self.tr("Waits for a lawyer"),
                self.tr("Only a dated review by a lawyer or regulated consultant settles these."),
                lines.for_lawyer,
                self,
            ),
            _Group(
                self.tr("Warnings"),
                self.tr("The packet may leave with these. The partner does not see them."),
                lines.warnings,
                self,
            ),
            _Group(self.tr("Dates and things to watch"), "", lines.alerts, self),
            _Group(self.tr("Ask next time"), self.tr("Questions for the next meeting."), lines.questions, self),
        ]
        self.routes = OtherRoutes(context, self)
        self.requirements = WhoFillsWhat(context, self)
        self.print_questions = QPushButton(icon("print"), self.tr("Print what to ask next…"), self.groups[-1])
        self.print_questions.clicked.connect(self.ask_sheet_asked)
        self.groups[-1].add(self.print_questions)
        for group in self.groups:
            group.lines.asked.connect(self.go_to)
            self._column.addWidget(group)
        self._column.insertWidget(self._column.indexOf(self.groups[_WARNINGS]), self.routes)
        self._column.insertWidget(self._column.indexOf(self.groups[_DATES]), self.requirements)
        self._column.addStretch(1)
        context.case.assessed.connect(self._changed)
        context.names_shown.connect(self._changed)
        context.case.rows_changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Say the newest assessment."""
        self._stale = False
        found, words = self._context.case.assessment, self._context.words
        name, voice = HEADLINE_SIGN[found.headline]
        self._sign.show_icon(name, voice)
        self.headline.setText(words.result("headline", found.headline))
        self.meaning.setText(words.explain("headline", found.headline))
        self.under.setText(
            self.tr("Checked for {day}, under the rules in force since {since}.").format(
                day=words.day(found.on), since=words.day(found.pack_date)
            )
        )
        for group in self.groups:
            group.refresh()
        self.routes.refresh()
        self.requirements.refresh()
        left = self.routes.number() or any(group.lines.lines for group in self.groups)
        ready = found.headline in ("READY", "READY_WITH_WARNINGS")
        next_step = self._next(found.headline)
        if found.headline == "READY" and not left:
            next_step = self.tr("Nothing is left to do here.") + " " + next_step
        fill(self.next_step, next_step)
        self.packet.setVisible(ready)

    def _verdict(self) -> QWidget:
        card = QFrame(self)
        role(card, "card")
        self._sign = Sign(card)
        self.headline = text_label(card, "heading")
        role(self._sign, "heading")
        self.meaning, self.next_step = text_label(card), text_label(card)
        self.under = text_label(card, "small")
        self.packet = QPushButton(icon("packet", "on_accent"), self.tr("Show the packet"), card)
        role(self.packet, "primary")
        self.packet.clicked.connect(self.packet_asked)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._sign)
        top.addWidget(self.headline, 1)
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.meaning)
        column.addWidget(self.next_step)
        column.addWidget(self.packet, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.under)
        self.rules = QPushButton(self.tr("Rules and kept checks…"), card)
        self.rules.setAutoDefault(False)
        role(self.rules, "link")
        self.rules.clicked.connect(lambda: RulesDialog.show_for(self._context, self.window()))
        column.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _next(self, headline: Headline) -> str:
        match headline:
            case "READY":
                return self.tr("Next: look at the packet, read it with the person, then export it.")
            case "READY_WITH_WARNINGS":
                return self.tr("Next: read the warnings below, then look at the packet.")
            case "HOLD_INFO":
                return self.tr("Next: start with the first line below. Each line leads to the place in the case.")
            case "HOLD_LAWYER":
                return self.tr("Next: give the points below to a lawyer or regulated consultant.")
            case "BLOCKED":
                return self.tr("Next: look at each line below and see whether the facts are right.")
            case "DIVERT":
                return self.tr("Next: check that the facts are right, then talk over the other routes with the person.")

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


class _Group(QWidget):
    """A heading with its number of lines, what it means, and the lines; hidden while there are none."""

    def __init__(self, title: str, meaning: str, find: Callable[[], list[Line]], parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._find = title, find
        self.head = text_label(self, "strong")
        under = text_label(self, "small")
        fill(under, meaning)
        card = QFrame(self)
        role(card, "card")
        self.lines = LinkList(card)
        self.lines.setAccessibleName(title)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        inside.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.head)
        column.addWidget(under)
        column.addWidget(card)

    def add(self, button: QPushButton) -> None:
        """A button under the lines."""
        box = OptionBox(self)
        box.flow.addWidget(button)
        column = self.layout()
        assert column is not None
        column.addWidget(box)

    def refresh(self) -> None:
        found = self._find()
        self.head.setText(f"{self._title} ({len(found)})")
        self.lines.fill(found)
        self.setVisible(bool(found))

"""The head of a case: which one it is, where it stands, what the assessment says, and the steps back and forth."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import field_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import load_form
from hrd_desktop.gui.judgement import HEADLINE_SIGN
from hrd_desktop.gui.safety_line import SafetyLine
from hrd_desktop.gui.theme import icon, role
from hrd_desktop.gui.today_words import distance
from hrd_desktop.gui.travel_line import TravelLine
from hrd_desktop.services.deadlines import next_deadline

_ROOMY = 110  # letters from which there is room for words on the buttons
_LESS = 80  # letters from which there is room for what the menu has as well
_REDRAW = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class CaseHeader(QFrame):
    """Alias, code, stage, headline in words, places used."""

    packet_asked = Signal()
    history_asked = Signal()
    ask_asked = Signal()
    close_asked = Signal()

    alias: QLabel
    code: QLabel
    stage_label: QLabel
    stage: QuietCombo
    sign: QLabel
    headline: QLabel
    deadline: QLabel
    spaces: QLabel
    safety: SafetyLine
    travel: TravelLine
    names: QToolButton
    undo: QToolButton
    redo: QToolButton
    history: QToolButton
    ask: QToolButton
    help: QToolButton
    packet: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[QuietCombo, SafetyLine, TravelLine])
        self._context: FieldContext | None = None
        self.undo.setIcon(icon("undo"))
        self.redo.setIcon(icon("redo"))
        self.history.setIcon(icon("clock"))
        self.history.clicked.connect(self.history_asked)
        self.ask.setIcon(icon("checklist"))
        self.ask.clicked.connect(self.ask_asked)
        self.help.setIcon(icon("help"))
        self.names.setIcon(icon("eye_off"))
        self.packet.setIcon(icon("packet", "on_accent"))
        self.packet.clicked.connect(self.packet_asked)
        # Narrow until it is known how much room there is: what is wide at first would widen the whole window.
        self.names.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.history.hide()
        self.ask.hide()

    def show_case(self, context: FieldContext) -> None:
        """Bind the header to a case."""
        self._context = context
        case = context.case
        self.safety.show_case(context)
        self.travel.show_case(context)
        self.undo.clicked.connect(case.undo)
        self.redo.clicked.connect(case.redo)
        self.stage.chosen.connect(self._stage_chosen)
        self.names.toggled.connect(self._names)
        case.undo_changed.connect(self._steps)
        case.assessed.connect(self.refresh)
        case.reloaded.connect(self.refresh)
        case.place_changed.connect(self._place_changed)
        self._steps(False, False)
        self.refresh()

    def refresh(self) -> None:
        """Say again how the case stands."""
        if self._context is None:
            return
        words, case = self._context.words, self._context.case
        self.alias.setText(case.case.alias or case.code)
        self.code.setText(case.code if case.case.alias else "")
        self.code.setVisible(bool(case.case.alias))
        spec = field_of(Case, "stage")
        assert spec is not None
        self.stage.fill([(code, words.code("stage", code)) for code in spec.codes], None)
        self.stage.show_code(case.case.stage)
        self.stage.setMinimumContentsLength(len(self.stage.currentText()))  # what it says now is never cut
        self.safety.refresh()
        found = case.assessment
        picture, voice = HEADLINE_SIGN[found.headline]
        side = self.headline.fontMetrics().ascent() + 4
        self.sign.setPixmap(icon(picture, voice).pixmap(QSize(side, side)))
        self.headline.setText(words.result("headline", found.headline))
        self.headline.setToolTip(words.explain("headline", found.headline))
        role(self.headline, voice)
        self._say_deadline(self._context)
        self.spaces.setText(self.tr("Places: {number}").format(number=found.spaces.accompanying))
        self.spaces.setToolTip(self.tr("Each person who travels counts against the places of the year."))

    def _say_deadline(self, context: FieldContext) -> None:
        """The nearest day to keep: what for, whose, and when; where there is little room, how far away alone."""
        found = next_deadline(context.case.case, context.case.assessment)
        self.deadline.setVisible(found is not None)
        if found is None:
            return
        parts = [context.words.deadline(found.code), found.person or ""]
        said = " · ".join(part for part in parts if part)
        far = distance((found.on - context.case.assessment.on).days)
        whole, short = (
            self.tr("{what}: {when}").format(what=said, when=when)
            for when in (f"{context.words.day(found.on)}, {far}", far)
        )
        self.deadline.setText(whole if self._roomy else short)
        self.deadline.setToolTip(whole)

    @property
    def _roomy(self) -> bool:
        return self.width() >= self.fontMetrics().averageCharWidth() * _ROOMY

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self._roomy
        if self._context is not None:
            self._say_deadline(self._context)
        for button in (self.history, self.ask):
            # On large letters the alias needs the room; the menu has both as well.
            button.setVisible(self.width() >= self.fontMetrics().averageCharWidth() * _LESS)
        styles = Qt.ToolButtonStyle
        self.names.setToolButtonStyle(styles.ToolButtonTextBesideIcon if roomy else styles.ToolButtonIconOnly)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRAW and getattr(self, "_context", None):
            self.refresh()

    def _stage_chosen(self, stage: str) -> None:
        if self._context is not None:
            case = self._context.case
            if stage == "closed":
                self.stage.show_code(case.case.stage)  # not before it is said until when it is kept
                self.close_asked.emit()
                return
            opened = {"closed_on": None} if case.case.closed_on is not None else {}
            try:
                case.set_fields("case", {"stage": stage, **opened})
            except EditRefused as refused:
                self._context.said.emit(self._context.words.message(refused))

    def _names(self, on: bool) -> None:
        self.names.setIcon(icon("eye" if on else "eye_off"))
        if self._context is not None:
            self._context.set_show_names(on)

    def _steps(self, undo: bool, redo: bool) -> None:
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def _place_changed(self, place: str) -> None:
        if place in ("case.alias", "case.stage"):
            self.refresh()

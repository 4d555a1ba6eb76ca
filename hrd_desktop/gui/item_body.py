"""What an opened item shows: the question, the reason, who decided, what is missing, what it rests on, the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.places import rows_by_id
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.answer_form import AnswerForm, begun_answer
from hrd_desktop.gui.entry_panel import OverridePanel, ReviewPanel
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import sign_of, target_of, text_label
from hrd_desktop.gui.line_button import LinkList, Sign
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import checking, findings


class ItemBody(QWidget):
    """Filled by `show_item`; `go_to` carries a place that the person wants to see."""

    go_to = Signal(str)
    settled = Signal()
    """What had the keyboard is gone, because the answer was recorded or taken back."""

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item = item
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 4, 0, GRID * 2, GRID * 2)
        self._column.setSpacing(GRID)
        self.question = self._add(text_label(self, "small"))
        self.why = self._add(text_label(self))
        self.decided = self._add(text_label(self))
        effect = QHBoxLayout()
        effect.setSpacing(GRID)
        self._effect_sign, self.effect = Sign(self), text_label(self)
        effect.addWidget(self._effect_sign, 0, Qt.AlignmentFlag.AlignTop)
        effect.addWidget(self.effect, 1)
        self._column.addLayout(effect)
        self._missing_head, self.missing = self._links(self.tr("Still to find out"))
        self._rests_head, self.rests = self._links(self.tr("Rests on"))
        self._evidence_head, self.evidence = self._links(self.tr("Evidence"))
        self.provision = self._add(text_label(self, "small"))
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.HLine)
        self._column.addWidget(rule)
        self.answer_head = self._add(text_label(self, "strong"))
        self.answer = self._add(text_label(self))
        self.take_back = QPushButton(self.tr("Take this answer back"), self)
        self.take_back.clicked.connect(self._take_back)
        self._column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeading)
        self.cannot = self._add(text_label(self, "small"))
        self.open_form = QPushButton(self.tr("Answer this item yourself"), self)
        self.open_form.clicked.connect(self._open_form)
        self._column.addWidget(self.open_form, 0, Qt.AlignmentFlag.AlignLeading)
        self.form: AnswerForm | None = None
        self.override, self.review = OverridePanel(context, self), ReviewPanel(context, self)
        self.review.go_to.connect(self.go_to)
        self.show_item(item)
        for panel in (self.override, self.review):
            self._column.addWidget(panel)

    def show_item(self, item: ItemResult) -> None:
        """Show a result; a form that is being filled in stays as it is."""
        self._item = item
        on, words = self._context.case.assessment.on, self._context.words
        pack = checking.pack_on(on)
        self.question.setText(pack.items[item.id].question[words.lang])
        self.why.setText(checking.sentence(item.why, on, words))
        self._show_decision(item)
        self._show_effect(item)
        against = item.derived_result == "NOT_MET"
        self._missing_head.setText(self.tr("Check once more") if against else self.tr("Still to find out"))
        rests = [row for row in item.rows if row not in item.places and row not in item.evidence]
        for head, lines, references in (
            (self._missing_head, self.missing, item.places),
            (self._rests_head, self.rests, rests),
        ):
            found = [target for reference in references if (target := target_of(self._context, reference))]
            lines.fill([(*target, "", None) for target in dict.fromkeys(found)])
            head.setVisible(bool(found))
            lines.setVisible(bool(found))
        entries = [entry for entry in self._context.case.case.evidence if entry.id in item.evidence]
        self.evidence.fill([(entry.id, f"{entry.id} · {entry.title}", "", None) for entry in entries])
        self._evidence_head.setVisible(bool(entries))
        self.evidence.setVisible(bool(entries))
        citation = pack.citation(item.citation, words.lang)
        fill(self.provision, self.tr("Provision: {citation}").format(citation=citation) if citation else "")
        had_keyboard = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._show_answer(item)
        self._show_form(item)
        self.override.show_item(item)
        self.review.show_item(item)
        if had_keyboard and (self.focusWidget() is None or not self.focusWidget().isVisible()):
            self.settled.emit()

    def flush(self) -> None:
        """Keep what is typed and still waits for a pause."""
        for part in (self.form, self.override, self.review):
            if part is not None:
                part.flush()

    # The parts

    def _add(self, label: QLabel) -> QLabel:
        self._column.addWidget(label)
        return label

    def _links(self, title: str) -> tuple[QLabel, LinkList]:
        head = text_label(self, "strong")
        head.setText(title)
        lines = LinkList(self)
        lines.asked.connect(self.go_to)
        self._column.addWidget(head)
        self._column.addWidget(lines)
        return head, lines

    def _show_decision(self, item: ItemResult) -> None:
        """Both results where people have decided something: what the facts alone gave, and what stands now."""
        on, words = self._context.case.assessment.on, self._context.words
        lines = [checking.sentence(message, on, words) for message in item.decided]
        if item.decided or item.result != item.derived_result or item.severity != item.derived_severity:
            lines.append(
                self.tr("The facts alone gave: {derived}. What stands now: {now}.").format(
                    derived=findings.derived(item, words), now=findings.standing(item, words)
                )
            )
        fill(self.decided, "\n".join(lines))

    def _show_effect(self, item: ItemResult) -> None:
        words = self._context.words
        self._effect_sign.setVisible(item.severity is not None)
        if item.severity is None:
            fill(self.effect, "")
            return
        name, voice = sign_of(item)
        self._effect_sign.show_icon(name, "quiet" if voice == "small" else voice)
        role(self.effect, "" if voice == "small" else voice)
        fill(
            self.effect,
            f"{words.result('severity', item.severity)}. {words.explain('severity', item.severity)}",
        )

    # The answer of staff

    def _entry(self) -> StaffAnswer | None:
        """The answer that counts, or else the last that was given."""
        item, case = self._item, self._context.case.case
        node = rows_by_id(case).get(item.staff_answer or item.ignored_answer or "")
        if node is not None and isinstance(node.value, StaffAnswer):
            return node.value
        given = [entry for entry in case.staff_answers if (entry.item, entry.person) == (item.id, item.person)]
        return given[-1] if given else None

    def _show_answer(self, item: ItemResult) -> None:
        entry, words = self._entry(), self._context.words
        self.answer_head.setText(self.tr("Answer of staff"))
        self.take_back.setVisible(entry is not None)
        if entry is None:
            self.answer.hide()
            return
        lines = [
            f"{words.result('result', entry.result)}: {entry.reason}",
            " · ".join((words.code("how_known", entry.how_known), entry.answered_by, words.day(entry.answered_on))),
        ]
        if item.ignored_answer == entry.id:
            lines.append(self.tr("It changes nothing: the facts decide this item. Correct the facts themselves."))
        elif entry.answered_on > self._context.case.assessment.on:
            lines.append(self.tr("It counts from its date on."))
        fill(self.answer, "\n".join(lines))

    def _take_back(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._context.case.remove_row(entry.id)

    def _show_form(self, item: ItemResult) -> None:
        """A form where staff may answer: at once for an open item, on request for one that is clear or answered."""
        may = bool(item.staff_may)
        fill(self.cannot, self._limits(item))
        answered = self._entry() is not None and item.ignored_answer is None
        begun = begun_answer(self._context, item.id, item.person) is not None
        wanted = may and (begun or (not item.clear and not answered) or self.form_asked)
        if wanted and self.form is None:
            self.form = AnswerForm(self._context, item, self)
            self._column.insertWidget(self._column.indexOf(self.open_form) + 1, self.form)
        if self.form is not None:
            self.form.show_item(item)
            self.form.setVisible(wanted)
        self.open_form.setVisible(may and not wanted)
        self.open_form.setText(self.tr("Give another answer") if answered else self.tr("Answer this item yourself"))

    @property
    def form_asked(self) -> bool:
        """Whether the person asked for the form of this very result; a new one closes it."""
        return self._asked_for == self._state()

    _asked_for: tuple[object, ...] = ()

    def _state(self) -> tuple[object, ...]:
        entry = self._entry()
        return (self._item.id, self._item.person, self._item.result, entry.id if entry else "")

    def _open_form(self) -> None:
        self._asked_for = self._state()
        self._show_form(self._item)
        if self.form is not None:
            self.form.result.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.appeared.emit(self.form)

    def _limits(self, item: ItemResult) -> str:
        """Why staff cannot answer, or may give one answer only; empty where nothing needs to be said."""
        if item.staff_may == ("NEEDS_LAWYER",):
            return self.tr("Staff do not weigh this. You may only pass it on to a lawyer or regulated consultant.")
        if item.staff_may:
            return ""
        if "LAWYER" in (item.severity, item.derived_severity):
            return self.tr(
                "Neither staff nor a supervisor weigh this. It stays open until a lawyer or regulated consultant has "
                "read it and a dated review is recorded."
            )
        if item.derived_result == "NOT_MET":
            return self.tr(
                "No answer of staff outweighs the facts on file. If a fact is wrong, correct it where it stands. If it "
                "is right, talk with a supervisor."
            )
        return self.tr("This follows from the facts alone. If it is wrong, correct the facts it rests on.")

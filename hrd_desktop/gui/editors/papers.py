"""The list of evidence: each paper with what its file is, what makes it hard to read, and what is missing beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.core.threes import Missing, Placed, in_threes
from hrd_desktop.gui.editors.row_card import RowCard
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.evidence_intake import replace_file
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.paper_desk import Arrival, desk_of
from hrd_desktop.gui.paper_facts import size_in_words
from hrd_desktop.gui.theme import GRID, icon, role
from hrd_desktop.services.evidence import Found
from hrd_desktop.services.forgetting import forget_unused


class PaperCard(RowCard):
    """A row with a line about its file below its head, and a way to look at it."""

    def __init__(self, context: FieldContext, key: str, parent: QWidget | None = None) -> None:
        self._placed: Placed | None = None
        super().__init__(context, key, parent)
        self._desk = desk_of(context)
        self.state = text_label(self, "small")
        self.warning = text_label(self, "attention")
        self.missing = text_label(self, "attention")
        self.links = OptionBox(self)
        self.look = self._link(icon("eye"), self.tr("Look at it"), self._show)
        self.again = self._link(icon("redo"), self.tr("Scan it again now…"), self._replace)
        self.file = self._link(icon("add"), self.tr("Add its file…"), self._replace)
        self.translation = self._link(
            icon("add"), self.tr("Add the translation…"), partial(self._beside, "translation")
        )
        self.statement = self._link(
            icon("add"), self.tr("Add the translator’s statement…"), partial(self._beside, "statement")
        )
        box = QVBoxLayout()
        box.setContentsMargins(GRID, 0, GRID, 0)
        box.setSpacing(2)
        for widget in (self.state, self.warning, self.missing, self.links):
            box.addWidget(widget)
        self._column.insertLayout(2, box)
        self._desk.listed_changed.connect(self.tell)
        context.reveals.changed.connect(self._revealed)
        self.tell()

    def _revealed(self, _key: str) -> None:
        self.tell()

    def place(self, placed: Placed | None) -> None:
        """Stand below the paper it belongs to, and say what is missing."""
        self._placed = placed
        depth = str(placed.depth if placed is not None else 0)
        if self.property("depth") != depth:
            self.setProperty("depth", depth)
            self.style().unpolish(self)
            self.style().polish(self)
        self.tell()

    def tell(self) -> None:
        """Say again what is known of the file. Of what is sealed nothing, until it is asked for."""
        context = self._context
        if not context.case.knows(self.key):
            return
        covered = context.seals.covers(self.key)
        begun = self.key in context.case.drafts
        listed = self._desk.listed.get(self.key)
        kept = listed is not None and listed.kept
        found = listed.found if listed is not None else None
        self.state.setText(self._state(kept, found, listed.boxes if listed is not None else 0) if listed else "")
        self.state.setVisible(not covered and not begun and bool(self.state.text()))
        flaws = [flaw for flaw in found.flaws if flaw != "no_text"] if found is not None else []
        warnings = [context.words.of_file(f"trouble_{found.trouble}")] if found is not None and found.trouble else []
        warnings += [context.words.of_file(f"flaw_{flaw}") for flaw in flaws]
        warnings += [context.words.of_file("trouble_boxes")] if listed is not None and listed.doubtful else []
        self.warning.setText(" ".join(warnings))
        self.warning.setVisible(bool(warnings) and not covered)
        lacks = self._placed.missing if self._placed is not None and not covered else ()
        self.missing.setText(self._lacking(lacks))
        self.missing.setVisible(bool(lacks))
        self.look.setVisible(kept and not covered)
        self.again.setVisible(bool(flaws) and not covered)
        self.file.setVisible(listed is not None and not kept and not covered and not begun)
        self.translation.setVisible("translation" in lacks)
        self.statement.setVisible(lacks == ("statement",))
        shown = (self.look, self.again, self.file, self.translation, self.statement)
        self.links.setVisible(any(not button.isHidden() for button in shown))

    def _state(self, kept: bool, found: Found | None, boxes: int) -> str:
        if not kept or found is None:
            alone = self.tr("Its file is kept.") if kept else self.tr("Listed only: its file is not in the case file.")
            return f"{self.key} · {alone}"
        words = self._context.words
        parts = [self.key, words.of_file(f"file_kind_{found.kind}")]
        if found.pages:
            parts.append(self.tr("pages: {count}").format(count=found.pages))
        parts.append(size_in_words(found.size, words.lang))
        if boxes:
            parts.append(self.tr("covered parts: {count}").format(count=boxes))
        parts.append(self.tr("kept unopened") if found.trouble else self.tr("kept"))
        return " · ".join(parts)

    def _lacking(self, lacks: tuple[Missing, ...]) -> str:
        if lacks == ("statement",):
            return self.tr("Still missing: the translator’s statement.")
        if lacks:
            return self.tr("Still missing: a translation and the translator’s statement.")
        return ""

    def _show(self) -> None:
        from hrd_desktop.gui.paper_viewer import PaperViewer  # not before somebody looks

        PaperViewer.show_paper(self._context, self.key, self)

    def _replace(self) -> None:
        replace_file(self._context, self.key, self)

    def _beside(self, which: Missing) -> None:
        title = self.tr("The translation") if which == "translation" else self.tr("The translator’s statement")
        named, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("All files (*)"))
        if named:
            self.bring(which, Path(named))

    def bring(self, which: Missing, path: Path) -> None:
        """Take in the translation of this paper, or the statement on this translation."""
        values: dict[str, Any] = {"title": self._title(which)}
        if which == "translation":
            kind = self._context.case.value(f"{self.key}.kind")
            values |= {"translation_of": self.key, "kind": kind}
        else:
            values |= {"statement_for": self.key, "kind": "translator_statement"}
        seal = self._context.case.value(f"{self.key}.seal")
        if seal not in (None, "none"):
            values["seal"] = seal
        self._desk.add([Arrival(path.name, path, values)])

    def _title(self, which: Missing) -> str:
        if which == "translation":
            return self.tr("Translation of {entry}").format(entry=self.key)
        return self.tr("Translator’s statement on {entry}").format(entry=self.key)

    def _link(self, sign: Any, text: str, work: Any) -> QPushButton:
        button = QPushButton(sign, text, self.links)
        role(button, "link")
        button.clicked.connect(lambda _checked=False: work())
        self.links.flow.addWidget(button)
        return button


class EvidenceRows(RowsEditor):
    """Originals in their order, each with its translation and its statement below it."""

    cards: dict[str, RowCard]

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self._desk = desk_of(context)
        self.add.setText(self.tr("List a paper without its file"))
        self.forget = QPushButton(self.snack)
        role(self.forget, "link")
        self.forget.clicked.connect(self._forget)
        snack = self.snack.layout()
        assert snack is not None
        snack.addWidget(self.forget)
        self._sure = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        context.case.place_changed.connect(self._moved)
        self._desk.refresh()

    def make_card(self, key: str) -> RowCard:
        return PaperCard(self.context, key, self)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        placed = {one.entry.id: one for one in in_threes(self.context.case.case.evidence)}
        order = [key for key in placed if key in self.cards] + [key for key in self.cards if key not in placed]
        for position, key in enumerate(order):
            card = self.cards[key]
            if self.stack.indexOf(card) != position:
                self.stack.insertWidget(position, card)
            if isinstance(card, PaperCard):
                card.place(placed.get(key))
        self.offer_moves()

    def movable(self) -> list[str]:
        """A translation and a statement stay below their paper."""
        movable = super().movable()
        found = in_threes(self.context.case.case.evidence)
        return [one.entry.id for one in found if one.depth == 0 and one.entry.id in movable]

    def tell(self, done: str) -> None:
        self._sure = False
        super().tell(done)
        self.forget.setText(self.tr("Forget removed files at once"))
        self.forget.setVisible(not self._desk.busy)

    def move_row(self, key: str, by: int) -> None:
        super().move_row(key, by)
        self.forget.hide()

    def _forget(self) -> None:
        """On the second press: until then the removal can be taken back."""
        if not self._sure:
            self._sure = True
            self.forget.setText(self.tr("Forget them for good: this cannot be taken back"))
            return
        case = self.context.case
        work = partial(forget_unused, case.file, at=case.now(), code=case.code, at_once=True)
        case.ask(work, self._forgotten, lambda error: self.say(self.context.words.message(error)), self)

    def _forgotten(self, count: int) -> None:
        self.snack_text.setText(self.tr("Removed. Files forgotten for good: {count}.").format(count=count))
        self.forget.hide()
        self._desk.refresh()
        self.snack_undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, place: str) -> None:
        if place.endswith((".translation_of", ".statement_for", ".language", ".translator_certified", ".seal")):
            self._soon.start()

"""Under which rules a case was checked, what was kept of earlier checks, and what other rules would change."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.messages import sentence
from hrd_desktop.services import checking
from hrd_desktop.services.checking import Pack, Recorded
from hrd_desktop.services.printing import pack_lines, side_line

_WIDTH_IN_LETTERS, _HEIGHT_IN_LINES = 76, 32
_SHOWN = 12  # kept checks that are listed, the newest first


class RulesDialog(QDialog):
    """A look at the rules behind the headline; it changes nothing but may keep the check as it stands."""

    used: QLabel
    kept: QLabel
    keep: QPushButton
    other: QComboBox
    changes: QLabel
    message: QLabel
    close_button: QPushButton

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._context = context
        self._words = context.words
        self._assessment = context.case.assessment
        self._pack = checking.pack_of(self._assessment)
        self.message.hide()
        self.used.setText("\n".join(self._used()))
        for pack in reversed(checking.packs()):
            if pack.id != self._pack.id:
                self.other.addItem(self._since(pack), pack.id)
        self.other.setCurrentIndex(0)
        self.other.currentIndexChanged.connect(lambda _: self._compare())
        self.keep.clicked.connect(self._keep)
        self.close_button.clicked.connect(self.accept)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        room = self.screen().availableSize()
        self.resize(
            min(_WIDTH_IN_LETTERS * letter, room.width() * 9 // 10),
            min(_HEIGHT_IN_LINES * line, room.height() * 8 // 10),
        )
        self._compare()
        self._ask()

    @classmethod
    def show_for(cls, context: FieldContext, parent: QWidget | None = None) -> None:
        """Opens over its window and goes when it is closed."""
        dialog = cls(context, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The rules in use

    def _used(self) -> Iterator[str]:
        pack, words = self._pack, self._words
        yield self.tr("Checked for {day}. {rules}").format(day=words.day(self._assessment.on), rules=self._since(pack))
        partners = words.join([words.code("partner", partner) for partner in pack.partners])
        yield self.tr("Who refers: {partners}").format(partners=partners)

    def _since(self, pack: Pack) -> str:
        """A pack by its name and the day, or the month, from which it is in force."""
        if pack.day_known:
            since = self._words.day(pack.date)
            return self.tr("Rules {name}, edition {edition}, in force from {since}").format(
                name=pack.id, edition=pack.version, since=since
            )
        since = self._words.partial(pack.month)
        return self.tr("Rules {name}, edition {edition}, in force from {since} (the day is not known)").format(
            name=pack.id, edition=pack.version, since=since
        )

    # Kept checks

    def _ask(self) -> None:
        case = self._context.case
        case.ask(partial(checking.assessments, case.file, case.code), self._show_kept, self._failed, self)

    def _show_kept(self, kept: list[Recorded]) -> None:
        lines = [self._line(one) for one in kept[:_SHOWN]]
        if len(kept) > len(lines):
            lines.append(self.tr("Older ones: {count}").format(count=len(kept) - len(lines)))
        self.kept.setText("\n".join(lines) or self.tr("None is kept yet."))
        self.keep.setEnabled(True)

    def _line(self, one: Recorded) -> str:
        why = {
            "packet": self.tr("packet exported"),
            "draft": self.tr("draft of a packet exported"),
            "asked": self.tr("kept on request"),
            "new_pack": self.tr("first check under these rules"),
        }[one.occasion]
        headline = self._words.result("headline", one.headline)
        return f"{self._words.day(one.on)} · {one.pack} · {headline} · {why}"

    def _keep(self) -> None:
        self.keep.setEnabled(False)
        case = self._context.case
        case.ask(
            partial(checking.record_assessment, case.file, self._assessment), lambda _: self._ask(), self._failed, self
        )

    def _failed(self, error: object) -> None:
        self.keep.setEnabled(True)
        fill(self.message, sentence(error, self._words.lang))

    # Other rules

    def _compare(self) -> None:
        other = checking.pack_named(self.other.currentData())
        self.changes.setText("\n".join(self._changes(other)).strip())

    def _changes(self, other: Pack) -> Iterator[str]:
        words, on = self._words, self._assessment.on
        found = checking.compare(self._context.case.case, on, self._pack, other)
        first, second = words.result("headline", found.headline_a), words.result("headline", found.headline_b)
        if not found.touched:
            yield words.text("compare_same")
        elif found.headline_a == found.headline_b:
            yield words.text("compare_headline_same", a=first)
        else:
            yield words.text("compare_headline", a=first, b=second)
        for row in found.items:
            held = self._pack if row.a is not None else other
            title = held.title(row.id, words.lang)
            yield ""
            yield f"{title} · {self._context.row_label(row.person)}" if row.person else title
            yield side_line(row.a, self._pack, on, words)
            yield side_line(row.b, other, on, words)
        yield ""
        yield from pack_lines(self._pack, other, on, words)

"""What still stands between this case and its packet, each line a link to the place."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import HEADLINE_SIGN, item_place, link_label, text_label
from hrd_desktop.gui.theme import GRID, icon
from hrd_desktop.services import checking


class ReviewPage(QWidget):
    """The headline in words, then what blocks, what waits for a lawyer, what only warns, and what to ask next time."""

    go_to = Signal(str)

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sign = QLabel(self)
        self._headline = text_label(self, "heading")
        self._meaning = text_label(self)
        self._under = text_label(self, "small")
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._sign)
        top.addWidget(self._headline, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._meaning)
        column.addWidget(self._under)
        self._groups: dict[str, tuple[QLabel, QLabel]] = {}
        for name in ("begun", "block", "lawyer", "warn", "ask", "routes"):
            head, label = text_label(self, "strong"), link_label(self)
            label.linkActivated.connect(self.go_to)
            self._groups[name] = (head, label)
            column.addSpacing(GRID)
            column.addWidget(head)
            column.addWidget(label)
        column.addStretch(1)
        context.case.assessed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say the newest assessment."""
        found, words = self._context.case.assessment, self._context.words
        sign, voice = HEADLINE_SIGN[found.headline]
        self._sign.setPixmap(icon(sign, voice).pixmap(QSize(24, 24)))
        self._headline.setText(words.result("headline", found.headline))
        self._meaning.setText(words.result("headline_meaning", found.headline))
        self._under.setText(
            self.tr("Checked for {day} under the rules in force since {since}. Places used: {count}.").format(
                day=words.day(found.on), since=words.day(found.pack_date), count=found.spaces.accompanying
            )
        )
        items = found.items
        self._list("begun", self.tr("Begun, not complete"), self._begun())
        self._list(
            "block", self.tr("Stands in the way"), self._lines(i for i in items if i.severity in ("BLOCK", "DIVERT"))
        )
        self._list("lawyer", self.tr("Waits for a lawyer"), self._lines(i for i in items if i.severity == "LAWYER"))
        self._list("warn", self.tr("Only warns"), self._lines(i for i in items if i.severity == "WARN"))
        self._list("ask", self.tr("Ask next time"), self._questions())
        self._list("routes", self.tr("Other routes that fit these facts"), self._routes())

    def _list(self, name: str, title: str, lines: list[str]) -> None:
        head, label = self._groups[name]
        head.setText(title)
        label.setAccessibleName(title)
        label.setText("".join(f'<p style="margin-top:0; margin-bottom:8px">{line}</p>' for line in lines))
        head.setVisible(bool(lines))
        label.setVisible(bool(lines))

    def _lines(self, items: Iterable[ItemResult]) -> list[str]:
        return [self._line(item) for item in items]

    def _line(self, item: ItemResult) -> str:
        found, words = self._context.case.assessment, self._context.words
        title = checking.pack_on(found.on).title(item.id, words.lang)
        if item.person:
            title += f" ({self._context.row_label(item.person)})"
        why = checking.sentence(item.why, found.on, words)
        return f"{_link(item_place(item.id, item.person), title)}<br>{escape(why)}"

    def _begun(self) -> list[str]:
        words = self._context.words
        lines = []
        for key, draft in self._context.case.drafts.items():
            needs = ", ".join(
                words.field(object_name(self._context.case.target(key)), spec.name)
                for spec in self._context.case.missing(key)
            )
            place = words.place(self._context.case.case, draft.place)
            text = self.tr("still needs: {fields}").format(fields=needs)
            lines.append(f"{_link(key, place)}<br>{escape(text)}")
        return lines

    def _questions(self) -> list[str]:
        found, words = self._context.case.assessment, self._context.words
        lines = []
        for ask in found.ask_next:
            question = checking.sentence(ask.question, found.on, words)
            place = ask.places[0] if ask.places else item_place(ask.item, ask.person) if ask.item else ""
            who = f"{self._context.row_label(ask.person)}: " if ask.person else ""
            lines.append(_link(place, who + question) if place else escape(who + question))
        return lines

    def _routes(self) -> list[str]:
        found, words = self._context.case.assessment, self._context.words
        return [escape(checking.sentence(route.text, found.on, words)) for route in found.routes]


def _link(place: str, words: str) -> str:
    return f'<a href="{escape(place, quote=True)}">{escape(words)}</a>'

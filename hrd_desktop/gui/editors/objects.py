"""A single object inside another: a group of fields of its own, open or behind a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.groups import OPEN
from hrd_desktop.core.schema import FieldSpec, fields_of, object_name
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.fold import Fold
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.theme import GRID, icon, role


class Needed(QLabel):
    """The line that says what is still needed before something begun counts."""

    def __init__(self, context: FieldContext, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = key
        self.setWordWrap(True)
        role(self, "attention")
        self.update_text()

    def update_text(self) -> None:
        """Read again what is needed."""
        text = self._text()
        self.setText(text)
        self.setVisible(bool(text))

    def _text(self) -> str:
        case, words = self._context.case, self._context.words
        if self._key not in case.drafts:
            return ""
        missing = case.missing(self._key)
        if not missing:
            refused = case.obstacle(self._key)
            return words.message(refused) if refused is not None else ""
        owner = object_name(case.target(self._key))
        names = [words.field(owner, spec.name) for spec in missing]
        return self.tr("Not complete yet. Still needed: {fields}").format(fields=", ".join(names))


class ObjectEditor(FieldEditor):
    """The fields of a single object. It is made when the first of them is filled, and gone when all are cleared."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(context, place, spec, parent)
        self.head: Fold | None = None
        self.body: FormBody | None = None
        self.frame = QWidget(self)
        self.inner = QVBoxLayout(self.frame)
        self.inner.setContentsMargins(2 * GRID, 0, 0, 0)
        self.inner.setSpacing(GRID)
        self.needed = Needed(context, place, self.frame)
        self.inner.addWidget(self.needed)
        self.remove = QPushButton(icon("trash"), self.tr("Remove"), self.frame)
        self.remove.setAccessibleName(self.tr("Remove: {field}").format(field=self.title))
        role(self.remove, "quiet")
        self.remove.clicked.connect(self._remove)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        if spec.name in OPEN or spec.name.endswith("_info"):
            self._build()
            self.inner.addLayout(foot)
            self.finish(self.frame)
            self.label.setVisible(not spec.name.endswith("_info"))
        else:
            self.inner.addLayout(foot)
            self.head = Fold(parent=self)
            self.head.toggled.connect(self._open)
            self.frame.hide()
            self.finish(self.head)
            self.label.hide()
            self.column.addWidget(self.frame)
        context.case.news.at(place).inside.connect(self._inside_changed)

    def show_value(self, value: Any) -> None:
        self.needed.update_text()
        # Only an object with a needed field cannot be taken away by clearing its fields one by one.
        needs = any(spec.required for spec in self._specs())
        self.remove.setVisible(needs and (value is not None or self.place in self.context.case.drafts))
        if self.head is not None:
            known = self.context.summary(self.place)
            self.head.set_whole(f"{self.title} · {known}" if known else self.title)

    def focus_target(self) -> QWidget:
        return self.head or self.frame

    def reveal(self, trail: list[str]) -> QWidget:
        if self.head is not None:
            self.head.setChecked(True)
        assert self.body is not None
        return self.body.reveal(trail) or super().reveal(trail)

    def _specs(self) -> tuple[FieldSpec, ...]:
        return fields_of(self.context.case.target(self.place))

    def _open(self, is_open: bool) -> None:
        if is_open and self.body is None:
            self._build()
        self.frame.setVisible(is_open)

    def _build(self) -> None:
        self.body = FormBody(self.context, self.place, parent=self.frame)
        self.inner.insertWidget(1, self.body)

    def _remove(self) -> None:
        self.context.case.clear_object(self.place)
        self.reveal([])

    def _inside_changed(self, place: str) -> None:
        if place.startswith(f"{self.place}."):
            self.show_value(self.context.case.value(self.place))

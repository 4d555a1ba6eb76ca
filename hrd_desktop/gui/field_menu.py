"""What can be noted of one field: how we know, by which evidence, ask again; and what it was before."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hrd_desktop.core.schema import field_of, object_name
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui import known_edits
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.field_slot import FieldSlot
from hrd_desktop.gui.history_dialog import HistoryDialog
from hrd_desktop.gui.known_dialog import KnownDialog

KEY = "F8"
_LONGEST = 60  # letters of a piece of evidence in the menu


class FieldMenu(QObject):
    """Watches which field has the keyboard, and offers its menu: by the button, the line, or the key."""

    def __init__(self, context: FieldContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._slot: FieldSlot | None = None
        context.asked_about.connect(self.show_for)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.show_here)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def show_here(self) -> None:
        """Offer the menu of the field that has the keyboard."""
        slot = _slot_of(self._page, QApplication.focusWidget())
        if slot is not None:
            control = QApplication.focusWidget() or slot
            self.show_for(slot.place, control.mapToGlobal(QPoint(0, control.height())))

    def show_for(self, place: str, at: QPoint) -> None:
        """Offer the menu of the field at a place."""
        back = QApplication.focusWidget()
        menu = self.menu(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        if back is not None:
            menu.aboutToHide.connect(partial(_focus_again, back))

    def menu(self, place: str) -> QMenu:
        """The choices for the field at a place."""
        case, words = self._context.case, self._context.words
        holder, _, name = place.rpartition(".")
        menu = QMenu(self._page)
        menu.setToolTipsVisible(True)
        head = menu.addAction(words.field(object_name(case.target(holder)), name))
        head.setEnabled(False)
        menu.addSeparator()
        row = known_edits.known_at(case, place)
        begun = place.partition(".")[0] in case.drafts
        for code in _codes():
            act = menu.addAction(words.code("how_known", code))
            _tick(act, row is not None and row.how_known == code and (code != "unknown" or not row.ask_again))
            act.triggered.connect(partial(self._do, partial(self._say_how, place, code)))
            act.setEnabled(not begun)
        evidence = self._evidence(menu, place, row)
        evidence.setEnabled(not begun and not evidence.isEmpty())
        menu.addMenu(evidence)
        menu.addSeparator()
        again = menu.addAction(self.tr("Ask again next time"))
        _tick(again, bool(row and row.ask_again))
        again.triggered.connect(
            partial(self._do, partial(known_edits.mark_ask_again, case, place, not (row and row.ask_again)))
        )
        again.setEnabled(not begun)
        when = menu.addAction(self.tr("When, by whom, note…"))
        when.setEnabled(row is not None)
        if row is not None:
            when.triggered.connect(lambda: KnownDialog.ask(self._context, place, row.id, self._page))
        nothing = menu.addAction(self.tr("Take this note away"))
        nothing.setEnabled(row is not None)
        nothing.triggered.connect(partial(self._do, partial(known_edits.set_known, case, place, None)))
        menu.addSeparator()
        before = menu.addAction(self.tr("What it was before…"))
        before.triggered.connect(partial(HistoryDialog.show_field, self._context, place, self._page))
        return menu

    def _evidence(self, menu: QMenu, place: str, row: KnownBy | None) -> QMenu:
        """The pieces of evidence of the case; what is ticked shows or says the answer."""
        sub = QMenu(self.tr("Evidence for this"), menu)
        linked = list(row.evidence) if row is not None else []
        for piece in self._context.case.case.evidence:
            sealed = self._context.seals.of(piece.id) is not None
            title = self._context.words.code("evidence_kind", piece.kind) if sealed else piece.title
            short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
            act = sub.addAction(f"{piece.id} · {short}".replace("&", "&&"))
            _tick(act, piece.id in linked)
            wanted = [one for one in linked if one != piece.id] if piece.id in linked else [*linked, piece.id]
            act.triggered.connect(partial(self._do, partial(self._link, place, wanted)))
        return sub

    def _say_how(self, place: str, code: str) -> None:
        case = self._context.case
        if code == "unknown":
            known_edits.set_known(case, place, "unknown", ask_again=False)
        else:
            known_edits.set_known(case, place, code)  # type: ignore[arg-type]  # one of the codes of the list

    def _link(self, place: str, evidence: list[str]) -> None:
        row = known_edits.known_at(self._context.case, place)
        how = row.how_known if row is not None and row.how_known != "unknown" else "document_seen"
        known_edits.set_known(self._context.case, place, how, evidence)

    def _do(self, step: partial[None], _checked: bool = False) -> None:
        try:
            step()
        except EditRefused as refused:
            self._context.said.emit(self._context.words.message(refused))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        slot = _slot_of(self._page, new)
        if slot is self._slot:
            return
        if self._slot is not None and shiboken6.isValid(self._slot):
            self._slot.offer(False)
        self._slot = slot
        if slot is not None:
            slot.offer()


def _slot_of(page: QWidget, widget: QWidget | None) -> FieldSlot | None:
    """The field of this page that a widget belongs to."""
    if widget is None or not page.isAncestorOf(widget):
        return None
    while widget is not None and widget is not page:
        if isinstance(widget, FieldSlot):
            return widget
        widget = widget.parentWidget()
    return None


def _codes() -> tuple[str, ...]:
    spec = field_of(KnownBy, "how_known")
    assert spec is not None
    return spec.codes


def _tick(action: QAction, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)


def _focus_again(widget: QWidget) -> None:
    """Give the keyboard back to where it was, if that is still there."""
    if shiboken6.isValid(widget) and widget.isVisible() and QApplication.activeModalWidget() is None:
        widget.setFocus(Qt.FocusReason.PopupFocusReason)

"""The room of one field: its editor, how it is known, the story of a date, whether it is asked at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QContextMenuEvent, QEnterEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.identity import Name
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, object_name
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.editors.factory import editor_for
from hrd_desktop.gui.editors.first_name import FirstNameEditor
from hrd_desktop.gui.editors.known import FieldButton, KnownLine, keep_room
from hrd_desktop.gui.editors.masked import Masked
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.harm_note import HarmNote
from hrd_desktop.gui.known_edits import known_at
from hrd_desktop.gui.theme import icon, role


class FieldSlot(QWidget):
    """The room of one field, with its story if it is a date. Parts that a draft cannot hold yet come later."""

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._holder = place.rpartition(".")[0]
        self.spec = spec
        self.editor: FieldEditor | None = None
        self.cover: Masked | None = None
        """What stands here in place of the editor for what is sealed."""
        self._story: QPushButton | None = None
        self._told: FieldEditor | None = None
        self._unused: QLabel | None = None
        self._known: KnownLine | None = None
        self._button: FieldButton | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(4)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._outer.addLayout(self._column)
        self.harm: HarmNote | None = None
        """What to mind before this is asked; the same words stand once in a group."""
        self._mind_harm()
        context.reveals.changed.connect(self._cover_again)
        context.case.news.at(place).known.connect(self._note_changed)
        self.fill()

    @property
    def place(self) -> str:
        """The place of the field."""
        return self._place

    @property
    def empty(self) -> bool:
        """Whether nothing is recorded here."""
        return is_empty(self.spec, self._context.case.value(self._place))

    def fill(self) -> None:
        """Make what can be shown now and is not there yet."""
        begun = self._holder in self._context.case.drafts
        first = begun and self.spec.target is Name and self.spec.required
        if self.editor is not None and first != isinstance(self.editor, FirstNameEditor):
            self._end(self.editor)
        if self.editor is None and first:
            self.editor = FirstNameEditor(self._context, self._place, self.spec, self)
            self._column.insertWidget(0, self.editor)
        elif self.editor is None and self.cover is None and not (begun and self.spec.kind is Kind.OBJECT):
            if not self.empty and self._context.seals.covers(self._place):
                self._cover()
            else:
                self.editor = editor_for(self._context, self._place, self.spec, self)
                self._column.insertWidget(0, self.editor)
                if self.spec.kind is not Kind.OBJECT:
                    keep_room(self.editor)
            self._say_known()
        dated = self.spec.kind is Kind.PARTIAL_DATE and self.cover is None
        story = self._context.story_of(self._place) if dated else None
        if story is not None and self._story is None and not begun:
            self._add_story(story)

    def _mind_harm(self) -> None:
        """What to mind before this is asked stands above it, whatever comes into the column later."""
        text = self._context.words.harm(object_name(self._context.case.target(self._holder)), self.spec.name)
        if text:
            self.harm = HarmNote(text, self)
            self._outer.insertWidget(0, self.harm)

    def _cover(self) -> None:
        key = self._context.seals.of(self._place)
        assert key is not None
        title = self._context.words.field(object_name(self._context.case.target(self._holder)), self.spec.name)
        # Private facts are no seal that somebody set: they are covered for everybody.
        ask = self.tr("Private: show it") if key.endswith(".private") else ""
        if key.endswith(".code_word"):
            ask = self.tr("Show the code word")
        self.cover = Masked(self._context, key, self._uncovered, title=title, ask=ask, parent=self)
        self.cover.turned.connect(self._turned)
        self._column.insertWidget(0, self.cover)

    def _uncovered(self, parent: QWidget) -> FieldEditor:
        return editor_for(self._context, self._place, self.spec, parent)

    def _turned(self) -> None:
        shown = self.cover.content if self.cover is not None else None
        self.editor = shown if isinstance(shown, FieldEditor) else None

    def _cover_again(self, key: str) -> None:
        """What was sealed while it stood open, or stands open with its row, is covered like the rest."""
        if self.cover is not None or self.editor is None or not self._context.case.knows(self._holder):
            return
        if self._context.seals.of(self._place) != key or self._context.reveals.shows(key) or self.empty:
            return
        self.editor.flush()
        for each in (self._told, self.editor):
            if each is not None:
                self._end(each)
        self._story = self._told = None
        self.fill()

    def _note_changed(self, place: str) -> None:
        if place == self._place:
            self._say_known()

    def _say_known(self) -> None:
        """How the answer is known, where somebody noted it; a field without such a note costs nothing."""
        row = known_at(self._context.case, self._place)
        if row is not None and self._known is None:
            self._known = KnownLine(self._context, self._place, self)
            self._column.insertWidget(1, self._known)
        if self._known is not None:
            self._known.say(row)

    def offer(self, on: bool = True) -> None:
        """Show the button to what can be noted of this field, or take it away."""
        if self.editor is None or self.spec.kind is Kind.OBJECT:
            return
        if on and self._button is None:
            self._button = FieldButton(self._context, self._place, self)
        if self._button is not None:
            self._button.setVisible(on)
            self._place_button()

    def _place_button(self) -> None:
        if self._button is not None and self._button.isVisibleTo(self) and self.editor is not None:
            control = self.editor.focus_target()
            self._button.stand_beside(QRect(control.mapTo(self, QPoint(0, 0)), control.size()))

    def event(self, event: QEvent) -> bool:
        """The button follows when the field finds its place, or its parts move."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place_button()
        return done

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The other button of the mouse offers the same, also for lists and objects, which have no button."""
        self._context.asked_about.emit(self._place, event.globalPos())
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.offer()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.offer(False)

    def set_in_use(self, in_use: bool) -> None:
        """Say beside an answer that the question is not asked any more, as the other answers stand."""
        unused = not in_use and not self.empty
        if unused and self._unused is None:
            self._unused = QLabel(self.tr("Not in use: as the other answers stand, this is not asked."), self)
            self._unused.setWordWrap(True)
            role(self._unused, "attention")
            self._column.insertWidget(0, self._unused)
        if self._unused is not None:
            self._unused.setVisible(unused)

    def _end(self, editor: FieldEditor) -> None:
        self.editor = None
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def reveal(self, trail: list[str]) -> QWidget | None:
        """Bring the field, or what the trail names inside it, to the keyboard."""
        if trail and self._story is not None and trail[0] == self._context.story_of(self._place):
            self._story.setChecked(True)
            return self._told.reveal(trail[1:]) if self._told is not None else None
        if self.cover is not None:
            return self.cover.reveal(trail)
        return self.editor.reveal(trail) if self.editor is not None else None

    def _add_story(self, story: str) -> None:
        holder, _, name = story.rpartition(".")
        spec = field_of(self._context.case.target(holder), name)
        assert spec is not None
        assert isinstance(self.editor, DateEditor)
        more = QPushButton(
            icon("left" if self.isRightToLeft() else "right"), self.tr("About this date"), self.editor.parts
        )
        more.setCheckable(True)
        more.setAccessibleName(self.tr("About this date: {field}").format(field=self.editor.title))
        role(more, "quiet")
        self._story = more
        self.editor.parts.flow.addWidget(more)
        more.toggled.connect(lambda is_open: self._open_story(is_open, story, spec))

    def _open_story(self, is_open: bool, story: str, spec: FieldSpec) -> None:
        if self._story is not None:
            closed = "left" if self.isRightToLeft() else "right"
            self._story.setIcon(icon("down" if is_open else closed))
        if self._told is None and is_open:
            self._told = editor_for(self._context, story, spec, self)
            self._column.addWidget(self._told)
        elif self._told is not None:
            self._told.setVisible(is_open)

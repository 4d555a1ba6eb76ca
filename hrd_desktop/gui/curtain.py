"""A curtain over every window of the program, on one key, without locking: for somebody who comes into the room.

While it is drawn, what is behind it is not only covered but hidden, so that a screen reader finds nothing there, no
key and no click reaches it, and nothing new comes in front. Moving the mouse does not lift it. The time without a touch
goes on being counted, and locking works through it.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hrd_desktop.gui.curtain_surface import CurtainSurface
from hrd_desktop.gui.page_stack import close_popups

KEY = Qt.Key.Key_F12
_PASSES = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift}
)
"""Keys for the one button on the curtain."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_LOOK_EVERY = 150  # ms
_LATE = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class Curtain(QObject):
    """Draws and lifts; one for the whole program."""

    lock_asked = Signal()
    """The keys that lock were pressed where the menu does not hear them: behind it, in a dialog, over a list."""
    popup_seen = Signal(QWindow)
    """A menu or a list hangs open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers: list[_Cover] = []
        self.drawn = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        # A menu or a list that hangs open takes the keys of its window and tells nobody that it is there.
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._look_for_popup)
        app.applicationStateChanged.connect(self._state_changed)
        self._state_changed(app.applicationState())

    def watch(self, window: QWindow | None) -> None:
        """Listens for the key at a window of ours, before any field or menu of it."""
        if window is not None and not window.property("watched_for_curtain"):
            window.setProperty("watched_for_curtain", True)
            window.installEventFilter(self)

    def turn(self) -> None:
        """Draw it, or lift it."""
        if self.drawn:
            self.lift()
        else:
            self.draw()

    def draw(self) -> None:
        """Cover everything at once."""
        if self.drawn:
            return
        self.drawn = True
        close_popups()
        active = QApplication.activeWindow()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)
        # All are painted before anything behind them is put away: that takes its time on a full page.
        for cover in self._covers:
            cover.surface.repaint()
        for cover in self._covers:
            cover.put_away()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        if active is not None:
            self._lead(active)

    def lift(self) -> None:
        """Show everything as it was, or as it has become meanwhile."""
        if not self.drawn:
            return
        self.drawn = False
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.bring_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key; and while it is drawn, everything that must not come through."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            return self._key(event)
        if not self.drawn:
            return False
        if kind == QEvent.Type.Shortcut:
            return True
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            self._shown(watched)
        elif kind == QEvent.Type.WindowActivate and isinstance(watched, QWidget):
            self._lead(watched)
        return False

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._look.start()
        else:
            self._look.stop()

    def _look_for_popup(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None and (window := popup.windowHandle()) is not None:
            self.watch(window)
            self.popup_seen.emit(window)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == KEY and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.turn()
            return True
        amid = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        if not self.drawn and not amid:
            return False
        if event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            # The menu, whose key it is, hears nothing while a dialog, a list or the curtain is in front of it. Locking
            # takes that window away: not while it is still being told of the key.
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                QTimer.singleShot(0, self.lock_asked.emit)
            return True
        return self.drawn and event.key() not in _PASSES

    def _shown(self, widget: QWidget) -> None:
        """Something comes up meanwhile: it is put away too."""
        if not widget.isWindow():
            for cover in self._covers:
                if cover.window is widget.parentWidget() and widget is not cover.surface:
                    cover.put_away()
        elif widget.windowType() in _LATE:
            widget.close()
        elif all(cover.window is not widget for cover in self._covers):
            self._cover(widget)
            self._covers[-1].put_away()

    def _cover(self, window: QWidget) -> None:
        if window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            # The system draws it, for a file or a printer: it cannot be covered, only closed.
            if isinstance(window, QDialog):
                window.reject()
            return
        self.watch(window.windowHandle())
        cover = _Cover(window)
        cover.surface.lift_asked.connect(self.lift)
        self._covers.append(cover)

    def _lead(self, window: QWidget) -> None:
        for cover in self._covers:
            if cover.window is window:
                cover.surface.button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Cover:
    """One window, what of it was put away, and where the keyboard was."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.surface = CurtainSurface(window)
        # What a dialog is about is nobody's business either; the program's name stays.
        self._title, self._plain = window.windowTitle(), QApplication.applicationDisplayName()
        if self._title and self._plain and isinstance(window, QDialog):
            window.setWindowTitle(self._plain)
        self._focus = window.focusWidget()
        self._away: list[QWidget] = []

    def put_away(self) -> None:
        """Hide what the window shows, so that whoever works on it meanwhile can still say what is to be seen later."""
        shown = (child for child in self.window.children() if isinstance(child, QWidget) and not child.isHidden())
        for child in [child for child in shown if child is not self.surface and not child.isWindow()]:
            child.hide()
            child.setAttribute(_EXPLICIT, False)
            self._away.append(child)

    def bring_back(self) -> None:
        """Show it again, but what its page has put away itself meanwhile."""
        if not shiboken6.isValid(self.window):
            return
        if self._title and self.window.windowTitle() == self._plain:
            self.window.setWindowTitle(self._title)
        for child in self._away:
            if shiboken6.isValid(child) and child.isHidden() and not child.testAttribute(_EXPLICIT):
                child.show()
        self.surface.go()
        if self._focus is not None and shiboken6.isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

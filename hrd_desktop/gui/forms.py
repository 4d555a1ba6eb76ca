"""Fills a window that already exists from its drawing in `ui/`, and checks the drawing against the class.

A class declares the widgets it uses (`passphrase: QLineEdit`); `load_form` sets each as an attribute and refuses a
drawing that lacks one or draws another kind. Same stem everywhere: `ui/case_page.ui`, `gui/case_page.py`, `CasePage`.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable
from functools import cache, partial
from typing import get_origin

from PySide6.QtCore import QFile, QIODevice, QObject, QTimer
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from hrd_desktop import assets

_PLACED = 100  # ms after which a window manager has placed a window


class BadForm(RuntimeError):
    """A drawing in `ui/` and its class do not agree: a fault of the program, found by its tests."""


class _Loader(QUiLoader):
    """Builds into `window` instead of a new top-level widget, and remembers every class it could not make."""

    def __init__(self, window: QWidget, own: Iterable[type[QWidget]]) -> None:
        super().__init__()
        self._window: QWidget | None = window
        self._own = {each.__name__: each for each in own}
        self.unknown: list[str] = []
        self.setLanguageChangeEnabled(True)

    def createWidget(self, className: str, parent: QWidget | None = None, name: str = "") -> QWidget:  # noqa: N803
        """Makes one widget of the drawing; the first one asked for is the window itself."""
        if self._window is not None and parent is None:
            widget, self._window = self._window, None
            return widget
        if className in self._own:
            own = self._own[className](parent)
            own.setObjectName(name)
            return own
        # QUiLoader makes a plain widget, or none, of a class it does not know, and says nothing.
        if className not in _known_classes() and className != "Line":
            self.unknown.append(className)
        return super().createWidget(className, parent, name)


@cache
def _known_classes() -> frozenset[str]:
    return frozenset(QUiLoader().availableWidgets())


def load_form(window: QWidget, stem: str | None = None, own: Iterable[type[QWidget]] = ()) -> None:
    """Fills `window` from `ui/<stem>.ui`; `own` are the classes of ours that the drawing names.

    The stem is the class name in snake case unless given. Raises BadForm when the drawing is missing or broken, names a
    class that is not known, has another `<class>` than the window, or lacks a widget that the class declares.
    """
    stem = stem or re.sub(r"(?<!^)(?=[A-Z])", "_", type(window).__name__).lower()
    path = assets.form(stem)
    drawing = QFile(str(path))
    if not drawing.open(QIODevice.OpenModeFlag.ReadOnly):
        raise BadForm(f"{path.name}: {drawing.errorString()}")
    named = re.search(rb"<class>(\w+)</class>", drawing.readAll().data())
    # The name is the context of every translation: another one would leave the page in English without a word.
    if named is None or named[1].decode() != type(window).__name__:
        raise BadForm(f"{path.name}: <class> must be {type(window).__name__}")
    drawing.seek(0)
    loader = _Loader(window, own)
    try:
        made = loader.load(drawing, None)
    except RuntimeError as error:
        raise BadForm(f"{path.name}: {loader.errorString()}") from error
    drawing.close()
    if loader.unknown:
        raise BadForm(f"{path.name}: unknown classes {', '.join(sorted(set(loader.unknown)))}")
    if made is not window:
        raise BadForm(f"{path.name}: {loader.errorString()}")
    for name, kind in declared(type(window)).items():
        child = window.findChild(QObject, name)
        if not isinstance(child, kind):
            raise BadForm(f"{path.name}: {name} must be a {kind.__name__}, is {type(child).__name__}")
        setattr(window, name, child)


def fill(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def fit(dialog: QWidget, letters: int) -> None:
    """Makes a dialog so many letters wide and as high as its texts then need, as far as the screen goes.

    Left to itself Qt cuts wrapped texts: it stops at two thirds of the screen and reckons with another width.
    """
    layout = dialog.layout()
    if layout is None:
        return
    room = dialog.screen().availableSize() * 0.95
    width = min(max(dialog.fontMetrics().averageCharWidth() * letters, layout.totalMinimumSize().width()), room.width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.setMinimumWidth(width)
    dialog.resize(width, min(height, room.height()))
    _keep_in_reach(dialog)


def fit_scrolled(dialog: QWidget, body: QScrollArea, letters: int, *, shrinks: bool = False) -> None:
    """Makes a dialog so many letters wide and as high as what it shows needs, as far as the screen goes.

    What then does not fit is scrolled in `body`. A dialog that is on the screen grows; it shrinks where that is wanted.
    """
    room = dialog.screen().availableSize() * 0.92
    width = int(min(dialog.fontMetrics().averageCharWidth() * letters, room.width()))
    ground, layout = body.widget(), dialog.layout()
    if ground is None or layout is None or (inner := ground.layout()) is None:
        return
    inner.activate()
    margins = layout.contentsMargins()
    inside = width - margins.left() - margins.right() - 24
    needed = inner.totalHeightForWidth(inside) if inner.hasHeightForWidth() else inner.totalSizeHint().height()
    layout.activate()
    others = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    height = int(min(needed + max(others - body.sizeHint().height(), 0) + 8, room.height()))
    dialog.resize(width, max(height, dialog.height() if dialog.isVisible() and not shrinks else 0))
    _keep_in_reach(dialog)


def _keep_in_reach(dialog: QWidget) -> None:
    """A dialog that grows where it stands can leave the screen, and one that grows while a window manager of X11 places
    it ends in the corner, its title bar out of reach. Both come back once the system has said where it is.
    """
    if dialog.isVisible():
        QTimer.singleShot(_PLACED, dialog, partial(_bring_back, dialog))


def _bring_back(dialog: QWidget) -> None:
    frame, room = dialog.frameGeometry(), dialog.screen().availableGeometry()
    x = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
    y = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
    if (x, y) != (frame.left(), frame.top()):
        dialog.move(x, y)


def declared(window: type[QWidget]) -> dict[str, type[QObject]]:
    """The widgets that a class declares to be in its drawing: annotations whose type is a kind of QObject."""
    found: dict[str, type[QObject]] = {}
    for cls in reversed(window.__mro__):
        if not cls.__module__.startswith("PySide6") and issubclass(cls, QObject):
            names = vars(sys.modules[cls.__module__])
            for name, kind in inspect.get_annotations(cls).items():
                known = names.get(kind) if isinstance(kind, str) else kind
                if isinstance(known, type) and get_origin(known) is None and issubclass(known, QObject):
                    found[name] = known
    return found

"""How the program looks: light or dark, and how large its text is. One style sheet, filled in by role.

Pages do not style themselves. They give a widget a role and the sheet does the rest:

    role(label, "heading")     heading, small, error, clear, attention, lawyer, stop, strong
    role(button, "primary")    primary, quiet, link, danger
    role(frame, "card")        card, rail, header, help
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from hrd_desktop import assets
from hrd_desktop.gui.colours import DARK, LIGHT, Colours, current, palette
from hrd_desktop.gui.icons import icon

__all__ = ["GRID", "LEAST", "Theme", "current", "icon", "role"]

GRID = 8  # px: every distance is a multiple, or a half inside a control
LEAST = 40  # px: least height of anything that is clicked
_TEXT, _SMALL, _HEADING = 11.0, 9.5, 16.0  # points at 100 %


def role(widget: QWidget, name: str) -> None:
    """Gives a widget its role in the style sheet; also when it already shows another."""
    if widget.property("role") != name:
        widget.setProperty("role", name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Theme(QObject):
    """Dresses the application; owned by the start of the program."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self.mode = mode
        self.percent = percent
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    def set(self, mode: str, percent: int) -> None:
        """`mode` is system, light or dark; `percent` 100 to 200."""
        if (mode, percent) != (self.mode, self.percent):
            self.mode, self.percent = mode, percent
            self._dress()

    def _system_changed(self) -> None:
        if self.mode == "system":
            self._dress()

    def _dress(self) -> None:
        """Each of the three walks through every widget there is: none is done without need."""
        colours = _colours(self.mode)
        size = _TEXT * self.percent / 100
        font = self._app.font()
        made = sheet(colours, self.percent)
        if current() is not colours or not self._app.styleSheet():
            self._app.setPalette(palette(colours))
        if font.pointSizeF() != size:
            font.setPointSizeF(size)
            self._app.setFont(font)
        if made != self._app.styleSheet():
            self._app.setStyleSheet(made)
            self.changed.emit()


def sheet(colours: Colours, percent: int) -> str:
    """The style sheet with its roles filled in. KeyError for a role that does not exist."""
    values = {name: f"#{value}" for name, value in vars(colours).items() if name != "name"}
    sizes = {"small": _SMALL, "heading": _HEADING}
    values |= {name: f"{size * percent / 100:g}pt" for name, size in sizes.items()}
    # A control is as high as a tired hand needs, or as its text and half a grid step above and below it need.
    line_height = round(_TEXT * percent / 100 * 96 / 72 * 1.4)
    control = max(LEAST - 2, line_height + GRID)
    pixels = {
        "line_height": line_height,
        "control": control,
        "control_focus": control - 2,
        "tick": max(20, line_height * 3 // 4),
        "icon": max(18, line_height * 9 // 10),
        "arrow": max(16, line_height // 2),
    }
    values |= {name: f"{size}px" for name, size in pixels.items()}
    values["images"] = assets.resource("style", colours.name).as_posix()
    return Template(assets.resource("style", "sheet.qss").read_text("utf-8")).substitute(values)


def _colours(mode: str) -> Colours:
    if mode == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if mode == "dark" else LIGHT

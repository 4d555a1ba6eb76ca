"""Colours by role, light and dark. Code names a role; only this page knows what it looks like."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True)
class Colours:
    """One set. Each is RRGGBB. `GROUNDS` and `TEXTS` name the roles whose contrast a test holds at 5:1."""

    name: str
    ground: str  # behind everything
    paper: str  # cards, fields, lists
    chosen: str  # the selected row; its text is ink
    line: str  # between things
    border: str  # around what can be filled in: 3:1 on paper
    ink: str
    quiet: str  # second voice: hints, units, dates
    accent: str
    on_accent: str  # text on accent
    clear: str
    attention: str
    lawyer: str
    stop: str

    def of(self, role: str) -> QColor:
        """The colour of a role; KeyError for a role that is not one."""
        return QColor("#" + vars(self)[role])


GROUNDS = ("ground", "paper")
TEXTS = ("ink", "quiet", "accent", "clear", "attention", "lawyer", "stop")

LIGHT = Colours(
    name="light",
    ground="F5F7F8",
    paper="FFFFFF",
    chosen="E3EEEF",
    line="D6DDE1",
    border="7B8794",
    ink="1F2933",
    quiet="52606D",
    accent="0B6E75",
    on_accent="FFFFFF",
    clear="2F6B3A",
    attention="9A5B00",
    lawyer="5B3F8C",
    stop="A4262C",
)
DARK = Colours(
    name="dark",
    ground="14191D",
    paper="1C2328",
    chosen="223A3E",
    line="36424B",
    border="75838E",
    ink="E4E9EC",
    quiet="A7B3BC",
    accent="5CC2C9",
    on_accent="14191D",
    clear="7FC48D",
    attention="E0A84E",
    lawyer="B8A2E3",
    stop="F08C8A",
)


def current() -> Colours:
    """The set in use: read from the application's palette, so that nobody has to be told when it changes."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window) == DARK.of("ground") else LIGHT


def palette(colours: Colours) -> QPalette:
    """The set as a Qt palette, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    roles = {
        role.Window: "ground",
        role.WindowText: "ink",
        role.Base: "paper",
        role.AlternateBase: "ground",
        role.Text: "ink",
        role.Button: "paper",
        role.ButtonText: "ink",
        role.BrightText: "stop",
        role.ToolTipBase: "paper",
        role.ToolTipText: "ink",
        role.PlaceholderText: "quiet",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Accent: "accent",
        role.Light: "paper",
        role.Midlight: "line",
        role.Mid: "border",
        role.Dark: "border",
        role.Shadow: "line",
    }
    made = QPalette()
    for where, name in roles.items():
        made.setColor(where, colours.of(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, colours.of("border"))
    return made

"""The look of the packet: a few text styles, four colours, one grid. Points throughout."""

from __future__ import annotations

from dataclasses import dataclass

from hrd_desktop.packet.faces import Weight

MM = 72 / 25.4

BLOCK_WIDTH = 174 * MM
BLOCK_HEIGHT = 243 * MM

INK = "1F2933"
QUIET = "46535E"
ACCENT = "0B6E75"
RULE = "7B8A94"


@dataclass(frozen=True)
class Style:
    """One kind of text. `leading` is the distance of two baselines unless a tall script needs more."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: str = INK

    @property
    def ascent(self) -> float:
        return self.leading * 0.76

    @property
    def descent(self) -> float:
        return self.leading * 0.24


BODY = Style(10.5, 15)
BODY_BOLD = Style(10.5, 15, "bold")
ORIGINAL = Style(11.5, 17)
LABEL = Style(10, 15, "regular", QUIET)
CELL = Style(10, 13.5)
CELL_BOLD = Style(10, 13.5, "bold")
CELL_HEAD = Style(10, 13, "bold", QUIET)
SMALL = Style(10, 13, "regular", QUIET)
"""Notes beside the text: quiet, but as large as anything that is read."""
RUNNING = Style(8, 10, "regular", QUIET)
MARK = Style(8, 10, "bold")
TITLE = Style(24, 30, "bold")
SUBTITLE = Style(13, 19)
SECTION = Style(16, 22, "bold", ACCENT)
HEADING = Style(12, 17, "bold")
SUBHEADING = Style(10.5, 15, "bold")

"""What the tables of the program share: how their heads look, and how wide a column has to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from hrd_desktop.gui.theme import GRID


def dress(table: QTableView, titles: Qt.AlignmentFlag, mode: QHeaderView.ResizeMode) -> None:
    """Set the head of a table: where titles stand, and whether a person may pull at the columns."""
    header = table.horizontalHeader()
    header.setDefaultAlignment(titles)
    header.setSectionResizeMode(mode)


def least_width(table: QTableView, column: int, letters: int) -> int:
    """So many letters, or the longest word of the title with its margins: a title breaks between words alone."""
    title = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
    measure = table.horizontalHeader().fontMetrics()
    longest = max((measure.horizontalAdvance(word) for word in title.split()), default=0)
    return max(letters * table.fontMetrics().averageCharWidth(), longest + 3 * GRID)

"""The parts of a PDF as its bookmarks name them, and which pages each takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

_AT_THE_TOP = 150.0  # points from the upper edge: what begins there has the page to itself


@dataclass(frozen=True)
class PdfPart:
    """One part: its title, its first page and its last, from 0."""

    title: str
    first: int
    last: int

    @property
    def pages(self) -> range:
        """Its pages, in order."""
        return range(self.first, self.last + 1)


def parts_of(document: QPdfDocument) -> list[PdfPart]:
    """The parts of a document in their order; one without a title where it has no bookmarks. Empty for no pages."""
    model = QPdfBookmarkModel()
    model.setDocument(document)
    role = QPdfBookmarkModel.Role
    starts: list[tuple[int, float, str]] = []
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        page, top = index.data(role.Page.value), index.data(role.Location.value).y()
        starts.append((page, top, index.data(role.Title.value)))
    count = document.pageCount()
    if not count:
        return []
    if not starts:
        return [PdfPart("", 0, count - 1)]
    found = []
    for number, (page, _, title) in enumerate(starts):
        last = count - 1
        if number + 1 < len(starts):
            after, top, _ = starts[number + 1]
            last = after - 1 if top < _AT_THE_TOP else after
        found.append(PdfPart(title, page, max(page, last)))
    return found

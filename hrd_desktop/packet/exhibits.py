"""Exhibits: the papers behind a case, numbered in one row, originals before their translations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.documents.scans import Prepared

_SHORT = 12


@dataclass(frozen=True)
class Exhibit:
    """One paper with its number in this packet.

    `pages` are its pages ready for paper; a text, an e-mail or a Word file has `text` instead. Both are empty for what
    is listed and not printed: recordings, and papers whose file is not kept; `where` names the
    file of the packet in which a copy stands, if it is another one. `sha256` is that of the original file.
    """

    number: int
    evidence: Evidence
    sha256: str = ""
    pages: Sequence[Prepared] = ()
    text: str = ""
    where: str = ""

    @property
    def printed(self) -> bool:
        """Whether a copy stands in the packet."""
        return bool(self.pages or self.text)

    @property
    def short_hash(self) -> str:
        """The beginning of the digest, in groups that stay in one line, to compare by eye."""
        short = self.sha256[:_SHORT]
        return "\u00a0".join(short[i : i + 4] for i in range(0, len(short), 4))


def apart(given: Iterable[Exhibit]) -> tuple[list[Exhibit], list[Exhibit]]:
    """Papers, and apart from them the photographs of persons: those stand in the person's block, without a number."""
    papers: list[Exhibit] = []
    photographs: list[Exhibit] = []
    for one in given:
        if one.evidence.kind != "portrait":
            papers.append(one)
        elif one.pages:
            photographs.append(one)
    return papers, photographs


def in_order(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Papers as they are numbered: after each original its translations, after each of those its statement."""
    listed = list(evidence)
    ids = {one.id for one in listed}
    placed: list[Evidence] = []

    def place(one: Evidence) -> None:
        if one in placed:
            return
        placed.append(one)
        for other in listed:
            if one.id in (other.translation_of, other.statement_for):
                place(other)

    for one in listed:
        if one.translation_of not in ids and one.statement_for not in ids:
            place(one)
    for one in listed:  # what follows itself in a circle still has its place
        place(one)
    return placed

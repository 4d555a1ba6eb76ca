"""The blank intake set: paper for days without power. It needs no case file and holds nothing of any case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hrd_desktop.core.numbers import ON_PAPER
from hrd_desktop.packet.intake import IntakeOptions, write_intake
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.services import checking
from hrd_desktop.services.work import write_private
from hrd_desktop.wording import wording

__all__ = ["MOST", "ON_PAPER", "IntakeOptions", "PacketFile", "build", "export", "options"]

MOST = 12
"""Of how many persons one set may be."""


def options(
    *,
    language: Language,
    paper: Paper = "letter",
    parts: Sequence[str] = ON_PAPER,
    persons: int = 3,
    adults: int = 1,
) -> IntakeOptions:
    """What to print: sections by their keys, sheets for so many persons, backgrounds and safety cards of so many."""
    return IntakeOptions(language=language, paper=paper, parts=tuple(parts), persons=persons, adults=adults)


def build(chosen: IntakeOptions) -> PacketFile:
    """The set in memory. Raises ValueError for a part that is not on paper."""
    newest = checking.packs()[-1]
    return write_intake(chosen, newest.packet_text(chosen.language), wording(chosen.language))


def export(out: Path, chosen: IntakeOptions) -> PacketFile:
    """Write the set: whole or not at all.

    Raises AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, DiskFull.
    """
    made = build(chosen)
    write_private(out, made.data)
    return made

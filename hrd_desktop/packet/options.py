"""What the caller chooses for one packet, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Language = Literal["en", "fr"]
Paper = Literal["letter", "a4"]
Part = Literal[
    "transmittal", "contents", "summary", "persons", "family", "profile", "claim", "need", "needs", "background",
    "disclosure", "forms", "exhibits", "declarations",
]  # fmt: skip
"""The parts of a packet, in their order."""

PARTS: tuple[Part, ...] = (
    "transmittal", "contents", "summary", "persons", "family", "profile", "claim", "need", "needs", "background",
    "disclosure", "forms", "exhibits", "declarations",
)  # fmt: skip
OWN_COPY = "defender"
"""The person's own copy: no recipient of the case format, and the only one that needs no consent."""

UNNUMBERED: tuple[Part, ...] = ("transmittal", "contents")


@dataclass(frozen=True)
class Edition:
    """The number under which a packet is kept, and number and day of the one that it replaces."""

    number: int
    replaces: int
    of: date


@dataclass(frozen=True, kw_only=True)
class PacketOptions:
    """Language and paper of the packet, the code of who receives it, whether it is a draft, and its day.

    `parts` are those that are printed, in the order of `PARTS` whatever order they are named in. `edition` is given
    where the packet replaces an earlier one that went to the same recipient.
    """

    language: Language
    paper: Paper
    recipient: str
    draft: bool
    on: date
    parts: tuple[Part, ...] = PARTS
    edition: Edition | None = None

    def has(self, part: Part) -> bool:
        """Whether a part is printed."""
        return part in self.parts

    def number(self, part: Part) -> int:
        """The number of a part among those that are printed; 0 for the pages before them."""
        numbered = [each for each in PARTS if each in self.parts and each not in UNNUMBERED]
        return numbered.index(part) + 1 if part in numbered else 0


@dataclass(frozen=True)
class PacketFile:
    """A finished PDF; `missing` lists each character that no font has and that stands in the packet as a box."""

    data: bytes
    pages: int
    missing: list[str] = field(default_factory=list)

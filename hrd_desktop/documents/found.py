"""What was found in a file: how it can be shown, and what it carries beside what is seen."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

from hrd_desktop.documents.kinds import FileKind

Trouble = Literal[
    "broken", "encrypted", "too_large", "too_many_pixels", "too_many_pages", "unpacks_too_large", "took_too_long",
    "crashed", "unknown_kind", "empty",
]  # fmt: skip
"""Why a file is kept but cannot be opened."""

What = Literal[
    "author", "title", "tool", "device", "place", "taken_at", "made_at", "changed_at", "edit_history", "script",
    "attachment", "form_data", "comment", "hidden_text", "link", "preview_picture", "address", "other_data",
]  # fmt: skip
"""Kinds of data that travel with a file unseen."""

Flaw = Literal["blurred", "cut_edge", "low_resolution", "dark", "no_text"]
"""What makes a scan hard to read."""


@dataclass(frozen=True)
class Carried:
    """One thing a file carries; `told` is what it says, shortened, or how many there are."""

    what: What
    told: str = ""


@dataclass(frozen=True)
class Found:
    """A file as it was found. `pages` is 0 for what has none; `trouble` says why it cannot be shown.

    `width` and `height` are pixels of a picture, or points of the first page.
    """

    kind: FileKind
    size: int
    sha256: str
    pages: int = 0
    width: int = 0
    height: int = 0
    trouble: Trouble | None = None
    carries: list[Carried] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        carries = [Carried(**one) for one in data.pop("carries", [])]
        return cls(**data, carries=carries)


class CannotOpen(Exception):
    """A file that cannot be shown, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble

"""What handing over and taking in tell: what was sealed, what a hand-over brings, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from hrd_desktop.core.merge import Choices, Merge
from hrd_desktop.services.resemblance import Likeness


@dataclass(frozen=True)
class Sealed:
    """A hand-over that was written and opened again: its number, what is in it, how large the file is."""

    path: Path
    number: str
    codes: tuple[str, ...]
    files: int
    bytes: int
    without: int = 0
    """Evidence entries that name a file which is not in the case file: they travel as entries alone."""


@dataclass(frozen=True)
class IncomingCase:
    """One case of a hand-over, held against what is here.

    `code` is that of the case here (`new`: it is not here yet); `merge` is None for a new case and says everything
    otherwise. `files` counts the evidence files that come along, `new_files` those that are not here yet, `file_bytes`
    their size. `history` counts changes that come along. `alike` names, for each person of a new case who resembles
    somebody on file, who that is. `based` says whether both sides know a state they began with.
    """

    code: str
    alias: str | None
    persons: int
    new: bool
    merge: Merge | None
    based: bool = False
    files: int = 0
    new_files: int = 0
    file_bytes: int = 0
    history: int = 0
    alike: Mapping[str, tuple[Likeness, ...]] = field(default_factory=dict)

    @property
    def asks(self) -> int:
        """How many questions must be answered before it can be taken in."""
        return len(self.merge.asked) if self.merge is not None else 0


@dataclass
class Incoming:
    """A hand-over, or a travel file that came home, opened and looked at; nothing is written yet.

    `by` is what the sender wrote about themselves, `made_at` when it was sealed; `known` says that it has been taken in
    before, so that taking it in again changes nothing. Holds what opens the file once more: call `close` when done, or
    use it in a `with` block.
    """

    number: str
    by: str
    made_at: datetime
    cases: tuple[IncomingCase, ...]
    known: bool
    travel: bool
    source: Any = field(repr=False)

    @property
    def asks(self) -> int:
        """How many questions there are in all cases together."""
        return sum(case.asks for case in self.cases)

    def close(self) -> None:
        """Forget what opens the file; a travel file is locked."""
        self.source.close()

    def __enter__(self) -> Incoming:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


@dataclass(frozen=True)
class TakenCase:
    """What became of one case: new here, or how many fields were taken, rows added, questions answered."""

    code: str
    new: bool
    taken: int
    added: int
    answered: int
    removed: int
    files: int


@dataclass(frozen=True)
class Taken:
    """A hand-over that was taken in, read back and compared. `receipt` is the small file to send back.

    For a travel file that came home it is empty: nobody waits for it. `unopened` counts evidence files that could not
    be looked into for searching and printing; they are kept.
    """

    number: str
    cases: tuple[TakenCase, ...]
    receipt: bytes
    again: bool = False
    unopened: int = 0


@dataclass(frozen=True)
class Received:
    """What a receipt proves: the colleague holds these cases as they were sealed.

    `archive` are those not changed here since: they can be closed and put away. `changed` were changed here after the
    hand-over, so that the colleague has not all of it. `again` says that this receipt was known already.
    """

    number: str
    other: str
    taken_at: datetime
    codes: tuple[str, ...]
    archive: tuple[str, ...]
    changed: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True)
class HandedOver:
    """One line of what was handed over, taken in or taken along, for one case.

    `way` is `out`, `in` or `travel`; `receipt` when the receipt came back or, for `travel`, when the case came home.
    """

    code: str
    alias: str | None
    number: str
    way: str
    at: datetime
    by: str
    other: str
    receipt: datetime | None


AllChoices = Mapping[str, Choices]
"""What somebody decided, by case code and then by place."""

"""What of one case travels: its facts, its history, its evidence and the black boxes on it; and what both sides know.

Drafts, where work stopped, kept assessments, comparisons of persons and the packets that were sent stay behind.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.past import PastChange
from hrd_desktop.core.places import rows_by_id
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.exchange.history_json import BadHistory, read_history, write_history
from hrd_desktop.exchange.manifest import Known, ManifestCase, Part, RuleBroken
from hrd_desktop.store import blobs, handovers, papers
from hrd_desktop.store import cases as stored
from hrd_desktop.store import past as pasts
from hrd_desktop.store.papers import Covered

_REMEMBERED = 100
_MOST_PAGE = 100_000
Boxes = Mapping[str, Sequence[Covered]]


@dataclass(frozen=True)
class Parcel:
    """One case made ready to leave. `without` counts entries whose file is not here."""

    case: Case
    parts: Mapping[str, bytes]
    known: tuple[Known, ...]
    files: tuple[Part, ...]
    without: int

    def entry(self) -> ManifestCase:
        """Its line in the table of contents."""
        parts = {name: Part(len(data), hashlib.sha256(data).hexdigest()) for name, data in self.parts.items()}
        return ManifestCase(self.case.code, self.known, parts, self.files)


@dataclass(frozen=True)
class Arrived:
    """One case as it came."""

    case: Case
    past: tuple[PastChange, ...]
    boxes: Boxes
    known: tuple[Known, ...]
    files: tuple[Part, ...]


def gather(session: Any, code: str) -> Parcel:
    """Everything of a case that travels, but the bytes of its files.

    Raises UnknownCase; BadCaseJson for a case that the other side would refuse.
    """
    case = stored.load(session, code)
    facts = write_case(case)
    read_case(facts, code)
    history, _left_out = write_history(pasts.past_of(session, code))
    kept = blobs.of_case(session, code)
    named = {one.sha256 for one in case.evidence}
    files = tuple(Part(one.size, one.sha256) for one in kept if one.sha256 in named)
    boxes = {one.sha256: papers.boxes(session, code, one.sha256) for one in files}
    here = {one.sha256 for one in files}
    without = sum(bool(one.file or one.sha256) and one.sha256 not in here for one in case.evidence)
    parts = {"case.json": facts, "history.jsonl": history, "boxes.json": _write_boxes(boxes)}
    return Parcel(case, parts, known_states(session, code), files, without)


def unpacked(entry: ManifestCase, parts: Mapping[str, bytes]) -> Arrived:
    """A case from its parts, read strictly. Raises RuleBroken."""
    try:
        case = read_case(parts["case.json"], "case.json")
    except BadCaseJson as error:
        raise RuleBroken("H14") from error
    if case.code != entry.code:
        raise RuleBroken("H15")
    try:
        past = read_history(parts["history.jsonl"])
    except BadHistory as error:
        raise RuleBroken("H16") from error
    boxes = _read_boxes(parts["boxes.json"])
    named = {one.sha256 for one in case.evidence}
    here = {one.sha256 for one in entry.files}
    if not here <= named or not set(boxes) <= here:
        raise RuleBroken("H17")
    return Arrived(case, tuple(past), boxes, entry.known, entry.files)


def _write_boxes(boxes: Boxes) -> bytes:
    told = {
        digest: [[box.page, box.left, box.top, box.right, box.bottom] for box in covered]
        for digest, covered in boxes.items()
        if covered
    }
    return (json.dumps(told, indent=1) + "\n").encode()


def _read_boxes(data: bytes) -> Boxes:
    try:
        told = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise RuleBroken("H17") from error
    if not isinstance(told, dict):
        raise RuleBroken("H17")
    return {digest: [_box(each) for each in _list(covered)] for digest, covered in told.items()}


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list):
        raise RuleBroken("H17")
    return told


def _box(told: Any) -> Covered:
    if not isinstance(told, list) or len(told) != 5 or type(told[0]) is not int or not 0 <= told[0] <= _MOST_PAGE:
        raise RuleBroken("H17")
    sides = [float(side) if type(side) in (int, float) else -1.0 for side in told[1:]]
    if not all(0.0 <= side <= 1.0 for side in sides):
        raise RuleBroken("H17")
    return Covered(told[0], *sides)


# What both sides began with


def pack_base(case: Case, ids: Mapping[str, str]) -> bytes:
    """A state of a case as it is remembered, with the ids that rows of that hand-over have here."""
    head = json.dumps({"code": case.code, "ids": dict(ids)})
    return zlib.compress(head.encode() + b"\n" + write_case(case), 6)


def base_ids(base: bytes) -> tuple[str, dict[str, str]]:
    """What the case was called then, and those ids."""
    head = json.loads(zlib.decompress(base).partition(b"\n")[0])
    return head["code"], head["ids"]


def base_case(base: bytes) -> Case:
    """That state, under the ids that its rows have here."""
    return read_case(zlib.decompress(base).partition(b"\n")[2], "base")


def known_states(session: Any, code: str) -> tuple[Known, ...]:
    """The states of a case that are remembered here, newest first. Raises UnknownCase."""
    found: dict[str, Known] = {}
    for number, base in handovers.bases(session, code, most=_REMEMBERED):
        found.setdefault(number, Known(number, *base_ids(base)))
    return tuple(found.values())


def common_base(session: Any, code: str, known: Sequence[Known]) -> tuple[Case, dict[str, str]] | None:
    """The newest state that both sides know, and which rows of theirs have which other ids here."""
    theirs = {one.number: one.ids for one in known}
    for number, base in handovers.bases(session, code):
        if number in theirs:
            case = base_case(base)
            here = {new: old for old, new in base_ids(base)[1].items()}
            told = {row: here.get(row, row) for row in rows_by_id(case)}
            there = {row: theirs[number].get(first, first) for row, first in told.items()}
            return case, {other: row for row, other in there.items() if other != row}
    return None


def boxes_together(mine: Sequence[Covered], theirs: Sequence[Covered]) -> list[Covered]:
    """All boxes of both: what one side covered stays covered."""
    return list(dict.fromkeys((*mine, *theirs)))

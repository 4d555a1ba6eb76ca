"""What of one case travels: its facts, its history, its evidence and the black boxes on it; and what both sides know.

Packets that were sent go along. Drafts, where work stopped, kept assessments and comparisons of persons stay behind.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.past import PastChange, PastPacket
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.exchange.history_json import BadHistory, read_history, write_history
from hrd_desktop.exchange.manifest import Known, ManifestCase, Part, RuleBroken
from hrd_desktop.exchange.packets_json import BadPackets, read_packets, write_packets
from hrd_desktop.store import blobs, handovers, papers, sent_travel
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
    packets: tuple[PastPacket, ...] = ()

    @property
    def papers(self) -> frozenset[str]:
        """The digests of the files that entries of the evidence name."""
        return frozenset(one.sha256 for one in self.case.evidence if one.sha256 is not None)


def gather(session: Any, code: str) -> Parcel:
    """Everything of a case that travels, but the bytes of its files.

    Raises UnknownCase; BadCaseJson for a case that the other side would refuse.
    """
    case = stored.load(session, code)
    facts = write_case(case)
    read_case(facts, code)
    history, _left_out = write_history(pasts.past_of(session, code))
    kept = blobs.of_case(session, code)
    packets = sent_travel.packets_of(session, code)
    named = {one.sha256 for one in case.evidence}.union(*(packet.named for packet in packets))
    files = tuple(Part(one.size, one.sha256) for one in kept if one.sha256 in named)
    boxes = {one.sha256: papers.boxes(session, code, one.sha256) for one in files}
    here = {one.sha256 for one in files}
    without = sum(bool(one.file or one.sha256) and one.sha256 not in here for one in case.evidence)
    parts = {
        "case.json": facts,
        "history.jsonl": history,
        "boxes.json": _write_boxes(boxes),
        "packets.jsonl": write_packets(packets),
    }
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
    try:
        packets = read_packets(parts["packets.jsonl"])
    except BadPackets as error:
        raise RuleBroken("H19") from error
    named = {one.sha256 for one in case.evidence}.union(*(packet.named for packet in packets))
    here = {one.sha256 for one in entry.files}
    if not here <= named or not set(boxes) <= here:
        raise RuleBroken("H17")
    if not {digest for packet in packets for _, _, digest in packet.files} <= here:
        raise RuleBroken("H19")
    return Arrived(case, tuple(past), boxes, entry.known, entry.files, tuple(packets))


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


@dataclass(frozen=True)
class Base:
    """A state of a case as it is remembered: what it was called, and which rows of that hand-over have other ids here.

    `also` are the states that the other side remembered then: of those only the ids are known here.
    """

    data: bytes
    code: str
    ids: Mapping[str, str]
    also: tuple[Known, ...]

    @property
    def case(self) -> Case:
        """That state, under the ids that its rows have here."""
        return read_case(self.data, "base")


def pack_base(case: Case, ids: Mapping[str, str], also: Sequence[Known] = ()) -> bytes:
    """A state of a case to be remembered; `also` under the ids of the other side."""
    told = [{"number": one.number, "code": one.code, "ids": followed(one.ids, ids)} for one in also[:_REMEMBERED]]
    head = json.dumps({"code": case.code, "ids": dict(ids), "also": told})
    return zlib.compress(head.encode() + b"\n" + write_case(case), 6)


def base_of(packed: bytes) -> Base:
    """What was remembered."""
    head, _, data = zlib.decompress(packed).partition(b"\n")
    told = json.loads(head)
    return Base(data, told["code"], told["ids"], tuple(Known(**one) for one in told["also"]))


def followed(first: Mapping[str, str], then: Mapping[str, str]) -> dict[str, str]:
    """Other ids that got other ids again."""
    both = {old: then.get(new, new) for old, new in first.items()}
    both.update({old: new for old, new in then.items() if old not in first and old not in first.values()})
    return {old: new for old, new in both.items() if old != new}


def known_states(session: Any, code: str) -> tuple[Known, ...]:
    """The states of a case that are remembered here, newest first, those known by hearsay last. Raises UnknownCase."""
    found: dict[str, Known] = {}
    bases = [(number, base_of(packed)) for number, packed in handovers.bases(session, code, most=_REMEMBERED)]
    for number, base in bases:
        found.setdefault(number, Known(number, base.code, base.ids))
    for _, base in bases:
        for one in base.also:
            found.setdefault(one.number, one)
    return tuple(found.values())[: 2 * _REMEMBERED]


def common_base(session: Any, code: str, known: Sequence[Known]) -> tuple[Case | None, dict[str, str]]:
    """The newest state that both sides know, and which rows of theirs have which other ids here.

    Where it is known here by hearsay alone there is no case, but the ids still hold.
    """
    theirs = {one.number: one for one in known}
    for number, packed in handovers.bases(session, code):
        if number in theirs:
            base = base_of(packed)
            return base.case, _theirs_here(theirs[number].ids, base.ids)
    for one in known_states(session, code):
        if one.number in theirs:
            return None, _theirs_here(theirs[one.number].ids, one.ids)
    return None, {}


def _theirs_here(there: Mapping[str, str], here: Mapping[str, str]) -> dict[str, str]:
    """From ids there to ids here, by way of those of the hand-over that both know."""
    pairs = {there.get(row, row): here.get(row, row) for row in {*there, *here}}
    return {other: row for other, row in pairs.items() if other != row}


def boxes_together(mine: Sequence[Covered], theirs: Sequence[Covered]) -> list[Covered]:
    """All boxes of both: what one side covered stays covered."""
    return list(dict.fromkeys((*mine, *theirs)))

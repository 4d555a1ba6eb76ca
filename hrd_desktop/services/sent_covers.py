"""What was covered on the papers of a packet when it was sent, and on which of them that is different now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hrd_desktop.store import blobs, papers
from hrd_desktop.store import cases as stored
from hrd_desktop.store import sent as register
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording

OPTION = "covered"
"""Under this name the register keeps, by digest of a paper, how many boxes it had and the digest of these. It stays
here: the register as it travels has no room for it, so of a packet that another desk sent nothing is known."""


@dataclass(frozen=True)
class Recovered:
    """A paper on which other parts are covered now; how many were then, and how many are."""

    evidence: str
    before: int
    after: int


def told(session: Any, code: str, digests: Collection[str]) -> dict[str, dict[str, list[Any]]]:
    """What is covered on the papers of a packet, for the options of the register. Raises UnknownFile."""
    covered = {digest: list(mark) for digest in digests if (mark := _mark(session, code, digest))[0]}
    return {OPTION: covered} if digests else {}


def since(file: CaseFile, code: str, edition: int) -> list[Recovered]:
    """Papers of a packet on which other parts are covered than when it was sent, in the order of the list.

    Nothing where that was not kept. Raises UnknownCase, UnknownEdition.
    """
    with file.session() as session:
        options: Mapping[str, Any] = register.one(session, code, edition).options
        then = options.get(OPTION)
        if then is None:
            return []
        sent = set(options.get("papers", ()))
        found: list[Recovered] = []
        for entry in stored.load(session, code).evidence:
            digest = entry.sha256 or ""
            if digest not in sent or blobs.find(session, code, digest) is None:
                continue
            before, now = tuple(then.get(digest, (0, ""))), _mark(session, code, digest)
            if before != now:
                found.append(Recovered(entry.id, before[0], now[0]))
    return found


def said(file: CaseFile, code: str, found: Iterable[Recovered], words: Wording) -> list[dict[str, str]]:
    """The same in words: `place`, and how many parts `before` and `after`. Raises UnknownCase."""
    with file.session() as session:
        case = stored.load(session, code)
    return [
        {
            "place": words.phrase("covered_parts", place=words.place(case, one.evidence)),
            "before": _parts(one.before, words),
            "after": _parts(one.after, words),
        }
        for one in found
    ]


def _parts(count: int, words: Wording) -> str:
    return words.of_record("counted", "boxes", count=count)


def _mark(session: Any, code: str, digest: str) -> tuple[int, str]:
    boxes = papers.boxes(session, code, digest)
    if not boxes:
        return 0, ""
    sheets = papers.sheets(session, code, digest)
    told = json.dumps([list(vars(box).values()) for box in boxes]).encode()
    return len(boxes), hashlib.sha256(told + (sheets.data if sheets is not None else b"")).hexdigest()

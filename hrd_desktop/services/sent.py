"""Packets kept as they were sent: editions, changes since, what became of them, whether a file is one of them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Literal

from hrd_desktop import __version__
from hrd_desktop.core.case import Case, File
from hrd_desktop.core.consent import is_live
from hrd_desktop.core.differences import Difference, differences
from hrd_desktop.core.places import known_place
from hrd_desktop.core.schema import object_name
from hrd_desktop.core.sealed import sealed_rows
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.exchange.structure import object_from_json
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.fit import Limits
from hrd_desktop.packet.options import Edition, PacketFile, PacketOptions
from hrd_desktop.packet.profiles import outgoing
from hrd_desktop.services import checking, recipients, record, sent_covers
from hrd_desktop.store import blobs
from hrd_desktop.store import cases as stored
from hrd_desktop.store import record as noted
from hrd_desktop.store import sent as register
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.sent import HOW, Dispatch, How, Sent, SentFile
from hrd_desktop.wording import Wording

__all__ = ["HOW", "Difference", "Dispatch", "How", "Sent", "SentFile", "Verified"]


@dataclass(frozen=True)
class Entry:
    """A packet on its way into the register: its number, how it was made; `again`: it stands there already."""

    number: int
    options: PacketOptions
    inputs: str
    again: bool


# Making editions


def inputs(
    case: Case, options: PacketOptions, texts: Mapping[str, str], papers: Sequence[Exhibit], limits: Limits | None
) -> str:
    """A digest of all that a packet is made from: the same digest, the same bytes."""
    sheets = [
        [paper.number, paper.evidence.id, paper.sha256, paper.text, [_digest(page.data) for page in paper.pages]]
        for paper in papers
    ]
    told = [
        __version__, options.language, options.paper, options.recipient, options.draft, options.on.isoformat(),
        list(options.parts), sorted(texts.items()), sheets, [limits.file, limits.mail] if limits else None,
        write_case(case).decode(),
    ]  # fmt: skip
    return _digest(json.dumps(told, ensure_ascii=False).encode())


def edition_of(
    file: CaseFile,
    case: Case,
    options: PacketOptions,
    made_from: str,
    typeset: Callable[[PacketOptions], list[PacketFile]],
) -> tuple[Entry, list[PacketFile]]:
    """The files of a packet, and under which number they are kept.

    What comes out the same as the last packet for this recipient is that packet once more, down to the byte.
    """
    with file.session() as session:
        before = register.latest(session, case.code, options.recipient)
        number = register.next_edition(session, case.code)
    if before is not None and before.options.get("inputs") == made_from:
        same = replace(options, edition=_edition(before))
        made = typeset(same)
        if [_digest(each.data) for each in made] == [each.sha256 for each in before.files]:
            return Entry(before.edition, same, made_from, again=True), made
    new = replace(options, edition=Edition(number, before.edition, before.on) if before is not None else None)
    return Entry(number, new, made_from, again=False), typeset(new)


def _edition(before: Sent) -> Edition | None:
    told = before.options.get("replaces")
    return Edition(before.edition, int(told[0]), date.fromisoformat(told[1])) if told else None


def keep(
    session: Any,
    entry: Entry,
    case: Case,
    names: Sequence[str],
    made: Sequence[PacketFile],
    closed: Sequence[bytes],
    papers: Sequence[Exhibit],
    *,
    at: datetime | None = None,
    by: str = "",
) -> None:
    """Keep the files of a packet in the transaction of a service, read back; `closed` are they as they left, if sealed.

    Raises UnknownCase, FileDamaged, DiskFull.
    """
    at = at or datetime.now(UTC)
    marks = dict(zip([_digest(data) for data in closed], names, strict=False))
    if entry.again:
        known = register.one(session, case.code, entry.number).options
        if marks:
            register.set_options(
                session, case.code, entry.number, {**known, "closed": {**known.get("closed", {}), **marks}}
            )
        return
    options, edition = entry.options, entry.options.edition
    went = sorted({paper.sha256 for paper in papers if paper.printed and paper.sha256})
    told = {
        "language": options.language,
        "paper": options.paper,
        "parts": list(options.parts),
        "replaces": [edition.replaces, edition.of.isoformat()] if edition else None,
        "inputs": entry.inputs,
        "papers": went,
        **sent_covers.told(session, case.code, went),
        "closed": marks,
    }
    kept = [blobs.put(session, case.code, each.data, at=at) for each in made]
    live = [row.id for row in case.consents if options.recipient in row.recipients and is_live(row, options.on)]
    pack = checking.pack_on(options.on)
    register.add(
        session,
        case.code,
        recipient=options.recipient,
        options=told,
        consents=live,
        on=options.on,
        pack=pack.id,
        pack_version=pack.version,
        facts=zlib.compress(write_case(case), 9),
        at=at,
        by=by,
        files=[(name, each.pages, one.pk) for name, each, one in zip(names, made, kept, strict=True)],
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# The register


def of_case(file: CaseFile, code: str) -> list[Sent]:
    """Every packet of a case, the newest first. Raises UnknownCase."""
    with file.session() as session:
        return register.of_case(session, code)


def of_all(file: CaseFile, offset: int = 0, limit: int | None = 200) -> list[Sent]:
    """Packets of every case, the newest first."""
    with file.session() as session:
        return register.of_all(session, offset, limit)


def content(file: CaseFile, code: str, edition: int, number: int = 1) -> bytes:
    """A file of a packet as it was kept. Raises UnknownCase, UnknownEdition, FileDamaged."""
    with file.session() as session:
        files = {each.number: each.sha256 for each in register.one(session, code, edition).files}
        return blobs.get(session, code, files.get(number, ""))


def add_dispatch(
    file: CaseFile, code: str, edition: int, how: How, on: date, *, note: str = "", at: datetime, by: str = ""
) -> None:
    """Keep what was done with a packet. Raises UnknownCase, UnknownEdition."""
    with file.session() as session:
        register.add_dispatch(session, code, edition, how=how, on=on, note=note, at=at, by=by)
        noted.note(session, "sent", at=at, by=by, code=code, edition=edition, how=how)


# Changed since


def changes_since(file: CaseFile, code: str, edition: int) -> list[Difference]:
    """What of that which went to the recipient is different now, in the order of the format.

    Raises UnknownCase, UnknownEdition.
    """
    with file.session() as session:
        one = register.one(session, code, edition)
        facts = register.facts(session, code, edition)
        now = stored.load(session, code)
    return list(_changes(_thawed(facts), now, one))


def _thawed(facts: bytes) -> Case:
    # What was kept once is read as it is, even if it would not pass for a file from outside.
    document = json.loads(zlib.decompress(facts))
    case: Case = object_from_json(File, document).case
    return case


_INSIDE = frozenset(
    f"case.{name}"
    for name in (
        "alias",
        "stage",
        "closed_on",
        "caseworker",
        "reviewing_officer",
        "partner_decision",
        "packet_language",
    )
)
"""Fields of the case that steer the work and are on no page."""


def _changes(before: Case, now: Case, one: Sent) -> Iterator[Difference]:
    known = recipients.profile(one.recipient, one.on)
    old, new = (_open(outgoing(case, known, one.on).case) for case in (before, now))
    for found in differences(old, new):
        if found.place not in _INSIDE:
            yield found


def _open(case: Case) -> Case:
    """Without what is held apart: that it changed is nothing the recipient has."""
    sealed = sealed_rows(case)
    case.evidence[:] = [row for row in case.evidence if row.id not in sealed]
    if case.claim is not None:
        case.claim.narratives[:] = [row for row in case.claim.narratives if row.id not in sealed]
    for person in case.persons:
        if person.medical is not None:
            person.medical.sealed_note = None
    return case


def change_words(file: CaseFile, code: str, changes: Sequence[Difference], words: Wording) -> list[Mapping[str, str]]:
    """Changes in words: `place`, `before`, `after`; a row that came or went by what it is. No person is named."""
    if not changes:
        return []
    with file.session() as session:
        case = stored.load(session, code)
    return [_said(one, case, words) for one in changes]


def _said(one: Difference, case: Case, words: Wording) -> Mapping[str, str]:
    known = known_place(case, one.place)
    place = words.place(case, one.place) if known else one.place
    if one.row is None:
        return {"place": place, "before": words.value(one.spec, one.before), "after": words.value(one.spec, one.after)}
    name = words.object(object_name(type(one.row)))
    row = " ".join(part for part in (name, getattr(one.row, "id", "")) if part)
    nothing = words.value(one.spec, None)
    return {
        "place": place,
        "before": row if one.before is not None else nothing,
        "after": row if one.after is not None else nothing,
    }


# Is this file one of them?


@dataclass(frozen=True)
class Verified:
    """What a file is: `same`, one of the newest packet for its recipient; `older`, one of a packet that was replaced;
    `unknown`, none that was kept. `sent` and `latest` are the packets concerned."""

    state: Literal["same", "older", "unknown"]
    sent: Sent | None = None
    latest: Sent | None = None


def verify_file(file: CaseFile, data: bytes) -> Verified:
    """Whether these very bytes were kept as part of a packet, or left as a sealed one. The record says who asked."""
    with file.session() as session:
        found = [register.one(session, *where) for where in register.find(session, _digest(data))]
        one = max(found, key=lambda each: each.at, default=None)
        latest = register.latest(session, one.code, one.recipient) or one if one is not None else None
    if one is None or latest is None:
        record.looked(file, "check_file")
        return Verified("unknown")
    record.looked(file, "check_file", code=one.code, edition=one.edition)
    return Verified("same" if latest.edition == one.edition else "older", one, latest)

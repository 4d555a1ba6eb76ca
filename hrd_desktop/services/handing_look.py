"""What a hand-over would change here: opened, checked to the last byte, held against the cases of this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.merge import Merge, merge
from hrd_desktop.core.person import Person
from hrd_desktop.errors import NotForUs, SameCodeOtherPersons
from hrd_desktop.exchange import bundle
from hrd_desktop.exchange.manifest import Known
from hrd_desktop.services import record, resemblance
from hrd_desktop.services.handed import Incoming, IncomingCase
from hrd_desktop.services.handing_parts import Arrived, base_of, common_base
from hrd_desktop.services.handing_seal import own_identity
from hrd_desktop.services.handing_sources import FileKey, SealedSource, Source, readable
from hrd_desktop.services.resemblance import Likeness
from hrd_desktop.services.work import IsCancelled, Progress
from hrd_desktop.store import blobs, handovers, history
from hrd_desktop.store import cases as stored
from hrd_desktop.store import past as pasts
from hrd_desktop.store.alike import sounds
from hrd_desktop.store.casefile import CaseFile


def how_sealed(path: Path) -> Literal["key", "passphrase"]:
    """Whether a hand-over asks for a passphrase or for the own key. Raises BadHandOver, UnreadableFile."""
    with readable(path) as stream:
        return bundle.kind_of(stream)


def look(
    file: CaseFile,
    path: Path,
    passphrase: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Incoming:
    """Open a hand-over with the own key or a passphrase, check every byte of it, and say what it would change here.

    Writes nothing but that it was looked at. Raises UnreadableFile, BadHandOver (fact: rule, a number of
    exchange/HANDOVER.md), NotForUs (sealed to another key, or the wrong passphrase), NewerHandOver,
    SameCodeOtherPersons, Cancelled.
    """
    if passphrase is None:
        with file.session() as session:
            identity = own_identity(session) if how_sealed(path) == "key" else None
    else:
        with readable(path) as stream:
            identity = bundle.identity_of(stream, passphrase)
    if identity is None:
        raise NotForUs()
    return looked_at(file, SealedSource(path, identity, progress, cancelled))


def looked_at(file: CaseFile, source: Source) -> Incoming:
    """What cases from anywhere would change here, for somebody to look at: the record says so."""
    with file.session() as session:
        found = matched(session, source)
        cases = tuple(_incoming(one) for one in found)
    cases = tuple(_with_likenesses(file, one, case) for one, case in zip(found, cases, strict=True))
    known = all(one.known for one in found)
    way = "travel" if source.travel else "in"
    record.looked(file, "look_in", number=source.number, way=way, cases=len(found))
    return Incoming(source.number, source.by, source.made_at, cases, known, source.travel, source)


@dataclass(frozen=True)
class Found:
    """One case that came, held against what is here: `code` is that of the case here; `plan` None where it is new."""

    index: int
    code: str
    arrived: Arrived
    plan: Merge | None
    based: bool
    known: bool
    new_files: tuple[FileKey, ...] = field(default=())


def matched(session: Any, source: Source) -> list[Found]:
    here = set(stored.codes(session))
    by_number = handovers.codes_by_number(session)
    found = []
    for index, arrived in enumerate(source.arrived):
        code = _code_here(session, arrived, here, by_number)
        if code is None:
            keys = tuple((index, part.sha256) for part in arrived.files)
            found.append(Found(index, arrived.case.code, arrived, None, False, False, keys))
            continue
        mine = stored.load(session, code)
        taken = any(line.number == source.number for line in handovers.lines(session, code, way="in"))
        plan, based = (Merge(mine, mine), True) if taken else _plan(session, code, mine, arrived, source.number)
        kept = {one.sha256 for one in blobs.of_case(session, code)}
        keys = tuple((index, part.sha256) for part in arrived.files if part.sha256 not in kept and not taken)
        found.append(Found(index, code, arrived, plan, based, taken, keys))
    return found


def _check_same_people(mine: Case, theirs: Case) -> None:
    """Two offices may count alike: where nothing tells that two cases began as one, somebody has to be in both.

    Names are compared by what is left of them in any script and spelling. Raises SameCodeOtherPersons.
    """
    heard = [{person.id: _heard(person) for person in case.persons} for case in (mine, theirs)]
    everybody = [set().union(*names.values()) for names in heard]
    firsts = [names.get(case.principal or "", set()) for case, names in zip((mine, theirs), heard, strict=True)]
    if all(everybody) and not firsts[0] & everybody[1] and not firsts[1] & everybody[0]:
        raise SameCodeOtherPersons(code=theirs.code)


def _heard(person: Person) -> set[str]:
    texts = (text for name in person.names for text in (name.family, name.given, name.full) if text)
    return {sound for text in texts for sound in sounds(text)}


def _code_here(session: Any, arrived: Arrived, here: set[str], by_number: Mapping[str, list[str]]) -> str | None:
    """The case here that this one is: by its code, or by an earlier hand-over where it has got another code since."""
    if arrived.case.code in here:
        return arrived.case.code
    for known in arrived.known:
        for code in by_number.get(known.number, ()):
            bases = dict(handovers.bases(session, code))
            if known.number in bases and base_of(bases[known.number]).code == known.code:
                return code
    return None


def _plan(session: Any, code: str, mine: Case, arrived: Arrived, number: str) -> tuple[Merge, bool]:
    # Whoever sealed it holds the state it was sealed with: if that was here, there is nothing to ask.
    known = (Known(number, arrived.case.code), *arrived.known)
    base, ids = common_base(session, code, known)
    past = pasts.past_of(session, code)
    if base is None and not ids and not {one.stamp for one in past} & {one.stamp for one in arrived.past}:
        _check_same_people(mine, arrived.case)
    plan = merge(
        mine,
        arrived.case,
        base,
        mine_past=past,
        theirs_past=arrived.past,
        ids=ids,
        taken_ids=history.removed_ids(session, code),
    )
    return plan, base is not None


def _incoming(one: Found) -> IncomingCase:
    case = one.arrived.case
    return IncomingCase(
        one.code,
        case.alias,
        len(case.persons),
        one.plan is None,
        one.plan,
        based=one.based,
        files=sum(part.sha256 in one.arrived.papers for part in one.arrived.files),
        new_files=sum(sha256 in one.arrived.papers for _, sha256 in one.new_files),
        file_bytes=sum(part.size for part in one.arrived.files),
        history=len(one.arrived.past),
    )


def _with_likenesses(file: CaseFile, one: Found, case: IncomingCase) -> IncomingCase:
    if one.plan is not None:
        return case
    alike: dict[str, tuple[Likeness, ...]] = {}
    for person in one.arrived.case.persons:
        if found := resemblance.resembling_persons(file, None, person):
            alike[person.id] = tuple(found)
    return IncomingCase(**{**vars(case), "alike": alike})

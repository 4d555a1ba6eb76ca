"""What a hand-over would change here, and taking it in: all of it or nothing, read back and compared."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import apply_all
from hrd_desktop.core.merge import Choices, Merge, merge, new_problems
from hrd_desktop.core.renaming import renamed_change
from hrd_desktop.errors import (
    BadDate,
    CannotStandTogether,
    ChangedMeanwhile,
    EditRefused,
    HrdError,
    NoPackForDate,
    NotForUs,
    ReadBackDiffers,
    Undecided,
)
from hrd_desktop.exchange import bundle
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.exchange.manifest import Known
from hrd_desktop.services import checking, evidence, resemblance
from hrd_desktop.services.handed import AllChoices, Incoming, IncomingCase, Taken, TakenCase
from hrd_desktop.services.handing_parts import (
    Arrived,
    base_ids,
    boxes_together,
    common_base,
    pack_base,
)
from hrd_desktop.services.handing_receipt import make_receipt
from hrd_desktop.services.handing_seal import own_identity
from hrd_desktop.services.handing_sources import FileKey, HomeSource, Keeper, SealedSource, Source, readable
from hrd_desktop.services.resemblance import Likeness
from hrd_desktop.services.work import IsCancelled, Progress, rising, step
from hrd_desktop.store import blob_pieces, blobs, edits, handovers, history, papers, record
from hrd_desktop.store import cases as stored
from hrd_desktop.store import past as pasts
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

    Writes nothing. Raises UnreadableFile, BadHandOver (fact: rule, a number of exchange/HANDOVER.md), NotForUs (sealed
    to another key, or the wrong passphrase), NewerHandOver, Cancelled.
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
    """What cases from anywhere would change here."""
    with file.session() as session:
        found = _matched(session, source)
        cases = tuple(_incoming(one) for one in found)
    cases = tuple(_with_likenesses(file, one, case) for one, case in zip(found, cases, strict=True))
    known = all(one.known for one in found)
    return Incoming(source.number, source.by, source.made_at, cases, known, source.travel, source)


@dataclass(frozen=True)
class _Found:
    """One case that came, held against what is here: `code` is that of the case here; `plan` None where it is new."""

    index: int
    code: str
    arrived: Arrived
    plan: Merge | None
    based: bool
    known: bool
    new_files: tuple[FileKey, ...] = field(default=())


def _matched(session: Any, source: Source) -> list[_Found]:
    here = set(stored.codes(session))
    by_number = handovers.codes_by_number(session)
    found = []
    for index, arrived in enumerate(source.arrived):
        code = _code_here(session, arrived, here, by_number)
        if code is None:
            keys = tuple((index, part.sha256) for part in arrived.files)
            found.append(_Found(index, arrived.case.code, arrived, None, False, False, keys))
            continue
        mine = stored.load(session, code)
        taken = any(line.number == source.number for line in handovers.lines(session, code, way="in"))
        plan, based = (Merge(mine, mine), True) if taken else _plan(session, code, mine, arrived, source.number)
        kept = {one.sha256 for one in blobs.of_case(session, code)}
        keys = tuple((index, part.sha256) for part in arrived.files if part.sha256 not in kept and not taken)
        found.append(_Found(index, code, arrived, plan, based, taken, keys))
    return found


def _code_here(session: Any, arrived: Arrived, here: set[str], by_number: Mapping[str, list[str]]) -> str | None:
    """The case here that this one is: by its code, or by an earlier hand-over where it has got another code since."""
    if arrived.case.code in here:
        return arrived.case.code
    for known in arrived.known:
        for code in by_number.get(known.number, ()):
            bases = dict(handovers.bases(session, code))
            if known.number in bases and base_ids(bases[known.number])[0] == known.code:
                return code
    return None


def _plan(session: Any, code: str, mine: Case, arrived: Arrived, number: str) -> tuple[Merge, bool]:
    # Whoever sealed it holds the state it was sealed with: if that was here, there is nothing to ask.
    known = (Known(number, arrived.case.code), *arrived.known)
    common = common_base(session, code, known)
    base, ids = common if common is not None else (None, {})
    plan = merge(
        mine,
        arrived.case,
        base,
        mine_past=pasts.past_of(session, code),
        theirs_past=arrived.past,
        ids=ids,
        taken_ids=history.removed_ids(session, code),
    )
    return plan, base is not None


def _incoming(one: _Found) -> IncomingCase:
    case = one.arrived.case
    return IncomingCase(
        one.code,
        case.alias,
        len(case.persons),
        one.plan is None,
        one.plan,
        based=one.based,
        files=len(one.arrived.files),
        new_files=len(one.new_files),
        file_bytes=sum(part.size for part in one.arrived.files),
        history=len(one.arrived.past),
    )


def _with_likenesses(file: CaseFile, one: _Found, case: IncomingCase) -> IncomingCase:
    if one.plan is not None:
        return case
    alike: dict[str, tuple[Likeness, ...]] = {}
    for person in one.arrived.case.persons:
        if found := resemblance.resembling_persons(file, None, person):
            alike[person.id] = tuple(found)
    return IncomingCase(**{**vars(case), "alike": alike})


def take(
    file: CaseFile,
    incoming: Incoming,
    choices: AllChoices | None = None,
    *,
    at: datetime,
    by: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Taken:
    """Take in what was looked at: all cases or none, read back and compared. `choices[code][place]` answers questions.

    Raises Undecided (facts: code, place, count) while a question has no answer; ChangedMeanwhile where a case here is
    no longer what was looked at, so that it must be looked at again; CannotStandTogether (facts: code, place, cause)
    for answers of which no valid case comes; and what `look` raises.
    """
    source: Source = incoming.source
    with file.session() as session:
        found = _matched(session, source)
        again = all(one.known for one in found)
        _check_same(incoming, found)
        done = []
        for number, one in enumerate(found):
            step(number, len(found), rising(progress, 0, 200), cancelled)
            done.append(_take_one(session, source, one, (choices or {}).get(one.code, {}), at=at, by=by))
        _take_files(session, source, found, at, rising(progress, 200, 700), cancelled)
        for one in found:
            if not one.known:
                _cover(session, one)
                if source.travel:
                    handovers.mark_home(session, one.code, at)
        receipt = b"" if source.travel else make_receipt(session, source, at)
    if isinstance(source, HomeSource):
        _tell_the_other(source, at, by)
    new = [(one.code, sha256) for one in found for _, sha256 in one.new_files]
    unopened = look_into(file, new, progress=rising(progress, 700, 1000), cancelled=cancelled)
    if not again:
        _headlines(file, [one.code for one in found], at.date())
    return Taken(source.number, tuple(done), receipt, again, unopened)


def _check_same(incoming: Incoming, found: list[_Found]) -> None:
    """Raises ChangedMeanwhile where a case is not what it was when somebody decided."""
    for seen, one in zip(incoming.cases, found, strict=True):
        then, now = seen.merge, one.plan
        if seen.code != one.code or (then is None) != (now is None):
            raise ChangedMeanwhile(code=one.code)
        if then is not None and now is not None and then.mine != now.mine:
            raise ChangedMeanwhile(code=one.code)


def _take_one(session: Any, source: Source, one: _Found, chosen: Choices, *, at: datetime, by: str) -> TakenCase:
    if one.known:
        return TakenCase(one.code, False, 0, 0, 0, 0, 0)
    plan = one.plan
    if plan is None:
        stored.add(session, [one.arrived.case], at=at)
        lines = pasts.bring_in(session, one.code, one.arrived.past)
        code, after, ids = one.code, one.arrived.case, dict[str, str]()
        taken = TakenCase(code, True, 0, 0, 0, 0, len(one.new_files))
    else:
        changed = _decided(one.code, plan, chosen)
        lines = pasts.bring_in(session, one.code, (renamed_change(change, plan.renamed) for change in one.arrived.past))
        after = copy.deepcopy(plan.mine)
        apply_all(after, changed)
        edits.apply(session, one.code, changed, at=at, by=by)
        code, ids = after.code, dict(plan.renamed)
        removed = Counter(type(change).__name__ for change in changed)["RemoveRow"]
        added = sum(item.key not in chosen or chosen[item.key] == "theirs" for item in plan.added)
        taken = TakenCase(code, False, len(plan.taken), added, len(plan.asked), removed, len(one.new_files))
    session.flush()
    if write_case(stored.load(session, code)) != write_case(after):
        raise ReadBackDiffers(code=code)
    base = pack_base(one.arrived.case if plan is None else plan.theirs, ids)
    secret = getattr(source, "secret", b"") + bytes.fromhex(getattr(source, "digest", ""))
    handovers.keep(session, code, source.number, "in", at=at, by=by, other=source.by, base=base, secret=secret)
    told = {
        "number": source.number,
        "way": "travel" if source.travel else "in",
        "new": int(taken.new),
        "taken": taken.taken,
        "asked": taken.answered,
        "added": taken.added,
    }
    if lines:
        record.cover(session, "take_in", lines, at=at, by=by, code=code, **told)
    else:
        record.note(session, "take_in", at=at, by=by, code=code, **told)
    return taken


def _decided(code: str, plan: Merge, chosen: Choices) -> list[Any]:
    """The changes to make. Raises Undecided, CannotStandTogether."""
    if open_questions := plan.unanswered(chosen):
        raise Undecided(code=code, place=open_questions[0].place, count=len(open_questions))
    try:
        changes = plan.changes(chosen)
        after = copy.deepcopy(plan.mine)
        apply_all(after, changes)
    except EditRefused as error:
        raise CannotStandTogether(code=code, **error.facts, cause=str(error.facts["reason"])) from error
    for problem in new_problems(plan.mine, after):
        raise CannotStandTogether(code=code, place=problem.path, cause=problem.cause)
    return changes


def _take_files(
    session: Any,
    source: Source,
    found: list[_Found],
    at: datetime,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> None:
    codes = {key: one.code for one in found for key in one.new_files}
    if not codes:
        return

    def keep(key: FileKey, size: int) -> Keeper:
        return blob_pieces.Keeping(session, codes[key], key[1], size, at=at)

    source.files(frozenset(codes), keep, progress, cancelled)


def _cover(session: Any, one: _Found) -> None:
    """What either side has covered stays covered."""
    for sha256, theirs in one.arrived.boxes.items():
        mine = papers.boxes(session, one.code, sha256)
        both = boxes_together(mine, theirs)
        if both != mine:
            papers.set_boxes(session, one.code, sha256, both)


def _tell_the_other(source: HomeSource, at: datetime, by: str) -> None:
    """The travel file remembers that it was at home, so that it may travel on from there. Not if it cannot."""
    try:
        with source.away.session() as session:
            for one in source.arrived:
                base = pack_base(one.case, {})
                handovers.keep(session, one.case.code, source.number, "out", at=at, by=by, base=base)
    except HrdError:
        return  # a stick that is write-protected: the next time more is compared, and nothing is lost


def look_into(
    file: CaseFile,
    files: list[tuple[str, str]],
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Look into files that came, each by case and digest, as if somebody had added them; returns how many are closed.

    They are kept already: what stops this is no loss, and it can be done again. Raises Cancelled.
    """
    if not files:
        return 0
    unopened = 0
    with evidence.Reader() as reader:
        for number, (code, sha256) in enumerate(files):
            step(number, len(files), progress, cancelled)
            with file.session() as session:
                data = blobs.get(session, code, sha256)
                names = [row.file for row in stored.load(session, code).evidence if row.sha256 == sha256 and row.file]
            found, texts = evidence.look(data, names[0] if names else "", reader, cancelled=cancelled)
            unopened += found.trouble is not None
            with file.session() as session:
                papers.set_look(session, code, sha256, found.to_json(), texts)
    return unopened


def _headlines(file: CaseFile, codes: list[str], on: date) -> None:
    """The headlines of what came, where rules are known for the day."""
    with suppress(NoPackForDate, BadDate), file.session() as session:
        for code in codes:
            checking.keep_headlines(session, [checking.assess_case(stored.load(session, code), on)])

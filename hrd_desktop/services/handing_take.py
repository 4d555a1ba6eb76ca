"""Taking in a hand-over, or a travel file that came home: all of it or nothing, read back and compared."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import apply_all
from hrd_desktop.core.merge import Choices, Merge, new_problems
from hrd_desktop.core.past import STAYED, PastChange, PastPacket, Stamp
from hrd_desktop.core.places import find
from hrd_desktop.core.renaming import renamed_change
from hrd_desktop.core.schema import object_name
from hrd_desktop.errors import (
    BadDate,
    Cancelled,
    CannotStandTogether,
    ChangedMeanwhile,
    DiskFull,
    EditRefused,
    FileDamaged,
    HrdError,
    NoPackForDate,
    ReadBackDiffers,
    Undecided,
    UnknownFile,
)
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import checking, evidence
from hrd_desktop.services.handed import AllChoices, Incoming, Taken, TakenCase
from hrd_desktop.services.handing_look import Found, matched
from hrd_desktop.services.handing_parts import Arrived, boxes_together, pack_base
from hrd_desktop.services.handing_receipt import make_receipt
from hrd_desktop.services.handing_sources import FileKey, HomeSource, Keeper, SealedSource, Source
from hrd_desktop.services.handing_told import place_of
from hrd_desktop.services.work import IsCancelled, Progress, rising, step
from hrd_desktop.store import blob_pieces, blobs, edits, handovers, papers, record, sent_travel
from hrd_desktop.store import cases as stored
from hrd_desktop.store import past as pasts
from hrd_desktop.store.casefile import CaseFile


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
        found = matched(session, source)
        again = all(one.known for one in found)
        _check_same(incoming, found)
        done = []
        for number, one in enumerate(found):
            step(number, len(found), rising(progress, 0, 200), cancelled)
            done.append(_take_one(session, source, one, (choices or {}).get(one.code, {}), at=at, by=by))
        codes = [case.code for case in done]  # a case may have got another code with what was taken
        keys = {key: code for one, code in zip(found, codes, strict=True) for key in one.new_files}
        _take_files(session, source, keys, at, rising(progress, 200, 700), cancelled)
        for one, code in zip(found, codes, strict=True):
            if not one.known:
                _cover(session, code, one.arrived)
                sent_travel.bring_in(session, code, _packets(one))
                if source.travel:
                    handovers.mark_home(session, code, at)
        receipt = make_receipt(session, source, at) if isinstance(source, SealedSource) else b""
    # It is taken in; from here on nothing may look as if it were not.
    if isinstance(source, HomeSource):
        _tell_the_other(source, at, by)
    new = [(code, sha256) for (index, sha256), code in keys.items() if sha256 in source.arrived[index].papers]
    unopened = look_into(file, new, progress=rising(progress, 700, 1000), cancelled=cancelled)
    if not again:
        _headlines(file, codes, at.date())
    return Taken(source.number, tuple(done), receipt, again, unopened)


def _check_same(incoming: Incoming, found: list[Found]) -> None:
    """Raises ChangedMeanwhile where a case is not what it was when somebody decided."""
    for seen, one in zip(incoming.cases, found, strict=True):
        then, now = seen.merge, one.plan
        if seen.code != one.code or (then is None) != (now is None):
            raise ChangedMeanwhile(code=one.code)
        if then is not None and now is not None and then.mine != now.mine:
            raise ChangedMeanwhile(code=one.code)


def _take_one(session: Any, source: Source, one: Found, chosen: Choices, *, at: datetime, by: str) -> TakenCase:
    if one.known:
        return TakenCase(one.code, False, 0, 0, 0, 0, 0)
    plan = one.plan
    if plan is None:
        stored.add(session, [one.arrived.case], at=at)
        lines = pasts.bring_in(session, one.code, one.arrived.past)
        code, after = one.code, one.arrived.case
        base = pack_base(after, {}, one.arrived.known)
        taken = TakenCase(code, True, 0, 0, 0, 0, len(one.new_files))
    else:
        changed = _decided(one.code, plan, chosen)
        lines = pasts.bring_in(session, one.code, (renamed_change(change, plan.renamed) for change in one.arrived.past))
        after = copy.deepcopy(plan.mine)
        apply_all(after, changed)
        edits.apply(session, one.code, changed, at=at, by=by, chosen={question.place for question in plan.asked})
        lines += pasts.bring_in(session, after.code, _stayed(plan, chosen, after, Stamp(at, by)))
        code, base = after.code, pack_base(plan.theirs, plan.renamed, one.arrived.known)
        removed = Counter(type(change).__name__ for change in changed)["RemoveRow"]
        added = sum(item.key not in chosen or chosen[item.key] == "theirs" for item in plan.added)
        taken = TakenCase(code, False, len(plan.taken), added, len(plan.asked), removed, len(one.new_files))
    session.flush()
    if write_case(stored.load(session, code)) != write_case(after):
        raise ReadBackDiffers(code=code)
    secret = source.secret if isinstance(source, SealedSource) else b""
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
        raise CannotStandTogether(code=code, place=place_of(after, problem.path), cause=problem.cause)
    return changes


def _stayed(plan: Merge, chosen: Choices, after: Case, stamp: Stamp) -> list[PastChange]:
    """The answers that leave what is here: nothing changes, and whoever gets it must know that it was a choice."""
    told = []
    for question in plan.asked:
        found = find(after, question.place)
        if chosen[question.place] == "mine" and found is not None:
            kind, sides = object_name(type(found.owner)), (question.theirs, question.mine)
            told.append(PastChange("set", question.place, kind, *sides, STAYED, stamp))
    return told


def _take_files(
    session: Any,
    source: Source,
    codes: Mapping[FileKey, str],
    at: datetime,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> None:
    if not codes:
        return

    def keep(key: FileKey, size: int) -> Keeper:
        return blob_pieces.Keeping(session, codes[key], key[1], size, at=at)

    source.files(frozenset(codes), keep, progress, cancelled)


def _packets(one: Found) -> list[PastPacket]:
    """The packets that the other side sent, their consents under the ids of here."""
    ids = one.plan.renamed if one.plan is not None else {}
    return [
        replace(packet, consents=tuple(ids.get(row, row) for row in packet.consents)) for packet in one.arrived.packets
    ]


def _cover(session: Any, code: str, arrived: Arrived) -> None:
    """What either side has covered stays covered."""
    for sha256, theirs in arrived.boxes.items():
        mine = papers.boxes(session, code, sha256)
        both = boxes_together(mine, theirs)
        if both != mine:
            papers.set_boxes(session, code, sha256, both)


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
    files: Sequence[tuple[str, str]],
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Look into files that came, each by case and digest, as if somebody had added them.

    They are kept already: what stops this is no loss and no failure. Returns how many stayed closed.
    """
    opened = 0
    if not files:
        return 0
    with suppress(Cancelled), evidence.Reader() as reader:
        for number, (code, sha256) in enumerate(files):
            step(number, len(files), progress, cancelled)
            with suppress(UnknownFile, FileDamaged, DiskFull):
                opened += _look_into_one(file, code, sha256, reader, cancelled)
    return len(files) - opened


def _look_into_one(
    file: CaseFile, code: str, sha256: str, reader: evidence.Reader, cancelled: IsCancelled | None
) -> bool:
    with file.session() as session:
        data = blobs.get(session, code, sha256)
        names = [row.file for row in stored.load(session, code).evidence if row.sha256 == sha256 and row.file]
    found, texts = evidence.look(data, names[0] if names else "", reader, cancelled=cancelled)
    with file.session() as session:
        papers.set_look(session, code, sha256, found.to_json(), texts)
    return found.trouble is None


def _headlines(file: CaseFile, codes: Sequence[str], on: date) -> None:
    """The headlines of what came, where rules are known for the day."""
    with suppress(NoPackForDate, BadDate, DiskFull), file.session() as session:
        for code in codes:
            checking.keep_headlines(session, [checking.assess_case(stored.load(session, code), on)])

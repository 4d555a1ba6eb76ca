"""Cases of a case file: bring in, list, open, begin, take out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.validation import Problem, problems
from hrd_desktop.errors import CaseExists, CaseTwice, NoPackForDate, ReadBackDiffers, UnreadableFile
from hrd_desktop.exchange.case_json import GREATEST_SIZE, read_case, write_case
from hrd_desktop.exchange.evidence_files import check_files
from hrd_desktop.services import checking, hand_over, record
from hrd_desktop.services.work import IsCancelled, Progress, step, written_together
from hrd_desktop.store import asked, blobs, bookmarks, caseload, drafts, history, papers
from hrd_desktop.store import cases as stored
from hrd_desktop.store import record as noted
from hrd_desktop.store.bookmarks import Bookmark
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.caseload import CaseloadQuery, CaseloadRow

__all__ = [
    "CaseloadQuery",
    "CaseloadRow",
    "ImportReport",
    "OpenedCase",
    "count_cases",
    "export_case",
    "import_cases",
    "list_cases",
    "new_case",
    "open_case",
    "prepared",
    "read_again",
    "read_cases",
    "suggest_code",
]


@dataclass(frozen=True)
class MissingEvidence:
    """A file that a case names and that is not there or cannot be read; the entry is kept without it."""

    case: str
    evidence: str
    file: str


@dataclass(frozen=True)
class ImportReport:
    """What an import brought in, or would bring in: case codes in the order of the files, and what to look at."""

    codes: tuple[str, ...]
    persons: int
    missing: tuple[MissingEvidence, ...]
    written: bool


@dataclass(frozen=True)
class OpenedCase:
    """A case as the window works on it: its own copy of the facts, what is begun but not complete, and ids now gone."""

    case: Case
    drafts: tuple[Draft, ...]
    removed_ids: frozenset[str] = frozenset()
    bookmark: Bookmark | None = None
    problems: tuple[Problem, ...] | None = None
    """What the format would refuse; None where nobody has looked yet."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """The replies to the questions about further members of the family."""
    assessment: checking.Assessment | None = None
    """How it stands on the day for which it was opened; None where nobody has looked, or no rules are for that day."""


def read_cases(paths: Sequence[Path]) -> tuple[list[Case], list[MissingEvidence]]:
    """Read and check every file. Raises BadCaseJson for the first that is not as the format says, UnreadableFile."""
    found: list[Case] = []
    missing: list[MissingEvidence] = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                data = stream.read(GREATEST_SIZE + 1)  # a byte too many is enough for the refusal
        except OSError as error:
            raise UnreadableFile(path=str(path)) from error
        case = read_case(data, path.name)
        if any(case.code == other.code for other in found):
            raise CaseTwice(code=case.code, file=path.name)
        for entry in check_files(case, path.parent, path.name):
            missing.append(MissingEvidence(case.code, entry.evidence, entry.file))
        found.append(case)
    return found, missing


def import_cases(
    file: CaseFile,
    paths: Sequence[Path],
    *,
    on: date,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> ImportReport:
    """Bring the cases of these JSON files in: all of them or none, read back and compared before it says so.

    The evidence files that stand beside them are kept with them. Raises BadCaseJson, CaseExists, CaseTwice,
    UnreadableFile, FileTooLarge, FileDamaged. With `dry_run` everything is checked, nothing written.
    """
    found, missing = read_cases(paths)
    beside: list[hand_over.Beside] = []
    if not dry_run:
        beside = hand_over.look_beside(
            [(case, path.parent) for case, path in zip(found, paths, strict=True)],
            progress=progress,
            cancelled=cancelled,
        )
    step(0, len(found), progress, cancelled)
    with file.session() as session:
        known = set(stored.codes(session))
        for case in found:
            if case.code in known:
                raise CaseExists(code=case.code)
        if not dry_run:
            before = [write_case(case) for case in found]
            stored.add(session, found)
            session.flush()
            session.expunge_all()
            for done, (code, written) in enumerate(zip([case.code for case in found], before, strict=True), 1):
                back = stored.load(session, code)
                if write_case(back) != written:
                    raise ReadBackDiffers(code=code)
                if (found_out := _assessed(back, on)) is not None:
                    checking.keep_headlines(session, [found_out])
                step(done, len(found), progress, cancelled)
            at = datetime.combine(on, time(), UTC)
            for one, data in hand_over.read_again(beside, progress=progress, cancelled=cancelled):
                blobs.put(session, one.case, data, at=at)
                papers.set_look(session, one.case, one.sha256, one.found.to_json(), one.texts)
            for case in found:
                files = sum(one.case == case.code for one in beside)
                noted.note(
                    session, "import", at=datetime.now(UTC), code=case.code, persons=len(case.persons), files=files
                )
    return ImportReport(
        tuple(case.code for case in found), sum(len(case.persons) for case in found), tuple(missing), not dry_run
    )


def export_case(file: CaseFile, code: str, out: Path, *, at: datetime | None = None, by: str = "") -> None:
    """Write one case as JSON: everything but drafts, history and evidence bytes. Raises UnknownCase, NotWritable."""
    with file.session() as session:
        case = stored.load(session, code)
    with written_together([(out, write_case(case))]):
        record.note(file, "export", at=at, by=by, code=code, evidence=False, files=1)


def open_case(file: CaseFile, code: str, *, at: datetime | None = None, by: str = "") -> OpenedCase:
    """Load one case with its drafts, for somebody to look at: the record says so. Raises UnknownCase."""
    opened = read_again(file, code)
    record.looked(file, "view", at=at, by=by, code=code)
    return opened


def read_again(file: CaseFile, code: str) -> OpenedCase:
    """The same for a case that is open already, or that nobody looks at. Raises UnknownCase."""
    with file.session() as session:
        return OpenedCase(
            stored.load(session, code),
            tuple(drafts.load(session, code)),
            history.removed_ids(session, code),
            bookmarks.load(session, code),
            asked=asked.load(session, stored.number_of(session.connection(), code)),
        )


def prepared(opened: OpenedCase, on: date) -> OpenedCase:
    """The same with all that a window wants to know at once, so that it need not work it out while somebody waits."""
    found: checking.Assessment | None = None
    with suppress(NoPackForDate):
        found = checking.assess_case(opened.case, on)
    return replace(opened, problems=tuple(problems(opened.case)), assessment=found)


def new_case(
    file: CaseFile,
    code: str,
    *,
    alias: str | None,
    name: str,
    on: date,
    at: datetime | None = None,
    by: str = "",
) -> None:
    """Begin a case with its principal applicant, of whom only a name is known yet. Raises CaseExists, BadCaseJson.

    The name goes into the family name, as a single name does, and counts as an alias until somebody says otherwise.
    """
    person = Person(
        id="P1",
        relation="principal",
        plan="accompanying",
        names=[Name(id="N1", kind="alias", family=name)],
    )
    case = Case(code=code, alias=alias, opened_on=on, stage="intake", stream="hrd", principal="P1", persons=[person])
    checked = read_case(write_case(case), code)
    with file.session() as session:
        stored.add(session, [checked])
        if (found_out := _assessed(checked, on)) is not None:
            checking.keep_headlines(session, [found_out])
        noted.note(session, "new_case", at=at or datetime.now(UTC), by=by, code=code)


def _assessed(case: Case, on: date) -> checking.Assessment | None:
    """None where no rules are known for that day: a laptop whose clock has stopped must still take cases."""
    with suppress(NoPackForDate):
        return checking.assess_case(case, on)
    return None


def suggest_code(file: CaseFile, on: date) -> str:
    """The next free code of the form HRD-2026-0007."""
    prefix = f"HRD-{on.year}-"
    with file.session() as session:
        numbers = [c.removeprefix(prefix) for c in stored.codes(session) if c.startswith(prefix)]
    highest = max((int(n) for n in numbers if n.isdigit()), default=0)
    return f"{prefix}{highest + 1:04d}"


def list_cases(file: CaseFile, query: CaseloadQuery, offset: int = 0, limit: int = 100) -> list[CaseloadRow]:
    """One page of the caseload, read from its own narrow columns."""
    with file.session() as session:
        return caseload.page(session, query, offset, limit)


def count_cases(file: CaseFile, query: CaseloadQuery) -> int:
    """How many cases the query finds."""
    with file.session() as session:
        return caseload.count(session, query)

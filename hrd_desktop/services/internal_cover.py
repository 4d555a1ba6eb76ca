"""The internal cover of a case: what the check found, on paper for the office, never part of a packet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from hrd_desktop.checklists.results import CLEAR, Assessment, ItemResult, Severity
from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Result
from hrd_desktop.core.staff import Override, Review, StaffAnswer
from hrd_desktop.packet.internal_cover import Decided, Found, Group, InternalCover, write_internal_cover
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.services import checking, record
from hrd_desktop.services.ask_list import ask_list
from hrd_desktop.services.deadlines import deadlines_of, every_deadline
from hrd_desktop.services.findings import standing
from hrd_desktop.services.work import written_together
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording, wording

_SEVERITIES: tuple[Severity, ...] = ("DIVERT", "BLOCK", "LAWYER", "WARN", "INFO")
_RESULTS: tuple[Result, ...] = ("NOT_MET", "UNCLEAR", "NEEDS_LAWYER", "MET", "EXEMPT", "NOT_APPLICABLE")


def build(case: Case, on: date, *, language: Language, paper: Paper = "letter") -> PacketFile:
    """The internal cover in memory. Raises NoPackForDate."""
    assessment = checking.assess_case(case, on)
    texts = checking.pack_of(assessment).packet_text(language)
    teller = _Teller(case, assessment, wording(language), dict(texts))
    return write_internal_cover(teller.cover(language, paper), texts, teller.words)


def export(
    file: CaseFile,
    code: str,
    out: Path,
    on: date,
    *,
    language: Language,
    paper: Paper = "letter",
    at: datetime | None = None,
    by: str = "",
) -> PacketFile:
    """Write the internal cover of a case as it is on file: whole or not at all.

    Raises UnknownCase, NoPackForDate, AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, DiskFull.
    """
    with file.session() as session:
        case = stored.load(session, code)
    made = build(case, on, language=language, paper=paper)
    with written_together([(out, made.data)]):
        record.note(file, "print", at=at, by=by, code=code, what="internal_cover")
    return made


class _Teller:
    """Says in words what an assessment holds."""

    def __init__(self, case: Case, assessment: Assessment, words: Wording, texts: dict[str, str]) -> None:
        self.words = words
        self._case = case
        self._found = assessment
        self._texts = texts
        self._pack = checking.pack_of(assessment)
        self._relations = {person.id: words.code("relation", person.relation) for person in case.persons}

    def cover(self, language: Language, paper: Paper) -> InternalCover:
        found, words = self._found, self.words
        month = words.day(found.pack_date)
        return InternalCover(
            code=found.case_code,
            on=found.on,
            language=language,
            paper=paper,
            headline=words.result("headline", found.headline),
            meaning=words.explain("headline", found.headline),
            rules=self._text("internal_pack", pack=found.pack_id, version=found.pack_version, day=month),
            persons=[self._whom(person) for person in self._relations],
            open=list(self._open()),
            settled=list(self._settled()),
            decisions=[*self._overrides(), *self._answers(), *self._reviews()],
            warnings=list(self._warnings()),
            questions=[(self._whom(ask.person), ask.question) for ask in ask_list(self._case, found, words)],
            deadlines=sorted(
                (one.on, words.deadline(one.code), self._whom(one.person)) for one in every_deadline(self._case, found)
            ),
        )

    def _open(self) -> Iterator[Group]:
        """What asks for something, the gravest first."""
        for severity in _SEVERITIES:
            items = [item for item in self._found.items if item.severity == severity]
            if items:
                label = self.words.code("severity", severity)
                yield Group(severity, label, self.words.explain("severity", severity), self._items(items))

    def _settled(self) -> Iterator[Group]:
        for result in _RESULTS:
            alike: dict[str, list[ItemResult]] = {}
            for item in self._found.items:
                if item.severity is None and item.result == result:
                    alike.setdefault(standing(item, self.words), []).append(item)
            for number, (title, items) in enumerate(alike.items()):
                yield Group(f"{result}-{number}", title, "", self._items(items))

    def _items(self, items: Sequence[ItemResult]) -> list[Found]:
        """One entry for each item and reason, with everyone it holds for."""
        alike: dict[tuple[str, ...], list[str]] = {}
        for item in items:
            reason = " ".join(self._say(message) for message in (*item.decided, item.why))
            if item.result not in CLEAR:
                reason = f"{standing(item, self.words)}. {reason}"
            title = self._pack.title(item.id, self.words.lang)
            citation = self._pack.citation(item.citation, self.words.lang)
            about = alike.setdefault((item.id, title, reason, citation), [])
            about += [item.person] if item.person else []
        return [
            Found(id_, persons, title, reason, citation) for (id_, title, reason, citation), persons in alike.items()
        ]

    def _warnings(self) -> Iterator[tuple[str, str]]:
        dated = {(one.code, one.person) for one in deadlines_of(self._found)}
        for alert in self._found.alerts:
            if (alert.kind, alert.person) not in dated:
                yield self._whom(alert.person), self._say(alert.text)

    def _overrides(self) -> Iterator[Decided]:
        for one in self._case.overrides:
            yield self._decided(one, self._text("internal_override"), one.reason, one.decided_by, one.decided_on)

    def _answers(self) -> Iterator[Decided]:
        for one in self._case.staff_answers:
            decision = self._text("internal_answered", result=self.words.result("result", one.result))
            yield self._decided(one, decision, one.reason, one.answered_by, one.answered_on)

    def _reviews(self) -> Iterator[Decided]:
        for one in self._case.reviews:
            decision = self._text("internal_reviewed", outcome=self.words.code("review_outcome", one.outcome))
            who = f"{one.reviewer}, {self.words.code('capacity', one.capacity)}"
            yield self._decided(one, decision, one.note or "", who, one.reviewed_on)

    def _decided(
        self, row: Override | StaffAnswer | Review, decision: str, reason: str, who: str, day: date
    ) -> Decided:
        by = self._text("internal_who_when", who=who, day=self.words.day(day))
        title = self._pack.title(row.item, self.words.lang)
        return Decided(row.item, self._whom(row.person), title, decision, reason, by)

    def _whom(self, person: str | None) -> str:
        """A person by number and relation; a name could end up on the wrong desk."""
        if person is None or person not in self._relations:
            return ""
        return self._text("internal_person", id=person, relation=self._relations[person])

    def _say(self, message: object) -> str:
        return checking.sentence(message, self._found.on, self.words, self._pack)

    def _text(self, key: str, **facts: str) -> str:
        return self._texts[key].format(**facts)

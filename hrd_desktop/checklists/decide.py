"""From what the facts gave to what stands: staff answers, legal reviews, overrides (4.2 to 4.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Protocol, TypeVar

from hrd_desktop.checklists.digest import facts_digest
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Coded, Message, Param, Row
from hrd_desktop.checklists.pack_types import Item
from hrd_desktop.checklists.results import CLEAR, Derived, ItemResult, Severity, Source
from hrd_desktop.checklists.rule import Rule
from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Result
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import Review, StaffAnswer

_STRICTER: tuple[Result, ...] = ("UNCLEAR", "NOT_MET", "NEEDS_LAWYER")
_ANY: tuple[Result, ...] = ("MET", "NOT_MET", "UNCLEAR", "NEEDS_LAWYER", "EXEMPT", "NOT_APPLICABLE")


class _Entry(Protocol):
    @property
    def item(self) -> str: ...
    @property
    def person(self) -> str | None: ...


T = TypeVar("T", bound=_Entry)


class Decisions:
    """The newest answer, review and override of each row that were made by the day of the assessment."""

    def __init__(self, case: Case, on: date) -> None:
        self._case = case
        self.answers = _newest(((row, row.answered_on) for row in case.staff_answers), on)
        self.reviews = _newest(((row, row.reviewed_on) for row in case.reviews), on)
        self.overrides = _newest(((row, row.decided_on) for row in case.overrides), on)

    @cached_property
    def _evidence(self) -> list[tuple[Evidence, frozenset[str], frozenset[str]]]:
        return [(row, frozenset(row.items), frozenset(row.supports)) for row in self._case.evidence]

    @cached_property
    def _named(self) -> tuple[frozenset[str], frozenset[str]]:
        """Every item and every row that any evidence names: most rows of an assessment are in neither."""
        items = frozenset(item for _, items, _ in self._evidence for item in items)
        return items, frozenset(row for _, _, supports in self._evidence for row in supports)

    def evidence(self, item: str, person: str | None, rows: Sequence[str]) -> tuple[str, ...]:
        """Evidence that names the item for this person, or supports one of the rows; in the order of the file."""
        items, supported = self._named
        if item not in items and supported.isdisjoint(rows):
            return ()
        decisive = frozenset(rows)
        return tuple(
            row.id
            for row, items, supports in self._evidence
            if (item in items and (person is None or row.person in (None, person))) or supports & decisive
        )


def _newest(entries: Iterable[tuple[T, date]], on: date) -> dict[tuple[str, str | None], T]:
    """By item and person the entry with the latest day up to `on`; of one day, the later in the file."""
    best: dict[tuple[str, str | None], tuple[date, T]] = {}
    for row, day in entries:
        key = (row.item, row.person)
        if day <= on and (key not in best or day >= best[key][0]):
            best[key] = (day, row)
    return {key: row for key, (_, row) in best.items()}


def may_answer(rule: Rule, derived: Derived, severity: Severity | None) -> tuple[Result, ...]:
    """The results that a staff answer may give to a row now."""
    if not rule.staff:
        return ()
    return _may_answer(rule.lawyer_kind, derived.result, severity)


@cache
def _may_answer(lawyer_kind: bool, result: Result, severity: Severity | None) -> tuple[Result, ...]:
    if result in ("NOT_MET", "NEEDS_LAWYER"):
        return ()
    if severity == "LAWYER":
        return ("NEEDS_LAWYER",)
    allowed = _ANY if result == "UNCLEAR" else _STRICTER
    return tuple(one for one in allowed if not (one == "NOT_MET" and lawyer_kind))


def decide(
    rule: Rule,
    facts: Facts,
    person: Person | None,
    derived: Derived,
    decisions: Decisions,
    item: Item | None,
) -> ItemResult:
    """What stands for one row after everyone who may decide has decided.

    `item` is the pack's wording; None for an item that the pack lacks and that only other rows read.
    """
    subject = facts.pa if person is None else person
    person_id = None if person is None else person.id
    key = (rule.id, person_id)
    derived_severity = severity_of(rule, facts, subject, derived.result, derived.severity)
    allowed = may_answer(rule, derived, derived_severity)
    result, severity, source = derived.result, derived_severity, "derived"
    decided: list[Message] = []

    answer = decisions.answers.get(key)
    taken = None if answer is None else _taken(rule, answer, allowed)
    if answer is not None and taken is not None:
        kept = derived_severity if taken == result == "UNCLEAR" else None
        result, severity, source = taken, severity_of(rule, facts, subject, taken, kept), "staff"
        decided.append(_answered(answer, taken))

    review = decisions.reviews.get(key) if severity == "LAWYER" and rule.reviewable else None
    outdated = review is not None and not _covers(review, facts.case, derived.rows)
    if review is not None:
        if not outdated and review.outcome in ("cleared", "cleared_with_note"):
            result = "MET" if review.outcome == "cleared" else "UNCLEAR"
            severity = None if review.outcome == "cleared" else "WARN"
        decided.append(_reviewed(review, outdated))

    override = decisions.overrides.get(key) if severity == "BLOCK" else None
    if override is not None:
        severity = "WARN"
        decided.append(Message("text.overridden", {"row": Row(override.id), "day": override.decided_on}))

    return ItemResult(
        id=rule.id,
        person=person_id,
        result=result,
        severity=severity,
        citation="" if item is None else item.citations[derived.citation]["en"],
        why=derived.why,
        source=_source(result, source == "staff"),
        derived_result=derived.result,
        derived_severity=derived_severity,
        rows=derived.rows,
        evidence=decisions.evidence(rule.id, person_id, derived.rows),
        parts=derived.parts,
        staff_answer=answer.id if answer is not None and taken is not None else None,
        review=review.id if review is not None else None,
        override=override.id if override is not None else None,
        places=derived.places,
        staff_may=allowed,
        question=_question(rule.id, derived, item),
        decided=tuple(decided),
        ignored_answer=answer.id if answer is not None and taken is None else None,
        outdated_review=review.id if review is not None and outdated else None,
    )


def severity_of(
    rule: Rule, facts: Facts, person: Person, result: Result, own: Severity | None = None
) -> Severity | None:
    """The severity of a result: its own where the derivation gave one, else that of the table."""
    if result in CLEAR:
        return None
    if result == "NEEDS_LAWYER":
        return "LAWYER"
    return own or rule.weigh(rule.unclear if result == "UNCLEAR" else rule.not_met, facts, person)


def _question(item_id: str, derived: Derived, item: Item | None) -> Message:
    """What to ask: the question that fits the reason if the pack has one, else the question of the item."""
    reason = derived.why.key.removeprefix(f"{item_id}.")
    if item is not None and reason in item.ask:
        return Message(f"{item_id}.ask.{reason}", derived.why.params)
    return Message(f"{item_id}.question")


def _taken(rule: Rule, answer: StaffAnswer, allowed: Sequence[Result]) -> Result | None:
    """The result a staff answer gives, None if it may not decide. A lawyer-kind NOT_MET goes to the lawyer."""
    result: Result = "NEEDS_LAWYER" if rule.lawyer_kind and answer.result == "NOT_MET" else answer.result
    return result if result in allowed else None


def _covers(review: Review, case: Case, rows: Sequence[str]) -> bool:
    """Whether a review rests on the facts as they are now."""
    if review.rows and not set(rows) <= set(review.rows):
        return False
    return review.facts_digest is None or review.facts_digest == facts_digest(case, review.rows or rows)


def _source(result: Result, by_staff: bool) -> Source:
    if result == "EXEMPT":
        return "exempt"
    return "staff" if by_staff else "derived"


def _answered(answer: StaffAnswer, taken: Result) -> Message:
    told: dict[str, Param] = {
        "row": Row(answer.id),
        "day": answer.answered_on,
        "how": Coded("how_known", answer.how_known),
    }
    return Message(f"text.answered_{taken}", told)


def _reviewed(review: Review, outdated: bool) -> Message:
    told: dict[str, Param] = {
        "row": Row(review.id),
        "day": review.reviewed_on,
        "capacity": Coded("capacity", review.capacity),
    }
    return Message("text.reviewed_outdated" if outdated else f"text.reviewed_{review.outcome}", told)

"""Assessing one case on one day under one rule pack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hrd_desktop.checklists.alerts import alerts
from hrd_desktop.checklists.decide import Decisions, decide
from hrd_desktop.checklists.facts import Facts, deceased
from hrd_desktop.checklists.headline import headline_of, spaces_of
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.questions import ask_next
from hrd_desktop.checklists.requirements import requirements
from hrd_desktop.checklists.results import Assessment, ItemResult, Requirements
from hrd_desktop.checklists.routes import routes
from hrd_desktop.checklists.rule import Follow, Rule
from hrd_desktop.checklists.table import RULES
from hrd_desktop.core.case import Case
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import StaffAnswer

_GATE = ("E01", "E02")
_RULES_OF = {item: tuple(rule for rule in RULES if rule.id == item) for item in {rule.id for rule in RULES}}


def assess(case: Case, on: date, pack: Pack) -> Assessment:
    """What the file shows on that day, what is missing, and who must judge. Reads nothing but its arguments."""
    facts = Facts(case, on, pack.constants, pack.partners)
    table = _Table(facts, pack)
    items = table.rows()
    headline = headline_of(items)
    diverted = headline == "DIVERT"
    return Assessment(
        case_code=case.code,
        on=on,
        pack_id=pack.id,
        pack_version=pack.version,
        pack_date=pack.date,
        headline=headline,
        spaces=spaces_of(facts, diverted),
        items=items,
        alerts=alerts(facts, pack, items, table.answers_without_row(items), gated=table.gated),
        requirements=Requirements() if diverted else requirements(facts, items),
        routes=routes(facts, pack, items, diverted),
        ask_next=() if diverted else ask_next(case, items),
    )


class _Table:
    """The rows of one assessment; a row that another one reads is made when it is asked for."""

    def __init__(self, facts: Facts, pack: Pack) -> None:
        self._facts = facts
        self._pack = pack
        self._decisions = Decisions(facts.case, facts.on)
        self._made: dict[tuple[str, str | None], ItemResult] = {}

    @property
    def gated(self) -> bool:
        """Whether the place where the person is ends the derivation."""
        found = (self.final(item, self._facts.pa) for item in _GATE if item in self._pack.items)
        return any(row is not None and row.result == "NOT_MET" for row in found)

    def rows(self) -> tuple[ItemResult, ...]:
        """Every row of the items in the pack, in the order of the table, the case before persons."""
        gated = self.gated
        return tuple(
            self._row(rule, person)
            for rule in RULES
            if rule.id in self._pack.items and (rule.after_gate or not gated)
            for person in self._subjects(rule)
            if not gated or person is None or person is self._facts.pa
        )

    def answers_without_row(self, items: Sequence[ItemResult]) -> list[StaffAnswer]:
        """Staff answers to items of the pack for which the person, or the case, has no row."""
        there = {(item.id, item.person) for item in items}
        answers = self._decisions.answers
        return [row for key, row in answers.items() if key not in there and row.item in self._pack.items]

    def final(self, item: str, person: Person | None) -> ItemResult | None:
        made = self._made.get((item, None if person is None else person.id))
        if made is not None:
            return made
        for rule in _RULES_OF.get(item, ()):
            if any(one is person for one in self._subjects(rule)):
                return self._row(rule, person)
        return None

    def _subjects(self, rule: Rule) -> Sequence[Person | None]:
        found = rule.who(self._facts)
        return [one for one in found if one is None or rule.of_deceased or not deceased(one)]

    def _row(self, rule: Rule, person: Person | None) -> ItemResult:
        key = (rule.id, None if person is None else person.id)
        if key not in self._made:
            subject = self._facts.pa if person is None else person
            if isinstance(rule.derive, Follow):
                derived = rule.derive.derive(self._facts, subject, self)
            else:
                derived = rule.derive(self._facts, subject)
            item = self._pack.items.get(rule.id)
            self._made[key] = decide(rule, self._facts, person, derived, self._decisions, item)
        return self._made[key]

"""What the tests of the refugee items (E01 to E06) share: the defender's own countries, and what a row says."""

from __future__ import annotations

from hrd_desktop.core.case import Case
from hrd_desktop.core.identity import HabitualResidence, Nationality, Stateless
from tests.checklists.build import Change, reason, row


def national(country: str | None, status: str = "has", id: str = "NA2") -> Change:
    return lambda case: case.persons[0].nationalities.append(Nationality(id=id, country=country, status=status))


def stateless(*residences: tuple[str, str], claimed: str = "yes", keep: bool = False) -> Change:
    def change(case: Case) -> None:
        defender = case.persons[0]
        defender.stateless = Stateless(claimed=claimed)
        if not keep:
            defender.nationalities = []
        defender.habitual_residences = [
            HabitualResidence(id=f"HR{i}", country=country, standing=standing)
            for i, (country, standing) in enumerate(residences, start=1)
        ]

    return change


def check(case: Case, item: str, wanted: tuple[str, str | None, str], rows: tuple[str, ...] | None = None) -> None:
    found = row(case, item, "P1")
    assert (found.result, found.severity, reason(found)) == wanted
    assert rows is None or found.rows == rows

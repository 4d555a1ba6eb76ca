"""D-HIST and D-ADDR: the last ten years, or the years since 18, month by month and without a gap."""

from __future__ import annotations

from collections.abc import Sequence

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Stretch
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.gaps import Row, asked_months, gaps, month
from hrd_desktop.core.person import Person


def window(facts: Facts, person: Person) -> range:
    """The months that must be told of: since 18 by the earliest reading, ten years at most, until now or the signing.

    Months are numbers that rise by one; the range is empty for somebody who is not 18 yet.
    """
    constants = facts.constants
    return asked_months(
        facts.born(person).first,
        facts.signing_day,
        facts.on,
        adult=constants.adult_age,
        years=constants.history_years,
    )


def _stretch(months: range) -> Stretch:
    return Stretch(month(months[0]), month(months[-1]))


REASONS = {"no_window": "age", "whole": "months", "gaps": "months gaps", "nothing": "months"}


def _judge(item: str, key: str, told: Sequence[Row], facts: Facts, person: Person) -> Derived:
    asked = window(facts, person)
    counted = tuple(row.id for row in told)
    if not asked:
        why = because(item, "no_window", age=facts.constants.adult_age)
        return Derived("MET", why, counted or (f"{person.id}.birth.date",))
    missing = gaps(told, asked)
    longest = max((len(run) for run in missing), default=0)
    if longest < facts.constants.gap_warn_months:
        return Derived("MET", because(item, "whole", months=_stretch(asked)), counted)
    if told:
        why = because(item, "gaps", months=_stretch(asked), gaps=tuple(_stretch(run) for run in missing))
    else:
        why = because(item, "nothing", months=_stretch(asked))
    place = (f"{person.id}.{key}",)
    return Derived("UNCLEAR", why, counted or place, places=place, severity=_weight(longest, facts, person))


def _weight(longest: int, facts: Facts, person: Person) -> Severity:
    holds = longest > facts.constants.gap_block_over_months and person.plan == "accompanying"
    return "BLOCK" if holds else "WARN"


def d_hist(facts: Facts, person: Person) -> Derived:
    """Personal history without a month left out."""
    return _judge("D-HIST", "history", person.history, facts, person)


def d_addr(facts: Facts, person: Person) -> Derived:
    """Addresses without a month left out."""
    return _judge("D-ADDR", "addresses", person.addresses, facts, person)

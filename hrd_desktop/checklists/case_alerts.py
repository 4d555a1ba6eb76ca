"""Alerts about the case as a whole: things that run out, steps that are late, a priority that needs another partner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hrd_desktop.checklists.alert_making import Maker
from hrd_desktop.checklists.facts import Facts, span
from hrd_desktop.checklists.message import Coded, Country, Row
from hrd_desktop.checklists.results import Alert
from hrd_desktop.core.dates import span_of


def of_case(facts: Facts, maker: Maker) -> Iterator[Alert]:
    yield from _running_out(facts, maker)
    for row in facts.case.milestones:
        day = span(row.date, row.date_info).last
        if row.state == "planned" and day < facts.on:
            told = Coded("milestone_kind", row.kind)
            yield maker.make("milestone_overdue", row.person, day, rows=(row.id,), told={"milestone": told})
    if facts.case.priority == "emergency" and facts.case.partner != "unhcr":
        yield maker.make("urgent_protection_needs_unhcr", None, rows=("case.priority", "case.partner"))


def _running_out(facts: Facts, maker: Maker) -> Iterator[Alert]:
    """Consents to share and statuses in the host country whose last day is near."""
    for consent in facts.case.consents:
        lives = consent.decision == "given" and "share" in consent.scopes and consent.withdrawn_on is None
        if lives and consent.signed_on <= facts.on and consent.expires_on and _near(consent.expires_on, facts):
            day = consent.expires_on
            yield maker.make("consent_expiry", consent.person, day, rows=(consent.id,), told={"row": Row(consent.id)})
    for status in facts.asylum.statuses:
        end = span_of(status.end, status.end_info)
        if end is not None and status.country == facts.asylum.host_country and _near(end.last, facts):
            told = {"country": Country(status.country)}
            yield maker.make("host_status_expiry", status.person, end.last, rows=(status.id,), told=told)


def _near(day: date, facts: Facts) -> bool:
    return 0 <= (day - facts.on).days <= facts.constants.expiry_notice_days

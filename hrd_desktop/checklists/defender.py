"""H01 to H06: what shows that the principal applicant defends human rights, peacefully, and is at risk for it."""

from __future__ import annotations

from hrd_desktop.checklists.facts import Facts, hot
from hrd_desktop.checklists.message import Coded, Field, incidents, rows, when
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.background import Background
from hrd_desktop.core.dates import add_months, span_of
from hrd_desktop.core.person import Person

H01 = {"shown": "count rows", "none": ""}


def h01(facts: Facts, _person: Person) -> Derived:
    """Acts for human rights: at least one activity."""
    found = tuple(row.id for row in facts.hrd.activities)
    if found:
        return Derived("MET", because("H01", "shown", count=len(found), rows=rows(found)), found)
    return _missing("H01", "none", "case.hrd.activities")


H02 = {"peaceful": "", "answers": "fields", "memberships": "rows", "both": "rows fields", "not_asked": "fields"}


def h02(facts: Facts, person: Person) -> Derived:
    """Peaceful means. Any answer but a plain no, or a group that used or called for violence, is for a lawyer."""
    armed = tuple(m.id for m in person.memberships if m.armed_wing == "yes" or m.advocated_violence == "yes")
    background = person.background or Background()
    used = Field("hrd", "used_violence", "case.hrd.used_violence")
    called = Field("hrd", "called_for_violence", "case.hrd.called_for_violence")
    asked = {used: facts.hrd.used_violence, called: facts.hrd.called_for_violence}
    replies = {
        Field("background", "g", f"{person.id}.background.g"): background.g,
        Field("background", "h", f"{person.id}.background.h"): background.h,
    }
    hot_fields = tuple(field for field, reply in replies.items() if reply is not None and hot(reply.answer))
    hot_fields += tuple(field for field, answer in asked.items() if hot(answer))
    if armed or hot_fields:
        triggers = armed + tuple(field.place for field in hot_fields)
        if not hot_fields:
            why = because("H02", "memberships", rows=rows(armed))
        elif not armed:
            why = because("H02", "answers", fields=hot_fields)
        else:
            why = because("H02", "both", rows=rows(armed), fields=hot_fields)
        return Derived("UNCLEAR", why, triggers, places=triggers, severity="LAWYER")
    open_fields = tuple(field for field, answer in asked.items() if answer is None)
    if not open_fields:
        return Derived("MET", because("H02", "peaceful"), tuple(field.place for field in asked))
    places = tuple(field.place for field in open_fields)
    return Derived("UNCLEAR", because("H02", "not_asked", fields=open_fields), places, places=places, severity="BLOCK")


H03 = {"shown": "ways", "none": ""}


def h03(facts: Facts, _person: Person) -> Derived:
    """Alone or with others."""
    if facts.hrd.works_as:
        ways = tuple(Coded("works_as", code) for code in facts.hrd.works_as)
        return Derived("MET", because("H03", "shown", ways=ways), ("case.hrd.works_as",))
    return _missing("H03", "none", "case.hrd.works_as")


H04 = {"shown": "named", "none": ""}


def h04(facts: Facts, _person: Person) -> Derived:
    """A recognised field of rights, a group defended, or a theme."""
    hrd = facts.hrd
    named = (
        *(Coded("rights_field", code) for code in hrd.rights_fields),
        *(Coded("group", code) for code in hrd.groups),
        *(Coded("theme", code) for code in hrd.themes),
    )
    keys = tuple(f"case.hrd.{key}" for key in ("rights_fields", "groups", "themes") if getattr(hrd, key))
    if named:
        return Derived("MET", because("H04", "shown", named=named), keys)
    return _missing("H04", "none", "case.hrd.rights_fields", "case.hrd.groups", "case.hrd.themes")


H05 = {
    "outputs": "count first last",
    "referees": "referees count",
    "thin": "count referees",
    "short": "count first last referees",
}


def h05(facts: Facts, _person: Person) -> Derived:
    """A track record: enough dated outputs over time, or referees with something dated beside them."""
    hrd, constants = facts.hrd, facts.constants
    dated = [(row, span) for row in hrd.outputs if (span := span_of(row.date, row.date_info)) is not None]
    pieces = sum(1 if row.count is None else row.count for row, _ in dated)
    outputs = tuple(row.id for row, _ in dated)
    referees = tuple(r.id for r in hrd.referees if r.independent == "yes" and r.confirmed == "yes")
    support = tuple(row.id for row in hrd.prior_support)
    if pieces >= constants.outputs_least:
        oldest, oldest_span = min(dated, key=lambda one: one[1].last)
        newest, newest_span = max(dated, key=lambda one: one[1].first)
        first, last = when(oldest.date), when(newest.date)
        if newest_span.first >= add_months(oldest_span.last, constants.outputs_apart_months):
            return Derived("MET", because("H05", "outputs", count=pieces, first=first, last=last), outputs)
        why = because("H05", "short", count=pieces, first=first, last=last, referees=len(referees))
    else:
        why = because("H05", "thin", count=pieces, referees=len(referees))
    if len(referees) >= constants.referees_least and (outputs or support):
        why = because("H05", "referees", referees=rows(referees), count=len(outputs) + len(support))
        return Derived("MET", why, referees + outputs + support)
    places = ("case.hrd.outputs", "case.hrd.referees")
    return Derived("UNCLEAR", why, outputs + referees + support or places, places=places)


H06 = {"linked": "incidents", "none": "", "not_linked": "incidents"}


def h06(facts: Facts, person: Person) -> Derived:
    """The risk comes from the work: an incident that is linked to it."""
    recorded = facts.incidents_of(person)
    linked = [incident for incident in recorded if incident.linked_to_work == "yes"]
    if linked:
        found = tuple(incident.id for incident in linked)
        return Derived("MET", because("H06", "linked", incidents=incidents(linked)), found)
    if not recorded:
        return _missing("H06", "none", "case.incidents")
    found = tuple(incident.id for incident in recorded)
    places = tuple(f"{incident.id}.linked_to_work" for incident in recorded)
    return Derived("UNCLEAR", because("H06", "not_linked", incidents=incidents(recorded)), found, places=places)


def _missing(item: str, reason: str, *places: str) -> Derived:
    return Derived("UNCLEAR", because(item, reason), places, places=places)

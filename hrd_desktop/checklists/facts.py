"""The words of the rules: who belongs to which group, which day counts, what a partial date may mean.

Each property is a word of the check-results page, worked out once for one case on one day. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from hrd_desktop.checklists.constants import Constants
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Asylum, Claim
from hrd_desktop.core.codes import Answer, ListName, MilestoneKind
from hrd_desktop.core.dates import DateInfo, PartialDate, Span, add_months, possibly_reached, span_of, surely_reached
from hrd_desktop.core.kin import Parent, Union
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Form
from hrd_desktop.core.work import Hrd, Incident

CANADA = "CA"
FAMILY_RELATIONS = frozenset({"spouse", "common_law_partner", "child", "child_of_partner", "grandchild"})
PARTNER_RELATIONS = frozenset({"spouse", "common_law_partner"})
CHILD_RELATIONS = frozenset({"child", "child_of_partner"})
FAMILY_PLANS = frozenset({"accompanying", "non_accompanying"})
DEPENDENT_PARENT_KINDS = frozenset({"biological", "adoptive"})
NO_BIRTH_DATE = date(1900, 1, 1)


def hot(answer: Answer | None) -> bool:
    """Whether an answer was given and is anything but a plain no."""
    return answer is not None and answer != "no"


def deceased(person: Person) -> bool:
    return person.whereabouts is not None and person.whereabouts.status == "deceased"


def span(written: PartialDate, info: DateInfo | None) -> Span:
    """The span of a date that is always recorded."""
    found = span_of(written, info)
    assert found is not None
    return found


def last_days(incident: Incident) -> Span:
    """The days on which an incident may have ended: its last day where one is recorded, else its day."""
    return span_of(incident.date_to, incident.date_to_info) or span(incident.date, incident.date_info)


def list_asked(person: Person, name: ListName) -> bool:
    """Whether a list of the person has rows or was declared empty by the person."""
    return bool(getattr(person, name)) or name in person.none_declared


def partners(union: Union) -> tuple[str, ...]:
    """The persons of the case in a union, one or two."""
    return (union.partner_a,) if union.partner_b is None else (union.partner_a, union.partner_b)


def other_partner(union: Union, person_id: str) -> str | None:
    """The person of the case on the other side, None for someone who is no person of the case."""
    return union.partner_b if union.partner_a == person_id else union.partner_a


def dependent_parents(person: Person) -> list[Parent]:
    """The parents that make a dependent child: biological and adoptive ones."""
    return [parent for parent in person.parents if parent.kind in DEPENDENT_PARENT_KINDS]


class Facts:
    """One case on one day, read with the constants and partners of one rule pack."""

    def __init__(self, case: Case, on: date, constants: Constants, partners_known: Iterable[str]) -> None:
        self.case = case
        self.on = on
        self.constants = constants
        self.partners_known = frozenset(partners_known)
        self.hrd = case.hrd or Hrd()
        self.claim = case.claim or Claim()
        self.asylum = case.asylum or Asylum()

    # People

    @cached_property
    def persons(self) -> dict[str, Person]:
        """Every person of the case by id, in the order of the file."""
        return {person.id: person for person in self.case.persons}

    @cached_property
    def pa(self) -> Person:
        """The principal applicant, who is the defender."""
        return self.persons[self.case.principal]

    @cached_property
    def fam(self) -> list[Person]:
        """FAM: living family members who come along now or may come later."""
        return [p for p in self.case.persons if self.family_role(p) and not deceased(p)]

    @staticmethod
    def family_role(person: Person) -> bool:
        """Whether relation and plan make the person a family member of this application, living or not."""
        return person.relation in FAMILY_RELATIONS and person.plan in FAMILY_PLANS

    @cached_property
    def listed(self) -> list[Person]:
        """LIST: the principal applicant and FAM."""
        ids = {self.pa.id, *(p.id for p in self.fam)}
        return [p for p in self.case.persons if p.id in ids]

    @cached_property
    def accompanying(self) -> list[Person]:
        """ACC: living persons who travel, the principal applicant too."""
        return [p for p in self.case.persons if p.plan == "accompanying" and not deceased(p)]

    @cached_property
    def staying(self) -> list[Person]:
        """NON: living family members who do not travel now."""
        return [p for p in self.fam if p.plan == "non_accompanying"]

    @cached_property
    def accompanying_adults(self) -> list[Person]:
        return [p for p in self.fam if p.plan == "accompanying" and self.adult(p)]

    @cached_property
    def schedule_a_signers(self) -> list[Person]:
        """The 5669 list: principal applicant, spouses and partners at any age, every other adult of FAM."""
        return [p for p in self.listed if p is self.pa or p.relation in PARTNER_RELATIONS or self.adult(p)]

    def incidents_of(self, person: Person) -> list[Incident]:
        return [incident for incident in self.case.incidents if person.id in incident.persons]

    def unions_of(self, person: Person) -> list[Union]:
        return [union for union in self.case.unions if person.id in partners(union)]

    # Days

    def milestone(self, kind: MilestoneKind, person: Person | None = None) -> Span | None:
        """The span of a milestone of one person, or of the whole case."""
        person_id = None if person is None else person.id
        for row in self.case.milestones:
            if row.kind == kind and row.person == person_id:
                return span(row.date, row.date_info)
        return None

    def eff(self, kind: MilestoneKind) -> date | None:
        """The day of a milestone of the whole case; a planned day that has passed is at the earliest today."""
        for row in self.case.milestones:
            if row.kind == kind and row.person is None:
                day = span(row.date, row.date_info).last
                return day if row.state == "done" and day <= self.on else max(day, self.on)
        return None

    @cached_property
    def referral_lock_in(self) -> date | None:
        """RL: the latest recorded day of the referral; None if none is recorded."""
        kinds: tuple[MilestoneKind, ...] = (
            "referral_signed_by_partner",
            "referral_sent_to_ircc",
            "referral_received_by_ircc",
        )
        return max((day for kind in kinds if (day := self.eff(kind)) is not None), default=None)

    @cached_property
    def application_lock_in(self) -> date | None:
        """AL: the day the application is submitted, else signed; None if neither is recorded."""
        return self.eff("application_submitted") or self.eff("application_signed")

    @cached_property
    def application_day(self) -> date:
        """AD: the day the application is made."""
        if self.application_lock_in is not None:
            return self.application_lock_in
        return self.on if self.referral_lock_in is None else max(self.referral_lock_in, self.on)

    @cached_property
    def signing_day(self) -> date:
        """SD: the day the forms are signed."""
        return self.eff("application_signed") or self.application_day

    @cached_property
    def flight(self) -> Span | None:
        """The flight of the principal applicant, or of the whole case."""
        return self.milestone("flight_from_country", self.pa) or self.milestone("flight_from_country")

    def may_follow_flight(self, day: Span) -> bool:
        """Whether a day may lie after the flight, which its own day does not; an unknown flight rules nothing out."""
        return self.flight is None or day.possibly_after(self.flight)

    def done(self, kind: MilestoneKind) -> bool:
        """Whether a step of the whole case has been taken by the day."""
        return any(
            row.kind == kind and row.person is None and row.state == "done" and row.date.last <= self.on
            for row in self.case.milestones
        )

    def signed(self, form: Form) -> bool:
        """Whether a form has been signed by the day."""
        return form.status == "signed" and form.signed_on is not None and form.signed_on <= self.on

    def months_ago(self, months: int) -> date:
        return add_months(self.on, -months)

    # Ages

    @cached_property
    def _births(self) -> dict[str, Span]:
        spans = {p.id: span_of(p.birth.date, p.birth.date_info) for p in self.case.persons if p.birth is not None}
        unknown = Span(NO_BIRTH_DATE, self.on)
        return {p.id: spans.get(p.id) or unknown for p in self.case.persons}

    def born(self, person: Person) -> Span:
        """The span of the birth; every day since 1900 where no date is recorded."""
        return self._births[person.id]

    def possibly(self, years: int, person: Person, on: date) -> bool:
        """Whether the person may have reached this age on that day."""
        return possibly_reached(years, self.born(person), on)

    def surely(self, years: int, person: Person, on: date) -> bool:
        """Whether the person has reached this age on that day on every reading of the birth date."""
        return surely_reached(years, self.born(person), on)

    @cached_property
    def _adults(self) -> frozenset[str]:
        age, day = self.constants.adult_age, self.signing_day
        return frozenset(person.id for person in self.case.persons if self.possibly(age, person, day))

    def adult(self, person: Person) -> bool:
        """Whether the person may be an adult on the signing day."""
        return person.id in self._adults

    # States

    @cached_property
    def stateless(self) -> bool:
        """Whether the principal applicant says that no state holds them as its national."""
        return self.pa.stateless is not None and self.pa.stateless.claimed == "yes"

    @cached_property
    def own(self) -> frozenset[str]:
        """OWN: the countries of nationality, or of certain habitual residence for a stateless principal applicant."""
        codes: set[str] = {n.country for n in self.pa.nationalities if n.status == "has" and n.country is not None}
        if self.stateless:
            codes |= {r.country for r in self.pa.habitual_residences if r.standing == "certain"}
        return frozenset(codes)

    @cached_property
    def journeys_home(self) -> list[str]:
        """Travel rows of the principal applicant into an own country that may have begun after the flight."""
        return [
            row.id
            for row in self.pa.travel
            if row.country in self.own and self.may_follow_flight(span(row.start, row.start_info))
        ]

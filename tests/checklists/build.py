"""Small invented cases for the checklist tests: one in which every item of the pack is shown, changed test by test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

from hrd_desktop.assets import resource
from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.contradictions import contradictions
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.pack import read_pack
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Alert, Assessment, ItemResult
from hrd_desktop.core.background import Address, Background, FurtherAnswers, History, Reply
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Asylum, Claim, Conditions, HostStatus, InternalFlight, Narrative
from hrd_desktop.core.codes import ListName
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth, Name, Nationality, Protection
from hrd_desktop.core.kin import FamilyList, Household, Parent, Union
from hrd_desktop.core.kinds import CountryCode, ItemId, LanguageTag
from hrd_desktop.core.person import LanguageSkill, Person, Whereabouts
from hrd_desktop.core.staff import Review, StaffAnswer
from hrd_desktop.core.steps import Consent, Milestone
from hrd_desktop.core.work import Activity, Hrd, Incident, Output

ON = date(2026, 9, 15)
PACK_FOLDER: Path = resource("rules", "hrd-2023-07")
PACK: Pack = read_pack(PACK_FOLDER)

Change = Callable[[Case], object]

HOME, HOST, THIRD, CANADA = (CountryCode(code) for code in ("ER", "RW", "NO", "CA"))


def day(written: str) -> PartialDate:
    return PartialDate.parse(written)


def between(first: str, last: str) -> DateInfo:
    return DateInfo(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))


def person(id: str = "P1", relation: str = "principal", plan: str = "accompanying", born: str | None = "1990-05-05"):
    return Person(
        id=id,
        relation=relation,
        plan=plan,
        names=[Name(id=f"NM{id[1:]}", kind="document", family="Tesfirano", given="Welmika")],
        birth=Birth(date=day(born) if born else None, country=HOME),
    )


def child(born: str | None, *, plan: str = "accompanying", id: str = "P2", relation: str = "child") -> Person:
    made = person(id, relation, plan, born)
    made.parents = [Parent(id=f"PR{id[1:]}", person="P1", role="mother", kind="biological")]
    return made


def spouse(id: str = "P3", plan: str = "accompanying") -> Person:
    return person(id, "spouse", plan, "1991-01-20")


def wedding(id: str = "UN1", a: str = "P1", b: str | None = "P3", **keys) -> Union:
    told = {"kind": "civil_marriage", "status": "in_force", "start": day("2015-06-06"), "both_present": "yes", **keys}
    return Union(id=id, partner_a=a, partner_b=b, partner_b_name=None if b else "somebody", **told)


def consent(id: str = "CN1", person: str = "P1", **keys) -> Consent:
    told = {
        "decision": "given",
        "scopes": ["store", "share"],
        "recipients": ["unhcr", "ircc"],
        "signed_on": date(2026, 6, 1),
        "language": LanguageTag("ti"),
        **keys,
    }
    return Consent(id=id, person=person, **told)


def milestone(kind: str, written: str, state: str = "done", id: str = "MS9", person: str | None = None) -> Milestone:
    return Milestone(id=id, kind=kind, date=day(written), state=state, person=person)


def incident(id: str = "IN1", written: str = "2026-02", country: CountryCode = HOME, **keys) -> Incident:
    told = {"persons": ["P1"], "linked_to_work": "yes", **keys}
    return Incident(
        id=id, date=day(written), country=country, acts=["threat"], agents=["state"], description="A letter.", **told
    )


def status(kind: str = "unhcr_recognised", id: str = "ST1", person: str = "P1", **keys) -> HostStatus:
    return HostStatus(id=id, person=person, status=kind, **{"country": HOST, "granted_by": "unhcr", **keys})


def answer(item: str, result: str, person: str | None = None, id: str = "SA1", on: str = "2026-09-01") -> StaffAnswer:
    return StaffAnswer(
        id=id,
        item=ItemId(item),
        person=person,
        result=result,
        reason="Seen in the interview.",
        how_known="staff_judgement",
        answered_on=date.fromisoformat(on),
        answered_by="caseworker 3",
    )


def review(item: str, outcome: str = "cleared", person: str | None = None, id: str = "RV1", **keys) -> Review:
    told = {"capacity": "lawyer", "reviewed_on": date(2026, 9, 2), **keys}
    return Review(id=id, item=ItemId(item), person=person, reviewer="reviewer 1", outcome=outcome, **told)


def asked(person: Person) -> Person:
    """A person who was asked everything and answered no, with a life told month by month."""
    told = {key: Reply(answer="no") for key in "abcdefghijk"}
    person.background = Background(**told)
    person.further_answers = FurtherAnswers(**{spec.name: Reply(answer="no") for spec in fields(FurtherAnswers)})
    person.been_in_canada = "no"
    person.contacted_home_authorities = "no"
    person.none_declared = list(get_args(get_args(ListName)[0]))
    person.marital_status = "single"
    number = person.id[1:]
    person.addresses = [Address(id=f"AD{number}", start=day("2005"), ongoing=True, kind="home", country=HOST)]
    person.history = [History(id=f"HI{number}", start=day("2005"), ongoing=True, activity="work", country=HOST)]
    return person


def shown() -> Case:
    """One defender, alone, for whom every item of the pack is shown on ON."""
    defender = person()
    defender.nationalities = [
        Nationality(
            id="NA1",
            country=HOME,
            status="has",
            fear="yes",
            protection=Protection(sought="no", not_sought_reason="state_is_agent"),
        )
    ]
    defender.whereabouts = Whereabouts(status="known", country=HOST)
    defender.languages = [LanguageSkill(id="LA1", language=LanguageTag("ti"))]
    asked(defender)
    assert defender.background is not None
    defender.background.c = Reply(answer="yes", details="A decision of UNHCR.", countries=[HOST])
    return Case(
        code="HRD-2026-T1",
        opened_on=date(2026, 5, 4),
        stage="building",
        stream="hrd",
        refugee_class="convention_refugee_abroad",
        partner="unhcr",
        wants_permanent_resettlement="yes",
        principal="P1",
        persons=[defender],
        family_list=FamilyList(all_members_named="yes"),
        hrd=Hrd(
            works_as=["individual"],
            used_violence="no",
            called_for_violence="no",
            rights_fields=["civil"],
            activities=[Activity(id="AV1", start=day("2019-03"), description="Kept a list of the detained.")],
            outputs=[
                Output(id=f"OU{i}", kind="report", title=f"Report {i}", date=day(f"20{20 + i}-03")) for i in (1, 2, 3)
            ],
        ),
        incidents=[incident()],
        claim=Claim(
            grounds=["political_opinion"],
            narratives=[
                Narrative(id="NR1", person="P1", kind="claim", language=LanguageTag("en"), text="They came at night.")
            ],
            return_prospect="no",
            internal_flight=InternalFlight(could_live_elsewhere="no"),
        ),
        asylum=Asylum(
            host_country=HOST,
            statuses=[status()],
            conditions=Conditions(legal_stay="yes", route_to_permanent_status="no"),
            any_other_application="no",
        ),
        consents=[consent()],
        milestones=[milestone("flight_from_country", "2024-03-10", id="MS1")],
    )


def family() -> Case:
    """The same defender with a spouse (P3) and a child of ten (P2) who travel."""
    case = shown()
    small, partner = child("2016-04-04"), asked(spouse())
    small.parents.append(Parent(id="PR92", person="P3", role="father", kind="biological"))
    small.household = Household(with_principal="yes")
    partner.marital_status = case.persons[0].marital_status = "married"
    case.persons += [small, partner]
    case.unions = [wedding()]
    case.consents.append(consent("CN2", "P3"))
    return case


def run(case: Case, on: date = ON) -> Assessment:
    return assess(case, on, PACK)


def row(case: Case, item: str, person: str | None = None, on: date = ON) -> ItemResult:
    """The row of an item; fails if there is none or more than one."""
    (found,) = [one for one in run(case, on).items if (one.id, one.person) == (item, person)]
    return found


def reason(found: ItemResult) -> str:
    return found.why.key.rpartition(".")[2]


def alerts(case: Case, kind: str, on: date = ON) -> list[Alert]:
    return [alert for alert in run(case, on).alerts if alert.kind == kind]


def contradicted(case: Case, person_id: str = "P1") -> dict[str, tuple[str, ...]]:
    """Which contradictions (C01 to C16) stand about a person, each with the rows of both sides."""
    facts = Facts(case, ON, PACK.constants, PACK.partners)
    return {one.key: one.rows for one in contradictions(facts, facts.persons[person_id])}

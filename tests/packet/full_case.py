"""An invented case in which everything is recorded that the sheets for forms can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrd_desktop.core.background import (
    Address,
    Background,
    Government,
    History,
    Membership,
    Reply,
    Service,
)
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import HostStatus
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth, Document, Name, Nationality
from hrd_desktop.core.kin import Dependency, Parent, Union
from hrd_desktop.core.person import Contact, Education, EducationYears, LanguageSkill, Person, Whereabouts
from hrd_desktop.core.steps import Form, Representative
from tests.packet.paper import sample

day = PartialDate.parse


def full_person() -> Person:
    """A principal applicant who has more of some things than the form has rows."""
    return Person(
        id="P1",
        relation="principal",
        plan="accompanying",
        names=[
            Name(id="N1", kind="document", family="Tarrevosi", given="Lindanile Ama"),
            Name(id="N2", kind="previous", family="Umbelari", given="Lindanile"),
            Name(id="N3", kind="alias", full="Lindi of the harbour"),
            Name(id="N4", kind="native_script", full="ሊንዳኒሌ ታሬቮሲ"),
        ],
        sex_on_document="X",
        uci="1122-3344",
        eye_colour="green",
        height_cm=171,
        birth=Birth(date=day("1988-07"), city="Northern Harbour upon the Lesser River", country="SZ"),
        nationalities=[
            Nationality(id="NA1", country="SZ", status="has"),
            Nationality(id="NA2", country="ZA", status="claims"),
            Nationality(id="NA3", country="MZ", status="has"),
            Nationality(id="NA4", country="BW", status="lost"),
        ],
        documents=[
            Document(id="DO1", kind="passport", country="SZ", number="SZ1", issued_on=day("2010-01-02"),
                     expires_on=day("2020-01-01"), held="yes"),
            Document(id="DO2", kind="refugee_travel_document", country="MZ", number="MZ-777",
                     issued_on=day("2025-03-04"), expires_on=day("2028-03-03"), held="yes"),
            Document(id="DO3", kind="national_id", country="SZ", number="ID-55", issued_on=day("2006"),
                     expires_on=day("2030-05"), held="copy_only"),
        ],
        marital_status="married",
        marital_status_since=day("2015-06-07"),
        parents=[
            Parent(id="PR1", role="father", kind="biological", family="Tarrevosi", given="Okolo",
                   birth_date=day("1955"), birth_place="Siteki", birth_country="SZ", death_date=day("2011-08-01")),
            Parent(id="PR2", role="mother", kind="biological", family="Umbelari", given="Sanele",
                   birth_date=day("1960-02"), birth_place="Big Bend", birth_country="SZ"),
        ],
        whereabouts=Whereabouts(status="known", country="MZ", since=day("2024-03")),
        contact=Contact(email="relay@example.org", phone_country_code="258", phone="21 555 0199", phone_kind="mobile",
                        mailing_address="care of the partner office, Maputo"),
        education_level="master",
        education_years=EducationYears(elementary=7, secondary=5, university_or_college=4, trade_or_other=1),
        education=[Education(id="ED1", start=day("2006-01"), end=day("2009-12"), institution="Harbour College",
                             city="Manzini", country="SZ", certificate="Diploma", field_of_study="nursing")],
        languages=[LanguageSkill(id="LA1", language="ss", use="native")],
        official_ability="both",
        language_test="none so far",
        occupation="editor",
        intended_occupation="radio editor",
        addresses=[
            Address(id="AD1", start=day("2006"), end=day("2022-05"), kind="home", street="1 Rampart Street",
                    city="Manzini", district="Manzini", postal_code="M200", country="SZ"),
            Address(id="AD2", start=day("2022-05"), end=day("2023-06"), kind="home", street="2 Dock Road",
                    city="Durban", country="ZA"),
            Address(id="AD3", start=day("2023-06"), end=day("2024-03"), kind="home", street="3 Well Lane",
                    city="Lusaka", country="ZM"),
            Address(id="AD4", start=day("2024-03"), ongoing=True, kind="home", street="4 Mango Avenue", unit="5b",
                    city="Maputo", district="KaMpfumo", postal_code="1100", country="MZ"),
        ],
        history=[History(id="HI1", start=day("2010-01"), end=day("2022-05"), activity="work", title="editor",
                         employer="Harbour Radio", city="Manzini", status_there="citizen", country="SZ")],
        memberships=[Membership(id="ME1", start=day("2012"), ongoing=True, organisation="Union of Broadcast Workers",
                                kind="trade_union", role="delegate", city="Manzini", country="SZ", armed_wing="no")],
        government=[Government(id="GO1", start=day("2008-01"), end=day("2009-01"), country="SZ", level="local",
                               position="clerk", department="Town archive", activities="kept the register",
                               r16_post="none", security_sector="no")],
        service=[Service(id="SE1", kind="army", country="SZ", start=day("2006-02"), end=day("2006-12"),
                         branch="Engineers", unit="3rd company", commander="Major Ulukeme", ranks=["private"],
                         end_reason="discharged", senior="no", combat="no", combat_text="none seen")],
        background=Background(**{
            letter: Reply(answer="no", details=f"details of {letter}") for letter in "abcdefghijk"}),
    )  # fmt: skip


def full_case() -> Case:
    """The whole case: a spouse, a grown child, a past partner, a representative, and editions of forms."""
    spouse = Person(
        id="P2", relation="spouse", plan="accompanying", names=[Name(id="N5", kind="document", family="Ukwaze")],
        birth=Birth(date=day("1990"), date_info=DateInfo(calendar="hijri", original="1411"), country="MZ"),
    )  # fmt: skip
    child = Person(
        id="P3", relation="child", plan="non_accompanying", names=[Name(id="N6", kind="legal", full="Ayo Tarrevosi")],
        birth=Birth(date=day("2008-01-01"), office_default="yes"),
        dependency=Dependency(type2_claimed="declined"),
    )  # fmt: skip
    base = sample("s1")
    assert base.asylum is not None
    statuses = [
        HostStatus(id="HS1", person="P1", country="MZ", status="asylum_seeker", end=day("2025-03")),
        HostStatus(id="HS2", person="P1", country="MZ", status="refugee_recognised", end=day("2027-03")),
    ]
    return replace(
        base,
        persons=[full_person(), spouse, child],
        unions=[
            Union(id="U1", partner_a="P1", partner_b="P2", kind="civil_marriage", status="in_force"),
            Union(id="U2", partner_a="P1", partner_b_name="Bonga Marrelo", kind="civil_marriage", status="ended",
                  start=day("2009-03"), end=day("2012-04-05")),
        ],
        asylum=replace(base.asylum, statuses=statuses, applications=[]),
        relatives_in_canada=[],
        incidents=[],
        consents=[],
        evidence=[],
        journey=[],
        interview_language="ss",
        interpreter_needed="no",
        representative=Representative(
            family="Osunde", given="Hale", organisation="Harbour Law", postal_address="9 Mole Street", phone="555 0101",
            fax="555 0102", email="law@example.org", paid="yes", body="law_society", membership_number="LS-77",
            appointed_on=date(2026, 3, 4)),
        forms=[
            Form(id="F1", form="imm_0008", person="P1", edition="03-2024 E", status="draft"),
            Form(id="F2", form="imm_5669", person="P1", status="draft"),
            Form(id="F3", form="imm_0008_schedule_2", status="draft"),
        ],
    )  # fmt: skip

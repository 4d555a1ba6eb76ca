"""Generated cases for measuring: the same for the same number, on any machine. Everybody in them is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random

from hrd_desktop.core.background import Address, Background, History, Reply
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Asylum, Claim, HostStatus, Narrative
from hrd_desktop.core.codes import Relation, Stage
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Birth, Document, Name, Nationality, Protection
from hrd_desktop.core.kin import FamilyList, Parent, Union
from hrd_desktop.core.kinds import CountryCode, LanguageTag
from hrd_desktop.core.person import LanguageSkill, Person, Whereabouts
from hrd_desktop.core.staff import JournalEntry
from hrd_desktop.core.steps import Consent, Milestone
from hrd_desktop.core.work import Activity, Hrd, Incident, Output, Referee
from tests.bench.names import CULTURES, Culture, written

_STAGES: tuple[Stage, ...] = ("intake", "prescreen", "building", "review", "submitted_to_partner", "referred", "closed")
_HOSTS = ("KE", "TR", "TH", "MY", "LB", "GE")
_SENTENCES = (
    "Two letters were pushed under the door after the public meeting.",
    "The office was searched for three hours and the computers were carried away.",
    "A man who did not give his name asked neighbours where the children go to school.",
    "The hearing was put off four times and the lawyer was not let in.",
    "Colleagues who stayed behind were questioned about the interviews.",
    "The report on the land dispute was printed in the capital and read out on the radio.",
)


def caseload(number: int) -> Iterator[Case]:
    """So many cases of about four persons and eighty objects."""
    for i in range(number):
        yield _Maker(Random(i)).case(f"GEN-{i:05}", incidents=3, sentences=3)


def big_case(incidents: int = 120) -> Case:
    """One long case: so many dated incidents, activities and outputs, and narratives of several pages."""
    return _Maker(Random(incidents)).case("GEN-BIG", incidents=incidents, sentences=40)


class _Maker:
    """Makes one case; ids are counted per prefix."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._numbers: dict[str, Iterator[int]] = {}
        self._culture: Culture = random.choice(CULTURES)
        self._home = CountryCode(random.choice(self._culture.countries))
        self._host = CountryCode(random.choice(_HOSTS))

    def _id(self, prefix: str) -> str:
        return f"{prefix}{next(self._numbers.setdefault(prefix, count(1)))}"

    def _day(self, first: int, last: int) -> date:
        return date(first, 1, 1) + timedelta(days=self._random.randrange((last - first + 1) * 365))

    def _partial(self, first: int, last: int) -> PartialDate:
        day = PartialDate.of(self._day(first, last))
        return self._random.choice([day, PartialDate(day.year, day.month), PartialDate(day.year)])

    def _text(self, sentences: int) -> str:
        paragraphs = range(max(1, sentences // 5))
        return "\n\n".join(" ".join(self._random.choices(_SENTENCES, k=min(5, sentences))) for _ in paragraphs)

    def case(self, code: str, *, incidents: int, sentences: int) -> Case:
        family = written(self._culture, self._random)
        relations: list[Relation] = ["principal", "spouse", *["child"] * self._random.choice([0, 1, 2, 2, 3, 4])]
        persons = [self._person(relation, family) for relation in relations]
        opened = self._day(2024, 2025)
        return Case(
            code=code,
            alias=f"File {self._random.randrange(1000)}",
            opened_on=opened,
            stage=self._random.choice(_STAGES),
            stream="hrd",
            principal="P1",
            persons=persons,
            family_list=FamilyList(all_members_named="yes", confirmed_on=opened, signed=self._random.random() < 0.7),
            unions=[self._union()],
            hrd=self._hrd(incidents, sentences),
            incidents=[self._incident(sentences) for _ in range(incidents)],
            claim=self._claim(sentences),
            asylum=self._asylum(persons),
            consents=[self._consent(opened)],
            milestones=[
                Milestone(id=self._id("M"), kind="flight_from_country", date=self._partial(2020, 2023), state="done"),
                Milestone(id=self._id("M"), kind="first_contact", date=PartialDate.of(opened), state="done"),
            ],
            evidence=[self._evidence(n) for n in range(1, 4 + incidents // 4)],
            journal=[JournalEntry(id=self._id("J"), on=opened, by="R. Ostrava", text="First talk, with interpreter.")],
        )

    def _person(self, relation: Relation, family: tuple[str, str]) -> Person:
        grown = relation in ("principal", "spouse")
        birth = self._partial(1965, 1998) if grown else self._partial(2008, 2022)
        person = Person(
            id=self._id("P"),
            relation=relation,
            plan="accompanying" if relation == "principal" or self._random.random() < 0.9 else "non_accompanying",
            names=self._names(family),
            birth=Birth(date=birth, date_info=self._story(birth), city="Old Port", country=self._home),
            nationalities=[self._nationality()],
            documents=[Document(id=self._id("D"), kind="passport", country=self._home, held="yes", number="X00 41")],
            whereabouts=Whereabouts(status="known", country=self._host, since=self._partial(2022, 2023)),
        )
        if grown:
            person.languages = [
                LanguageSkill(id=self._id("L"), language=LanguageTag(self._culture.language), use="native")
            ]
            person.addresses = self._addresses()
            person.history = [self._history(year) for year in range(2010, 2022, 4)]
            person.background = Background(a=Reply(answer="no"), b=Reply(answer="no"), j=Reply(answer="declined"))
            person.none_declared = ["service", "returns", "convictions"]
        else:
            person.parents = [Parent(id=self._id("PA"), person="P1", role="other", kind="biological", status="alive")]
        return person

    def _names(self, family: tuple[str, str]) -> list[Name]:
        given = written(self._culture, self._random)
        names = [Name(id=self._id("N"), kind="document", family=family[0], given=given[0], script="Latn")]
        if self._culture.script != "Latn":
            native = Name(id=self._id("N"), kind="native_script", family=family[1], given=given[1])
            native.script = self._culture.script
            names.append(native)
        return names

    def _story(self, written_date: PartialDate) -> DateInfo | None:
        if written_date.complete:
            return None
        return DateInfo(calendar="hijri", estimated=True, earliest=written_date.first, latest=written_date.last)

    def _nationality(self) -> Nationality:
        protection = Protection(sought="no", not_sought_reason="state_is_agent")
        return Nationality(id=self._id("NA"), country=self._home, status="has", fear="yes", protection=protection)

    def _addresses(self) -> list[Address]:
        left = self._partial(2021, 2021)
        return [
            Address(
                id=self._id("AD"), start=PartialDate(2009), end=left, kind="home", city="Old Port", country=self._home
            ),
            Address(id=self._id("AD"), start=left, ongoing=True, kind="shelter", city="Hill Town", country=self._host),
        ]

    def _history(self, year: int) -> History:
        start, end = PartialDate(year), PartialDate(year + 4)
        return History(id=self._id("HI"), start=start, end=end, activity="work", title="Teacher", country=self._home)

    def _union(self) -> Union:
        start = self._partial(1999, 2006)
        return Union(
            id=self._id("U"), partner_a="P1", partner_b="P2", kind="civil_marriage", status="in_force", start=start
        )

    def _hrd(self, rows: int, sentences: int) -> Hrd:
        return Hrd(
            summary=self._text(sentences),
            kinds_of_work=["documenting_violations", "legal_aid"],
            works_as=["organisation"],
            rights_fields=["civil", "economic"],
            groups=["women", "indigenous_peoples"],
            activities=[
                Activity(id=self._id("AC"), start=self._partial(2008, 2012), description=self._text(sentences // 2))
                for _ in range(1 + rows // 2)
            ],
            outputs=[
                Output(id=self._id("O"), kind="report", title=f"Report {n}", date=self._partial(2012, 2019), count=n)
                for n in range(1, 2 + rows // 2)
            ],
            referees=[Referee(id=self._id("RE"), name=written(self._culture, self._random)[0], independent="yes")],
        )

    def _incident(self, sentences: int) -> Incident:
        return Incident(
            id=self._id("IN"),
            date=self._partial(2015, 2021),
            persons=["P1", "P2"] if self._random.random() < 0.3 else ["P1"],
            place="Old Port",
            country=self._home,
            acts=self._random.sample(["threat", "surveillance", "raid", "smear", "detention"], k=2),  # type: ignore[arg-type]  # codes
            agents=["state"],
            description=self._text(max(1, sentences // 3)),
            linked_to_work="yes",
        )

    def _claim(self, sentences: int) -> Claim:
        text, language = self._text(sentences * 4), LanguageTag("en")
        return Claim(
            grounds=["political_opinion"],
            narratives=[
                Narrative(id=self._id("NR"), person="P1", kind="claim", language=language, text=text),
                Narrative(id=self._id("NR"), person="P1", kind="resettlement_need", language=language, text=text),
            ],
            harm_feared=["detention", "torture"],
            feared_agents=["state"],
            why_now=self._text(sentences),
        )

    def _asylum(self, persons: list[Person]) -> Asylum:
        statuses = [
            HostStatus(id=self._id("HS"), person=person.id, country=self._host, status="unhcr_registered")
            for person in persons
        ]
        return Asylum(host_country=self._host, statuses=statuses, any_other_application="no")

    def _consent(self, signed: date) -> Consent:
        return Consent(
            id=self._id("CO"),
            person="P1",
            decision="given",
            scopes=["store", "share"],
            recipients=["own_organisation", "unhcr"],
            signed_on=signed,
        )

    def _evidence(self, number: int) -> Evidence:
        title = f"Letter {number} of the county court"
        return Evidence(
            id=self._id("EV"), title=title, kind="court_paper", pages=2, person="P1", supports=["P1", "IN1"]
        )

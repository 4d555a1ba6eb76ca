"""A small invented case for the tests of places."""

from __future__ import annotations

from datetime import date

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, BirthAlias, Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.work import Hrd


def a_case() -> Case:
    second = Person(
        id="P2",
        relation="child",
        plan="accompanying",
        names=[Name(id="N2", kind="document", family="Ovaleni", given="Sirrame")],
        birth=Birth(date=PartialDate(2012), aliases=[BirthAlias(id="BA1", date=PartialDate(2011))]),
    )
    first = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="legal", family="Ovaleni")]
    )
    return Case(
        code="HRD-2026-T1",
        opened_on=date(2026, 5, 4),
        stage="intake",
        stream="hrd",
        principal="P1",
        persons=[first, second],
        hrd=Hrd(),
    )

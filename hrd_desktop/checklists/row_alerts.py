"""Alerts that follow from rows: papers that end, and each pair of facts that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrd_desktop.checklists.alert_making import Maker
from hrd_desktop.checklists.contradictions import KEYS
from hrd_desktop.checklists.facts import Facts, span
from hrd_desktop.checklists.message import Coded, Country, Param, Row, Unknown, rows
from hrd_desktop.checklists.procedure import certificate_until, lasting_papers
from hrd_desktop.checklists.results import Alert, ItemResult, Part
from hrd_desktop.core.person import Person

_GAPS = {"C09": "person", "C10": "person status rows", "C12": "person age rows", "C16": "person rows obligation"}
_NO_UNION = "contradiction_C10_none"

CONTRADICTION_TEXTS = {
    **{f"contradiction_{key}": _GAPS.get(key, "person rows") for key in KEYS},
    _NO_UNION: "person status",
}
"""A sentence for each contradiction, and the facts in it."""


def of_rows(facts: Facts, maker: Maker, items: Sequence[ItemResult]) -> Iterator[Alert]:
    """The alerts of the rows of one assessment."""
    for item in items:
        person = facts.persons.get(item.person or "")
        if person is None:
            continue
        if item.id == "A40":
            for part in item.parts:
                yield _contradiction(facts, maker, person, part)
        elif item.id == "P-IME4":
            until = certificate_until(facts, person)
            yield maker.make("medical_expiry", person.id, until, rows=item.rows)
        elif item.id == "P-ID1" and item.result == "MET":
            yield from _papers(facts, maker, person)


def _papers(facts: Facts, maker: Maker, person: Person) -> Iterator[Alert]:
    """Travel papers that end within the time of notice, by the earlier reading of their last day."""
    for row in lasting_papers(facts, person):
        assert row.expires_on is not None
        day = span(row.expires_on, row.expires_on_info).first
        if (day - facts.on).days <= facts.constants.document_expiry_notice_days:
            told: dict[str, Param] = {
                "row": Row(row.id),
                "kind": Coded("document_kind", row.kind),
                "country": Country(row.country),
            }
            yield maker.make("document_expiry", person.id, day, rows=(row.id,), told=told)


def _contradiction(facts: Facts, maker: Maker, person: Person, part: Part) -> Alert:
    ids = [one for one in part.rows if "." not in one]
    text = _NO_UNION if part.key == "C10" and not ids else f"contradiction_{part.key}"
    known: dict[str, Param] = {
        "rows": rows(ids),
        "age": facts.constants.parent_older_years,
        "status": _coded("marital_status", person.marital_status),
        "obligation": _coded("military_obligation", person.military_obligation),
    }
    told = {gap: known[gap] for gap in CONTRADICTION_TEXTS[text].split() if gap != "person"}
    return maker.make("contradiction", person.id, rows=part.rows, told=told, text=text)


def _coded(list_name: str, code: str | None) -> Param:
    return Unknown() if code is None else Coded(list_name, code)

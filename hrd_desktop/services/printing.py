"""An assessment, and what other rules make of it, as lines of text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hrd_desktop.checklists.compare import Comparison, constants_that_differ
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Assessment, ItemResult
from hrd_desktop.services import checking, findings
from hrd_desktop.wording import Wording


def check_lines(assessment: Assessment, words: Wording) -> Iterator[str]:
    """The headline, then one line an item: result, item, person, title, reason, provision; then what to ask next."""
    pack = checking.pack_of(assessment)
    yield f"{assessment.case_code}: {words.result('headline', assessment.headline)}"
    yield words.text("check_under", pack=pack.id, version=pack.version, day=words.day(assessment.on))
    for item in assessment.items:
        who = f" {item.person}" if item.person else ""
        yield ""
        yield f"{item.id}{who}  {findings.standing(item, words)}  {pack.title(item.id, words.lang)}"
        why = checking.sentence(item.why, assessment.on, words, pack)
        yield f"    {why} [{pack.citation(item.citation, words.lang)}]"
    if assessment.ask_next:
        yield ""
        yield words.text("ask_next")
        for ask in assessment.ask_next:
            yield f"  - {checking.sentence(ask.question, assessment.on, words, pack)}"


def compare_lines(found: Comparison, words: Wording) -> Iterator[str]:
    """What changes for one case under other rules: the headline, then each row with result and reason of both."""
    a, b = found.pack_a, found.pack_b
    yield words.text("compare_title", case=found.case_code, day=words.day(found.on), a=a.id, b=b.id)
    first, second = words.result("headline", found.headline_a), words.result("headline", found.headline_b)
    if found.headline_a == found.headline_b:
        yield words.text("compare_headline_same", a=first)
    else:
        yield words.text("compare_headline", a=first, b=second)
    if not found.items:
        yield words.text("compare_same")
    for row in found.items:
        held = a if row.a is not None else b
        who = f"{row.id} {row.person}" if row.person else row.id
        yield f"{who}  {held.title(row.id, words.lang)}"
        yield "    " + side_line(row.a, a, found.on, words)
        yield "    " + side_line(row.b, b, found.on, words)


def side_line(row: ItemResult | None, pack: Pack, on: date, words: Wording) -> str:
    """What one pack says of a row: result, weight and reason in its own words."""
    if row is None:
        return words.text("compare_side_none", pack=pack.id)
    why = " ".join(checking.sentence(message, on, words, pack) for message in (*row.decided, row.why))
    result = findings.standing(row, words)
    if row.severity is None:
        return words.text("compare_side_clear", pack=pack.id, result=result, why=why)
    severity = words.result("severity", row.severity)
    return words.text("compare_side", pack=pack.id, result=result, severity=severity, why=why)


def pack_lines(a: Pack, b: Pack, on: date, words: Wording) -> Iterator[str]:
    """What two packs themselves set otherwise: items, partners, numbers, places of the year."""
    for pack, other in ((a, b), (b, a)):
        items = [item for item in pack.items if item not in other.items]
        if items:
            yield words.text("compare_only", pack=pack.id, items=", ".join(items))
        partners = [words.code("partner", one) for one in pack.partners if one not in other.partners]
        if partners:
            yield words.text("compare_partners", pack=pack.id, partners=words.join(partners))
    for change in constants_that_differ(a, b):
        name = words.number(change.name)
        yield words.text("compare_number", name=name, a=_number(change.a), b=_number(change.b))
    first, second = a.places_per_year(on.year), b.places_per_year(on.year)
    if first != second:
        unknown = words.text("places_unknown")
        said = [unknown if one is None else str(one) for one in (first, second)]
        yield words.text("compare_places", year=on.year, a=said[0], b=said[1])


def _number(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

"""Part 1: the case on one page, with the dates that will not wait."""

from __future__ import annotations

from datetime import date

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import Span, add_months, anniversary, day_before, possibly_reached, span_of, surely_reached
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Column, fact, heading, paragraph, section, table
from hrd_desktop.packet.flow import Strip

_CHILDREN = ("child", "child_of_partner", "grandchild")
_REFERRED = ("referral_signed_by_partner", "referral_sent_to_ircc", "referral_received_by_ircc")
_KEY_DATES = ("flight_from_country", "entry_to_host", "status_recognition")
_CHILD_UNTIL, _COUNTDOWN_FROM = 22, 20
_SOON_MONTHS = 12


def summary(author: Author) -> list[Strip]:
    """Priority, categories, countries, persons, flags and dates."""
    case = author.case
    strips = section(*author.part("summary"))
    strips += author.facts(case, "code", "partner", "partner_reference", "priority")
    strips += _categories(author)
    strips += author.facts(case, "refugee_class")
    strips += _countries(author)
    if case.hrd is not None:
        strips += author.facts(case.hrd, "heightened_risk")
    strips += author.facts(
        case,
        "intended_province",
        "intended_city",
        "correspondence_language",
        "interview_language",
        "interpreter_needed",
    )
    for milestone in case.milestones:
        if milestone.kind in _KEY_DATES and milestone.state == "done" and milestone.person is None:
            strips += fact(author.value(milestone, "kind"), author.value(milestone, "date"))
    strips += _persons(author) + _urgent(author)
    if outward.held_apart(case):
        strips += paragraph(author.text("held_apart"), gap=12)
    return strips


def _categories(author: Author) -> list[Strip]:
    """The first category is the primary one."""
    told = [
        author.text(key, category=author.words.code("category", code))
        for key, code in zip(("category_first", "category_second"), author.case.submission_categories, strict=False)
    ]
    return fact(author.label(author.case, "submission_categories"), "\n".join(told)) if told else []


def _countries(author: Author) -> list[Strip]:
    case = author.case
    principal = next(person for person in case.persons if person.id == case.principal)
    held = [author.country(n) for n in principal.nationalities if n.status in ("has", "claims") and n.country]
    strips = fact(author.text("summary_nationality"), author.words.join(held)) if held else []
    homes = [author.country(home) for home in principal.habitual_residences]
    strips += fact(author.text("summary_former_home"), author.words.join(homes)) if homes else []
    if case.asylum is not None and case.asylum.host_country:
        strips += fact(author.text("summary_asylum"), author.value(case.asylum, "host_country"))
    return strips


def _persons(author: Author) -> list[Strip]:
    rows = []
    for person in outward.persons_of_the_packet(author.case):
        written = outward.birth_date(person.birth)[0] if person.birth else None
        born = author.words.partial(written) if written else ""
        rows.append(
            [person.id, outward.called(person), author.value(person, "relation"), born, author.value(person, "plan")]
        )
    heads = ("summary_id", "summary_person", "others_relation", "birth_date", "summary_plan")
    columns = [Column(author.text(h), s) for h, s in zip(heads, (8, 38, 26, 24, 30), strict=True)]
    return heading(author.text("summary_persons"), gap=12) + table(columns, rows, gap=2)


def urgent_dates(case: Case, on: date) -> list[tuple[date, str, str]]:
    """Days that come near: (day, key of the text that says what, person id).

    For a child of 20 or 21 the last day on which a referral still counts them as under 22 (R 25.1(7), IA s. 30), read
    from the earliest possible birth date; statuses and papers that end within twelve months.
    """
    found: list[tuple[date, str, str]] = []
    referred = any(m.kind in _REFERRED and m.state == "done" for m in case.milestones)
    soon = add_months(on, _SOON_MONTHS)
    for person in outward.persons_of_the_packet(case):
        born = span_of(person.birth.date, person.birth.date_info) if person.birth else None
        if born is not None and person.relation in _CHILDREN and not referred and _turns_22_soon(born, on):
            last = day_before(anniversary(born.first, _CHILD_UNTIL))
            found.append((last, "urgent_child" if born.exact else "urgent_child_range", person.id))
        for paper in person.documents:
            ends = span_of(paper.expires_on, paper.expires_on_info)
            if ends is not None and paper.held == "yes" and on <= ends.first <= soon:
                found.append((ends.first, "urgent_paper", person.id))
    for status in case.asylum.statuses if case.asylum is not None else []:
        ends = span_of(status.end, status.end_info)
        if ends is not None and on <= ends.first <= soon:
            found.append((ends.first, "urgent_status", status.person))
    return sorted(found)


def _turns_22_soon(born: Span, on: date) -> bool:
    return possibly_reached(_COUNTDOWN_FROM, born, on) and not surely_reached(_CHILD_UNTIL, born, on)


def _urgent(author: Author) -> list[Strip]:
    dates = urgent_dates(author.case, author.options.on)
    if not dates:
        return []
    columns = [Column(author.text(h), s) for h, s in zip(
        ("urgent_day", "urgent_person", "urgent_what"), (26, 34, 60), strict=True)]  # fmt: skip
    rows = [
        [author.words.day(day), joined(who, author.person(who), by=" "), author.text(key)] for day, key, who in dates
    ]
    return heading(author.text("urgent_title"), gap=12) + table(columns, rows, gap=2)

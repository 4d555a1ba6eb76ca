"""Part 2: everyone who is listed, one block each, and the relatives who are no part of the application."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hrd_desktop.core.identity import Document, Nationality
from hrd_desktop.core.person import Person
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, Column, beside, fact, heading, lead, line, section, subheading, table
from hrd_desktop.packet.flow import Anchor, Picture, Strip
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import BLOCK_WIDTH, MM, SUBTITLE

_PHOTO_WIDTH, _PHOTO_HEIGHT, _PHOTO_GAP = 50 * MM, 70 * MM, 14.0


def persons(author: Author) -> list[Strip]:
    """Every person block, then other relatives and relatives in Canada."""
    strips = section(*author.part("persons"))
    for person in outward.persons_of_the_packet(author.case):
        strips += _block(author, person)
    strips += _other_relatives(author)
    strips += _relatives_in_canada(author)
    return strips


def bookmark(author: Author, person: Person) -> str:
    """How bookmarks call a person: never by name."""
    relation = author.words.code("relation", person.relation)
    return author.text("person_bookmark", id=person.id, relation=relation)


def _block(author: Author, person: Person) -> list[Strip]:
    anchor = Anchor(f"person-{person.id}", bookmark(author, person), 1)
    strips = heading(author.text("person_heading", id=person.id, name=outward.called(person)), anchor=anchor)
    native = outward.native_name(person)
    if native is not None and native != outward.called(person):
        strips += line(native, SUBTITLE)
    strips += _facts(author, person)
    # A block does not begin with a line or two at the foot of a page.
    strips = [replace(strip, keep=True) for strip in strips[:6]] + strips[6:]
    if person.plan == "linked_case":
        # The rest stands in the packet of their own case.
        return strips
    return strips + _papers(author, person)


def _facts(author: Author, person: Person) -> list[Strip]:
    """The facts, as many of them beside the photograph as it is high, where there is one."""
    wide = list(_groups(author, person, BLOCK_WIDTH))
    photograph = author.portrait(person.id) if person.plan != "linked_case" else None
    if photograph is None:
        return [strip for group in wide for strip in group]
    picture = _picture(author, person, photograph)
    first: list[Strip] = []
    taken = 0
    for group in _groups(author, person, BLOCK_WIDTH - _PHOTO_WIDTH - _PHOTO_GAP):
        if sum(strip.gap + strip.height for strip in first) >= picture.height:
            break
        first += group
        taken += 1
    return [*beside(first, picture), *(strip for group in wide[taken:] for strip in group)]


def _groups(author: Author, person: Person, room: float) -> Iterator[list[Strip]]:
    """Facts in their order, those that belong together in one, in so much width."""
    yield author.facts(person, "relation", "plan", "linked_case_code", room=room)
    yield _names(author, person, room)
    yield author.facts(person, "sex_on_document", room=room)
    yield _birth(author, person, room)
    if person.plan == "linked_case":
        return
    for nationality in person.nationalities:
        yield fact(author.words.object("nationality"), _nationality(author, nationality), room=room)
    yield _statelessness(author, person, room)
    if person.ethnicity and outward.ethnicity_may_be_told(author.case):
        yield author.facts(person, "ethnicity", room=room)
    if person.religion and outward.religion_may_be_told(author.case):
        yield author.facts(person, "religion", room=room)
    yield _marital_status(author, person, room)
    yield _languages(author, person, room)
    yield author.facts(person, "occupation", room=room)
    yield author.facts(person, "education_level", room=room)
    yield _whereabouts(author, person, room)


def _picture(author: Author, person: Person, photograph: Prepared) -> Picture:
    """As large as the papers want it, at the right; one of other proportions is not cut. Its words name no feature."""
    scale = min(_PHOTO_WIDTH / photograph.width, _PHOTO_HEIGHT / photograph.height)
    width, height = photograph.width * scale, photograph.height * scale
    of = Element("Figure", told=author.text("portrait_figure", id=person.id))
    return Picture(BLOCK_WIDTH - width, 4, width, height, photograph, of)


def _names(author: Author, person: Person, room: float) -> list[Strip]:
    strips: list[Strip] = []
    for name in outward.names(person):
        parts = [joined(author.label(name, part), value, by=author.text("colon")) for part, value in (
            ("family", name.family), ("given", name.given), ("full", name.full)) if value]  # fmt: skip
        when = author.period(name)
        strips += fact(
            author.words.code("name_kind", name.kind), "\n".join([*parts, when] if when else parts), room=room
        )
    return strips


def _birth(author: Author, person: Person, room: float) -> list[Strip]:
    birth = person.birth
    if birth is None:
        return []
    written, info = outward.birth_date(birth)
    strips: list[Strip] = []
    if written is not None:
        told = author.dated(written, info)
        if not written.complete:
            told += "\n" + author.text("birth_year_only" if written.month is None else "birth_month_only")
        strips += fact(author.text("birth_date"), told, room=room)
    for alias in birth.aliases:
        told = author.value(alias, "date")
        paper = next((d for d in person.documents if d.id == alias.source_document), None)
        if paper is not None:
            told += f" ({author.words.code('document_kind', paper.kind)})"
        strips += fact(author.text("birth_other_date"), told, room=room)
    place = joined(birth.city, birth.district, author.country(birth))
    return strips + (fact(author.text("birth_place"), place, room=room) if place else [])


def _nationality(author: Author, nationality: Nationality) -> str:
    country = author.country(nationality) or author.text("country_unknown")
    told = [joined(country, author.value(nationality, "status"), by=author.text("dash"))]
    told.append(joined(author.value(nationality, "basis"), author.period(nationality)))
    return "\n".join(line for line in told if line)


def _statelessness(author: Author, person: Person, room: float) -> list[Strip]:
    strips: list[Strip] = []
    if person.stateless:
        strips += author.facts(person.stateless, "claimed", "determined_by", "determined_on", room=room)
    for home in person.habitual_residences:
        told = joined(author.country(home), author.period(home), author.value(home, "standing"), home.legal_status)
        strips += fact(author.words.object("habitual_residence"), told, room=room)
    return strips


def _marital_status(author: Author, person: Person, room: float) -> list[Strip]:
    if person.marital_status is None:
        return []
    told = joined(author.value(person, "marital_status"), author.since(person, "marital_status_since"))
    return fact(author.label(person, "marital_status"), told, room=room)


def _languages(author: Author, person: Person, room: float) -> list[Strip]:
    told = []
    for skill in person.languages:
        about = (author.value(skill, "use"), author.value(skill, "level"))
        told.append(joined(author.words.language(skill.language), *about, by=author.text("dash")))
    return fact(author.label(person, "languages"), "\n".join(told), room=room) if told else []


def _whereabouts(author: Author, person: Person, room: float) -> list[Strip]:
    told = where_is(author, person)
    return fact(author.label(person, "whereabouts"), told, room=room) if told else []


def where_is(author: Author, person: Person) -> str:
    """Where somebody is, since when, and when they were last heard of."""
    where = person.whereabouts
    if where is None:
        return ""
    # The place of someone in hiding is not written down where it can be lost.
    place = where.place if where.in_hiding != "yes" else None
    told = joined(author.value(where, "status"), joined(place, author.country(where)), by=author.text("dash"))
    seen = author.value(where, "last_contact")
    lines = [told, author.since(where, "since"), author.text("last_contact", day=seen) if seen else ""]
    return "\n".join(line for line in lines if line)


def _papers(author: Author, person: Person) -> list[Strip]:
    if not person.documents:
        return []
    heads = ("papers_paper", "papers_number", "papers_dates", "papers_held", "papers_printed")
    columns = [Column(author.text(h), s) for h, s in zip(heads, (27, 18, 29, 17, 24), strict=True)]
    return subheading(author.text("papers_title")) + table(
        columns, [_paper(author, d) for d in person.documents], gap=2
    )


def _paper(author: Author, paper: Document) -> list[Cell]:
    kind = lead(author.value(paper, "kind"), joined(author.country(paper), paper.authority))
    issued, expires = author.value(paper, "issued_on"), author.value(paper, "expires_on")
    dates = [
        author.text("issued", day=issued) if issued else "",
        author.text("expires", day=expires) if expires else "",
    ]
    printed = [paper.name_as_printed or "", paper.birth_date_as_printed or ""]
    return [kind, paper.number or "", "\n".join(dates), author.value(paper, "held"), "\n".join(printed)]


def _other_relatives(author: Author) -> list[Strip]:
    others = outward.other_relatives(author.case)
    if not others:
        return []
    title = author.text("others_title")
    rows: list[list[Cell]] = []
    for person in others:
        birth = person.birth
        written, info = outward.birth_date(birth) if birth else (None, None)
        where = person.whereabouts
        status = joined(author.value(where, "status"), author.country(where)) if where else ""
        rows.append(
            [
                lead(outward.called(person), outward.native_name(person) or ""),
                author.value(person, "relation"),
                author.dated(written, info) if written else "",
                status,
            ]
        )
    heads = ("others_name", "others_relation", "birth_date", "others_where")
    columns = [Column(author.text(h), s) for h, s in zip(heads, (35, 22, 22, 30), strict=True)]
    return heading(title, anchor=Anchor("others", title, 1)) + table(columns, rows)


def _relatives_in_canada(author: Author) -> list[Strip]:
    relatives = author.case.relatives_in_canada
    if not relatives:
        return []
    title = author.words.object("relative_in_canada", 2)
    columns = [Column(author.label(relatives[0], name), share) for name, share in (
        ("of", 25), ("relation", 20), ("name", 25), ("city", 25), ("status", 20))]  # fmt: skip
    rows = [
        [author.person(r.of), r.relation, r.name or "", joined(r.city, author.value(r, "province")), r.status or ""]
        for r in relatives
    ]
    return heading(title, anchor=Anchor("in-canada", title, 1)) + table(columns, rows)

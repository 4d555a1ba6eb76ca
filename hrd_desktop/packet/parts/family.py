"""Who belongs to whom: the family as a drawing, unions, parents, custody, and members who do not travel along."""

from __future__ import annotations

from dataclasses import replace

from hrd_desktop.core.family_tree import Box, Tree, layout
from hrd_desktop.core.kin import Custody, Dependency, Parent, Union
from hrd_desktop.core.person import Person
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.chart import Told, chart, key_to_lines
from hrd_desktop.packet.compose import Cell, fact, heading, lead, paragraph, section, subheading, table
from hrd_desktop.packet.flow import Anchor, Drawing, Strip
from hrd_desktop.packet.parts.persons import where_is
from hrd_desktop.packet.styles import SMALL
from hrd_desktop.wording.family import box_text, line_title, links_of

_HERE = (None, "known")


def family(author: Author) -> list[Strip]:
    """The drawing, then everything it cannot say."""
    strips = section(*author.part("family"))
    if author.case.family_list is not None:
        strips += author.facts(author.case.family_list, "all_members_named", "confirmed_on", "signed")
    drawn = _chart(author)
    told = _unions(author) + _parents(author) + _custody(author) + _dependence(author)
    told += _elsewhere(author) + _linked(author)
    # A drawing that fills a page of its own would leave the first one empty.
    return strips + (told + drawn if _is_turned(drawn) else drawn + told)


def _is_turned(strips: list[Strip]) -> bool:
    return any(isinstance(mark, Drawing) and mark.quarter for strip in strips for mark in strip.marks)


def _titled(author: Author, key: str) -> list[Strip]:
    title = author.text(f"{key}_title")
    return heading(title, anchor=Anchor(key, title, 1))


def _members(author: Author) -> list[Person]:
    """Those of whom this packet tells: who has a case of their own is told of there."""
    return [p for p in outward.persons_of_the_packet(author.case) if p.plan != "linked_case"]


def _chart(author: Author) -> list[Strip]:
    tree = layout(author.case, author.options.on)
    told = {box.key: _told(author, tree, box) for box in tree.boxes}
    pieces = chart(
        tree,
        told,
        lambda said: author.text("chart_figure", told=said),
        lambda number, count: author.text("chart_part", number=number, count=count),
    )
    strips = _titled(author, "chart")
    strips += paragraph(author.text("chart_note", day=author.words.day(author.options.on)), SMALL, gap=2)
    strips[-1] = replace(strips[-1], keep=True)
    for words, piece in pieces:
        if words:
            strips += [replace(strip, keep=True) for strip in paragraph(words, SMALL, gap=8)]
        strips.append(piece)
    styles = {(line.style, line.kind == "couple"): line_title(line.style, author.words) for line in tree.lines}
    if styles:
        names = author.words.join(list(dict.fromkeys(styles.values())))
        strips[-1] = replace(strips[-1], keep=True)
        found = [(style, name, couple) for (style, couple), name in styles.items()]
        strips.append(key_to_lines(found, author.text("chart_key", names=names)))
    return strips


def _told(author: Author, tree: Tree, box: Box) -> Told:
    """What a box says: names as the packet writes them, and no more than it tells elsewhere."""

    def called(key: str) -> str:
        other = tree.box(key)
        if other is None or other.kind == "person":
            return author.person(key)
        return _name_of(author, other) or box_text(other, author.words, author.person).title

    text = box_text(box, author.words, author.person, _name_of(author, box))
    lines = [line for _, line in text.lines]
    if box.person is not None and box.relation is not None:
        lines.insert(0, joined(box.person, author.words.code("relation", box.relation), by=author.text("dash")))
    ties = links_of(tree, box.key, author.words, called)
    return Told(text.title, lines, "; ".join([text.title, *lines, *ties]) + ".")


def _name_of(author: Author, box: Box) -> str:
    """The name of somebody who is known by a parent row or a union only."""
    for person in author.case.persons:
        for parent in person.parents:
            if parent.id in box.rows:
                return joined(parent.given, parent.family, by=" ")
    return next((union.partner_b_name or "" for union in author.case.unions if union.id in box.rows), "")


def _unions(author: Author) -> list[Strip]:
    if not author.case.unions:
        return []
    columns = author.columns(("union_partners", 32), ("union_kind", 24), ("when", 40), ("union_about", 32))
    return _titled(author, "unions") + table(columns, [_union(author, union) for union in author.case.unions])


def _union(author: Author, union: Union) -> list[Cell]:
    other = author.person(union.partner_b) if union.partner_b else union.partner_b_name or ""
    kind = lead(author.value(union, "kind"), author.value(union, "status"))
    when = author.labelled(union, "start", "cohabiting_from", "cohabiting_to", "separated_since", "end")
    about = [joined(union.place, author.country(union))]
    about += author.labelled(union, "both_present", "registered", "apart_reason", "end_reason")
    partners = "\n".join(name for name in (author.person(union.partner_a), other) if name)
    return [partners, kind, "\n".join(when), "\n".join(line for line in about if line)]


def _parents(author: Author) -> list[Strip]:
    rows = [_parent(author, person, parent) for person in _members(author) for parent in person.parents]
    if not rows:
        return []
    columns = author.columns(("parents_of", 26), ("parents_parent", 34), ("parents_born", 34), ("parents_now", 34))
    return _titled(author, "parents") + table(columns, rows)


def _parent(author: Author, person: Person, parent: Parent) -> list[Cell]:
    name = author.person(parent.person) if parent.person else joined(parent.given, parent.family, by=" ")
    who = lead(name or author.text("parents_unnamed"), author.value(parent, "role"), author.value(parent, "kind"))
    born = joined(author.value(parent, "birth_date"), parent.birth_place, author.value(parent, "birth_country"))
    told = [born, *author.labelled(parent, "death_date", "adoption_date")]
    now = [author.value(parent, "status"), *author.labelled(parent, "reachable", "consents_to_departure")]
    return [
        author.person(person.id),
        who,
        "\n".join(line for line in told if line),
        "\n".join(line for line in now if line),
    ]


def _custody(author: Author) -> list[Strip]:
    rows = [_custody_row(author, person, person.custody) for person in _members(author) if person.custody is not None]
    if not rows:
        return []
    columns = author.columns(("custody_child", 26), ("custody_holder", 40), ("custody_interests", 40))
    return _titled(author, "custody") + table(columns, rows)


def _custody_row(author: Author, person: Person, custody: Custody) -> list[Cell]:
    held = [*author.labelled(custody, "basis", "decided_on", "guardian")]
    interests = [author.value(custody, "best_interests"), *author.labelled(custody, "best_interests_on")]
    return [
        author.person(person.id),
        lead(author.value(custody, "holder"), *held),
        "\n".join(line for line in interests if line),
    ]


def _dependence(author: Author) -> list[Strip]:
    strips: list[Strip] = []
    for person in _members(author):
        facts: list[Strip] = []
        if person.household is not None:
            facts += author.facts(person.household, "with_principal", "since")
        if person.dependency is not None:
            facts += _dependency(author, person.id, person.dependency)
        if facts:
            strips += subheading(author.person(person.id)) + facts
    return _titled(author, "dependence") + strips if strips else []


def _dependency(author: Author, person: str, held: Dependency) -> list[Strip]:
    facts = author.facts(held, "dependent_since", "financially_dependent", "emotional", "economic")
    facts += author.facts(held, "adopted_by_third_person")
    options = author.options
    if outward.agreed(author.case, person, "share_medical", options.recipient, options.on):
        facts += author.facts(held, "condition", "condition_since", "text")
    return facts


def _elsewhere(author: Author) -> list[Strip]:
    """Members who do not travel along, or of whom it is not known that they are well and where."""
    rows: list[list[Cell]] = []
    for person in _members(author):
        status = person.whereabouts.status if person.whereabouts else None
        if person.plan == "non_accompanying" or status not in _HERE:
            relation, plan = author.value(person, "relation"), author.value(person, "plan")
            rows.append([lead(author.person(person.id), relation), plan, where_is(author, person)])
    columns = author.columns(("elsewhere_person", 34), ("elsewhere_plan", 30), ("elsewhere_where", 50))
    return _titled(author, "elsewhere") + table(columns, rows) if rows else []


def _linked(author: Author) -> list[Strip]:
    strips: list[Strip] = []
    for person in outward.persons_of_the_packet(author.case):
        if person.plan == "linked_case":
            told = joined(author.value(person, "relation"), person.linked_case_code, by=author.text("dash"))
            strips += fact(author.person(person.id), told)
    return _titled(author, "linked") + strips if strips else []

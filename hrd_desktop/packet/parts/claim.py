"""Part 4: what happened and what is feared, told per person, with dated events, protection sought, internal flight."""

from __future__ import annotations

from hrd_desktop.core.claim import Claim
from hrd_desktop.core.identity import HabitualResidence, Nationality
from hrd_desktop.core.timeline import in_order
from hrd_desktop.core.work import Incident
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, Column, fact, heading, lead, paragraph, section, subheading, table
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.narrative import told
from hrd_desktop.packet.parts.timeline import timeline


def claim(author: Author) -> list[Strip]:
    """The whole part; an empty claim says so."""
    strips = section(*author.part("claim"))
    held = author.case.claim
    if held is not None:
        strips += author.facts(held, "grounds", "harm_feared", "feared_agents")
        strips += author.long(held, "ground_text")
    stories = [n for kind in ("claim", "background", "other") for n in outward.narratives(author.case, (kind,))]
    for narrative in stories:
        strips += told(author, narrative)
    strips += timeline(author) + _events(author)
    strips += _protection(author)
    if held is not None:
        strips += _internal_flight(author, held) + _return(author, held)
    return strips if len(strips) > 1 else strips + paragraph(author.text("nothing_recorded"))


def _titled(author: Author, key: str) -> list[Strip]:
    title = author.text(f"{key}_title")
    return heading(title, anchor=Anchor(key, title, 1))


def _events(author: Author) -> list[Strip]:
    if not author.case.incidents:
        return []
    columns = [Column(author.text(h), s) for h, s in zip(
        ("events_when", "events_who", "events_what", "events_by"), (22, 22, 48, 24), strict=True)]  # fmt: skip
    rows = [_event(author, i) for i in in_order(author.case.incidents)]
    return _titled(author, "events") + table(columns, rows)


def _event(author: Author, incident: Incident) -> list[Cell]:
    day, until = author.value(incident, "date"), author.value(incident, "date_to")
    when = author.text("period_from_to", start=day, end=until) if until else day
    where = joined(incident.place, author.country(incident))
    what = [incident.description]
    if incident.linked_to_work is not None:
        linked = joined(author.label(incident, "linked_to_work"), author.value(incident, "linked_to_work"),
                        by=author.text("colon"))  # fmt: skip
        what.append(joined(linked, incident.link_text, by="; "))
    elif incident.link_text:
        what.append(incident.link_text)
    by = "\n".join(part for part in (author.value(incident, "agents"), incident.agent_text) if part)
    return [lead(when, where), author.people(incident.persons), lead(author.value(incident, "acts"), *what), by]


def _protection(author: Author) -> list[Strip]:
    strips: list[Strip] = []
    for person in outward.persons_of_the_packet(author.case):
        states: list[Nationality | HabitualResidence] = [*person.nationalities, *person.habitual_residences]
        for state in states:
            facts = author.facts(state, "fear")
            if state.protection is not None:
                facts += author.facts(
                    state.protection, "sought", "not_sought_reason", "outcome", "able_to_return", "willing_to_return"
                )
                facts += paragraph(state.protection.text, gap=2) if state.protection.text else []
            if facts:
                country = author.country(state) or author.text("country_unknown")
                strips += subheading(joined(author.person(person.id), country, by=author.text("dash"))) + facts
    complaints = author.case.claim.complaints if author.case.claim is not None else []
    if complaints:
        columns = [Column(author.words.field("complaint", name), share) for name, share in (
            ("date", 22), ("authority", 34), ("outcome", 20), ("text", 40))]  # fmt: skip
        rows = [
            [author.value(c, "date"), joined(c.authority, author.country(c)), author.value(c, "outcome"), c.text or ""]
            for c in in_order(complaints)
        ]
        strips += subheading(author.words.field("claim", "complaints")) + table(columns, rows, gap=2)
    return _titled(author, "protection") + strips if strips else []


def _internal_flight(author: Author, held: Claim) -> list[Strip]:
    flight = held.internal_flight
    if flight is None:
        return []
    strips = author.facts(flight, "could_live_elsewhere", "tried", "reach")
    strips += paragraph(flight.text) if flight.text else []
    if flight.moves:
        columns = [Column(author.text(h), s) for h, s in zip(
            ("moves_when", "moves_where", "moves_outcome"), (26, 34, 50), strict=True)]  # fmt: skip
        strips += table(columns, [[author.period(m), m.place, m.outcome or ""] for m in in_order(flight.moves)])
    return _titled(author, "internal_flight") + strips if strips else []


def _return(author: Author, held: Claim) -> list[Strip]:
    strips = author.facts(held, "return_prospect", "conditions_changed")
    strips += author.long(held, "why_now") + author.long(held, "return_text")
    for person in outward.persons_of_the_packet(author.case):
        for stay in person.returns:
            left = author.value(stay, "left_on")
            when = author.value(stay, "entered_on")
            when = author.text("period_from_to", start=when, end=left) if left else when
            about = joined(author.country(stay), when, author.value(stay, "reason"), stay.reason_text)
            voluntary = author.value(stay, "voluntary")
            if voluntary:
                label = author.label(stay, "voluntary")
                about = "\n".join((about, joined(label, voluntary, by=author.text("colon"))))
            strips += fact(author.text("return_stay", name=author.person(person.id)), about)
    return _titled(author, "return") + strips if strips else []

"""Part 5: status and life in the country of asylum, other applications, what was told about the need."""

from __future__ import annotations

from hrd_desktop.core.claim import Asylum
from hrd_desktop.core.timeline import in_order
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Column, heading, lead, paragraph, section, table
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.narrative import told

_CONDITIONS = (
    "legal_stay", "may_work", "may_study", "health_care", "free_movement",
    "route_to_permanent_status", "protected_from_return", "protected_from_agents",
)  # fmt: skip


def need(author: Author) -> list[Strip]:
    """The facts that stand for and against staying, leaving or going back."""
    strips = section(*author.part("need"))
    asylum = author.case.asylum
    if asylum is not None:
        strips += author.facts(asylum, "host_country")
    strips += author.facts(author.case, "wants_permanent_resettlement")
    if author.case.claim is not None:
        strips += author.facts(author.case.claim, "return_prospect")
    if asylum is not None:
        strips += _statuses(author, asylum) + _conditions(author, asylum) + _applications(author, asylum)
        strips += _leaving(author, asylum)
    for narrative in outward.narratives(author.case, ("resettlement_need", "best_interests")):
        strips += told(author, narrative)
    return strips if len(strips) > 1 else strips + paragraph(author.text("nothing_recorded"))


def _titled(author: Author, key: str) -> list[Strip]:
    title = author.text(f"{key}_title")
    return heading(title, anchor=Anchor(key, title, 1))


def _statuses(author: Author, asylum: Asylum) -> list[Strip]:
    if not asylum.statuses:
        return []
    columns = [Column(author.text(h), s) for h, s in zip(
        ("status_person", "status_country", "status_status", "status_when", "status_rights"),
        (24, 18, 30, 24, 22), strict=True)]  # fmt: skip
    rows = []
    for s in in_order(asylum.statuses):
        rights = [
            joined(author.label(s, name), author.value(s, name), by=author.text("colon"))
            for name in ("renewable", "may_work")
            if getattr(s, name) is not None
        ]
        status = lead(author.value(s, "status"), author.value(s, "granted_by"), s.number or "")
        rows.append(
            [
                author.person(s.person),
                author.country(s),
                status,
                author.period(s) if s.end else author.lasting(s),
                "\n".join(rights),
            ]
        )
    return _titled(author, "status") + table(columns, rows)


def _conditions(author: Author, asylum: Asylum) -> list[Strip]:
    if asylum.conditions is None:
        return []
    strips = author.facts(asylum.conditions, *_CONDITIONS)
    strips += paragraph(asylum.conditions.text) if asylum.conditions.text else []
    return _titled(author, "conditions") + strips if strips else []


def _applications(author: Author, asylum: Asylum) -> list[Strip]:
    strips = author.facts(asylum, "any_other_application")
    if asylum.applications:
        columns = [Column(author.text(h), s) for h, s in zip(
            ("status_person", "applications_what", "applications_where", "applications_when", "applications_status"),
            (24, 26, 26, 26, 22), strict=True)]  # fmt: skip
        rows = []
        for a in in_order(asylum.applications):
            filed, decided = author.value(a, "filed_on"), author.value(a, "decided_on")
            when = [
                author.text("filed", day=filed) if filed else "",
                author.text("decided", day=decided) if decided else "",
            ]
            rows.append(
                [
                    author.person(a.person),
                    "\n".join(part for part in (author.value(a, "kind"), a.reference) if part),
                    joined(author.country(a), author.value(a, "organisation")),
                    "\n".join(when),
                    author.value(a, "status"),
                ]
            )
        strips += table(columns, rows)
    return _titled(author, "applications") + strips if strips else []


def _leaving(author: Author, asylum: Asylum) -> list[Strip]:
    strips = author.facts(asylum, "exit_barrier") + author.long(asylum, "exit_text")
    return _titled(author, "leaving") + strips if strips else []

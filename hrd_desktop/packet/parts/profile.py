"""Part 3: the defender's work: activities, dated products, who can speak for it, earlier support."""

from __future__ import annotations

from dataclasses import replace

from hrd_desktop.core.timeline import in_order
from hrd_desktop.core.work import Activity, Hrd
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Column, fact, heading, paragraph, section, table
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.narrative import told


def profile(author: Author) -> list[Strip]:
    """The profile of the principal applicant."""
    strips = section(*author.part("profile"))
    strips += fact(author.text("profile_person"), author.person(author.case.principal))
    hrd = author.case.hrd
    if hrd is None:
        return strips + paragraph(author.text("nothing_recorded"))
    strips += author.facts(hrd, "kinds_of_work", "works_as", "occupations", "rights_fields", "groups", "themes")
    strips += author.facts(hrd, "used_violence", "called_for_violence", "violence_text")
    strips += author.long(hrd, "summary")
    strips += _activities(author, hrd) + _outputs(author, hrd) + _referees(author, hrd) + _support(author, hrd)
    for narrative in outward.narratives(author.case, ("profile",)):
        strips += told(author, narrative)
    return strips


def _title(author: Author, name: str) -> list[Strip]:
    title = author.words.field("hrd", name)
    return heading(title, anchor=Anchor(f"hrd-{name}", title, 1))


def _activities(author: Author, hrd: Hrd) -> list[Strip]:
    if not hrd.activities:
        return []

    def row(activity: Activity) -> list[str]:
        where = joined(activity.place, author.country(activity))
        about = [part for part in (activity.organisation, activity.role, where) if part]
        return [author.period(activity), activity.description, "\n".join(about)]

    columns = [Column(author.text(h), s) for h, s in zip(
        ("activities_when", "activities_what", "activities_where"), (24, 52, 34), strict=True)]  # fmt: skip
    return _title(author, "activities") + table(columns, [row(a) for a in in_order(hrd.activities)])


def _outputs(author: Author, hrd: Hrd) -> list[Strip]:
    if not hrd.outputs:
        return []
    columns = [Column(author.words.field("output", name), share) for name, share in (
        ("date", 18), ("kind", 18), ("title", 33), ("publisher", 34), ("language", 18), ("count", 17))]  # fmt: skip
    rows = [
        [
            author.value(o, "date"),
            author.value(o, "kind"),
            o.title,
            "\n".join(part for part in (o.publisher, o.byline) if part),
            author.value(o, "language"),
            author.value(o, "count"),
        ]
        for o in in_order(hrd.outputs)
    ]
    return _title(author, "outputs") + table(columns, rows)


def _referees(author: Author, hrd: Hrd) -> list[Strip]:
    if not hrd.referees:
        return []
    columns = [Column(author.words.field("referee", name), share) for name, share in (
        ("name", 26), ("organisation", 32), ("role", 22), ("independent", 23), ("confirmed", 23))]  # fmt: skip
    rows = [
        [r.name, r.organisation or "", r.role or "", author.value(r, "independent"), author.value(r, "confirmed")]
        for r in hrd.referees
    ]
    *told, last = table(columns, rows)
    return [*_title(author, "referees"), *told, replace(last, keep=True),
            *paragraph(author.text("referees_contact"), gap=4)]  # fmt: skip


def _support(author: Author, hrd: Hrd) -> list[Strip]:
    support = in_order(hrd.prior_support)
    if not support:
        return []
    columns = [Column(author.words.field("prior_support", name), share) for name, share in (
        ("date", 20), ("organisation", 36), ("kind", 30), ("reference", 26))]  # fmt: skip
    rows = [[author.value(s, "date"), s.organisation, s.kind or "", s.reference or ""] for s in support]
    return _title(author, "prior_support") + table(columns, rows)

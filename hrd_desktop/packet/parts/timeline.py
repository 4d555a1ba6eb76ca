"""The dated events of the claim on one line of time, as a drawing. It shows nothing that no other part tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hrd_desktop.core.claim import Complaint, HostStatus, InternalMove
from hrd_desktop.core.steps import Milestone
from hrd_desktop.core.timeline import Event, events, whole
from hrd_desktop.core.timeline_layout import Band, Measure, lay_out
from hrd_desktop.core.timeline_layout import Drawing as Laid
from hrd_desktop.core.timeline_layout import Mark as Placed
from hrd_desktop.core.work import Activity, Incident, Output
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import heading, paragraph
from hrd_desktop.packet.flow import Anchor, Box, Drawing, Mark, Rule, Strip, Text
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.options import Part
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import ACCENT, BLOCK_WIDTH, INK, QUIET, RULE, SMALL, Style
from hrd_desktop.wording.timeline import event_text, kind_title

_LABEL, _BAND, _SCALE = Style(10, 12), Style(10, 13, "bold", QUIET), Style(10, 12, "regular", QUIET)
_LANE, _HEADING, _BAR, _AXIS = 22.0, 20.0, 5.0, 17.0
_SURE, _PERHAPS, _GRID = ACCENT, "B5D0D2", "D3DADE"
_LANES = 6  # to a strip: what is not cut
_LEAST = 3
_TOLD_IN: dict[type, Part] = {
    Incident: "claim", Complaint: "claim", InternalMove: "claim", Activity: "profile", Output: "profile",
    HostStatus: "need", Milestone: "summary",
}  # fmt: skip
"""Rows that are drawn, and the part that tells of them in words: without it they are not drawn either."""
_STEPS = ("flight_from_country", "entry_to_host", "status_recognition")


def timeline(author: Author) -> list[Strip]:
    """The drawing under its heading; nothing where there are hardly any dates."""
    found = _once(author, (event for event in events(author.case) if event.dated and _is_told(author, event)))
    if len(found) < _LEAST:
        return []
    period = whole(found, author.options.on)
    measure = Measure(lambda event: _label(author, event).width + 2, _LANE, _HEADING, 8, _LEAST)
    laid = lay_out(found, period, author.options.on, BLOCK_WIDTH, measure)
    title = author.text("timeline_title")
    strips = heading(title, anchor=Anchor("timeline", title, 1)) + paragraph(author.text("timeline_note"), SMALL, gap=2)
    strips[-1] = replace(strips[-1], keep=True)
    scale = _scale(laid)
    strips.append(scale)
    again = replace(scale, gap=0, keep=False)
    return strips + [replace(strip, repeat=again) for band in laid.bands for strip in _band(author, band, laid)]


def _is_told(author: Author, event: Event) -> bool:
    part = _TOLD_IN.get(type(event.row))
    if isinstance(event.row, Milestone) and (event.row.kind not in _STEPS or event.row.state != "done"):
        return False
    return part is not None and author.options.has(part)


def _once(author: Author, found: Iterable[Event]) -> list[Event]:
    """What happened to several at once, or is told of several in the same words, once."""
    return list({(event.kind, event_text(event, author.words)): event for event in found}.values())


def _label(author: Author, event: Event) -> Line:
    return break_lines(event_text(event, author.words).title, _LABEL, BLOCK_WIDTH)[0]


def _scale(laid: Laid) -> Strip:
    """The years; what is below says its days in words."""
    marks: list[Mark] = [Rule(0, _AXIS - 1, BLOCK_WIDTH, _AXIS - 1, 0.7, RULE)]
    free = 0.0
    for tick in laid.ticks:
        (year,) = break_lines(str(tick.day.year), _SCALE, 200)
        if tick.is_year and tick.x >= free and tick.x + year.width + 2 <= BLOCK_WIDTH:
            marks += [Rule(tick.x, _AXIS - 5, tick.x, _AXIS, 0.5, RULE), Text(tick.x + 2, 10, year)]
            free = tick.x + year.width + 8
    return Strip(_AXIS, tuple(marks), gap=8, keep=True)


def _band(author: Author, band: Band, laid: Laid) -> Iterator[Strip]:
    """The lanes of one kind, a few to a strip, so that they can go over several pages."""
    last = max(mark.lane for mark in band.marks)
    title = kind_title(band.kind, author.words)
    for first in range(0, last + 1, _LANES):
        marks = [mark for mark in band.marks if first <= mark.lane < first + _LANES]
        top = 0.0 if first else _HEADING
        height = top + _LANE * (min(last, first + _LANES - 1) - first + 1)
        parts: list[Text | Rule | Box] = [Rule(tick.x, 0, tick.x, height, 0.5, _GRID) for tick in laid.ticks]
        if not first:
            (named,) = break_lines(title, _BAND, BLOCK_WIDTH)
            parts.append(Text(0, 14, named))
        for mark in marks:
            parts += _mark(author, mark, top + _LANE * (mark.lane - first))
        texts = [event_text(mark.event, author.words) for mark in sorted(marks, key=lambda mark: mark.x)]
        colon = author.text("colon")
        said = "; ".join(joined(text.days, text.title, by=colon) for text in texts)
        figure = Element("Figure", told=author.text("timeline_figure", kind=title, told=said))
        yield Strip(height, (Drawing(0, 0, BLOCK_WIDTH, height, tuple(parts), figure),))


def _mark(author: Author, mark: Placed, y: float) -> list[Text | Rule | Box]:
    """The words above the bar; the bar full where it surely was, pale where it may have been, dotted past its end."""
    line = _label(author, mark.event)
    top = y + 14
    parts: list[Text | Rule | Box] = [Text(mark.label_x, y + 11, line)]
    parts.append(Box(mark.x, top, mark.end - mark.x, _BAR, weight=0.5, colour=_SURE, fill=_PERHAPS))
    if mark.sure_end > mark.sure_x:
        parts.append(Box(mark.sure_x, top, mark.sure_end - mark.sure_x, _BAR, fill=_SURE))
    if mark.fades and mark.event.ends is None:
        parts.append(Rule(mark.end, top + _BAR / 2, mark.end + 16, top + _BAR / 2, 1.2, INK, (1.5, 2)))
    return parts

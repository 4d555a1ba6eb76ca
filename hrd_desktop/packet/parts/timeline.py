"""The dated events of the claim on one line of time, as a drawing. It shows nothing that no other part tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from hrd_desktop.core.claim import Complaint, HostStatus, InternalMove
from hrd_desktop.core.dates import Span
from hrd_desktop.core.steps import Milestone
from hrd_desktop.core.timeline import Event, events, whole
from hrd_desktop.core.timeline_layout import Drawing as Laid
from hrd_desktop.core.timeline_layout import Mark as Placed
from hrd_desktop.core.timeline_layout import Measure, lay_out
from hrd_desktop.core.work import Activity, Incident, Output
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import heading, paragraph
from hrd_desktop.packet.flow import Anchor, Box, Drawing, Rule, Strip, Text
from hrd_desktop.packet.lines import Line, break_lines
from hrd_desktop.packet.options import Part
from hrd_desktop.packet.structure import Element
from hrd_desktop.packet.styles import ACCENT, BLOCK_HEIGHT, BLOCK_WIDTH, INK, QUIET, RULE, SMALL, Style
from hrd_desktop.wording.timeline import event_text, kind_title

_LABEL, _BAND, _SCALE = Style(10, 12), Style(10, 13, "bold", QUIET), Style(10, 12, "regular", QUIET)
_LANE, _HEADING, _BAR, _AXIS = 22.0, 20.0, 5.0, 17.0
_SURE, _PERHAPS, _GRID = ACCENT, "B5D0D2", "D3DADE"
_ROOM = BLOCK_HEIGHT * 0.78
_LEAST = 3
_TOLD_IN: dict[type, Part] = {
    Incident: "claim", Complaint: "claim", InternalMove: "claim", Activity: "profile", Output: "profile",
    HostStatus: "need", Milestone: "summary",
}  # fmt: skip
"""Rows that are drawn, and the part that tells of them in words: without it they are not drawn either."""
_STEPS = ("flight_from_country", "entry_to_host", "status_recognition")


@dataclass
class _Piece:
    """Part of the drawing that stands on one page: its bands with the lanes of them."""

    rows: list[tuple[str, list[Placed]]] = field(default_factory=list)
    height: float = _AXIS


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
    return strips + [_drawn(author, piece, laid, period) for piece in _pieces(author, laid)]


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


def _pieces(author: Author, laid: Laid) -> Iterator[_Piece]:
    piece = _Piece()
    for band in laid.bands:
        title = kind_title(band.kind, author.words)
        for lane in range(max(mark.lane for mark in band.marks) + 1):
            needed = _LANE + (0 if lane and piece.rows else _HEADING)
            if piece.rows and piece.height + needed > _ROOM:
                yield piece
                piece = _Piece()
                needed = _LANE + _HEADING
            piece.rows.append((title if needed > _LANE else "", [mark for mark in band.marks if mark.lane == lane]))
            piece.height += needed
    yield piece


def _drawn(author: Author, piece: _Piece, laid: Laid, period: Span) -> Strip:
    parts: list[Text | Rule | Box] = []
    said: list[tuple[float, str]] = []
    free = 0.0
    for tick in laid.ticks:
        parts.append(Rule(tick.x, _AXIS - 3, tick.x, piece.height, 0.5, _GRID))
        (scale,) = break_lines(str(tick.day.year) if tick.is_year else f"{tick.day:%m}", _SCALE, 200)
        if tick.is_year and tick.x >= free and tick.x + scale.width + 2 <= BLOCK_WIDTH:
            parts.append(Text(tick.x + 2, 10, scale))
            free = tick.x + scale.width + 8
    parts.append(Rule(0, _AXIS - 3, BLOCK_WIDTH, _AXIS - 3, 0.7, RULE))
    y = _AXIS
    for title, marks in piece.rows:
        if title:
            (band,) = break_lines(title, _BAND, BLOCK_WIDTH)
            parts.append(Text(0, y + 14, band))
            y += _HEADING
        for mark in marks:
            parts += _mark(author, mark, y)
            text = event_text(mark.event, author.words)
            said.append((mark.x, joined(text.days, text.title, by=author.text("colon"))))
        y += _LANE
    days = author.words.day
    told = author.text(
        "timeline_figure",
        first=days(period.first),
        last=days(period.last),
        told="; ".join(line for _, line in sorted(said)),
    )
    figure = Drawing(0, 0, BLOCK_WIDTH, piece.height, tuple(parts), Element("Figure", told=told))
    return Strip(piece.height, (figure,), gap=8)


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

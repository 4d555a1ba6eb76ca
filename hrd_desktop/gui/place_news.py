"""News of a case, sorted by place: an edit reaches the fields it concerns, however many others stand on other pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class NewsOfPlace(QObject):
    """What happens at one place. Each signal carries the place where the edit was made."""

    changed = Signal(str)
    """There is another value here, or an object around it is another."""
    inside = Signal(str)
    """Something inside the object here has another value."""
    rows = Signal(str)
    """The list here has gained or lost a row, or a row begun in it has become real."""
    rows_inside = Signal(str)
    """The same of a list inside the object here."""
    known = Signal(str)
    """How the fact here is known, or whether it is to be asked again, is noted otherwise."""


class PlaceNews(QObject):
    """Hands out what has news of a place, and passes on what an edit touched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: dict[str, NewsOfPlace] = {}
        self._below: dict[str, list[NewsOfPlace]] = {}

    def at(self, place: str) -> NewsOfPlace:
        """The news of one place, to be connected to."""
        news = self._at.get(place)
        if news is None:
            news = self._at[place] = NewsOfPlace(self)
            for around in _around(place):
                self._below.setdefault(around, []).append(news)
        return news

    def tell_value(self, place: str) -> None:
        """A field has another value; or an object, whose fields then all count as changed."""
        own = self._at.get(place)
        for news in ([own] if own is not None else []) + self._below.get(place, []):
            news.changed.emit(place)
        for around in _around(place):
            if (news_around := self._at.get(around)) is not None:
                news_around.inside.emit(place)

    def tell_rows(self, place: str) -> None:
        """A list has other rows."""
        if (own := self._at.get(place)) is not None:
            own.rows.emit(place)
        for around in _around(place):
            if (news := self._at.get(around)) is not None:
                news.rows_inside.emit(place)

    def tell_known(self, place: str) -> None:
        """A fact is noted to be known otherwise."""
        if (own := self._at.get(place)) is not None:
            own.known.emit(place)


def _around(place: str) -> list[str]:
    """The places of the objects around a place, innermost first."""
    keys = place.split(".")
    return [".".join(keys[:count]) for count in range(len(keys) - 1, 0, -1)]

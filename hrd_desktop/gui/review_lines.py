"""The lines of the review page: what each group holds, in words, and where each line leads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrd_desktop.checklists.results import Alert, ItemResult
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.answer_form import LIST as ANSWERS
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import item_place, sign_of, target_of, title_of
from hrd_desktop.services import checking

Line = tuple[str, str, str, tuple[str, str] | None]
"""Where it leads (empty: nowhere), what it is about, what is said of it, icon and colour."""

_QUESTION = ("question", "quiet")
_MINIMUM = "keep_minimum_data"


def days_left(days: int) -> str:
    """How far away a day is."""
    if days == 0:
        return QCoreApplication.translate("ReviewLines", "Today")
    if days < 0:
        return QCoreApplication.translate("ReviewLines", "Days past: {days}").format(days=-days)
    return QCoreApplication.translate("ReviewLines", "Days left: {days}").format(days=days)


class ReviewLines:
    """Each method gives the lines of one group, from the newest assessment."""

    def __init__(self, context: FieldContext) -> None:
        self._context = context

    def begun(self) -> list[Line]:
        """Rows and answers that somebody has begun and that cannot stand yet."""
        return [self._draft(key, draft) for key, draft in self._context.case.drafts.items()]

    def blocking(self) -> list[Line]:
        """What the packet cannot leave with: another route first, then the opposite of what is needed, then gaps."""
        found = [item for item in self._items() if item.severity in ("DIVERT", "BLOCK")]
        found.sort(key=lambda item: (item.severity != "DIVERT", item.result != "NOT_MET"))
        return [self._item(item) for item in found]

    def for_lawyer(self) -> list[Line]:
        return [self._item(item) for item in self._items() if item.severity == "LAWYER"]

    def warnings(self) -> list[Line]:
        return [self._item(item) for item in self._items() if item.severity == "WARN"]

    def questions(self) -> list[Line]:
        """What to ask next time, each with the item or the person it is about."""
        lines: list[Line] = []
        for ask in self._context.case.assessment.ask_next:
            targets = [target for place in ask.places if (target := target_of(self._context, place))]
            about = [title_of(self._context, ask.item)] if ask.item else []
            about += [self._context.row_label(ask.person)] if ask.person else []
            under = " · ".join(about)
            place = targets[0][0] if targets else item_place(ask.item, ask.person) if ask.item else ""
            lines.append((place, self._say(ask.question), under, _QUESTION))
        return lines

    def alerts(self, person: str | None = None) -> list[Line]:
        """Days to keep in mind and things to look at, as far as they are for staff; of everybody or of one person."""
        found = [alert for alert in self._context.case.assessment.alerts if alert.audience == "staff"]
        found = [alert for alert in found if alert.kind != _MINIMUM]  # stands beside the routes
        return [self.alert(alert) for alert in found if person in (None, alert.person)]

    def alert(self, alert: Alert) -> Line:
        """One alert: its sentence, then whom it is about and how many days are left."""
        rows = [target[0] for row in alert.rows if (target := target_of(self._context, row))]
        place = rows[0] if rows else alert.person or ""
        late = alert.days_left is not None and alert.days_left < 0
        sign = ("clock", "attention" if late else "quiet") if alert.date is not None else ("info", "quiet")
        about = [self._context.row_label(alert.person)] if alert.person else []
        about += [days_left(alert.days_left)] if alert.days_left is not None else []
        return place, self._say(alert.text), " · ".join(about), sign

    def keep_minimum(self) -> list[str]:
        """What the rules say about data that need not be kept; empty where they say nothing."""
        return [self._say(alert.text) for alert in self._context.case.assessment.alerts if alert.kind == _MINIMUM]

    def routes(self, *, main: bool) -> list[Line]:
        """Other ways that fit these facts, the main ones or the rest; they lead nowhere in the case."""
        found = [route for route in self._context.case.assessment.routes if (route.role == "main") == main]
        return [("", self._say(route.text), "", ("right", "quiet")) for route in found]

    def _items(self) -> tuple[ItemResult, ...]:
        return self._context.case.assessment.items

    def _item(self, item: ItemResult) -> Line:
        name, voice = sign_of(item)
        title = title_of(self._context, item.id)
        if item.person:
            title = f"{title} · {self._context.row_label(item.person)}"
        return item_place(item.id, item.person), title, self._say(item.why), (name, voice)

    def _draft(self, key: str, draft: Draft) -> Line:
        context, sign = self._context, ("edit", "quiet")
        item = draft.values.get("item")
        if draft.place == ANSWERS and isinstance(item, str):
            person = draft.values.get("person")
            text = QCoreApplication.translate("ReviewLines", "An answer is begun and not recorded.")
            return item_place(item, person), title_of(context, item), text, sign
        words = context.words
        needs = words.join(
            [words.field(object_name(context.case.target(key)), spec.name) for spec in context.case.missing(key)]
        )
        text = QCoreApplication.translate("ReviewLines", "Still needs: {fields}.").format(fields=needs) if needs else ""
        return key, words.place(context.case.case, draft.place), text, sign

    def _say(self, message: object) -> str:
        return checking.sentence(message, self._context.case.assessment.on, self._context.words)

"""What a line of the Today page says: how far away its day is, what waits, and of which case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hrd_desktop.errors import HrdError
from hrd_desktop.services import checking
from hrd_desktop.services.today import Group, Line
from hrd_desktop.wording import Wording

translate = QCoreApplication.translate


def distance(days: int) -> str:
    """How far away a day is: `in 12 days`, `yesterday`."""
    match days:
        case 0:
            return translate("TodayWords", "today")
        case 1:
            return translate("TodayWords", "tomorrow")
        case -1:
            return translate("TodayWords", "yesterday")
    if days > 0:
        return translate("TodayWords", "in {days} days").format(days=days)
    return translate("TodayWords", "{days} days ago").format(days=-days)


def title(group: Group) -> str:
    """The heading of a group."""
    titles: dict[Group, str] = {
        "overdue": translate("TodayWords", "Overdue"),
        "week": translate("TodayWords", "This week"),
        "later": translate("TodayWords", "Later, within 90 days"),
        "undated": translate("TodayWords", "Tasks without a day"),
        "waiting": translate("TodayWords", "Waiting for an answer"),
        "ended": translate("TodayWords", "Closed: keep longer, or erase?"),
        "untouched": translate("TodayWords", "Not touched for 30 days"),
    }
    return titles[group]


def nothing(group: Group) -> str:
    """What an empty group says."""
    texts: dict[Group, str] = {
        "overdue": translate("TodayWords", "Nothing is overdue."),
        "week": translate("TodayWords", "No day to keep this week."),
        "later": translate("TodayWords", "No day to keep in the next 90 days."),
        "undated": "",
        "waiting": translate("TodayWords", "Nobody owes an answer."),
        "ended": "",
        "untouched": translate("TodayWords", "Every open case was worked on in the last 30 days."),
    }
    return texts[group]


def what(line: Line, on: date, words: Wording) -> str:
    """What waits, in one short sentence."""
    match line.kind:
        case "deadline" | "review":
            return words.deadline(line.code)
        case "task":
            return " ".join(line.text.split())
        case "partner" if line.code:
            text = translate("TodayWords", "Decision of the partner ({partner}) is awaited")
            return text.format(partner=words.code("partner", line.code))
        case "partner":
            return translate("TodayWords", "Decision of the partner is awaited")
        case "application":
            text = translate("TodayWords", "Other application without a decision: {kind}")
            return text.format(kind=words.code("application_kind", line.code))
        case "more_facts":
            text = translate("TodayWords", "A legal review asks for more facts: {item}")
            return text.format(item=_item(line.code, on, words))
        case "consent_ended":
            return translate("TodayWords", "Consent has ended: ask whether to renew it")
        case "ask_again":
            return translate("TodayWords", "Questions to ask again: {count}").format(count=line.count)
        case "ended":
            return translate("TodayWords", "Was to be kept until this day: decide what becomes of it")
        case "untouched":
            return translate("TodayWords", "Last change: {day}").format(day=words.day(line.at.astimezone().date()))
    return words.result("headline", "HOLD_LAWYER")


def _item(item: str, on: date, words: Wording) -> str:
    try:
        return checking.pack_on(on).title(item, words.lang)
    except HrdError:
        return item  # the clock stands before the first rules: the id is better than no line


def about(line: Line, words: Wording) -> str:
    """Of which case and person: alias, code, and what the person is to the principal applicant; never a name."""
    parts = [line.alias, line.case] if line.alias else [line.case]
    if line.person:
        parts.append(line.person)
        if line.relation:
            parts.append(words.code("relation", line.relation))
    return " · ".join(part for part in parts if part)


def sign(line: Line, on: date) -> tuple[str, str]:
    """Icon and colour; the words beside them say the same."""
    signs = {
        "partner": ("question", "quiet"),
        "application": ("question", "quiet"),
        "more_facts": ("lawyer", "lawyer"),
        "review": ("lawyer", "lawyer"),
        "lawyer": ("lawyer", "lawyer"),
        "consent_ended": ("shield", "attention"),
        "ask_again": ("question", "quiet"),
        "ended": ("question", "attention"),
        "untouched": ("caseload", "quiet"),
    }
    if line.kind in signs:
        return signs[line.kind]
    return "clock", "attention" if line.on is not None and line.on < on else "quiet"

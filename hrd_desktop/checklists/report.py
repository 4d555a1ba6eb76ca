"""The assessment as the JSON object that scripts read: keys, order and values of the contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from hrd_desktop.checklists.message import Message
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Alert, Assessment, ItemResult, Part, Question, Route
from hrd_desktop.checklists.words import Names, say

FORMAT: Final = "hrd-check"
VERSION: Final = 1
_DATED_PARTS: Final = "F06"


def check_json(assessment: Assessment, pack: Pack, lang: str, names: Names) -> dict[str, Any]:
    """The whole assessment with its sentences in the language asked for; plain values only."""

    def words(message: Message) -> str:
        return say(message, pack, lang, names)

    return {
        "format": FORMAT,
        "version": VERSION,
        "case": assessment.case_code,
        "on": assessment.on.isoformat(),
        "rule_pack": {
            "id": assessment.pack_id,
            "version": assessment.pack_version,
            "date": assessment.pack_date.isoformat(),
        },
        "headline": assessment.headline,
        "spaces": asdict(assessment.spaces),
        "items": [_item(item, " ".join(words(one) for one in (*item.decided, item.why))) for item in assessment.items],
        "alerts": [_alert(alert, words(alert.text)) for alert in assessment.alerts],
        "requirements": {key: list(people) for key, people in asdict(assessment.requirements).items()},
        "routes": [_route(route, words(route.text)) for route in assessment.routes],
        "ask_next": [_question(question, words(question.question)) for question in assessment.ask_next],
    }


def _item(item: ItemResult, why: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "person": item.person,
        "result": item.result,
        "severity": item.severity,
        "citation": item.citation,
        "why": why,
        "source": item.source,
        "derived_result": item.derived_result,
        "rows": list(item.rows),
        "evidence": list(item.evidence),
        "parts": [_part(part, dated=item.id == _DATED_PARTS) for part in item.parts],
        "staff_answer": item.staff_answer,
        "review": item.review,
        "override": item.override,
    }


def _part(part: Part, *, dated: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {"key": part.key, "result": part.result, "rows": list(part.rows)}
    if dated:
        plain["lock_in"] = None if part.lock_in is None else part.lock_in.isoformat()
    return plain


def _alert(alert: Alert, text: str) -> dict[str, Any]:
    return {
        "kind": alert.kind,
        "person": alert.person,
        "date": None if alert.date is None else alert.date.isoformat(),
        "days_left": alert.days_left,
        "audience": alert.audience,
        "citation": alert.citation,
        "rows": list(alert.rows),
        "text": text,
    }


def _route(route: Route, text: str) -> dict[str, Any]:
    return {"id": route.id, "role": route.role, "citation": route.citation, "text": text}


def _question(question: Question, words: str) -> dict[str, Any]:
    return {
        "item": question.item,
        "person": question.person,
        "severity": question.severity,
        "places": list(question.places),
        "question": words,
    }

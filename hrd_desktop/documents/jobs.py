"""What the process that opens files can be asked for: names, plain arguments, plain answers and bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from hrd_desktop.documents import look, pages, portraits, redaction
from hrd_desktop.documents.kinds import kind_of
from hrd_desktop.documents.redaction import Box

Answer = tuple[dict[str, Any], bytes]
"""Something JSON can hold, and bytes beside it."""


def _look(data: bytes, facts: dict[str, Any]) -> Answer:
    return look.look(data, facts.get("name", "")).to_json(), b""


def _shown(data: bytes, facts: dict[str, Any]) -> Answer:
    return {}, pages.shown(data, facts["page"], facts["width"], facts.get("name", ""))


def _texts(data: bytes, facts: dict[str, Any]) -> Answer:
    return {"texts": pages.page_texts(data, kind_of(data, facts.get("name", "")))}, b""


def _for_paper(data: bytes, facts: dict[str, Any]) -> Answer:
    boxes = [Box(**box) for box in facts.get("boxes", [])]
    made = pages.for_paper(data, facts["page"], boxes, photograph=facts.get("photograph"), name=facts.get("name", ""))
    told = asdict(made)
    return told, told.pop("data")


def _portrait(data: bytes, facts: dict[str, Any]) -> Answer:
    boxes = [Box(**box) for box in facts.get("boxes", [])]
    picture, _ = pages.page_picture(data, 0, float(portraits.DPI), facts.get("name", ""))
    told = asdict(portraits.prepare_portrait(picture, boxes))
    prepared = told.pop("data")
    redaction.check(prepared, boxes)
    return {**told, "flaws": portraits.portrait_flaws(picture)}, prepared


JOBS: dict[str, Callable[[bytes, dict[str, Any]], Answer]] = {
    "look": _look,
    "shown": _shown,
    "texts": _texts,
    "for_paper": _for_paper,
    "portrait": _portrait,
}

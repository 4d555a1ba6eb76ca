"""The fixed texts: both languages, the same gaps, French typography, neutral words."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import hrd_desktop.packet
from tests.packet.paper import texts
from tests.packet.test_forms import labels_of_forms

EN, FR = texts("en"), texts("fr")


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_every_text_with_the_same_gaps() -> None:
    assert EN.keys() == FR.keys()
    for key, text in EN.items():
        assert _gaps(text) == _gaps(FR[key]), key
        assert text
        assert FR[key]


def test_every_text_is_used_and_every_used_text_exists() -> None:
    packet = Path(hrd_desktop.packet.__file__).parent
    files = [*packet.rglob("*.py"), packet.parent / "services" / "internal_cover.py"]
    code = "\n".join(file.read_text("utf-8") for file in files)
    words = {node.value for node in ast.walk(ast.parse(code.replace("from __future__ import annotations", "")))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)}  # fmt: skip
    made = {f"{word}_{end}" for word in words for end in ("title", "text", "day")}
    made |= {f"transmittal_{plan}" for plan in ("accompanying", "non_accompanying", "linked_case")}
    assert EN.keys() - words - made - labels_of_forms() == set()


@pytest.mark.parametrize("key", FR)
def test_french_spaces_and_quotes(key: str) -> None:
    text = FR[key]
    assert not re.search(r" [:;!?»]", text), "a breaking space before the sign"
    assert not re.search(r"(?<!\u00a0):(?= |$)", text), "no space before the colon"
    assert "\u00a0\u00a0" not in text, "two spaces"
    assert not re.search(r"« |\"|'", text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_packet_claims_no_law_is_met(language: str) -> None:
    found = " ".join(texts(language).values()).lower()  # type: ignore[arg-type]  # one of the two languages
    for word in (
        "eligible",
        "admissible",
        "recevable",
        "meets the",
        "qualifies",
        "credible",
        "crédible",
        "well-founded",
    ):
        assert word not in found

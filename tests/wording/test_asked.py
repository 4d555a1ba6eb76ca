"""What the program asks for is there, and nothing is left over: read from its source."""

from __future__ import annotations

import ast
from pathlib import Path

import hrd_desktop
from hrd_desktop.wording.tables import entry, table
from tests.wording.shipped import gaps


def calls(name: str) -> list[ast.Call]:
    """Every call in the program of a function or method of this name."""
    package = Path(hrd_desktop.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [node for node in nodes if name in (getattr(node.func, "attr", None), getattr(node.func, "id", None))]


def test_every_reason_of_a_refused_change_has_its_sentence() -> None:
    reasons = {
        keyword.value.value
        for call in calls("EditRefused")
        for keyword in call.keywords
        if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant)
    }
    assert {"unknown_place", "not_a_value", "required", "not_a_row", "id_taken", "principal", "last_row"} <= reasons
    assert reasons <= set(table("messages")["edit_refused"])


def test_every_sentence_the_terminal_asks_for_is_there_with_its_facts() -> None:
    asked = [
        (str(call.args[0].value), {keyword.arg for keyword in call.keywords})
        for call in calls("text")
        if call.args and isinstance(call.args[0], ast.Constant) and "words" in ast.unparse(call.func)
    ]
    assert "created" in {key for key, _ in asked}
    for key, facts in asked:
        sentence = entry(table("cli"), "sentence", key)["en"]
        forms = sentence.values() if isinstance(sentence, dict) else [sentence]
        for form in forms:
            assert gaps(form) <= facts, key


def test_no_sentence_of_the_terminal_is_left_over() -> None:
    package = Path(hrd_desktop.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py")))
    unused = [
        key for key in table("cli") if f'"{key}"' not in source and f'"{key.removeprefix("obstacle_")}"' not in source
    ]
    assert unused == []

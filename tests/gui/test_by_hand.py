"""A whole case entered by hand through the window is, exported, the case that the same facts are when imported."""

from __future__ import annotations

import faulthandler
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, files
from tests.gui.case_desk import NOW
from tests.gui.case_desk import PASSPHRASE as DESK_PASSPHRASE
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.hands import press, type_in


@pytest.fixture
def begun(empty_file, tasks, language, show, qtbot):
    """The page of a case just begun in the New-case dialog."""

    def make(given: Case) -> CasePage:
        dialog = NewCaseDialog(empty_file, tasks, language, NOW.date())
        show(dialog)
        qtbot.waitUntil(lambda: bool(dialog.code.text()))
        for line, text in (
            (dialog.code, given.code),
            (dialog.alias, given.alias or ""),
            (dialog.name, given.persons[0].names[0].family or ""),
        ):
            type_in(line, text)
        with qtbot.waitSignal(dialog.accepted):
            press(dialog.begin)
        case = OpenCase(empty_file, cases.open_case(empty_file, given.code), tasks, lambda: NOW)
        page = CasePage(case, tasks, "en")
        case.setParent(page)
        page.resize(1184, 728)
        show(page)
        page.setUpdatesEnabled(False)  # nobody looks, and painting takes half the time
        return page

    return make


@pytest.mark.parametrize("sample", ["s5", pytest.param("s1", marks=pytest.mark.long)])
def test_by_hand_is_as_by_import(begun, empty_file, tasks, tmp_path: Path, qtbot, sample: str) -> None:
    faulthandler.cancel_dump_traceback_later()  # a long evening's work: on a busy computer it takes its time
    source = resource("demo", f"{sample}.json")
    given = read_case(source.read_bytes(), source.name)
    page = begun(given)
    hand = Hand(page, given)
    hand.enter()
    case = page.context.case
    qtbot.waitUntil(lambda: not case.busy, timeout=10000)
    assert (hand.refused, hand.not_asked) == ([], [])
    assert case.drafts == {}
    cases.export_case(empty_file, given.code, tmp_path / "hand.json")
    page.hide()  # as the window does when it locks
    qtbot.waitUntil(lambda: not case.busy)
    tasks.close()
    files.lock(empty_file)
    assert by_terminal(empty_file.path, given.code, tmp_path / "terminal.json") == (tmp_path / "hand.json").read_bytes()
    other = files.create(tmp_path / "other.hrd", PASSPHRASE, calibrate=False)
    try:
        cases.import_cases(other, [source], on=NOW.date())
        cases.export_case(other, given.code, tmp_path / "imported.json")
    finally:
        files.lock(other)
    by_hand, imported = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("hand.json", "imported.json"))
    assert list(differences(by_hand, renamed(imported, hand.ids))) == []


@pytest.mark.parametrize(
    "section",
    [
        "incidents",
        "background:P1",
        *(pytest.param(key, marks=pytest.mark.long) for key in ("safety_consent", "work", "asylum", "family")),
    ],
)
def test_one_question_at_a_time_until_the_power_goes(templates, tmp_path: Path, show, qtbot, section: str) -> None:
    path = tmp_path / "killed.hrd"
    templates.copy("s1", path)
    command = [sys.executable, "-m", "tests.gui.hand_killed", str(path), DESK_PASSPHRASE, section]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -9, done.stderr
    said = json.loads(done.stdout)
    file = files.unlock(path, DESK_PASSPHRASE)
    try:
        tasks = Tasks()
        case = OpenCase(file, cases.open_case(file, "HRD-2026-S1"), tasks, lambda: NOW)
        page = CasePage(case, tasks, "en")
        page.resize(1184, 728)
        show(page)
        assert page.section == section
        shown = page.stack.currentWidget()
        assert isinstance(shown, SectionPage)
        qtbot.waitUntil(lambda: shown.guided is not None and shown.guided.place == said["place"])
        assert {place: case.value(place) for place in said["typed"]} == said["typed"]
        page.hide()
        qtbot.waitUntil(lambda: not case.busy)
        tasks.close()
    finally:
        files.lock(file)


def by_terminal(path: Path, code: str, out: Path) -> bytes:
    """What `hrd-desktop export` writes."""
    command = [sys.executable, "-m", "hrd_desktop", "export", str(path), code, "-o", str(out), "--passphrase-file", "-"]
    subprocess.run(command, input=f"{PASSPHRASE}\n", text=True, check=True, capture_output=True, timeout=60)
    return out.read_bytes()


def differences(one: Any, other: Any, at: str = "$") -> Iterator[str]:
    """Where two exported cases are not the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from differences(one.get(key), other.get(key), f"{at}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{at}[{index}]")
    elif one != other:
        yield f"{at}: {one} != {other}"


def renamed(exported: Any, ids: dict[str, str]) -> Any:
    """An exported case with the ids that the window gave, where ids are meant: of rows, references and places."""
    case = read_case(json.dumps(exported).encode(), "renamed.json")

    def called(place: str) -> str:
        head, *keys = place.split(".")
        return ".".join([ids.get(head, head), *keys])

    for node in list(walk(case)):
        for spec in fields_of(type(node.value)):
            value = getattr(node.value, spec.name)
            if value is None or not (spec.name in ("id", "at") or spec.kind is Kind.REF):
                continue
            setattr(node.value, spec.name, [called(one) for one in value] if spec.many else called(value))
    return json.loads(write_case(case))

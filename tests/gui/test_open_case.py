from __future__ import annotations

import copy

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import RemoveRow
from hrd_desktop.errors import EditRefused, NoPackForDate
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.services import cases, editing
from tests.gui.case_desk import NOW, Desk


def test_an_edit_is_in_memory_at_once_and_on_file_soon(desk: Desk, qtbot) -> None:
    with qtbot.waitSignal(desk.case.saved) as saved:
        desk.case.set_value("IN1.place", "Mokha")
        assert desk.case.value("IN1.place") == "Mokha"
    assert saved.args == [NOW]
    assert desk.stored("IN1.place") == "Mokha"


def test_edits_arrive_in_the_order_in_which_they_were_made(desk: Desk) -> None:
    for number in range(20):
        desk.case.set_value("case.intended_city", f"City {number}")
    desk.case.set_value("P3.dependency.economic", "yes")
    desk.case.set_value("P3.dependency.emotional", "no")
    desk.case.remove_row("P2")
    memory = write_case(desk.case.case)
    assert desk.stored("case.intended_city") == "City 19"
    assert write_case(desk.on_file()) == memory


def test_undo_and_redo_reach_the_file(desk: Desk, qtbot) -> None:
    before = write_case(desk.case.case)
    desk.case.set_value("P1.whereabouts.in_hiding", "yes")
    desk.case.remove_row("IN1")
    after = write_case(desk.case.case)
    with qtbot.waitSignal(desk.case.undo_changed, check_params_cb=lambda undo, redo: not undo and redo):
        desk.case.undo()
        desk.case.undo()
    assert write_case(desk.on_file()) == before
    desk.case.redo()
    desk.case.redo()
    assert write_case(desk.on_file()) == after


def test_typing_in_one_field_is_one_step_back(desk: Desk) -> None:
    for text in ("A", "Ad", "Aden"):
        desk.case.set_value("IN1.place", text, typing=True)
    desk.case.undo()
    assert desk.case.value("IN1.place") == "Taizz"
    assert desk.stored("IN1.place") == "Taizz"


def test_typing_in_two_fields_is_two_steps_back(desk: Desk) -> None:
    desk.case.set_value("IN1.place", "Aden", typing=True)
    desk.case.set_value("IN1.link_text", "Other", typing=True)
    desk.case.set_value("IN1.place", "Mokha", typing=True)
    desk.case.undo()
    assert desk.case.value("IN1.place") == "Aden"
    desk.case.undo()
    assert desk.case.value("IN1.place") == "Aden"
    assert desk.case.value("IN1.link_text") != "Other"


def test_a_row_begun_is_there_again_when_the_case_is_opened_again(desk: Desk) -> None:
    key = desk.case.add_row("case.incidents")
    desk.case.set_value(f"{key}.description", "Begun, not finished")
    desk.case.set_value(f"{key}.date", PartialDate(2026, 2))
    desk.settle()
    again = OpenCase(desk.file, cases.open_case(desk.file, desk.code), desk.tasks, lambda: NOW)
    assert again.rows("case.incidents")[-1] == key
    assert again.value(f"{key}.description") == "Begun, not finished"
    assert again.value(f"{key}.date") == PartialDate(2026, 2)
    again.deleteLater()


def test_a_row_begun_becomes_real_and_its_draft_is_gone(desk: Desk) -> None:
    key = desk.case.add_row("case.incidents")
    row = {
        "date": PartialDate(2026, 2),
        "persons": ["P1"],
        "country": "DJ",
        "acts": ["threat"],
        "agents": ["non_state"],
    }
    for name, value in row.items():
        desk.case.set_value(f"{key}.{name}", value)
    assert len(desk.drafts_on_file()) == 1
    desk.case.set_value(f"{key}.description", "A call at night.")
    assert desk.drafts_on_file() == []
    assert desk.stored(f"{key}.acts") == ["threat"]
    desk.case.undo()
    assert desk.drafts_on_file()[0].values == row
    assert all(incident.id != key for incident in desk.on_file().incidents)


def test_the_worker_gets_its_own_copy(desk: Desk) -> None:
    """What is queued must not change under the worker's hands while the window goes on."""
    acts = ["threat"]
    desk.case.set_value("IN1.acts", acts)
    wanted = copy.deepcopy(acts)
    acts.append("raid")
    assert desk.stored("IN1.acts") == wanted


def test_what_cannot_be_saved_is_undone_and_told(desk: Desk, qtbot) -> None:
    """Somebody else took the row away: the edit fails on file, and the screen shows the file again."""
    desk.case.set_value("IN1.place", "Aden")
    desk.settle()
    editing.change(desk.file, desk.code, [RemoveRow("IN1")], at=NOW)
    with qtbot.waitSignals([desk.case.failed, desk.case.reloaded]):
        desk.case.set_value("IN1.place", "Mokha")
        desk.case.set_value("case.intended_city", "Brandon")
    assert "IN1" not in desk.case.rows("case.incidents")
    assert desk.case.value("case.intended_city") == "Brandon"
    assert write_case(desk.on_file()) == write_case(desk.case.case)


def test_a_refused_edit_changes_nothing_anywhere(desk: Desk) -> None:
    before = write_case(desk.case.case)
    with pytest.raises(EditRefused):
        desk.case.set_value("IN1.description", "  ")
    assert write_case(desk.case.case) == before
    assert write_case(desk.on_file()) == before


def test_a_clock_put_back_keeps_the_last_assessment_and_is_told(desk: Desk, qtbot) -> None:
    years = [NOW.year]
    opened = cases.open_case(desk.file, desk.code)
    case = OpenCase(desk.file, opened, desk.tasks, lambda: NOW.replace(year=years[0]))
    before = case.assessment
    years[0] = 1970
    with qtbot.waitSignal(case.failed) as told:
        case.set_value("case.alias", "Lantern")
    assert isinstance(told.args[0], NoPackForDate)
    assert case.assessment is before
    qtbot.waitUntil(lambda: not case.busy)


def test_the_assessment_follows_an_edit(desk: Desk, qtbot) -> None:
    assert next(item for item in desk.case.assessment.items if item.id == "E05").result == "MET"
    with qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("case.claim.grounds", [])
    assert next(item for item in desk.case.assessment.items if item.id == "E05").result == "UNCLEAR"

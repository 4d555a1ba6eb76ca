"""A travel file: made, marked at home while it is away, and brought home through the same questions."""

from __future__ import annotations

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.merge_dialog import MergeDialog
from hrd_desktop.gui.travel_dialog import TravelDialog
from hrd_desktop.services import cases, editing, files, handing

CODE = "HRD-2026-S1"
WORDS = "plough lantern seventy harbour quiet"


@pytest.fixture
def home(case_file, tasks, language, now):
    return Desk(case_file, tasks, language, now, "AB")


@pytest.fixture
def road(home, tmp_path, now):
    """The folder of a travel file in which something was changed on the way."""
    made = handing.travel(home.file, [CODE], tmp_path / "road", WORDS, at=now(), by="AB", calibrate=False)
    away = files.unlock(made.path, WORDS)
    editing.change(away, CODE, [SetValue("case.alias", "Road"), SetValue("case.caseworker", "R.")], at=now(), by="RR")
    files.lock(away)
    return made.path


def at_rest(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.working, timeout=15000)


def test_a_travel_file_holds_the_chosen_cases_alone(home, show, qtbot, tmp_path):
    dialog = show(TravelDialog(home, [CODE], calibrate=False))
    qtbot.waitUntil(lambda: dialog.home.text() != "")
    assert "4 other cases" in dialog.home.text()
    dialog.secret.line.setText(WORDS)
    dialog.again.setText(WORDS)
    dialog.choose_file = lambda suggested: tmp_path / suggested.name
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.ended
    assert dialog.secret.text == dialog.again.text() == ""
    [made] = list(tmp_path.glob("travel-*.hrd"))
    away = files.unlock(made, WORDS)
    assert [row.code for row in cases.list_cases(away, cases.CaseloadQuery())] == [CODE]
    files.lock(away)
    assert [one.code for one in handing.travelling(home.file)] == [CODE]


@pytest.mark.parametrize("again", ["", "plough lantern seventy harbour quite"])
def test_the_passphrase_must_be_typed_twice_alike(home, show, qtbot, again):
    dialog = show(TravelDialog(home, [CODE], calibrate=False))
    qtbot.waitUntil(lambda: dialog.cases.list.count() > 0)
    dialog.choose_file = lambda suggested: pytest.fail("asked where to write")
    dialog.secret.line.setText(WORDS)
    dialog.again.setText(again)
    dialog.submit()
    assert dialog.message.isVisible()
    qtbot.waitUntil(dialog.again.hasFocus)


def test_a_refusal_goes_when_what_it_asks_for_is_filled_in(home, show, qtbot):
    dialog = show(TravelDialog(home, [CODE], calibrate=False))
    qtbot.waitUntil(lambda: dialog.cases.list.count() > 0)
    dialog.submit()
    assert dialog.message.isVisible()
    dialog.secret.suggest.click()
    assert not dialog.message.isVisible()


def test_a_weak_passphrase_is_refused_and_nothing_is_left(home, show, qtbot, tmp_path):
    dialog = show(TravelDialog(home, [CODE], calibrate=False))
    qtbot.waitUntil(lambda: dialog.cases.list.count() > 0)
    dialog.secret.line.setText("short")
    dialog.again.setText("short")
    dialog.choose_file = lambda suggested: tmp_path / "t.hrd"
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.message.isVisible()
    assert not (tmp_path / "t.hrd").exists()
    assert handing.travelling(home.file) == []


def test_a_suggested_passphrase_fills_both_fields(home, show, qtbot):
    dialog = show(TravelDialog(home, [CODE], calibrate=False))
    dialog.secret.suggest.click()
    assert dialog.again.text() == dialog.secret.text != ""
    dialog.close()
    assert dialog.again.text() == ""


def test_brought_home_with_the_questions_of_both_sides(home, road, show, qtbot, now):
    editing.change(home.file, CODE, [SetValue("case.alias", "Home")], at=now(), by="AB")
    dialog = show(MergeDialog(home, road, home=True))
    qtbot.waitUntil(dialog.secret.hasFocus)
    dialog.secret.setText(WORDS)
    dialog.go.click()
    at_rest(qtbot, dialog)
    dialog.go.click()
    [card] = dialog.list.cards
    card.theirs.choice.click()
    dialog.go.click()
    at_rest(qtbot, dialog)
    found = cases.open_case(home.file, CODE).case
    assert (found.alias, found.caseworker) == ("Road", "R.")
    assert not dialog.save_receipt.isVisible()
    assert "erase the travel file" in dialog.next.text()
    assert handing.travelling(home.file) == []


def test_closing_the_window_frees_the_travel_file(home, road, show, qtbot, tasks):
    dialog = show(MergeDialog(home, road, home=True))
    dialog.secret.setText(WORDS)
    dialog.go.click()
    at_rest(qtbot, dialog)
    dialog.cancel.click()
    with qtbot.waitCallback() as closed:
        tasks.database(lambda: None, done=closed, owner=tasks)
    files.lock(files.unlock(road, WORDS))


def test_a_wrong_passphrase_is_said_and_may_be_typed_again(home, road, show, qtbot):
    dialog = show(MergeDialog(home, road, home=True))
    dialog.secret.setText("not what it was")
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.message.isVisible()
    assert dialog.secret.isVisible()
    assert dialog.go.isEnabled()

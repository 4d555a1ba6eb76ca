"""Taking cases in through the window, with real files: the look, the questions, the receipt; Cancel at any moment."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from hrd_desktop.core.edit import RemoveRow, SetValue
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_receipt import HandOverReceipt
from hrd_desktop.gui.merge_dialog import MergeDialog
from hrd_desktop.services import cases, files, handing

from .two_files import CODE, WORDS, at_rest, change, on_file, sent


@pytest.fixture
def here(case_file, tasks, language, now):
    return Desk(case_file, tasks, language, now, "AB")


@pytest.fixture
def there(empty_file, tasks, language, now):
    return Desk(empty_file, tasks, language, now, "CD")


@pytest.fixture
def sealed(here, there, tmp_path, now):
    """One case, sealed to the key of the other file."""
    return sent(here, there, tmp_path / "one", now, by="Ada", other="north office")


@pytest.fixture
def shared(sealed, there, now):
    """Taken in there: both know where they began."""
    with handing.look(there.file, sealed) as incoming:
        handing.take(there.file, incoming, at=now(), by="CD")
    return sealed


def taking_in(desk, path, show, qtbot, *, home=False):
    dialog = show(MergeDialog(desk, path, home=home))
    at_rest(qtbot, dialog)
    return dialog


def test_a_new_case_is_looked_at_taken_in_and_receipted(here, there, sealed, show, qtbot, tmp_path):
    dialog = taking_in(there, sealed, show, qtbot)
    assert dialog.steps.currentWidget() is dialog.dry
    assert "Ada" in dialog.dry_lead.text()
    assert "New here" in dialog._looks[0].said.text()
    assert cases.count_cases(there.file, cases.CaseloadQuery()) == 0
    assert dialog.go.text() == "Take them in"
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.codes == (CODE,)
    assert on_file(there).persons == on_file(here).persons
    assert "new here" in dialog.counts.text()
    out = tmp_path / "r.hrdreceipt"
    dialog.choose_file = lambda suggested: out
    dialog.save_receipt.click()
    qtbot.waitUntil(dialog.receipt_said.isVisible)
    shown = show(HandOverReceipt(here, out))
    at_rest(qtbot, shown)
    assert "north office" in shown.found.text()
    assert CODE in shown.what.text()
    assert shown.close_case.isVisible()
    assert handing.register(here.file, CODE)[0].receipt is not None


def test_a_receipt_after_a_change_does_not_offer_to_close(here, there, sealed, show, qtbot, tmp_path, now):
    with handing.look(there.file, sealed) as incoming:
        taken = handing.take(there.file, incoming, at=now())
    (tmp_path / "r.hrdreceipt").write_bytes(taken.receipt)
    change(here, SetValue("case.caseworker", "Somebody Else"))
    shown = show(HandOverReceipt(here, tmp_path / "r.hrdreceipt"))
    at_rest(qtbot, shown)
    assert "Changed here" in shown.what.text()
    assert not shown.close_case.isVisible()


@pytest.mark.parametrize("data", [b"", b"not json", json.dumps({"format": "hrd-receipt"}).encode()])
def test_a_file_that_is_no_receipt_is_refused(here, show, qtbot, tmp_path, data):
    (tmp_path / "r.hrdreceipt").write_bytes(data)
    shown = show(HandOverReceipt(here, tmp_path / "r.hrdreceipt"))
    at_rest(qtbot, shown)
    assert shown.message.isVisible()
    assert not shown.found.isVisible()


def test_both_changed_the_same_is_asked_the_rest_is_taken(here, there, shared, show, qtbot, tmp_path, now):
    change(here, SetValue("case.alias", "Ours"))
    change(there, SetValue("case.alias", "Theirs"), SetValue("case.caseworker", "C. Elsewhere"))
    dialog = taking_in(here, sent(there, here, tmp_path / "back", now, by="Cyra"), show, qtbot)
    assert dialog.go.text() == "On to the questions"
    assert "Questions to answer, because both sides changed it: 1" in dialog._looks[0].said.text()
    assert "only the other side changed them: 1" in dialog._looks[0].said.text()
    dialog._looks[0].more.click()
    told = dialog._looks[0].detail.findChildren(QLabel)
    assert "C. Elsewhere" in "".join(label.text() for label in told)
    assert on_file(here).caseworker != "C. Elsewhere"
    dialog.go.click()
    assert not dialog.go.isEnabled()
    [card] = dialog.list.cards
    assert "AB" in card.mine.told.text()
    assert "CD" in card.theirs.told.text()
    qtbot.waitUntil(card.mine.choice.hasFocus)
    QTest.keyClick(card.mine.choice, Qt.Key.Key_2)
    assert dialog.answered.text() == "Answered: 1 of 1"
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.ended
    assert (on_file(here).alias, on_file(here).caseworker) == ("Theirs", "C. Elsewhere")


def test_mine_for_the_rest_keeps_mine(here, there, shared, show, qtbot, tmp_path, now):
    change(here, SetValue("case.alias", "Ours"), SetValue("case.caseworker", "A. Here"))
    change(there, SetValue("case.alias", "Theirs"), SetValue("case.caseworker", "C. Elsewhere"))
    dialog = taking_in(here, sent(there, here, tmp_path / "back", now, by="Cyra"), show, qtbot)
    dialog.go.click()
    dialog.list.cards[0].theirs.choice.click()
    dialog.rest_mine.click()
    dialog.go.click()
    at_rest(qtbot, dialog)
    first = dialog.list.cards[0].place
    kept = {"case.alias": "Ours", "case.caseworker": "A. Here"}
    taken = {"case.alias": "Theirs", "case.caseworker": "C. Elsewhere"}
    now_there = {place: taken[place] if place == first else kept[place] for place in kept}
    assert {"case.alias": on_file(here).alias, "case.caseworker": on_file(here).caseworker} == now_there


@pytest.mark.parametrize("out", [False, True])
def test_a_row_taken_out_there_stays_unless_somebody_says_so(here, there, shared, show, qtbot, tmp_path, now, out):
    row = on_file(there).incidents[0].id
    change(there, RemoveRow(row))
    dialog = taking_in(here, sent(there, here, tmp_path / "back", now, by="Cyra"), show, qtbot)
    dialog.go.click()
    [card] = dialog.list.cards
    assert card.state.text() == "It stays"
    if out:
        card.theirs.choice.click()
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert (row in [one.id for one in on_file(here).incidents]) is not out


@pytest.mark.parametrize("step", ["look", "questions"])
def test_cancel_at_any_step_leaves_everything(here, there, shared, show, qtbot, tmp_path, now, step):
    change(here, SetValue("case.alias", "Ours"))
    change(there, SetValue("case.alias", "Theirs"), SetValue("case.caseworker", "C. Elsewhere"))
    path, before = sent(there, here, tmp_path / "back", now, by="Cyra"), on_file(here)
    dialog = taking_in(here, path, show, qtbot)
    if step == "questions":
        dialog.go.click()
        dialog.rest_theirs.click()
    with qtbot.waitSignal(dialog.finished):
        dialog.cancel.click()
    assert dialog.codes == ()
    assert on_file(here) == before


def test_escape_leads_back_to_the_look_and_keeps_the_answers(here, there, shared, show, qtbot, tmp_path, now):
    change(here, SetValue("case.alias", "Ours"), SetValue("case.caseworker", "A. Here"))
    change(there, SetValue("case.alias", "Theirs"), SetValue("case.caseworker", "C. Elsewhere"))
    dialog = taking_in(here, sent(there, here, tmp_path / "back", now, by="Cyra"), show, qtbot)
    dialog.go.click()
    dialog.list.cards[0].theirs.choice.click()
    QTest.keyClick(dialog.list.cards[0].theirs.choice, Qt.Key.Key_Escape)
    assert dialog.steps.currentWidget() is dialog.dry
    dialog.go.click()
    assert dialog.steps.currentWidget() is dialog.questions
    assert dialog.answered.text() == "Answered: 1 of 2"
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.list.cards[0].theirs.choice, Qt.Key.Key_Escape)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert on_file(here).alias == "Ours"


def test_a_case_changed_after_the_look_is_looked_at_again(here, there, shared, show, qtbot, tmp_path, now):
    change(there, SetValue("case.caseworker", "C. Elsewhere"))
    dialog = taking_in(here, sent(there, here, tmp_path / "back", now, by="Cyra"), show, qtbot)
    change(here, SetValue("case.caseworker", "A. Here"))
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.message.isVisible()
    assert dialog.steps.currentWidget() is dialog.ask
    assert not dialog.secret.isVisible()
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.dry
    assert len(dialog.list.cards) == 1
    assert dialog.go.text() == "On to the questions"


def test_a_passphrase_is_asked_for_and_a_wrong_one_may_be_mended(here, there, show, qtbot, tmp_path, now):
    made = handing.seal(here.file, [CODE], tmp_path / "one", passphrase=WORDS, at=now())
    dialog = taking_in(there, made.path, show, qtbot)
    assert dialog.steps.currentWidget() is dialog.ask
    qtbot.waitUntil(dialog.secret.hasFocus)
    dialog.secret.setText("something else altogether")
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert dialog.message.isVisible()
    dialog.secret.setText(WORDS)
    QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.dry
    assert dialog.secret.text() == ""


def test_what_was_sealed_to_somebody_else_says_so(here, there, sealed, show, qtbot, tmp_path):
    third = files.create(tmp_path / "third.hrd", "five invented geese on a wall", calibrate=False)
    desk = Desk(third, here.tasks, here.language, here.now, "")
    dialog = taking_in(desk, sealed, show, qtbot)
    assert dialog.message.isVisible()
    dialog.close()
    files.lock(third)


def test_a_file_that_is_no_hand_over_is_refused(here, show, qtbot, tmp_path):
    (tmp_path / "x.hrdcase").write_bytes(b"PK\x03\x04 something")
    dialog = taking_in(here, tmp_path / "x.hrdcase", show, qtbot)
    assert dialog.message.isVisible()
    assert dialog.steps.currentWidget() is dialog.ask


def test_the_same_file_twice_is_nothing_new(there, shared, show, qtbot):
    dialog = taking_in(there, shared, show, qtbot)
    assert "taken in before" in dialog.dry_lead.text()
    dialog.go.click()
    at_rest(qtbot, dialog)
    assert "nothing is there twice" in dialog.counts.text()
    assert dialog.save_receipt.isVisible()


def test_choosing_no_file_is_no_hand_over(here, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    assert MergeDialog.ask_hand_over(here) == ()
    assert HandOverReceipt.ask(here) == ""

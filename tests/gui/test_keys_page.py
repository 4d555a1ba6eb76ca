"""The page of the keys and its questions, on a real case file: who can open it before and after."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrd_desktop.errors import WrongSecret
from hrd_desktop.gui.keys_dialog import KeysDialog
from hrd_desktop.gui.keys_page import KeysPage
from hrd_desktop.gui.keys_recovery import KeysRecovery
from hrd_desktop.services import files, keys

from .conftest import PASSPHRASE

OTHER = "nine pears in a wooden bowl"
THIRD = "a glass bell under the snow"
OFFICE = "the drawer under the window"
DAY = date(2026, 3, 4)


def opens(file, secret):
    try:
        keys.check(file, secret)
    except WrongSecret:
        return False
    return True


def with_recovery(file, on=DAY):
    with keys.add_recovery(file, PASSPHRASE, on=on) as pending:
        code = pending.code
        pending.prove(code)
    return code


@pytest.fixture
def page_of(empty_file, tasks, language, now, show, qtbot):
    def make():
        page = show(KeysPage(empty_file, tasks, language, now, calibrate=False))
        qtbot.waitUntil(lambda: bool(page.cards))
        return page

    return make


def dialog(kind=KeysDialog):
    [found] = [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]
    return found


def settled(qtbot, page, asked):
    """Go on with a question; the list is there anew."""
    with qtbot.waitSignal(page.changed, timeout=20000):
        asked.submit()


def refused(qtbot, asked):
    asked.submit()
    qtbot.waitUntil(lambda: not asked.working, timeout=20000)
    assert asked.isVisible()
    return asked.message.text()


def fill_new(asked, text=OTHER):
    asked.new.secret.line.setText(text)
    asked.new.again.setText(text)


def test_each_key_is_said_in_words(page_of, empty_file):
    keys.add_passphrase(empty_file, PASSPHRASE, OTHER, "Supervisor", on=DAY, calibrate=False)
    code = with_recovery(empty_file)
    keys.rehearse(empty_file, code, date(2026, 5, 6))
    page = page_of()
    assert [card.name.text() for card in page.cards] == ["Passphrase", "Passphrase · Supervisor", "Recovery code"]
    assert "not known" in page.cards[0].facts.text()
    assert page.cards[1].facts.text() == "Made on March 4, 2026."
    assert page.cards[2].facts.text() == "Made on March 4, 2026. Last tried on May 6, 2026."
    assert [list(card.buttons) for card in page.cards[1:]] == [
        ["rename", "replace", "revoke"],
        ["try", "rename", "replace", "revoke"],
    ]


def test_the_only_key_cannot_be_taken_away(page_of):
    page = page_of()
    [card] = page.cards
    assert not card.buttons["revoke"].isVisible()
    assert card.only.isVisible()
    assert page.advice.isVisible()


def test_a_supervisor_gets_a_passphrase(page_of, empty_file, qtbot):
    page = page_of()
    page.add_button.click()
    asked = dialog()
    asked.name.setText("Supervisor")
    fill_new(asked)
    asked.confirm.setText("this opens nothing at all")
    assert "does not open" in refused(qtbot, asked)
    assert asked.confirm.hasFocus()
    assert len(keys.slots(empty_file)) == 1
    asked.confirm.setText(PASSPHRASE)
    settled(qtbot, page, asked)
    assert opens(empty_file, OTHER)
    assert [card.name.text() for card in page.cards] == ["Passphrase", "Passphrase · Supervisor"]
    assert page.said.isVisible()


@pytest.mark.parametrize(
    ("leave_out", "where"), [("name", "name"), ("new", "new"), ("again", "new"), ("confirm", "confirm")]
)
def test_nothing_is_tried_before_everything_is_filled_in(page_of, empty_file, leave_out, where):
    page = page_of()
    page.add_passphrase()
    asked = dialog()
    asked.name.setText("" if leave_out == "name" else "Supervisor")
    fill_new(asked, "" if leave_out == "new" else OTHER)
    if leave_out == "again":
        asked.new.again.setText("something else")
    asked.confirm.setText("" if leave_out == "confirm" else PASSPHRASE)
    asked.submit()
    assert asked.message.isVisible()
    assert not asked.working
    field, led_to = getattr(asked, where), asked.focusWidget()
    assert led_to is field or field.isAncestorOf(led_to)


def test_a_guessable_passphrase_is_refused_where_it_was_typed(page_of, empty_file, qtbot):
    page = page_of()
    page.add_passphrase()
    asked = dialog()
    asked.name.setText("Supervisor")
    fill_new(asked, "passwordpassword")
    asked.confirm.setText(PASSPHRASE)
    assert "guess" in refused(qtbot, asked)
    assert asked.new.secret.line.hasFocus()
    assert len(keys.slots(empty_file)) == 1


def test_a_suggestion_is_shown_whole_and_typed_again_by_hand(page_of, qtbot):
    page = page_of()
    page.add_passphrase()
    asked = dialog()
    asked.new.again.setText("left over")
    with qtbot.waitSignal(asked.new.secret.strong.weighed):
        asked.new.secret.suggest.click()
    words = asked.new.text
    assert len(words.split()) == 6
    assert asked.new.suggestion.text() == words
    assert asked.new.suggestion.isVisible()
    assert asked.new.note.isVisible()
    assert asked.new.again.text() == ""
    qtbot.waitUntil(asked.new.again.hasFocus)
    assert asked.new.secret.strong.bar.score == 4
    QTest.keyClicks(asked.new.secret.line, "x")
    assert not asked.new.suggestion.isVisible()
    asked.confirm.setText(PASSPHRASE)
    asked.done(0)
    left = (asked.new.text, asked.new.suggestion.text(), asked.new.again.text(), asked.confirm.text())
    assert left == ("", "", "", "")


def test_the_office_key_is_pasted_and_opens(page_of, empty_file, tmp_path, qtbot):
    public = keys.make_office_key(tmp_path / "office.key", OFFICE, calibrate=False)
    page = page_of()
    page.office_button.click()
    asked = dialog()
    asked.name.setText("Montréal")
    asked.confirm.setText(PASSPHRASE)
    asked.office.setPlainText(public[:-1] + ("q" if public[-1] != "q" else "p"))
    refused(qtbot, asked)
    assert asked.office.hasFocus()
    asked.office.setPlainText(f" {public}\n")
    settled(qtbot, page, asked)
    secret = keys.office_secret(tmp_path / "office.key", OFFICE)
    assert opens(empty_file, secret)
    secret.wipe()
    assert public[-6:] in page.cards[1].facts.text()


def test_revoking_says_what_it_does_not_help_against(page_of, empty_file, qtbot):
    keys.add_passphrase(empty_file, PASSPHRASE, OTHER, "Supervisor", on=DAY, calibrate=False)
    page = page_of()
    page.cards[1].buttons["revoke"].click()
    asked = dialog()
    assert "backup" in asked.harm.text()
    asked.confirm.setText(OTHER)
    assert "very key" in refused(qtbot, asked)
    assert opens(empty_file, OTHER)
    asked.confirm.setText(PASSPHRASE)
    settled(qtbot, page, asked)
    assert not opens(empty_file, OTHER)
    assert opens(empty_file, PASSPHRASE)
    assert len(page.cards) == 1


def test_renaming_asks_for_a_secret_too(page_of, empty_file, qtbot):
    keys.add_passphrase(empty_file, PASSPHRASE, OTHER, "Supervisor", on=DAY, calibrate=False)
    page = page_of()
    page.cards[1].buttons["rename"].click()
    asked = dialog()
    assert asked.name.text() == "Supervisor"
    asked.name.setText("Deputy")
    asked.confirm.setText("this opens nothing at all")
    refused(qtbot, asked)
    assert keys.slots(empty_file)[1].name == "Supervisor"
    asked.confirm.setText(OTHER)
    settled(qtbot, page, asked)
    assert keys.slots(empty_file)[1].name == "Deputy"


def test_changing_and_replacing_leave_the_others(page_of, empty_file, qtbot):
    keys.add_passphrase(empty_file, PASSPHRASE, OTHER, "Supervisor", on=DAY, calibrate=False)
    page = page_of()
    page.change_button.click()
    asked = dialog()
    fill_new(asked, THIRD)
    asked.confirm.setText(PASSPHRASE)
    settled(qtbot, page, asked)
    assert (opens(empty_file, PASSPHRASE), opens(empty_file, OTHER), opens(empty_file, THIRD)) == (False, True, True)
    card = next(card for card in page.cards if card.slot.name == "Supervisor")
    card.buttons["replace"].click()
    asked = dialog()
    assert asked.name.text() == "Supervisor"
    fill_new(asked, PASSPHRASE)
    asked.confirm.setText(THIRD)
    settled(qtbot, page, asked)
    assert (opens(empty_file, PASSPHRASE), opens(empty_file, OTHER), opens(empty_file, THIRD)) == (True, False, True)
    assert sorted(slot.name for slot in keys.slots(empty_file)) == ["", "Supervisor"]


def test_trying_the_code_names_the_group_and_notes_the_day(page_of, empty_file, qtbot, now):
    code = with_recovery(empty_file)
    page = page_of()
    page.cards[1].buttons["try"].click()
    asked = dialog()
    assert not asked.confirm.isVisible()
    groups = code.split("-")
    for field, group in zip(asked.code.fields, groups, strict=True):
        field.setText(group)
    asked.code.fields[1].setText(groups[1][:3])
    asked.submit()
    assert "Group 2" in asked.message.text()
    assert not asked.working
    asked.code.fields[1].setText(groups[1])
    asked.code.fields[3].setText(("0" if groups[3][0] != "0" else "1") + groups[3][1:])
    assert "group 4" in refused(qtbot, asked)
    assert asked.code.fields[3].property("wrong")
    assert asked.code.fields[3].hasFocus()
    asked.code.fields[3].setText(groups[3].lower())
    settled(qtbot, page, asked)
    assert keys.slots(empty_file)[1].rehearsed_on == now().date()


def test_a_code_of_another_file_is_not_called_a_typing_mistake(page_of, empty_file, tmp_path, qtbot):
    other = files.create(tmp_path / "other.hrd", PASSPHRASE, calibrate=False)
    code = with_recovery(other)
    files.lock(other)
    with_recovery(empty_file)
    page = page_of()
    page.rehearse()
    asked = dialog()
    asked.code.fields[0].setText(code)
    asked.code.fields[0].textEdited.emit(code)
    assert asked.code.text == code
    assert "does not open" in refused(qtbot, asked)


def test_a_recovery_sheet_is_replaced_by_a_new_one(page_of, empty_file, qtbot):
    old = with_recovery(empty_file)
    page = page_of()
    page.cards[1].buttons["replace"].click()
    asked = dialog(KeysRecovery)
    assert asked.harm.isVisible()
    asked.confirm.setText(PASSPHRASE)
    asked.submit()
    qtbot.waitUntil(lambda: asked.steps.currentWidget() is asked.sheet, timeout=20000)
    new = asked._made.code
    asked.submit()
    for field, group in zip(asked.code.fields, new.split("-"), strict=True):
        field.setText(group)
    settled(qtbot, page, asked)
    assert opens(empty_file, new)
    assert not opens(empty_file, old)
    asked.submit()


def test_a_full_file_offers_nothing_more(page_of, empty_file, qtbot):
    for number in range(keys.MOST_KEPT - 1):
        keys.add_office(empty_file, PASSPHRASE, _public(number), f"Office {number}", on=DAY)
    page = page_of()
    assert len(page.cards) == keys.MOST_KEPT
    assert page.full.isVisible()
    assert not page.add_box.isVisible()


def _public(number):
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    from hrd_desktop.vault import office

    private = X25519PrivateKey.from_private_bytes(bytes([number + 1] * 32))
    return office.public_text(private.public_key().public_bytes_raw())


def test_french_and_back(page_of, language, qtbot):
    page = page_of()
    language.set("fr")
    qtbot.waitUntil(lambda: page.cards[0].name.text() == "Phrase secrète")
    assert page.recovery_button.text() == "Faire une feuille de récupération…"
    language.set("en")
    qtbot.waitUntil(lambda: page.cards[0].name.text() == "Passphrase")

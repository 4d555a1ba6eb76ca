"""The list of questions of a merge: answered by keyboard, by click, or for the rest at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.merge import Merge
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.gui.merge_list import MergeList
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.wording import wording

from .merge_desk import absent, case, merge, question

CODE = "HRD-2026-S1"
LONG = "The men came to the printing house in the evening and asked for the list of names. " * 8


@pytest.fixture
def listed(show, qtbot):
    """A list of these questions and absent rows, all cards made."""

    def make(*asked, absent=(), width=1000):
        made = MergeList()
        found = merge(*asked, absent=absent)
        made.begin([(Sides(found.mine, found.theirs, wording("en")), found)])
        made.resize(width, 700)
        show(made)
        qtbot.waitUntil(lambda: made.all_made)
        return made

    return make


def three():
    one = case()
    return (
        question(one, "case.alias", "Notebook", "Carnet"),
        question(one, "P1.birth.date", PartialDate(1986, 5, 21), PartialDate(1991, 4)),
        question(one, "case.stage", "intake", "building"),
    )


def shown(box):
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(box.value.text())
    return document.toPlainText()


def test_a_question_says_where_what_who_and_when(listed):
    card = listed(*three()).cards[1]
    assert card.where.text() == "People > P1 > Birth > Date of birth"
    assert shown(card.mine) == "May 21, 1986"
    assert shown(card.theirs) == "April 1991"
    assert card.mine.told.text() == "On file here · AB · May 3, 2026"
    assert card.theirs.told.text() == "In the file that came · CD · June 11, 2026"
    assert card.state.text() == "Not answered yet"
    assert card.theirs.choice.accessibleName() == "People > P1 > Birth > Date of birth: Take theirs"
    assert card.theirs.choice.accessibleDescription().endswith(": April 1991")


def test_keys_choose_and_go_on(listed, qtbot):
    made = listed(*three())
    made.begin_at_first()
    qtbot.waitUntil(made.cards[0].mine.choice.hasFocus)
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert made.cards[2].mine.choice.hasFocus()
    assert made.choices(CODE) == {"case.alias": "theirs", "P1.birth.date": "mine"}
    assert made.counted == (2, 3)
    assert made.cards[0].state.text() == "Theirs is taken"


def test_after_the_last_the_first_without_an_answer_comes(listed, qtbot):
    made = listed(*three())
    made.cards[2].setFocus()
    qtbot.waitUntil(made.cards[2].mine.choice.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert made.cards[0].mine.choice.hasFocus()


def test_the_arrows_go_from_one_side_to_the_other(listed, qtbot):
    made = listed(*three())
    card = made.cards[0]
    card.setFocus()
    qtbot.waitUntil(card.mine.choice.hasFocus)
    QTest.keyClick(card.mine.choice, Qt.Key.Key_Space)
    assert card.side == "mine"
    QTest.keyClick(card.mine.choice, Qt.Key.Key_Right)
    assert card.side == "theirs"
    assert made.choices(CODE) == {"case.alias": "theirs"}


def test_a_click_on_a_value_chooses_it(listed):
    made = listed(*three())
    QTest.mouseClick(made.cards[0].theirs, Qt.MouseButton.LeftButton)
    assert made.choices(CODE) == {"case.alias": "theirs"}


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_one_answer_for_the_rest_leaves_what_was_answered(listed, qtbot, side):
    made = listed(*three())
    made.cards[1].mine.choice.click()
    with qtbot.waitSignal(made.changed):
        made.choose_rest(side)
    assert made.choices(CODE) == {"case.alias": side, "P1.birth.date": "mine", "case.stage": side}
    assert [card.side for card in made.cards] == [side, "mine", side]


def test_questions_that_stand_together_are_answered_alike(listed):
    one = case()
    made = listed(
        question(one, "case.alias", "a", "b", group="g"),
        question(one, "case.stage", "intake", "building"),
        question(one, "case.caseworker", "c", "d", group="g"),
    )
    made.cards[2].theirs.choice.click()
    assert made.choices(CODE) == {"case.alias": "theirs", "case.caseworker": "theirs"}
    assert made.cards[0].side == "theirs"
    assert "Case > Caseworker" in made.cards[0].note.text()
    assert not made.cards[1].note.text()


def test_a_row_taken_out_there_stays_unless_chosen(listed):
    made = listed(absent=(absent(case(), "IN1", "case.incidents", "theirs"),))
    [card] = made.cards
    assert made.choices(CODE) == {"IN1": "mine"}
    assert made.counted == (0, 0)
    assert card.state.text() == "It stays"
    assert shown(card.theirs) == "taken out"
    assert shown(card.mine).startswith("Incident IN1")
    card.theirs.choice.click()
    assert made.choices(CODE) == {"IN1": "theirs"}
    assert card.state.text() == "It is taken out"


def test_a_row_i_took_out_comes_back_unless_chosen(listed):
    made = listed(absent=(absent(case(), "IN1", "case.incidents", "mine"),))
    [card] = made.cards
    assert made.choices(CODE) == {"IN1": "theirs"}
    assert card.state.text() == "It stays"
    assert shown(card.mine) == "taken out"
    made.choose_rest("mine")
    assert made.choices(CODE) == {"IN1": "theirs"}


def test_what_is_covered_shows_on_a_click_and_hides_again(listed):
    made = listed(question(case(), "P1.pronouns", "first words", "other words"))
    [card] = made.cards
    assert shown(card.mine) == shown(card.theirs) == "covered"
    card.show_it.click()
    assert shown(card.mine) == "first words"
    assert "first words" in card.mine.choice.accessibleDescription()
    made.reveals.over.timeout.emit()
    assert shown(card.mine) == "covered"
    assert "first words" not in card.mine.choice.accessibleDescription()
    assert card.show_it.isVisible()


def test_names_show_when_asked_for_and_hide_again(listed):
    made = listed(question(case(), "N1.family", "Herelast", "Therelast"))
    [card] = made.cards
    assert "Herelast" not in card.mine.value.text()
    made.show_names(True)
    assert shown(card.theirs) == "Therelast"
    made.show_names(False)
    assert "Therelast" not in card.theirs.value.text()


def test_long_texts_are_marked_folded_and_opened(listed):
    made = listed(question(case(), "case.hrd.summary", LONG.strip(), LONG.strip() + " Nobody came since."))
    [card] = made.cards
    assert "underline" in card.theirs.value.text()
    assert "[…]" in shown(card.mine)
    card.whole.click()
    assert shown(card.mine).split() == LONG.split()
    assert not card.whole.isVisible()


def test_in_a_narrow_window_the_sides_stand_below_each_other(listed):
    wide, narrow = listed(*three()).cards[0], listed(*three(), width=420).cards[0]
    assert wide.mine.y() == wide.theirs.y()
    assert narrow.mine.y() < narrow.theirs.y()


@pytest.fixture
def many(show):
    """A list of more questions than can be seen, and these."""
    one = case("s5")
    asked = [
        question(one, f"{node.place}.{spec.name}", LONG if len(spec.name) % 3 else "a", "b")
        for node in walk(one)
        for spec in fields_of(type(node.value))
        if spec.kind is Kind.TEXT and not spec.many and spec.name != "id"
    ]
    made = MergeList()
    found = Merge(one, case("s5"), asked=tuple(asked))
    made.begin([(Sides(found.mine, found.theirs, wording("en")), found)])
    made.resize(1000, 700)
    show(made)
    return made, asked


def test_of_many_questions_those_are_there_that_somebody_gets_to(many, qtbot):
    made, asked = many
    bar = made.verticalScrollBar()

    def card(number):
        return next((one for one in made.cards if one.place == asked[number].place), None)

    qtbot.waitUntil(lambda: card(4) is not None)
    assert not made.all_made

    made.cards[0].setFocus()
    card(4).theirs.choice.click()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: card(-1) is not None and card(4) is None)
    assert card(0) is not None  # the keyboard is there
    assert len(made.cards) < 60
    bar.setValue(0)
    qtbot.waitUntil(lambda: card(4) is not None)
    assert card(4).side == "theirs"
    order = [widget for one in made.cards for widget in (one.mine.choice, one.theirs.choice)]
    chain = [order[0]]
    while chain[-1].nextInFocusChain() is not order[0]:
        chain.append(chain[-1].nextInFocusChain())
    assert [widget for widget in chain if widget in order] == order


def test_keys_lead_from_card_to_card_through_a_long_list(many, qtbot):
    made, asked = many
    made.begin_at_first()
    for one in asked[:20]:
        card = next(card for card in made.cards if card.place == one.place)
        qtbot.waitUntil(card.mine.choice.hasFocus)
        QTest.keyClick(card.mine.choice, Qt.Key.Key_2)
    assert made.counted == (20, len(asked))
    at = next(card for card in made.cards if card.place == asked[20].place)
    qtbot.waitUntil(lambda: at.visibleRegion().boundingRect() == at.rect())
    made.choose_rest("mine")
    assert made.counted == (len(asked), len(asked))
    assert len(made.choices(case("s5").code)) == len(asked)
    assert at.side == "mine"

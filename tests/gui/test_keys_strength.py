"""How strong a passphrase is, while it is typed: weighed after a pause, elsewhere, and never an older one."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hrd_desktop.gui.keys_strength import StrengthMeter
from hrd_desktop.services import strength


@pytest.fixture
def meter(tasks, language, show):
    window = QWidget()
    line, meter = QLineEdit(window), StrengthMeter(window)
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(meter)
    meter.say_hint("Several words.")
    meter.watch(line, tasks, language)
    meter.line = line
    show(window)
    return meter


def test_empty_it_says_the_hint_without_a_bar(meter, qtbot):
    assert meter.words.text() == "Several words."
    assert not meter.bar.isVisible()
    with qtbot.waitSignal(meter.weighed):
        meter.line.setText("a lamp, a map, a coat, a train")
    meter.line.clear()
    assert meter.words.text() == "Several words."
    assert not meter.bar.isVisible()


def test_words_and_full_boxes_say_the_same(meter, qtbot):
    seen = {}
    for text in ("passwordpassword", "a lamp, a map, a coat, a train"):
        with qtbot.waitSignal(meter.weighed):
            meter.line.setText(text)
        seen[meter.bar.score] = meter.words.text()
    assert seen[4] == "Strong."
    assert len(seen) == 2
    assert not seen[min(seen)].startswith("Strong")


def test_a_key_is_not_kept_waiting(meter, qtbot, monkeypatch):
    """Each key costs the window nothing: many are weighed once, in another thread."""
    weighed = []
    real = strength.strength

    def noted(text, lang):
        weighed.append((text, threading.current_thread() is threading.main_thread()))
        return real(text, lang)

    monkeypatch.setattr(strength, "strength", noted)
    with qtbot.waitSignal(meter.weighed):
        QTest.keyClicks(meter.line, "a lamp, a map, a coat")
        assert weighed == []
    assert weighed[-1] == ("a lamp, a map, a coat", False)
    assert not any(in_window for _, in_window in weighed)


def test_an_answer_for_what_was_typed_before_is_dropped(meter, qtbot):
    with qtbot.waitSignal(meter.weighed):
        meter.line.setText("a lamp, a map, a coat, a train")
    before = meter.words.text()
    meter._came(("passwordpassword", strength.strength("passwordpassword", "en")))
    assert meter.words.text() == before


def test_it_speaks_french(meter, language, qtbot):
    with qtbot.waitSignal(meter.weighed):
        meter.line.setText("a lamp, a map, a coat, a train")
    with qtbot.waitSignal(meter.weighed):
        language.set("fr")
    assert meter.words.text() == "Solide."

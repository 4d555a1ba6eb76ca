"""Nothing of a case reaches the log, whatever is thrown at it."""

from __future__ import annotations

import logging

import pytest

from hrd_desktop import logs

CANARY = "Amal-Canary"


@pytest.fixture
def log(tmp_path):
    before = logging.getLogger().handlers[:]
    level, raising = logging.getLogger().level, logging.raiseExceptions
    logs.begin(tmp_path / "logs" / "hrd.log")
    yield tmp_path / "logs" / "hrd.log"
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            handler.close()
            logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    logging.raiseExceptions = raising


def crash():
    secret = {"name": CANARY}
    return secret[CANARY]


def test_failure_is_told_by_type_and_place(log):
    try:
        crash()
    except KeyError as error:
        logs.log_failure(error)
    text = log.read_text()
    assert "unexpected KeyError" in text
    assert "test_logs.py:" in text
    assert "crash" in text
    assert CANARY not in text


@pytest.mark.parametrize(
    "say",
    [
        lambda: logging.getLogger("hrd_desktop.gui.tasks").error("task failed: %s", CANARY),
        lambda: logging.getLogger("hrd_desktop.x").error("task failed: %(x)s", {"x": CANARY}),
        lambda: logging.getLogger("sqlalchemy").warning(f"row {CANARY}"),
        lambda: logging.getLogger("sqlalchemy").warning("row %s", CANARY),
        lambda: logging.getLogger("hrd_desktop").error("x", exc_info=ValueError(CANARY)),
        lambda: logging.getLogger("hrd_desktop").error("x", stack_info=True, extra={"name_of": CANARY}),
    ],
)
def test_canary_never_gets_in(log, say):
    say()
    text = log.read_text()
    assert text.strip()
    assert CANARY not in text


def test_numbers_and_types_get_in(log):
    logging.getLogger("hrd_desktop").warning("%d of %s", 7, ValueError)
    assert "7 of ValueError" in log.read_text()


def test_message_of_qt_is_told_by_kind_and_place(log):
    logs.note_line("QtWarningMsg", "/build/qt/qfont.cpp", 12)
    assert "QtWarningMsg qfont.cpp at line 12" in log.read_text()


def test_folder_that_cannot_be_written_is_no_obstacle(tmp_path):
    (tmp_path / "file").write_text("")
    before = logging.getLogger().handlers[:]
    logs.begin(tmp_path / "file" / "hrd.log")
    [added] = [handler for handler in logging.getLogger().handlers if handler not in before]
    assert isinstance(added, logging.NullHandler)
    logging.getLogger().removeHandler(added)

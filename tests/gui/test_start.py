"""The program is put together right, starts lean, and follows its preferences."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from hrd_desktop import settings
from hrd_desktop.gui.colours import DARK, current
from hrd_desktop.gui.start import Program, warm_up
from hrd_desktop.settings import Settings

from .conftest import PASSPHRASE


@pytest.fixture
def begin(qapp, tmp_path):
    made = []

    def start(case_file=None, **kept):
        path = tmp_path / "settings.json"
        settings.write(path, Settings(language="en", mode="light", **kept))
        made.append(Program(qapp, path, case_file))
        return made[-1]

    yield start
    for program in made:
        program.language.set("en")
        program.theme.set("light", 100)
        program.close()


def test_preferences_are_followed_at_once(begin, qapp):
    program = begin()
    program.preferences.change(mode="dark", text_percent=200, language="fr")
    assert current() is DARK
    assert qapp.font().pointSizeF() == 22
    assert program.language.lang == "fr"


def test_named_file_goes_before_the_remembered_one(begin, tmp_path):
    assert begin(last_file="/somewhere/cases.hrd").frame.unlock.path.text() == "/somewhere/cases.hrd"
    named = tmp_path / "named.hrd"
    assert begin(named, last_file="/somewhere/cases.hrd").frame.unlock.path.text() == str(named)


def test_first_start_offers_to_make_a_file(begin):
    unlock = begin().frame.unlock
    assert unlock.path.text().endswith("Cases.hrd")
    assert unlock.heading.text() == "Make a case file"


def test_who_goes_away_locks(begin, five_cases, tmp_path, qtbot):
    program = begin(five_cases.copy(tmp_path / "cases.hrd"))
    program.frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(program.frame.unlock.opened):
        program.frame.unlock.submit()
    with qtbot.waitSignal(program.frame.locking.locked):
        program.away.gone.emit("lid")
    assert program.frame.unlock.reason.text() == "Locked: the lid was closed."


def test_the_unlock_page_needs_none_of_the_heavy_libraries():
    """Icon to passphrase in 1.5 s: what the case file, the labels and the paper need is loaded later."""
    heavy = ("sqlalchemy", "sqlcipher3", "alembic", "cryptography", "babel", "reportlab", "pikepdf", "cattrs")
    code = f"import sys, hrd_desktop.app, hrd_desktop.gui.start; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_warming_up_works_in_a_thread(qtbot, tasks, lang):
    with qtbot.waitCallback() as done:
        tasks.pool(warm_up, lang, done=done, owner=tasks)
    assert "hrd_desktop.gui.case_page" in sys.modules


def test_the_dialog_for_files_writes_no_visited_folder_down(tmp_path):
    """In a process of its own: Qt settles its folders once."""
    seen = tmp_path / "a stick"
    seen.mkdir()
    script = (
        "import sys; from hrd_desktop.gui.start import application; app = application();"
        "from PySide6.QtWidgets import QFileDialog;"
        "made = QFileDialog(None, 'x', sys.argv[1]); made.setOption(QFileDialog.Option.DontUseNativeDialog);"
        "made.show(); made.done(1); import shiboken6; shiboken6.delete(made)"
    )
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", script, str(seen)], env={**os.environ, **home}, check=True, timeout=60)
    assert not list(tmp_path.rglob("*.conf"))

"""A file of each earlier form still opens: copied first, then brought to the form of today, with all that is in it."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text

from hrd_desktop.assets import resource
from hrd_desktop.core.edit import SetValue
from hrd_desktop.core.edit import apply as apply_change
from hrd_desktop.errors import NotWritable
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import handing
from hrd_desktop.store import assessments, blobs, bookmarks, cases, drafts, migrate, papers, retention, sent
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.engine import open_engine
from hrd_desktop.store.folder import read_keys
from hrd_desktop.vault import keys
from hrd_desktop.vault.secret import Secret
from tests.store.index import indexed, made_anew
from tests.store.test_migrate import _form

DATA = Path(__file__).parents[1] / "data"
PASSPHRASE = "an older form of five invented lamps"
SECOND = "a second form of six invented kites"
THIRD = "a third form of seven invented bells"
FOURTH = "a fourth form of eight invented tiles"
FIFTH = "a fifth form of nine invented gates"
CODES = ["HRD-2026-S1", "HRD-2026-S5"]


def as_left(folder: Path, form: str) -> Path:
    """A case file of that form, as its program left it."""
    path = folder / "office" / "Cases.hrd"
    path.mkdir(parents=True)
    for name in ("cases.db", "keys.json"):
        shutil.copyfile(DATA / form / name, path / name)
    return path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return as_left(tmp_path, "form-0001")


def stored_revision(path: Path, passphrase: str = PASSPHRASE) -> str:
    engine = open_engine(path / "cases.db", keys.unlock(read_keys(path), passphrase))
    try:
        with engine.connect() as connection:
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    finally:
        engine.dispose()


def test_it_opens_with_everything_that_was_in_it(older: Path) -> None:
    path = resource("demo", "s1.json")
    expected = read_case(path.read_bytes(), path.name)
    apply_change(expected, SetValue("P1.occupation", "reporter and translator"))
    assert stored_revision(older) == "0001"
    with CaseFile.open(older, PASSPHRASE) as file, file.session() as session:
        assert cases.codes(session) == CODES
        assert cases.load(session, CODES[0]) == expected
        assert [draft.key for draft in drafts.load(session, CODES[0])] == ["begun"]
        history = session.connection().execute(text('SELECT place, "by" FROM edit_history')).all()
        assert [tuple(row) for row in history] == [("P1.occupation", "first form")]
        assert assessments.load(session, CODES[0]) == []
    assert stored_revision(older) == migrate.REVISIONS[-1]


def test_one_of_the_second_form_opens_with_its_assessments_and_can_be_searched(tmp_path: Path) -> None:
    older = as_left(tmp_path, "form-0002")
    assert stored_revision(older, SECOND) == "0002"
    path = resource("demo", "s1.json")
    expected = read_case(path.read_bytes(), path.name)
    apply_change(expected, SetValue("P1.occupation", "reporter and translator"))
    with CaseFile.open(older, SECOND) as file, file.session() as session:
        assert cases.codes(session) == CODES
        assert cases.load(session, CODES[0]) == expected
        assert [draft.key for draft in drafts.load(session, CODES[0])] == ["begun"]
        assert [one.occasion for one in assessments.load(session, CODES[0])] == ["asked", "new_pack"]
        assert indexed(session) == made_anew(session)
        assert len(indexed(session)) > 100
    assert stored_revision(older, SECOND) == migrate.REVISIONS[-1]


@pytest.mark.parametrize(("form", "passphrase"), [("0003", THIRD), ("0004", FOURTH)])
def test_one_of_a_later_form_opens_with_what_the_guided_case_kept(form: str, passphrase: str, tmp_path: Path) -> None:
    older = as_left(tmp_path, f"form-{form}")
    assert stored_revision(older, passphrase) == form
    with CaseFile.open(older, passphrase) as file, file.session() as session:
        assert cases.codes(session) == CODES
        mark = bookmarks.load(session, CODES[0])
        assert mark is not None
        assert (mark.section, mark.place, mark.guided) == ("people", "P1.occupation", True)
        assert session.connection().execute(text("SELECT verdict FROM comparison")).scalar_one() == "different"
        assert session.connection().execute(text("SELECT count(*) FROM deadline")).scalar_one() > 0
        assert indexed(session) == made_anew(session)
    assert stored_revision(older, passphrase) == migrate.REVISIONS[-1]


def test_one_of_the_fourth_form_opens_with_its_files_and_its_packet(tmp_path: Path) -> None:
    older = as_left(tmp_path, "form-0004")
    with CaseFile.open(older, FOURTH) as file, file.session() as session:
        (kept,) = [one for one in cases.load(session, CODES[0]).evidence if one.title == "An invented letter"]
        assert kept.sha256 is not None
        assert hashlib.sha256(blobs.get(session, CODES[0], kept.sha256)).hexdigest() == kept.sha256
        assert len(papers.boxes(session, CODES[0], kept.sha256)) == 1
        (packet,) = sent.of_case(session, CODES[0])
        assert (packet.edition, packet.recipient) == (1, "protect_defenders_eu")
        assert [one.how for one in packet.dispatches] == ["posted"]
        assert blobs.get(session, CODES[0], packet.files[0].sha256).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("form", "passphrase"),
    [
        ("form-0001", PASSPHRASE),
        ("form-0002", SECOND),
        ("form-0003", THIRD),
        ("form-0004", FOURTH),
        ("form-0005", FIFTH),
    ],
)
def test_it_has_the_form_of_a_new_file_afterwards(form: str, passphrase: str, tmp_path: Path) -> None:
    older = as_left(tmp_path, form)
    CaseFile.open(older, passphrase).lock()
    CaseFile.create(tmp_path / "new.hrd", passphrase, calibrate=False).lock()
    forms = []
    for path in (older, tmp_path / "new.hrd"):
        engine = open_engine(path / "cases.db", keys.unlock(read_keys(path), passphrase))
        form_found = _form(engine)
        # FTS5 notes a later version of itself in an index at its first secure deletion: that is use, not form.
        form_found["secure"] = [[kept for kept in one if kept[0] != "version"] for one in form_found["secure"]]
        forms.append(form_found)
        engine.dispose()
    assert forms[0] == forms[1]


def test_a_copy_is_kept_beside_it_and_opens_by_itself(older: Path) -> None:
    before = (older / "cases.db").read_bytes()
    CaseFile.open(older, PASSPHRASE).lock()
    CaseFile.open(older, PASSPHRASE).lock()
    copies = sorted(path.name for path in older.parent.iterdir())
    assert copies == ["Cases (before update).hrd", "Cases.hrd"]
    copy = older.parent / copies[0]
    assert (copy / "cases.db").read_bytes() == before
    assert stored_revision(copy) == "0001"
    assert copy.stat().st_mode & 0o077 == 0


def test_an_earlier_copy_is_never_written_over(older: Path) -> None:
    taken = older.parent / "Cases (before update).hrd"
    taken.mkdir()
    CaseFile.open(older, PASSPHRASE).lock()
    assert list(taken.iterdir()) == []
    assert stored_revision(older.parent / "Cases (before update 2).hrd") == "0001"


def test_without_room_for_a_copy_nothing_is_changed(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr("hrd_desktop.vault.disk.opened_new", refuse)
    with pytest.raises(NotWritable):
        CaseFile.open(older, PASSPHRASE)
    assert [path.name for path in older.parent.iterdir()] == ["Cases.hrd"]
    assert stored_revision(older) == "0001"


def test_a_change_that_fails_leaves_the_file_as_it_was(older: Path) -> None:
    def prepare(engine, path: Path) -> None:
        def stop(*args: object) -> None:
            if "CREATE INDEX ix_assessment" in str(args[2]):
                raise RuntimeError("stopped")

        event.listen(engine, "before_cursor_execute", stop)
        migrate.ensure_schema(engine, path)

    with pytest.raises(RuntimeError, match="stopped"):
        CaseFile.open(older, PASSPHRASE, prepare=prepare)
    engine = open_engine(older / "cases.db", keys.unlock(read_keys(older), PASSPHRASE))
    assert "assessment" not in inspect(engine).get_table_names()
    engine.dispose()
    assert stored_revision(older) == "0001"


def test_a_file_of_today_is_not_copied(tmp_path: Path) -> None:
    CaseFile.create(tmp_path / "new.hrd", PASSPHRASE, calibrate=False).lock()
    CaseFile.open(tmp_path / "new.hrd", PASSPHRASE).lock()
    assert [path.name for path in tmp_path.iterdir()] == ["new.hrd"]


@pytest.mark.parametrize(
    "secret", [FIFTH, "the second of nine invented gates", "5cprs yw9vh cevs3 rkr9o f4qr9 mtre6", "office key"]
)
def test_one_of_the_fifth_form_opens_by_each_of_its_keys_and_its_record_is_whole(secret: str, tmp_path: Path) -> None:
    older = as_left(tmp_path, "form-0005")
    given: str | Secret = secret
    if secret == "office key":
        path = DATA / "form-0005" / "office.key"
        given = Secret.office(path.read_bytes(), "an office of nine invented gates", path)
    with CaseFile.open(older, given) as file:
        with file.session() as session:
            assert cases.codes(session) == CODES
            assert retention.until(session, CODES[1]) == date(2029, 9, 15)
        report = file.verify(True)
        assert report.entries is not None
        assert report.entries > 5


def test_a_hand_over_of_the_first_version_opens(tmp_path: Path) -> None:
    path = DATA / "form-0005" / "one.hrdcase"
    with CaseFile.create(tmp_path / "new.hrd", FIFTH, calibrate=False) as file:
        seen = handing.look(file, path, "a case on the way to nine gates")
        assert [(one.code, one.new) for one in seen.cases] == [(CODES[0], True)]

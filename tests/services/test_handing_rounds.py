"""Many rounds between two and three case files: ids stay apart, history does not grow by itself, the record holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import files, handing
from hrd_desktop.services.files import CaseFile
from hrd_desktop.store import past
from tests.services.conftest import PASSPHRASE
from tests.services.test_handing import ada, change, codes, hand, later, load, note, pass_on

__all__ = ["ada"]


@pytest.fixture
def others(tmp_path: Path) -> Iterator[list[CaseFile]]:
    made = [files.create(tmp_path / f"{number}.hrd", PASSPHRASE, calibrate=False) for number in range(2)]
    yield made
    for file in made:
        files.lock(file)


def texts(file: CaseFile, code: str) -> list[str]:
    return sorted(row.text for row in load(file, code).journal if row.text.startswith("of "))


def test_between_three_the_same_rows_are_the_same_whoever_passes_them_on(
    ada: CaseFile, others: list[CaseFile], tmp_path: Path
) -> None:
    eve, ola = others
    code = codes(ada)[0]
    hand(ada, eve, code, tmp_path / "1.hrdcase", later(1))
    change(ada, code, note(901, "of Ada"), by="Ada", at=later(2))
    change(eve, code, note(901, "of Eve"), by="Eve", at=later(2))
    hand(ada, eve, code, tmp_path / "2.hrdcase", later(3))  # Ada's row is another at Eve's
    hand(eve, ola, code, tmp_path / "3.hrdcase", later(4))
    change(ola, code, note(951, "of Ola"), by="Ola", at=later(5))
    hand(ola, ada, code, tmp_path / "4.hrdcase", later(6))
    assert texts(ada, code) == ["of Ada", "of Eve", "of Ola"]
    hand(ada, ola, code, tmp_path / "5.hrdcase", later(7))
    hand(ada, eve, code, tmp_path / "6.hrdcase", later(7))
    assert texts(ola, code) == texts(eve, code) == ["of Ada", "of Eve", "of Ola"]


def test_to_and_fro_adds_no_history_of_its_own(ada: CaseFile, others: list[CaseFile], tmp_path: Path) -> None:
    eve, code = others[0], codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(1))
    change(ada, code, note(901, "of Ada"), by="Ada", at=later(2))
    change(eve, code, note(901, "of Eve"), SetValue("case.alias", "Mast"), by="Eve", at=later(2))
    for hour in range(3, 11, 2):
        hand(eve, ada, code, tmp_path / f"{hour}.hrdcase", later(hour))
        hand(ada, eve, code, tmp_path / f"{hour}b.hrdcase", later(hour + 1))
    pasts = []
    for file in (ada, eve):
        with file.session() as session:
            pasts.append(past.past_of(session, code))
    lines = [[(one.action, one.place, str(one.before), str(one.after), one.stamp) for one in each] for each in pasts]
    assert max(Counter(lines[0]).values()) == max(Counter(lines[1]).values()) == 1
    assert len(lines[0]) < 20
    assert texts(ada, code) == texts(eve, code) == ["of Ada", "of Eve"]


def test_a_case_that_got_another_code_is_known_again(ada: CaseFile, others: list[CaseFile], tmp_path: Path) -> None:
    eve, code = others[0], codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(1))
    change(ada, code, SetValue("case.code", "HRD-HERE"), by="Ada", at=later(2))
    change(eve, code, SetValue("case.alias", "Mast"), by="Eve", at=later(2))
    with pass_on(eve, ada, code, tmp_path / "b.hrdcase", later(3)) as incoming:
        assert [(case.code, case.new) for case in incoming.cases] == [("HRD-HERE", False)]
        handing.take(ada, incoming, at=later(4))
    assert load(ada, "HRD-HERE").alias == "Mast"
    taken = hand(ada, eve, "HRD-HERE", tmp_path / "c.hrdcase", later(5))
    assert [case.code for case in taken.cases] == ["HRD-HERE"]
    assert codes(eve) == ["HRD-HERE"]


def test_the_record_is_whole_after_all_of_it(ada: CaseFile, others: list[CaseFile], tmp_path: Path) -> None:
    eve, code = others[0], codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(1))
    change(eve, code, SetValue("case.alias", "Mast"), by="Eve", at=later(2))
    hand(eve, ada, code, tmp_path / "b.hrdcase", later(3))
    made = handing.travel(eve, [code], tmp_path / "road.hrd", PASSPHRASE, at=later(4), calibrate=False)
    with files.unlock(made.path, PASSPHRASE) as road:
        change(road, code, SetValue("case.alias", "Hull"), by="Eve", at=later(5))
        files.verify(road)
    with handing.come_home(eve, made.path, PASSPHRASE) as incoming:
        handing.take(eve, incoming, at=later(6))
        files.verify(incoming.source.away)
    files.verify(ada)
    files.verify(eve)

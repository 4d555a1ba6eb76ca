"""A travel file: some cases go along, the others stay at home, and the work comes home by the same rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.errors import AlreadyExists, Cancelled, UnknownCase, WeakPassphrase, WrongSecret
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import cases, evidence, files, handing, history
from hrd_desktop.services.files import CaseFile
from tests.services.conftest import DAY
from tests.services.test_handing import DIGEST, NOTE, ada, change, codes, later, load, note

__all__ = ["ada"]
WORDS = "five quiet boats beyond the pier"


def goes(home: CaseFile, path: Path, *wanted: str, at: int = 2) -> Path:
    return handing.travel(home, wanted, path, WORDS, at=later(at), by="Ada", calibrate=False).path


def test_only_what_was_chosen_goes_and_all_of_it(ada: CaseFile, tmp_path: Path) -> None:
    first, second = codes(ada)[:2]
    with files.unlock(goes(ada, tmp_path / "road", first, second), WORDS) as road:
        assert codes(road) == [first, second]
        assert write_case(load(road, first)) == write_case(load(ada, first))
        (listed,) = [row for row in evidence.listed(road, first) if row.kept]
        assert evidence.content(road, first, listed.entry.id)[1] == NOTE
        assert (listed.boxes, listed.found is not None) == (1, True)
        steps = [[(step.by, step.at) for step in history.of_case(file, first)] for file in (ada, road)]
        assert steps[0] == steps[1]
        assert handing.travelling(road) == []
        with pytest.raises(UnknownCase):
            load(road, codes(ada)[2])
    assert [line.code for line in handing.travelling(ada)] == [second, first]


def test_the_work_of_both_comes_together_at_home(ada: CaseFile, tmp_path: Path) -> None:
    first, second = codes(ada)[:2]
    path = goes(ada, tmp_path / "road.hrd", first, second)
    with files.unlock(path, WORDS) as road:
        change(road, first, SetValue("case.alias", "Mast"), note(901, "on the road"), by="Ada away", at=later(3))
        evidence.set_boxes(road, first, DIGEST, [evidence.Box(0, 0.5, 0.5, 0.6, 0.6)])
        with evidence.Reader() as reader:
            evidence.add(
                road, second, b"found away", "x.txt", title="Found", kind="other", at=later(3), reader=reader, by="Ada"
            )
        cases.new_case(road, "HRD-2026-NEW", alias="Reed", name="Qasimawi", on=DAY)
    change(ada, first, SetValue("case.note", "at home"), note(901, "at home"), by="Ada", at=later(4))
    with handing.come_home(ada, path, WORDS) as incoming:
        assert incoming.travel
        assert [(case.code, case.new, case.new_files) for case in incoming.cases] == [
            ("HRD-2026-NEW", True, 0),
            (first, False, 0),
            (second, False, 1),
        ]
        assert incoming.asks == 0
        taken = handing.take(ada, incoming, at=later(5), by="Ada")
    assert taken.receipt == b""
    case = load(ada, first)
    assert (case.alias, case.note) == ("Mast", "at home")
    assert {"on the road", "at home"} <= {row.text for row in case.journal}
    assert len(evidence.boxes(ada, first, DIGEST)) == 2
    assert b"found away" in [
        evidence.content(ada, second, row.entry.id)[1] for row in evidence.listed(ada, second) if row.kept
    ]
    assert load(ada, "HRD-2026-NEW").alias == "Reed"
    assert handing.travelling(ada) == []
    assert "Ada away" in {step.by for step in history.of_case(ada, first)}


def test_it_can_go_on_from_there_and_come_home_again(ada: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    path = goes(ada, tmp_path / "road.hrd", code)
    for hour, word in ((3, "Mast"), (6, "Hull")):
        with files.unlock(path, WORDS) as road:
            change(road, code, SetValue("case.alias", word), by="Ada", at=later(hour))
        with handing.come_home(ada, path, WORDS) as incoming:
            assert incoming.asks == 0
            handing.take(ada, incoming, at=later(hour + 1))
        assert load(ada, code).alias == word
    with handing.come_home(ada, path, WORDS) as incoming:
        plan = incoming.cases[0].merge
        assert plan is not None
        assert plan.nothing


def test_what_cannot_travel_leaves_nothing(ada: CaseFile, tmp_path: Path) -> None:
    road = tmp_path / "road.hrd"
    with pytest.raises(UnknownCase):
        handing.travel(ada, ["HRD-NONE"], road, WORDS, at=later(1), calibrate=False)
    with pytest.raises(WeakPassphrase):
        handing.travel(ada, codes(ada)[:1], road, "short", at=later(1), calibrate=False)
    with pytest.raises(Cancelled):
        handing.travel(ada, codes(ada)[:1], road, WORDS, at=later(1), calibrate=False, cancelled=lambda: True)
    assert not road.exists()
    assert handing.travelling(ada) == []
    goes(ada, road, codes(ada)[0])
    with pytest.raises(AlreadyExists):
        goes(ada, road, codes(ada)[0])
    assert len(handing.travelling(ada)) == 1
    with pytest.raises(WrongSecret):
        handing.come_home(ada, road, WORDS + "s")

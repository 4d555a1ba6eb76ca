"""Packets that were sent go along with their case, keep their numbers where they can, and come home from the road."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.past import PastDispatch, PastPacket, Stamp
from hrd_desktop.exchange.packets_json import BadPackets, read_packets, write_packets
from hrd_desktop.services import files, handing, sent
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.handing_told import same_for_all
from tests.services.conftest import DAY, PASSPHRASE
from tests.services.test_handing import hand, later
from tests.services.test_sent import CODE, export, retitled

WORDS = "five quiet boats beyond the pier"


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[CaseFile]:
    file = files.create(tmp_path / "eve.hrd", PASSPHRASE, calibrate=False)
    yield file
    files.lock(file)


def register(file: CaseFile) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(one.edition, one.recipient, tuple(each.sha256 for each in one.files)) for one in sent.of_case(file, CODE)]


def test_the_register_goes_along_with_the_packets_themselves(
    case_file: CaseFile, ready: Case, eve: CaseFile, tmp_path: Path
) -> None:
    export(case_file, ready, tmp_path / "one.pdf")
    sent.add_dispatch(case_file, CODE, 1, "posted", DAY, at=later(1), by="Ada", note="by post")
    hand(case_file, eve, CODE, tmp_path / "a.hrdcase", later(2))
    assert register(eve) == register(case_file)
    (here,), (there,) = sent.of_case(case_file, CODE), sent.of_case(eve, CODE)
    assert here == there
    assert sent.content(eve, CODE, 1) == sent.content(case_file, CODE, 1)
    sent.add_dispatch(case_file, CODE, 1, "receipt", DAY + timedelta(days=3), at=later(3), by="Ada")
    hand(case_file, eve, CODE, tmp_path / "b.hrdcase", later(4))
    assert [each.how for each in sent.of_case(eve, CODE)[0].dispatches] == ["posted", "receipt"]
    hand(eve, case_file, CODE, tmp_path / "c.hrdcase", later(5))
    assert [each.how for each in sent.of_case(case_file, CODE)[0].dispatches] == ["posted", "receipt"]
    assert register(eve) == register(case_file)


def test_what_was_sent_on_the_road_comes_home_beside_what_was_sent_here(
    case_file: CaseFile, ready: Case, tmp_path: Path
) -> None:
    export(case_file, ready, tmp_path / "one.pdf")
    made = handing.travel(case_file, [CODE], tmp_path / "road.hrd", WORDS, at=later(1), calibrate=False)
    with files.unlock(made.path, WORDS) as road:
        assert register(road) == register(case_file)
        retitled(road, "Another title on the road")
        export(road, ready, tmp_path / "two.pdf")
        away = sent.content(road, CODE, 2)
    retitled(case_file)
    export(case_file, ready, tmp_path / "three.pdf")
    mine = sent.content(case_file, CODE, 2)
    with handing.come_home(case_file, made.path, WORDS) as incoming:
        handing.take(case_file, incoming, same_for_all(incoming, "mine"), at=later(9))
    assert [edition for edition, _, _ in register(case_file)] == [3, 2, 1]
    assert (sent.content(case_file, CODE, 2), sent.content(case_file, CODE, 3)) == (mine, away)
    with handing.come_home(case_file, made.path, WORDS) as again:
        handing.take(case_file, again, at=later(10))
    assert len(register(case_file)) == 3


def packet() -> PastPacket:
    options = {
        "language": "en", "paper": "a4", "parts": [], "replaces": [1, "2026-05-04"], "inputs": "x",
        "papers": ["0" * 64], "closed": {"1" * 64: "a.pdf"},
    }  # fmt: skip
    stamp = Stamp(later(0), "Ada")
    done = (PastDispatch("posted", DAY, "by hand\nand again", stamp),)
    return PastPacket(
        2, "other", options, ("C1",), DAY, "p", "1", b'{"case": 1}', stamp, (("a.pdf", 3, "2" * 64),), done
    )


def test_a_packet_is_read_as_it_was_written() -> None:
    assert read_packets(write_packets([packet()])) == [packet()]
    assert packet().named == {"0" * 64, "2" * 64}
    with pytest.raises(BadPackets):
        read_packets(write_packets([packet(), packet()]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"edition":2', b'"edition":0'),
        (b'"edition":2', b'"edition":true'),
        (b'"recipient":"other"', b'"recipient":7'),
        (b'"replaces":[1,', b'"replaces":["x",'),
        (b'"closed":{', b'"closed":{"x":"y",'),
        (b'"name":"a.pdf"', b'"name":"../a.pdf"'),
        (b'"name":"a.pdf"', b'"name":"C:a.pdf"'),
        (b'"name":"a.pdf"', b'"name":"a\\u0000.pdf"'),
        (b'"pages":3', b'"pages":-1'),
        (b'"how":"posted"', b'"how":"burnt"'),
        (b'"paper":"a4"', b'"paper":"a4","more":1'),
        (b'"parts":[]', b'"parts":{}'),
        (b'"on":"2026-09-15"', b'"on":"soon"'),
        (b'"on":"2026-09-15"', b'"on":"9999-12-31"'),
        (b'"at":"2026', b'"at":"0001'),
        (b'"at":"', b'"at":"x'),
        (b'\\"case\\": 1}', b'\\"case\\": 1'),
        (b'"by":"Ada"', b'"by":"\\ud800"'),
    ],
)
def test_a_line_that_is_no_packet_is_refused(old: bytes, new: bytes) -> None:
    data = write_packets([packet()])
    assert old in data
    with pytest.raises(BadPackets):
        read_packets(data.replace(old, new))

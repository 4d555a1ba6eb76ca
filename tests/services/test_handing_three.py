"""Three offices pass one case round: what somebody typed or chose is never replaced unasked by what a third relays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.core.merged import Side
from hrd_desktop.services import files, handing, history
from hrd_desktop.services.files import CaseFile
from tests.services.conftest import PASSPHRASE
from tests.services.test_handing import ada, change, codes, later, load

__all__ = ["ada"]

ALIAS = "case.alias"


@dataclass
class Offices:
    """Ada, Eve and Ola, who all have the case as Ada first handed it to both."""

    files: dict[str, CaseFile]
    code: str
    folder: Path
    hours: int = 2
    slow: timedelta = timedelta(0)
    """By how much the clock of Ola is slow."""

    def now(self, who: str) -> datetime:
        self.hours += 1
        return later(self.hours) - (self.slow if who == "Ola" else timedelta(0))

    def types(self, who: str, alias: str | None) -> None:
        change(self.files[who], self.code, SetValue(ALIAS, alias), by=who, at=self.now(who))

    def seals(self, who: str, *to: str) -> Path:
        keys = [handing.own_key(self.files[each]) for each in to]
        out = self.folder / f"{self.hours}.hrdcase"
        return handing.seal(self.files[who], [self.code], out, keys=keys, at=self.now(who), by=who).path

    def takes(self, who: str, path: Path, choice: Side | None = None) -> None:
        """Take it in; it must ask about the alias if there is a choice, and nothing if there is none."""
        with handing.look(self.files[who], path) as incoming:
            asked = [one.place for one in incoming.cases[0].merge.asked] if incoming.cases[0].merge else []
            assert asked == ([ALIAS] if choice else [])
            chosen = {self.code: {ALIAS: choice}} if choice else {}
            handing.take(self.files[who], incoming, chosen, at=self.now(who), by=who)

    def alias(self, who: str) -> str | None:
        return load(self.files[who], self.code).alias


@pytest.fixture
def three(ada: CaseFile, tmp_path: Path) -> Iterator[Offices]:
    others = {who: files.create(tmp_path / f"{who}.hrd", PASSPHRASE, calibrate=False) for who in ("Eve", "Ola")}
    made = Offices({"Ada": ada, **others}, codes(ada)[1], tmp_path)
    made.types("Ada", "Lantern")
    first = made.seals("Ada", "Eve", "Ola")
    for who in others:
        made.takes(who, first)
    yield made
    for file in others.values():
        files.lock(file)


def test_two_who_chose_differently_are_asked_when_they_meet(three: Offices) -> None:
    three.types("Eve", "Mast")
    three.types("Ola", "Hull")
    three.takes("Ada", three.seals("Eve", "Ada"))
    from_ola = three.seals("Ola", "Ada", "Eve")
    three.takes("Ada", from_ola, "theirs")
    three.takes("Eve", from_ola, "mine")
    assert (three.alias("Ada"), three.alias("Eve")) == ("Hull", "Mast")
    three.takes("Ada", three.seals("Eve", "Ada"), "mine")
    three.takes("Eve", three.seals("Ada", "Eve"))  # Ada has heard what Eve had chosen, and chose again
    three.takes("Ola", three.seals("Eve", "Ola"))
    assert {three.alias(who) for who in three.files} == {"Hull"}


def test_what_was_typed_back_is_not_replaced_by_what_a_third_relays(three: Offices) -> None:
    three.types("Ola", "Hull")
    to_ada = three.seals("Ola", "Ada")
    three.takes("Eve", three.seals("Ola", "Eve"))
    three.types("Eve", "Lantern")  # as it was at first: Eve has seen the other one and does not want it
    three.takes("Ada", to_ada)
    assert three.alias("Ada") == "Hull"
    three.takes("Eve", three.seals("Ada", "Eve"))
    assert three.alias("Eve") == "Lantern"
    three.takes("Ada", three.seals("Eve", "Ada"))
    assert three.alias("Ada") == "Lantern"


def test_an_older_hand_over_after_a_newer_one_changes_nothing(three: Offices) -> None:
    three.types("Ada", "Hull")
    older = three.seals("Ada", "Eve")
    three.types("Ada", "Lantern")
    three.takes("Eve", three.seals("Ada", "Eve"))
    three.takes("Eve", older)
    assert three.alias("Eve") == "Lantern"
    three.types("Ada", "Mast")
    three.takes("Eve", three.seals("Ada", "Eve"))
    assert three.alias("Eve") == "Mast"


def test_a_travel_file_that_comes_home_twice_brings_nothing_back(three: Offices) -> None:
    ada = three.files["Ada"]
    made = handing.travel(
        ada, [three.code], three.folder / "road.hrd", PASSPHRASE, at=three.now("Ada"), calibrate=False
    )
    with files.unlock(made.path, PASSPHRASE) as road:
        change(road, three.code, SetValue(ALIAS, "Hull"), by="Ada", at=three.now("Ada"))
    copy = Path(shutil.copytree(made.path, three.folder / "copy.hrd"))
    with handing.come_home(ada, made.path, PASSPHRASE) as incoming:
        handing.take(ada, incoming, at=three.now("Ada"), by="Ada")
    assert three.alias("Ada") == "Hull"
    three.types("Ada", "Lantern")
    with handing.come_home(ada, copy, PASSPHRASE) as incoming:  # a stick that could not be written to is like this
        handing.take(ada, incoming, at=three.now("Ada"), by="Ada")
    assert three.alias("Ada") == "Lantern"


@pytest.mark.parametrize("slow", [timedelta(days=1), timedelta(days=-1)])
def test_whoever_has_chosen_is_asked_again_whatever_the_clock_says(three: Offices, slow: timedelta) -> None:
    three.slow = slow
    three.types("Eve", "Mast")
    three.types("Ola", "Hull")
    three.takes("Eve", three.seals("Ola", "Eve"), "mine")
    three.takes("Ada", three.seals("Ola", "Ada"))
    three.takes("Eve", three.seals("Ada", "Eve"))  # Ada has only what Eve has seen
    assert three.alias("Eve") == "Mast"
    three.types("Ada", "Keel")
    three.takes("Eve", three.seals("Ada", "Eve"), "mine")
    three.takes("Ola", three.seals("Eve", "Ola"))
    three.types("Ola", "Bow")
    three.takes("Eve", three.seals("Ola", "Eve"))
    three.takes("Ada", three.seals("Ola", "Ada"))
    assert {three.alias(who) for who in three.files} == {"Bow"}


def test_between_two_who_take_turns_nothing_is_ever_asked(three: Offices) -> None:
    pair: Sequence[str] = ("Ada", "Eve")
    for turn, alias in enumerate(("Hull", "Mast", None, "Lantern", "Hull", "Bow")):
        one, other = pair[turn % 2], pair[(turn + 1) % 2]
        three.types(one, alias)
        three.takes(other, three.seals(one, other))
        assert three.alias(other) == alias


def test_who_took_the_others_value_and_hears_of_it_again_is_not_asked(three: Offices) -> None:
    three.types("Ada", "Mast")
    three.types("Eve", "Hull")
    three.takes("Ada", three.seals("Eve", "Ada"), "theirs")
    three.types("Eve", "Hull, grey")
    three.takes("Ada", three.seals("Eve", "Ada"))
    assert three.alias("Ada") == "Hull, grey"


def test_text_that_is_typed_on_after_it_was_handed_over_is_asked_of_nobody(three: Offices) -> None:
    ada, at = three.files["Ada"], three.now("Ada")
    change(ada, three.code, SetValue(ALIAS, "Hu"), by="Ada", at=at)
    out = three.folder / "typing.hrdcase"
    handing.seal(ada, [three.code], out, keys=[handing.own_key(three.files["Eve"])], at=at + timedelta(seconds=20))
    change(ada, three.code, SetValue(ALIAS, "Hull"), by="Ada", at=at + timedelta(seconds=40))
    three.takes("Eve", out)
    three.takes("Ada", three.seals("Eve", "Ada"))
    assert three.alias("Ada") == "Hull"
    three.takes("Eve", three.seals("Ada", "Eve"))
    assert three.alias("Eve") == "Hull"


def test_taking_a_choice_back_leaves_what_stayed(three: Offices) -> None:
    three.types("Ada", "Mast")
    three.types("Eve", "Hull")
    three.takes("Ada", three.seals("Eve", "Ada"), "mine")
    newest = history.of_case(three.files["Ada"], three.code)[0]
    assert (newest.by, newest.main.before, newest.main.after) == ("Ada", "Hull", "Mast")
    assert newest.undo == []
    assert not newest.may_be_taken_back(newest.at)
    files.verify(three.files["Ada"])


def test_taking_a_hand_over_back_leaves_what_was_typed_since_where_it_changed_nothing(three: Offices) -> None:
    language = "case.interview_language"
    three.types("Eve", "Mast")
    change(three.files["Eve"], three.code, SetValue(language, "fr"), by="Eve", at=three.now("Eve"))
    three.types("Ada", "Hull")
    three.takes("Ada", three.seals("Eve", "Ada"), "mine")
    three.types("Ada", "Keel")
    taken = next(step for step in history.of_case(three.files["Ada"], three.code) if len(step.entries) > 1)
    assert {entry.place for entry in taken.entries} == {ALIAS, language}
    assert [step.place for step in taken.undo if isinstance(step, SetValue)] == [language]

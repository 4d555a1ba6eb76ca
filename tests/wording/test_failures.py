"""What is said when something fails."""

from __future__ import annotations

import pytest

from hrd_desktop import errors
from hrd_desktop.wording import Wording, wording

EN, FR = wording("en"), wording("fr")
BOTH = pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])


@BOTH
def test_wrong_secret_damage_absence_and_permission_are_told_apart(words: Wording) -> None:
    said = [
        words.message(error)
        for error in (
            errors.WrongSecret(),
            errors.KeysDamaged(path="a.hrd", reason="K04"),
            errors.NotACaseFile(path="a.hrd"),
            errors.NotWritable(path="a.hrd"),
        )
    ]
    openings = {" ".join(sentence.split()[:4]) for sentence in said}
    assert len(openings) == 4
    assert all("K04" not in sentence for sentence in said)


def test_a_message_fills_its_gaps() -> None:
    assert "12" in EN.message(errors.WeakPassphrase(least=12))
    assert "July 25, 2023" in EN.message(errors.NoPackForDate(on="2021-01-01", first="2023-07-25"))
    assert EN.message(ValueError("secret")) == EN.text("unexpected")


def test_a_bad_file_names_file_path_and_cause() -> None:
    error = errors.BadCaseJson(
        file="s9.json", path="$.case.persons[2].birth.date", cause="not_a_date", value='"1997-13"'
    )
    assert EN.message(error) == 's9.json: $.case.persons[2].birth.date: "1997-13" is not a date'
    assert "n’est pas une date" in FR.message(error)


def test_a_refused_change_says_why() -> None:
    precise = EN.message(errors.EditRefused(place="$.case", reason="contradicts", cause="own_parent"))
    assert "own parent" in precise
    general = EN.message(errors.EditRefused(place="$.case", reason="contradicts", cause="bad_sha256"))
    assert "another answer" in general
    with pytest.raises(KeyError, match="no_such_reason"):
        EN.message(errors.EditRefused(place="P1", reason="no_such_reason"))


@pytest.mark.parametrize(
    ("words", "one", "two"), [(EN, "the same field", "the same 2 fields"), (FR, "le même champ", "les mêmes 2 champs")]
)
def test_a_refusal_counts(words: Wording, one: str, two: str) -> None:
    assert one in words.message(errors.Undecided(code="HRD-2026-S1", place="case.alias", count=1))
    assert two in words.message(errors.Undecided(code="HRD-2026-S1", place="case.alias", count=2))

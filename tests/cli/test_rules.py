"""The commands about rules: another pack, a comparison, the ledger of places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DAY, Run

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


def test_check_under_another_pack(run: Run, case_file: Path) -> None:
    usual = json.loads(run("check", case_file, S1, "--on", DAY, "--json", *SECRET).out)
    other = json.loads(run("check", case_file, S1, "--on", DAY, "--pack", "hrd-2021-07", "--json", *SECRET).out)
    assert usual["rule_pack"]["id"] == "hrd-2023-07"
    assert (other["rule_pack"]["id"], other["on"], other["headline"]) == ("hrd-2021-07", DAY, "BLOCKED")
    assert usual["headline"] == "READY"


def test_check_on_an_earlier_day_uses_the_pack_of_that_day(run: Run, case_file: Path) -> None:
    for on, pack in (("2022-01-01", "hrd-2021-07"), ("2023-03-01", "hrd-2023-03"), ("2023-07-25", "hrd-2023-07")):
        found = json.loads(run("check", case_file, S1, "--on", on, "--json", *SECRET).out)
        assert found["rule_pack"]["id"] == pack


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check", "{}", S1, "--pack", "hrd-1999"), "hrd-2021-07, hrd-2023-03, hrd-2023-07"),
        (("check", "{}", S1, "--pack", "hrd-2021-07", "--on", "2021-07-15"), "July 16, 2021"),
        (("compare", "{}", S1, "--with", "hrd-1999"), "hrd-1999"),
        (("compare", "{}", S1), "--with"),
        (("compare", "{}", "NOBODY", "--with", "hrd-2021-07"), "NOBODY"),
        (("compare", "{}", "\udce9", "--with", "hrd-2021-07"), "udce9"),
        (("places", "{}", "--year", "soon"), "--year: soon"),
        (("places", "{}", "--on", "2020-01-01"), "2021"),
    ],
)
def test_what_cannot_be_done_is_wrong_usage(run: Run, case_file: Path, args: tuple[str, ...], said: str) -> None:
    done = run(*(arg.format(case_file) for arg in args), *SECRET)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_compare_names_what_changes(run: Run, case_file: Path) -> None:
    done = run("compare", case_file, S1, "--with", "hrd-2021-07", "--on", DAY, *SECRET)
    assert done.code == 0
    assert "Headline: Ready → Something must change first" in done.out
    assert "E19" in done.out
    assert "HRD-2026-S4" not in done.out


def test_compare_without_a_case_goes_through_the_open_ones(run: Run, case_file: Path) -> None:
    done = run("compare", case_file, "--with", "hrd-2021-07", "--on", DAY, "--lang", "fr", *SECRET)
    assert done.code == 0
    assert S1 in done.out
    assert "HRD-2026-S4" in done.out
    assert "HRD-2026-S2" not in done.out
    assert "seul le HCR recommande" in done.out
    same = run("compare", case_file, "--with", "hrd-2023-07", "--on", DAY, *SECRET)
    assert (same.code, same.out) == (0, "No open case changes.\n")


def test_places_as_text_and_as_json(run: Run, case_file: Path) -> None:
    done = run("places", case_file, "--on", DAY, *SECRET)
    assert done.code == 0
    assert "limit of the whole stream: not known" in done.out
    found = json.loads(run("places", case_file, "--on", DAY, "--json", *SECRET).out)
    assert list(found) == ["format", "version", "on", "years", "without_day", "left_out"]
    (year,) = found["years"]
    assert (year["year"], year["limit"], year["planned"]) == (2026, None, 12)
    assert {one["partner"]: one["planned"] for one in year["partners"]} == {
        "front_line_defenders": 1,
        "protect_defenders_eu": 3,
        "unhcr": 8,
    }
    alone = json.loads(run("places", case_file, "--on", DAY, "--year", "2022", "--json", *SECRET).out)
    assert [(one["year"], one["limit"], one["cases"]) for one in alone["years"]] == [(2022, 250, 0)]

"""Three packs in time: what is in force when, words taken of another pack, and what the strict reader refuses."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.checklists.pack import pack_for, pack_named, read_pack, read_packs
from hrd_desktop.errors import BadPack, UnknownPack

PACKS = read_packs(resource("rules"))
FIRST, SECOND, THIRD = PACKS
THREE = ("unhcr", "front_line_defenders", "protect_defenders_eu")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    copy = tmp_path / "rules"
    shutil.copytree(resource("rules"), copy)
    return copy


def refused(rules: Path) -> tuple[str, int, str]:
    with pytest.raises(BadPack) as caught:
        read_packs(rules)
    facts = caught.value.facts
    file = Path(str(facts["file"]))
    return f"{file.parent.name}/{file.name}", int(facts["line"]), str(facts["cause"])


def edit(rules: Path, pack: str, old: str, new: str, file: str = "pack.toml") -> int:
    """Replace a text of a pack; gives the line on which it stood."""
    path = rules / pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def test_the_history_of_the_stream():
    assert [(pack.id, pack.version, pack.date) for pack in PACKS] == [
        ("hrd-2021-07", "1", date(2021, 7, 16)),
        ("hrd-2023-03", "1", date(2023, 3, 1)),
        ("hrd-2023-07", "1", date(2023, 7, 25)),
    ]
    assert [pack.partners for pack in PACKS] == [("unhcr",), THREE, THREE]
    assert [pack.day_known for pack in PACKS] == [True, False, True]
    assert str(SECOND.month) == "2023-03"


@pytest.mark.parametrize(
    ("on", "pack"),
    [
        ("2021-07-16", FIRST),
        ("2023-02-28", FIRST),
        ("2023-03-01", SECOND),
        ("2023-07-24", SECOND),
        ("2023-07-25", THIRD),
        ("2031-01-01", THIRD),
    ],
)
def test_the_pack_of_each_day(on: str, pack):
    assert pack_for(PACKS, date.fromisoformat(on)) is pack


def test_places_of_a_year_as_each_pack_knows_them():
    assert [pack.places_per_year(2022) for pack in PACKS] == [250, 250, None]
    assert [THIRD.places_per_year(year) for year in (2023, 2024, 2025, 2026)] == [500, 500, None, None]
    assert FIRST.places_per_year(2020) is None


def test_a_partner_s_word_about_its_own_share_is_a_note_and_no_limit():
    assert "125" in THIRD.partner_notes["front_line_defenders"]["fr"]
    assert not FIRST.partner_notes
    assert 125 not in [rule.places for pack in PACKS for rule in pack.places]


def test_packs_share_words_and_hold_only_what_differs():
    for older in (FIRST, SECOND):
        assert older.words_of == THIRD.id
        assert older.constants == THIRD.constants
        assert set(older.items) == set(THIRD.items)
        assert (older.alerts, older.routes, older.texts, older.packet) == (
            THIRD.alerts,
            THIRD.routes,
            THIRD.texts,
            THIRD.packet,
        )
    own = FIRST.items["E19"]
    assert own.why["unknown_partner"]["en"] != THIRD.items["E19"].why["unknown_partner"]["en"]
    assert own.why["partner"] == THIRD.items["E19"].why["partner"]
    assert SECOND.items["E19"] == THIRD.items["E19"]
    size = sum(path.stat().st_size for path in resource("rules", "hrd-2021-07").iterdir())
    assert size < 5_000


def test_a_pack_read_alone_finds_the_words_beside_it():
    assert read_pack(resource("rules", "hrd-2023-03")) == SECOND


def test_an_unknown_name_is_refused():
    assert pack_named(PACKS, "hrd-2023-03") is SECOND
    with pytest.raises(UnknownPack) as caught:
        pack_named(PACKS, "hrd-1999")
    assert caught.value.facts == {"name": "hrd-1999", "known": "hrd-2021-07, hrd-2023-03, hrd-2023-07"}


@pytest.mark.parametrize(
    ("pack", "old", "new", "cause"),
    [
        ("hrd-2021-07", 'words_of = "hrd-2023-07"', 'words_of = "hrd-2031-01"', "no pack 'hrd-2031-01' with words"),
        ("hrd-2021-07", 'words_of = "hrd-2023-07"', 'words_of = "hrd-2023-03"', "no pack 'hrd-2023-03' with words"),
        ("hrd-2021-07", 'words_of = "hrd-2023-07"', 'words_of = "hrd-2021-07"', "no pack 'hrd-2021-07' with words"),
        ("hrd-2021-07", 'words_of = "hrd-2023-07"', "words_of = 7", "'words_of' must be a text"),
        ("hrd-2021-07", "until = 2023-02-28", "until = 2021-07-15", "'until' lies before 'date'"),
        ("hrd-2021-07", "until = 2023-02-28", "until = 2023-03-01", "two packs for one day"),
        ("hrd-2021-07", "until = 2023-02-28", "until = 2023-02-27", "days without a pack"),
        ("hrd-2023-03", "until = 2023-07-24", 'until = "2023-07-24"', "'until' must be a day"),
        ("hrd-2023-03", "day_known = false", 'day_known = "no"', "'day_known' must be true or false"),
        ("hrd-2023-03", "date = 2023-03-01", "date = 2021-07-16", "in force from the same day on"),
        ("hrd-2021-07", 'partners = ["unhcr"]', 'partners = ["unhrc"]', "unknown partner 'unhrc'"),
        ("hrd-2023-07", "[partner_notes.front_line_defenders]", "[partner_notes.other]", "unknown partner 'other'"),
    ],
)
def test_a_wrong_head_is_refused_with_file_and_line(rules: Path, pack: str, old: str, new: str, cause: str):
    line = edit(rules, pack, old, new)
    found = refused(rules)
    assert found[:2] == (f"{pack}/pack.toml", line), found
    assert cause in found[2]


def test_a_pack_that_is_followed_needs_a_last_day(rules: Path):
    edit(rules, "hrd-2021-07", "until = 2023-02-28\n", "")
    assert refused(rules)[2] == "'until' is missing: 'hrd-2023-03' is in force from 2023-03-01 on"


def test_the_newest_pack_has_no_last_day(rules: Path):
    line = edit(rules, "hrd-2023-07", "date = 2023-07-25", "date = 2023-07-25\nuntil = 2024-12-31")
    assert refused(rules) == ("hrd-2023-07/pack.toml", line + 1, "no pack follows, so this one has no last day")


def test_a_whole_pack_may_leave_nothing_out(rules: Path):
    line = edit(rules, "hrd-2023-07", 'version = "1"', 'version = "1"\nwithout = ["F06"]')
    assert refused(rules) == ("hrd-2023-07/pack.toml", line + 1, "unknown key 'without'")


def add(rules: Path, lines: str, file: str, pack: str = "hrd-2023-03") -> None:
    path = rules / pack / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + lines, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "lines", "line", "cause"),
    [
        ("items.toml", "[H99]\n", 1, "unknown item 'H99'"),
        ("items.toml", '[E19]\ntitel = "x"\n', 2, "unknown key 'titel'"),
        ("items.toml", '[E19.why.partner]\nen = "x"\n', 1, "the translation 'fr' is missing"),
        ("items.toml", '[E19.why.other]\nen = "x"\nfr = "x"\n', 1, "unknown reason 'other'"),
        ("items.toml", '[E19.why.partner]\nen = "{who}"\nfr = "x"\n', 2, "'en' has an unknown gap {who}"),
        ("items.toml", '[E19.citations.second]\nen = "x"\nfr = "x"\n', 1, "unknown citation 'second'"),
        ("items_more.toml", '[E19.ask.other]\nen = "x"\nfr = "x"\n', 1, "unknown reason 'other'"),
        ("alerts.toml", '[nothing]\nen = "x"\nfr = "x"\n', 1, "unknown alert 'nothing'"),
        ("routes.toml", '[nothing]\nen = "x"\nfr = "x"\n', 1, "unknown route 'nothing'"),
        ("texts.toml", '[texts.nothing]\nen = "x"\nfr = "x"\n', 1, "unknown text 'nothing'"),
        ("packet.toml", '[texts.nothing]\nen = "x"\nfr = "x"\n', 1, "unknown text 'nothing'"),
    ],
)
def test_a_wrong_word_of_one_s_own_is_refused(rules: Path, file: str, lines: str, line: int, cause: str):
    add(rules, lines, file)
    assert refused(rules) == (f"hrd-2023-03/{file}", line, cause)


def test_a_file_that_no_pack_has_is_refused(rules: Path):
    add(rules, "", "item.toml")
    assert refused(rules)[2] == "the file 'item.toml' belongs to no pack"


def test_an_item_worded_in_two_files_is_refused(rules: Path):
    add(rules, '[E19.title]\nen = "a"\nfr = "b"\n', "items.toml")
    add(rules, '[E19.title]\nen = "a"\nfr = "b"\n', "items_more.toml")
    assert refused(rules) == ("hrd-2023-03/items_more.toml", 1, "the item 'E19' stands in another file already")


def test_one_s_own_words_stand_in_the_place_of_the_others(rules: Path):
    sentence = 'en = "Own {0}"\nfr = "Propre {0}"\n'
    item = "[E19]\n" + "".join(f'{key}.en = "Own {key}"\n{key}.fr = "Propre"\n' for key in ("title", "question"))
    add(rules, item + "[E19.citations.main]\n" + sentence.format("law"), "items.toml")
    add(rules, "[size_mismatch]\n" + sentence.format("alert"), "alerts.toml")
    add(rules, "[ask_partners]\n" + sentence.format("route"), "routes.toml")
    add(rules, "[texts.and]\n" + sentence.format("text"), "texts.toml")
    key = next(iter(THIRD.packet))
    add(rules, f"[texts.{key}]\n" + sentence.format("packet"), "packet.toml")
    first, second, third = read_packs(rules)
    assert (second.title("E19", "en"), second.items["E19"].question["en"]) == ("Own title", "Own question")
    assert second.citation("Own law", "fr") == "Propre law"
    assert second.template("alert.size_mismatch", "fr") == "Propre alert"
    assert second.template("route.ask_partners", "en") == "Own route"
    assert second.template("text.and", "en") == "Own text"
    assert second.packet[key]["en"] == "Own packet"
    assert (first, third) == (FIRST, THIRD)


def test_constants_of_one_s_own_need_only_say_what_differs(rules: Path):
    add(rules, '\n[constants]\nchild_under = 19\noffice_default_days = ["01-01"]\n', "pack.toml")
    own = read_packs(rules)[1].constants
    assert (own.child_under, own.office_default_days, own.adult_age) == (19, ("01-01",), 18)
    edit(rules, "hrd-2023-03", "child_under = 19", "child_upto = 19")
    assert refused(rules)[2] == "unknown constant 'child_upto'"


def test_a_pack_may_leave_items_out(rules: Path):
    edit(rules, "hrd-2023-03", 'version = "1"', 'version = "1"\nwithout = ["F06", "H05"]')
    second = read_packs(rules)[1]
    assert set(THIRD.items) - set(second.items) == {"F06", "H05"}


@pytest.mark.parametrize(
    ("pack", "item", "cause"),
    [
        ("hrd-2023-03", "H99", "unknown item 'H99'"),
        ("hrd-2021-07", "E19", "the item 'E19' has words in this pack"),
    ],
)
def test_leaving_out_what_is_not_there_or_is_worded_here_is_refused(rules: Path, pack: str, item: str, cause: str):
    line = edit(rules, pack, 'version = "1"', f'version = "1"\nwithout = ["{item}"]')
    assert refused(rules) == (f"{pack}/pack.toml", line + 1, cause)

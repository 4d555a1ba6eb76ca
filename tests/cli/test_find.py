"""Finding from a terminal: one line a place, or JSON; names only where they are asked for."""

from __future__ import annotations

import json

from hrd_desktop.assets import resource

SECRET = ("--passphrase-file", "-")


def test_each_place_is_a_line_with_the_words_around_it(run, case_file):
    done = run("find", case_file, "pharmacy", *SECRET)
    assert done.code == 0
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert ["HRD-2026-S1", "Notebook", "Incident IN3 · Place", "Taizz, hospital pharmacy"] in lines
    assert f"Places found: {len(lines)}" in done.err


def test_json_names_the_place_and_hides_names_and_what_is_sealed(run, case_file):
    case = json.loads(resource("demo", "s1.json").read_text(encoding="utf-8"))["case"]
    name = next(n for n in case["persons"][0]["names"] if n.get("family"))
    found = json.loads(run("find", case_file, name["family"], "--json", *SECRET).out)
    (one,) = [place for place in found if place["case"] == "HRD-2026-S1" and place["place"] == f"{name['id']}.family"]
    assert (one["case"], one["person"], one["name"], one["excerpt"]) == ("HRD-2026-S1", "P1", True, None)
    shown = json.loads(run("find", case_file, name["family"], "--json", "--names", *SECRET).out)
    assert name["family"] in [place["excerpt"] for place in shown]
    assert name["family"] not in json.dumps(found, ensure_ascii=False)


def test_nothing_found_is_no_error(run, case_file):
    done = run("find", case_file, "zzzzz", *SECRET)
    assert (done.code, done.out) == (0, "")
    assert json.loads(run("find", case_file, "zzzzz", "--json", *SECRET).out) == []


def test_it_speaks_french(run, case_file):
    assert "Endroits trouvés\u00a0: " in run("find", case_file, "pharmacy", "--lang", "fr", *SECRET).err

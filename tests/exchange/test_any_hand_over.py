"""Whatever stands in the parts of a hand-over, the answer is what was meant or a refusal: never another error."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.errors import BadHandOver
from hrd_desktop.exchange.manifest import RuleBroken, read_manifest, write_manifest
from hrd_desktop.exchange.packets_json import BadPackets, read_packets, write_packets
from hrd_desktop.services.handing_parts import unpacked
from tests.exchange.test_any_input import _spots, anything
from tests.exchange.test_bundle import MANIFEST
from tests.services.test_handing_packets import packet


def _with(document: Any, data: st.DataObject, value: Any) -> bytes:
    holder, key = data.draw(st.sampled_from(_spots(document)))
    holder[key] = value
    return json.dumps(document).encode() + b"\n"


@settings(max_examples=150)
@given(st.data(), anything)
def test_any_value_in_the_table(data: st.DataObject, value: Any) -> None:
    changed = _with(json.loads(write_manifest(MANIFEST)), data, value)
    try:
        manifest = read_manifest(changed)
    except RuleBroken as broken:
        assert broken.rule.startswith("H")  # noqa: PT017
        return
    assert read_manifest(write_manifest(manifest)) == manifest
    for member in manifest.members():
        assert member.name.isascii()
        assert ".." not in member.name


@settings(max_examples=150)
@given(st.data(), anything)
def test_any_value_in_a_register(data: st.DataObject, value: Any) -> None:
    changed = _with(json.loads(write_packets([packet()])), data, value)
    try:
        read = read_packets(changed)
    except BadPackets:
        return
    assert read_packets(write_packets(read)) == read


@settings(max_examples=100)
@given(
    st.sampled_from(["case.json", "history.jsonl", "boxes.json", "packets.jsonl"]), st.binary(max_size=60) | anything
)
def test_any_part_at_all(name: str, value: Any) -> None:
    part = value if isinstance(value, bytes) else json.dumps(value).encode() + b"\n"
    parts = {"case.json": b"{}", "history.jsonl": b"", "boxes.json": b"{}", "packets.jsonl": b"", name: part}
    try:
        unpacked(MANIFEST.cases[0], parts)
    except RuleBroken as broken:
        assert broken.rule in ("H14", "H15", "H16", "H17", "H19")  # noqa: PT017
        return
    raise AssertionError(BadHandOver.code)

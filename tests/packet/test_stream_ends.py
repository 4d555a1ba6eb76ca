"""No stream of a finished file ends in a carriage return, also where the file keeps its objects in many streams."""

from __future__ import annotations

import random

import pikepdf

from hrd_desktop.packet.finish import _saved


def test_a_stream_of_objects_that_ends_in_doubt_is_made_anew_wherever_it_stands() -> None:
    filled = 0
    for seed in range(400):
        chance = random.Random(seed)
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(612, 792))
        pdf.Root["/Held"] = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(A=pikepdf.String(chance.randbytes(4)))) for _ in range(350)]
        )
        assert b"\r\nendstream" not in _saved(pdf), seed
        filled += "/HRDD_Fill" in pdf.Root
    assert filled >= 2, "the case that is tested came up"

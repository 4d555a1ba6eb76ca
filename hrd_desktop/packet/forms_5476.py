"""IMM 5476, Use of a Representative: purpose, applicant, representative.

What the form is for, and paid or unpaid with the body and its number: from the form, A 91(2) and R 10(2)(c.1), (c.2).
How it is laid out, and the fields of the applicant, are known from use alone.
"""

from __future__ import annotations

from typing import Any

from hrd_desktop.packet import form_values as values
from hrd_desktop.packet.form_tables import Copy, Field, FormTable, Group, Told


def _kind(copy: Copy, _row: Any) -> Told:
    return copy.author.text("form_refugee")


IMM_5476 = FormTable("imm_5476", "imm_5476", (
    Group("purpose", (Field("case.representative.appointed_on"),)),
    Group("applicant", (
        Field(lambda copy, _: values.family_name(copy.author, values.first_name(copy.person)), "family"),
        Field(lambda copy, _: values.given_name(copy.author, values.first_name(copy.person)), "given"),
        Field(lambda copy, _: values.born(copy.author, copy.person.birth), "birth_date"),
        Field(_kind, "programme"),
        Field("person.uci"))),
    Group("representative", [
        Field(f"case.representative.{name}")
        for name in (
            "family", "given", "organisation", "postal_address", "phone", "fax", "email", "paid", "body",
            "membership_number")]),
), note="representative_note")  # fmt: skip

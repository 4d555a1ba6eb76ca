"""Sample s1 with one thing wrong at a time: what is done to it, where it must be found, and under which cause."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

STEP = re.compile(r"\.([a-z_0-9]+)|\[(\d+)\]")
MISSING = object()


@dataclass(frozen=True)
class Corruption:
    """`where` gets `value` (MISSING takes the key away); the problem stands at `path` (None: at `where`)."""

    cause: str
    where: str
    value: Any
    path: str | None = None

    def __str__(self) -> str:
        return f"{self.cause}-{self.where}"

    @property
    def expected(self) -> str:
        return self.where if self.path is None else self.path

    def apply(self, document: dict[str, Any]) -> None:
        steps: list[Any] = [key or int(index) for key, index in STEP.findall(self.where)]
        holder: Any = document
        for step in steps[:-1]:
            holder = holder[step]
        if isinstance(holder, list) and steps[-1] == len(holder):
            holder.append(self.value)
        elif self.value is MISSING:
            del holder[steps[-1]]
        else:
            value: Callable[[Any], Any] | Any = self.value
            holder[steps[-1]] = value(holder[steps[-1]]) if callable(value) else value


P1 = "$.case.persons[0]"
INFO = {"calendar": "hijri", "original": "1406"}
MILESTONE = {"id": "ZZ1", "kind": "landing", "date": "2027", "state": "planned"}
NOTED = {"id": "ZZ2", "at": "P1.birth.date", "how_known": "unknown"}

CORRUPTIONS = [
    # the outermost object
    Corruption("other_format", "$.format", "hrd-check"),
    Corruption("other_format", "$.format", 1),
    Corruption("missing_key", "$.format", MISSING),
    Corruption("other_version", "$.version", 2),
    Corruption("other_version", "$.version", "1"),
    Corruption("other_version", "$.version", True),
    Corruption("other_version", "$.version", 1.0),
    Corruption("missing_key", "$.version", MISSING),
    Corruption("missing_key", "$.case", None),
    Corruption("not_an_object", "$.case", [1]),
    Corruption("unknown_key", "$.cases", {}),
    # keys and types
    Corruption("unknown_key", f"{P1}.colour", None),
    Corruption("unknown_key", f"{P1}.birth.dates", "1986"),
    Corruption("unknown_key", f"{P1}.background.l", {"answer": "no"}),
    Corruption("missing_key", f"{P1}.plan", MISSING),
    Corruption("missing_key", f"{P1}.plan", None),
    Corruption("missing_key", f"{P1}.names", MISSING),
    Corruption("empty_list", f"{P1}.names", []),
    Corruption("empty_list", "$.case.persons", []),
    Corruption("empty_list", "$.case.incidents[0].acts", []),
    Corruption("not_an_object", f"{P1}.birth", "1986"),
    Corruption("not_an_object", f"{P1}.names[0]", None),
    Corruption("not_a_list", f"{P1}.names", {}),
    Corruption("not_a_list", "$.case.incidents[0].persons", "P1"),
    Corruption("not_a_text", "$.case.alias", 5),
    Corruption("not_a_text", "$.case.alias", ["Notebook"]),
    Corruption("not_a_text", f"{P1}.birth.date", 1986),
    Corruption("not_a_text", f"{P1}.can_sign", True),
    Corruption("not_a_text", "$.case.incidents[0].acts[0]", None),
    Corruption("not_a_whole_number", f"{P1}.height_cm", "172"),
    Corruption("not_a_whole_number", f"{P1}.height_cm", True),
    Corruption("not_a_whole_number", f"{P1}.height_cm", 172.0),
    Corruption("not_a_whole_number", f"{P1}.height_cm", float("nan")),
    Corruption("not_a_whole_number", f"{P1}.height_cm", float("-inf")),
    Corruption("not_a_whole_number", f"{P1}.height_cm", 10**30),
    Corruption("number_out_of_range", f"{P1}.height_cm", -1),
    Corruption("number_out_of_range", f"{P1}.height_cm", 1_000_000_000),
    Corruption("not_true_or_false", "$.case.family_list.signed", "true"),
    Corruption("not_true_or_false", "$.case.family_list.signed", 1),
    # values
    Corruption("empty_text", "$.case.alias", ""),
    Corruption("empty_text", "$.case.alias", " \n\u00a0"),
    Corruption("control_character", "$.case.alias", "Note\tbook"),
    Corruption("control_character", "$.case.hrd.summary", "one\r\ntwo"),
    Corruption("control_character", "$.case.hrd.summary", "nul\x00"),
    Corruption("control_character", "$.case.hrd.summary", "c1\x85"),
    Corruption("control_character", "$.case.hrd.summary", "half \ud800"),
    *(
        Corruption("not_a_date", f"{P1}.birth.date", date)
        for date in (
            "1997-13",
            "1997-00",
            "1997-07-00",
            "1997-02-29",
            "1997-1-1",
            "97",
            "1997-",
            "21/05/1986",
            "1986-05-21T00:00",
            " 1986",
            "１９８６",
        )
    ),
    *(
        Corruption("not_a_full_date", "$.case.opened_on", date)
        for date in ("2026", "2026-05", "2026-02-30", "today", "20260504")
    ),
    *(Corruption("year_out_of_range", f"{P1}.birth.date", date) for date in ("1879", "2101-01", "0000", "9999-12-31")),
    Corruption("year_out_of_range", "$.case.opened_on", "1879-12-31"),
    Corruption("year_out_of_range", f"{P1}.birth.date_info", INFO | {"earliest": "1200-01-01", "latest": "1987-01-01"},
               f"{P1}.birth.date_info.earliest"),
    Corruption("unknown_code", "$.case.stage", "intaek"),
    Corruption("unknown_code", f"{P1}.sex_on_document", "m"),
    Corruption("unknown_code", f"{P1}.can_sign", "maybe"),
    Corruption("unknown_code", "$.case.incidents[0].acts[0]", "Threat"),
    Corruption("unknown_code", f"{P1}.none_declared", ["names"], f"{P1}.none_declared[0]"),
    *(Corruption("unknown_country", f"{P1}.birth.country", code) for code in ("ye", "YEM", "UK", "ZZ", "YU", "Yemen")),
    *(
        Corruption("not_a_language_tag", "$.case.interview_language", tag)
        for tag in ("english", "EN", "en_CA", "xx", "sr-latn", "e", "en-")
    ),
    Corruption("longer_language_tag", "$.case.interview_language", "fra"),
    Corruption("longer_language_tag", "$.case.interview_language", "fre-CA"),
    Corruption("unknown_item", "$.case.evidence[0].items", ["H01", "H7"], "$.case.evidence[0].items[1]"),
    # identifiers and references
    *(
        Corruption("bad_id", "$.case.incidents[0].id", id)
        for id in ("in1", "IN0", "IN01", "IN12345", "ABCD1", "IN", "1", "IN1\n", "IN١", "Ï1")
    ),
    Corruption("missing_key", "$.case.incidents[0].id", MISSING),
    Corruption("bad_person_id", "$.case.persons[1].id", "Q2"),
    Corruption("bad_person_id", "$.case.persons[1].id", "P0"),
    Corruption("bad_case_code", "$.case.code", "hrd-2026"),
    Corruption("bad_case_code", "$.case.code", "AB"),
    Corruption("bad_case_code", "$.case.code", "-AB"),
    Corruption("bad_case_code", "$.case.code", "A" * 33),
    Corruption("repeated_id", "$.case.persons[1].id", "P1"),
    Corruption("repeated_id", "$.case.incidents[1].id", "N1"),
    Corruption("unknown_reference", "$.case.principal", "P99"),
    Corruption("unknown_reference", "$.case.incidents[0].persons[0]", "P99"),
    Corruption("unknown_reference", f"{P1}.names[0].source_document", "DO99"),
    Corruption("unknown_reference", "$.case.evidence[0].supports", ["P1", "XX1"], "$.case.evidence[0].supports[1]"),
    Corruption("unknown_reference", "$.case.principal", "P1.birth"),
    Corruption("wrong_reference", "$.case.incidents[0].persons[0]", "N1"),
    Corruption("wrong_reference", f"{P1}.names[0].source_document", "P1"),
    Corruption("wrong_reference", "$.case.evidence[0].translation_of", "IN1"),
    Corruption("wrong_reference", "$.case.principal", "DO1"),
    # the principal applicant
    Corruption("no_principal", f"{P1}.relation", "spouse", "$.case.persons"),
    Corruption("second_principal", "$.case.persons[1].relation", "principal"),
    Corruption("principal_not_accompanying", f"{P1}.plan", "non_accompanying"),
    Corruption("principal_mismatch", "$.case.principal", "P2"),
    # dates that cannot go together
    Corruption("start_after_end", "$.case.closed_on", "2026-04-13", "$.case.opened_on"),
    Corruption("start_after_end", f"{P1}.documents[0].expires_on", "2016", f"{P1}.documents[0].issued_on"),
    Corruption("start_after_end", "$.case.incidents[0].date_to", "1990", "$.case.incidents[0].date"),
    Corruption("start_after_end", f"{P1}.names[0]", lambda row: row | {"start": "2000-02", "end": "2000-01"},
               f"{P1}.names[0].start"),
    Corruption("start_after_end", f"{P1}.names[0]",
               lambda row: row | {"start": "1990", "start_info": {"earliest": "1995-01-01", "latest": "1995-02-01"},
                                  "end": "1994"}, f"{P1}.names[0].start"),
    Corruption("start_after_end", f"{P1}.returns",
               [{"id": "ZZ1", "country": "YE", "entered_on": "2020-05-02", "left_on": "2020-05-01"}],
               f"{P1}.returns[0].entered_on"),
    Corruption("start_after_end", "$.case.unions[0].cohabiting_to", "1950", "$.case.unions[0].cohabiting_from"),
    Corruption("start_after_end", "$.case.asylum.applications",
               [{"id": "ZZ1", "person": "P1", "kind": "citizenship", "status": "asked", "filed_on": "2020",
                 "decided_on": "2019-12"}], "$.case.asylum.applications[0].filed_on"),
    Corruption("start_after_end", f"{P1}.parents",
               [{"id": "ZZ1", "role": "mother", "kind": "biological", "birth_date": "1960", "death_date": "1959"}],
               f"{P1}.parents[0].birth_date"),
    Corruption("end_while_ongoing", f"{P1}.addresses[0]", lambda row: row | {"ongoing": True, "end": "2030"},
               f"{P1}.addresses[0].end"),
    Corruption("earliest_without_latest", f"{P1}.birth.date_info", INFO | {"earliest": "1986-01-01"},
               f"{P1}.birth.date_info.earliest"),
    Corruption("latest_without_earliest", f"{P1}.birth.date_info", INFO | {"latest": "1986-01-01"},
               f"{P1}.birth.date_info.latest"),
    Corruption("earliest_after_latest", f"{P1}.birth.date_info",
               INFO | {"earliest": "1986-01-02", "latest": "1986-01-01"}, f"{P1}.birth.date_info.earliest"),
    Corruption("complete_date_needed", "$.case.milestones", [MILESTONE], "$.case.milestones[0].date"),
    Corruption("repeated_milestone", "$.case.milestones",
               [MILESTONE | {"date": "2027-01-01"}, MILESTONE | {"id": "ZZ2", "date": "2027-02-01"}],
               "$.case.milestones[1].kind"),
    # rules between facts
    Corruption("declared_none_but_listed", f"{P1}.none_declared", ["service", "documents"], f"{P1}.none_declared[1]"),
    Corruption("union_partners", "$.case.unions[0].partner_b_name", "Ilka Morrow", "$.case.unions[0]"),
    Corruption("union_partners", "$.case.unions[0].partner_b", MISSING, "$.case.unions[0]"),
    Corruption("union_with_self", "$.case.unions[0]", lambda row: row | {"partner_b": row["partner_a"]},
               "$.case.unions[0].partner_b"),
    Corruption("name_without_part", f"{P1}.names[0]", {"id": "N1", "kind": "document", "script": "Latn"}),
    Corruption("nationality_without_country", f"{P1}.nationalities[0].country", MISSING),
    Corruption("own_parent", f"{P1}.parents",
               [{"id": "ZZ1", "person": "P1", "role": "mother", "kind": "biological"}], f"{P1}.parents[0].person"),
    Corruption("too_many_categories", "$.case.submission_categories",
               ["medical_needs", "lack_of_solutions", "children_at_risk"]),
    # evidence
    *(
        Corruption("bad_file_name", "$.case.evidence[0].file", name)
        for name in ("/etc/passwd", "../a", "a/../../b", "a//b", "C:\\a.pdf", "C:/a.pdf", "a\\b.pdf", "./a", "a/")
    ),
    Corruption("bad_sha256", "$.case.evidence[0].sha256", "ABCDEF" + "0" * 58),
    Corruption("bad_sha256", "$.case.evidence[0].sha256", "0" * 63),
    # the first problem in the order of the file is the one reported
    Corruption("unknown_code", f"{P1}.documents", [{"id": "DO1", "held": "gone", "kind": 5, "cuntry": 1}],
               f"{P1}.documents[0].held"),
    Corruption("unknown_key", f"{P1}.documents", [{"cuntry": 1, "id": "DO1", "held": "gone"}],
               f"{P1}.documents[0].cuntry"),
    Corruption("missing_key", f"{P1}.documents", [{"id": "DO1", "held": "yes"}, 5], f"{P1}.documents[0].kind"),
]  # fmt: skip

BAD_BYTES = {
    "not_utf8": b'{"format": "caf\xe9"}',
    "byte_order_mark": b"\xef\xbb\xbf{}",
    "not_json": b"{'format': 1}",
    "too_deep": b'{"case":' * 100_000,
    "not_an_object": b"[]",
    "repeated_key": b'{"format": "hrd-case", "version": 1, "version": 1, "case": {}}',
}

"""Whether a question is asked, given the other answers of the same object.

Hidden is not empty: a question that stops being asked keeps its answer, which stays in sight marked "not in use".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

ValueOf = Callable[[str], Any]
"""Gives the value of a field of the same object; None or an empty list where nothing is recorded."""

_EMPTY: tuple[Any, ...] = (None, [], "")


@dataclass(frozen=True)
class Condition:
    """`holds` says whether a question is asked as the answers to the questions `on` stand."""

    on: tuple[str, ...]
    holds: Callable[[ValueOf], bool]


def asked(object_name: str, field: str, value_of: ValueOf) -> bool:
    """Whether the question is asked, as the other answers of its object stand."""
    return all(condition.holds(value_of) for condition in _conditions(object_name, field))


def in_use(object_name: str, field: str, value_of: ValueOf) -> bool:
    """Whether an answer that is there counts: its question is asked, or what it depends on was not answered yet."""
    return all(
        condition.holds(value_of) or all(value_of(name) in _EMPTY for name in condition.on)
        for condition in _conditions(object_name, field)
    )


@cache
def depends_on(object_name: str, field: str) -> frozenset[str]:
    """The answers of the same object on which it depends whether the question is asked."""
    return frozenset(name for condition in _conditions(object_name, field) for name in condition.on)


def _conditions(object_name: str, field: str) -> Iterator[Condition]:
    for key in ((object_name, field), ("", field)):
        if key in CONDITIONS:
            yield CONDITIONS[key]


def _is(name: str, *wanted: Any) -> Condition:
    """Asked once the field has one of these answers."""
    return Condition((name,), lambda value_of: value_of(name) in wanted)


def _not(name: str, *unwanted: Any) -> Condition:
    """Asked unless the field has one of these answers; so also while it has none."""
    return Condition((name,), lambda value_of: value_of(name) not in unwanted)


def _given(*names: str) -> Condition:
    """Asked once one of the fields has an answer."""
    return Condition(names, lambda value_of: any(value_of(name) not in _EMPTY for name in names))


def _empty(name: str) -> Condition:
    """Asked while the field has no answer."""
    return Condition((name,), lambda value_of: value_of(name) in _EMPTY)


def _holds(name: str, *codes: str) -> Condition:
    """Asked once the list holds one of these codes."""
    return Condition((name,), lambda value_of: any(code in (value_of(name) or ()) for code in codes))


def _both(first: Condition, second: Condition) -> Condition:
    return Condition((*first.on, *second.on), lambda value_of: first.holds(value_of) and second.holds(value_of))


def _either(first: Condition, second: Condition) -> Condition:
    return Condition((*first.on, *second.on), lambda value_of: first.holds(value_of) or second.holds(value_of))


def _row_has(name: str, field: str, *wanted: Any) -> Condition:
    """Asked once a row of the list has one of these values in that field."""
    return Condition((name,), lambda value_of: any(getattr(row, field) in wanted for row in value_of(name) or ()))


def _stateless(value_of: ValueOf) -> bool:
    claimed = value_of("stateless")
    has = any(row.status == "has" for row in value_of("nationalities") or ())
    return not has or (claimed is not None and claimed.claimed == "yes")


_PERHAPS = ("yes", "unknown", "declined", "after_advice")
_MARRIAGES = ("civil_marriage", "religious_marriage", "customary_marriage")
_NO_EMPLOYER = ("unemployed", "homemaker", "detention", "hiding", "flight", "illness", "retired")
_NO_STATUS = ("none", "irregular")
_NO_LONGER = ("lost", "renounced")


def _for(object_name: str, fields: str, condition: Condition) -> dict[tuple[str, str], Condition]:
    return {(object_name, field): condition for field in fields.split()}


CONDITIONS: dict[tuple[str, str], Condition] = (
    {
        ("", "end"): _not("ongoing", True),
        ("", "country_name_at_time"): _given("country"),
    }
    | _for("case", "partner_decision partner_reference", _given("partner"))
    | _for("case", "closed_on", _is("stage", "closed"))
    | _for("family_list", "confirmed_on signed", _is("all_members_named", "yes"))
    # People
    | _for("person", "linked_case_code", _is("plan", "linked_case"))
    | _for("person", "cannot_sign_reason", _is("can_sign", "no"))
    | _for("person", "gender_identity_text", _is("gender_identity", "another"))
    | _for("person", "chosen_name_in_packet chosen_name_in_contact", _row_has("names", "kind", "chosen"))
    | _for("person", "marital_status_since", _not("marital_status", None, "single", "unknown"))
    | _for("person", "habitual_residences", Condition(("nationalities", "stateless"), _stateless))
    | _for("name", "source_document", _not("kind", "legal", "chosen", "alias"))
    | _for("name", "start end", _is("kind", "previous"))
    | _for("birth", "office_default", _given("date"))
    | _for("nationality", "fear protection basis", _not("status", *_NO_LONGER))
    | _for("nationality", "end", _is("status", *_NO_LONGER))
    | _for("protection", "not_sought_reason", _is("sought", "no"))
    | _for("protection", "outcome", _is("sought", "yes"))
    | _for("stateless", "determined_by", _is("claimed", "yes"))
    | _for("stateless", "determined_on", _not("determined_by", None, "nobody"))
    | _for(
        "document",
        "number issued_on expires_on authority requested_by name_as_printed birth_date_as_printed",
        _not("held", "never_had"),
    )
    | _for("whereabouts", "in_hiding", _is("status", "known"))
    | _for("whereabouts", "place with_whom", _not("status", "missing", "unknown", "deceased"))
    | _for("whereabouts", "last_contact", _is("status", "missing", "unknown", "detained"))
    | _for("contact", "phone_kind", _given("phone"))
    | _for("channel", "voice", _not("kind", "letter"))
    | _for("channel", "messages", _not("kind", "phone_call", "in_person"))
    # Family
    | _for("parent", "family given birth_date birth_country birth_place status", _empty("person"))
    | _for("parent", "death_date", _both(_empty("person"), _is("status", "dead")))
    | _for("parent", "reachable consents_to_departure", _not("status", "dead"))
    | _for("parent", "adoption_date adoption_severs_tie adoption_genuine", _is("kind", "adoptive"))
    | _for("custody", "decided_on", _is("basis", "court_order", "written_agreement"))
    | _for("custody", "best_interests_on", _is("best_interests", "done"))
    | _for(
        "dependency",
        "condition condition_since dependent_since financially_dependent condition_evidence",
        _is("type2_claimed", *_PERHAPS),
    )
    | _for("household", "since", _is("with_principal", "yes"))
    | _for("union", "partner_b", _empty("partner_b_name"))
    | _for("union", "partner_b_name", _empty("partner_b"))
    | _for("union", "both_present registered valid_where_made", _is("kind", *_MARRIAGES))
    | _for("union", "broken_down", _is("status", "in_force", "separated"))
    | _for("union", "separated_since", _either(_is("status", "separated"), _is("broken_down", "yes")))
    | _for("union", "end end_reason", _is("status", "ended"))
    # Work, what happened, claim
    | _for("hrd", "violence_text", _either(_is("used_violence", *_PERHAPS), _is("called_for_violence", *_PERHAPS)))
    | _for("incident", "link_text", _is("linked_to_work", "yes", "unknown"))
    | _for("claim", "ground_text", _given("grounds"))
    | _for("claim", "compelling_reasons", _given("conditions_changed"))
    | _for("narrative", "original_text", _given("original_language"))
    # Country of asylum
    | _for("asylum", "applications", _not("any_other_application", "no"))
    | _for("asylum", "exit_text", _given("exit_barrier"))
    | _for("host_status", "granted_by number renewable", _not("status", *_NO_STATUS))
    | _for("application", "decided_on", _not("status", "asked", "pending"))
    # Background
    | _for("history", "employer", _not("activity", *_NO_EMPLOYER))
    | _for("membership", "left_reason", _not("ongoing", True))
    | _for("service", "end_reason end_text", _not("ongoing", True))
    | _for("service", "combat_text", _is("combat", *_PERHAPS))
    | _for("reply", "details", _is("answer", "yes", "unknown", "after_advice"))
    | _for("reply", "countries", _is("answer", "yes"))
    | _for("reply", "asked_on", _given("answer"))
    | _for("return", "reason_text", _given("reason"))
    # Safety, consent, papers of the file
    | _for("consent", "recipient_text", _holds("recipients", "other"))
    | _for("consent", "guardian", _is("method", "guardian_signature"))
    | _for("consent", "expires_on withdrawn_on", _not("decision", "refused"))
    | _for("representative", "body", _not("paid", "no"))
    | _for("representative", "membership_number", _not("body", None, "none"))
    | _for("evidence", "translator translator_relation translator_certified", _given("translation_of", "statement_for"))
    | _for("evidence", "statement_for", _is("kind", "translator_statement"))
)

"""Inside an object: which of its fields stand together, in which order, and which wait behind "more questions".

An object without an entry is one group of all its fields in the order of the format. For a person, what stands here is
what the section "people" asks; the other sections ask the rest of each person, see `core.sections`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Fields under one short heading, named by its key; without a key they have none. `more` are seldom needed."""

    key: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every field in order, those seldom needed last."""
        return (*self.fields, *self.more)


def group(key: str, fields: str, more: str = "") -> Group:
    """A group from names written in one line."""
    return Group(key, tuple(fields.split()), tuple(more.split()))


GROUPS: dict[str, tuple[Group, ...]] = {
    "person": (
        group("who", "relation plan names", "linked_case_code uci sex_on_document note"),
        group("birth_nationality", "birth nationalities stateless habitual_residences"),
        group("whereabouts", "whereabouts can_sign cannot_sign_reason"),
        group("languages", "languages official_ability", "language_test"),
        group("needs", "specific_needs medical", "biometrics_impossible"),
        group(
            "private",
            "gender_identity gender_identity_text pronouns chosen_name_in_packet chosen_name_in_contact",
            "sexual_orientation ethnicity religion eye_colour height_cm",
        ),
    ),
    # The line of the date itself says the calendar.
    "date_info": (group("", "source estimated original earliest latest", "calendar"),),
    "name": (group("", "kind family given full script", "source_document start end note"),),
    "birth": (group("", "date country city", "district office_default country_name_at_time aliases"),),
    "nationality": (group("", "country status fear protection", "basis document start end country_name_at_time note"),),
    "habitual_residence": (
        group("", "country standing start end fear protection", "legal_status country_name_at_time note"),
    ),
    "document": (
        group(
            "",
            "kind country held number issued_on expires_on",
            "authority requested_by name_as_printed birth_date_as_printed country_name_at_time note",
        ),
    ),
    "parent": (
        group(
            "",
            "role kind person family given birth_date birth_country status",
            "birth_place death_date reachable consents_to_departure adoption_date adoption_severs_tie "
            "adoption_genuine note",
        ),
    ),
    "contact": (
        group(
            "",
            "safe_channels never_channels code_word best_time who_may_answer message_rules interpreter_wishes",
            "email phone_country_code phone phone_kind mailing_address",
        ),
    ),
    "whereabouts": (group("", "status country place since in_hiding", "with_whom last_contact country_name_at_time"),),
    "union": (
        group(
            "",
            "partner_a partner_b partner_b_name kind status start place country",
            "cohabiting_from cohabiting_to apart_reason both_present registered valid_where_made genuine broken_down "
            "separated_since end end_reason country_name_at_time note",
        ),
    ),
    "hrd": (
        group("in_short", "summary works_as kinds_of_work occupations"),
        group("rights", "rights_fields groups themes"),
        group("activities", "activities"),
        group("shown", "outputs referees", "prior_support"),
        group(
            "violence",
            "used_violence called_for_violence violence_text",
            "heightened_risk",
        ),
    ),
    "activity": (
        group("", "description start end ongoing organisation role place country", "country_name_at_time note"),
    ),
    "output": (group("", "kind title date count publisher language", "byline note"),),
    "incident": (
        group(
            "",
            "date date_to persons country place acts agents description linked_to_work link_text",
            "agent_text country_name_at_time note",
        ),
    ),
    "claim": (
        group("own_words", "narratives"),
        group(
            "feared",
            "grounds ground_text harm_feared feared_agents why_now return_text",
        ),
        group(
            "going_back",
            "return_prospect conditions_changed",
            "compelling_reasons internal_flight",
        ),
        group("complaints", "complaints"),
    ),
    "narrative": (group("", "person kind language text", "original_language original_text hidden_from sealed note"),),
    "asylum": (
        group("host", "host_country statuses conditions"),
        group("other_applications", "any_other_application applications"),
        group("leaving", "exit_barrier exit_text", "means_text plans_text"),
    ),
    "consent": (
        group(
            "",
            "person decision scopes recipients recipient_text signed_on language read_back",
            "interpreter method guardian expires_on withdrawn_on note",
        ),
    ),
    "evidence": (
        group(
            "",
            "title kind person date language supports",
            "items file sha256 pages received_on translation_of statement_for translator translator_relation "
            "translator_certified seal note",
        ),
    ),
}

HELP_OF = dict.fromkeys(
    ("family_list", "declared_count", "union", "relative_in_canada", "parent", "custody", "dependency", "household"),
    ("family",),
) | dict.fromkeys(
    (
        "address",
        "history",
        "membership",
        "government",
        "service",
        "charge",
        "conviction",
        "act",
        "background",
        "further_answers",
        "reply",
        "education",
    ),
    ("background",),
)
"""Objects whose fields have the help of another part of the case than the section in which they stand."""

OPEN = frozenset({"birth", "whereabouts", "conditions", "household", "contact", "date_info", "protection"})
"""Single objects that stand open in their group; the others open at a click, because they are long or rare."""


def groups_of(object_name: str, names: tuple[str, ...]) -> tuple[Group, ...]:
    """The groups of an object whose fields, in the order of the format, are `names`."""
    known = GROUPS.get(object_name)
    if known is not None:
        return known
    shown = [
        name for name in names if name not in ("id", "note", "country_name_at_time") and not name.endswith("_info")
    ]
    more = [name for name in ("country_name_at_time", "note") if name in names]
    return (Group("", tuple(shown), tuple(more)),)

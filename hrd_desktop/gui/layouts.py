"""Which field stands where, as data: the sections of a case and, inside an object, its groups of fields.

An object without an entry here is one group of all its fields in the order of the format. Every field of the format
that a person enters has a place; `tests/gui/test_layouts.py` holds it to that.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Layouts"


@dataclass(frozen=True)
class Group:
    """Fields under one short heading. `more` are seldom needed and wait behind a button."""

    title: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.title) if self.title else ""


@dataclass(frozen=True)
class Block:
    """Some groups of the object at one place, or all of its own when none are named."""

    place: str
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Section:
    """One line of the task list and the page behind it. `key` also names its help."""

    key: str
    title: object  # what QT_TRANSLATE_NOOP gives is a str, but it does not say so
    icon: str
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate(CONTEXT, str(self.title))


def _group(title: object, fields: str, more: str = "") -> Group:
    return Group(str(title), tuple(fields.split()), tuple(more.split()))


SECTIONS = (
    Section(
        "safety_consent",
        QT_TRANSLATE_NOOP("Layouts", "Referral and consent"),
        "shield",
        (
            Block(
                "case",
                (
                    _group(QT_TRANSLATE_NOOP("Layouts", "Consent"), "consents"),
                    _group(
                        QT_TRANSLATE_NOOP("Layouts", "Who refers"),
                        "partner partner_decision partner_reference",
                        "priority submission_categories unhcr_office refugee_class",
                    ),
                    _group(
                        QT_TRANSLATE_NOOP("Layouts", "Life in Canada"),
                        "wants_permanent_resettlement intended_province intended_city",
                    ),
                    _group(
                        QT_TRANSLATE_NOOP("Layouts", "Languages of the case"),
                        "interview_language interpreter_needed packet_language correspondence_language",
                    ),
                    _group(QT_TRANSLATE_NOOP("Layouts", "Dated steps"), "milestones", "interviews forms"),
                    _group(
                        QT_TRANSLATE_NOOP("Layouts", "This file"),
                        "alias opened_on caseworker",
                        "reviewing_officer representative stream closed_on",
                    ),
                ),
            ),
        ),
    ),
    Section(
        "people",
        QT_TRANSLATE_NOOP("Layouts", "People"),
        "people",
        (
            Block(
                "case",
                (
                    _group("", "persons"),
                    _group(QT_TRANSLATE_NOOP("Layouts", "Marriages and partnerships"), "unions"),
                ),
            ),
            Block(
                "case.family_list",
                (
                    _group(
                        QT_TRANSLATE_NOOP("Layouts", "Is the family complete?"),
                        "all_members_named confirmed_on signed",
                        "declared_counts",
                    ),
                ),
            ),
            Block("case", (_group(QT_TRANSLATE_NOOP("Layouts", "Relatives in Canada"), "relatives_in_canada"),)),
        ),
    ),
    Section("work", QT_TRANSLATE_NOOP("Layouts", "Defender's work"), "work", (Block("case.hrd"),)),
    Section(
        "incidents",
        QT_TRANSLATE_NOOP("Layouts", "What happened"),
        "events",
        (
            Block("case", (_group(QT_TRANSLATE_NOOP("Layouts", "Incidents"), "incidents"),)),
            Block("case.claim"),
        ),
    ),
    Section(
        "asylum",
        QT_TRANSLATE_NOOP("Layouts", "Country of asylum"),
        "place",
        (
            Block("case.asylum"),
            Block("case", (_group(QT_TRANSLATE_NOOP("Layouts", "The way there"), "journey"),)),
        ),
    ),
    Section(
        "evidence",
        QT_TRANSLATE_NOOP("Layouts", "Evidence"),
        "evidence",
        (Block("case", (_group("", "evidence"),)),),
    ),
    Section(
        "journal",
        QT_TRANSLATE_NOOP("Layouts", "Journal and tasks"),
        "edit",
        (
            Block(
                "case",
                (
                    _group(QT_TRANSLATE_NOOP("Layouts", "Tasks"), "tasks"),
                    _group(QT_TRANSLATE_NOOP("Layouts", "Journal"), "journal note"),
                ),
            ),
        ),
    ),
)

ELSEWHERE = frozenset(
    {
        "case.code",
        "case.stage",
        "case.principal",
        "case.reviews",
        "case.staff_answers",
        "case.overrides",
        "case.known_by",
    }
)
"""Fields of the case that have their own place: the header, and the pages where people judge."""

GROUPS: dict[str, tuple[Group, ...]] = {
    "person": (
        _group(QT_TRANSLATE_NOOP("Layouts", "Who this is"), "relation plan names", "linked_case_code sex_on_document"),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Birth and nationality"), "birth nationalities stateless habitual_residences"
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Where this person is now"),
            "whereabouts returns travel",
            "been_in_canada contacted_home_authorities can_sign cannot_sign_reason",
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Family ties"),
            "marital_status marital_status_since parents",
            "custody dependency household",
        ),
        _group(QT_TRANSLATE_NOOP("Layouts", "Documents held"), "documents travel_document_obtainable"),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Languages, schooling, work"),
            "languages official_ability occupation",
            "intended_occupation education_level education_years education language_test",
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Background"),
            "none_declared memberships addresses history background",
            "government service military_obligation charges convictions acts further_answers",
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Contact and safety"),
            "contact",
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Health, needs and private facts"),
            "specific_needs medical",
            "biometrics_impossible gender_identity gender_identity_text pronouns chosen_name_in_packet "
            "chosen_name_in_contact sexual_orientation ethnicity religion eye_colour height_cm uci note",
        ),
    ),
    "name": (_group("", "kind family given", "full script source_document start end note"),),
    "birth": (_group("", "date country city", "district office_default country_name_at_time aliases"),),
    "nationality": (
        _group("", "country status fear protection", "basis document start end country_name_at_time note"),
    ),
    "habitual_residence": (
        _group("", "country standing start end fear protection", "legal_status country_name_at_time note"),
    ),
    "document": (
        _group(
            "",
            "kind country held number issued_on expires_on",
            "authority requested_by name_as_printed birth_date_as_printed country_name_at_time note",
        ),
    ),
    "parent": (
        _group(
            "",
            "role kind person family given birth_date birth_country status",
            "birth_place death_date reachable consents_to_departure adoption_date adoption_severs_tie "
            "adoption_genuine note",
        ),
    ),
    "contact": (
        _group(
            "",
            "safe_channels never_channels code_word best_time who_may_answer message_rules interpreter_wishes",
            "email phone_country_code phone phone_kind mailing_address",
        ),
    ),
    "whereabouts": (_group("", "status country place since in_hiding", "with_whom last_contact country_name_at_time"),),
    "union": (
        _group(
            "",
            "partner_a partner_b partner_b_name kind status start place country",
            "cohabiting_from cohabiting_to apart_reason both_present registered valid_where_made genuine broken_down "
            "separated_since end end_reason country_name_at_time note",
        ),
    ),
    "hrd": (
        _group(QT_TRANSLATE_NOOP("Layouts", "In short"), "summary works_as kinds_of_work occupations"),
        _group(QT_TRANSLATE_NOOP("Layouts", "For which rights, for whom"), "rights_fields groups themes"),
        _group(QT_TRANSLATE_NOOP("Layouts", "Activities"), "activities"),
        _group(QT_TRANSLATE_NOOP("Layouts", "What can be shown"), "outputs referees", "prior_support"),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Violence and risk"),
            "used_violence called_for_violence violence_text",
            "heightened_risk",
        ),
    ),
    "activity": (
        _group("", "description start end ongoing organisation role place country", "country_name_at_time note"),
    ),
    "output": (_group("", "kind title date count publisher language", "byline note"),),
    "incident": (
        _group(
            "",
            "date date_to persons country place acts agents description linked_to_work link_text",
            "agent_text country_name_at_time note",
        ),
    ),
    "claim": (
        _group(QT_TRANSLATE_NOOP("Layouts", "In the person's own words"), "narratives"),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "What is feared, and why"),
            "grounds ground_text harm_feared feared_agents why_now return_text",
        ),
        _group(
            QT_TRANSLATE_NOOP("Layouts", "Going back"),
            "return_prospect conditions_changed",
            "compelling_reasons internal_flight",
        ),
        _group(QT_TRANSLATE_NOOP("Layouts", "Complaints made"), "complaints"),
    ),
    "narrative": (_group("", "person kind language text", "original_language original_text hidden_from sealed note"),),
    "asylum": (
        _group(QT_TRANSLATE_NOOP("Layouts", "Where the family lives now"), "host_country statuses conditions"),
        _group(QT_TRANSLATE_NOOP("Layouts", "Other applications"), "any_other_application applications"),
        _group(QT_TRANSLATE_NOOP("Layouts", "Leaving"), "exit_barrier exit_text", "means_text plans_text"),
    ),
    "consent": (
        _group(
            "",
            "person decision scopes recipients recipient_text signed_on language read_back",
            "interpreter method guardian expires_on withdrawn_on note",
        ),
    ),
    "evidence": (
        _group(
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

HIDES = {
    ("ongoing", True): ("end",),
}
"""A field that stops being asked once another has this value; it is still shown while it holds something."""


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

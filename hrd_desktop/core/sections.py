"""The sections of a case, as data: which question is asked where, and in which order.

The window in both modes and the blank paper read this one list, so that typing paper in follows the paper. A block
stands for some groups of fields of the object at its place. The place `person` stands for each person of the case, and
`adult` for each of `adults`; each of these has the section as a page of its own (`background:P1`). The section "people"
asks what `groups.GROUPS["person"]` names, inside the rows of `case.persons`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import possibly_reached, span_of
from hrd_desktop.core.groups import GROUPS, Group, group, groups_of
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import field_of, fields_of, object_name

PERSON, ADULT = "person", "adult"
ADULT_AGE = 18


@dataclass(frozen=True)
class Block:
    """Some groups of the object at one place, or all of its own when none are named."""

    place: str
    groups: tuple[Group, ...] = ()

    @property
    def each(self) -> bool:
        """Whether the block is repeated for persons."""
        return self.place in (PERSON, ADULT)

    def shown(self) -> tuple[Group, ...]:
        """Its groups, those of its object where it names none."""
        if self.groups:
            return self.groups
        cls: type = Case
        for name in self.place.split(".")[1:]:
            spec = field_of(cls, name)
            assert spec is not None
            assert spec.target is not None
            cls = spec.target
        return groups_of(object_name(cls), tuple(spec.name for spec in fields_of(cls)))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for found in self.shown() for name in found.names)

    def names(self) -> frozenset[str]:
        """Every field it shows."""
        return self._names


@dataclass(frozen=True)
class Section:
    """One line of the task list and the page behind it. `key` also names its help and its heading.

    A section without blocks is a page where no fields are asked (timeline, eligibility).
    """

    key: str
    icon: str
    blocks: tuple[Block, ...] = ()

    @property
    def per_adult(self) -> bool:
        """Whether each adult has a page of this section."""
        return any(block.place == ADULT for block in self.blocks)


SECTIONS = (
    Section(
        "safety_consent",
        "shield",
        (
            Block(CASE, (group("consent", "consents"),)),
            Block(PERSON, (group("contact", "contact"),)),
            Block(
                CASE,
                (
                    group(
                        "case_languages",
                        "interview_language interpreter_needed packet_language correspondence_language",
                    ),
                ),
            ),
        ),
    ),
    Section("people", "people", (Block(CASE, (group("", "persons"),)),)),
    Section(
        "family",
        "family",
        (
            Block(CASE, (group("unions", "unions"),)),
            Block(
                PERSON,
                (
                    group(
                        "family_ties",
                        "marital_status marital_status_since parents",
                        "custody dependency household",
                    ),
                ),
            ),
            Block(
                "case.family_list",
                (group("family_complete", "all_members_named confirmed_on signed", "declared_counts"),),
            ),
            Block(CASE, (group("relatives_in_canada", "relatives_in_canada"),)),
        ),
    ),
    Section("work", "work", (Block("case.hrd"),)),
    Section("incidents", "events", (Block(CASE, (group("incidents", "incidents"),)), Block("case.claim"))),
    Section("asylum", "place", (Block("case.asylum"), Block(CASE, (group("journey", "journey"),)))),
    Section(
        "background",
        "person",
        (
            Block(
                ADULT,
                (
                    group("addresses", "addresses"),
                    group("history", "history"),
                    group(
                        "schooling",
                        "education_level education_years education occupation",
                        "intended_occupation",
                    ),
                    group("memberships", "memberships government"),
                    group("service", "service military_obligation"),
                    group("justice", "charges convictions acts"),
                    group("travel", "travel returns been_in_canada contacted_home_authorities"),
                    group("background_questions", "background"),
                    group("further_questions", "further_answers"),
                    group("none_declared", "none_declared"),
                ),
            ),
        ),
    ),
    Section("documents", "folder", (Block(PERSON, (group("documents", "documents travel_document_obtainable"),)),)),
    Section("evidence", "evidence", (Block(CASE, (group("", "evidence"),)),)),
    Section("timeline", "clock"),
    Section("eligibility", "checklist"),
    Section("admissibility", "lawyer"),
    Section("review", "review"),
    Section(
        "referral",
        "packet",
        (
            Block(
                CASE,
                (
                    group(
                        "who_refers",
                        "partner partner_decision partner_reference",
                        "priority submission_categories unhcr_office refugee_class",
                    ),
                    group("life_in_canada", "wants_permanent_resettlement intended_province intended_city"),
                    group("dated_steps", "milestones", "interviews forms"),
                    group(
                        "this_file",
                        "alias opened_on caseworker",
                        "reviewing_officer representative stream closed_on",
                    ),
                ),
            ),
        ),
    ),
    Section("journal", "edit", (Block(CASE, (group("tasks", "tasks"), group("journal", "journal note"))),)),
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

_BACKGROUND = frozenset(
    name for section in SECTIONS for block in section.blocks if block.place == ADULT for name in block.names()
)


def section_by_key(key: str) -> Section | None:
    """The section of a page: `people`, or `background` for `background:P1`."""
    wanted = key.partition(":")[0]
    return next((section for section in SECTIONS if section.key == wanted), None)


def adults(case: Case, on: date) -> list[str]:
    """Who is asked about a background: everyone of the application who may be 18 on the day, the dead left out.

    Somebody of whom such facts are recorded is asked whatever the age: what is recorded stays in sight.
    """
    return [person.id for person in case.persons if _asked(person, on) or _has_background(person)]


def pages(case: Case, on: date) -> Iterator[tuple[str, Section]]:
    """Every page of the task list in order, by its key; those of adults once for each."""
    for section in SECTIONS:
        if section.per_adult:
            for person in adults(case, on):
                yield f"{section.key}:{person}", section
        else:
            yield section.key, section


def holders(block: Block, case: Case, person: str = "") -> list[str]:
    """The places of the objects for which a block stands; for a page of one person only hers."""
    if not block.each:
        return [block.place]
    return [person] if person else [each.id for each in case.persons]


def _asked(person: Person, on: date) -> bool:
    if person.plan in ("not_included", "linked_case"):
        return False
    if person.whereabouts is not None and person.whereabouts.status == "deceased":
        return False
    birth = person.birth
    span = span_of(birth.date, birth.date_info) if birth is not None else None
    return span is None or possibly_reached(ADULT_AGE, span, on)


def _has_background(person: Person) -> bool:
    return any(getattr(person, name) not in (None, []) for name in _BACKGROUND)


def person_names() -> frozenset[str]:
    """Every field of a person that some section asks."""
    own = frozenset(name for found in GROUPS["person"] for name in found.names)
    each = (block.names() for section in SECTIONS for block in section.blocks if block.each)
    return own.union(*each)

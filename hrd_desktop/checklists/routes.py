"""Other ways that fit these facts (section 9). The words say what is known and since when; choosing is for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrd_desktop.checklists.application import permanent_residence
from hrd_desktop.checklists.facts import CANADA, Facts
from hrd_desktop.checklists.message import Message
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import ItemResult, Route
from hrd_desktop.checklists.solutions import other_ways

ROUTES = (
    "in_canada_claim",
    "consular_service",
    "permanent_resident_of_canada",
    "emergency_support",
    "temporary_pathway",
    "local_status_support",
    "other_offer",
    "ask_partners",
    "other_refugee_routes",
    "private_sponsorship",
    "urgent_protection",
    "rainbow_railroad",
    "regulated_adviser",
)
_NEVER_MAIN = frozenset({"rainbow_railroad", "regulated_adviser"})
_PROFILE = ("H01", "H03", "H04", "H05", "H06")


def routes(facts: Facts, pack: Pack, items: Sequence[ItemResult], diverted: bool) -> tuple[Route, ...]:
    """The routes in their own order; those of a diverted case are its main way."""
    wanted = set(_wanted(facts, items, diverted))
    return tuple(_route(key, pack, diverted) for key in ROUTES if key in wanted)


def _route(key: str, pack: Pack, diverted: bool) -> Route:
    citation = pack.routes[key].citation
    return Route(
        id=key,
        role="main" if diverted and key not in _NEVER_MAIN else "note",
        citation=None if citation is None else citation["en"],
        text=Message(f"route.{key}"),
    )


def _wanted(facts: Facts, items: Sequence[ItemResult], diverted: bool) -> Iterator[str]:
    refused = {item.id for item in items if item.result == "NOT_MET"}
    if "E01" in refused:
        yield "in_canada_claim"
    if "E02" in refused:
        canadian = any(n.status == "has" and n.country == CANADA for n in facts.pa.nationalities)
        yield from ("consular_service",) if canadian else ("emergency_support", "temporary_pathway")
    if "E15" in refused:
        yield "temporary_pathway"
    if "E20" in refused:
        if permanent_residence(facts, facts.pa):
            yield "permanent_resident_of_canada"
        if facts.case.refugee_class == "country_of_asylum":
            yield "private_sponsorship"
    if "E17" in refused:
        yield "local_status_support"
    if "E18" in refused:
        yield from _other_ways(facts)
    if refused.intersection(_PROFILE):
        yield "other_refugee_routes"
    if facts.case.priority == "emergency":
        yield "urgent_protection"
    if "lgbtqi" in facts.hrd.heightened_risk:
        yield "rainbow_railroad"
    if diverted:
        yield "regulated_adviser"


def _other_ways(facts: Facts) -> Iterator[str]:
    """By what stands in the way; an open application counts where staff judged it to be an offer."""
    ways = other_ways(facts)
    standing = [way for way in ways if way.weight == "offer"] or ways
    if not standing or any(not way.to_canada_by_partner for way in standing):
        yield "other_offer"
    if any(way.to_canada_by_partner for way in standing):
        yield "ask_partners"

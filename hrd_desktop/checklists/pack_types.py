"""What a rule pack holds: the constants, texts, partners and items in force from one day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hrd_desktop.checklists.constants import Constants
from hrd_desktop.core.dates import PartialDate

Words = Mapping[str, str]
"""One sentence by language code, `en` and `fr`."""


@dataclass(frozen=True)
class PlacesRule:
    """How many persons a year the stream may take from one calendar year on; None where it is not known."""

    from_year: int
    places: int | None


@dataclass(frozen=True)
class Item:
    """One item as the pack words it.

    `why` and `ask` hold a template by reason; a reason without a question of its own is asked by `question`.
    `citations` are keyed as the rule of the item names them.
    """

    id: str
    title: Words
    question: Words
    citations: Mapping[str, Words]
    why: Mapping[str, Words]
    ask: Mapping[str, Words]


@dataclass(frozen=True)
class Note:
    """The words of an alert or a route, with its provision if it has one."""

    text: Words
    citation: Words | None


@dataclass(frozen=True)
class Pack:
    """Everything a rule pack says. Derivations are code; numbers and words are here.

    In force from `date` (of which only the month is known if not `day_known`) to `until`, the newest without end.
    `words_of` is the pack whose words it takes where it has none of its own. `partner_notes` say what a partner is
    known to have said of its own share.
    """

    id: str
    version: str
    until: date | None
    date: date
    day_known: bool
    words_of: str | None
    partners: tuple[str, ...]
    partner_notes: Mapping[str, Words]
    sources: tuple[str, ...]
    places: tuple[PlacesRule, ...]
    constants: Constants
    items: Mapping[str, Item]
    alerts: Mapping[str, Note]
    routes: Mapping[str, Note]
    texts: Mapping[str, Words]
    packet: Mapping[str, Words]
    french_citations: Mapping[str, str]

    @property
    def month(self) -> PartialDate:
        """The month from which it is in force, for a pack of which the day is not known."""
        return PartialDate(self.date.year, self.date.month)

    def places_per_year(self, year: int) -> int | None:
        """How many persons the stream may take in a calendar year, as far as is known."""
        rules = [rule for rule in self.places if rule.from_year <= year]
        return rules[-1].places if rules else None

    def title(self, item: str, lang: str) -> str:
        """What an item is called. Raises KeyError for an item that this pack does not hold."""
        return self.items[item].title[lang]

    def citation(self, citation: str, lang: str) -> str:
        """A citation as a reader of that language writes it: `A 96(a)`, `L 96a)`."""
        return self.french_citations.get(citation, citation) if lang == "fr" else citation

    def template(self, key: str, lang: str) -> str:
        """The template of a message: `H01.shown`, `H01.ask.none`, `H01.question`, `alert.KIND`, `route.ID`, `text.KEY`.

        Raises KeyError for a message that the pack has no words for.
        """
        head, _, rest = key.partition(".")
        if head == "alert":
            return self.alerts[rest].text[lang]
        if head == "route":
            return self.routes[rest].text[lang]
        if head == "text":
            return self.texts[rest][lang]
        # The id of an item may hold a point itself (`A35.1`), the last word never does.
        owner, _, last = key.rpartition(".")
        if last == "question":
            return self.items[owner].question[lang]
        if owner.endswith(".ask"):
            return self.items[owner.removesuffix(".ask")].ask[last][lang]
        return self.items[owner].why[last][lang]

    def packet_text(self, lang: str) -> Mapping[str, str]:
        """The fixed texts of the packet in one language."""
        return {key: words[lang] for key, words in self.packet.items()}

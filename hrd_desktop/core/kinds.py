"""Small types that say more than `str`: the marks from which tables, JSON and field editors are derived."""

from dataclasses import dataclass
from typing import Annotated, NewType


@dataclass(frozen=True)
class Code:
    """Marks a `Literal` as a code list of the case format; `name` is the list's name there."""

    name: str


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of another object; `target` is that object's name, or None for any object."""

    target: str | None


@dataclass(frozen=True)
class Long:
    """Marks a text that may run over several paragraphs."""


CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, upper case, as of today; XK is allowed."""

LanguageTag = NewType("LanguageTag", str)
"""BCP 47 language tag such as `prs` or `sr-Latn`; `zxx` where there is no language."""

ItemId = NewType("ItemId", str)
"""A checklist item such as `H03` or `A36.1`."""

LongText = Annotated[str, Long()]
AnyRef = Annotated[str, Ref(None)]
ConvictionRef = Annotated[str, Ref("conviction")]
DocumentRef = Annotated[str, Ref("document")]
EvidenceRef = Annotated[str, Ref("evidence")]
PersonRef = Annotated[str, Ref("person")]
ReviewRef = Annotated[str, Ref("review")]

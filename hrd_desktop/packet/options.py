"""What the caller chooses for one packet, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Language = Literal["en", "fr"]
Paper = Literal["letter", "a4"]


@dataclass(frozen=True, kw_only=True)
class PacketOptions:
    """Language and paper of the packet, the code of who receives it, whether it is a draft, and its day."""

    language: Language
    paper: Paper
    recipient: str
    draft: bool
    on: date


@dataclass(frozen=True)
class PacketFile:
    """A finished PDF; `missing` lists each character that no font has and that stands in the packet as a box."""

    data: bytes
    pages: int
    missing: list[str] = field(default_factory=list)

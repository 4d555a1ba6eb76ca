"""How a packet leaves: its file names, the recipient typed once more, files closed with a password or a seal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hrd_desktop.documents.protect import check_password, protect
from hrd_desktop.errors import RecipientMismatch, WeakPassphrase
from hrd_desktop.exchange.sealing import ENDING, check_keys, seal_to, seal_with
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.services import recipients
from hrd_desktop.vault.passphrase import LEAST

_NAMED = re.compile(
    r"(?P<case>.+)-packet-for-(?P<who>[a-z-]+?)(?:-draft)?(?:-\d+-of-\d+)?\.pdf(?:\.age)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Closing:
    """What closes the files: public keys or a passphrase to seal with, a password for the PDF itself. All empty: open.

    A PDF with a password is no PDF/A any more.
    """

    keys: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def sealed(self) -> bool:
        return bool(self.keys or self.passphrase)

    @property
    def kinds(self) -> list[str]:
        """What closes the files, in the codes of the record."""
        said = {"age_key": self.keys, "passphrase": self.passphrase, "password": self.password}
        return [kind for kind, given in said.items() if given]

    def __bool__(self) -> bool:
        return bool(self.sealed or self.password)


def check(closing: Closing) -> None:
    """Refuse what cannot close a file, before any work is done. Raises BadKey, BadProtection, WeakPassphrase."""
    if closing.keys:
        check_keys(closing.keys)
    if closing.password:
        check_password(closing.password)
    if closing.passphrase and len(closing.passphrase) < LEAST:
        raise WeakPassphrase(least=LEAST)


def closed(data: bytes, closing: Closing) -> bytes:
    """The bytes as they leave: protected first, then sealed. Raises BadKey, BadProtection, SealFailed."""
    if closing.password:
        data = protect(data, closing.password)
    if closing.keys:
        data = seal_to(data, closing.keys)
    elif closing.passphrase:
        data = seal_with(data, closing.passphrase)
    return data


# Names


def file_name(code: str, options: PacketOptions) -> str:
    """The name to offer for a packet: case and recipient, never a person."""
    who = f"-for-{slug(options.recipient)}" if options.recipient else ""
    return f"{code}-packet{who}{'-draft' if options.draft else ''}.pdf"


def slug(recipient: str) -> str:
    """A recipient in the name of a file: `protect-defenders-eu`."""
    return recipient.replace("_", "-")


def numbered(out: Path, count: int, closing: Closing) -> list[Path]:
    """The files of a packet: the one named, or `NAME-1-of-3.pdf` and so on; a sealed one ends in `.age`."""
    ending = ENDING if closing.sealed else ""
    plain = out.with_name(out.name[: -len(ENDING)]) if ending and out.name.lower().endswith(ENDING) else out
    if count == 1:
        return [plain.with_name(plain.name + ending)]
    return [
        plain.with_name(f"{plain.stem}-{number}-of-{count}{plain.suffix}{ending}") for number in range(1, count + 1)
    ]


def agree(code: str, out: Path, options: PacketOptions, typed: str | None) -> None:
    """Refuse where the name of the file or what was typed names another recipient or case. Raises RecipientMismatch.

    `typed` is the recipient as somebody typed it once more, in either language or as its code; None: nobody was asked.
    """
    named = _NAMED.fullmatch(out.name)
    if named is not None:
        known = {slug(one) for one in recipients.RECIPIENTS}
        wanted = f"{code} {slug(options.recipient)}".strip()
        who = named["who"].lower()
        if who in known and (who != slug(options.recipient) or named["case"] != code):
            raise RecipientMismatch(found=f"{named['case']} {who}", wanted=wanted)
    if typed is not None and not says(typed, options.recipient, options.on):
        raise RecipientMismatch(found=typed.strip() or "-", wanted=_names(options.recipient, options.on)[0])


def says(typed: str, recipient: str, on: date) -> bool:
    """Whether a typed text names this recipient. Capitals, spaces and points do not count."""
    return bool(recipient) and _bare(typed) in {_bare(name) for name in _names(recipient, on)}


def _names(recipient: str, on: date) -> Sequence[str]:
    if not recipient:
        return ["-"]
    told = recipients.profile(recipient, on).name
    return [told["en"], told["fr"], recipient]


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

"""Cases in a sealed file: a `tar` inside the age format, written and read as a stream. HANDOVER.md tells every byte.

Nothing is ever unpacked to a disk: what comes out is given to a `Receiver`, piece by piece.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal, Protocol

from hrd_desktop.exchange import sealing, tar
from hrd_desktop.exchange.manifest import MOST_BYTES, NAME, Manifest, Member, Part, RuleBroken, read_manifest
from hrd_desktop.exchange.sealing import Unsealable

__all__ = ["Manifest", "Member", "Part", "Receiver", "RuleBroken", "identity_of", "kind_of", "read", "write"]

_AGE = b"age-encryption.org/v1\n"
_KEY, _CONTENT = "key.age", "content.age"
_MOST_KEY_BYTES = 4096
Pieces = Callable[[Member], Iterator[bytes]]


class Receiver(Protocol):
    """Who is given what a hand-over holds, in its order."""

    def manifest(self, manifest: Manifest, digest: str) -> None:
        """The table of contents, and the SHA-256 of its bytes."""

    def begin(self, member: Member) -> None:
        """A member begins."""

    def piece(self, data: bytes) -> None:
        """Some of its bytes."""

    def end(self, member: Member) -> None:
        """It is whole, and has the size and digest that the table tells."""


def write(target: BinaryIO, manifest: bytes, pieces: Pieces, *, keys: list[str] | None, passphrase: str | None) -> str:
    """Write a hand-over to an empty file that can be moved about in; returns a secret key that opens it again.

    `pieces` gives the content of each member. With `keys`, the secret key is one that is thrown away; with a
    passphrase, the one that the passphrase opens. Raises BadKey, SealFailed, and what `pieces` raises.
    """
    identity = sealing.new_identity()
    public = sealing.public_of(identity)
    if passphrase is None:
        sealing.seal_stream(_Flow(_archive(manifest, pieces)), target.write, [*(keys or []), public])
        return identity
    key = sealing.seal_with(f"{identity}\n".encode(), passphrase)
    target.write(tar.header(_KEY, len(key)) + key + tar.padding(len(key)))
    at = target.tell()
    target.write(tar.header(_CONTENT, 0))
    sealing.seal_stream(_Flow(_archive(manifest, pieces)), target.write, [public])
    size = target.tell() - at - tar.BLOCK
    target.write(tar.padding(size) + tar.END)
    end = target.tell()
    target.seek(at)
    target.write(tar.header(_CONTENT, size))
    target.seek(end)
    return identity


def kind_of(source: BinaryIO) -> Literal["key", "passphrase"]:
    """Whether a file asks for a key or for a passphrase. Raises RuleBroken (H01)."""
    source.seek(0)
    first = source.read(tar.BLOCK)
    if first.startswith(_AGE):
        return "key"
    size = tar.size_in(first)
    if size is None or not 0 < size <= _MOST_KEY_BYTES or first != tar.header(_KEY, size):
        raise RuleBroken("H01")
    return "passphrase"


def identity_of(source: BinaryIO, passphrase: str) -> str | None:
    """The secret key in a file that was sealed with a passphrase; None for another passphrase. Raises RuleBroken."""
    if kind_of(source) != "passphrase":
        raise RuleBroken("H01")
    source.seek(0)
    size = tar.size_in(source.read(tar.BLOCK)) or 0
    try:
        opened = sealing.open_with(source.read(size), passphrase)
    except Unsealable:
        raise RuleBroken("H02") from None
    if opened is None:
        return None
    identity = opened.decode("ascii", "replace").removesuffix("\n")
    if not sealing.is_identity(identity):
        raise RuleBroken("H02")
    return identity


def read(source: BinaryIO, identity: str, receiver: Receiver) -> bool:
    """Give all that a hand-over holds to a receiver; False if it is sealed to another key.

    Every byte has been proved when this returns; before, the receiver must do nothing that cannot be undone. Raises
    RuleBroken, and what the receiver raises.
    """
    sealed, size = _content_of(source)
    unpacker = _Unpacker(receiver)
    try:
        ours = sealing.open_stream(sealed, unpacker.write, identity)
    except Unsealable:
        raise RuleBroken("H03") from None
    if not ours:
        return False
    unpacker.close()
    if size is not None and (sealed.left or source.read() != tar.padding(size) + tar.END):
        raise RuleBroken("H02")
    return True


def _content_of(source: BinaryIO) -> tuple[_Limited, int | None]:
    """The sealed content, and its size where something has to follow it."""
    if kind_of(source) == "key":
        source.seek(0)
        return _Limited(source, None), None
    source.seek(0)
    size = tar.size_in(source.read(tar.BLOCK)) or 0
    source.seek(tar.BLOCK + size)
    if source.read(len(tar.padding(size))) != tar.padding(size):
        raise RuleBroken("H02")
    first = source.read(tar.BLOCK)
    content = tar.size_in(first)
    if content is None or first != tar.header(_CONTENT, content):
        raise RuleBroken("H02")
    return _Limited(source, content), content


class _Limited:
    """The first so many bytes of what is left of a file."""

    def __init__(self, source: BinaryIO, size: int | None) -> None:
        self._source = source
        self.left = size

    def read(self, most: int) -> bytes:
        if self.left is None:
            return self._source.read(most)
        data = self._source.read(min(most, self.left))
        self.left -= len(data)
        return data


class _Flow:
    """Pieces of any size as a stream that is read in pieces of another."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = memoryview(b"")

    def read(self, most: int) -> bytes:
        while not self._held:
            following = next(self._pieces, None)
            if following is None:
                return b""
            self._held = memoryview(following)
        given, self._held = self._held[:most], self._held[most:]
        return bytes(given)


def _archive(manifest: bytes, pieces: Pieces) -> Iterator[bytes]:
    yield tar.header(NAME, len(manifest)) + manifest + tar.padding(len(manifest))
    for member in read_manifest(manifest).members():
        yield tar.header(member.name, member.content.size)
        yield from pieces(member)
        yield tar.padding(member.content.size)
    yield tar.END


class _Unpacker:
    """Takes the archive apart as it comes; holds no more than the manifest and one block."""

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self._held = bytearray()
        self._manifest_size: int | None = None
        self._members: Iterator[Member] | None = None
        self._member: Member | None = None
        self._left = 0
        self._padding = b""
        self._digest = hashlib.sha256()
        self._ended = False
        self._end_seen = False

    def write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            if self._member is not None and self._left:
                view = self._content(view)
                continue
            wanted = self._wanted()
            taken = view[: wanted - len(self._held)]
            self._held += taken
            view = view[len(taken) :]
            if len(self._held) == wanted:
                block, self._held = bytes(self._held), bytearray()
                self._block(block)

    def close(self) -> None:
        """Everything has come. Raises RuleBroken if it has not."""
        if not self._ended or self._held:
            raise RuleBroken("H18")

    def _wanted(self) -> int:
        if self._ended:
            raise RuleBroken("H18")
        if self._members is None:
            size = self._manifest_size
            return tar.BLOCK if size is None else size + len(tar.padding(size))
        if self._member is not None:
            return len(self._padding)
        return tar.BLOCK

    def _block(self, block: bytes) -> None:
        if self._members is None:
            self._first(block)
        elif self._member is not None:
            if block != self._padding:
                raise RuleBroken("H04")
            self._close_member()
        else:
            self._next(block)

    def _first(self, block: bytes) -> None:
        if self._manifest_size is None:
            size = tar.size_in(block)
            if size is None or not size or block != tar.header(NAME, size):
                raise RuleBroken("H04")
            if size > MOST_BYTES:
                raise RuleBroken("H05")
            self._manifest_size = size
            return
        data, zeros = block[: self._manifest_size], block[self._manifest_size :]
        if zeros.strip(b"\0"):
            raise RuleBroken("H04")
        manifest = read_manifest(data)
        self._receiver.manifest(manifest, hashlib.sha256(data).hexdigest())
        self._members = manifest.members()

    def _next(self, block: bytes) -> None:
        assert self._members is not None
        member = next(self._members, None)
        if member is None:
            self._last(block)
            return
        if block != tar.header(member.name, member.content.size):
            raise RuleBroken("H04")
        self._member, self._left, self._digest = member, member.content.size, hashlib.sha256()
        self._padding = tar.padding(member.content.size)
        self._receiver.begin(member)
        if not self._left:
            self._whole()

    def _last(self, block: bytes) -> None:
        """One of the two blocks of zeros at the end."""
        if block.strip(b"\0"):
            raise RuleBroken("H04")
        self._ended = self._end_seen
        self._end_seen = True

    def _content(self, view: memoryview) -> memoryview:
        taken = view[: self._left]
        self._left -= len(taken)
        self._digest.update(taken)
        self._receiver.piece(bytes(taken))
        if not self._left:
            self._whole()
        return view[len(taken) :]

    def _whole(self) -> None:
        assert self._member is not None
        if self._digest.hexdigest() != self._member.content.sha256:
            raise RuleBroken("H13")
        if not self._padding:
            self._close_member()

    def _close_member(self) -> None:
        member, self._member = self._member, None
        assert member is not None
        self._receiver.end(member)

"""Text, e-mail and Word files as plain paragraphs: what they say, never what they would do."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
from email.message import EmailMessage
from html.parser import HTMLParser
from xml.etree import ElementTree

import defusedxml.ElementTree

from hrd_desktop.documents.found import CannotOpen, Carried
from hrd_desktop.documents.kinds import FileKind
from hrd_desktop.documents.limits import UNPACKED_BYTES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = {
    "creator": "author",
    "lastModifiedBy": "author",
    "title": "title",
    "created": "made_at",
    "modified": "changed_at",
}
_HEADS = ("From", "To", "Cc", "Date", "Subject")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def text_in(data: bytes, kind: FileKind) -> str:
    """What a text, an e-mail or a Word file says; paragraphs separated by an empty line. Raises CannotOpen."""
    told = {"text": _text, "mail": _mail, "word": _word}[kind](data)
    lines = [line.rstrip() for line in _UNSEEN.sub("", told.replace("\r\n", "\n").replace("\r", "\n")).split("\n")]
    return "\n".join(lines).strip()


def carried(data: bytes, kind: FileKind) -> list[Carried]:
    """What travels with such a file unseen. Raises CannotOpen."""
    if kind == "mail":
        return _carried_mail(data)
    return _carried_word(data) if kind == "word" else []


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


# E-mail


def _message(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise CannotOpen("broken") from error
    assert isinstance(message, EmailMessage)
    return message


def _mail(data: bytes) -> str:
    message = _message(data)
    try:
        heads = [f"{name}: {message[name]}" for name in _HEADS if message[name]]
        body = message.get_body(("plain", "html"))
        told = str(body.get_content()) if body is not None else ""
        if body is not None and body.get_content_type() == "text/html":
            told = _without_markup(told)
        listed = [f"[{part.get_filename() or part.get_content_type()}]" for part in message.iter_attachments()]
    except (ValueError, LookupError, AttributeError, RecursionError, TypeError, IndexError) as error:
        raise CannotOpen("broken") from error
    return "\n".join(heads) + "\n\n" + told + ("\n\n" + "\n".join(listed) if listed else "")


def _carried_mail(data: bytes) -> list[Carried]:
    message = _message(data)
    found = [Carried("address", str(len(message.get_all("Received") or [])))] if message.get_all("Received") else []
    tool = message.get("X-Mailer") or message.get("User-Agent")
    if tool:
        found.append(Carried("tool", _short(str(tool))))
    attached = sum(1 for part in message.walk() if part.get_content_disposition() == "attachment")
    if attached:
        found.append(Carried("attachment", str(attached)))
    return found


class _Markup(HTMLParser):
    """Keeps what is read and drops what is run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in ("script", "style", "head"):
            self._silent += 1
        elif tag in ("p", "br", "div", "tr", "li", "h1", "h2", "h3"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def _without_markup(text: str) -> str:
    parser = _Markup()
    parser.feed(text)
    parser.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(parser.parts))


# Word


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    """A part of the archive as XML; refuses one that says it unpacks to more than it may, or does."""
    try:
        told = archive.getinfo(name)
    except KeyError:
        return None
    if told.file_size > UNPACKED_BYTES:
        raise CannotOpen("unpacks_too_large")
    with archive.open(told) as packed:
        text = packed.read(UNPACKED_BYTES + 1)
    if len(text) > UNPACKED_BYTES:
        raise CannotOpen("unpacks_too_large")
    root: ElementTree.Element = defusedxml.ElementTree.fromstring(text, forbid_dtd=True)  # Word declares none
    return root


def _archive(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def _word(data: bytes) -> str:
    try:
        with _archive(data) as archive:
            root = _part(archive, "word/document.xml")
            if root is None:
                raise CannotOpen("broken")
            return "\n\n".join(filter(None, (_paragraph(one) for one in root.iter(f"{_W}p"))))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        ValueError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise CannotOpen("broken") from error


def _paragraph(element: ElementTree.Element) -> str:
    parts: list[str] = []
    for part in element.iter():
        if part.tag == f"{_W}t":
            parts.append(part.text or "")
        elif part.tag == f"{_W}tab":
            parts.append("\t")
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
    return "".join(parts)


def _carried_word(data: bytes) -> list[Carried]:
    found: list[Carried] = []
    try:
        with _archive(data) as archive:
            core = _part(archive, "docProps/core.xml")
            for element in core if core is not None else ():
                what = _CORE.get(element.tag.rpartition("}")[2])
                if what and element.text:
                    found.append(Carried(what, _short(element.text)))  # type: ignore[arg-type]  # from the table above
            names = archive.namelist()
            if any(name.endswith("comments.xml") for name in names):
                found.append(Carried("comment"))
            if any("vbaProject" in name for name in names):
                found.append(Carried("script"))
            embedded = sum("embeddings/" in name for name in names)
            if embedded:
                found.append(Carried("attachment", str(embedded)))
            root = _part(archive, "word/document.xml")
            if root is not None:
                changes = sum(1 for _ in root.iter(f"{_W}ins")) + sum(1 for _ in root.iter(f"{_W}del"))
                if changes:
                    found.append(Carried("edit_history", str(changes)))
                if any(True for _ in root.iter(f"{_W}vanish")):
                    found.append(Carried("hidden_text"))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        ValueError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise CannotOpen("broken") from error
    return found


def _short(text: str) -> str:
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= 120 else flat[:119] + "…"

"""PDF files: opened within limits, and what they carry."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from hrd_desktop.documents.found import CannotOpen, Carried, What
from hrd_desktop.documents.limits import MOST_PAGES, MOST_PIXELS

_INFO: dict[str, What] = {
    "/Author": "author",
    "/Title": "title",
    "/Subject": "comment",
    "/Keywords": "comment",
    "/Creator": "tool",
    "/Producer": "tool",
    "/CreationDate": "made_at",
    "/ModDate": "changed_at",
}
_MARKUP = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Ink", "/Stamp", "/Popup", "/Caret")
_TOLD = 120


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """A PDF to draw from. Raises CannotOpen."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise CannotOpen("encrypted" if "password" in str(error).lower() else "broken") from error
    try:
        if len(document) == 0:
            raise CannotOpen("broken")
        if len(document) > MOST_PAGES:
            raise CannotOpen("too_many_pages")
        yield document
    except PdfiumError as error:
        raise CannotOpen("broken") from error
    finally:
        document.close()


def picture_of(document: PdfDocument, page: int, dots_per_inch: float, *, gray: bool = False) -> Image.Image:
    """A page as a picture, form fields and all, in colour unless in gray. Raises CannotOpen."""
    sheet = document[page]
    try:
        width, height = sheet.get_size()
        scale = dots_per_inch / 72
        if width * height * scale * scale > MOST_PIXELS:
            scale = (MOST_PIXELS / (width * height)) ** 0.5
        if min(width, height) < 1:
            raise CannotOpen("broken")
        bitmap = sheet.render(scale=scale, may_draw_forms=True, grayscale=gray)
        try:
            drawn: Image.Image = bitmap.to_pil()  # where its mode is that of the bitmap, so is its memory
            return drawn if drawn.mode == "RGB" != bitmap.mode else drawn.convert("L" if gray else "RGB")
        finally:
            bitmap.close()
    finally:
        sheet.close()


def text_of(document: PdfDocument, page: int) -> str:
    """The text of a page as it can be searched."""
    sheet = document[page]
    try:
        words = sheet.get_textpage()
        try:
            return str(words.get_text_bounded())
        finally:
            words.close()
    finally:
        sheet.close()


def carried(data: bytes) -> list[Carried]:
    """What travels with a PDF unseen. Raises CannotOpen."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return list(_carried(pdf, data))
    except pikepdf.PasswordError as error:
        raise CannotOpen("encrypted") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RecursionError, RuntimeError) as error:
        raise CannotOpen("broken") from error


def _carried(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Carried]:
    if "/Info" in pdf.trailer and isinstance(pdf.trailer.Info, pikepdf.Dictionary):
        for key, what in _INFO.items():
            if key in pdf.trailer.Info:
                yield Carried(what, _told(pdf.trailer.Info[key]))
    root = pdf.Root
    if "/Metadata" in root:
        yield Carried("other_data", "XMP")
    saved = data.count(b"startxref")
    if saved > 1:
        yield Carried("edit_history", str(saved - 1))
    names = root.get("/Names", pikepdf.Dictionary())
    scripts = "/JavaScript" in names or "/AA" in root or _is_action(root.get("/OpenAction"))
    attachments = len(pdf.attachments)
    forms = root.get("/AcroForm")
    comments = links = 0
    for page in pdf.pages:
        scripts = scripts or "/AA" in page
        for note in page.get("/Annots", []):
            kind = str(note.get("/Subtype", "")) if isinstance(note, pikepdf.Dictionary) else ""
            comments += kind in _MARKUP
            attachments += kind == "/FileAttachment"
            links += kind == "/Link" and "/A" in note and "/URI" in note.A
            scripts = scripts or (kind != "/Link" and "/A" in note) or "/AA" in note
    if scripts:
        yield Carried("script")
    if attachments:
        yield Carried("attachment", str(attachments))
    if forms is not None and (len(forms.get("/Fields", [])) or "/XFA" in forms):
        yield Carried("form_data", "XFA" if "/XFA" in forms else str(len(forms.get("/Fields", []))))
    if comments:
        yield Carried("comment", str(comments))
    if links:
        yield Carried("link", str(links))
    if "/OCProperties" in root or "/PieceInfo" in root:
        yield Carried("hidden_text")


def _is_action(opening: object) -> bool:
    return isinstance(opening, pikepdf.Dictionary) and opening.get("/S") not in (None, "/GoTo")


def _told(value: object) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return text if len(text) <= _TOLD else text[: _TOLD - 1] + "…"

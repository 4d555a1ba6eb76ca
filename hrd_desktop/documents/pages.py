"""The pages of any file that can be shown, one at a time, as pictures and as text."""

from __future__ import annotations

import io

from PIL import Image

from hrd_desktop.documents import pdfs, pictures, scans, writings
from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.kinds import PICTURES, FileKind, kind_of
from hrd_desktop.documents.redaction import Box, burnt, check

_JUDGED_AT = 60.0  # dots per inch that tell a photograph from a text


def page_picture(
    data: bytes, page: int, dots_per_inch: float, name: str = "", *, least: int = 0
) -> tuple[Image.Image, float]:
    """A page in colour or gray, and the dots per inch it was made at (0 where nothing says). Raises CannotOpen.

    With `least` a photograph may be unpacked smaller, but to no fewer pixels a side than these: that is much faster.
    """
    kind = kind_of(data, name)
    if kind == "pdf":
        with pdfs.opened(data) as document:
            _within(page, len(document))
            return pdfs.picture_of(document, page, dots_per_inch), dots_per_inch
    if kind in PICTURES:
        with pictures.opened(data) as image:
            _within(page, pictures.frames(image))
            if least:
                image.draft(None, (least, least))
            return pictures.upright(image, page), pictures.dots_per_inch(image)
    raise CannotOpen("unknown_kind")


def page_texts(data: bytes, kind: FileKind) -> list[str]:
    """The text of each page as it can be searched; none for pictures. Raises CannotOpen."""
    if kind == "pdf":
        with pdfs.opened(data) as document:
            return [pdfs.text_of(document, page) for page in range(len(document))]
    return [writings.text_in(data, kind)] if kind in ("text", "mail", "word") else []


def shown(data: bytes, page: int, width: int, name: str = "") -> bytes:
    """A page for the screen, `width` pixels wide, as PNG. Raises CannotOpen."""
    picture, _ = page_picture(data, page, 110.0 if width < 1200 else 220.0, name, least=width)
    if picture.width > width:
        picture = picture.resize((width, max(1, round(picture.height * width / picture.width))), Image.Resampling.BOX)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def for_paper(
    data: bytes, page: int, boxes: list[Box], *, photograph: bool | None = None, name: str = ""
) -> scans.Prepared:
    """A page for the packet: cleaned of everything but its picture, with its boxes burnt in. Raises CannotOpen.

    A page with boxes is neither straightened nor cropped, so that a box covers what the person saw it cover.
    """
    kind = kind_of(data, name)
    if kind == "pdf" and not boxes:
        return _of_pdf(data, page, photograph)
    picture, told = page_picture(data, page, float(scans.TEXT_DPI), name)
    if not boxes:
        return scans.prepare(picture, told, photograph=photograph)
    prepared = scans.prepare_as_is(burnt(picture, boxes), told, photograph=photograph or kind != "pdf")
    check(prepared.data, boxes)
    return prepared


def _of_pdf(data: bytes, page: int, photograph: bool | None) -> scans.Prepared:
    """A page of a PDF: text is drawn in gray and no larger than it goes on paper, which takes a third of the memory."""
    with pdfs.opened(data) as document:
        _within(page, len(document))
        if photograph is None:
            photograph = scans.is_photograph(pdfs.picture_of(document, page, _JUDGED_AT))
        dpi = float(scans.TEXT_DPI)
        if not photograph:
            width, height = (side / 72 for side in document[page].get_size())
            across, down = scans.BLOCK_INCHES if width <= height else scans.BLOCK_INCHES[::-1]
            dpi *= min(1.0, across / width, down / height)
        return scans.prepare(pdfs.picture_of(document, page, dpi, gray=not photograph), dpi, photograph=photograph)


def _within(page: int, pages: int) -> None:
    if not 0 <= page < pages:
        raise CannotOpen("broken")

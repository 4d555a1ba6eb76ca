"""The first look at a file: its kind, its pages, what it carries, what makes it hard to read."""

from __future__ import annotations

import hashlib

from pypdfium2 import PdfDocument

from hrd_desktop.documents import pdfs, pictures, scans, writings
from hrd_desktop.documents.found import CannotOpen, Carried, Flaw, Found, Trouble
from hrd_desktop.documents.kinds import PICTURES, PRINTED, FileKind, kind_of
from hrd_desktop.documents.limits import MOST_BYTES, OPENED_BYTES

_JUDGED_AT = 100.0  # dots per inch at which a page of a PDF is looked at
_JUDGED_PAGES = 20


def look(data: bytes, name: str = "") -> Found:
    """What a file is. Never fails: what cannot be opened says why in `trouble`."""
    kind = kind_of(data, name)
    size, digest = len(data), hashlib.sha256(data).hexdigest()

    def kept(trouble: Trouble) -> Found:
        return Found(kind, size, digest, trouble=trouble)

    if size == 0:
        return kept("empty")
    if size > MOST_BYTES or (kind in PRINTED and size > OPENED_BYTES):
        return kept("too_large")
    if kind == "unknown":
        return kept("unknown_kind")
    try:
        pages, width, height, carries, flaws = _opened(data, kind)
    except CannotOpen as error:
        return kept(error.trouble)
    return Found(kind, size, digest, pages, width, height, None, carries, flaws)


def _opened(data: bytes, kind: FileKind) -> tuple[int, int, int, list[Carried], list[Flaw]]:
    if kind in PICTURES:
        with pictures.opened(data) as image:
            pages = pictures.frames(image)
            carries = pictures.carried(image)
            told = pictures.dots_per_inch(image)
            first = pictures.upright(image)
            return pages, first.width, first.height, carries, scans.flaws(first, told)
    if kind == "pdf":
        carries = pdfs.carried(data)
        with pdfs.opened(data) as document:
            pages = len(document)
            width, height = (round(side) for side in document[0].get_size())
            flaws = _flaws_of_pages(document)
            return pages, width, height, carries, flaws
    if kind in ("text", "mail", "word"):
        writings.text_in(data, kind)
        return 1, 0, 0, writings.carried(data, kind), []
    return 0, 0, 0, [], []


def _flaws_of_pages(document: PdfDocument) -> list[Flaw]:
    """What is hard to read in pages that are pictures; a page with text is as sharp as the printer."""
    found: dict[Flaw, None] = {}
    for page in range(min(len(document), _JUDGED_PAGES)):
        if pdfs.text_of(document, page).strip():
            continue
        found["no_text"] = None
        for flaw in scans.flaws(pdfs.picture_of(document, page, _JUDGED_AT), 0.0, resolution=False):
            found[flaw] = None
    return list(found)

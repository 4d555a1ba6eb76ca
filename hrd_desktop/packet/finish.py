"""The last touch on a written PDF: language, title, how it was made. Nothing in it names a person."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import pikepdf

from hrd_desktop.packet.archival import add_colours, add_metadata
from hrd_desktop.packet.options import Language
from hrd_desktop.packet.structure import Structure


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    language: Language
    producer: str
    on: date


def finish(data: bytes, about: About, structure: Structure) -> bytes:
    """The same pages with their structure and clean information; the same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        locale = "fr-CA" if about.language == "fr" else "en-CA"
        pdf.Root.Lang = pikepdf.String(locale)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        stamp = f"D:{about.on:%Y%m%d}000000Z"
        pdf.docinfo["/Title"] = about.title
        pdf.docinfo["/Producer"] = about.producer
        pdf.docinfo["/Creator"] = about.producer
        pdf.docinfo["/CreationDate"] = stamp
        pdf.docinfo["/ModDate"] = stamp
        made = f"{about.on:%Y-%m-%d}T00:00:00Z"
        add_metadata(pdf, title=about.title, language=locale, producer=about.producer, made=made)
        add_colours(pdf)
        _drop_unused_fonts(pdf)
        structure.write(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
        return out.getvalue()


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """ReportLab lists a standard font on every page, which is not embedded and which nothing is set in."""
    for page in pdf.pages:
        fonts = page.Resources.get("/Font")
        if fonts is not None:
            for name in [name for name, font in fonts.items() if font.Subtype == pikepdf.Name.Type1]:
                del fonts[name]

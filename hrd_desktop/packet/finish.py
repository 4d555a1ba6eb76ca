"""The last touch on a written PDF: language, title, how it was made. Nothing in it names a person."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import pikepdf

from hrd_desktop.packet.options import Language


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    language: Language
    producer: str
    on: date


def finish(data: bytes, about: About) -> bytes:
    """The same pages with clean information; the same input gives the same bytes."""
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
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = about.title
            metadata["dc:language"] = {locale}
            metadata["pdf:Producer"] = about.producer
            metadata["xmp:CreatorTool"] = about.producer
            metadata["xmp:CreateDate"] = f"{about.on:%Y-%m-%d}T00:00:00Z"
            metadata["xmp:ModifyDate"] = f"{about.on:%Y-%m-%d}T00:00:00Z"
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
        return out.getvalue()

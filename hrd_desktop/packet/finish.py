"""The last touch on a written PDF: language, title, how it was made. Nothing in it names a person."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf

from hrd_desktop.documents.scans import Prepared, fax_data
from hrd_desktop.packet.archival import add_colours, add_metadata
from hrd_desktop.packet.options import Language
from hrd_desktop.packet.structure import Structure

Placed = tuple[int, str, Prepared]
"""Page, name on it, and picture."""


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    language: Language
    producer: str
    on: date


def finish(data: bytes, about: About, structure: Structure, pictures: Sequence[Placed] = ()) -> bytes:
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
        _put_pictures(pdf, pictures)
        structure.write(pdf)
        return _saved(pdf)


_UNCLEAR_END = b"\r\nendstream"
"""A stream whose last byte is a carriage return seems one byte shorter than it says: PDF/A does not allow the doubt."""


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of the file, none of its streams with an unclear end."""
    for tries in range(64):
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
        data = out.getvalue()
        if _UNCLEAR_END not in data:
            break
        if not _lengthen_unclear(pdf, data):
            # It is one of those in which the file keeps its other objects, and there may be many: objects that stand
            # before them and mean nothing give the others another number and another place.
            fill = [pdf.make_indirect(pikepdf.Array()) for _ in range(tries + 1)]
            pdf.Root["/HRDD_Fill"] = pikepdf.Array(fill)
    return data


def _lengthen_unclear(pdf: pikepdf.Pdf, data: bytes) -> bool:
    """Add a byte that means nothing to each stream with an unclear end; whether there was any."""
    with pikepdf.open(io.BytesIO(data)) as written:
        ends = {
            zlib.crc32(found.read_bytes())
            for found in written.objects
            if isinstance(found, pikepdf.Stream)
            and found.get("/Filter") == pikepdf.Name.FlateDecode
            and found.read_raw_bytes().endswith(b"\r")
        }
    changed = False
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Stream) or found.get("/Filter", None) in (
            pikepdf.Name.DCTDecode,
            pikepdf.Name.CCITTFaxDecode,
        ):
            continue
        content = found.read_bytes()
        if zlib.crc32(content) in ends:
            filler = b"\x00" if "/Length1" in found or "/N" in found else b"\n"
            found.write(content + filler)
            if "/Length1" in found:
                found.Length1 = len(content) + 1
            changed = True
    return changed


def _drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """ReportLab lists a standard font on every page, which is not embedded and which nothing is set in."""
    for page in pdf.pages:
        fonts = page.Resources.get("/Font")
        if fonts is not None:
            for name in [name for name, font in fonts.items() if font.Subtype == pikepdf.Name.Type1]:
                del fonts[name]


def _put_pictures(pdf: pikepdf.Pdf, pictures: Sequence[Placed]) -> None:
    """Give each page its pictures, the same picture once in the file."""
    known: dict[int, pikepdf.Object] = {}
    for page, name, image in pictures:
        made = known.get(id(image))
        if made is None:
            made = known[id(image)] = _image(pdf, image)
        resources = pdf.pages[page].Resources
        if "/XObject" not in resources:
            resources.XObject = pikepdf.Dictionary()
        resources.XObject[f"/{name}"] = made


def _image(pdf: pikepdf.Pdf, image: Prepared) -> pikepdf.Object:
    names = pikepdf.Name
    if image.form == "g4":
        data, inverted = fax_data(image)
        made = pdf.make_stream(data)
        made.Filter = names.CCITTFaxDecode
        made.DecodeParms = pikepdf.Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=inverted)
        made.ColorSpace, made.BitsPerComponent = names.DeviceGray, 1
    else:
        made = pdf.make_stream(image.data)
        made.Filter, made.BitsPerComponent = names.DCTDecode, 8
        made.ColorSpace = names.DeviceRGB if image.colour else names.DeviceGray
    made.Type, made.Subtype = names.XObject, names.Image
    made.Width, made.Height = image.width, image.height
    return made

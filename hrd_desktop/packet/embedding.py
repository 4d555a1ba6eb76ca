"""Fonts inside the PDF: one composite font per font file, holding only the glyphs that were drawn.

Each code of the embedded font is one glyph together with the text it stands for and a shift, so that the same shape
can stand for different characters and the text of the page can be read back exactly. A shifted mark is stored as a
glyph of its own: drawn with a detour of the pen, readers would take it for the start of another word.
"""

from __future__ import annotations

import zlib

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from hrd_desktop.packet.faces import Face
from hrd_desktop.packet.sfnt import with_shifted_glyphs
from hrd_desktop.packet.shaping import Glyph

_LAYOUT_TABLES = [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"kern", b"morx", b"DSIG")]
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"

_NOTHING = "\u200b"
"""What a glyph stands for whose letter an earlier one tells already: PDF/A asks for something, this has no width."""

_Key = tuple[int, str, int, int]


class EmbeddedFont:
    """One font of one document. ReportLab calls `addObjects` when the document is written."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[_Key, int] = {}

    def code(self, glyph: Glyph, right_to_left: bool) -> str:
        """The code of a glyph as four hexadecimal digits."""
        # Readers turn right-to-left lines around letter by letter, also inside a ligature.
        text = glyph.text[::-1] if right_to_left else glyph.text
        scale = self.face.scale
        key = (glyph.id, text, round(glyph.dx / scale), round(glyph.dy / scale))
        found = self._codes.setdefault(key, len(self._codes) + 1)
        return f"{found:04X}"

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        """Add the font, its glyphs and its way back to Unicode to the document."""
        program, glyph_of = self._program()
        base_name = pdfdoc.PDFName(f"{self._tag(program)}+{self.face.name}")
        unit, head = self.face.unit, self.face.hb_face.reference_table("head").data
        box = [round(int.from_bytes(head[i : i + 2], "big", signed=True) * unit) for i in (36, 38, 40, 42)]
        extents = self.face.hb_font.get_font_extents("ltr")
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base_name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(box),
                "ItalicAngle": -12 if self.face.name.endswith("Italic") else 0,
                "Ascent": round(extents.ascender * unit),
                "Descent": round(extents.descender * unit),
                "CapHeight": 714,
                "StemV": 130 if self.face.name.endswith("Bold") else 85,
                "FontFile2": self._stream(doc, "program", program, {"Length1": len(program)}),
            }
        )
        widths = [round(self.face.advance(key[0]) / self.face.zoom, 3) for key in self._codes]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base_name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(descriptor, f"{self.name}-descriptor"),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": self._stream(doc, "glyphs", b"".join(g.to_bytes(2, "big") for g in [0, *glyph_of])),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base_name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"{self.name}-cid")]),
                "ToUnicode": self._stream(doc, "unicode", self._to_unicode()),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(font, f"{self.name}-font")

    def _program(self) -> tuple[bytes, list[int]]:
        """The subset font file, and the glyph number in it for each code."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({key[0] for key in self._codes})
        wanted.drop_table_tag_set.update(_LAYOUT_TABLES)
        plan = hb.SubsetPlan(self.face.hb_face, wanted)
        subset = plan.execute().blob.data
        new_number = plan.old_to_new_glyph_mapping
        plain = [new_number[key[0]] for key in self._codes]
        shifts = [(number, key[2], key[3]) for number, key in zip(plain, self._codes, strict=True)]
        return with_shifted_glyphs(subset, shifts)

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code:04X}> <{(key[1] or _NOTHING).encode('utf-16-be').hex().upper()}>"
            for key, code in self._codes.items()
        ]
        blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
        body = "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
        return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")

    def _tag(self, program: bytes) -> str:
        number = zlib.crc32(program)
        return "".join(chr(ord("A") + number // 26**i % 26) for i in range(6))

    def _stream(
        self, doc: pdfdoc.PDFDocument, part: str, content: bytes, extra: dict[str, int] | None = None
    ) -> pdfdoc.PDFObjectReference:
        stream = pdfdoc.PDFStream()
        stream.content = content
        stream.filters = [pdfdoc.PDFZCompress]
        for key, value in (extra or {}).items():
            stream.dictionary[key] = value
        return doc.Reference(stream, f"{self.name}-{part}")

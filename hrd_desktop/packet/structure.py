"""The structure of a packet for those who do not see it: headings, paragraphs, lists, tables, in their order.

Whoever composes text says what each line belongs to (`Element`); drawing notes where on which page it came to stand
(`Structure`); `write` turns that into the structure tree of the PDF (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Kind = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "TOC", "TOCI", "Reference", "Link", "Figure", "Note",
]  # fmt: skip

_WRAPPED: dict[Kind, Kind] = {"LI": "L", "TOCI": "TOC"}
_HEADINGS: tuple[Kind, ...] = ("H1", "H2", "H3")
_PRINTED = 4  # ISO 32000-1, table 165: the annotation is there on paper too
_KEPT_EMPTY = ("TH", "TD")  # a table has as many cells in each row, also those without text


class Element:
    """One piece of structure. `text` is all of it in logical order; `language` a BCP 47 tag where it is another than
    the document's; `told` what a figure shows, in words."""

    __slots__ = ("children", "kind", "language", "parent", "text", "told")

    def __init__(
        self, kind: Kind, parent: Element | None = None, *, text: str = "", language: str = "", told: str = ""
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.children: list[Element] = []
        self.text = text
        self.language = language
        self.told = told
        if parent is not None:
            parent.children.append(self)

    @property
    def top(self) -> Element:
        """The element that stands in no other."""
        return self if self.parent is None else self.parent.top


class Structure:
    """Where on the pages each element came to stand."""

    def __init__(self) -> None:
        self._tops: dict[int, Element] = {}
        self._places: dict[int, list[tuple[int, int]]] = {}
        self._pages: list[list[Element]] = []
        self._links: dict[int, list[Element]] = {}
        self._backwards: set[int] = set()
        self._boxes: dict[int, tuple[float, float, float, float]] = {}

    def begin_page(self) -> None:
        """What is marked from now on stands on the next page."""
        self._pages.append([])

    @property
    def page(self) -> int:
        """The page that is being drawn, from 0."""
        return len(self._pages) - 1

    def mark(self, element: Element, *, right_to_left: bool = False) -> int:
        """The number, on this page, of a piece of content that belongs to the element."""
        top = element.top
        self._tops.setdefault(id(top), top)
        page = self._pages[-1]
        self._places.setdefault(id(element), []).append((len(self._pages) - 1, len(page)))
        page.append(element)
        if right_to_left:
            self._backwards.add(id(element))
        return len(page) - 1

    def link(self, element: Element) -> None:
        """The link that was just put on this page belongs to the element."""
        self._links.setdefault(len(self._pages) - 1, []).append(element)

    def box(self, element: Element, box: tuple[float, float, float, float]) -> None:
        """The corners of a figure on its page: left, bottom, right, top."""
        self._boxes[id(element)] = box

    def write(self, pdf: pikepdf.Pdf) -> None:
        """Put the structure tree into a document whose pages were drawn with it."""
        _Tree(pdf, self).write()

    def outline(self) -> Element:
        """Everything as one tree: the document in sections, loose entries in lists, headings that skip no level."""
        document = Element("Document")
        section: Element | None = None
        wrapper: Element | None = None
        level = 0
        for top in self._tops.values():
            if top.kind == "H1":
                section, wrapper = Element("Sect", document), None
            if top.kind in _HEADINGS:
                level = min(_HEADINGS.index(top.kind), level)
                top.kind = _HEADINGS[level]
                level += 1
            holder = section or document
            wanted = _WRAPPED.get(top.kind)
            if wanted is not None and (wrapper is None or wrapper.kind != wanted):
                wrapper = Element(wanted, holder)
            elif wanted is None:
                wrapper = None
            (wrapper if wrapper is not None else holder).children.append(top)
        return document

    def places(self, element: Element) -> Sequence[tuple[int, int]]:
        """Page and number of each piece of content of an element."""
        return self._places.get(id(element), ())

    def told_backwards(self, element: Element) -> bool:
        """Whether letters of an element stand in another order on the page than they are read in."""
        return id(element) in self._backwards

    def box_of(self, element: Element) -> tuple[float, float, float, float] | None:
        return self._boxes.get(id(element))

    @property
    def pages(self) -> Sequence[Sequence[Element]]:
        """The owner of each marked piece of content, by page and number."""
        return self._pages

    def links(self, page: int) -> Sequence[Element]:
        """The owners of the links of a page, in their order."""
        return self._links.get(page, ())


class _Tree:
    """One structure tree on its way into a document."""

    def __init__(self, pdf: pikepdf.Pdf, structure: Structure) -> None:
        self._pdf = pdf
        self._structure = structure
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[int, pikepdf.Object] = {}

    def write(self) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._element(self._structure.outline(), root)
        root.K = Array([document])
        numbers: list[pikepdf.Object | int] = []
        for number, owners in enumerate(self._structure.pages):
            numbers += [number, self._pdf.make_indirect(Array([self._objects[id(owner)] for owner in owners]))]
            self._pages[number].StructParents = number
            self._pages[number].Tabs = Name.S
        next_key = len(self._structure.pages)
        for page, owner, annotation in self._link_annotations():
            held = self._objects[id(owner)]
            annotation.StructParent = next_key
            annotation.F = _PRINTED
            reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[page])
            held.K = Array([*held.K, reference]) if isinstance(held.get("/K"), Array) else Array([reference])
            numbers += [next_key, held]
            next_key += 1
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = next_key
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _link_annotations(self) -> Iterator[tuple[int, Element, pikepdf.Object]]:
        for number, page in enumerate(self._pages):
            owners = self._structure.links(number)
            if owners:
                yield from ((number, owner, link) for owner, link in zip(owners, page.Annots, strict=True))

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        self._objects[id(element)] = made
        kids: list[pikepdf.Object | int] = []
        places = self._structure.places(element)
        first = places[0][0] if places else None
        if first is not None:
            made.Pg = self._pages[first]
        for page, number in places:
            kids.append(number if page == first else Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=number))
        kids += [self._element(child, made) for child in element.children if self._holds(child)]
        if kids:
            made.K = Array(kids)
        if element.language:
            made.Lang = String(element.language)
        if element.told:
            made.Alt = String(element.told)
        elif element.text and self._structure.told_backwards(element):
            made.ActualText = String(element.text)
        if element.kind == "TH":
            made.A = Dictionary(O=Name.Table, Scope=Name.Column)
        elif element.kind == "L":
            made.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))
        elif element.kind == "Figure" and (box := self._structure.box_of(element)) is not None:
            made.A = Dictionary(O=Name.Layout, BBox=Array(list(box)), Placement=Name.Block)
        return made

    def _holds(self, element: Element) -> bool:
        return (
            element.kind in _KEPT_EMPTY
            or bool(self._structure.places(element))
            or any(self._holds(child) for child in element.children)
        )

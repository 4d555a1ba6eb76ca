"""Values as a form wants them: dates as year/month/day, a single name in the field of the family name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hrd_desktop.core.background import Address
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth, Document, Name
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import field_of, object_name
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.form_tables import Copy, Field, Told, Value
from hrd_desktop.wording.days import story


def told(copy: Copy, field: Field, row: Any = None) -> Value:
    """What stands beside a field; says so where nothing is recorded, or where it may be too long."""
    found = _at(copy, field.tell, row) if isinstance(field.tell, str) else field.tell(copy, row)
    author = copy.author
    if found is None or found == "":
        return Value(author.text("form_not_recorded"), missing=True)
    value = found if isinstance(found, Value) else Value(found)
    if field.most and len(value.text) > field.most:
        return Value(
            value.text, (*value.remarks, author.text("form_too_long", most=field.most, length=len(value.text)))
        )
    return value


def named(copy: Copy, field: Field, row: Any = None) -> str:
    """What a field is called."""
    if field.label:
        return copy.author.text(f"form_{field.label}")
    assert isinstance(field.tell, str)
    *way, last = field.tell.split(".")
    owner = _owner_class(copy, way, row)
    return copy.author.words.field(object_name(owner), last)


def _owner_class(copy: Copy, way: Sequence[str], row: Any) -> type[Any]:
    owner: type[Any] = type(_root(copy, way[0], row))
    for step in way[1:]:
        spec = field_of(owner, step)
        assert spec is not None
        assert spec.target is not None
        owner = spec.target
    return owner


def _root(copy: Copy, name: str, row: Any) -> Any:
    return {"case": copy.author.case, "person": copy.person, "row": row}[name]


def _at(copy: Copy, path: str, row: Any) -> Told:
    root, *way, last = path.split(".")
    held = _root(copy, root, row)
    for step in way:
        held = getattr(held, step)
        if held is None:
            return None
    return plain(copy.author, held, last)


def plain(author: Author, held: Any, name: str) -> Told:
    """One field of an object; a date in the order of the form."""
    value = getattr(held, name)
    if isinstance(value, PartialDate):
        return dated(author, value, getattr(held, f"{name}_info", None))
    if hasattr(value, "strftime"):
        return f"{value:%Y/%m/%d}"
    return author.value(held, name)


def dated(author: Author, written: PartialDate | None, info: DateInfo | None = None) -> Told:
    """`1994/07/31`, `1994/07` or `1994`: no part that is not known; its story is a remark."""
    if written is None:
        return None
    more = story(info, author.words.lang) if info is not None else ""
    return Value(str(written).replace("-", "/"), (more,) if more else ())


def since(copy: Copy, row: Any) -> Told:
    """The first day of a row in time."""
    return dated(copy.author, row.start, row.start_info)


def until(copy: Copy, row: Any) -> Told:
    """The last day of a row in time; one that lasts says so."""
    if getattr(row, "ongoing", None):
        return copy.author.text("form_until_now")
    return dated(copy.author, row.end, row.end_info)


def place(copy: Copy, row: Any) -> Told:
    """City and country of a row."""
    return joined(row.city, copy.author.country(row))


def born(author: Author, birth: Birth | None) -> Told:
    """The birth date as it may be written; what is not known of it is not made up."""
    if birth is None:
        return None
    written, info = outward.birth_date(birth)
    value = dated(author, written, info)
    if isinstance(value, Value) and written is not None and not written.complete:
        key = "form_birth_year_only" if written.month is None else "form_birth_month_only"
        return Value(value.text, (*value.remarks, author.text(key)))
    return value


# Names


def family_name(author: Author, name: Name | None) -> Told:
    """The field of the family name. A single name goes there; a name not told apart goes there whole."""
    if name is None:
        return None
    if name.family and name.given:
        return name.family
    single = name.family or name.given
    if single:
        return Value(single, (author.text("form_single_name"),))
    return Value(name.full or "", (author.text("form_name_whole"),))


def given_name(author: Author, name: Name | None) -> Told:
    """The field of the given names: empty, and meant so, for a single name."""
    if name is None:
        return None
    if name.family and name.given:
        return name.given
    return Value(author.text("form_left_empty"), missing=True)


def first_name(person: Person) -> Name | None:
    """The name that goes first: that of the most reliable paper."""
    return next(iter(outward.names(person)), None)


def other_names(copy: Copy) -> list[Name]:
    """Every other name in Latin letters that may be printed; the own script has a field of its own elsewhere."""
    return [name for name in outward.names(copy.person)[1:] if name.kind != "native_script"]


# Papers, homes, partners


_PASSPORTS = ("passport", "refugee_travel_document", "stateless_travel_document", "icrc_travel_document",
              "laissez_passer")  # fmt: skip


def passports(copy: Copy) -> list[Document]:
    """Passports and travel papers, those that are held and valid first."""
    found = [paper for paper in copy.person.documents if paper.kind in _PASSPORTS]
    return sorted(found, key=lambda paper: not _valid(copy, paper))


def identity_cards(copy: Copy) -> list[Document]:
    found = [paper for paper in copy.person.documents if paper.kind == "national_id"]
    return sorted(found, key=lambda paper: paper.held != "yes")


def _valid(copy: Copy, paper: Document) -> bool:
    on = copy.author.options.on
    return paper.held == "yes" and paper.expires_on is not None and paper.expires_on.first >= on


def has_valid_passport(copy: Copy, _row: Any) -> Told:
    """Yes only for a paper that is held and whose last day has not passed; no only where the papers were asked for."""
    papers = passports(copy)
    if any(_valid(copy, paper) for paper in papers):
        return copy.author.words.code("answer", "yes")
    if papers or "documents" in copy.person.none_declared:
        return Value(copy.author.words.code("answer", "no"), (copy.author.text("form_no_valid_paper"),))
    return None


def has_identity_card(copy: Copy, _row: Any) -> Told:
    if identity_cards(copy):
        return copy.author.words.code("answer", "yes")
    return copy.author.words.code("answer", "no") if "documents" in copy.person.none_declared else None


def home(copy: Copy) -> Address | None:
    """Where the person lives now."""
    lasting = [row for row in copy.person.addresses if row.ongoing]
    return lasting[-1] if lasting else None


def is_hidden(copy: Copy, row: Address) -> bool:
    """Whether this is where somebody is in hiding now."""
    return outward.is_hiding_place(copy.author.case, row)


def street(copy: Copy, row: Address) -> Told:
    if is_hidden(copy, row):
        return copy.author.text("form_held_apart")
    return joined(row.street, row.unit)


def partner_of(author: Author, person: Person, union: Union) -> str:
    """The other partner of a union, by name."""
    if union.partner_b_name is not None:
        return union.partner_b_name
    other = union.partner_b if union.partner_a == person.id else union.partner_a
    return author.person(other) if other is not None else ""


def unions(copy: Copy, *, past: bool) -> list[Union]:
    ended = ("separated", "ended") if past else ("in_force",)
    return [
        union
        for union in copy.author.case.unions
        if copy.person.id in (union.partner_a, union.partner_b) and union.status in ended
    ]

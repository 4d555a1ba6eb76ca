"""Which editor a field gets: by its kind, but for a few that the world treats in a way of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, object_name
from hrd_desktop.core.steps import Consent
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.birth_date import BirthDateEditor
from hrd_desktop.gui.editors.cautioned import LEAVES_OUT, CautionedChoiceEditor
from hrd_desktop.gui.editors.choice import FEW, ChoiceEditor, ComboEditor, ManyCodesEditor
from hrd_desktop.gui.editors.country import CountryEditor
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.editors.listed import ListEditor
from hrd_desktop.gui.editors.long_text import LongTextEditor
from hrd_desktop.gui.editors.lookup import LookupEditor, PersonsEditor, ReferenceEditor
from hrd_desktop.gui.editors.ranked import RankedCodesEditor
from hrd_desktop.gui.editors.script import ScriptEditor
from hrd_desktop.gui.editors.text import NumberEditor, TextEditor
from hrd_desktop.gui.field_context import FieldContext

_ONE: dict[Kind, type[FieldEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.LONG_TEXT: LongTextEditor,
    Kind.INTEGER: NumberEditor,
    Kind.BOOLEAN: ChoiceEditor,
    Kind.PARTIAL_DATE: DateEditor,
    Kind.FULL_DATE: DateEditor,
    Kind.COUNTRY: LookupEditor,
    Kind.LANGUAGE: LookupEditor,
    Kind.ITEM: TextEditor,
    Kind.REF: ReferenceEditor,
}


def editor_for(context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> FieldEditor:
    """The editor of one field at its place."""
    return _class_for(context, place, spec)(context, place, spec, parent)


def _class_for(context: FieldContext, place: str, spec: FieldSpec) -> type[FieldEditor]:
    if spec.kind is Kind.OBJECT:
        # An object holds fields, and a field may be an object: the two modules need each other.
        from hrd_desktop.gui.editors.consents import ConsentsEditor
        from hrd_desktop.gui.editors.month_gaps import is_month_table
        from hrd_desktop.gui.editors.month_rows import MonthRowsEditor
        from hrd_desktop.gui.editors.objects import ObjectEditor
        from hrd_desktop.gui.editors.people import PeopleEditor
        from hrd_desktop.gui.editors.rows import RowsEditor

        if spec.target is Consent and spec.many:
            return ConsentsEditor
        if is_month_table(spec):
            return MonthRowsEditor
        if spec.target is Person and spec.many:
            return PeopleEditor
        if spec.target is Evidence and spec.many:
            from hrd_desktop.gui.editors.papers import EvidenceRows

            return EvidenceRows
        return RowsEditor if spec.many else ObjectEditor
    if spec.many:
        if spec.kind is Kind.CODE:
            return RankedCodesEditor if spec.name == "submission_categories" else ManyCodesEditor
        return PersonsEditor if spec.ref == "person" else ListEditor
    if spec.kind is Kind.PARTIAL_DATE and context.case.target(place.rpartition(".")[0]) is Birth:
        return BirthDateEditor
    if spec.kind is Kind.COUNTRY and spec.name == "country" and _keeps_name(context, place):
        return CountryEditor
    if spec.name == "script" and context.case.target(place.rpartition(".")[0]) is Name:
        return ScriptEditor
    if spec.kind is Kind.CODE and (object_name(context.case.target(place.rpartition(".")[0])), spec.name) in LEAVES_OUT:
        return CautionedChoiceEditor
    if spec.kind is Kind.CODE:
        return ChoiceEditor if len(spec.codes) <= FEW else ComboEditor
    return _ONE[spec.kind]


def _keeps_name(context: FieldContext, place: str) -> bool:
    """Whether the object also keeps the name that the country had at the time."""
    return field_of(context.case.target(place.rpartition(".")[0]), "country_name_at_time") is not None

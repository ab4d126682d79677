"""Dates stated in another calendar: read, converted and compared with the date beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import CALENDARS, StatedDateError, compare, gregorian
from explorer.loading.fields import Fields
from explorer.loading.nodes import Mapping
from explorer.loading.schema import STATED_DATE
from explorer.loading.wording import quoted
from explorer.model import StatedDate

if TYPE_CHECKING:
    from explorer.dates import EdtfDate
    from explorer.loading.nodes import Scalar

_KEY = "date_stated"


def read_stated_date(owner: Fields, date: EdtfDate | None, event: str | None) -> StatedDate | None:
    """The `date_stated` of an event or a citation, whose `date` is given.

    None where there is none or, with an error reported, where it lacks a text or a known calendar.  One that
    cannot be converted or conflicts with the date is an error too, but kept: it is what the source says.
    """
    if not owner.has(_KEY):
        return None
    node = owner.node.values[_KEY]
    if not isinstance(node, Mapping):
        owner.report_type(node, _KEY, "a mapping", required=False)
        return None
    fields = Fields(node, STATED_DATE, owner.file, event)
    text, calendar = fields.scalar("text", required=True), fields.scalar("calendar", required=True)
    if text is None or calendar is None or not _is_known(calendar, fields):
        return None
    stated = StatedDate(text=fields.text("text"), calendar=calendar.value)
    _check(stated, text, date, fields, date_is_missing=not owner.has("date"))
    return stated


def _is_known(calendar: Scalar, fields: Fields) -> bool:
    if calendar.value in CALENDARS:
        return True
    hint = fields.file.suggester.hint(calendar.value, CALENDARS) or f"Write one of {', '.join(CALENDARS)}."
    fields.error(calendar, "bad-value", f"calendar cannot be {quoted(calendar.value)}", hint)
    return False


def _check(
    stated: StatedDate, text: Scalar, date: EdtfDate | None, fields: Fields, *, date_is_missing: bool
) -> None:
    try:
        converted = gregorian(stated.text, stated.calendar)
    except StatedDateError as error:
        message = f"the stated date {quoted(stated.text)} cannot be converted: {error}"
        fields.error(text, "date-stated", message, "Write a day, a month or a year.")
        return
    said = f"{quoted(stated.text)} in the {stated.calendar} calendar is {converted.text}"
    hint = f"Write date: {converted.text}."
    if date_is_missing:
        fields.error(text, "date-stated", f"{said}, and there is no date beside it", hint)
    elif date is not None and compare(date, converted) == "conflicts":
        fields.error(text, "date-stated", f"{said}, which conflicts with the date {date.text}", hint)

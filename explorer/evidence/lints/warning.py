"""A warning: a problem that leaves the dataset as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explorer.problems import Problem

if TYPE_CHECKING:
    from explorer.model import Event, Place

LintCode = Literal[
    "date-unsupported",
    "dated-after-document",
    "country-outside-lifetime",
    "country-not-named",
    "duplicate-event",
    "document-uncited",
]


def warning(place: Place, code: LintCode, message: str, hint: str, event: str | None = None) -> Problem:
    """A warning at a place; `event` is the id of the event that it concerns, if there is one."""
    return Problem(
        file=place.file,
        line=place.line,
        column=place.column,
        severity="warning",
        code=code,
        message=message,
        hint=hint,
        event=event,
    )


def event_warning(event: Event, code: LintCode, message: str, hint: str) -> Problem:
    """A warning on an event as a whole, at its place."""
    return warning(event.place, code, message, hint, event.id)

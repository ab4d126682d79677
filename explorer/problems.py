"""A problem: something wrong in a dataset, with its place, told so that a person can mend it."""

from __future__ import annotations

from typing import Literal

from explorer.records import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One defect at one place.

    `line` and `column` count from 1, columns in characters; 0 where the whole file is meant.  `code` is a
    stable kebab-case name, `message` a sentence that says what is wrong, `hint` one that says what to do.
    `event` is the id of the event that it concerns, if there is one.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""
    event: str | None = None


class DatasetError(Exception):
    """The dataset could not be opened at all: no such path, nothing readable in it."""

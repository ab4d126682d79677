"""Years written as numbers: long ones (`Y17000`), powers of ten (`Y17E7`), significant digits (`1950S2`).

`1950S2` is a year known to its first two digits and estimated at 1950: it means 1900 to 1999.  Zeros in front
are not significant.  (The Library of Congress explains its example `Y171010000S3` with the range 171010000 to
171010999; that contradicts its other examples, whose rule, to keep the leftmost digits, is followed here.)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from explorer.dates.calendar import ordinal
from explorer.dates.record import EdtfError, Precision

# Years are exact integers; this keeps `Y1E999999` from being spelt out, and is far below the number of digits
# (4,300) beyond which Python refuses to convert between integers and text.
MAX_DIGITS = 1000

_LONG_YEAR = re.compile(r"Y(-?)([0-9]*)(?:(E)([0-9]*))?(?:(S)([0-9]*))?")
_SHORT_YEAR = re.compile(r"(-?)([0-9]{4})()()(S)([0-9]*)")
_BY_ROUNDED_DIGITS: tuple[Precision, ...] = ("year", "decade", "century", "millennium")


class YearNumber(NamedTuple):
    """A year, how many of its last digits are estimated, and where its text ends."""

    value: int
    rounded: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last day (ordinals) of the years that share the significant digits."""
        block = 10**self.rounded
        low = abs(self.value) // block * block
        first, last = (low, low + block - 1) if self.value >= 0 else (1 - low - block, -low)
        return ordinal(first, 1, 1), ordinal(last, 12, 31)

    @property
    def precision(self) -> Precision:
        """The unit of the last significant digit."""
        return _BY_ROUNDED_DIGITS[min(self.rounded, 3)]


def read_year_number(text: str, position: int) -> YearNumber:
    """The year at a position that holds a `Y`, or four digits and an `S`.  Raises EdtfError."""
    match = _LONG_YEAR.match(text, position) or _SHORT_YEAR.match(text, position)
    if match is None:
        raise EdtfError("only a year without X can have significant digits", text.index("S", position))
    value = _long_value(match) if match.re is _LONG_YEAR else int(match[1] + match[2])
    return YearNumber(value, _rounded(match, value), match.end())


def _long_value(match: re.Match[str]) -> int:
    _require_positive(match, 2, "the year after Y")
    exponent = 0
    if match[3]:
        _require_positive(match, 4, "the exponent after E")
        exponent = int(match[4][:5])
    _require_few_digits(match, exponent)
    value = int(match[1] + match[2] + "0" * exponent)
    if abs(value) <= 9999:
        short = f"{match[1]}{abs(value):04}"
        raise EdtfError("Y is for years of more than four digits", match.start(), f"write {short}")
    return value


def _require_positive(match: re.Match[str], group: int, what: str) -> None:
    if not match[group]:
        raise EdtfError(f"{what} needs a digit", match.start(group))
    if match[group][0] == "0":
        raise EdtfError(f"{what} cannot begin with 0", match.start(group))


def _require_few_digits(match: re.Match[str], exponent: int) -> None:
    digits = len(match[2])
    if digits + exponent > MAX_DIGITS:
        position = match.start(4) if digits <= MAX_DIGITS else match.start(2) + MAX_DIGITS
        raise EdtfError(f"years have at most {MAX_DIGITS:,} digits here", position)


def _rounded(match: re.Match[str], value: int) -> int:
    if not match[5]:
        return 0
    _require_positive(match, 6, "the number of significant digits after S")
    digits = len(str(abs(value))) if value else 0
    significant = int(match[6][:5])
    if significant > digits:
        plural = "" if digits == 1 else "s"
        raise EdtfError(f"the year has {digits or 'no'} significant digit{plural}", match.start(6))
    return digits - significant

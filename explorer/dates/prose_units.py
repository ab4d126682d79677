"""Calendar units and stretches of them: what the words of a date mean, before it is EDTF."""

from __future__ import annotations

from typing import NamedTuple

from explorer.dates.calendar import civil, days_in_month, ordinal
from explorer.dates.seasons import SEASONS

# Stands in for an unknown year where a neighbouring day or month is asked for.
_ANY_YEAR = 2001


class Unit(NamedTuple):
    """A year, a month of it or a day of that; a month or a day may lack its year."""

    year: int | None
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        """The unit in EDTF."""
        year = "XXXX" if self.year is None else year_text(self.year)
        month = f"-{self.month:02}" if self.month else ""
        return year + month + (f"-{self.day:02}" if self.day else "")

    def moved(self, steps: int) -> Unit:
        """The unit so many units of its kind later."""
        year = _ANY_YEAR if self.year is None else self.year
        day = 0
        if self.day:
            year, month, day = civil(ordinal(year, self.month, self.day) + steps)
        elif self.month:
            years, month = divmod(12 * year + self.month - 1 + steps, 12)
            year, month = years, month + 1
        else:
            year, month = year + steps, 0
        return Unit(None if self.year is None else year, month, day)

    @property
    def is_real(self) -> bool:
        """Whether the calendar has it."""
        if not self.day:
            return self.month <= 12
        year = 2000 if self.year is None else self.year
        return 1 <= self.month <= 12 and self.day <= days_in_month(year, self.month)


class Stretch(NamedTuple):
    """From one unit to another; `text` is its EDTF where that is not simply the two."""

    first: Unit
    last: Unit
    text: str = ""
    approximate: bool = False
    inferred: bool = False

    @property
    def edtf(self) -> str:
        """The stretch in EDTF."""
        if self.text:
            return self.text
        first, last = self.ends
        return first if first == last else f"{first}/{last}"

    @property
    def ends(self) -> tuple[str, str]:
        """Its first and its last unit in EDTF."""
        mark = "~" if self.approximate else ""
        return self.first.edtf + mark, self.last.edtf + mark

    @property
    def is_real(self) -> bool:
        """Whether the calendar has both ends, and in this order."""
        if not (self.first.is_real and self.last.is_real):
            return False
        return self.first.year is None or self.last.year is None or self.first <= self.last

    @property
    def lacks_year(self) -> bool:
        """Whether it is a day or a month of no year."""
        return self.first.year is None and self.first.month > 0

    @property
    def year(self) -> int | None:
        """The one year in which it lies, if it is one."""
        return self.first.year if self.first.year == self.last.year else None


def year_text(year: int) -> str:
    """A year in EDTF."""
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"


def unit_stretch(unit: Unit) -> Stretch:
    """A stretch of one unit."""
    return Stretch(unit, unit)


def season(year: int, code: int) -> Stretch:
    """A season; winter begins in its year."""
    months = SEASONS[str(code)].months
    last_year = year + (months[-1] < months[0])
    return Stretch(Unit(year, months[0]), Unit(last_year, months[-1]), f"{year_text(year)}-{code}")


def decade(year: int) -> Stretch:
    """The ten years from one that ends in 0."""
    return Stretch(Unit(year), Unit(year + 9), f"{year // 10:03}X")


def century(number: int, *, before_christ: bool = False) -> Stretch:
    """The 19th century as 1800 to 1899, which EDTF writes 18XX; the 5th century BC as 500 to 401 BC."""
    if before_christ:
        return Stretch(Unit(1 - 100 * number), Unit(100 - 100 * number), f"-{number - 1:02}XX")
    return Stretch(Unit(100 * number - 100), Unit(100 * number - 1), f"{number - 1:02}XX")


def approximately(stretch: Stretch) -> Stretch:
    """About then."""
    text = "/".join(part + "~" for part in stretch.text.split("/")) if stretch.text else ""
    return stretch if stretch.approximate else stretch._replace(approximate=True, text=text)


def between(first: Stretch, last: Stretch) -> Stretch:
    """From the start of one to the end of another."""
    start = first.text if first.text and "/" not in first.text else first.ends[0]
    end = last.text if last.text and "/" not in last.text else last.ends[1]
    return Stretch(first.first, last.last, f"{start}/{end}", inferred=first.inferred or last.inferred)


def before(stretch: Stretch) -> Stretch:
    """All time up to the unit right before."""
    earlier = stretch._replace(last=stretch.first.moved(-1))
    return stretch._replace(text=f"../{earlier.ends[1]}")


def after(stretch: Stretch) -> Stretch:
    """All time from the unit right after."""
    later = stretch._replace(first=stretch.last.moved(1))
    return stretch._replace(text=f"{later.ends[0]}/..")


def since(stretch: Stretch) -> Stretch:
    """All time from its start."""
    return stretch._replace(text=f"{stretch.ends[0]}/..")


def until(stretch: Stretch) -> Stretch:
    """All time to its end."""
    return stretch._replace(text=f"../{stretch.ends[1]}")


def in_year(stretch: Stretch, year: int | None) -> Stretch:
    """With a year for units that have none; the last of two ends lies in the year, or in the year after."""
    if year is None or stretch.first.year is not None:
        return stretch
    if not stretch.first.month:
        return decade(year // 100 * 100 + 10 * int(stretch.text[2]))
    first, last = stretch.first._replace(year=year), stretch.last._replace(year=year)
    if last < first:
        last = last._replace(year=year + 1)
    if not (first.is_real and last.is_real):
        return stretch
    return stretch._replace(first=first, last=last, text=stretch.text.replace("XXXX", year_text(year)))

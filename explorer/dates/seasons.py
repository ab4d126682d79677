"""The parts of a year that EDTF numbers where a month would stand: 21 to 41.

The standard names these parts but not their days.  Here a season is three whole calendar months, the
meteorological convention (northern spring is March to May).  Codes 21 to 24 leave the hemisphere open and are
read as northern.  A season that crosses New Year belongs to the year in which it begins, so `1963-24` is
December 1963 to February 1964: the codes then run through the year in the order of their numbers, and winter
follows autumn instead of straddling the whole year.
"""

from __future__ import annotations

from typing import NamedTuple

from explorer.dates.calendar import ordinal


class Season(NamedTuple):
    """A part of a year: what people call it, its first month (1 to 12), its length in months."""

    name: str
    first_month: int
    length: int
    hemisphere: str = ""

    @property
    def months(self) -> tuple[int, ...]:
        """The months of the season in the order in which they come."""
        return tuple((self.first_month + step - 1) % 12 + 1 for step in range(self.length))

    @property
    def crosses_new_year(self) -> bool:
        """Whether its last month lies in the year after."""
        return self.first_month + self.length > 13

    def first_day(self, year: int) -> int:
        """The ordinal of its first day in a year."""
        return ordinal(year, self.first_month, 1)

    def last_day(self, year: int) -> int:
        """The ordinal of its last day, for the season that begins in a year."""
        years_on, month = divmod(self.first_month + self.length - 1, 12)
        return ordinal(year + years_on, month + 1, 1) - 1


def _four(hemisphere: str, names: tuple[str, ...], first_month: int) -> list[Season]:
    starts = ((first_month + 3 * step - 1) % 12 + 1 for step in range(4))
    return [Season(name, start, 3, hemisphere) for name, start in zip(names, starts, strict=True)]


def _table() -> dict[str, Season]:
    names = ("spring", "summer", "autumn", "winter")
    parts = _four("", names, 3) + _four("N", names, 3) + _four("S", names, 9)
    parts += [Season(f"Q{number + 1}", 3 * number + 1, 3) for number in range(4)]
    parts += [
        Season(name, 4 * number + 1, 4) for number, name in enumerate(("Jan–Apr", "May–Aug", "Sep–Dec"))
    ]
    parts += [Season("Jan–Jun", 1, 6), Season("Jul–Dec", 7, 6)]
    return {str(code): part for code, part in enumerate(parts, start=21)}


SEASONS: dict[str, Season] = _table()

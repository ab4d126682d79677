"""Whether a date tells in which month it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates.expression import DateSet, Interval
from explorer.dates.grammar import read

if TYPE_CHECKING:
    from explorer.dates.expression import Expression
    from explorer.dates.record import EdtfDate, Precision

_COARSE: frozenset[Precision] = frozenset(("unknown", "millennium", "century", "decade", "year"))


def begins_in_unknown_month(date: EdtfDate) -> bool:
    """Whether of the date's beginning no more is known than the year: `1962`, `196X`, `1962/1964-05`.

    Not where the beginning itself is open or unknown; a season tells its months.
    """
    if date.earliest is None or date.precision not in _COARSE:
        return False
    # Of most dates the precision tells; of an interval or a set it is that of the coarsest date.
    if "/" not in date.text and not date.text.startswith(("[", "{")):
        return True
    return _lacks_month(read(date.text))


def _lacks_month(shape: Expression) -> bool:
    if isinstance(shape, DateSet):
        return _lacks_month(min(shape.members, key=lambda member: member.earliest or 0))
    if isinstance(shape, Interval):
        return isinstance(shape.start, tuple) and _lacks_month(shape.start)
    return shape.month in ("", "XX")

"""EDTF (ISO 8601-2:2019; Library of Congress, 4 February 2019), levels 0 to 2: a text to its date.

What the standard leaves open is decided in the modules that do the work: seasons in `seasons`, unspecified
digits in `masks`, significant digits in `years`, the finer points of the syntax in `grammar`.  An unknown end
of an interval (`1960/`) bounds it as little as an open one (`1960/..`).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from explorer.dates.calendar import days_in_month
from explorer.dates.expression import APPROXIMATE, UNCERTAIN
from explorer.dates.grammar import read
from explorer.dates.record import EdtfDate, EdtfError

# A dataset repeats its dates, in events and in their sources; longer texts are sets, and rare.
_CACHED_DATES = 8192
_CACHED_LENGTH = 40


def parse(text: str) -> EdtfDate:
    """The date that an EDTF text means; its `text` is that very text.

    Raises EdtfError, which names the offending character and, where a valid form is evident, says what to
    write.  Takes time linear in the length of the text.
    """
    return _parse_cached(text) if len(text) <= _CACHED_LENGTH else parse_afresh(text)


def parse_afresh(text: str) -> EdtfDate:
    """The same as `parse`, without its memory."""
    short_cut = _SHORT_CUTS.get(len(text))
    if short_cut is not None:
        try:
            return short_cut(text)
        except ValueError:
            # Some other form of the same length, or no date.
            pass
    try:
        shape = read(text)
    except EdtfError as error:
        raise _hinted(error, text) from None
    flags, bounds = shape.flags, (shape.earliest, shape.latest)
    return EdtfDate(text, *bounds, shape.precision, bool(flags & APPROXIMATE), bool(flags & UNCERTAIN))


_parse_cached = lru_cache(maxsize=_CACHED_DATES)(parse_afresh)


def _hinted(error: EdtfError, text: str) -> EdtfError:
    """The error with what to write instead, if one of the guesses at it is EDTF."""
    from explorer.dates.hints import rewritings

    for guesses in rewritings(text):
        good = [guess for guess in guesses if _is_edtf(guess)]
        if good:
            return EdtfError(error.message, error.position, f"write {' or '.join(good)}")
    return error


def _is_edtf(text: str) -> bool:
    try:
        read(text)
    except EdtfError:
        return False
    return True


# Most dates of a dataset have one of five plain forms.  The standard library knows their days; it takes only
# ASCII digits, and refuses what the calendar does not have, and the year 0.


def _year(text: str) -> EdtfDate:
    first, last = date.fromisoformat(text + "-01-01"), date.fromisoformat(text + "-12-31")
    return EdtfDate(text, first.toordinal(), last.toordinal(), "year")


def _qualified_year(text: str) -> EdtfDate:
    first, last = date.fromisoformat(text[:4] + "-01-01"), date.fromisoformat(text[:4] + "-12-31")
    qualifier = text[4]
    if qualifier not in "?~%":
        raise ValueError(qualifier)
    return EdtfDate(text, first.toordinal(), last.toordinal(), "year", qualifier != "?", qualifier != "~")


def _month(text: str) -> EdtfDate:
    first = date.fromisoformat(text + "-01").toordinal()
    length = days_in_month(int(text[:4]), int(text[5:]))
    return EdtfDate(text, first, first + length - 1, "month")


def _years(text: str) -> EdtfDate:
    first = date.fromisoformat(text[:4] + "-01-01").toordinal()
    last = date.fromisoformat(text[5:] + "-12-31").toordinal()
    if text[4] != "/" or last < first:
        raise ValueError(text)
    return EdtfDate(text, first, last, "year")


def _day(text: str) -> EdtfDate:
    if text[7] != "-":
        raise ValueError("a week date, perhaps")
    day = date.fromisoformat(text).toordinal()
    return EdtfDate(text, day, day, "day")


_SHORT_CUTS = {4: _year, 5: _qualified_year, 7: _month, 9: _years, 10: _day}

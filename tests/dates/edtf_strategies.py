"""Hypothesis strategies for EDTF texts of every form, and for texts that nearly are EDTF."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from explorer.dates import EdtfDate, EdtfError, parse

_qualifier = st.sampled_from(["", "", "", "?", "~", "%"])


def _masked(numbers: st.SearchStrategy[int], width: int) -> st.SearchStrategy[str]:
    """Numbers of a width, now and then with an X for some of their digits."""

    def mask(number: int, unknown: list[bool]) -> str:
        return "".join("X" if x else digit for digit, x in zip(f"{number:0{width}}", unknown, strict=True))

    known = st.builds(lambda number: f"{number:0{width}}", numbers)
    return known | st.builds(mask, numbers, st.lists(st.booleans(), min_size=width, max_size=width))


# Half of the dates lie close together, so that two of them have something to do with each other.
_near = st.integers(1957, 1964)
_years = st.builds(
    str.__add__, st.sampled_from(["", "", "", "-"]), _masked(_near, 4) | _masked(st.integers(0, 9999), 4)
)
_months = _masked(st.integers(1, 12), 2)
_seasons = st.integers(21, 41).map(str)
_days = _masked(st.integers(1, 31), 2)


@st.composite
def _calendar(draw: st.DrawFn) -> str:
    text = draw(_qualifier) + draw(_years) + draw(_qualifier)
    parts = draw(st.sampled_from(["year", "month", "season", "day"]))
    if parts == "season":
        return f"{text}-{draw(_seasons)}{draw(_qualifier)}"
    if parts != "year":
        text += "-" + draw(_qualifier) + draw(_months) + draw(_qualifier)
    if parts == "day":
        text += "-" + draw(_qualifier) + draw(_days) + draw(_qualifier)
    return text


_exponents = st.sampled_from(["", ""]) | st.integers(1, 40).map("E{}".format)
_significant = st.just("") | st.integers(1, 6).map("S{}".format)
_long_years = st.builds(
    "Y{}{}{}{}".format, st.sampled_from(["", "-"]), st.integers(1, 10**12), _exponents, _significant
)
_rounded_years = st.builds("{:04}S{}".format, st.integers(1, 9999), st.integers(1, 4))
_zones = st.sampled_from(["", "Z", "-04", "+04:30"])
_date_times = st.builds(
    "{:%Y-%m-%dT%H:%M:%S}{}".format, st.datetimes().filter(lambda moment: moment.year > 999), _zones
)

_iso_days = (st.dates(date(1957, 1, 1), date(1964, 12, 31)) | st.dates()).map(str)
plain_dates = (
    _iso_days
    | _iso_days.map(lambda day: day[:7])
    | _iso_days.map(lambda day: day[:4])
    | st.builds(str.__add__, _iso_days.map(lambda day: day[:4]), st.sampled_from("?~%"))
)
_single = st.one_of(plain_dates, _calendar(), _long_years, _rounded_years)
_intervals = st.builds(
    "{}/{}".format, _single | st.sampled_from(["", ".."]), _single | st.sampled_from(["", ".."])
)
_vague_intervals = st.builds(
    "{}{}/{}{}".format, st.sampled_from(["", ".."]), _single, _single, st.sampled_from(["", ".."])
)
_ranges = st.builds("{}..{}".format, _single, _single)


@st.composite
def _sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(_single | _ranges, min_size=1, max_size=5))
    first = draw(st.just([]) | _single.map(lambda date: [".." + date]))
    last = draw(st.just([]) | _single.map(lambda date: [date + ".."]))
    opening, closing = draw(st.sampled_from([("[", "]"), ("{", "}")]))
    return opening + ",".join(first + members + last) + closing


def exists(text: str) -> bool:
    """Whether a text of a right form is a date, too: not 31 June, not the end before the start."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


texts = st.one_of(_single, _date_times, _intervals, _vague_intervals, _sets()).filter(exists)
dates: st.SearchStrategy[EdtfDate] = texts.map(parse)

# Calendar dates within a few years, written with X for the last digit of the year or all of it.
nearby_masks = st.builds(
    "{}{}".format,
    st.sampled_from(["1959", "1960", "1961", "196X", "195X", "XXXX"]),
    st.just("")
    | _months.map("-{}".format)
    | st.builds("-{}-{}".format, _months, _days)
    | st.sampled_from(["-02", "-02-29", "-02-2X", "-XX-29", "-1X"]),
).filter(exists)

# Single characters and scraps of EDTF in any order, for texts that nearly are dates.
scraps = st.lists(
    st.sampled_from(
        [*"0123456789XxYESTZ?~%-/.,[]{}:+ ", "19", "1960", "-09", "-28", "-02", "-29", "..", "/.."]
    ),
    max_size=14,
).map("".join)

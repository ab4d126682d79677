"""EDTF as one regular expression, for formats that can check no more than that.

It is written for ECMA 262 and Python alike, and follows `explorer.dates.grammar`.  It cannot count the days
of a month, nor see that an interval runs forward, nor add up the digits of a `Y` year: what it refuses is no
EDTF, and a little that it lets through is not either.
"""

from __future__ import annotations

_QUALIFIER = "[?~%]?"
_MONTH = "(?:0[1-9X]|1[0-2X]|X[0-9X])"
_SEASON = "(?:2[1-9]|3[0-9]|4[01])"
_DAY = "(?:0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])"
_NUMBER = "[1-9][0-9]*"
_CALENDAR_DATE = (
    f"{_QUALIFIER}(?!-0000)-?[0-9X]{{4}}{_QUALIFIER}"
    f"(?:-{_QUALIFIER}{_SEASON}{_QUALIFIER}"
    f"|-{_QUALIFIER}{_MONTH}{_QUALIFIER}(?:-{_QUALIFIER}{_DAY}{_QUALIFIER})?)?"
)
_ROUNDED_YEAR = f"{_QUALIFIER}-?[0-9]{{4}}S{_NUMBER}{_QUALIFIER}"
_LONG_YEAR = f"{_QUALIFIER}Y-?(?:{_NUMBER}E{_NUMBER}|[1-9][0-9]{{4,}})(?:S{_NUMBER})?{_QUALIFIER}"
_DATE = f"(?:{_ROUNDED_YEAR}|{_LONG_YEAR}|{_CALENDAR_DATE})"

_CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)|24:00:00)"
_ZONE = "(?:Z|[+-][01][0-9](?::[0-5][0-9])?)?"
_MOMENT = f"(?!-0000)-?[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T{_CLOCK}{_ZONE}"

_INTERVAL = rf"(?:(?:\.\.)?{_DATE}|\.\.)/(?:{_DATE}(?:\.\.)?|\.\.)?|/(?:{_DATE}(?:\.\.)?|\.\.)"
_MEMBER = rf"{_DATE}(?:\.\.{_DATE})?"
_MEMBERS = rf"(?:\.\.{_DATE}|{_MEMBER})(?:,{_MEMBER})*(?:,{_DATE}\.\.)?|{_DATE}\.\."
_SET = rf"\[(?:{_MEMBERS})\]|\{{(?:{_MEMBERS})\}}"

# The end is where no character follows: Python's `$` stands before a last line feed, too.
EDTF_PATTERN = rf"^(?:{_DATE}|{_MOMENT}|{_INTERVAL}|{_SET})(?![\s\S])"
"""EDTF, levels 0 to 2, from the beginning of the text to its end."""

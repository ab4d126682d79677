"""What is wrong where a date stops making sense: every function returns the EdtfError to raise."""

from __future__ import annotations

import re
import unicodedata

from explorer.dates.calendar import MONTH_NAMES, days_in_month
from explorer.dates.expression import DELIMITERS
from explorer.dates.record import EdtfError
from explorer.dates.seasons import SEASONS

_MASK = frozenset("0123456789X")
_QUALIFIERS = frozenset("?~%")
_NEXT_PART = {"year": "month", "month": "day"}
_TIME_PARTS = ("[01][0-9]|2[0-3]", ":", "[0-5][0-9]", ":", "[0-5][0-9]|60", "Z|[+-]")


def shown(character: str) -> str:
    """A character as a message can show it: in quotes, or its code point where it cannot be seen alone."""
    if character == " ":
        return "a space"
    if character.isprintable() and not character.isspace() and not unicodedata.combining(character):
        return f"‘{character}’"
    return f"U+{ord(character):04X}"


def no_date(text: str, position: int) -> EdtfError:
    """No date can be read from `position` on: there is no Y, nor are there four digits or X."""
    first = position + (text[position : position + 1] in _QUALIFIERS)
    first += text.startswith("-", first)
    end = first
    while text[end : end + 1] in _MASK:
        end += 1
    if end == len(text) == first:
        return EdtfError("a date is missing", end)
    if end == first:
        if text[end] in DELIMITERS:
            return EdtfError(f"a date is missing before {shown(text[end])}", end)
        return _no_digit(text, end, f"a date begins with a year of four digits, not with {shown(text[end])}")
    digits = "one digit" if end == first + 1 else f"{end - first} digits"
    message = f"the year has {digits}, not four"
    return EdtfError(message, end) if end == len(text) else _no_digit(text, end, message)


def trailing(text: str, position: int, after: str) -> EdtfError:
    """Something that cannot stand at `position`, after the `after` (year, month, day …) of a good date."""
    character = text[position]
    if character == "-" and after in _NEXT_PART:
        return _bad_part(text, position + 1, _NEXT_PART[after])
    if character in _MASK and after == "year":
        return EdtfError("a year has four digits", position, "longer years begin with Y")
    if character in _MASK and after in ("month", "day"):
        return EdtfError(f"a {after} has two digits", position)
    if character in _QUALIFIERS:
        return _two_qualifiers(position)
    return stranger(text, position, f"{shown(character)} cannot follow a {after}")


def no_month(month: str, position: int) -> EdtfError:
    """Two digits where a month or a season should stand, but there is none of that number."""
    if "X" in month:
        return EdtfError(f"no month can be written {month}", position)
    return EdtfError(f"there is no month {month}: months are 01 to 12, seasons 21 to 41", position)


def no_day(year: str, month: str, day: str, position: int) -> EdtfError:
    """Two digits where a day should stand, but the calendar has no such day."""
    if month in SEASONS:
        return EdtfError("a season has no days", position)
    if not "01" <= day <= "31" and "X" not in day:
        return EdtfError(f"there is no day {day}: days are 01 to 31", position)
    if "X" in day or "X" in month:
        return EdtfError(f"no day of this month can be written {day}", position)
    name = MONTH_NAMES[int(month) - 1]
    if month == "02" and day == "29":
        leap = "no such year is a leap year" if "X" in year else f"{year} is no leap year"
        return EdtfError(f"{leap}: February has 28 days", position)
    return EdtfError(f"{name} has {days_in_month(2000, int(month))} days at most", position)


def bad_time(text: str, position: int) -> EdtfError:
    """There is no complete time of day after the `T` at `position`."""
    position += 1
    for part in _TIME_PARTS:
        match = re.compile(part).match(text, position)
        if match is None:
            break
        position = match.end()
    return EdtfError("a time is written hh:mm:ss, with Z, +hh or +hh:mm for its zone", position)


def stranger(text: str, position: int, message: str) -> EdtfError:
    """A character out of place, with `message` if nothing better is known about that very character."""
    character = text[position]
    if character.isspace():
        return EdtfError(f"there is no white space in a date ({shown(character)})", position)
    if character.isdigit() and not character.isascii():
        return EdtfError(f"digits are 0 to 9 only, not {shown(character)}", position)
    if unicodedata.category(character) == "Pd" and character != "-":
        return EdtfError(f"the hyphen of a date is ‘-’, not {shown(character)}", position)
    return EdtfError(message, position)


def _no_digit(text: str, position: int, message: str) -> EdtfError:
    if text[position] == "x":
        return EdtfError("an unspecified digit is a capital X", position)
    if text[position] == "+":
        return EdtfError("years have no plus sign", position)
    return stranger(text, position, message)


def _bad_part(text: str, position: int, part: str) -> EdtfError:
    """After a hyphen, at `position`, the two digits of a month or a day are wanting."""
    position += text[position : position + 1] in _QUALIFIERS
    if position == len(text):
        return EdtfError(f"a {part} is missing after the hyphen", position)
    character, follower = text[position], text[position + 1 : position + 2]
    if character in _QUALIFIERS:
        return _two_qualifiers(position)
    message = f"a {part} has two digits"
    if character not in _MASK:
        return _no_digit(text, position, f"{message}, not {shown(character)}")
    if follower.isalpha():
        return _no_digit(text, position + 1, f"{message}, not {shown(follower)}")
    return EdtfError(message, position, f"write 0{character}" if character in "123456789" else "")


def _two_qualifiers(position: int) -> EdtfError:
    return EdtfError("one part of a date has one qualifier", position, "‘?’ and ‘~’ together are ‘%’")

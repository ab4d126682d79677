"""How the values of fields are read: each reader returns the value, or None where none is told yet.

All raise UnreadableError for what cannot be meant.
"""

from __future__ import annotations

from explorer.search.days import read_days
from explorer.search.names import FLAG_NAMES
from explorer.search.syntax import Days, Name, Phrase, Tones, Word
from explorer.search.tones import read_tones
from explorer.search.written import UnreadableError, Written, shown


def read_words(written: Written) -> Word | Phrase | None:
    """A word or a phrase."""
    words = written.words()
    if words is None and not written.unfinished:
        raise UnreadableError(f"{shown(written.raw)} has no letter or digit to search for")
    return words


def read_name(written: Written) -> tuple[Name, ...] | None:
    """One name, which the dataset may know."""
    return (Name(written.text, written.start, written.end),) if read_words(written) else None


def read_country(written: Written) -> tuple[Name, ...] | None:
    """One name of a country; two with a comma could mean either or both."""
    if "," in written.raw and not written.quoted:
        countries = [name.text for name in written.names()]
        both, either = shown(",".join(countries)), shown(" OR ".join(countries))
        hint = f"between:{both} for both, country:({either}) for either"
        raise UnreadableError("country: takes one country", hint=hint)
    return read_name(written)


def read_countries(written: Written) -> tuple[Name, ...] | None:
    """Two names or more with commas between; a single one only while it is being typed."""
    names = written.names()
    if len(names) < 2 and not written.unfinished:
        raise UnreadableError("between: needs two countries or more", hint="as in between:cuba,china")
    return names or None


def read_flag(written: Written) -> tuple[Name, ...] | None:
    """The name of a flag, or its beginning."""
    names = read_name(written)
    if names and not FLAG_NAMES.resolve(written.text):
        near = FLAG_NAMES.nearest(written.text)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(FLAG_NAMES.all)}"
        raise UnreadableError(f"unknown flag {shown(written.text)}", hint=hint, instead=near or "")
    return names


def read_possible_days(written: Written) -> Days | None:
    """The days that an event may have happened in."""
    return read_days(written.text, unfinished=written.unfinished)


def read_certain_days(written: Written) -> Days | None:
    """The days that an event cannot have happened outside of."""
    days = read_possible_days(written)
    return days and Days(days.earliest, days.latest, certain=True)


def read_before(written: Written) -> Days | None:
    """The days before the first one of a date."""
    days = read_possible_days(written)
    if days is None:
        return None
    if days.earliest is None:
        raise UnreadableError(f"nothing is before {shown(written.text)}", hint="its beginning is open")
    return Days(None, days.earliest - 1)


def read_after(written: Written) -> Days | None:
    """The days after the last one of a date."""
    days = read_possible_days(written)
    if days is None:
        return None
    if days.latest is None:
        raise UnreadableError(f"nothing is after {shown(written.text)}", hint="its end is open")
    return Days(days.latest + 1, None)


def read_tone(written: Written) -> Tones | None:
    """A range of tones."""
    return read_tones(written.text, unfinished=written.unfinished)

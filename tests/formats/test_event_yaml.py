"""An event as YAML that the loader reads back."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.dates import CALENDARS, parse
from explorer.formats.event_yaml import event_to_yaml
from explorer.loading import load
from explorer.model import Citation, Event, Place, StatedDate

NOWHERE = Place("", 0, 0)
HEAD = """\
title: T
version: 1
countries: [{id: CUB, name: Cuba}, {id: 'NO', name: Norway}, {id: "007", name: Agents}]
documents: [{id: paper, title: P, text: some words}]
"""

# What a text can hold once it is loaded: no controls, no space around it, something in it.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zs"]) | st.just(" "), max_size=60).map(
    str.strip
)
WORDS = TEXTS.filter(bool)
DATES = st.sampled_from(
    [
        "1960",
        "1960-09-28",
        "XXXX-04",
        "-0044",
        "1957?",
        "1960~/..",
        "../1960",
        "[1960,1961]",
        "2004-06~-11",
        "Y17E7",
    ]
).map(parse)
STATED_DATES = st.builds(StatedDate, text=WORDS, calendar=st.sampled_from(CALENDARS))
CITATIONS = st.builds(
    Citation,
    document=st.just("paper"),
    quote=WORDS,
    prefix=TEXTS,
    suffix=TEXTS,
    date=st.none() | DATES,
    date_stated=st.none() | STATED_DATES,
    voice=TEXTS,
    note=TEXTS,
    place=st.just(NOWHERE),
)
EVENTS = st.builds(
    Event,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    date=DATES,
    date_stated=st.none() | STATED_DATES,
    countries=st.lists(st.sampled_from(["CUB", "NO", "007"]), min_size=1, unique=True).map(tuple),
    type=st.sampled_from(["visit", "recognition"]),
    tone=st.none() | st.integers(-5, 5),
    title=WORDS,
    summary=TEXTS,
    tags=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    sources=st.lists(CITATIONS, max_size=3).map(tuple),
    place=st.just(NOWHERE),
)


def read_back(tmp_path, text):
    path = tmp_path / "event.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    (event,) = load(path).events
    sources = tuple(replace(source, place=NOWHERE) for source in event.sources)
    return replace(event, place=NOWHERE, sources=sources)


@given(EVENTS, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_written_is_read_back_as_the_same_event(tmp_path, event, ascii_only):
    text = event_to_yaml(event, ascii_only=ascii_only)
    assert read_back(tmp_path, text) == event
    assert text.isascii() or not ascii_only


def plain(**changes):
    event = Event(
        id="e", date=parse("1960-09"), countries=("CUB",), type="visit", title="A title", place=NOWHERE
    )
    return replace(event, **changes)


def test_it_looks_as_a_person_would_write_it():
    source = Citation(document="paper", quote="some words", date=parse("1960"), place=NOWHERE)
    assert (
        event_to_yaml(plain(tone=3, tags=("aid",), sources=(source,)))
        == """\
events:
  - id: e
    date: 1960-09
    countries: [CUB]
    type: visit
    tone: +3
    title: A title
    tags: [aid]
    sources:
      - document: paper
        quote: some words
        date: 1960
"""
    )


def test_what_another_calendar_has_follows_the_date_in_braces():
    stated = StatedDate(text="24 Jan 1918 O.S.", calendar="julian")
    source = Citation(
        document="paper",
        quote="some words",
        date=parse("1918-02-06"),
        date_stated=stated,
        place=NOWHERE,
    )
    lines = event_to_yaml(plain(date=parse("1918-02"), date_stated=stated, sources=(source,))).splitlines()
    braces = "date_stated: {text: 24 Jan 1918 O.S., calendar: julian}"
    assert lines[lines.index("    date: 1918-02") + 1] == f"    {braces}"
    assert lines[lines.index("        date: 1918-02-06") + 1] == f"        {braces}"


@pytest.mark.parametrize("text", ["\u202eright to left", "a\u2066b", "next\x85line"])
def test_what_steers_a_terminal_is_escaped_and_read_back(text):
    written = event_to_yaml(plain(title=text))
    assert text not in written
    assert yaml.safe_load(written)["events"][0]["title"] == text


def test_words_that_yaml_takes_for_something_else_are_quoted():
    assert "title: 'NO'" in event_to_yaml(plain(title="NO"))

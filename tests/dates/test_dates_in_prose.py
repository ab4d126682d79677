"""Dates found in prose: how many, where, and how they are read."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_benchmark import read_labels, report, score

from explorer.dates import find_dates, parse
from explorer.dates.prose import mentions
from explorer.dates.prose_stretches import stretches_with_dates
from explorer.dates.prose_tokens import tokens_of


def found(text: str) -> list[tuple[str, str]]:
    """The words and the EDTF of each mention."""
    return [(text[each.start : each.end], each.date.text) for each in find_dates(text)]


@pytest.mark.parametrize("part", ["seen", "held out", "fresh"])
def test_few_dates_are_missed_and_few_numbers_taken_for_one(part: str) -> None:
    counts = score(read_labels()[part])
    assert counts.precision >= 0.97
    assert counts.recall >= 0.93


def test_there_are_at_least_320_labels_and_all_are_edtf() -> None:
    labels = [label for part in read_labels().values() for each in part for label in each.labels]
    assert len(labels) >= 320
    assert [parse(label.date).text for label in labels] == [label.date for label in labels]


def test_the_benchmark_tells_precision_and_recall() -> None:
    assert report().startswith("part      sentences  mentions  precision  recall\nseen ")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1/2/1960", ["1960-02-01", "1960-01-02"]),
        ("(2/2/1960)", ["1960-02-02"]),
        ("1-2-1960", ["1960-02-01", "1960-01-02"]),
        ("1.2.1960", ["1960-02-01"]),
        ("the 1800s", ["18XX", "180X"]),
        ("the 2000s", ["200X", "20XX"]),
        ("in 1908-12", ["1908/1912", "1908-12"]),
        ("before 1/2/1960", ["../1960-01-31", "../1960-01-01"]),
    ],
)
def test_an_ambiguous_date_has_all_its_readings_and_the_first_is_its_date(
    text: str, readings: list[str]
) -> None:
    (mention,) = find_dates(text)
    assert [reading.text for reading in mention.readings] == readings
    assert mention.date is mention.readings[0]


@pytest.mark.parametrize(
    ("text", "edtf", "inferred"),
    [
        ("In 2024 they met from June 5 to 9.", "2024-06-05/2024-06-09", True),
        ("They met from June 5 to 9.", "XXXX-06-05/XXXX-06-09", False),
        ("On 28 September 1960, and on 1 July.", "1960-07-01", True),
        ("Since 1 May 1960, and on 1 July.", "1960-07-01", True),
        ("From 1960 to 1964, and on 1 July.", "XXXX-07-01", False),
        ("In 1961, and on 29 February.", "XXXX-02-29", False),
        ("In 1960, before 1 January.", "../1959-12-31", True),
        ("On 1 July. In 1960.", "1960", False),
        (
            "In 1960 it ran from 30 December to 2 January.",
            "1960-12-30/1961-01-02",
            True,
        ),
        ("From 28 December 1960 to 3 January", "1960-12-28/1961-01-03", False),
        ("the 1960s and the '70s", "197X", True),
        ("the '70s", "XX7X", False),
        ("In 1960 and in June 12 ships sailed.", "1960-06", True),
    ],
)
def test_a_date_without_a_year_takes_that_of_the_mention_before_if_that_has_just_one(
    text: str, edtf: str, inferred: bool
) -> None:
    last = find_dates(text)[-1]
    assert (last.date.text, last.inferred) == (edtf, inferred)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May",
        "the march",
        "May I?",
        "March on!",
        "they may 5 times",
        "by June Carter",
        "the 26 July Movement",
        "May 5 delegates speak?",
        "pp. 1914, 1917 and 1960",
        "30 February",
        "99/99/1960",
        "1960-13-45",
        "1960–55",
        "1964–1960",
        "from 2000 to 1500",
        "between 1500 and 2000 men",
        "14,000 Cubans",
        "19:45",
        "1960.5",
        "$1960",
        "A1960",
        "B-1960",
        "1960km",
        "1960%",
        "https://example.org/1960/",
        "0000",
        "2999",
        "١٩٦٠",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("5 June 1960–9 July 1961", "1960-06-05/1961-07-09"),
        ("31 December 1999/1 January 2000", "1999-12-31/2000-01-01"),
        ("from AD 14 to 37", "0014/0037"),
        ("1960's", "1960"),
        ("before the end of the 1960s", "../1969~"),
        ("after the beginning of 1960", "1960-01~/.."),
    ],
)
def test_a_phrase_is_read_as_a_whole(text: str, edtf: str) -> None:
    assert [date for _, date in found(text)] == [edtf]


def test_a_date_may_be_wrapped_but_not_over_a_blank_line() -> None:
    assert found("on 28\r\n   September\n1960") == [("28\r\n   September\n1960", "1960-09-28")]
    assert found("September\n\n1960") == [("1960", "1960")]


_WORDS = """
    1960 1964 28 5 9 28th 60s 1960s '60s 1960–64 5–9 44 BC AD B.C. May March September Sept. of the
    to and from between before after since by until early mid - late end first half 12th century
    summer circa about in on onwards present , . ( ) – 1/2/1960 1960-09-28 1,960 men p. No. http:// \u0301 🙂
"""
_phrases = st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join)


@given(st.text() | _phrases | st.text("0123456789 -–/.,'’sthMay()\r\n", max_size=40))
def test_mentions_lie_within_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in find_dates(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.readings[0] == mention.date
        assert len(set(mention.readings)) == len(mention.readings)
        end = mention.end


# Words that may belong to a phrase, some of which every date has, and words that are none of that.
_AROUND = "the of in from to between and before since early mid late end first half c. about - , . page Rd"
_FILLERS = "lorem Ipsum the of , ."
_HINTS = "1960 28 May may Sept. 60s 1960–64 44 century centuries B. C. B.C.E. www.a.com/5 1,960"


def _words_of(words: str, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words.split()), max_size=most)


@st.composite
def _sparse_texts(draw: st.DrawFn) -> str:
    """Texts of up to some 200 words, few of which can be of a date."""
    part = _words_of(_FILLERS, 40) | _words_of(_AROUND, 20) | _words_of(_HINTS, 1)
    parts = draw(st.lists(part, min_size=1, max_size=12))
    gap = draw(st.sampled_from((" ", "  ", "\n", "\n\n", "")))
    return gap.join(" ".join(part) for part in parts)


@given(_sparse_texts() | _phrases)
def test_a_date_is_found_from_the_words_around_it_as_from_the_whole_text(text: str) -> None:
    assert find_dates(text) == tuple(mentions(tokens_of(text)))


def test_words_far_from_what_every_date_has_are_not_read() -> None:
    text = "He said so. " * 1000 + "In May 1960 they met. " + "She did not. " * 1000
    ((start, end),) = stretches_with_dates(text)
    assert "In May 1960 they met." in text[start:end]
    assert end - start < 500
    assert [*stretches_with_dates("He may have said so, and mayors decided.")] == []


_FORMS = ("{0:%Y-%m-%d}", "{0.day} {0:%B} {0.year}", "{0:%b} {0.day}, {0.year}", "{0:%B} {0.day}th {0.year}")


@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)), st.sampled_from(_FORMS))
def test_every_day_is_found_in_every_usual_form(day: date, form: str) -> None:
    written = form.format(day)
    assert found(f"They met on {written}, in Lima.") == [(written, day.isoformat())]


def lines_run(text: str) -> int:
    """How many lines of the package run to find the dates of a text."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        find_dates(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    ["1", "(", "May ", "12 ", "1960 ", "from 1960 to ", "early ", "28 May – ", "before the ", "a/1", "1-"],
)
def test_work_grows_in_step_with_the_length(unit: str) -> None:
    short, long = lines_run(unit * 200), lines_run(unit * 2000)
    assert long < 11 * short


@pytest.mark.parametrize("unit", ["1", "(", "May ", "1-", " ", "\n"])
def test_a_long_text_of_anything_is_read_to_its_end(unit: str) -> None:
    text = unit * (250_000 // len(unit)) + "\n\nIn 1960."
    assert found(text)[-1] == ("1960", "1960")

"""Input of a size or depth that no honest date has."""

from __future__ import annotations

import sys

import pytest

from explorer.dates import EdtfError, describe, parse, sort_key, year_of

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("1" * MILLION, 4),
        ("(" * MILLION, 0),
        ("[" * MILLION, 1),
        ("X" * MILLION, 4),
        ("-" * MILLION, 1),
        ("/" * MILLION, 1),
        ("." * MILLION, 2),
        ("?" * MILLION, 1),
        ("Y" + "1" * MILLION, 1001),
        ("Y1E" + "9" * MILLION, 3),
        ("Y12345S" + "9" * MILLION, 7),
        ("1960S" + "1" * MILLION, 5),
        ("1960-" * (MILLION // 5), 5),
        ("1960" + "\u0301" * MILLION, 4),
        (" " * MILLION, 0),
    ],
    ids=lambda case: ascii(case)[:12],
)
def test_a_megabyte_of_nonsense_is_a_short_error_at_its_first_wrong_character(
    text: str, position: int
) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.position == position
    assert len(caught.value.message) + len(caught.value.hint) < 200


def test_work_grows_in_step_with_the_length_of_a_set() -> None:
    short, long = (_lines_run(f"[{'1960-02-2X,' * count}1961]") for count in (100, 1000))
    assert long < 11 * short


def test_a_set_of_ten_thousand_members() -> None:
    date = parse("[" + ",".join(f"{year:04}" for year in range(10_000)) + "]")
    assert date.earliest is not None
    assert date.latest is not None
    assert (year_of(date.earliest), year_of(date.latest)) == (0, 9999)
    assert describe(date) == "1 BC … 9999 (one of 10,000)"


def test_a_year_of_400_digits() -> None:
    date = parse("Y" + "17" * 200)
    assert date.earliest is not None
    assert str(year_of(date.earliest)) == "17" * 200
    assert describe(date) == "1.71e399"
    assert sort_key(date) > sort_key(parse("9999"))


def test_the_longest_year_has_a_thousand_digits_however_it_is_written() -> None:
    assert parse("Y1E999").earliest == parse("Y1" + "0" * 999).earliest
    for text, position in (("Y1E1000", 3), ("Y1" + "0" * 1000, 1001)):
        with pytest.raises(EdtfError) as caught:
            parse(text)
        assert caught.value.position == position


def _lines_run(text: str) -> int:
    """How many lines of Python a parse takes: a measure of work without a clock."""
    lines = 0

    def count(*_: object) -> object:
        nonlocal lines
        lines += 1
        return count

    tracing = sys.gettrace()
    sys.settrace(count)  # type: ignore[arg-type]
    try:
        parse(text)
    finally:
        sys.settrace(tracing)
    return lines

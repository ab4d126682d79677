"""Events as a table for people."""

import pytest
from rich.cells import cell_len

from explorer.formats.table import event_table


def lines(store, width=None):
    return [line.removesuffix("\n") for line in event_table(store, store.everything, width)]


def test_without_a_width_nothing_is_cut(store):
    head, split, recognition, someday = lines(store)
    assert head.split() == ["DATE", "TITLE", "COUNTRIES", "SOURCES", "ID"]
    assert "…" not in split + recognition + someday
    assert "28 Sep 1960  Cuba recognises China" in recognition
    assert recognition.endswith("recognition")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 200])
def test_a_line_fits_the_terminal(store, width):
    assert all(cell_len(line) <= width for line in lines(store, width))


def test_columns_align_below_wide_characters(store):
    head, *rows = lines(store)
    place = cell_len(head[: head.index("COUNTRIES")])
    for row, countries in zip(rows, ("CHN SUN", "CUB CHN", "CUB"), strict=True):
        assert cell_len(row[: row.index(f"  {countries}  ") + 2]) == place


def test_the_verdicts_are_counted_and_a_dispute_comes_first(store):
    _, split, recognition, someday = lines(store)
    assert "disputed, 1 changed, 1 missing, 1 ambiguous" in split
    assert "1 exact, 1 typography" in recognition
    assert "  none  " in someday


def test_on_a_narrow_terminal_date_and_title_remain(store):
    assert lines(store, 40)[0].split() == ["DATE", "TITLE"]

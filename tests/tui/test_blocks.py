"""Blocks of lines are made when they are looked at, and paragraphs of runs are wrapped into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.tui.blocks import Blocks
from explorer.tui.drawing import Run, drawable
from explorer.tui.paragraphs import Line, padded, wrapped

SIZES = st.lists(st.integers(1, 12), min_size=1, max_size=30)


def blocks_of(sizes: list[int], guess: int = 4) -> Blocks:
    def make(block: int) -> list[Line]:
        return [[Run(f"{block}.{line}")] for line in range(sizes[block])]

    return Blocks(len(sizes), make, guess)


def shown(blocks: Blocks) -> list[str]:
    """What stands in each line; the guessed ones of blocks that were not made are blank."""
    texts = []
    for number in range(len(blocks)):
        block, line = blocks.at(number)
        texts.append(f"{block}.{line}" if block in blocks._made else "")
    return texts


@given(SIZES, st.lists(st.integers(0, 29)))
def test_lines_follow_each_other_whatever_was_made_in_whatever_order(
    sizes: list[int], looked_at: list[int]
) -> None:
    blocks, made = blocks_of(sizes), set()
    for block in (block for block in looked_at if block < len(sizes)):
        made.add(block)
        assert len(blocks.lines(block)) == sizes[block]
        assert blocks.made == len(made)
        assert shown(blocks) == [
            f"{number}.{line}" if number in made else ""
            for number, size in enumerate(sizes)
            for line in range(size if number in made else 4)
        ]
        assert [blocks.at(blocks.first(number)) for number in range(len(sizes))] == [
            (number, 0) for number in range(len(sizes))
        ]


@given(SIZES, st.integers(0, 29), st.integers(0, 12), st.integers(1, 20))
def test_what_is_near_a_line_is_made_and_no_block_beyond(
    sizes: list[int], block: int, line: int, distance: int
) -> None:
    block = min(block, len(sizes) - 1)
    blocks = blocks_of(sizes)
    blocks.make_around(block, line, distance)
    here = sum(sizes[:block]) + min(line, sizes[block] - 1)
    where = [number for number, size in enumerate(sizes) for _ in range(size)]
    near = where[max(0, here - distance) : here + distance]
    assert set(near) <= set(blocks._made) <= {min(near) - 1, *near, max(near) + 1}


def test_any_number_of_blocks_costs_what_is_looked_at() -> None:
    made: list[int] = []

    def make(block: int) -> list[Line]:
        made.append(block)
        return [[Run("x")]] * 7

    blocks = Blocks(10**12, make, 6)
    blocks.make_around(*blocks.at(3 * 10**12), 20)
    assert len(made) < 10
    assert blocks.at(len(blocks) - 1) == (10**12 - 1, 5)


RUNS = st.lists(st.builds(Run, st.text("ab é中\u0301 ").map(drawable), st.sampled_from(["", "x", "y"])))


@given(RUNS, st.integers(2, 30))
def test_wrapped_runs_are_the_words_in_their_styles(runs: list[Run], width: int) -> None:
    lines = wrapped(runs, width)
    assert all(cell_len("".join(run.text for run in line)) <= width for line in lines)
    assert [each for line in lines for each in letters(line)] == letters(runs)
    assert all(run.text for line in lines for run in line)


def letters(runs: list[Run]) -> list[tuple[str, str]]:
    """Each character but for blanks, with its style."""
    return [(letter, run.style) for run in runs for letter in run.text if not letter.isspace()]


@pytest.mark.parametrize("text", ["", []])
def test_no_text_is_no_line(text: str | list[Run]) -> None:
    assert wrapped(text, 10) == []


def test_a_paragraph_may_have_one_style_and_lines_of_its_own() -> None:
    assert wrapped("one two\nthree", 5, "x") == [[Run("one", "x")], [Run("two", "x")], [Run("three", "x")]]
    assert padded([Run("中")], 4) == [Run("中"), Run("  ")]

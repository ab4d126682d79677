"""Columns are the sequences that they were made of."""

from __future__ import annotations

from math import ceil

from hypothesis import example, given
from hypothesis import strategies as st

from explorer.snapshot import Container, Numbers, Texts, fewer, numbers_bytes, texts_bytes, write_sections

SLICES = st.slices(8)


def container(**sections: list[bytes]) -> Container:
    *pieces, header = write_sections(sections)
    return Container(header + b"".join(pieces))


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=8), SLICES)
def test_numbers_are_read_as_they_were_written(numbers: list[int], piece: slice) -> None:
    column = Numbers(container(other=[b"x"], column=[numbers_bytes("q", numbers)]), "column", "q")
    assert [*column] == numbers
    assert [column[place] for place in range(-len(numbers), 0)] == numbers
    assert [*column[piece]] == numbers[piece]


@given(st.lists(st.binary(max_size=9), max_size=8), SLICES)
def test_texts_are_read_as_they_were_written(texts: list[bytes], piece: slice) -> None:
    offsets, pieces = texts_bytes(texts)
    column = Texts(container(**{"column.offsets": [offsets], "column": [*pieces]}), "column")
    assert [*column] == texts
    assert [*column.all()] == texts
    assert [*column[piece]] == texts[piece]


@given(st.sets(st.text(max_size=4)), st.text(max_size=3))
def test_sorted_texts_are_found_by_their_beginning(texts: set[str], wanted: str) -> None:
    known = sorted(text.encode() for text in texts)
    offsets, pieces = texts_bytes(known)
    column = Texts(container(**{"column.offsets": [offsets], "column": [*pieces]}), "column")
    prefix = wanted.encode()
    assert [known[place] for place in column.beginning(prefix)] == [t for t in known if t.startswith(prefix)]
    assert column.find(prefix) == (known.index(prefix) if prefix in known else None)


@given(st.lists(st.binary(min_size=1, max_size=5), min_size=1, max_size=8), st.data())
def test_an_offset_belongs_to_the_text_that_it_lies_in(texts: list[bytes], data: st.DataObject) -> None:
    offsets, pieces = texts_bytes(texts)
    column = Texts(container(**{"column.offsets": [offsets], "column": [*pieces]}), "column")
    place = data.draw(st.integers(0, len(texts) - 1))
    start, end = column.span(place)
    assert column.at(data.draw(st.integers(start, end - 1))) == place


def test_a_column_that_is_not_there_is_empty() -> None:
    assert [*Numbers(container(), "column", "I")] == [*Texts(container(), "column")] == []


@given(st.lists(st.integers(0, 9), max_size=200))
@example([1] * 129)
def test_fewer_pieces_are_the_same_bytes(sizes: list[int]) -> None:
    pieces = [b"x" * size for size in sizes]
    less = [*fewer(iter(pieces))]
    assert b"".join(less) == b"".join(pieces)
    assert len(less) == ceil(len(pieces) / 64)


def test_of_long_pieces_one_is_held_at_a_time() -> None:
    pieces = [b"x" * (1 << 16)] * 5 + [b"x"]
    assert [*fewer(iter(pieces))] == pieces

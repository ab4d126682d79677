"""Aligning two rows of words: which of them are the same, in order.

Short rows are aligned by the least cost of words replaced, left out or put in (Levenshtein's distance).  As
that takes quadratic time, long ones are first parted where three words in a row stand once in both, like the
anchors of patience diff.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many pairs of words are compared at once: a hundredth of a second.
_MOST_PAIRS = 40_000

# A word of `a` that is replaced or left out costs more than one of `b` put in, so that a few words put in do
# not part what stands on both sides of them.
_CHANGED, _PUT_IN = 2, 1


class Block(NamedTuple):
    """`size` words that are the same from `a` on in one row and from `b` on in the other."""

    a: int
    b: int
    size: int


class Change(NamedTuple):
    """Words of one row (`a` to `a_end`) in place of which the other has others (`b` to `b_end`)."""

    a: int
    a_end: int
    b: int
    b_end: int


class _Rows(NamedTuple):
    """A stretch of each of two rows; `free` are the places in `a` at which words of `b` cost nothing."""

    a: Sequence[str]
    b: Sequence[str]
    free: frozenset[int]
    start_a: int
    end_a: int
    start_b: int
    end_b: int

    @property
    def is_small(self) -> bool:
        return (self.end_a - self.start_a) * (self.end_b - self.start_b) <= _MOST_PAIRS


def align(a: Sequence[str], b: Sequence[str], free: frozenset[int] = frozenset()) -> list[Block]:
    """The blocks of words that are the same in both rows, in order.

    Words of `b` that stand before words of `a` whose numbers are `free` cost nothing.

    The time stays near linear for natural text; of long rows that only repeat themselves, no more than their
    common beginning and end is found.
    """
    rows = _Rows(a, b, free, 0, len(a), 0, len(b))
    return _joined(_trimmed(rows))


def fit(a: Sequence[str], window: Sequence[str], free: frozenset[int]) -> list[Block]:
    """The blocks of words of `a` within a window, whose words before and behind them cost nothing.

    Nor do they before the words of `a` whose numbers are `free`.
    """
    rows = _Rows(a, window, free | {0, len(a)}, 0, len(a), 0, len(window))
    return _joined(_parted(rows))


def changes(blocks: Sequence[Block], length_a: int, length_b: int) -> list[Change]:
    """What stands between the blocks of two rows of these lengths."""
    found: list[Change] = []
    at_a = at_b = 0
    for block in (*blocks, Block(length_a, length_b, 0)):
        if at_a < block.a or at_b < block.b:
            found.append(Change(at_a, block.a, at_b, block.b))
        at_a, at_b = block.a + block.size, block.b + block.size
    return found


def _joined(blocks: Iterator[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and (last.a + last.size, last.b + last.size) == (block.a, block.b):
            joined[-1] = Block(last.a, last.b, last.size + block.size)
        else:
            joined.append(block)
    return joined


def _trimmed(rows: _Rows) -> Iterator[Block]:
    """The blocks of two rows, of which the beginning and the end may be the same."""
    a, b, _, start_a, end_a, start_b, end_b = rows
    while start_a < end_a and start_b < end_b and a[start_a] == b[start_b]:
        start_a, start_b = start_a + 1, start_b + 1
    head = start_a - rows.start_a
    while start_a < end_a and start_b < end_b and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
    if head:
        yield Block(rows.start_a, rows.start_b, head)
    yield from _parted(rows._replace(start_a=start_a, end_a=end_a, start_b=start_b, end_b=end_b))
    if end_a < rows.end_a:
        yield Block(end_a, end_b, rows.end_a - end_a)


def _parted(rows: _Rows) -> Iterator[Block]:
    if rows.is_small:
        yield from _edited(rows)
        return
    for at_a, at_b in _anchors(rows):
        before = rows._replace(end_a=at_a, end_b=at_b)
        if before.is_small:
            yield from _edited(before)
        yield Block(at_a, at_b, 1)
        rows = rows._replace(start_a=at_a + 1, start_b=at_b + 1)
    if rows.is_small:
        yield from _edited(rows)


def _edited(rows: _Rows) -> Iterator[Block]:
    """The words that stay when one row is made the other with the fewest edits, each as a block."""
    a, b = rows.a[rows.start_a : rows.end_a], rows.b[rows.start_b : rows.end_b]
    table = _distances(a, b, frozenset(at - rows.start_a for at in rows.free))
    kept: list[Block] = []
    i, j = len(a), len(b)
    while i and j:
        same = a[i - 1] == b[j - 1]
        if table[i][j] == table[i - 1][j - 1] + (0 if same else _CHANGED):
            i, j = i - 1, j - 1
            if same:
                kept.append(Block(rows.start_a + i, rows.start_b + j, 1))
        elif table[i][j] == table[i - 1][j] + _CHANGED:
            i -= 1
        else:
            j -= 1
    return reversed(kept)


def _distances(a: Sequence[str], b: Sequence[str], free: frozenset[int]) -> list[list[int]]:
    """The least cost of the edits between each beginning of `a` and each of `b`."""
    table = [[0 if 0 in free else at * _PUT_IN for at in range(len(b) + 1)]]
    for number, word in enumerate(a, 1):
        put_in = 0 if number in free else _PUT_IN
        above = table[-1]
        diagonal, least = above[0], number * _CHANGED
        row = [least]
        for other, over in zip(b, above[1:], strict=True):
            replaced = diagonal if word == other else diagonal + _CHANGED
            left_out = over + _CHANGED
            least += put_in
            # Not min(), which is slow: this is where a quote that is not found takes its time.
            if replaced < least:
                least = replaced
            if left_out < least:
                least = left_out
            diagonal = over
            row.append(least)
        table.append(row)
    return table


def _anchors(rows: _Rows) -> list[tuple[int, int]]:
    """The places of three words in a row that stand once in each: the longest series in which both rise."""
    in_a, in_b = (
        _standing_once(rows.a, rows.start_a, rows.end_a),
        _standing_once(rows.b, rows.start_b, rows.end_b),
    )
    return _longest_rising([(at, in_b[three]) for three, at in in_a.items() if three in in_b])


def _standing_once(row: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    """The places of three words in a row that stand once in a stretch, rising."""
    threes = list(zip(row[start:end], row[start + 1 : end], row[start + 2 : end], strict=False))
    count = Counter(threes)
    return {three: at for at, three in enumerate(threes, start) if count[three] == 1}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second numbers rise (patience sorting)."""
    lowest: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(pairs):
        pile = bisect_left(lowest, value)
        before.append(tops[pile - 1] if pile else -1)
        lowest[pile : pile + 1] = [value]
        tops[pile : pile + 1] = [index]
    rising: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]

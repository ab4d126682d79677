"""How many dates a second `parse` reads, beside the `edtf` package on the same strings.

    python tests/dates/edtf_benchmark.py

Each number is the median of several runs on one core.  "Afresh" reads every string anew; "known" asks for
strings that were asked for before, as a dataset's events and sources do.  The package is asked for the
bounds, too, which a date of ours always has; it is so slow that it gets only some of the strings.
"""

from __future__ import annotations

import contextlib
import io
import statistics
import sys
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import NamedTuple

from edtf import parse_edtf

from explorer.dates import parse
from explorer.dates.edtf import parse_afresh

RUNS = 7
PACKAGE_RUNS = 3
PACKAGE_STRINGS = 54

# `y` is a year, `z` a later one, `d` the first three digits of the year.
PLAIN = ("{y}", "{y}-09", "{y}-09-28", "{y}?", "{y}/{z}")
# All of them are forms that the package reads as well.
MIXED = (
    # Level 0
    "{y}", "{y}-04", "{y}-04-12", "{y}/{z}", "{y}-06/{z}-08", "{y}-02-01/{z}-02-08",
    # Level 1
    "Y17000{y}", "{y}-21", "{y}?", "{y}-06~", "{y}-06-11%", "{d}X", "{y}-XX", "{y}-04-XX",
    "{y}-04-12/..", "../{y}-04", "{y}~/{z}-06", "-{y}",
    # Level 2
    "{y}S2", "{y}-34", "{y}-06~-11", "?{y}-06-~11", "{d}X-12-25", "{y}-06-~01/{z}-06-~20",
    "[{y},{z}]", "{{{y},{z}-12}}", "[..{y}-12-03]",
)  # fmt: skip


class Speeds(NamedTuple):
    """Dates a second."""

    afresh: float
    known: float
    package: float

    def row(self, name: str) -> str:
        """A line of the table; the last two cells say how many times as fast as the package we are."""
        ratios = self.afresh / self.package, self.known / self.package
        return f"| {name} | {' | '.join(f'{number:,.0f}' for number in (*self, *ratios))} |"


def variants(forms: tuple[str, ...], first: int, years: int) -> list[str]:
    """Each form in each of some years: distinct strings, but for the decades."""
    return [
        form.format(y=year, z=year + 4, d=year // 10)
        for year in range(first, first + years)
        for form in forms
    ]


def speed(read: Callable[[str], object], texts: list[str], runs: int) -> float:
    """How many of the texts are read in a second: the median of some runs."""
    return len(texts) / statistics.median(_times(read, texts, runs))


def _times(read: Callable[[str], object], texts: list[str], runs: int) -> Iterator[float]:
    for _ in range(runs):
        start = perf_counter()
        for text in texts:
            read(text)
        yield perf_counter() - start


def read_with_the_package(text: str) -> tuple[object, object]:
    """The bounds that the package gives."""
    date = parse_edtf(text)
    return date.lower_strict(), date.upper_strict()


def measure(forms: tuple[str, ...]) -> Speeds:
    """The speeds on variants of some forms: thousands, but all fit in the memory of `parse`."""
    texts = variants(forms, 1500, 6000 // len(forms))
    for text in texts:
        parse(text)
    # Every form as often as any other.
    few = texts[: PACKAGE_STRINGS - PACKAGE_STRINGS % len(forms)]
    # The package prints what it does not expect.
    with contextlib.redirect_stdout(io.StringIO()):
        package = speed(read_with_the_package, few, PACKAGE_RUNS)
    return Speeds(speed(parse_afresh, texts, RUNS), speed(parse, texts, RUNS), package)


def report() -> str:
    """The table, in Markdown."""
    return "\n".join(
        (
            "| dates a second | afresh | known | `edtf` package | afresh : package | known : package |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            measure(PLAIN).row("plain"),
            measure(MIXED).row("any form, levels 0 to 2"),
        )
    )


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")

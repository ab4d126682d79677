"""Medians and percentiles of what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from statistics import median as _median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so great a share (0 to 1) of the values does not exceed: the nearest rank.

    Raises ValueError where there are no values.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is kept of some measurements, in their unit; `count` is how many there were."""

    median: float
    p95: float
    count: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Figures:
        """The figures of some values; raises ValueError where there are none."""
        p95 = percentile(values, 0.95)
        return cls(_median(values), p95, len(values))

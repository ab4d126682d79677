"""What a list shows of an event: enough to draw its row, at a fraction of what the whole event costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.dates import EdtfDate
    from explorer.evidence.standing import Standing


@dataclass(frozen=True, slots=True)
class Brief:
    """An event in brief: `countries` are ids, `sources` is how many are cited."""

    date: EdtfDate
    title: str
    countries: tuple[str, ...]
    standing: Standing
    sources: int

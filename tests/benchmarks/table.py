"""The table of all rows: as text, as Markdown, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from figures import Figures
    from outcome import Outcome, Peer, Target

HEADINGS = ("what", "events", "median", "p95", "beside it: median / p95", "decides", "target", "reached")
_NUMBERS = frozenset({"events", "median", "p95"})


def as_json(outcomes: Sequence[Outcome]) -> str:
    """One object a row, with every figure."""
    return json.dumps([_record(outcome) for outcome in outcomes], ensure_ascii=False, indent=1)


def _record(outcome: Outcome) -> dict[str, object]:
    targets = [asdict(target) | {"reached": target.is_reached} for target in outcome.targets]
    return asdict(outcome) | {"targets": targets, "reached": outcome.is_reached}


def as_markdown(outcomes: Sequence[Outcome]) -> str:
    """A table for a README; what has several parts is parted by line breaks."""
    lines = [HEADINGS, tuple("---:" if each in _NUMBERS else "---" for each in HEADINGS)]
    lines += [tuple("<br>".join(cell) for cell in _cells(outcome)) for outcome in outcomes]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A table for a terminal; a row has as many lines as its fullest cell."""
    rows = [tuple([heading] for heading in HEADINGS), *(_cells(outcome) for outcome in outcomes)]
    widths = [max(len(line) for row in rows for line in row[column]) for column in range(len(HEADINGS))]
    return "\n".join(line for row in rows for line in _lines(row, widths))


def _lines(row: tuple[list[str], ...], widths: list[int]) -> list[str]:
    height = max(map(len, row))
    lines = []
    for place in range(height):
        cells = []
        for heading, cell, width in zip(HEADINGS, row, widths, strict=True):
            text = cell[place] if place < len(cell) else ""
            cells.append(text.rjust(width) if heading in _NUMBERS else text.ljust(width))
        lines.append("  ".join(cells).rstrip())
    return [*lines, ""]


def _cells(outcome: Outcome) -> tuple[list[str], ...]:
    """The lines of each cell of a row."""
    figures = outcome.detente
    return (
        [outcome.what, *([outcome.note] if outcome.note else [])],
        [f"{outcome.events:,}" if outcome.events is not None else ""],
        [f"{_number(figures.median)} {outcome.unit}" if figures else "not available"],
        [f"{_number(figures.p95)} {outcome.unit}" if figures and figures.count > 1 else ""],
        [_peer(peer, outcome.unit) for peer in outcome.peers] or [""],
        [_value(target) for target in outcome.targets] or [""],
        [_bound(target) for target in outcome.targets] or [""],
        [_yes_or_no(target.is_reached) for target in outcome.targets] or [""],
    )


def _peer(peer: Peer, unit: str) -> str:
    note = f" ({peer.note})" if peer.note else ""
    return f"{peer.name} {_both(peer.figures, unit)}{note}" if peer.figures else f"{peer.name}{note}"


def _both(figures: Figures, unit: str) -> str:
    p95 = f" / {_number(figures.p95)}" if figures.count > 1 else ""
    return f"{_number(figures.median)}{p95} {unit}"


def _value(target: Target) -> str:
    return f"{target.what}: {'not known' if target.value is None else _number(target.value)}"


def _bound(target: Target) -> str:
    return f"{target.sense} {_number(target.bound)}"


def _yes_or_no(answer: bool | None) -> str:
    return {True: "yes", False: "no", None: "?"}[answer]


def _number(value: float) -> str:
    """Three digits that count; thousands separated."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{1 if abs(value) >= 10 else 2}f}"


FORMATS: dict[str, Callable[[Sequence[Outcome]], str]] = {
    "table": as_text,
    "json": as_json,
    "markdown": as_markdown,
}

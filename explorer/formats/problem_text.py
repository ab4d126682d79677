"""A problem as plain text for people: where, what, the line with a caret, what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from explorer.formats.cells import wrap
from explorer.loading import excerpt
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.problems import Problem
    from explorer.store import Store

_INDENT = "  "
_WIDEST = 100


def problem_text(problem: Problem, width: int | None) -> str:
    """The problem as `file:line:column: severity: message [code]`, its line of the file, and the hint.

    The first line is never broken, so that editors and grep can follow it.
    """
    place = f"{problem.file}:{problem.line}:{problem.column}"
    lines = [printable(f"{place}: {problem.severity}: {problem.message} [{problem.code}]")]
    if shown := excerpt(problem, (width or _WIDEST) - len(_INDENT)):
        lines += [(_INDENT + line).rstrip() for line in shown.split("\n")]
    if problem.hint:
        lines.append(wrap(printable(problem.hint), width, _INDENT))
    return "\n".join(lines) + "\n"


def summary(store: Store) -> str:
    """One line on the whole dataset: how much was checked, and how many problems it has."""
    events, documents = len(store.events), len(store.dataset.documents)
    return f"{_count(events, 'event')}, {_count(documents, 'document')}: {told(store.all_problems)}"


def told(problems: Iterable[Problem]) -> str:
    """`2 errors and 1 warning`, or `no problems`."""
    counts = Counter(problem.severity for problem in problems)
    return (
        " and ".join(_count(counts[kind], kind) for kind in ("error", "warning") if counts[kind])
        or "no problems"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""The problems of a dataset: of each where it is, what it is, the line of its file, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explorer.loading import excerpt
from explorer.tui.drawing import Run, drawable
from explorer.tui.paragraphs import wrapped
from explorer.tui.widgets.block_list import BlockList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.problems import Problem
    from explorer.tui.paragraphs import Line


class ProblemList(BlockList):
    """A block for each problem; a bar beside one is the cursor, and a screen reader hears its number."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "problem--cursor", "problem--place", "problem--error", "problem--warning", "problem--line",
        "problem--hint",
    }  # fmt: skip

    def __init__(self, *, in_words: bool = False) -> None:
        super().__init__()
        self._in_words = in_words
        self._problems: Sequence[Problem] = ()
        self._note = ""

    @property
    def chosen(self) -> Problem | None:
        """The problem under the cursor."""
        return None if self.block is None else self._problems[self.block]

    def show(self, problems: Sequence[Problem], at: int, note: str) -> None:
        """Show problems with the cursor on one of them, or the note where there is none."""
        self._problems, self._note = problems, note
        self.take_blocks(at)

    def block_count(self) -> int:
        """One a problem."""
        return len(self._problems)

    def block_lines(self, block: int, width: int) -> Sequence[Line]:
        """A problem in the width that the bar leaves."""
        if self._in_words:
            return [[Run(f"Problem {block + 1}")], *problem_lines(self._problems[block], width)]
        return problem_lines(self._problems[block], max(1, width - 1))

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A line of a problem behind the bar, which leaves the blank line out."""
        runs = super().row(number, width)
        if self._in_words:
            return runs
        block, _ = self._blocks.at(number)
        return [Run("▌" if runs and block == self.block else " ", "problem--cursor"), *runs]

    def empty_rows(self) -> Sequence[str]:
        """What to say of a dataset without problems."""
        return (self._note,) if self._note else ()


def problem_lines(problem: Problem, width: int) -> list[Line]:
    """A problem in lines of at most `width` cells; its file is read again."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    severity = Run(problem.severity, f"problem--{problem.severity}")
    lines = wrapped([Run(drawable(place), "problem--place"), Run("  "), severity], width)
    lines += wrapped(drawable(problem.message), width)
    if found := excerpt(problem, width):
        lines += [[Run(drawable(line), "problem--line")] for line in found.split("\n")]
    return lines + wrapped(drawable(problem.hint), width, "problem--hint")

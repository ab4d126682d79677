"""The problems met while a dataset is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.model import Place

# A file can hold a defect in every line; nobody reads so many, and each takes some 400 bytes.
MOST_PROBLEMS = 100_000


class ProblemLog:
    """Collects problems: an error where something of the dataset is lost or altered, else a warning."""

    def __init__(self, most: int = MOST_PROBLEMS) -> None:
        self._problems: list[Problem] = []
        self._most = most
        self._unlisted = 0

    def error(self, place: Place, code: str, message: str, hint: str = "", event: str | None = None) -> None:
        """Note an error."""
        self._note(place, "error", code, message, hint, event)

    def warning(
        self, place: Place, code: str, message: str, hint: str = "", event: str | None = None
    ) -> None:
        """Note a warning."""
        self._note(place, "warning", code, message, hint, event)

    def state(self) -> tuple[int, int]:
        """How much has been noted so far, for `restore`."""
        return len(self._problems), self._unlisted

    def restore(self, state: tuple[int, int]) -> None:
        """Forget what was noted since."""
        kept, self._unlisted = state
        del self._problems[kept:]

    @property
    def noted(self) -> tuple[Problem, ...]:
        """The problems in the order in which they were noted, without those that were too many to keep."""
        return tuple(self._problems)

    @property
    def is_full(self) -> bool:
        """Whether there were too many to keep."""
        return self._unlisted > 0

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that were noted elsewhere."""
        for problem in problems:
            self._keep(problem)

    def problems(self) -> tuple[Problem, ...]:
        """All problems by file, line and column; one of them counts those that were too many to keep."""
        found = [*self._problems, self._closing()] if self._unlisted else self._problems
        return tuple(sorted(found, key=lambda problem: (problem.file, problem.line, problem.column)))

    def _note(
        self, place: Place, severity: Severity, code: str, message: str, hint: str, event: str | None
    ) -> None:
        self._keep(
            Problem(
                file=place.file,
                line=place.line,
                column=place.column,
                severity=severity,
                code=code,
                message=message,
                hint=hint,
                event=event,
            )
        )

    def _keep(self, problem: Problem) -> None:
        if len(self._problems) < self._most:
            self._problems.append(problem)
        else:
            self._unlisted += 1

    def _closing(self) -> Problem:
        return Problem(
            file=self._problems[-1].file,
            line=0,
            column=0,
            severity="error",
            code="too-many-problems",
            message=f"{self._unlisted:,} more problems are not listed",
            hint="Mend some of those that are, and look again.",
        )

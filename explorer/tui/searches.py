"""Searches that take longer than a frame: each in a thread, and only the newest one is answered."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from explorer.search import SupersededError, supersedable

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


class Searches(Generic[_Result]):
    """Runs searches; a new one makes those before it stop.  `newest` is the number of the last one."""

    def __init__(self) -> None:
        self.newest = 0

    def run(self, search: Callable[[], _Result], answer: Callable[[int, _Result | Exception], None]) -> None:
        """Run a search in place of those that still run.

        `answer` is called from the thread with the search's number and its result, or with what it raised.
        """
        self.supersede()
        Thread(target=self._run, args=(self.newest, search, answer), name="search", daemon=True).start()

    def supersede(self) -> None:
        """Let whatever runs be in vain."""
        self.newest += 1

    def _run(
        self, number: int, search: Callable[[], _Result], answer: Callable[[int, _Result | Exception], None]
    ) -> None:
        try:
            with supersedable(lambda: number != self.newest):
                result: _Result | Exception = search()
        except SupersededError:
            return
        except Exception as error:  # whoever waits for the answer raises it
            result = error
        if number == self.newest:
            answer(number, result)

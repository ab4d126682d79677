"""Forked processes that work for this one: gone when it no longer wants them, or is gone itself.

Each has a pipe of its own, of which nobody else holds an end; so each side learns when the other is gone,
even in the middle of an answer.  (The standard library's pools share one pipe for all answers: they wait for
ever where a process is killed while it writes there.)
"""

from __future__ import annotations

import signal
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from pickle import loads
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from explorer.building.surprise import SurpriseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

_Answer = TypeVar("_Answer")


class Task(Generic[_Answer]):
    """A call of a function in another process, and its answer when there is one."""

    def __init__(
        self, workers: Workers, function: Callable[..., _Answer], arguments: Sequence[object]
    ) -> None:
        self._workers = workers
        self.call = function, arguments
        self.is_done = False
        self.answer: _Answer | None = None

    def result(self) -> _Answer:
        """The answer, waited for; raises SurpriseError where a process has failed."""
        while not self.is_done:
            self._workers.receive()
        return cast("_Answer", self.answer)


class Workers:
    """Some processes, each with a task at a time."""

    def __init__(self) -> None:
        self._processes: list[ForkProcess] = []
        self._links: list[Connection] = []
        self._idle: list[Connection] = []
        self._busy: dict[Connection, Task[Any]] = {}
        self._waiting: deque[Task[Any]] = deque()

    def fork(self) -> None:
        """Add a process, which knows what this one knows; raises SurpriseError where there can be none."""
        context = get_context("fork")
        with _surprised():
            here, there = context.Pipe()
            self._links.append(here)
            with there:
                process = context.Process(target=_serve, args=(there, self._links), daemon=True)
                process.start()
        self._processes.append(process)
        self._idle.append(here)

    def submit(self, function: Callable[..., _Answer], *arguments: object) -> Task[_Answer]:
        """Have a function of a module called; tasks are begun in their order."""
        task = Task(self, function, arguments)
        self._waiting.append(task)
        self._hand_out()
        return task

    def as_completed(self, tasks: Iterable[Task[_Answer]]) -> Iterator[Task[_Answer]]:
        """Some tasks, each when it is done; raises SurpriseError where a process has failed."""
        waiting = [*tasks]
        while waiting:
            done = [task for task in waiting if task.is_done]
            yield from done
            waiting = [task for task in waiting if task not in done]
            if waiting and not done:
                self.receive()

    def receive(self) -> None:
        """Wait for an answer; raises SurpriseError where a process has failed."""
        for link in cast("list[Connection]", wait([*self._busy])):
            with _surprised():
                answer = link.recv_bytes()
            task = self._busy.pop(link)
            self._idle.append(link)
            # Before the answer is made out, so that the process does not wait for that.
            self._hand_out()
            task.answer, task.is_done = loads(answer), True

    def end(self) -> None:
        """Kill all processes, and wait until they are gone."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
            process.close()
        for link in self._links:
            link.close()

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            link, task = self._idle.pop(), self._waiting.popleft()
            self._busy[link] = task
            with _surprised():
                link.send(task.call)


@contextmanager
def forked(number: int) -> Iterator[Workers]:
    """So many processes, which are gone afterwards; raises SurpriseError where there can be none."""
    workers = Workers()
    try:
        for _ in range(number):
            workers.fork()
        yield workers
    finally:
        workers.end()


@contextmanager
def _surprised() -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError):
        raise SurpriseError from None


def _serve(link: Connection, others: Iterable[Connection]) -> None:
    """Do what one is told, until nobody is there to tell; a task that fails ends the process."""
    # What an interrupt means is left to the process that was started by a person.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    with suppress(Exception):
        while True:
            function, arguments = link.recv()
            link.send(function(*arguments))

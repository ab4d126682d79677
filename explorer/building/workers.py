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

from explorer.building.surprise import surprised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

_Answer = TypeVar("_Answer")


class Task(Generic[_Answer]):
    """A call of a function in another process, and its answer when there is one."""

    def __init__(self, team: Team, function: Callable[..., _Answer], arguments: Sequence[object]) -> None:
        self.team = team
        self.call = function, arguments
        self.is_done = False
        self.answer: _Answer | None = None

    def result(self) -> _Answer:
        """The answer, waited for; raises SurpriseError where a process has failed."""
        while not self.is_done:
            self.team.workers.receive()
        return cast("_Answer", self.answer)


class Team:
    """Processes that are given tasks of one kind, each one at a time."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self.size = 0
        self._idle: list[Connection] = []
        self._waiting: deque[Task[Any]] = deque()
        self._is_dismissed = False

    def submit(self, function: Callable[..., _Answer], *arguments: object) -> Task[_Answer]:
        """Have a function of a module called; tasks are begun in their order."""
        task = Task(self, function, arguments)
        self._waiting.append(task)
        self._hand_out()
        return task

    def is_free(self, link: Connection) -> None:
        """Give a process its next task, when there is one."""
        self._idle.append(link)
        self._hand_out()

    def dismiss(self) -> None:
        """Have each process gone when no task is left for it, to give back its memory; none may follow."""
        self._is_dismissed = True
        self._hand_out()

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            self.workers.begin(self._waiting.popleft(), self._idle.pop())
        while self._idle and self._is_dismissed:
            self.workers.end_one(self._idle.pop())
        if self._is_dismissed and not self._waiting:
            self.workers.let_go(self)


class Workers:
    """Some processes, in teams."""

    def __init__(self) -> None:
        self._processes: dict[Connection, ForkProcess] = {}
        self._busy: dict[Connection, Task[Any]] = {}
        self._let_go: set[Connection] = set()

    def team(self, number: int) -> Team:
        """Fork so many processes, which know what this one knows; raises SurpriseError."""
        team, context = Team(self), get_context("fork")
        for _ in range(number):
            with surprised():
                here, there = context.Pipe()
                others = [*self._processes, here]
                with there:
                    process = context.Process(target=_serve, args=(there, others), daemon=True)
                    process.start()
            self._processes[here] = process
            team.size += 1
            team.is_free(here)
        return team

    def begin(self, task: Task[Any], link: Connection) -> None:
        """Give a task to the process at the other end of a link; raises SurpriseError where that is gone."""
        self._busy[link] = task
        with surprised():
            link.send(task.call)

    def let_go(self, team: Team) -> None:
        """Have the processes of a team gone when they have answered, even before anybody looks at that."""
        for link, task in self._busy.items():
            if task.team is team and link not in self._let_go:
                self._let_go.add(link)
                with surprised():
                    link.send(None)

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
            with surprised():
                answer = link.recv_bytes()
            task = self._busy.pop(link)
            # Before the answer is made out, so that the process does not wait for that.
            task.team.is_free(link)
            task.answer, task.is_done = loads(answer), True

    def end_one(self, link: Connection) -> None:
        """Kill a process, and wait until it is gone."""
        process = self._processes.pop(link)
        process.kill()
        process.join()
        process.close()
        link.close()

    def end(self) -> None:
        """Kill all processes, and wait until they are gone."""
        for process in self._processes.values():
            process.kill()
        for link in [*self._processes]:
            self.end_one(link)


@contextmanager
def forked() -> Iterator[Workers]:
    """What forks processes, which are gone afterwards."""
    workers = Workers()
    try:
        yield workers
    finally:
        workers.end()


def _serve(link: Connection, others: Iterable[Connection]) -> None:
    """Do what one is told, until nobody is there to tell; a task that fails ends the process."""
    # What an interrupt means is left to the process that was started by a person.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    with suppress(Exception):
        while call := link.recv():
            function, arguments = call
            link.send(function(*arguments))

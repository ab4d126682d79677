"""What forked processes hand to one another, whatever the one that forked them is doing meanwhile."""

from __future__ import annotations

from multiprocessing import Pipe
from typing import TYPE_CHECKING, Generic, TypeVar

from explorer.building.surprise import surprised

if TYPE_CHECKING:
    from types import TracebackType

_Handed = TypeVar("_Handed")


class Relay(Generic[_Handed]):
    """Short messages that many processes hand to one of them; they need not wait for it.

    Where a process fails that was to hand something on, nothing comes: who has forked them is told so by
    `explorer.building.workers`, and ends them all.
    """

    def __init__(self) -> None:
        with surprised():
            self._here, self._there = Pipe(duplex=False)

    def __enter__(self) -> Relay[_Handed]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._here.close()
        self._there.close()

    def hand(self, message: _Handed) -> None:
        """Hand a message on: one so short that a pipe takes it at once, and as a whole."""
        self._there.send(message)

    def receive(self) -> _Handed:
        """The next message, waited for; raises EOFError where nobody is left that could send one."""
        # As long as this process could hand something to itself, it would wait for that.
        self._there.close()
        received: _Handed = self._here.recv()
        return received

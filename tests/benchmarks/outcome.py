"""What a row of the table says: Détente's figures, its peers', and which targets are reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from figures import Figures


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody else on the same task in the same run, or what else was measured in it.

    Without figures, `note` says why there are none.
    """

    name: str
    figures: Figures | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A value that decides, and its bound; `what` names the value ("p95 / rg", "median in ms").

    The value is None where something that it is made of was not measured.
    """

    what: str
    value: float | None
    sense: Literal["at most", "at least"]
    bound: float

    @property
    def is_reached(self) -> bool | None:
        """Whether the bound is kept; None where that is not known."""
        if self.value is None:
            return None
        return self.value <= self.bound if self.sense == "at most" else self.value >= self.bound


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the table.  `events` is None for the dataset that comes with the program, or for none.

    `detente` is None where it could not be measured; `note` then says why.
    """

    row: str
    what: str
    unit: str
    events: int | None = None
    detente: Figures | None = None
    peers: tuple[Peer, ...] = ()
    targets: tuple[Target, ...] = ()
    note: str = ""

    @property
    def is_reached(self) -> bool | None:
        """Whether every target is; None where one is not known or there is none."""
        answers = [target.is_reached for target in self.targets]
        if False in answers:
            return False
        return None if None in answers or not answers else True


def ratio(over: float | None, under: float | None) -> float | None:
    """The one divided by the other, where both were measured."""
    return None if over is None or not under else over / under

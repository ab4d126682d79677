"""How the relations of two states stood, as far as the events of a dataset tell.

What each status means, and what it is derived from:

no relations  One of the two did not exist: before the younger began or after the first ended, by `exists:`.
              That a dataset tells nothing is never read as "no relations".
recognised    From a `recognition` on.  Whether there are embassies is not told by that.
relations     They deal with each other as states, at the latest from the first agreement on (`agreement`, or
              a type of the dataset's own with the PLOVER category AGREE) that was complete after the
              recognition.  They may have done so before: this date is a "by", never a "since".
severed       From a `rupture` on; until then there were relations to be broken off.
restored      From a `recognition` on that comes after a rupture.
unknown       Whatever cannot be derived: before the first act that tells, and wherever a rule below says so.

An agreement neither recognises nor restores: states without relations conclude treaties, and a treaty does
not in itself affect diplomatic relations (Vienna Convention on the Law of Treaties, 1969, article 74). For
the same reason "relations" says no more here than that two states deal with each other.  War, the expulsion
of diplomats and sanctions end no relations by themselves (article 45 of the Vienna Convention on Diplomatic
Relations, 1961, sets breaking them off apart from armed conflict and from the recall of a mission), and
visits and talks begin none.

Unknown is what follows

- a recognition or rupture in which others took part: it does not tell who did it to whom (an agreement of
  several is passed over: to join the same treaty recognises nobody);
- a recognition or rupture that lasts longer than a year: an act of state is of a day, even where nobody knows
  which; what goes on for years, such as a split, may stop short of it;
- a recognition and a rupture of which nobody can tell which came first, because their dates overlap.

Such an event changes nothing where it could only confirm.  What has no known year stands at the end: it could
change all.  Only states are judged, not organisations or movements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explorer.records import dataclass
from explorer.relations.acts import Act, acts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.dates import EdtfDate
    from explorer.relations.pair import Pair

State = Literal["unknown", "none", "recognised", "relations", "severed", "restored"]

STATE_NAMES: dict[State, str] = {
    "unknown": "unknown",
    "none": "no relations",
    "recognised": "recognised",
    "relations": "relations",
    "severed": "severed",
    "restored": "restored",
}
_AFTER_RECOGNITION = ("recognised", "relations", "restored")

_NO_STATES = {"organisation": "an organisation", "movement": "a movement"}
NOTHING_TELLS = "No event of the dataset tells how it stood."
_MANY = "Others took part: it does not tell who {} whom."
_LASTING = "It went on for more than a year, and may have stopped short of a {}."
_UNORDERED = "It cannot be told whether this came before or after the {} before it."
_UNDATED = "Its year is not known: it can change any of the above."


@dataclass(frozen=True, slots=True)
class Status:
    """How relations stood from a date on, until the next status.

    `since` is the date of what began it, with all its uncertainty; None for the status before anything is
    told.  `settled` is the last day (an ordinal) on which it can have begun.  `by` marks a status that may
    have begun before that date.  `event` is the number of the event that tells, None where none does.
    `reason` is a sentence, or "" where the event says enough.  `disputed` tells that sources conflict on the
    date.  `placed` is False where the year is not known.
    """

    state: State
    since: EdtfDate | None = None
    by: bool = False
    event: int | None = None
    reason: str = ""
    disputed: bool = False
    placed: bool = True
    settled: int | None = None


def statuses(pair: Pair) -> tuple[Status, ...]:
    """How the relations of a pair stood, in time order; the first is the status before anything is told."""
    for country in pair.countries:
        if country.kind != "state":
            return (Status("unknown", reason=f"{country.name} is {_NO_STATES[country.kind]}, not a state."),)
    told = acts(pair.store, pair.shared, pair.countries)
    found = _Course(told).statuses
    return (*found, *(_undated(act) for act in told if act.undated))


def _undated(act: Act) -> Status:
    return Status("unknown", act.date, event=act.event, reason=_UNDATED, disputed=act.disputed, placed=False)


class _Course:
    """Goes through acts in time order and notes every change of the status."""

    def __init__(self, told: Iterable[Act]) -> None:
        placed = [act for act in told if not act.undated]
        founded = next((act for act in placed if act.role == "founded"), None)
        self._state: State = "none" if founded else "unknown"
        reason = f"{founded.country} did not exist." if founded else NOTHING_TELLS
        self.statuses = [Status(self._state, reason=reason)]
        self._last: Act | None = None
        for act in placed:
            self._take(act)

    def _take(self, act: Act) -> None:
        match act.role:
            case "founded":
                self._founded(act)
            case "recognition":
                self._recognition(act)
            case "rupture":
                self._rupture(act)
            case "agreement":
                self._agreement(act)
            case "ended":
                self._note("none", act, f"{act.country} ended.")

    def _founded(self, act: Act) -> None:
        if self._state == "none":
            self._note("unknown", act, NOTHING_TELLS)

    def _recognition(self, act: Act) -> None:
        if self._state in _AFTER_RECOGNITION and not self._unordered(act, "rupture"):
            return
        if not self._doubted(act, "recognised", "recognition"):
            restores = self._state == "severed"
            self._note("restored" if restores else "recognised", act)
            self._last = act

    def _rupture(self, act: Act) -> None:
        if self._state == "severed" and not self._unordered(act, "recognition"):
            return
        before = self._state
        if not self._doubted(act, "broke with", "rupture"):
            had = "There had been relations, but no event tells since when."
            self._note("severed", act, had if before in ("unknown", "none", "recognised") else "")
            self._last = act

    def _agreement(self, act: Act) -> None:
        recognised = self._last.settled if self._last is not None else None
        if recognised is None or act.finished is None or not act.bilateral:
            return
        if self._state == "recognised" and act.finished >= recognised:
            self._note("relations", act, by=True)

    def _doubted(self, act: Act, did: str, what: str) -> bool:
        """Note that an act leaves open how things stand, if it does."""
        other = "rupture" if act.role == "recognition" else "recognition"
        if not act.bilateral:
            reason = _MANY.format(did)
        elif act.lasting:
            reason = _LASTING.format(what)
        elif self._unordered(act, other):
            reason = _UNORDERED.format(other)
            self._last = act
        else:
            return False
        self._note("unknown", act, reason)
        return True

    def _unordered(self, act: Act, other: str) -> bool:
        """Whether an act can have come before the last one, which was of another role."""
        last = self._last
        if last is None or last.role != other:
            return False
        return last.settled is None or act.date.earliest is None or act.date.earliest <= last.settled

    def _note(self, state: State, act: Act, reason: str = "", *, by: bool = False) -> None:
        self._state = state
        noted = Status(state, act.date, by, act.event, reason, act.disputed, settled=act.settled)
        self.statuses.append(noted)

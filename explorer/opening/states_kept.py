"""The states of the files of a dataset in its snapshot: few at hand, the rest beside them.

A dataset can be made of a hundred thousand files, which take longer to look at than a screen to draw.
"""

from __future__ import annotations

from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any

from explorer.snapshot import decode_row, encode_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.opening.file_states import State
    from explorer.snapshot import Sections

_KEY, _MORE = "key", "more-files"
# So many files are looked at in half a millisecond.
AT_HAND = 100


def with_states(sections: Sections, program: dict[str, Any], states: dict[str, State]) -> Sections:
    """The sections with what they depend on: the program, and the state of each path."""
    # What somebody works at has been written last.
    rows = iter(sorted(states.items(), key=_written, reverse=True))
    key = {**program, "files": dict(islice(rows, AT_HAND))}
    return {_KEY: [encode_row(key)], _MORE: [encode_row(dict(rows))], **sections}


def _written(row: tuple[str, State]) -> float:
    """When a file was last written (ns); whatever is none comes before all files."""
    kind, *facts = row[1]
    return facts[1] if kind == "file" else inf


def key_of(section: Callable[[str], bytes]) -> tuple[dict[str, Any], dict[str, State]]:
    """What a snapshot's sections depend on: the program, and the states at hand.

    Raises KeyError, ValueError or DamagedSnapshotError where they have none that can be read.
    """
    program = decode_row(section(_KEY))
    return program, program.pop("files")


def more_states(section: Callable[[str], bytes]) -> dict[str, State]:
    """The states of the other files; raises ValueError or DamagedSnapshotError where there are none."""
    states: dict[str, State] = decode_row(section(_MORE))
    return states

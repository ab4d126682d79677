"""What the kernel knows of a process: its time on the processor, its memory, its children (Linux's /proc)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of a process: resident, its share of what is shared (PSS), and its own alone (USS)."""

    resident: int
    proportional: int
    unique: int


def processor_time(pid: int) -> float:
    """Seconds that all threads of a process have run, to the nanosecond; of those that live."""
    total = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(path.read_text().split()[0])
        except OSError:
            continue
    return total / 1e9


def tree_time(pid: int) -> float:
    """The same of a process and all its descendants."""
    return sum(processor_time(each) for each in (pid, *children(pid)))


def memory(pid: int) -> Memory:
    """The memory of a process now; raises OSError where it has ended."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    sizes = {name: int(size) * 1024 for name, size in re.findall(r"^(\w+):\s+(\d+) kB", text, re.MULTILINE)}
    unique = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return Memory(sizes["Rss"], sizes["Pss"], unique)


def peak_memory(pid: int) -> int:
    """The most that was ever resident, in bytes; 0 where the process has ended."""
    try:
        found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def children(pid: int) -> list[int]:
    """The ids of all processes that descend from one."""
    below: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name, in parentheses, may hold anything; the parent's id is the second field after it.
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        below.setdefault(parent, []).append(int(path.parent.name))
    found = list(below.get(pid, ()))
    for each in found:
        found += below.get(each, ())
    return found


def tree_memory(pid: int) -> int:
    """The proportional bytes of a process and all its descendants together: nothing is counted twice."""
    total = 0
    for each in (pid, *children(pid)):
        try:
            total += memory(each).proportional
        except (OSError, KeyError):
            continue
    return total

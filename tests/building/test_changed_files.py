"""Saving one file of many reads that file alone, and gives what reading everything gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# A process of its own: one that has threads, as that of the tests has, must not be forked.
TRIAL = """
import sys
from pathlib import Path
import explorer.loading.parts as parts
from explorer.building import Earlier, build, LISTS_ALONE
from explorer.opening.cache import temporary_snapshot
from explorer.snapshot import Container, write_sections

def held(sections):
    return {name: b"".join(pieces) for name, pieces in sections.items()}

def memory(sections):
    *pieces, header = write_sections(sections)
    return Container(b"".join([header, *pieces]))

folder, edited = Path(sys.argv[1]), Path(sys.argv[2])
read = []
original = parts.read_slice
parts.read_slice = lambda path, *rest: read.append(path.name) or original(path, *rest)
before = build(folder, memory, processes=2)
names = {str(path) for path in folder.glob("events-*.yaml")}
edited.write_text(sys.stdin.read(), encoding="utf-8")
import contextlib, explorer.building.parallel as parallel
class Later:
    def __init__(self, *call): self.call = call
    def result(self): return self.call[0](*self.call[1:])
class Here:
    size = 2
    def team(self, number): return self
    def submit(self, *call): return Later(*call)
    def as_completed(self, tasks): return iter(tasks)
    def dismiss(self): pass
parallel.forked = lambda: contextlib.nullcontext(Here())
again = build(folder, held, processes=2, earlier=Earlier(before, names - {str(edited)}))
told = sorted(set(read))
whole = build(folder, held, processes=2)
same = {name: again[name] == whole[name] for name in whole}
print(told, [name for name, equal in same.items() if not equal])
"""

HEAD = """
title: Trial
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents: [{id: paper, title: A paper, text: "Cuba took sides. China did not, and Mexico was silent."}]
"""


def events(numbers: range, *, title: str = "Cuba takes sides", date: str = "1964") -> str:
    # Long enough to be read in parts.
    return "events:\n" + "".join(
        f"  - id: event-{number}\n    date: {date}\n    countries: [CUB, CHN]\n    type: visit\n"
        f"    title: {title} {number}\n    summary: {'words of a summary ' * 12}\n"
        "    sources:\n      - document: paper\n        quote: Cuba took sides\n"
        for number in numbers
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dataset.yaml").write_text(HEAD, encoding="utf-8")
    for place in range(3):
        text = events(range(place * 60, place * 60 + 60))
        (tmp_path / f"events-{place}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "edited",
    [
        events(range(60, 120), title="China takes sides"),
        events(range(60, 110), date="1959"),
        "# A remark\n" + events(range(60, 120), date="1964?") + events(range(200, 205))[8:],
        events(range(60, 120)).replace("[CUB, CHN]", "[CUB, ATL]", 3),
        events(range(60, 120)).replace("Cuba took sides\n", "Cuba took the side\n", 2),
        events(range(60, 119)) + events(range(3, 4)).removeprefix("events:\n"),
    ],
    ids=["other words", "other dates, fewer", "moved lines, more", "unknown country", "quote", "id taken"],
)
def test_what_is_read_again_and_what_is_kept_make_the_whole(folder: Path, edited: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", TRIAL, folder, folder / "events-1.yaml"],
        input=edited, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    # What depends on another file, an id that is taken, is for the whole to tell.
    read = "['events-1.yaml']" if "event-3\n" not in edited else ran.stdout.split("] ")[0] + "]"
    assert (ran.stdout, ran.stderr) == (f"{read} []\n", "")

"""Reading in parts gives what reading in one piece gives, whatever happens to the files and processes.

Each trial runs in a process of its own: one that has threads, as that of the tests has, must not be forked.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from large_dataset import large_dataset

PRELUDE = """
import functools, json, os, signal, sys, time
from multiprocessing import active_children
from pathlib import Path
import explorer.building.building as building
from explorer.building import build, parallel
from explorer.loading import parts
from explorer.opening import open_store, cached_store
from explorer.opening.cache import temporary_snapshot
from explorer.store import Store
from store_contents import contents, lines

folder = Path(sys.argv[1])
building.begin = functools.partial(parts.begin, most=1 << 13)
parallel._FIRST_BYTES = parallel._MOST_BYTES = 1 << 14
acted = []

def builds(processes, **options):
    return Store(build(folder, temporary_snapshot, processes=processes, **options))

def held(sections):
    return {name: [b"".join(pieces)] for name, pieces in sections.items()}

def once(act):
    "Does something after the first part has been read."
    def progress(*_):
        if not acted:
            acted.append(1)
            act()
    return progress

def tell(**told):
    print(json.dumps(told | {"children": len(active_children())}))
"""


def run(trial: str, folder: Path, *, code: int = 0) -> dict[str, object]:
    """What a trial tells, once it has ended without a trace on its standard error."""
    environ = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "XDG_CACHE_HOME": f"{folder}-cache",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PRELUDE + trial, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        env=environ,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", code)
    told: dict[str, object] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module", params=[1, 3])
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_dataset(tmp_path_factory.mktemp("large") / "data", 900, request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset that a test may spoil."""
    return large_dataset(tmp_path / "data", 300)


@pytest.mark.parametrize("processes", [2, 3])
def test_parts_make_the_whole(large: Path, processes: int) -> None:
    told = run(
        f"""
read, processes = [], {processes}
for file in folder.glob("*.yaml"):
    text = file.read_text()
    file.write_text(text.replace("id: event-5,", "id: unique,"))
one = build(folder, held)
two = build(folder, held, processes=processes, progress=lambda *told: read.append(told))
unequal = [name for name in one if one[name] != two[name]]
more = sorted(two.keys() - one.keys())
one, two = (Store(temporary_snapshot(sections)) for sections in (one, two))
same = lines(one) == lines(two) and [*one.problems] == [*two.problems]
tell(read=len(read), more=more, unequal=unequal, same=same)
""",
        large,
    )
    assert int(str(told.pop("read"))) > 1
    # Files are numbered as they are met.
    assert told.pop("unequal") in ([], ["about", "events", "documents"])
    assert told == {"more": ["lists-alone"], "same": True, "children": 0}


def test_ids_used_in_two_files_are_reported_alike(folder: Path) -> None:
    told = run(
        """
one, two = builds(1), builds(2)
codes = sorted({problem.code for problem in two.problems})
tell(same=contents(one) == contents(two), codes=codes)
""",
        folder,
    )
    assert told["same"]
    assert {"duplicate-id", "unknown-country", "bad-date", "file-missing"} <= set(told["codes"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("own", "large", "steps"), [(0, False, [10]), (10, False, [2]), (0, True, []), (10, True, [])]
)
def test_documents_give_way_but_do_not_stand_still(
    folder: Path, own: int, large: bool, steps: list[int]
) -> None:
    told = run(
        f"""
asked, parallel._LARGE = folder / "asked", 0 if {large} else parallel._LARGE
def nice(step):
    if step:
        with asked.open("a") as file:
            file.write(f"{{step}} ")
    return {own}
os.nice = nice
build(folder, held, processes=2)
tell(steps=[*map(int, asked.read_text().split())] if asked.exists() else [])
""",
        folder,
    )
    assert told == {"steps": steps, "children": 0}


CHANGES = {
    "deleted": "(folder / 'events-2.yaml').unlink()",
    "half written": "(folder / 'events-2.yaml').write_text(text[:len(text) // 2])",
    "emptied": "(folder / 'events-2.yaml').write_text('')",
    "replaced": "(folder / 'n').write_text(text[::-1]); (folder / 'n').rename(folder / 'events-2.yaml')",
    "edited in place": "(folder / 'events-2.yaml').write_text(text.replace('Word', 'Term'))",
    "document deleted": "(folder / 'paper.txt').unlink()",
    "file added": "(folder / 'more.yaml').write_text('events: []')",
    "countries deleted": "(folder / 'dataset.yaml').unlink()",
}


# Tried in one process, one after the other, each on a dataset of its own.
ACTS = "".join(
    f"""
def act():
    {change}
changes[{name!r}] = act
"""
    for name, change in CHANGES.items()
)


@pytest.mark.parametrize("when", ["before the first part", "after the first part"])
def test_a_file_that_changes_while_it_is_read_does_no_harm(tmp_path: Path, when: str) -> None:
    for name in CHANGES:
        large_dataset(tmp_path / f"data {name}", 300)
    told = run(
        f"""
changes, root, begin = {{}}, folder, building.begin
{ACTS}
tried = {{}}
for name, act in changes.items():
    folder = Path(f"{{root}} {{name}}")
    text = (folder / "events-2.yaml").read_text()
    acted.clear()
    if "{when}" == "before the first part":
        building.begin = lambda *args, **kwargs: [begin(*args, **kwargs), act()][0]
        store = builds(2)
        building.begin = begin
    else:
        store = builds(2, progress=once(act))
    seen = len(store.events)
    (folder / "events-2.yaml").write_text(text)
    time.sleep(0.06)
    healed = open_store(folder), open_store(folder), open_store(folder, use_cache=False)
    same = [lines(each) == lines(healed[2]) for each in healed]
    tried[name] = dict(seen=seen, healed=same, children=len(active_children()))
tell(tried=tried)
""",
        tmp_path / "data",
    )
    tried: Any = told["tried"]
    assert [*tried] == [*CHANGES]
    for name, found in tried.items():
        assert found["healed"] == [True, True, True], name
        assert found["seen"], name
        assert not found["children"], name


def test_a_killed_worker_is_made_up_for(folder: Path) -> None:
    told = run(
        """
def kill():
    os.kill(active_children()[0].pid, signal.SIGKILL)
tell(same=contents(builds(2, progress=once(kill))) == contents(builds(1)), killed=acted)
""",
        folder,
    )
    assert told == {"same": True, "killed": [1], "children": 0}


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_worker_killed_while_the_snapshot_is_written_is_made_up_for(folder: Path, use_cache: bool) -> None:
    told = run(
        f"""
import explorer.opening.opening as opening
for file in folder.glob("*.yaml"):
    file.write_text(file.read_text().replace("id: event-5,", "id: unique,"))
opening._processes = lambda path: 2
later, asked = parallel.made_later, []
def killed_before(make):
    def made():
        asked.append(len(active_children()))
        for child in active_children():
            os.kill(child.pid, signal.SIGKILL)
        return make()
    return made
parallel.event_sections = lambda *_: time.sleep(60)
def made_later(names, make):
    return later(names, killed_before(make) if any("event" in name for name in names) else make)
parallel.made_later = made_later
opened = open_store(folder, use_cache={use_cache})
files = [path.name[:1] for path in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.snapshot")]
tell(same=contents(opened) == contents(builds(1)), asked=len(asked), unfinished=files.count("."))
""",
        folder,
    )
    assert told == {"same": True, "asked": 1, "unfinished": 0, "children": 0}


def test_a_crash_in_a_worker_is_made_up_for(folder: Path) -> None:
    told = run(
        """
original = parallel.read_part
def crash(part, beginning):
    os._exit(1)
parallel.read_part = crash
tell(same=contents(builds(2)) == contents(builds(1)))
""",
        folder,
    )
    assert told == {"same": True, "children": 0}


DISKS = {
    "full": "spool.TemporaryFile = lambda **_: open('/dev/full', 'wb')",
    "missing": "spool.TemporaryFile = lambda **_: open('/nowhere/at-all', 'w+b')",
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
@pytest.mark.parametrize("disk", DISKS.values(), ids=DISKS)
def test_a_disk_that_takes_no_file_between_processes_does_no_harm(folder: Path, disk: str) -> None:
    told = run(
        f"""
from explorer.building import spool
for file in folder.glob("*.yaml"):
    file.write_text(file.read_text().replace("id: event-5,", "id: unique,"))
in_parts = parallel.LISTS_ALONE in build(folder, held, processes=2)
{disk}
whole = parallel.LISTS_ALONE not in build(folder, held, processes=2)
tell(same=contents(builds(2)) == contents(builds(1)), in_parts=in_parts, whole=whole)
""",
        folder,
    )
    assert told == {"same": True, "in_parts": True, "whole": True, "children": 0}


def test_what_several_processes_add_to_a_file_stays_apart(folder: Path) -> None:
    told = run(
        """
from explorer.building import workers
from explorer.building.spool import Spool
with Spool() as spool, workers.forked() as forked:
    def added(number):
        pieces = [b"%d " % number * count for count in range(200)]
        return number, [spool.add(pieces) for _ in range(20)]
    workers.added = added
    added.__module__, added.__qualname__ = workers.__name__, "added"
    team = forked.team(2)
    one = len(active_children())
    tasks = [team.submit(added, number) for number in range(8)]
    found = [task.result() for task in tasks]
    team.dismiss()
    blob = spool.read()
    same = all(
        b"".join(spool.pieces(place)) == b"".join(b"%d " % number * count for count in range(200))
        for number, places in found for place in places
    )
    tell(forked=one, same=same, size=len(blob) == sum(len(place) for _, all in found for place in all))
""",
        folder,
    )
    assert told == {"forked": 2, "same": True, "size": True, "children": 0}


def test_processes_hand_on_what_they_know_while_nobody_looks(folder: Path) -> None:
    told = run(
        """
from explorer.building import workers
from explorer.building.relay import Relay
def called(act):
    setattr(workers, act.__name__, act)
    act.__module__, act.__qualname__ = workers.__name__, act.__name__
    return act
with Relay() as relay, workers.forked() as forked:
    @called
    def hear():
        heard = sorted(relay.receive() for _ in range(2))
        (folder / "heard").touch()
        return heard
    @called
    def say(word):
        relay.hand(word)
    team = forked.team(3)
    hearing, *_ = team.submit(hear), team.submit(say, "Cuba"), team.submit(say, "China")
    deadline = time.time() + 30
    while not (folder / "heard").exists() and time.time() < deadline:
        time.sleep(0.01)
    tell(unasked=(folder / "heard").exists(), heard=hearing.result())
""",
        folder,
    )
    assert told == {"unasked": True, "heard": ["China", "Cuba"], "children": 3}


def test_a_process_that_is_not_needed_again_is_gone_before_anybody_looks_at_its_answer(folder: Path) -> None:
    told = run(
        """
from explorer.building import workers
def answer(number):
    return number
workers.answer, answer.__module__ = answer, workers.__name__
with workers.forked() as forked:
    team, rest = forked.team(2), forked.team(1)
    tasks = [team.submit(answer, number) for number in range(2)]
    other = rest.submit(answer, 2)
    team.dismiss()
    team.dismiss()
    deadline = time.time() + 30
    while len(active_children()) > 1 and time.time() < deadline:
        time.sleep(0.01)
    left = len(active_children())
    tell(left=left, answers=[task.result() for task in (*tasks, other)])
""",
        folder,
    )
    assert told == {"left": 1, "answers": [0, 1, 2], "children": 1}


def test_an_interrupt_leaves_no_process_behind(folder: Path) -> None:
    told = run(
        """
pids = []
def interrupt():
    pids.extend(child.pid for child in active_children())
    raise KeyboardInterrupt
try:
    builds(2, progress=once(interrupt))
except KeyboardInterrupt:
    pass
deadline = time.time() + 20
while active_children() and time.time() < deadline:
    time.sleep(0.01)
def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
tell(forked=len(pids), left=sum(map(lives, pids)))
""",
        folder,
    )
    assert told == {"forked": 5, "left": 0, "children": 0}


def test_a_killed_program_leaves_no_process_behind(folder: Path) -> None:
    trial = """
def hang():
    print(*(child.pid for child in active_children()), flush=True)
    time.sleep(60)
builds(2, progress=once(hang))
"""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", PRELUDE + trial, str(folder)], stdout=subprocess.PIPE, text=True, env=environ
    ) as program:
        assert program.stdout is not None
        workers = [int(pid) for pid in program.stdout.readline().split()]
        program.kill()
    assert len(workers) == 5
    assert _gone_soon(workers)


def test_a_program_killed_while_words_are_handed_on_leaves_no_process_behind(folder: Path) -> None:
    trial = """
from explorer.building.relay import Relay
for file in folder.glob("*.yaml"):
    file.write_text(file.read_text().replace("id: event-5,", "id: unique,"))
# One process waits for what it is never told, as long as there is another.
Relay.hand = lambda relay, words: time.sleep(0.2)
def hang(texts):
    print(*(child.pid for child in active_children()), flush=True)
    time.sleep(60)
parallel.paragraph_starts = hang
builds(2)
"""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", PRELUDE + trial, str(folder)], stdout=subprocess.PIPE, text=True, env=environ
    ) as program:
        assert program.stdout is not None
        workers = [int(pid) for pid in program.stdout.readline().split()]
        program.kill()
    assert len(workers) >= 2
    assert _gone_soon(workers)


def _gone_soon(pids: list[int]) -> bool:
    import time

    for _ in range(500):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.01)
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return False

"""A large dataset is opened in the background by another process, of which nothing is left afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from large_dataset import large_dataset
from store_contents import contents, lines

from explorer.opening import BackgroundOpening, cached_store, open_store, reading_process, sizes
from explorer.opening.messages import Message, Partial, Progress, Ready, Refused, decode, encode
from explorer.store import Store

PATIENCE = 60
# As many as are read in several parts.
EVENTS = 1800


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(sizes, "LARGE", 0)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_dataset(tmp_path_factory.mktemp("background") / "data", EVENTS, defects="")


@pytest.fixture
def large(original: Path, tmp_path: Path) -> Path:
    """A dataset that a test may spoil, old enough to be told from a later state."""
    shutil.copytree(original, tmp_path / "data")
    time.sleep(0.06)
    return tmp_path / "data"


class Told:
    """What an opening tells."""

    def __init__(self, path: Path, *, use_cache: bool = True) -> None:
        self.stores: list[tuple[Store, bool]] = []
        self.progress: list[Progress] = []
        self.failures: list[str] = []
        self.opening = BackgroundOpening(
            path,
            use_cache=use_cache,
            on_store=lambda *told: self.stores.append(told),
            on_progress=self.progress.append,
            on_failure=self.failures.append,
        )

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self.opening._reading is not None
        return self.opening._reading._process

    def whole(self) -> Store:
        self.opening.start()
        self.opening._thread.join(PATIENCE)
        assert not self.opening.is_running
        assert not self.failures
        return self.stores[-1][0]

    def is_over(self) -> bool:
        """Whether nothing of the other process is left but what was told."""
        files = self.opening._reading._files if self.opening._reading else []
        return self.process.returncode is not None and all(file.closed for file in files)


def soon(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def group(pid: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == pid and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_large_dataset_comes_bit_by_bit(large: Path, use_cache: bool) -> None:
    told = Told(large, use_cache=use_cache)
    store = told.whole()
    *parts, (_, whole) = told.stores
    assert whole
    assert parts
    assert not any(is_whole for _, is_whole in parts)
    sizes_of_parts = [len(part.events) for part, _ in parts]
    assert sizes_of_parts == sorted(sizes_of_parts)
    assert told.progress[-1].done == told.progress[-1].size
    right = open_store(large, use_cache=False)
    assert lines(store) == lines(right)
    assert [*store.problems] == [*right.problems]
    assert (cached_store(large) is not None) == use_cache
    assert told.is_over()


def test_partial_stores_can_be_asked_anything(large: Path) -> None:
    told = Told(large)
    told.whole()
    for store, _ in told.stores:
        store.check()
        assert lines(store).count("\n") == len(store.events)
    assert contents(told.stores[0][0])


def test_a_changed_dataset_is_read_again(large: Path) -> None:
    first = Told(large).whole()
    file = large / "events-1.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Word", "Term"), encoding="utf-8")
    time.sleep(0.06)
    again = Told(large).whole()
    assert lines(again) != lines(first)
    assert lines(again) == lines(open_store(large, use_cache=False))


def test_what_is_no_dataset_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("explorer.opening.background.is_large", lambda _: True)
    told = Told(tmp_path / "empty")
    told.opening.start()
    told.opening._thread.join(PATIENCE)
    assert told.stores == []
    assert len(told.failures) == 1
    assert "no YAML file" in told.failures[0]
    assert told.is_over()


@pytest.mark.parametrize("started", [False, True])
def test_stopping_ends_all_processes(large: Path, started: bool) -> None:
    told = Told(large)
    if started:
        told.opening.start()
    assert soon(lambda: len(group(told.process.pid)) > 1)
    told.opening.stop()
    assert soon(lambda: not group(told.process.pid))
    assert soon(lambda: not told.opening.is_running)
    number = len(told.stores)
    assert not any(whole for _, whole in told.stores)
    told.opening.stop()
    assert len(told.stores) == number
    assert told.is_over()


def test_stopping_when_all_is_told_does_no_harm(large: Path) -> None:
    told = Told(large)
    store = told.whole()
    told.opening.stop()
    assert len(store.events) == EVENTS
    assert told.is_over()


@pytest.mark.parametrize("moment", [0.0, 0.5])
def test_a_reading_process_that_is_killed_is_made_up_for(large: Path, moment: float) -> None:
    told = Told(large)
    time.sleep(moment)
    os.kill(told.process.pid, signal.SIGKILL)
    store = told.whole()
    assert told.stores[-1][1]
    assert len(store.events) == EVENTS
    assert soon(lambda: not group(told.process.pid))
    assert told.is_over()


@pytest.mark.parametrize(
    "code", ["raise SystemExit(3)", "print('what is this?')", "import os; os.close(1); 1 / 0"]
)
def test_a_reading_process_that_fails_is_made_up_for(
    large: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_process, "_CODE", f"{code}  # {{}}")
    told = Told(large)
    assert len(told.whole().events) == EVENTS
    assert [whole for _, whole in told.stores] == [True]
    assert told.is_over()


def test_where_no_process_can_be_started_this_one_reads(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere")
    told = Told(large)
    assert told.opening._reading is None
    assert len(told.whole().events) == EVENTS


def test_modules_in_the_working_folder_are_not_run(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "explorer", "yaml", "select"):
        (large / f"{name}.py").write_text("open('was-run', 'w')", encoding="utf-8")
    monkeypatch.chdir(large)
    told = Told(large)
    assert len(told.whole().events) == EVENTS
    assert len(told.stores) > 1
    assert not (large / "was-run").exists()


APP = """
import sys, time
from pathlib import Path
from explorer.opening import BackgroundOpening, sizes
sizes.LARGE = 0
def nothing(*_): pass
told = dict(on_store=nothing, on_progress=nothing, on_failure=nothing)
opening = BackgroundOpening(Path(sys.argv[1]), use_cache=True, **told)
print(opening._reading._process.pid, flush=True)
opening.start()
time.sleep(100)
"""


@pytest.fixture
def app(large: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environ = {**os.environ, "TMPDIR": str(tmp_path / "temporary")}
    (tmp_path / "temporary").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", APP, str(large)], stdout=subprocess.PIPE, text=True, env=environ
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("kill_the_reader_too", [False, True])
def test_when_the_app_is_killed_all_processes_end_by_themselves(
    app: subprocess.Popen[str], tmp_path: Path, cache: Path, kill_the_reader_too: bool
) -> None:
    assert app.stdout is not None
    reading = int(app.stdout.readline())
    assert soon(lambda: len(group(reading)) > 2)
    app.kill()
    if kill_the_reader_too:
        os.kill(reading, signal.SIGKILL)
    assert soon(lambda: not group(reading))
    assert [*(tmp_path / "temporary").iterdir()] == []
    assert not [*cache.glob(".*")]


@pytest.mark.parametrize("message", [Progress(1, 2, 3), Partial(0), Ready(True), Refused("no\n\udcff\u2028")])
def test_a_message_is_one_line(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert decode(line) == message


@pytest.mark.parametrize(
    "line", [b"", b"[", b"[]", b'["Ready", {}]', b'["Read", {}]', b"1", b'{"a": 1, "b": 2}']
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="no message"):
        decode(line)


def test_a_process_with_threads_is_not_forked(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forked(*_: object, **__: object) -> None:
        raise AssertionError("forked")

    monkeypatch.setattr(os, "fork", forked)
    monkeypatch.setattr("explorer.opening.sizes.is_large", lambda _: True)
    released = threading.Event()
    thread = threading.Thread(target=released.wait)
    thread.start()
    try:
        assert len(open_store(large).events) == EVENTS
    finally:
        released.set()
        thread.join()

"""The terminal that measures: it takes the time of what comes out, and knows what a process costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import benchmark
import pytest
from processes import children, memory, peak_memory, processor_time, tree_memory
from setting import Setting
from terminal import SilentError, Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

# Tells of each line that it is sent; leaves at "q".
PROGRAM = """
import sys
print("here I am", flush=True)
for line in sys.stdin:
    if line == "q\\n":
        break
    print("heard", line.strip().upper(), flush=True)
"""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal([sys.executable, "-c", PROGRAM], dict(os.environ)) as opened:
        yield opened


def test_what_is_waited_for_has_the_time_at_which_it_came(terminal: Terminal) -> None:
    shown = terminal.wait_for("here I am")
    assert terminal.started < shown < perf_counter()


def test_two_texts_of_one_output_are_both_found_in_their_order(terminal: Terminal) -> None:
    first = terminal.wait_for("here")
    assert terminal.wait_for("am") >= first
    with pytest.raises(SilentError, match="no 'here'"):
        terminal.wait_for("here", 0.1)


def test_a_key_is_answered_from_its_first_output_to_its_last(terminal: Terminal) -> None:
    terminal.wait_for("here I am")
    terminal.wait_until_quiet(0.1)
    answer = terminal.answer("word\r", 0.1)
    assert 0 < answer.first <= answer.whole
    assert answer.work > 0
    assert "heard WORD" in "\n".join(terminal.screen())


def test_what_a_program_has_started_ends_with_it() -> None:
    program = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], process_group=0)
print("started", flush=True)
time.sleep(60)
"""
    with Terminal([sys.executable, "-c", program], dict(os.environ)) as opened:
        opened.wait_for("started")
        (started,) = children(opened.process.pid)
    # Nobody may have asked yet how it has ended.
    status = Path(f"/proc/{started}/status")
    assert not status.exists() or "State:\tZ" in status.read_text()


def test_a_program_that_does_not_answer_is_said_to_be_silent(terminal: Terminal) -> None:
    terminal.wait_for("here I am")
    terminal.wait_until_quiet(0.1)
    with pytest.raises(SilentError, match="changed nothing"):
        terminal.answer("", 0.05, 0.1)


def test_the_end_of_a_program_is_seen(terminal: Terminal) -> None:
    terminal.wait_for("here I am")
    pressed = terminal.press("q\r")
    assert terminal.wait_for_end() > pressed
    assert terminal.process.returncode == 0


def test_a_program_that_goes_on_has_no_end(terminal: Terminal) -> None:
    terminal.wait_for("here I am")
    with pytest.raises(SilentError, match="not ended"):
        terminal.wait_for_end(0.1)


def test_a_program_that_waits_is_idle(terminal: Terminal) -> None:
    shown = terminal.wait_for("here I am")
    assert terminal.wait_until_idle() >= shown


def test_work_shows_in_the_time_of_a_process() -> None:
    before = processor_time(os.getpid())
    # The kernel counts at its ticks.
    worked = any(sum(range(200_000)) and processor_time(os.getpid()) > before for _ in range(1_000))
    assert worked


def test_a_process_and_those_that_it_starts_are_weighed() -> None:
    with subprocess.Popen(["sleep", "60"]) as process:
        try:
            assert process.pid in children(os.getpid())
            own = memory(os.getpid())
            assert 0 < own.unique <= own.proportional <= own.resident <= peak_memory(os.getpid())
            assert tree_memory(os.getpid()) > memory(process.pid).proportional > 0
        finally:
            process.kill()


def test_a_row_that_the_program_does_not_answer_is_named_and_the_next_one_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Silent:
        @staticmethod
        def measure(setting: Setting) -> None:
            raise SilentError("no 'Timeline'")

    monkeypatch.setitem(sys.modules, "rows.silent", Silent)
    setting = Setting((3,), 1, Path(), lambda text: None)
    first, second = benchmark.outcomes(setting, ["silent", "silent"])
    assert first == second
    assert (first.row, first.note, first.is_reached) == ("silent", "no 'Timeline'", None)

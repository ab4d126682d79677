"""Files made to exhaust memory, stack or patience, opened in a process of their own with little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from loading_trial import GOOD_EVENT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the memory")

MEMORY = 200 * 2**20
ADDRESS_SPACE = 600 * 2**20

# Opens a file under a limit of memory; tells what it found, how many events the parser gave, how many bytes
# of memory it held at most.
PROGRAM = """
import json, resource, sys
from pathlib import Path

resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
from explorer.loading import entries, load

given = 0

class Counting(entries.LOADER):
    def get_event(self):
        global given
        given += 1
        return super().get_event()

entries.LOADER = Counting
dataset = load(Path(sys.argv[1]))
found = [(problem.line, problem.column, problem.code) for problem in dataset.problems]
# Not ru_maxrss, in which a new process inherits the peak of the one that started it.
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) * 1024
print(json.dumps([found, [event.id for event in dataset.events], given, peak]))
"""

METADATA = "title: Hostile\nversion: 1\ncountries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]\n"
METADATA += "documents: [{id: letter, title: A letter, text: Cuba recognised China.}]\n"


class Opened(NamedTuple):
    found: list[list[object]]
    events: list[str]
    given: int
    peak: int


def opened(folder: Path, content: str) -> Opened:
    path = folder / "hostile.yaml"
    path.write_text(content)
    command = [sys.executable, "-c", PROGRAM, str(path), str(ADDRESS_SPACE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return Opened(*json.loads(done.stdout))


def test_a_billion_laughs_end_after_a_few(tmp_path: Path) -> None:
    levels = ["      l0: &l0 [" + ", ".join(["lol"] * 10) + "]"]
    levels += [f"      l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 10) + "]" for n in range(1, 10)]
    bomb = "  - id: bomb\n    tags:\n" + "\n".join(levels) + "\n    summary: *l9\n"
    result = opened(tmp_path, METADATA + "events:\n" + bomb + GOOD_EVENT)
    # 11 values, 111, 1,111 and 11,111: the bound is met within the fourth level.
    assert [(line, code) for line, _, code in result.found] == [(11, "too-many-aliases")]
    assert result.events == ["good"]
    assert result.given < 250
    assert result.peak < MEMORY


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("[", "]"),
        ("{a: ", "}"),
        ("- ", ""),
        ("? ", ""),
        ("[\n      ", ""),
        ("{", ""),
        ("&a [", "]"),
        ("!a [", "]"),
    ],
)
def test_a_hundred_thousand_levels_end_after_a_few(tmp_path: Path, opening: str, closing: str) -> None:
    deep = f"  - id: deep\n    tags:\n      {opening * 100_000}x{closing * 100_000}\n"
    result = opened(tmp_path, METADATA + "events:\n" + deep + GOOD_EVENT)
    codes = {code for _, _, code in result.found}
    assert codes - {"explicit-tag"} in ({"too-deep"}, {"bad-key"}, {"syntax-error"})
    assert result.events == ["good"]
    assert result.given < 200
    assert result.peak < MEMORY


def test_thousands_of_levels_of_blocks_end_after_a_few(tmp_path: Path) -> None:
    deep = "  - id: deep\n" + "".join(f"{' ' * indent}a:\n" for indent in range(4, 5004))
    result = opened(tmp_path, METADATA + "events:\n" + deep + GOOD_EVENT)
    assert [code for _, _, code in result.found] == ["too-deep"]
    assert result.events == ["good"]
    assert result.given < 200


def test_a_million_values_in_one_record_are_not_kept(tmp_path: Path) -> None:
    wide = "  - id: wide\n    tags: [" + "a, " * 1_000_000 + "]\n"
    result = opened(tmp_path, METADATA + "events:\n" + wide + GOOD_EVENT)
    assert [code for _, _, code in result.found] == ["too-many-values"]
    assert result.events == ["good"]
    assert result.given < 200_000
    assert result.peak < MEMORY


def test_a_million_defects_are_counted_and_not_kept(tmp_path: Path) -> None:
    result = opened(tmp_path, METADATA + "types: [" + "a, " * 300_000 + "]\n")
    assert len(result.found) == 100_001
    assert [0, 0, "too-many-problems"] in result.found
    assert result.peak < MEMORY


def test_ten_thousand_wrong_words_among_ten_thousand_are_compared_for_a_while_only(
    tmp_path: Path,
) -> None:
    records = "".join(f"  - {{id: right-{n}, name: a}}\n" for n in range(3000))
    events = "".join(GOOD_EVENT.replace("good", f"e{n}").replace("CHN", f"wrong-{n}") for n in range(1000))
    result = opened(tmp_path, METADATA + "events:\n" + events + "countries:\n" + records)
    codes = [code for _, _, code in result.found]
    assert codes.count("unknown-country") == 1000
    assert codes.count("duplicate-key") == 1
    assert len(result.events) == 1000

"""Starting the installed program again and again: what it imports comes from one file from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from copied_package import REPOSITORY, copied_package

if TYPE_CHECKING:
    from conftest import Terminal


@pytest.mark.long
def test_later_starts_find_all_their_imports_in_one_file(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    installed = copied_package(tmp_path / "installed")

    def start() -> str:
        program = terminal(
            (80, 24),
            str(REPOSITORY / "data"),
            PYTHONPATH=str(installed),
            PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"),
            XDG_STATE_HOME=str(tmp_path / "state"),
        )
        program.wait_for("of 7", "1902 ─── 2024", "enter source")
        seen = program.text
        program.press("q")
        assert program.ends() == 0, program.text
        return seen

    def bundle() -> Path:
        (found,) = (tmp_path / "bytecode").rglob("start.*.bundle")
        return found

    start()
    second, written = start(), bundle().stat().st_ino
    assert start() == second
    # A start that had not used it, or had missed much in it, would have written another one.
    assert bundle().stat().st_ino == written
    damaged = bytearray(bundle().read_bytes())
    damaged[len(damaged) // 2] ^= 1
    bundle().write_bytes(damaged)
    assert start() == second
    assert bundle().stat().st_ino != written
    assert bundle().read_bytes() != damaged

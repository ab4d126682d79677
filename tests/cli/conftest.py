"""The command line: in this process by its function, and as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import explorer
from explorer.cli.start import run

ROOT = Path(explorer.__file__).parents[1]

DATASET = """\
title: Trial
version: 1
countries:
  - {id: CUB, name: Cuba, aliases: [Havana]}
  - {id: CHN, name: China, aliases: [Peking]}
documents:
  - {id: paper, title: A paper, text: Havana recognised Peking in September 1960. They fell out later.}
events:
  - id: recognition
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources:
      - {document: paper, quote: Havana recognised Peking, date: 1960-09}
  - id: quarrel
    date: 1964
    countries: [CUB, CHN]
    type: cooling
    title: They quarrel over China
    sources:
      - {document: paper, quote: They fell out later}
"""


@dataclass
class Outcome:
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_dataset_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DETENTE_DATA", raising=False)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "trial.yaml"
    path.write_text(DATASET, encoding="utf-8")
    return path


@pytest.fixture
def detente(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs the command line in this process."""

    def run_it(*arguments: object) -> Outcome:
        status = run(list(map(str, arguments)))
        return Outcome(status, *capsys.readouterr())

    return run_it


@pytest.fixture
def environment() -> Callable[..., dict[str, str]]:
    """The environment of a process that finds the program anywhere; keywords change it, None unsets."""

    def changed(**changes: str | None) -> dict[str, str]:
        merged = os.environ | {"PYTHONPATH": str(ROOT)} | changes
        return {key: value for key, value in merged.items() if value is not None}

    return changed


@pytest.fixture
def program(environment: Callable[..., dict[str, str]]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the program as a process of its own, on pipes; keywords are environment variables."""

    def run_it(*arguments: object, **environ: str | None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "explorer", *map(str, arguments)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment(**environ),
            timeout=60,
        )

    return run_it

"""A dataset on disk with a slip in it, and what the lints say of it, by line and column."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from explorer.evidence import Evidence, lint, verify
from explorer.loading import load
from explorer.model import Dataset
from explorer.problems import Problem

COUNTRIES = """\
countries:
  - {id: CUB, name: Cuba, aliases: [Havana], exists: 1902-05-20/..}
  - {id: CHN, name: China, aliases: [Beijing, Peking, 中国]}
  - {id: SUN, name: Soviet Union, aliases: [Moscow], exists: 1922-12-30/1991-12-26, succeeded_by: RUS}
  - {id: RUS, name: Russia, exists: 1991-12-26/..}
  - {id: MEX, name: México, aliases: []}
"""


@dataclass(frozen=True)
class Trial:
    """A dataset, and the text that it was read from, whose lines and columns the problems name."""

    dataset: Dataset
    evidence: Evidence
    yaml: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        return lint(self.dataset, self.evidence)

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    def place(self, marked: str) -> tuple[int, int]:
        """Line and column, from 1, of a text that stands once in the file."""
        assert self.yaml.count(marked) == 1
        before = self.yaml[: self.yaml.index(marked)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def trial(folder: Path, events: str, text: str = "", document: str = "", more_documents: str = "") -> Trial:
    """A dataset with one document of the text (`document` is further keys of it) and with these events."""
    yaml = f"title: Trial\nversion: 1\n{COUNTRIES}documents:\n"
    yaml += (
        f"  - id: paper\n    title: A paper\n{document}    file: paper.txt\n{more_documents}events:\n{events}"
    )
    (folder / "dataset.yaml").write_text(yaml, encoding="utf-8")
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    dataset = load(folder)
    evidence = verify(dataset)
    errors = [p for p in (*dataset.problems, *evidence.problems) if p.severity == "error"]
    if errors:
        pytest.fail(str(errors))
    return Trial(dataset, evidence, yaml)


def event(
    date: str, quote: str = "", *, id_: str = "event", countries: str = "CUB", title: str = "", more: str = ""
) -> str:
    """One event, with a citation of the paper if a quote is given; `more` is further lines of it."""
    lines = [f"  - id: {id_}", f"    date: {date}", f"    countries: [{countries}]", "    type: other"]
    lines += [f"    title: {title or id_}"]
    lines += ["    sources:", "      - document: paper", f"        quote: {quote}"] if quote else []
    return "\n".join(lines) + "\n" + more


def at(problem: Problem) -> tuple[int, int]:
    """Line and column of a problem."""
    return problem.line, problem.column

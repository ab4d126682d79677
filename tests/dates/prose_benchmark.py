"""How many of the dates in labelled sentences `find_dates` finds, and how much of what it finds is right.

    python tests/dates/prose_benchmark.py

A hit has the very span and the very EDTF text of the label; where a date has two readings, that of the first.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from explorer.dates import find_dates

LABELS = Path(__file__).with_name("prose_labels.txt")
_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Label(NamedTuple):
    """A date in a text: its offsets and its EDTF."""

    start: int
    end: int
    date: str


class Sentence(NamedTuple):
    """A text with its labels."""

    text: str
    labels: frozenset[Label]

    @property
    def found(self) -> frozenset[Label]:
        """What is found in it."""
        return frozenset(Label(each.start, each.end, each.date.text) for each in find_dates(self.text))


class Score(NamedTuple):
    """Counts over some sentences."""

    labelled: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.right / self.labelled


def read_labels() -> dict[str, list[Sentence]]:
    """The sentences of each part of the labelled set."""
    parts: dict[str, list[Sentence]] = {}
    part: list[Sentence] = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = parts.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            part.append(sentence(line))
    return parts


def sentence(line: str) -> Sentence:
    """A sentence from its marked form."""
    text, labels, end = "", set(), 0
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        labels.add(Label(len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        end = mark.end()
    return Sentence(text + line[end:], frozenset(labels))


def score(sentences: list[Sentence]) -> Score:
    """The counts over sentences."""
    return Score(
        sum(len(each.labels) for each in sentences),
        sum(len(each.found) for each in sentences),
        sum(len(each.labels & each.found) for each in sentences),
    )


def report() -> str:
    """The table, and below it each miss (-) and each false find (+)."""
    parts = read_labels()
    parts["both"] = [each for part in parts.values() for each in part]
    lines = ["part      sentences  mentions  precision  recall"]
    for name, sentences in parts.items():
        counts = score(sentences)
        lines.append(
            f"{name:9}{len(sentences):10}{counts.labelled:10}{counts.precision:11.3f}{counts.recall:8.3f}"
        )
    for each in parts["both"]:
        wrong = [("-", label) for label in each.labels - each.found]
        wrong += [("+", label) for label in each.found - each.labels]
        if wrong:
            lines += ["", each.text]
            lines += [f"  {sign} {each.text[at.start : at.end]!r} {at.date}" for sign, at in sorted(wrong)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")

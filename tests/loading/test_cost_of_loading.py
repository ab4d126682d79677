"""What loading costs, in calls and not in seconds: these are the same on any machine."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest
from loading_trial import BASICS, write

from explorer.loading import documents, load

EVENT = """\
  - id: e{number}
    date: 19{year}-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China for the {number}th time
    summary: Nobody knows why it is done so often.
    sources:
      - document: letter
        quote: Cuba recognised China.
      - document: letter
        quote: recognised China
"""


def calls_to_load(folder: Path) -> Counter[str]:
    """How often each function written in Python is called."""
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            calls[frame.f_code.co_qualname] += 1

    sys.setprofile(count)
    try:
        load(folder)
    finally:
        sys.setprofile(None)
    return calls


def dataset_of(folder: Path, events: int) -> Path:
    written = (EVENT.format(number=number, year=10 + number % 80) for number in range(events))
    return write(folder, {"dataset.yaml": BASICS, "events.yaml": "events:\n" + "".join(written)})


def test_a_plain_event_with_two_sources_takes_few_calls(tmp_path: Path) -> None:
    few = calls_to_load(dataset_of(tmp_path / "few", 100))
    many = calls_to_load(dataset_of(tmp_path / "many", 1100))
    more = (many - few).total() / 1000
    assert more <= 20, (many - few).most_common(20)


def test_a_document_is_looked_for_once_for_each_part_of_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"texts/{number}.txt" for number in range(20)]
    listed = "".join(f"  - {{id: d{name[6:-4]}, title: T, file: {name}}}\n" for name in names)
    folder = write(tmp_path, {"dataset.yaml": "title: T\nversion: 1\ndocuments:\n" + listed})
    write(tmp_path, dict.fromkeys(names, "Text."))
    monkeypatch.setattr(documents, "is_inside", None)
    assert len(load(folder).documents) == 20

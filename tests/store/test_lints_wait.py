"""Lints take their time, so they wait until somebody asks for them, and take no more than they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from made_stores import store_of_dates

from explorer.evidence import Passage
from explorer.model import Event
from explorer.store import Store, records
from explorer.store.event_codec import decode_event

SLIP = """
title: Trial
version: 1
countries:
  - {id: CUB, name: Cuba}
  - {id: CHN, name: China}
documents:
  - {id: paper, title: A paper, text: Cuba took sides in 1964.}
events:
  - id: slip
    date: 1964
    countries: [CUB, CHN]
    type: cooling
    title: Cuba takes sides
    sources:
      - {document: paper, quote: Cuba took sides in 1964}
  - {id: unsourced, date: 1964, countries: [CUB], type: other, title: Unsourced}
"""


def test_opening_and_searching_work_out_no_lint(
    open_store: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("explorer.evidence.lint", lambda *given: asked.append(given) or ())
    store = open_store(SLIP)
    assert len(store.with_word("cuba", "event", prefix=True)) == 2
    assert [problem.code for problem in store.problems] == ["unsourced"]
    assert [store.events[number].id for number in store.flagged("problem")] == ["unsourced"]
    assert asked == []
    assert [*store.all_problems] == [*store.problems]
    assert store.lints == ()
    assert len(asked) == 1


def test_lints_stand_among_the_other_problems_by_place(open_store: Callable[[str], Store]) -> None:
    store = open_store(SLIP)
    assert [problem.code for problem in store.lints] == ["country-not-named"]
    assert [problem.code for problem in store.all_problems] == ["country-not-named", "unsourced"]


def test_each_event_is_decoded_once_for_all_lints(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of_dates(f"{year}" for year in range(1000, 6000))
    decoded: list[bytes] = []

    def counting(row: bytes, files: Sequence[str]) -> tuple[Event, tuple[Passage, ...]]:
        decoded.append(row)
        return decode_event(row, files)

    monkeypatch.setattr(records, "decode_event", counting)
    assert store.lints == ()
    assert len(decoded) == 5000

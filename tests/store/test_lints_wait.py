"""Lints take their time, so they wait until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explorer.store import Store

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

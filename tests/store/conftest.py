from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from explorer import opening
from explorer.store import Store

TRIAL = """
title: Trial
version: 1
countries:
  - {id: CUB, name: Cuba, aliases: [Havana]}
  - {id: CHN, name: China, aliases: [Beijing, PRC]}
  - {id: MEX, name: Mexico}
documents:
  - id: paper
    title: A paper
    text: |
      Havana recognised Beijing on 28 September 1960.

      Guevara met Mao in November of that year. They spoke of revolution.

      A walrus has no part in this.
  - {id: echo, title: An echo, derived_from: [paper], text: Havana recognised Beijing in September 1960.}
events:
  - id: undated
    date: XXXX-04
    countries: [MEX]
    type: statement
    title: Something in April
  - id: sixties
    date: 196X
    countries: [CUB, MEX]
    type: cooperation
    title: A decade of patience
  - id: recognition
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    tags: [diplomacy]
    sources:
      - {document: paper, quote: Havana recognised Beijing on 28 September 1960, date: 1960-09-28}
      - {document: echo, quote: Havana recognised Beijing in September 1960, date: 1960-09}
  - id: meeting
    date: 1960-11~
    countries: [CUB, CHN]
    type: meeting
    tone: 5
    title: Guevara meets Mao
    sources:
      - {document: paper, quote: Guevara met Mao in November of that year}
  - id: long-ago
    date: ../1959
    countries: [MEX]
    type: statement
    title: Before all that
  - id: quarrel
    date: 1964?
    countries: [CUB, CHN]
    type: cooling
    title: Díaz reports a quarrel
    sources:
      - {document: paper, quote: They spoke of revolution, date: 1964}
      - {document: paper, quote: Guevara met Mao, date: 1957, voice: a reader}
"""


@pytest.fixture
def open_store(tmp_path: Path) -> Callable[[str], Store]:
    def open_(yaml: str) -> Store:
        path = tmp_path / "dataset.yaml"
        path.write_text(yaml, encoding="utf-8")
        return opening.open_store(path)

    return open_


@pytest.fixture
def store(open_store: Callable[[str], Store]) -> Store:
    store = open_store(TRIAL)
    assert not [problem for problem in store.problems if problem.severity == "error"]
    return store

"""A small dataset with every verdict in it, on disk and opened."""

from pathlib import Path

import pytest

from explorer.store import Store

DATASET = """
title: Test relations
version: 1
countries:
  - {id: CUB, name: Cuba, aliases: [Havana]}
  - {id: CHN, name: China, aliases: [中国, Peking]}
  - {id: SUN, name: Soviet Union}
documents:
  - id: memoir
    title: A memoir
    author: A. Writer
    date: 1990
    stance: Speaks for himself.
    form: digest
    derived_from: [letter]
    file: memoir.txt
  - id: letter
    title: A letter
    text: |
      The treaty was signed. The treaty was signed.
events:
  - id: recognition
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    summary: The first state of the hemisphere to do so.
    tags: [asia, "second; tag"]
    sources:
      - document: memoir
        quote: Havana recognised Peking in September 1960
        date: 1960-09
      - document: memoir
        quote: the band played “both anthems”
        date: 1960-09-28
        voice: a bandsman
        note: Heard much later.
  - id: split
    date: 1957?/1964
    countries: [CHN, SUN]
    type: rupture
    tone: -3
    title: 中国 and the Soviet Union part
    sources:
      - document: memoir
        quote: They parted in 1964 without a word
        date: 1957
      - document: memoir
        quote: Nobody ever wrote this sentence about apples
        date: 1964
      - document: letter
        quote: The treaty was signed
  - id: someday
    date: 1961/..
    countries: [CUB]
    type: statement
    title: Cuba waits
"""

MEMOIR = """\
A first paragraph about something else.

Before it, little was known. Havana recognised Peking in September 1960, and
the band played "both anthems" twice.

They parted in 1957 without a word.
"""


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    folder = tmp_path / "relations"
    folder.mkdir()
    (folder / "dataset.yaml").write_text(DATASET, encoding="utf-8")
    (folder / "memoir.txt").write_text(MEMOIR, encoding="utf-8")
    return folder


@pytest.fixture
def store(dataset: Path) -> Store:
    return Store.open(dataset)

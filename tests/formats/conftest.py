"""A small dataset with every verdict in it, on disk and opened."""

from pathlib import Path

import pytest

from explorer.opening import open_store
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

OLD_STYLE = """
title: Two calendars
version: 1
countries: [{id: SUN, name: Soviet Russia}]
documents:
  - {id: decree, title: A decree, text: The calendar changes after 24 January. A parade is ordered.}
events:
  - id: reform
    date: 1918-02-06
    date_stated: &old {text: 24 Jan 1918 O.S., calendar: julian}
    countries: [SUN]
    type: statement
    title: The calendar is reformed
    sources:
      - {document: decree, quote: after 24 January, date: 1918-02-06, date_stated: *old}
      - {document: decree, quote: The calendar changes}
  - id: parade
    date: 1918-05-01
    countries: [SUN]
    type: statement
    title: A parade
    sources: [{document: decree, quote: A parade is ordered}]
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
    return open_store(dataset)


@pytest.fixture
def old_style(tmp_path: Path) -> Store:
    """An event, and a source of it, with the date that the Julian calendar has; and one with none."""
    path = tmp_path / "old_style.yaml"
    path.write_text(OLD_STYLE, encoding="utf-8")
    return open_store(path)

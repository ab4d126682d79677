"""A dataset whose quotes are not as the document has them."""

from __future__ import annotations

ALTERED = """
title: Altered
version: 1
countries: [{id: CUB, name: Cuba}]
documents:
  - id: a
    title: A
    text: "Havana recognised Beijing in September 1961. So it was. So it was. Nothing else."
events:
  - id: one
    date: 1960-09
    countries: [CUB]
    type: recognition
    title: Recognition
    sources:
      - {document: a, quote: Havana recognised Beijing in September 1960, date: 1960-09}
      - {document: a, quote: So it was}
      - {document: a, quote: Quite another sentence about walruses and their ways}
"""

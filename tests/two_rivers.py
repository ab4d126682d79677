"""A dataset of three events, one a line, for an editor to change."""

from __future__ import annotations

TWO_RIVERS = """
title: Two rivers
version: 1
countries:
  - {id: CUB, name: Cuba}
  - {id: CHN, name: China}
events:
  - {id: a, date: 1960, countries: [CUB, CHN], type: visit, title: A first visit}
  - {id: b, date: 1961, countries: [CUB, CHN], type: visit, title: A second visit}
  - {id: c, date: 1962, countries: [CUB, CHN], type: visit, title: A third visit}
"""

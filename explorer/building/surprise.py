"""What is raised where a dataset cannot be put together from its parts."""

from __future__ import annotations


class SurpriseError(Exception):
    """The parts do not make the whole: the dataset has to be read in one piece."""

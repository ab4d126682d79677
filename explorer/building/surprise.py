"""What is raised where a dataset cannot be put together from its parts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class SurpriseError(Exception):
    """The parts do not make the whole: the dataset has to be read in one piece."""


@contextmanager
def surprised() -> Iterator[None]:
    """Raises SurpriseError where the system gives or takes nothing, or a process is gone."""
    try:
        yield
    except (OSError, EOFError):
        raise SurpriseError from None

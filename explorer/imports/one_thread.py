"""Importing numerical libraries without the threads that they start for work which nobody here gives them."""

from __future__ import annotations

import os
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Read by OpenBLAS, which comes with numpy, when it is loaded; its threads seek work for a tenth of a second.
_THREADS = "OPENBLAS_NUM_THREADS"


@contextmanager
def one_thread() -> Iterator[None]:
    """Whatever is imported meanwhile has one thread; where a person has asked for a number, it is that."""
    if _THREADS in os.environ:
        yield
        return
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        # The editors and browsers that are started from here have nothing to do with it.
        del os.environ[_THREADS]

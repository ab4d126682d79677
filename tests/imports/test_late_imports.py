"""Modules that are imported once something is asked of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from explorer.imports.late import BACKPORT, BACKPORTED, LATE


def python(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nfrom explorer.imports.late import late_imports\n{program}"],
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    return done.stdout.decode().strip()


@pytest.mark.parametrize("module", LATE)
def test_a_name_that_is_imported_late_is_the_module_s_own(module: str) -> None:
    program = f"""
import importlib
with late_imports():
    late = importlib.import_module({module!r})
    names = {{name: getattr(late, name) for name in {LATE[module].split()!r}}}
assert {module!r} not in sys.modules
real = importlib.import_module({module!r})
assert all(stand_in._real is getattr(real, name) for name, stand_in in names.items())
assert late is not real and late.__doc__ is None
print("the same")
"""
    assert python(program) == "the same"


@pytest.mark.parametrize("name", sorted(BACKPORTED))
def test_what_typing_has_is_what_its_backport_gives_to_textual(name: str) -> None:
    program = f"""
import typing
with late_imports():
    from {BACKPORT} import {name}
assert {name} is typing.{name} and {BACKPORT!r} not in sys.modules
print("typing's")
"""
    assert python(program) == "typing's"


def test_any_other_name_comes_from_the_module_at_once() -> None:
    program = f"""
with late_imports():
    from {BACKPORT} import override
    from decimal import getcontext
    import decimal
    assert not hasattr(decimal, "__path__")
print(getcontext.__name__, override.__name__, decimal.Decimal("1.5"))
"""
    assert python(program) == "getcontext override 1.5"


def test_a_stand_in_is_called_and_asked_for_instances_like_its_original() -> None:
    program = """
with late_imports():
    from decimal import Decimal
    from pickle import dumps, loads
    from fractions import Fraction
before = "decimal" in sys.modules
print(before, loads(dumps({"a": 1})), Fraction(Decimal("0.25")), isinstance(1.5, (float, Decimal)))
print(Decimal.from_float(2))
"""
    assert python(program) == "False {'a': 1} 1/4 True\n2"


def test_a_module_that_was_there_before_stays() -> None:
    program = """
import decimal
with late_imports():
    import decimal as again
assert again is decimal is sys.modules["decimal"]
print("the same")
"""
    assert python(program) == "the same"


def test_a_module_that_fails_to_import_leaves_no_stand_in() -> None:
    program = f"""
try:
    with late_imports():
        import no_such_module
except ModuleNotFoundError:
    print(*(name for name in {[*LATE, "ssl", BACKPORT]!r} if name in sys.modules))
"""
    assert python(program) == ""

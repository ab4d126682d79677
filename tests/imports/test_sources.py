"""Texts that the library compiles while modules are imported, compiled already."""

from __future__ import annotations

import sys
import typing
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import make_dataclass
from types import CodeType
from typing import TYPE_CHECKING, Any, ForwardRef

import pytest

from explorer.imports import sources
from explorer.imports.sources import CompiledSources

if TYPE_CHECKING:
    from explorer.imports.sources import Source


@contextmanager
def compiled_by(known: dict[Source, CodeType]) -> Iterator[dict[Source, CodeType]]:
    compiled = CompiledSources(known)
    compiled.begin()
    try:
        yield compiled.known
    finally:
        compiled.end()


def made() -> list[Any]:
    """What the library makes of texts: classes, their functions, an annotation."""
    point = namedtuple("point", "x y", defaults=[2])
    record = make_dataclass("record", [("place", "str"), ("line", int, 1)], frozen=True)
    return [
        repr(point(1)),
        repr(record("x")),
        record("x") == record("x", 1),
        hash(record("x")) == hash(record("x", 1)),
        record.__init__.__annotations__,
        ForwardRef("dict[str, int]").__forward_code__.co_code,
    ]


def test_what_is_made_of_them_is_as_ever() -> None:
    wanted = made()
    with compiled_by({}) as known:
        assert made() == wanted
        assert len(known) >= 3
        before = dict(known)
        assert made() == wanted
        assert known == before


def test_what_is_known_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    with compiled_by({}) as known:
        wanted = made()
    monkeypatch.setattr(sources, "compile", None, raising=False)
    with compiled_by(known):
        assert made() == wanted


def test_python_compiles_itself_afterwards() -> None:
    with compiled_by({}):
        assert "compile" in vars(typing)
    for module, name in sources._CALLED.items():
        assert name not in vars(sys.modules[module])


def test_a_python_that_nobody_has_looked_at_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_NEXT_PYTHON", sys.version_info[:2])
    with compiled_by({}) as known:
        made()
    assert known == {}


def test_what_is_no_annotation_is_refused_as_ever() -> None:
    with pytest.raises(SyntaxError) as ever:
        ForwardRef("1 +")
    with compiled_by({}) as known:
        with pytest.raises(SyntaxError) as refused:
            ForwardRef("1 +")
        assert known == {}
    assert str(refused.value) == str(ever.value)


def test_a_text_that_has_another_name_or_flags_is_compiled_as_it_says() -> None:
    with compiled_by({}) as known:
        compile_ = vars(typing)["compile"]
        assert compile_("1", "there", "eval").co_filename == "there"
        assert eval(compile_("__debug__", "<string>", "eval", optimize=1)) is False
    assert known == {}


def test_annotations_in_a_text_are_no_texts() -> None:
    scope: dict[str, Any] = {}
    with compiled_by({}):
        vars(sys.modules["dataclasses"])["exec"]("def f(x: int): pass", scope)
    assert scope["f"].__annotations__ == {"x": int}

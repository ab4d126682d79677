"""Regular expressions that need not be compiled again."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.imports import patterns

compiler = import_module("re._compiler")
PARTS = [
    "a",
    "É",
    r"\d",
    "(?P<n>x)",
    "(y)",
    "[^a-z]*",
    "|",
    ".",
    "^",
    "$",
    r"\b",
    "(?:b|cd)+?",
    "(?=e)",
    "(?<!f)",
]
TEXTS = st.lists(st.sampled_from(PARTS), unique=True).map("".join)
FLAGS = st.sets(st.sampled_from([re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.ASCII])).map(sum)


@given(TEXTS, FLAGS, st.text("aAbcdefxyzÉé1 \n"))
def test_a_pattern_that_is_remembered_finds_what_a_compiled_one_finds(
    text: str, flags: int, searched: str
) -> None:
    compiled = re.compile(text, flags)
    kept = [*patterns.taken_along({(str, text, flags): compiled})]
    assert len(kept) == 1
    re.purge()
    patterns.remember(kept)
    again = re.compile(text, flags)
    assert again is not compiled
    assert again == compiled
    found, wanted = again.finditer(searched), compiled.finditer(searched)
    assert [(each.span(), each.groupdict()) for each in found] == [
        (each.span(), each.groupdict()) for each in wanted
    ]


def test_what_is_remembered_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = re.compile("une(?P<seule>fois)", re.IGNORECASE)
    kept = [*patterns.taken_along(patterns.known())]
    re.purge()
    patterns.remember(kept)
    with monkeypatch.context() as patch:
        patch.setattr(compiler, "compile", None)
        assert re.compile("une(?P<seule>fois)", re.IGNORECASE) == compiled


def test_patterns_of_bytes_are_taken_along_too() -> None:
    compiled = re.compile(b"[\x80-\xff](?P<rest>.*)")
    kept = [*patterns.taken_along({(bytes, compiled.pattern, 0): compiled})]
    assert [text for text, *_ in kept] == [compiled.pattern]


@pytest.mark.parametrize("failure", [AttributeError, ImportError, TypeError])
def test_where_python_compiles_in_another_way_nothing_is_taken_along(
    monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    def other(*_: object) -> None:
        raise failure

    compiled = {(str, "a+", 0): re.compile("a+")}
    with monkeypatch.context() as patch:
        patch.setattr(compiler, "_code", other)
        kept = [*patterns.taken_along(compiled)]
    assert kept == []


def test_what_would_become_another_pattern_is_not_taken_along(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = {(str, "a", 0): re.compile("a")}
    other = compiler._code(import_module("re._parser").parse("b", 0), 0)
    with monkeypatch.context() as patch:
        patch.setattr(compiler, "_code", lambda *_: other)
        kept = [*patterns.taken_along(compiled)]
    assert kept == []


def test_without_a_memory_of_patterns_there_is_none_to_take_along(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.delattr(re, "_cache")
        known = patterns.known()
        patterns.remember([])
    assert known == {}


def test_where_python_makes_patterns_in_another_way_a_start_goes_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = {(str, "a+", 0): re.compile("a+")}
    with monkeypatch.context() as patch:
        patch.delattr(import_module("_sre"), "compile")
        kept = [*patterns.taken_along(compiled)]
        patterns.remember(kept)
    assert kept == []

"""Records behave as the standard library's dataclasses do, and cost nothing until one is made."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explorer
from explorer import records


@records.dataclass(frozen=True, slots=True)
class Point:
    """A record that tells twice its first number."""

    unit: ClassVar[str] = "m"
    x: int
    y: int = 3
    tags: list[str] = dataclasses.field(default_factory=list)

    @property
    def double(self) -> int:
        return 2 * self.x


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    """The same, as the standard library makes it."""

    unit: ClassVar[str] = "m"
    x: int
    y: int = 3
    tags: list[str] = dataclasses.field(default_factory=list)


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One whose fields are given by name, a default before a field without."""

    a: int = 1
    b: str


@records.dataclass(frozen=True, slots=True)
class Plain:
    """One of which many are made."""

    x: int
    y: int = 3


make_plain = records.maker(Plain)


@records.dataclass
class Changing:
    """One that can be changed, and does something once it is made."""

    value: int

    def __post_init__(self) -> None:
        self.value += 1


@given(st.integers(), st.integers(), st.lists(st.text()))
def test_a_record_has_the_fields_and_the_looks_of_a_dataclass(x: int, y: int, tags: list[str]) -> None:
    record, twin = Point(x, y, tags), Twin(x, y, tags)
    assert dataclasses.asdict(record) == dataclasses.asdict(twin)
    assert repr(record) == repr(twin).replace("Twin", "Point")


@given(st.integers(), st.integers())
def test_records_are_equal_and_hash_alike_where_their_values_are(x: int, y: int) -> None:
    assert (Named(a=x, b="") == Named(a=y, b="")) is (x == y)
    assert hash(Named(a=x, b="")) == hash(Named(a=x, b=""))
    twin: object = Twin(x)
    assert Point(x) != twin


def test_defaults_are_used_and_made_anew_for_each_record() -> None:
    assert (Point(1).y, Point(1).tags) == (3, [])
    assert Point(1).tags is not Point(1).tags


def test_nothing_can_be_set_or_deleted_in_a_frozen_record() -> None:
    record = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        record.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        del record.x
    assert not hasattr(record, "__dict__")


def test_a_record_keeps_what_its_class_defines() -> None:
    assert Point(4).double == 8
    assert Point.unit == "m"
    assert Point.__doc__ == "A record that tells twice its first number."


def test_a_record_can_be_replaced_copied_pickled_and_matched() -> None:
    record = Point(1, 2, ["a"])
    assert dataclasses.replace(record, y=9) == Point(1, 9, ["a"])
    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record
    match record:
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_fields_are_asked_for_as_of_a_dataclass() -> None:
    assert [each.name for each in dataclasses.fields(Named)] == ["a", "b"]
    assert all(each.kw_only for each in dataclasses.fields(Named))
    assert dataclasses.is_dataclass(Changing)


def test_wrong_arguments_are_refused_the_first_time_and_ever_after() -> None:
    for _ in range(2):
        with pytest.raises(TypeError, match="b"):
            Named(a=1)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            Named(1, "")  # type: ignore[call-arg]


def test_a_changing_record_is_finished_after_its_fields_and_has_no_hash() -> None:
    record = Changing(1)
    assert record == Changing(1)
    record.value = 5
    assert record.value == 5
    with pytest.raises(TypeError):
        hash(record)


def test_a_record_that_compares_by_identity_is_equal_to_itself_alone() -> None:
    @records.dataclass(frozen=True, slots=True, eq=False)
    class Kind:
        name: str

    kind = Kind("a")
    assert kind == kind
    assert kind != Kind("a")


def test_nothing_is_compiled_until_a_record_is_made() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Late:
        x: int

    before = Late.__init__
    assert "x" not in inspect.signature(before).parameters
    Late(1)
    assert "x" in inspect.signature(Late.__init__).parameters


def test_a_record_cannot_inherit_from_a_record() -> None:
    with pytest.raises(AssertionError):

        @records.dataclass(frozen=True)
        class Further(Point):
            z: int = 1


def test_no_module_declares_a_dataclass_that_compiles_all_its_methods() -> None:
    modules = {
        path: path.read_text(encoding="utf-8") for path in Path(explorer.__file__).parent.rglob("*.py")
    }
    found = {
        path.name for path, text in modules.items() if re.search(r"dataclasses import .*\bdataclass\b", text)
    }
    assert found == {"records.py"}


def test_the_fields_of_a_record_are_made_without_a_look_at_a_signature(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @records.dataclass
    class Bare:
        x: int = 1

    monkeypatch.delattr(inspect, "signature")
    assert dataclasses.replace(Bare(), x=2).x == 2


@given(st.integers(), st.booleans())
def test_a_maker_makes_what_the_class_does(x: int, short: bool) -> None:
    values = {"x": x} if short else {"x": x, "y": 7}
    made, usual = make_plain(**values), Plain(**values)
    assert (made, type(made), repr(made), hash(made)) == (usual, Plain, repr(usual), hash(usual))
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == usual
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.x = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        make_plain(z=1)  # type: ignore[call-arg]


def test_a_maker_takes_values_by_name_where_the_class_does() -> None:
    make = records.maker(Named)
    assert make(b="b") == Named(b="b")
    with pytest.raises(TypeError):
        make(1, "b")  # type: ignore[misc]

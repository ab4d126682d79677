"""`dataclass`, made for a program that declares many and starts often.

The standard library's compiles six functions for each class, which takes a third to one millisecond.  Here
only `__init__` is compiled, and that when the first record is made; the other methods are the same functions
for every class, over its fields' names.  What `dataclasses.fields` (so `replace` and `asdict`, too) needs is
there once it looks for it.  To a type checker it is the standard library's `dataclass`.

Not to be had here: records that inherit from records, `InitVar`, ordering, and of `field` all but
`default_factory`.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field
    from typing import Any, ParamSpec, TypeVar

    _Values = ParamSpec("_Values")
    _Made = TypeVar("_Made")

_ABSENT = object()
# Of each class: its fields' names, their defaults, and whether they are given by name only.
_DECLARED: dict[type, tuple[tuple[str, ...], dict[str, Any], bool]] = {}


def _record(
    cls: type | None = None,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    eq: bool = True,
) -> type | Callable[[type], type]:
    """Decorate a class as `dataclasses.dataclass` does with the same options."""

    def decorate(cls: type) -> type:
        assert not any("__dataclass_fields__" in vars(base) for base in cls.__mro__[1:]), cls
        annotations = {name: each for name, each in cls.__annotations__.items() if "ClassVar" not in each}
        names = tuple(annotations)
        then = "self.__post_init__()" if hasattr(cls, "__post_init__") else ""
        defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
        methods = {
            "__repr__": _repr(names),
            "__match_args__": () if kw_only else names,
            "__dataclass_fields__": _Fields(annotations, defaults, kw_only=kw_only),
        }
        if eq:
            methods |= _equality(names, hashable=frozen)
        if frozen:
            methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        if slots:
            cls = _with_slots(cls, names, methods | _state(names))
        else:
            for name in methods.keys() - vars(cls).keys():
                setattr(cls, name, methods[name])
        _DECLARED[cls] = names, defaults, kw_only
        _compile_when_called(cls, lambda: _init(names, defaults, frozen=frozen, kw_only=kw_only, then=then))
        return cls

    return decorate if cls is None else decorate(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _record


def _with_slots(cls: type, names: tuple[str, ...], methods: dict[str, Any]) -> type:
    """The class made anew, as slots cannot be added to one; what it defines itself stays."""
    own = {key: value for key, value in vars(cls).items() if key not in names}
    own.pop("__dict__", None)
    own.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, {**methods, **own, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _compile_when_called(cls: Any, make: Callable[[], Callable[..., None]]) -> None:
    """Put the `__init__` that `make` makes into the class when the first record is made."""

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807 - the method
        cls.__init__ = make()
        cls.__init__(self, *values, **named)

    cls.__init__ = __init__


def _init(
    names: tuple[str, ...], defaults: dict[str, Any], *, frozen: bool, kw_only: bool, then: str
) -> Callable[..., None]:
    """`__init__` with a parameter for each field, in their order."""
    scope: dict[str, Any] = {"_set": object.__setattr__, "_absent": _ABSENT}
    lines = [then] if then else []
    for name in reversed(names):
        value = name
        if hasattr(defaults.get(name), "default_factory"):
            value = f"_default_{name}() if {name} is _absent else {name}"
        lines.insert(0, f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    return _compiled("__init__", ["self"], names, defaults, lines, scope, kw_only=kw_only)


def _compiled(
    function: str,
    first: list[str],
    names: tuple[str, ...],
    defaults: dict[str, Any],
    lines: list[str],
    scope: dict[str, Any],
    *,
    kw_only: bool,
) -> Callable[..., Any]:
    """A function with a parameter for each field behind the first ones."""
    parameters = [*first, *["*"][: kw_only and bool(names)]]
    for name in names:
        default = defaults.get(name, _ABSENT)
        factory = getattr(default, "default_factory", None)
        scope[f"_default_{name}"] = factory or default
        given = "_absent" if factory else f"_default_{name}"
        parameters.append(name if default is _ABSENT else f"{name}={given}")
    body = "\n ".join(lines or ["pass"])
    exec(f"def {function}({', '.join(parameters)}):\n {body}", scope)
    made: Callable[..., Any] = scope[function]
    return made


def maker(cls: Callable[_Values, _Made]) -> Callable[_Values, _Made]:
    """A function that makes records of a frozen class with slots as the class does, many times as fast.

    For records that are made by the hundred thousand: compiling it takes as long as making some hundred.
    """
    made: Any = cls
    names, defaults, kw_only = _DECLARED[made]
    assert not hasattr(made, "__post_init__"), made
    assert not any(hasattr(each, "default_factory") for each in defaults.values()), made
    # Records of this class are alike in memory, but what they hold can be set.
    scope = {"_open": type(made.__name__, (), {"__slots__": names}), "_class": made}
    lines = ["self = _open()", *(f"self.{name} = {name}" for name in names)]
    lines += ["self.__class__ = _class", "return self"]
    return _compiled("make", [], names, defaults, lines, scope, kw_only=kw_only)


def _repr(names: tuple[str, ...]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807 - the method
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({fields})"

    return __repr__


def _equality(names: tuple[str, ...], *, hashable: bool) -> dict[str, Any]:
    """`__eq__` and `__hash__` over the values of all fields."""
    values: Callable[[object], Any] = attrgetter(*names) if names else lambda _record: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - the method
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - the method
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashable else None}


def _state(names: tuple[str, ...]) -> dict[str, Any]:
    """What `pickle` and `copy` need of a record that nothing can be set in."""

    def __getstate__(self: object) -> list[Any]:  # noqa: N807 - the method
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[Any]) -> None:  # noqa: N807 - the method
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": __getstate__, "__setstate__": __setstate__}


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Fields:
    """A class's `__dataclass_fields__`, in its place until something asks for it."""

    def __init__(self, annotations: dict[str, str], defaults: dict[str, Any], *, kw_only: bool) -> None:
        self._body = {"__annotations__": annotations, **defaults}
        self._kw_only = kw_only

    def __get__(self, _record: object, cls: type) -> dict[str, Field[Any]]:
        import dataclasses

        # Without a docstring one is made, from a signature that takes longer than all the rest.
        body = {**self._body, "__module__": cls.__module__, "__doc__": cls.__doc__ or cls.__name__}
        declare = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)
        fields = {each.name: each for each in dataclasses.fields(declare(type(cls.__name__, (), body)))}
        cls.__dataclass_fields__ = fields  # type: ignore[attr-defined]
        return fields

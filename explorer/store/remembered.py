"""Answers of a method that are kept in the object whose method it is, and go when that goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

_Self = TypeVar("_Self")
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_Method = Callable[Concatenate[_Self, _Asked], _Answer]


def remembered(most: int) -> Callable[[_Method[_Self, _Asked, _Answer]], _Method[_Self, _Asked, _Answer]]:
    """Keep up to `most` answers of a method, by its arguments, which are given by position.

    `functools.lru_cache` on a method would keep the object itself, with the file that it has mapped.
    """

    def decorate(method: _Method[_Self, _Asked, _Answer]) -> _Method[_Self, _Asked, _Answer]:
        name = f"_answers of {method.__name__}"

        def ask(self: _Self, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
            answers: dict[object, _Answer] = self.__dict__.setdefault(name, {})
            # `suppress` would cost more than the look-up, some hundred times for a screen.
            try:
                return answers[args]
            except KeyError:
                pass
            answer = method(self, *args, **kwargs)
            while len(answers) >= most:
                # Two threads may want to forget the same.
                with suppress(StopIteration, RuntimeError):
                    answers.pop(next(iter(answers)), None)
            answers[args] = answer
            return answer

        return update_wrapper(ask, method)

    return decorate

"""The user's keys over those of the registry: what clashes, what is unknown, and what holds then."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.config import Keymap, Wanted, remapped
from explorer.config.remapping import share_keys
from explorer.model import Place
from explorer.problems import Problem


class Action(NamedTuple):
    id: str
    where: str
    keys: str


REGISTRY = (
    Action("search", "everywhere", "slash"),
    Action("quit", "everywhere", "q"),
    Action("interrupt", "everywhere", "ctrl+c"),
    Action("pane.next", "everywhere", "tab"),
    Action("relevance", "everywhere", ""),
    Action("down", "lists", "down,j"),
    Action("up", "lists", "up,k"),
    Action("toggle", "countries", "space"),
    Action("passage", "timeline", "enter"),
    Action("follow", "source", "enter"),
    Action("accept", "search", "enter"),
    Action("to_list", "search", "tab"),
    Action("statuses", "relation", "s"),
)
BY_ID = {action.id: action for action in REGISTRY}


def remap(**wanted: str | None) -> tuple[Keymap, tuple[Problem, ...]]:
    """Each wish on a line of its own, its keys with spaces between; `_` stands for the dot."""
    wishes = []
    for line, (id_, keys) in enumerate(wanted.items(), start=1):
        place = Place("config.yaml", line, 3)
        pressed = tuple((key, place._replace(column=10)) for key in (keys or "").split())
        wishes.append(Wanted(id_.replace("__", "."), pressed, place))
    return remapped(REGISTRY, wishes)


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.message for problem in problems]


def test_without_wishes_the_keys_of_the_registry_hold() -> None:
    keymap, problems = remap()
    assert problems == ()
    assert keymap.keys_of(BY_ID["down"]) == ("down", "j")
    assert keymap.keys_of(BY_ID["relevance"]) == ()


def test_the_wanted_keys_take_the_place_of_those_that_were() -> None:
    keymap, problems = remap(search="s ?", down="ctrl+n")
    assert problems == ()
    assert keymap.keys_of(BY_ID["search"]) == ("s", "question_mark")
    assert keymap.keys_of(BY_ID["down"]) == ("ctrl+n",)
    assert keymap.keys_of(BY_ID["up"]) == ("up", "k")


def test_null_unbinds() -> None:
    keymap, problems = remap(quit=None)
    assert problems == ()
    assert keymap.keys_of(BY_ID["quit"]) == ()


def test_two_actions_can_exchange_their_keys() -> None:
    keymap, problems = remap(search="q", quit="/")
    assert problems == ()
    assert keymap.keys_of(BY_ID["search"]) == ("q",)
    assert keymap.keys_of(BY_ID["quit"]) == ("slash",)


def test_a_key_that_another_action_has_is_a_clash_and_stays_where_it_was() -> None:
    keymap, problems = remap(search="s q")
    assert told(problems) == ['"q" cannot be search: it is quit, and both apply at once']
    assert problems[0].hint == "Take another key, or give quit another one: `quit: null` sets q free."
    assert (problems[0].line, problems[0].column) == (1, 10)
    assert keymap.keys_of(BY_ID["search"]) == ("s",)
    assert keymap.keys_of(BY_ID["quit"]) == ("q",)


def test_of_two_wishes_for_one_key_the_first_is_granted() -> None:
    keymap, problems = remap(search="x", quit="x")
    assert told(problems) == ['"x" cannot be quit: line 1 makes it search']
    assert keymap.keys_of(BY_ID["search"]) == ("x",)
    assert keymap.keys_of(BY_ID["quit"]) == ("q",)


def test_a_key_may_mean_one_thing_in_one_pane_and_another_in_another() -> None:
    keymap, problems = remap(toggle="enter", passage="v", follow="v")
    assert problems == ()
    assert keymap.keys_of(BY_ID["toggle"]) == ("enter",)


def test_a_key_of_a_pane_clashes_with_one_that_applies_in_every_pane() -> None:
    assert told(remap(toggle="j")[1]) == ['"j" cannot be toggle: it is down, and both apply at once']
    assert told(remap(quit="enter")[1]) == ['"enter" cannot be quit: it is passage, and both apply at once']


def test_the_search_lines_keys_hide_those_of_the_rest_of_the_screen() -> None:
    keymap, problems = remap(accept="tab", to_list="ctrl+n")
    assert problems == ()
    assert keymap.keys_of(BY_ID["accept"]) == ("tab",)


def test_a_key_that_types_a_character_cannot_be_one_of_the_search_line() -> None:
    keymap, problems = remap(accept="a ctrl+j")
    assert told(problems) == ['"a" types a character in the search line; it cannot be accept']
    assert keymap.keys_of(BY_ID["accept"]) == ("ctrl+j",)


def test_an_unknown_action_is_told_with_the_nearest_one() -> None:
    _, problems = remap(serch="s")
    assert told(problems) == ['there is no action "serch"']
    assert problems[0].hint == "Did you mean search?"
    assert (problems[0].line, problems[0].column) == (1, 3)


def test_a_key_that_there_is_not_is_told_and_the_actions_own_keys_stay() -> None:
    keymap, problems = remap(down="gg")
    assert told(problems) == ['there is no key "gg"']
    assert keymap.keys_of(BY_ID["down"]) == ("down", "j")


def test_own_keys_that_were_given_away_do_not_come_back() -> None:
    keymap, problems = remap(search="j", down="gg")
    assert told(problems) == ['there is no key "gg"']
    assert keymap.keys_of(BY_ID["search"]) == ("j",)
    assert keymap.keys_of(BY_ID["down"]) == ("down",)


def test_there_is_always_a_way_to_leave() -> None:
    keymap, problems = remap(interrupt=None)
    assert told(problems) == ["interrupt cannot be without a key; it keeps its own"]
    assert keymap.keys_of(BY_ID["interrupt"]) == ("ctrl+c",)
    assert remap(interrupt="ctrl+b")[0].keys_of(BY_ID["interrupt"]) == ("ctrl+b",)


WISHES = st.dictionaries(
    st.sampled_from([*BY_ID, "nothing"]),
    st.lists(st.sampled_from(["a", "j", "down", "q", "enter", "tab", "ctrl+c", "gg", "/"]), max_size=3),
)


@given(WISHES)
def test_whatever_is_wished_no_key_has_two_meanings_at_once_and_one_can_leave(
    wishes: dict[str, list[str]],
) -> None:
    keymap, _ = remap(**{id_.replace(".", "__"): " ".join(keys) for id_, keys in wishes.items()})
    for pane in ("countries", "timeline", "source"):
        held = [
            key
            for action in REGISTRY
            if action.where in (pane, "lists", "everywhere")
            for key in keymap.keys_of(action)
        ]
        assert not [key for key, count in Counter(held).items() if count > 1]
    assert keymap.keys_of(BY_ID["interrupt"])


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [
        ("down", "toggle", True),
        ("toggle", "passage", False),
        ("accept", "to_list", True),
        ("accept", "quit", False),
        ("statuses", "quit", False),
        ("statuses", "down", True),
    ],
)
def test_which_actions_apply_at_once(one: str, other: str, do: bool) -> None:
    assert share_keys(BY_ID[one], BY_ID[other]) is do
    assert share_keys(BY_ID[other], BY_ID[one]) is do

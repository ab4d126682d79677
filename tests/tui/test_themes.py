from __future__ import annotations

from explorer.tui.themes import TERMINAL, THEMES, default_theme, themes_on_offer


def test_without_colours_the_terminals_own_are_not_on_offer() -> None:
    assert TERMINAL not in themes_on_offer({"NO_COLOR": "1"})
    assert themes_on_offer({"NO_COLOR": ""}) == THEMES
    assert themes_on_offer({}) == THEMES


def test_the_default_follows_the_terminals_background() -> None:
    assert default_theme({}) == "detente-dark"
    assert default_theme({"COLORFGBG": "0;15"}) == "detente-light"
    assert default_theme({"COLORFGBG": "15;0"}) == "detente-dark"

"""The stylesheet reads rules late: what comes of it is what Textual's own makes of all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet

from explorer.tui.css_pieces import Piece, pieces

if TYPE_CHECKING:
    from driver import Driver, Open
    from textual.css.model import RuleSet
    from textual.dom import DOMNode

OWN = """
/* a comment { with; marks } */
Pane, #list.-wide {
    color: red;  # not a rule { either;
    & > .row:hover, &.-low Inner { width: 3; &:focus { width: 4 } }
    height: 1;
}
Pane:hover { .row { width: 2; } }
Empty { }
"""


def read(css: str, variables: dict[str, str]) -> list[RuleSet]:
    return Stylesheet(variables=variables)._parse_rules(css, ("", ""))


def told(rules: list[RuleSet]) -> Counter[tuple[str, str, int]]:
    """What the rules say, whom they are for, and what they weigh."""
    return Counter(
        (selector.css, repr(sorted(rule.styles.get_rules().items())), selector.specificity)
        for rule in rules
        for selector in rule.selector_set
        if rule.styles.get_rules()
    )


def names_of(rule: RuleSet) -> set[str]:
    """All that the first selector of a rule names."""
    signs = {"CLASS": ".", "ID": "#", "TYPE": ""}
    return {
        signs[each.type.name] + each.name
        for each in rule.selector_set[0].selectors
        if each.type.name in signs
    }


def test_pieces_say_together_what_the_whole_says() -> None:
    whole, apart = read(OWN, {}), [rule for piece in pieces(OWN) for rule in read(piece.css, {})]
    assert told(apart) == told(whole)
    assert len(told(whole)) == 2 * (1 + 2 + 2) + 1


def test_a_piece_names_all_that_its_rule_asks_for() -> None:
    for piece in pieces(OWN):
        rule = read(piece.css, {})[-1]
        assert any(names_of(rule) == selector.names for selector in piece.selectors), piece
        assert all(selector.key in selector.names for selector in piece.selectors), piece


@pytest.mark.parametrize("css", ["$one: red;\nA { color: $one; }", 'A { hatch: "}" red; }'])
def test_what_cannot_be_taken_apart_stays_whole(css: str) -> None:
    assert pieces(css) == [Piece(css, ())]


async def test_no_source_of_the_app_loses_a_rule(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("question_mark", "escape", "p", "escape", "y")
        sheet = driver.app.stylesheet
        assert len(sheet.source) > 15
        for read_from, source in sheet.source.items():
            given: Any = {"variable_tokens": sheet._variable_tokens, "scope": source.scope}
            whole = list(parse(css=source.content, read_from=read_from, **given))
            apart = [
                rule
                for piece in pieces(source.content)
                for rule in parse(css=piece.css, read_from=read_from, **given)
            ]
            assert told(apart) == told(whole), read_from
            assert not any(rule.errors for rule in apart)


async def test_every_widget_is_styled_as_by_the_whole_stylesheet(open_app: Open) -> None:
    async with open_app() as driver:
        for keys in (("3",), ("slash", "c"), ("escape", "question_mark"), ("escape", "p"), ("escape", "y")):
            await driver.press(*keys)
            compare_styles(driver)
        await driver.press("escape")
        driver.screen.action_toggle_compact()
        for size in ((80, 24), (40, 15), (20, 5)):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            compare_styles(driver)
        driver.app.theme = "detente-light"
        await driver.settle()
        compare_styles(driver)


def compare_styles(driver: Driver) -> None:
    """Whether each widget on any screen has the styles that Textual's stylesheet would give it."""
    late = driver.app.stylesheet
    whole = Stylesheet(variables=late._variables)
    whole.source = late.source
    whole._require_parse = True
    nodes: list[DOMNode] = [
        node for screen in driver.app.screen_stack for node in screen.walk_children(with_self=True)
    ]
    assert len(nodes) > 10
    for node in nodes:
        before = style_of(node)
        whole.apply(node)
        assert style_of(node) == before, node
        late.apply(node)


def style_of(node: DOMNode) -> tuple[Any, ...]:
    flags = (node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even)
    return dict(node.styles.base.get_rules()), flags

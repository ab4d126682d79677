"""The stylesheet reads rules late: what comes of it is what Textual's own makes of all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from picture import cells
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget
from textual.widgets import Input

from explorer.tui.app import DetenteApp
from explorer.tui.css_pieces import Piece, Selector, pieces
from explorer.tui.style_dependencies import asked_by
from explorer.tui.widgets.density import DensityStrip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

# Those that the rules of layouts ask for.
CLASSES = ("-compact", "-narrow", "-medium", "-wide", "-tall", "-low", "-few")


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


def test_what_a_rule_asks_for_is_told_apart_from_what_others_ask() -> None:
    rules = read(
        """
        .-low Pane:hover Row:focus { &.-wide:even { color: red; } }
        Row.-wide > Cell, Row:blur * { color: red; }
        """,
        {},
    )
    unread = [Selector("Row", frozenset({"Row", "#list", ".-tall"}))]
    asked = asked_by(rules, unread, {"Row", ".-wide"})
    assert asked == (
        frozenset({"-low", "-tall"}),
        frozenset({"focus", "even"}),
        frozenset({("Pane", "hover")}),
    )
    assert asked_by(rules, (), {"Cell"}) == (frozenset({"-wide"}), frozenset(), frozenset())
    assert asked_by(rules, (), {"*"}) == (frozenset(), frozenset(), frozenset({("Row", "blur")}))


@pytest.mark.parametrize("keys", [("3", "1"), ("r",)])
async def test_no_change_leaves_a_widget_styled_as_before(open_app: Open, keys: tuple[str, ...]) -> None:
    async with open_app() as driver:
        await driver.press(*keys)
        for _ in changes(driver.app):
            await driver.settle()
            compare_styles(driver)
            compare_pictures(driver)


def changes(app: DetenteApp) -> Iterator[object]:
    """Changes of what rules may ask for, one by one."""
    screen = app.screen
    focusable = screen.focus_chain
    for widget in [None, *focusable]:
        yield screen.set_focus(widget)
    for name in CLASSES:
        yield screen.toggle_class(name)
    yield app.add_class("-in-words")
    yield focusable[0].add_class("-filled")
    yield setattr(app, "theme", "detente-light")
    for widget in (focusable[0], focusable[0].parent):
        for state in ("mouse_hover", "disabled"):
            yield setattr(widget, state, True)
            yield setattr(widget, state, False)
    yield screen.mount(Input())


async def test_a_widget_is_told_where_only_what_it_is_drawn_on_looks_otherwise(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[DensityStrip] = []
    async with open_app() as driver:
        await driver.press("tab")
        density, sheet = driver.screen.density, driver.app.stylesheet
        sheet.apply(density)
        monkeypatch.setattr(DensityStrip, "notify_style_update", lambda widget: told.append(widget))
        sheet.apply(density)
        assert not told
        driver.screen.timeline_pane.styles.background = "red"
        sheet.apply(density)
    assert told == [density]


async def test_a_rule_that_comes_later_counts_for_what_is_styled_already(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("tab", "tab")
        density, sheet = driver.screen.density, driver.app.stylesheet
        sheet.reparse()
        sheet.apply(density)
        sheet.add_source(".-late #density { height: 2; }")
        sheet.apply(density)
        driver.screen.add_class("-late")
        assert density.styles.height is not None
        assert density.styles.height.value == 2


async def test_another_pane_at_hand_leaves_the_others_styles(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[DOMNode] = []
    replace = Stylesheet.replace_rules

    def replace_rules(node: DOMNode, *rules: Any, **options: Any) -> None:
        styled.append(node)
        replace(node, *rules, **options)

    async with open_app() as driver:
        await driver.press("tab", "tab", "tab", "2")
        monkeypatch.setattr(Stylesheet, "replace_rules", staticmethod(replace_rules))
        await driver.press("3")
    # The screen has another class, by which panes are arranged in narrow windows; panes have other frames,
    # and of the timeline's and the source's parts the cursor's look otherwise, which have no type.
    panes = {"Countries", "Pane", "SourcePane"}
    assert {node._css_type_name for node in styled} == {"ExplorerScreen", *panes, ""}
    assert len(styled) <= 10


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
        components = dict(node._component_styles)
        before = style_of(node, components)
        whole.apply(node)
        assert style_of(node, components) == before, node
        node._component_styles.clear()
        node._component_styles.update(components)
        late.apply(node)


def style_of(node: DOMNode, components: Iterable[str]) -> tuple[Any, ...]:
    flags = (node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even)
    parts = {name: node._component_styles[name].base.get_rules() for name in components}
    rules = {
        # An edge without a line may keep the colour that it had with one.
        name: value[0] if isinstance(value, tuple) and value[0] == "" else value
        for name, value in node.styles.base.get_rules().items()
    }
    return rules, parts, flags


def compare_pictures(driver: Driver) -> None:
    """Whether each widget is drawn as it would be had it kept nothing that it made of its styles."""
    screen = driver.app.screen
    before = screen._compositor.render_strips()
    for widget in screen.walk_children(Widget, with_self=True):
        widget.notify_style_update()
        widget._styles_cache.clear()
    after = screen._compositor.render_strips()
    assert list(map(cells, after)) == list(map(cells, before))

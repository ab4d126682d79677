"""Every action, declared once: bindings, key bar, palette, help and the README's key table come from here.

An action's id is the name under which its keys can be remapped.  `where` is the part of the screen that must
have the focus; "everywhere" needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Where = Literal["everywhere", "lists", "countries", "timeline", "source", "search", "relation", "matrix"]

WHERE_TITLES: dict[Where, str] = {
    "everywhere": "Everywhere",
    "lists": "In every pane",
    "countries": "Countries",
    "timeline": "Timeline",
    "source": "Source",
    "search": "Search line",
    "relation": "Relation of two countries",
    "matrix": "Matrix of relations",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key.

    `keys` are Textual's key names, separated by commas; `call` is Textual's action string; `label` is the
    one word for the key bar ("" keeps it out of there); `help` is a sentence.
    """

    id: str
    where: Where
    keys: str
    call: str
    label: str
    help: str

    @property
    def leads_away(self) -> bool:
        """Whether the focus goes to another part of the screen."""
        return self.id in _LEADING_AWAY

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as a person reads them."""
        return tuple(key_name(key) for key in self.keys.split(","))


_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "pagedown": "page down",
    "pageup": "page up",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
}


def key_name(key: str) -> str:
    """A key as a person reads it: `slash` is `/`."""
    return _KEY_NAMES.get(key, key)


ACTIONS: tuple[Action, ...] = (
    Action("search", "everywhere", "slash", "search", "search", "Search; the timeline narrows as you type."),
    Action("search.clear", "everywhere", "ctrl+x", "clear_filters", "", "Drop the search and all countries."),
    Action(
        "match.next", "everywhere", "n", "next_match(1)", "", "Next match: event, or word in the document."
    ),
    Action("match.previous", "everywhere", "N", "next_match(-1)", "", "Previous match."),
    Action("pane.next", "everywhere", "tab", "next_pane(1)", "pane", "Go to the next pane."),
    Action("pane.previous", "everywhere", "shift+tab", "next_pane(-1)", "", "Go to the previous pane."),
    Action("pane.countries", "everywhere", "1", "pane('countries')", "", "Go to the countries."),
    Action("pane.timeline", "everywhere", "2", "pane('timeline')", "", "Go to the timeline."),
    Action("pane.source", "everywhere", "3", "pane('source')", "", "Go to the source."),
    Action("pane.left", "lists", "left,h", "next_pane(-1)", "", "Go to the pane on the left."),
    Action("pane.right", "lists", "right,l", "next_pane(1)", "", "Go to the pane on the right."),
    Action("citation.previous", "everywhere", "left_square_bracket", "cite(-1)", "", "Previous source."),
    Action("citation.next", "everywhere", "right_square_bracket", "cite(1)", "", "Next source of the event."),
    Action("document.open", "everywhere", "o", "open_url", "", "Open the document's address in the browser."),
    Action("back", "everywhere", "escape", "back", "back", "Back: to the event, then out of the search."),
    Action(
        "disagreement", "everywhere", "d", "disagreement", "", "Compare who says when: dates and passages."
    ),
    Action(
        "relations",
        "everywhere",
        "r",
        "relations",
        "relation",
        "Relation of the two chosen countries; of more, or of all, the matrix.",
    ),
    Action("problems", "everywhere", "p", "problems", "", "List the problems of the dataset."),
    Action("palette", "everywhere", "ctrl+p", "app.command_palette", "", "Find a command by its name."),
    Action("help", "everywhere", "question_mark,f1", "help", "help", "Show the keys and the query language."),
    Action("suspend", "everywhere", "ctrl+z", "app.suspend_process", "", "Suspend; `fg` comes back."),
    Action("quit", "everywhere", "q", "app.quit", "quit", "Leave."),
    Action(
        "quit.always", "everywhere", "ctrl+q", "app.quit", "", "Leave, from the search line or a dialog too."
    ),
    Action("interrupt", "everywhere", "ctrl+c", "app.interrupt", "", "Leave with exit status 130."),
    Action("cursor.down", "lists", "down,j", "cursor(1)", "", "One row down."),
    Action("cursor.up", "lists", "up,k", "cursor(-1)", "", "One row up."),
    Action("cursor.page_down", "lists", "pagedown", "page(1)", "", "A page down."),
    Action("cursor.page_up", "lists", "pageup", "page(-1)", "", "A page up."),
    Action("cursor.half_down", "lists", "ctrl+d", "page(0.5)", "", "Half a page down."),
    Action("cursor.half_up", "lists", "ctrl+u", "page(-0.5)", "", "Half a page up."),
    Action("cursor.first", "lists", "g,home", "first", "", "To the beginning."),
    Action("cursor.last", "lists", "G,end", "last", "", "To the end."),
    Action(
        "country.toggle",
        "countries",
        "space",
        "toggle_country",
        "country",
        "Only events that involve it too.",
    ),
    Action("country.only", "countries", "x", "only", "only this", "Only this country."),
    Action(
        "country.go", "countries", "enter", "go", "its events", "Only this country, and go to its events."
    ),
    Action(
        "passage", "timeline", "enter", "screen.open_passage", "source", "Go to the passage in the source."
    ),
    Action(
        "year.previous", "timeline", "left_curly_bracket", "year(-1)", "", "Previous year that has events."
    ),
    Action("year.next", "timeline", "right_curly_bracket", "year(1)", "", "Next year that has events."),
    Action(
        "passage.follow",
        "source",
        "enter",
        "follow",
        "other event",
        "Go to another event that cites this; else to the passage.",
    ),
    Action("search.accept", "search", "enter", "accept", "source", "Go to the passage of the chosen event."),
    Action("search.down", "search", "down", "move(1)", "", "Next event, without leaving the search line."),
    Action("search.up", "search", "up", "move(-1)", "", "Previous event."),
    Action("search.to_list", "search", "tab", "to_list", "events", "Keep the search and go to the timeline."),
    Action("relation.event", "relation", "enter", "go", "event", "Go to the event in the timeline."),
    Action(
        "relation.statuses", "relation", "s", "statuses", "status", "Show how it stood, and what tells it."
    ),
    Action("relation.wider", "relation", "plus", "window(1)", "longer mean", "Mean tone over more years."),
    Action("relation.narrower", "relation", "minus", "window(-1)", "shorter", "Mean tone over fewer years."),
    Action("matrix.open", "matrix", "enter", "open", "relation", "Go to the relation of the two countries."),
    Action(
        "search.cancel", "search", "escape", "cancel", "cancel", "Leave, with the search as it was before."
    ),
)

# These lead to another part of the screen: keys that are typed right behind belong there already.
_LEADING_AWAY = frozenset(
    {
        "search",
        "search.clear",
        "pane.next",
        "pane.previous",
        "pane.countries",
        "pane.timeline",
        "pane.source",
        "pane.left",
        "pane.right",
        "back",
        "passage",
    }
)

# What the key bar shows for each part of the screen, in this order, as far as there is room.
KEY_BAR: dict[Where, tuple[str, ...]] = {
    "countries": ("country.toggle", "country.go", "country.only", "search", "pane.next", "help", "quit"),
    "timeline": ("passage", "search", "pane.next", "back", "help", "quit"),
    "source": ("back", "passage.follow", "search", "pane.next", "help", "quit"),
    "search": ("search.accept", "search.to_list", "search.cancel"),
    "relation": ("relation.event", "relation.statuses", "relation.wider", "relation.narrower", "back"),
    "matrix": ("matrix.open", "back"),
}


def action(id_: str) -> Action:
    """The action of this id; raises KeyError."""
    return _BY_ID[id_]


def bindings(*where: Where) -> list[BindingType]:
    """Textual's bindings for the actions of some parts of the screen."""
    return [
        # With priority the app itself acts, before it looks where to send the next key.
        Binding(
            item.keys, item.call, item.label or item.help, show=False, id=item.id, priority=item.leads_away
        )
        for item in ACTIONS
        if item.where in where
    ]


_BY_ID = {item.id: item for item in ACTIONS}

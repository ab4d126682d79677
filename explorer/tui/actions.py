"""Every action, declared once: bindings, key bar, palette, help and the README's key table come from here.

An action's id is the name under which its keys can be remapped.  `where` is the part of the screen that must
have the focus; "everywhere" needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explorer.config import Keymap
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import Binding, BindingType

Where = Literal[
    "everywhere",
    "lists",
    "countries",
    "timeline",
    "source",
    "search",
    "find",
    "relation",
    "matrix",
    "problems",
    "copy",
    "dialogs",
    "choices",
    "numbered",
]

WHERE_TITLES: dict[Where, str] = {
    "everywhere": "Everywhere",
    "lists": "In every pane",
    "countries": "Countries",
    "timeline": "Timeline",
    "source": "Source",
    "search": "Search line",
    "find": "Find in the document",
    "relation": "Relation of two countries",
    "matrix": "Matrix of relations",
    "problems": "List of problems",
    "copy": "Copy menu",
    "dialogs": "In dialogs and relations",
    "choices": "In dialogs where one types",
    "numbered": "Countries, with --screen-reader",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key.

    `keys` are Textual's key names, separated by commas; `call` is Textual's action string; `label` is the
    one word for the key bar ("" keeps it out of there); `help` is a sentence.  In the call `{place}` stands
    for the place of the key that was pressed, from 1.
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
        """Its own keys as a person reads them."""
        return shown_keys(self)

    @property
    def is_numbered(self) -> bool:
        """Whether each of its keys does something else."""
        return "{place}" in self.call


# What Textual is told instead of the keys of an action that has none; no keyboard sends it.
UNBOUND = "unbound"

OWN_KEYS = Keymap()
# So many keys of one action are written out; of more only the first and the last.
_MOST_SHOWN = 3


def shown_keys(action: Action, keymap: Keymap = OWN_KEYS) -> tuple[str, ...]:
    """The keys of an action that hold, as a person reads them."""
    from explorer.config.key_names import shown_key

    shown = tuple(map(shown_key, keymap.keys_of(action)))
    return shown if len(shown) <= _MOST_SHOWN else (shown[0], "…", shown[-1])


ACTIONS: tuple[Action, ...] = (
    Action(
        "search",
        "everywhere",
        "slash",
        "search_here",
        "search",
        "Search, the timeline narrows as you type; in the source, find in the document.",
    ),
    Action("search.events", "everywhere", "s", "search", "search", "Search the events, from the source too."),
    Action("search.clear", "everywhere", "ctrl+x", "clear_filters", "", "Drop the search and all countries."),
    Action("filter.drop_last", "everywhere", "backspace", "drop_filter(0)", "", "Drop the last filter."),
    Action(
        "filter.drop",
        "everywhere",
        "f2,f3,f4,f5,f6,f7,f8,f9",
        "drop_filter({place})",
        "",
        "Drop the filter that stands beside the key.",
    ),
    Action(
        "history", "everywhere", "ctrl+r", "history", "", "Earlier searches, and saved ones; search again."
    ),
    Action("search.save", "everywhere", "S", "save_search", "", "Save the search under a name."),
    Action("jump.back", "everywhere", "ctrl+o", "jump(-1)", "", "Back to where you jumped from."),
    Action("jump.forward", "everywhere", "ctrl+n,ctrl+i", "jump(1)", "", "Forward again through the jumps."),
    Action("bookmark", "everywhere", "m", "bookmark", "", "Set a bookmark on the event, with a name."),
    Action("bookmarks", "everywhere", "apostrophe", "bookmarks", "", "List the bookmarks; go to one."),
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
    Action(
        "copy",
        "everywhere",
        "y",
        "copy",
        "",
        "Copy what is selected; else the citation, the quote, the event, or a link to it.",
    ),
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
    Action("edit", "everywhere", "e", "edit", "", "Open the event in your editor, at its line."),
    Action("palette", "everywhere", "ctrl+p", "app.command_palette", "", "Find a command by its name."),
    Action("help", "everywhere", "question_mark,f1", "help", "help", "Show the keys and the query language."),
    Action(
        "compact", "everywhere", "", "toggle_compact", "", "Compact mode on or off: panes without frames."
    ),
    Action(
        "redraw",
        "everywhere",
        "ctrl+l",
        "app.redraw",
        "",
        "Draw the screen anew, over what another program wrote there.",
    ),
    Action("suspend", "everywhere", "ctrl+z", "app.suspend_process", "", "Suspend; `fg` comes back."),
    Action("quit", "everywhere", "q", "app.quit", "quit", "Leave."),
    Action(
        "quit.always", "everywhere", "ctrl+q", "app.quit", "", "Leave, from the search line or a dialog too."
    ),
    Action(
        "interrupt",
        "everywhere",
        "ctrl+c",
        "app.interrupt",
        "",
        "Copy selected text; without any, leave with exit status 130.",
    ),
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
        "year.previous",
        "timeline",
        "left_curly_bracket",
        "year(-1)",
        "",
        "Previous heading: the year, or the period of the zoom.",
    ),
    Action("year.next", "timeline", "right_curly_bracket", "year(1)", "", "Next heading."),
    Action(
        "view", "timeline", "v", "screen.view", "lanes", "Lanes, one for each country, or the list again."
    ),
    Action("sort", "timeline", "t", "screen.sort", "", "Sort by time, or by relevance of the search."),
    Action("zoom.in", "timeline", "plus", "screen.zoom(1)", "", "Zoom in: by decade, year, then month."),
    Action("zoom.out", "timeline", "minus", "screen.zoom(-1)", "", "Zoom out: by decade, then century."),
    Action(
        "passage.follow",
        "source",
        "enter",
        "follow",
        "other event",
        "Go to another event that cites this; else to the passage.",
    ),
    Action("select.down", "source", "shift+down", "select_rows(1)", "", "Select text: on to the row below."),
    Action("select.up", "source", "shift+up", "select_rows(-1)", "", "Select text: back to the row above."),
    Action("select.right", "source", "shift+right", "select_words(1)", "", "Select text: on by a word."),
    Action("select.left", "source", "shift+left", "select_words(-1)", "", "Select text: back by a word."),
    Action("search.accept", "search", "enter", "accept", "source", "Go to the passage of the chosen event."),
    Action("search.earlier", "search", "up", "recall(-1)", "", "The search before, that begins so."),
    Action("search.later", "search", "down", "recall(1)", "", "The search after it."),
    Action("search.down", "search", "ctrl+j", "move(1)", "", "Next event, without leaving the search line."),
    Action("search.up", "search", "ctrl+k", "move(-1)", "", "Previous event."),
    Action("search.to_list", "search", "tab", "to_list", "events", "Keep the search and go to the timeline."),
    Action("find.accept", "find", "enter,tab", "accept", "keep", "Keep what is found marked, and read on."),
    Action("find.next", "find", "down,ctrl+j", "step(1)", "next", "Next place, without leaving the line."),
    Action("find.previous", "find", "up,ctrl+k", "step(-1)", "", "Previous place."),
    Action("find.cancel", "find", "escape", "cancel", "cancel", "Leave, to where you were reading."),
    Action("relation.event", "relation", "enter", "go", "event", "Go to the event in the timeline."),
    Action(
        "relation.statuses", "relation", "s", "statuses", "status", "Show how it stood, and what tells it."
    ),
    Action("relation.wider", "relation", "plus", "window(1)", "longer mean", "Mean tone over more years."),
    Action("relation.narrower", "relation", "minus", "window(-1)", "shorter", "Mean tone over fewer years."),
    Action("matrix.open", "matrix", "enter", "open", "relation", "Go to the relation of the two countries."),
    Action("problem.edit", "problems", "enter", "edit", "edit", "Open your editor at the problem."),
    Action("copy.take", "copy", "enter", "take", "copy", "Copy what is chosen."),
    Action("copy.number", "copy", "1,2,3,4,5,6,7,8,9", "take({place})", "", "Copy what has this number."),
    Action("close", "dialogs", "escape,q", "dismiss", "close", "Close; so does the key that opened it."),
    Action("choice.take", "choices", "enter", "take", "", "Take what is typed, or the choice under it."),
    Action("choice.close", "choices", "escape", "dismiss", "", "Close, and take nothing."),
    Action("choice.next", "choices", "down,ctrl+n", "step(1)", "", "Next choice."),
    Action("choice.previous", "choices", "up,ctrl+p", "step(-1)", "", "Previous choice."),
    Action("choice.page_down", "choices", "pagedown", "page(1)", "", "A page down."),
    Action("choice.page_up", "choices", "pageup", "page(-1)", "", "A page up."),
    Action("choice.first", "choices", "ctrl+home", "first", "", "To the beginning."),
    Action("choice.last", "choices", "ctrl+end", "last", "", "To the end."),
    Action(
        "country.number",
        "numbered",
        "1,2,3,4,5,6,7,8,9",
        "number({place})",
        "",
        "Choose the country of this number, or leave it out again.",
    ),
    Action("bookmark.drop", "choices", "ctrl+x", "drop", "", "Drop the bookmark under the cursor."),
    Action(
        "search.cancel", "search", "escape", "cancel", "cancel", "Leave, with the search as it was before."
    ),
)

# These lead to another part of the screen: keys that are typed right behind belong there already.
_LEADING_AWAY = frozenset(
    {
        "search",
        "search.events",
        "search.clear",
        "pane.next",
        "pane.previous",
        "pane.countries",
        "pane.timeline",
        "pane.source",
        "pane.left",
        "pane.right",
        "back",
        "copy",
        "passage",
    }
)

# What the key bar shows for each part of the screen, in this order, as far as there is room.
KEY_BAR: dict[Where, tuple[str, ...]] = {
    "countries": (
        "country.toggle",
        "country.go",
        "country.only",
        "relations",
        "search",
        "pane.next",
        "help",
        "quit",
    ),
    "timeline": ("passage", "search", "pane.next", "view", "back", "help", "quit"),
    "source": ("back", "passage.follow", "search", "search.events", "pane.next", "help", "quit"),
    "search": ("search.accept", "search.to_list", "search.cancel"),
    "find": ("find.accept", "find.next", "find.cancel"),
    "relation": (
        "relation.event",
        "relation.statuses",
        "relation.wider",
        "relation.narrower",
        "close",
        "help",
    ),
    "matrix": ("matrix.open", "close", "help"),
    "problems": ("problem.edit",),
}

# What the key bar calls an action where it does something else.
_LABELS_THERE: dict[tuple[str, Where], str] = {("search", "source"): "find"}


def label(id_: str, where: Where) -> str:
    """The one word for an action in the key bar of a part of the screen."""
    return _LABELS_THERE.get((id_, where), action(id_).label)


def action(id_: str) -> Action:
    """The action of this id; raises KeyError."""
    return _BY_ID[id_]


def bindings(*where: Where, priority: bool = False) -> list[BindingType]:
    """Textual's bindings for the actions of some parts of the screen, by their own keys.

    With `priority` they come before what has the focus; some do anyway.
    """
    from textual.binding import Binding

    return [
        # With priority the app itself acts, before it looks where to send the next key.
        Binding(keys, call, item.label or item.help, show=False, id=id_, priority=priority or item.leads_away)
        for item in ACTIONS
        if item.where in where
        for id_, keys, call in _bound(item, item.keys.split(","))
    ]


def binding(id_: str, call: str = "", *, priority: bool = False) -> Binding:
    """Textual's binding for an action by its own keys, with what it is to call here, if that is another."""
    from textual.binding import Binding

    item = action(id_)
    return Binding(item.keys, call or item.call, item.help, show=False, id=id_, priority=priority)


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """The keys that hold in place of an action's own, for Textual's `set_keymap`."""
    changed = ((action(id_), keys) for id_, keys in keymap.changed.items())
    return {id_: keys for item, held in changed for id_, keys, _ in _bound(item, held)}


def _bound(item: Action, keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The (id, keys, call) of the bindings that an action has by these keys."""
    if not item.is_numbered:
        yield item.id, ",".join(keys) or UNBOUND, item.call
        return
    for place in range(len(item.keys.split(","))):
        key = keys[place] if place < len(keys) else UNBOUND
        yield f"{item.id}.{place + 1}", key, item.call.format(place=place + 1)


_BY_ID = {item.id: item for item in ACTIONS}

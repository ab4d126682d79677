"""The colours of the themes, by what they are for.

Every text reaches 4.5:1 on whatever it stands on (WCAG 2.2, 1.4.3); of high contrast, 7:1 (1.4.6).
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours as `#rrggbb`.

    `success` is also what is good between two states, `error` what is bad; `quiet` and `faint` step back.
    """

    foreground: str
    background: str
    surface: str
    panel: str
    primary: str
    secondary: str
    accent: str
    warning: str
    error: str
    success: str
    quiet: str
    faint: str
    edge: str
    edge_hover: str
    cursor_row: str
    cursor_row_blurred: str
    passage_background: str
    passage_foreground: str
    match_background: str
    match_foreground: str


DARK = Palette(
    foreground="#d6d9de",
    background="#14171c",
    surface="#191d24",
    panel="#232932",
    primary="#84abd0",
    secondary="#c8a86b",
    accent="#e0b660",
    warning="#e0a458",
    error="#ef8f86",
    success="#8fb573",
    quiet="#a3acba",
    faint="#98a2b0",
    edge="#3c4654",
    edge_hover="#56657a",
    cursor_row="#202e54",
    cursor_row_blurred="#262b33",
    passage_background="#4a3c14",
    passage_foreground="#ffe9b0",
    match_background="#1f4a3f",
    match_foreground="#a8f0d4",
)

LIGHT = Palette(
    foreground="#20242a",
    background="#f4f2ec",
    surface="#fbfaf6",
    panel="#e9e6dd",
    primary="#245a8c",
    secondary="#6a5018",
    accent="#724a00",
    warning="#724400",
    error="#a8281e",
    success="#3c6b1e",
    quiet="#545c68",
    faint="#656258",
    edge="#c3beb0",
    edge_hover="#9c9686",
    cursor_row="#d3e2f0",
    cursor_row_blurred="#e8ebee",
    passage_background="#ffe9a8",
    passage_foreground="#2e2300",
    match_background="#bfe8d8",
    match_foreground="#0c3a2b",
)

CONTRAST_DARK = Palette(
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    primary="#8fd0ff",
    secondary="#ffe08a",
    accent="#ffff00",
    warning="#ffc46b",
    error="#ffa8a8",
    success="#8cff8c",
    quiet="#e6e6e6",
    faint="#cccccc",
    edge="#8c8c8c",
    edge_hover="#bfbfbf",
    cursor_row="#002f5c",
    cursor_row_blurred="#2e2e2e",
    passage_background="#ffff00",
    passage_foreground="#000000",
    match_background="#00ffff",
    match_foreground="#000000",
)

CONTRAST_LIGHT = Palette(
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ebebeb",
    primary="#003c80",
    secondary="#4a3800",
    accent="#5c2e00",
    warning="#5c2e00",
    error="#8a0000",
    success="#004a00",
    quiet="#262626",
    faint="#3d3d3d",
    edge="#737373",
    edge_hover="#4d4d4d",
    cursor_row="#c7e0ff",
    cursor_row_blurred="#e0e0e0",
    passage_background="#ffe100",
    passage_foreground="#000000",
    match_background="#66e8ff",
    match_foreground="#000000",
)

# Red and green look alike (deuteranopia, and protanopia): good is blue, bad is orange.
DEUTERANOPIA_DARK = DARK._replace(
    primary="#a8b8cc",
    secondary="#cdbb8c",
    accent="#f0d060",
    warning="#f0d060",
    error="#f09a4a",
    success="#6cb4f5",
    match_background="#123f6e",
    match_foreground="#cfe6ff",
)

DEUTERANOPIA_LIGHT = LIGHT._replace(
    primary="#2b4a66",
    secondary="#66571f",
    accent="#6b5300",
    warning="#6b5300",
    error="#9a2e00",
    success="#004a94",
    match_background="#bcdcff",
    match_foreground="#00284f",
)

# Blue and green, yellow and pink look alike (tritanopia): good is teal, bad is red.
TRITANOPIA_DARK = DARK._replace(
    primary="#a9c4c8",
    secondary="#d6b3b0",
    accent="#f0c4bc",
    warning="#f0c4bc",
    error="#ff8080",
    success="#4cc8c8",
    passage_background="#5c2a2f",
    passage_foreground="#ffe3de",
    match_background="#0c4a50",
    match_foreground="#c0f4f5",
)

TRITANOPIA_LIGHT = LIGHT._replace(
    primary="#2f5560",
    secondary="#5a2e4a",
    accent="#8a2a3a",
    warning="#8a2a3a",
    error="#b00020",
    success="#006064",
    passage_background="#ffd2d0",
    passage_foreground="#3b0508",
    match_background="#aee9e9",
    match_foreground="#00393c",
)

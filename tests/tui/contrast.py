"""What the colours of a rendered screen are worth: contrast (WCAG 2.2), and how the colour-blind see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.app import App
from textual.scrollbar import ScrollBar

Rgb = tuple[int, int, int]

DRAWING = 3.0


class Terminal(NamedTuple):
    """What a terminal shows: its own sixteen colours, the default ones, and how many others it has."""

    colours: tuple[Rgb, ...]
    foreground: Rgb
    background: Rgb
    has_256: bool = False


class Pair(NamedTuple):
    """A text as it is drawn somewhere, with its colours."""

    widget: str
    text: str
    foreground: Rgb
    background: Rgb

    def __str__(self) -> str:
        here, ground = (f"#{r:02x}{g:02x}{b:02x}" for r, g, b in (self.foreground, self.background))
        ratio = contrast(self.foreground, self.background)
        return f"{self.widget}: {here} on {ground} is {ratio:.2f}:1 in {self.text[:30]!r}"


def luminance(colour: Rgb) -> float:
    """The relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# Machado, Oliveira and Fernandes (2009), severity 1.0: on linear red, green and blue.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def difference(one: Rgb, other: Rgb, deficiency: str) -> float:
    """How far apart two colours look with a deficiency: ΔE*ab (CIE 1976); 2 is just seen, 20 is plain."""
    a, b = (_lab(_seen(colour, deficiency)) for colour in (one, other))
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


def unreadable(app: App[Any], terminals: Sequence[tuple[Terminal, float]]) -> Iterator[Pair]:
    """The texts on the screen below the least contrast of a terminal, and the drawings below 3:1 (1.4.11).

    Frames, rules and scrollbars say nothing; what stands behind a dialog is out of use (1.4.3, "inactive").
    """
    for (style, is_drawing), places in _drawn(app).items():
        for terminal, least in terminals:
            colours = _colours(style, terminal)
            if contrast(*colours) < (DRAWING if is_drawing else least):
                for x, y, text in places:
                    widget, _ = app.screen.get_widget_at(x, y)
                    if not isinstance(widget, ScrollBar) and not (
                        app.screen.is_modal and widget is app.screen
                    ):
                        yield Pair(_name(widget), text, *colours)


def _drawn(app: App[Any]) -> dict[tuple[Style, bool], list[tuple[int, int, str]]]:
    """Where each style is on the screen, with what text; drawings apart."""
    drawn = defaultdict(list)
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            text = segment.text.strip()
            if text and not all(map(_is_line, text)):
                is_drawing = all(map(_is_drawing, text))
                drawn[segment.style or Style(), is_drawing].append((x, y, segment.text))
            x += segment.cell_length
    return drawn


def _name(widget: object) -> str:
    id_ = getattr(widget, "id", None)
    return f"{type(widget).__name__}{f'#{id_}' if id_ else ''}"


@cache
def _colours(style: Style, terminal: Terminal) -> tuple[Rgb, Rgb]:
    foreground = _rgb(style.color, terminal, terminal.foreground)
    background = _rgb(style.bgcolor, terminal, terminal.background)
    if style.reverse:
        foreground, background = background, foreground
    if style.dim:
        red, green, blue = ((a + b) // 2 for a, b in zip(foreground, background, strict=True))
        foreground = red, green, blue
    return foreground, background


def _rgb(colour: Color | None, terminal: Terminal, default: Rgb) -> Rgb:
    if colour is None or colour.is_default:
        return default
    if colour.triplet is not None:
        shown = colour.downgrade(ColorSystem.EIGHT_BIT) if terminal.has_256 else colour
        return tuple(shown.get_truecolor())
    assert colour.number is not None
    assert colour.number < 16
    return terminal.colours[colour.number]


def _is_line(character: str) -> bool:
    return "\u2500" <= character <= "\u257f"


def _is_drawing(character: str) -> bool:
    return "\u2500" <= character <= "\u25ff" or "\u2800" <= character <= "\u28ff"


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _seen(colour: Rgb, deficiency: str) -> tuple[float, ...]:
    linear = [_linear(channel) for channel in colour]
    rows = DEFICIENCIES[deficiency]
    mixed = (sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in rows)
    return tuple(min(1.0, max(0.0, part)) for part in mixed)


def _lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear sRGB, for the white of D65 (IEC 61966-2-1)."""
    red, green, blue = linear
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)

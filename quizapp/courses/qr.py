"""QR codes as drawings that any page can hold; pure."""

from dataclasses import dataclass

import segno

MARGIN = 4  # modules of white around it, without which cameras don't find it


@dataclass(frozen=True)
class Drawing:
    """A QR code to be drawn dark on white, a unit a module."""

    size: int  # its width and height, the margin included
    path: str  # what is dark, as the `d` of an SVG path


def make_drawing(text: str) -> Drawing:
    """`text` as a QR code that can be read with a seventh of it covered."""
    rows = tuple(segno.make(text, error="m", micro=False).matrix)
    dark = (
        f"M{x + MARGIN} {y + MARGIN}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    )
    return Drawing(size=len(rows) + 2 * MARGIN, path="".join(dark))

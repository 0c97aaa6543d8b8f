"""How values are written for people."""

from fractions import Fraction


def format_points(points: Fraction) -> str:
    """At most two decimals, halves rounded up, no zeros at the end: 1, 0.5, 1.33."""
    hundredths = (abs(points) * 100 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(hundredths, 100)
    sign = "-" if points < 0 and hundredths else ""
    return f"{sign}{whole}.{rest:02}".rstrip("0").rstrip(".")

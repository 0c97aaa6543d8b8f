"""What simulated students write into fields, beyond the key and the mistakes that a bank names."""

from collections.abc import Mapping

# Right, or meant right: some of these no line of the bank accepts, which is for staff to notice.
RIGHT_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "median-of-five": ("7.0",),
    "mean-of-four": ("5,0",),
    "root-of-variance": ("Standard deviation", "standard deviaton", "SD", "std. deviation"),
    "whole-group": ("Population", "the population", "populaton", "target population"),
    "share-of-yes": ("45 percent", "45.0"),
    "hidden-driver": ("Confounder", "confounding variable", "third variable", "confounding factor"),
    "largest-correlation": ("+1", "1.0"),
}
WRONG_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "median-of-five": ("9", "35", "7.5"),
    "mean-of-four": ("20", "6", "4.5"),
    "range-of-six": ("12", "11", "23"),
    "root-of-variance": ("mean", "range", "deviation", "quartile"),
    "sum-of-seven": ("5", "12", "2"),
    "two-tosses": ("2", "3", "8"),
    "whole-group": ("universe", "everybody", "census", "the sample group"),
    "share-of-yes": ("0.54", "55", "2.2"),
    "hidden-driver": ("cause", "independent variable", "trend", "moderator"),
    "largest-correlation": ("10", "infinity", "0.99"),
    "slope-story": ("10", "3", "5", "25"),
}

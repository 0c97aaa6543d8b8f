"""Where the bars of the histogram stand."""

from quizapp.insights.chart import BASE, TALLEST, draw_histogram


def test_bars_share_the_width() -> None:
    first, second = draw_histogram([1, 1], unit="points").bars

    assert (first.x, first.width, first.middle) == (3.75, 42.5, 25)
    assert (second.x, second.middle) == (53.75, 75)


def test_the_most_frequent_score_has_the_tallest_bar() -> None:
    heights = [bar.height for bar in draw_histogram([1, 4, 2], unit="points").bars]

    assert heights == [38, TALLEST, 75]


def test_bars_stand_on_the_base() -> None:
    assert all(bar.y + bar.height == BASE for bar in draw_histogram([3, 0, 7], unit="%").bars)


def test_bars_of_points_are_named_in_points() -> None:
    words = [bar.words for bar in draw_histogram([0, 1, 2], unit="points").bars]

    assert words == ["0 to under 1 points", "1 to under 2 points", "2 of 2 points"]


def test_bars_of_percentages_are_named_in_percent() -> None:
    words = [bar.words for bar in draw_histogram([0] * 11, unit="%").bars]

    assert (words[0], words[9], words[10]) == ("0 to under 10%", "90 to under 100%", "100%")


def test_description_names_the_tallest_bar() -> None:
    assert (
        draw_histogram([1, 4, 2], unit="points").description
        == "7 scores. The tallest bar is 1 to under 2 points with 4."
    )

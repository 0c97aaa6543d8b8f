"""Wrong options that don't give the key away."""

from quizapp.generation.distractors.wrong_options import pick_wrong


def test_the_first_three_are_taken() -> None:
    assert pick_wrong("a red house", ["a blue door", "a green lamp", "a white sail", "a wall"]) == [
        "a blue door",
        "a green lamp",
        "a white sail",
    ]


def test_one_of_the_keys_length_takes_the_place_of_a_shorter_one() -> None:
    key = "because the river had changed its course"
    longer = "because the owner had sold every boat"
    assert longer in pick_wrong(key, ["it rained", "it was hot", "it was cold", longer])


def test_nothing_is_taken_where_the_key_would_be_the_longest_by_far() -> None:
    assert pick_wrong("because the river had changed", ["it rained", "it froze", "it broke"]) == []


def test_what_is_part_of_another_option_is_passed_over() -> None:
    found = pick_wrong("a red house", ["a red house by the sea", "a blue lamp", "a door", "a sail"])
    assert found == ["a blue lamp", "a door", "a sail"]


def test_absolute_words_are_passed_over_unless_the_key_has_one() -> None:
    others = ["it always rained", "it was hot", "it was cold", "it was dark"]
    assert pick_wrong("it was foggy", others) == others[1:]
    assert pick_wrong("it never snowed", others) == others[:3]

"""Hashes and the passwords that are refused."""

import pytest

from quizapp.accounts import passwords
from quizapp.accounts.passwords import (
    UnfitPassword,
    ensure_acceptable,
    hash_password,
    is_easy,
    is_match,
    needs_rehash,
)

OLD_HASH = (  # of "otter kettle violin", made with weaker parameters
    "$argon2id$v=19$m=8192,t=1,p=1$P+eyubYxjiBKRBIX/rWOmw$+YRjIcorPxkKHE9HojBcVJkuBh7bWetEyVVvE2n2fmE"
)


def test_hash_is_argon2id_with_the_promised_parameters() -> None:
    assert hash_password("otter kettle violin").startswith("$argon2id$v=19$m=12288,t=3,p=1$")


def test_two_hashes_of_one_password_differ() -> None:
    assert hash_password("otter kettle violin") != hash_password("otter kettle violin")


@pytest.mark.parametrize(
    "password",
    ["otter kettle violin", "пароль из слов", "🦦🎻🫖🦦🎻🫖🦦🎻", "nul\x00inside", "x" * 256],
)
def test_password_of_any_characters_matches_its_hash(password: str) -> None:
    assert is_match(password, hash_password(password))


def test_nothing_is_cut_off_a_long_password() -> None:
    assert not is_match("x" * 255 + "y", hash_password("x" * 255 + "z"))


def test_spaces_and_case_of_a_password_count() -> None:
    hashed = hash_password("Otter kettle violin ")
    assert not is_match("otter kettle violin ", hashed)
    assert not is_match("Otter kettle violin", hashed)


def test_nobody_matches_no_hash() -> None:
    assert not is_match("otter kettle violin", None)


@pytest.mark.parametrize("damaged", ["$argon2id$v=19$broken", "", "x" * 300, OLD_HASH[:-1]])
def test_damaged_hash_matches_nothing(damaged: str) -> None:
    assert not is_match("otter kettle violin", damaged)


def test_hash_for_unknown_names_costs_the_same_as_a_real_one() -> None:
    assert not needs_rehash(passwords._DUMMY_HASH)


def test_hash_with_other_parameters_is_matched_and_made_again() -> None:
    assert is_match("otter kettle violin", OLD_HASH)
    assert needs_rehash(OLD_HASH)


@pytest.mark.parametrize("password", ["otter k", "1234567", "x", "🦦" * 7])
def test_short_password_is_refused_and_its_length_said(password: str) -> None:
    with pytest.raises(UnfitPassword, match=f"8 characters or more; this has {len(password)}"):
        ensure_acceptable(password)


def test_empty_password_is_asked_for() -> None:
    with pytest.raises(UnfitPassword, match="Choose a password of 8 characters or more."):
        ensure_acceptable("")


def test_password_of_256_characters_is_accepted_and_of_257_refused() -> None:
    words = "otter kettle violin tram "
    ensure_acceptable((words * 12)[:256])
    with pytest.raises(UnfitPassword, match="at most 256"):
        ensure_acceptable((words * 12)[:257])


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "PASSWORD",
        "Password1!",
        "p@ssw0rd",
        "P4ssw0rd2026",
        "passwordpassword",
        "12345678",
        "123456789",
        "87654321",
        "11111111",
        "12341234",
        "abcabcabc",
        "abcdefgh",
        "qwertyuiop",
        "qwertz123",
        "asdfghjkl",
        "1q2w3e4r",
        "1qaz2wsx",
        "iloveyou",
        "iloveyou2",
        "sunshine",
        "football1",
        "princess",
        "trustno1",
        "letmein123",
        "welcome1",
        "michael1",
        "starwars",
        "superman!",
        "correcthorsebatterystaple",
        "lovedragon",
        "13021990",
        "1990-02-13",
        "quizapp2026",
    ],
)
def test_password_that_guessers_try_first_is_refused(password: str) -> None:
    with pytest.raises(UnfitPassword, match="guessers try"):
        ensure_acceptable(password)


@pytest.mark.parametrize("password", ["biology101", "Biology-101!", "ada-obi-1", "okonkwo1"])
def test_words_of_the_course_and_of_the_name_are_refused(password: str) -> None:
    assert is_easy(password, ("Ada Obi", "okonkwo@example.org", "Biology 101"))


@pytest.mark.parametrize(
    "password",
    [
        "otter kettle violin",
        "xk29!fjq",
        "blau regen hut",
        "Tr0ub4dor&3",
        "длинный хвост кота",
        "水平方向安全密码",
        "zebra quilt mango",
        "password8301927465x",
    ],
)
def test_other_passwords_need_no_kinds_of_characters(password: str) -> None:
    ensure_acceptable(password, ("Ada Obi", "ada@example.org", "Biology 101"))


def test_shipped_list_has_thousands_of_folded_words() -> None:
    words = passwords.common_words()
    assert len(words) > 4_000
    assert all(word == word.casefold().strip() and len(word) >= 3 for word in words)


def test_shipped_list_stands_for_far_more_than_twenty_thousand_passwords() -> None:
    endings = ("1", "12", "123", "1234", "12345", "!", "2025", "2026", "007", "99")
    spellings = [w.title() + end for w in passwords.common_words() for end in endings]
    long_enough = [spelling for spelling in spellings if len(spelling) >= passwords.SHORTEST]
    assert len(long_enough) > 20_000
    assert all(is_easy(spelling) for spelling in long_enough[::97])

"""Names and logins."""

import pytest

from quizapp.accounts.names import UnfitLogin, UnfitName, fit_login, fit_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada   Obi ", "Ada Obi"),
        ("Ngu\u0079e\u0302\u0303n", "Nguy\u1ec5n"),
        ("محمد", "محمد"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
        ("李", "李"),
    ],
)
def test_name_of_any_script_is_kept_with_plain_spaces(typed: str, kept: str) -> None:
    assert fit_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "a" * 201, "Ada\x00", "Ada\u202eibO", "Ada\u2066x"])
def test_name_that_is_empty_long_or_tricky_is_refused(typed: str) -> None:
    with pytest.raises(UnfitName):
        fit_name(typed)


@pytest.mark.parametrize("typed", [" ADA@Example.org", "ada@example.org\n", "ａｄａ@example.org"])
def test_login_is_compared_without_case_width_and_outer_space(typed: str) -> None:
    assert fit_login(typed) == "ada@example.org"


@pytest.mark.parametrize("typed", ["", " ", "ada obi", "a" * 255, "a\x00da", "ada\u200b"])
def test_login_that_is_empty_long_or_tricky_is_refused(typed: str) -> None:
    with pytest.raises(UnfitLogin):
        fit_login(typed)

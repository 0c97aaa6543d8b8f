"""Texts that were verified once are as hard to forge as before, and grow as old."""

from unittest.mock import patch

import pytest
from flask.sessions import session_json_serializer
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from itsdangerous.timed import TimestampSigner

from quizapp.signatures import SignedTexts

VALUE = {"csrf_token": "a1b2", "_flashes": [("good", "You joined.")]}


def make_texts(keys: str | list[str] = "key") -> SignedTexts:
    return SignedTexts(keys, salt="salt", serializer=session_json_serializer)


def sign_at(moment: int, value: object = VALUE) -> str:
    with patch.object(TimestampSigner, "get_timestamp", lambda _self: moment):
        return make_texts().dumps(value)


def test_what_was_signed_is_read_each_time() -> None:
    texts = make_texts()
    signed = texts.dumps(VALUE)
    assert [texts.loads(signed, max_age=60) for _ in range(2)] == [VALUE, VALUE]


def test_a_signature_is_verified_once() -> None:
    texts = make_texts()
    signed = texts.dumps(VALUE)
    texts.loads(signed)
    with patch.object(TimestampSigner, "unsign", side_effect=AssertionError):
        assert texts.loads(signed) == VALUE


def test_values_read_from_one_text_share_nothing() -> None:
    texts = make_texts()
    signed = texts.dumps(VALUE)
    texts.loads(signed)["_flashes"].clear()
    assert texts.loads(signed) == VALUE


def outcome(serializer: URLSafeTimedSerializer, text: str) -> object:
    """What is read, or None."""
    try:
        return serializer.loads(text)
    except BadSignature:
        return None


@given(at=st.integers(min_value=0), sign=st.characters(codec="ascii"))
def test_a_text_changed_anywhere_fares_as_if_the_right_one_were_unknown(at: int, sign: str) -> None:
    texts = make_texts()
    signed = texts.dumps(VALUE)
    texts.loads(signed)
    place = at % len(signed)
    changed = signed[:place] + sign + signed[place + 1 :]
    plain = URLSafeTimedSerializer("key", "salt", session_json_serializer)
    assert outcome(texts, changed) == outcome(plain, changed)


def test_a_text_that_is_refused_is_refused_again() -> None:
    texts = make_texts()
    signed = make_texts("another").dumps(VALUE)
    for _ in range(2):
        with pytest.raises(BadSignature):
            texts.loads(signed)


def test_a_known_text_grows_too_old() -> None:
    texts = make_texts()
    signed = sign_at(1_000_000)
    assert texts.loads(signed) == VALUE
    with pytest.raises(SignatureExpired):
        texts.loads(signed, max_age=60)


def test_a_text_of_the_future_is_refused_where_its_age_matters() -> None:
    with pytest.raises(SignatureExpired):
        make_texts().loads(sign_at(10_000_000_000), max_age=60)


def test_an_older_key_still_reads() -> None:
    signed = make_texts("old").dumps(VALUE)
    assert make_texts(["old", "new"]).loads(signed) == VALUE
    with pytest.raises(BadSignature):
        make_texts("new").loads(signed)

"""Settings: where they come from, and what stops the start."""

import stat
from pathlib import Path

import pytest
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeTimedSerializer

from quizapp.app import create_app
from quizapp.config import Settings, WrongSetting, database_url, ensure_instance, load_settings


def test_without_any_settings_the_folders_are_those_of_the_checkout() -> None:
    settings = load_settings({})
    assert (settings.instance, settings.questions) == (Path("instance"), Path("questions"))


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('zone = "Europe/London"\nproxies = 1\n')
    settings = load_settings({"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_ZONE": "Asia/Tokyo"})
    assert (settings.zone, settings.proxies) == ("Asia/Tokyo", 1)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgresql://quiz@db/quiz\n")
    settings = load_settings({"QUIZAPP_DATABASE_URL_FILE": str(secret)})
    assert settings.database_url == "postgresql://quiz@db/quiz"


def test_a_misspelt_setting_names_the_nearest() -> None:
    with pytest.raises(WrongSetting, match="Did you mean questions"):
        load_settings({"QUIZAPP_QUESTION": "banks"})


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("QUIZAPP_PROXIES", "one", "whole number"),
        ("QUIZAPP_ZONE", "London", "Europe/London"),
        ("QUIZAPP_ZONE", "../etc/passwd", "Europe/London"),
        ("QUIZAPP_SECRET_KEY_FILE", "/nowhere", "can't be read"),
        ("QUIZAPP_ZONE_FILE", "/etc/zone", "not a setting"),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence(
    variable: str, value: str, sentence: str
) -> None:
    with pytest.raises(WrongSetting, match=sentence):
        load_settings({variable: value})


@pytest.mark.parametrize(
    "address",
    [
        "https://models.example.edu/v1",
        "http://127.0.0.1:8000/v1",
        "http://localhost:11434/v1",
        "http://[::1]:8000",
    ],
)
def test_a_model_may_be_reached_encrypted_or_on_this_machine(address: str) -> None:
    assert load_settings({"QUIZAPP_MODEL_URL": address + "/"}).model_url == address


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://models.example.edu/v1", "unencrypted"),
        ("http://10.0.0.5/v1", "unencrypted"),
        ("http://localhost.example.edu/v1", "unencrypted"),
        ("ftp://models.example.edu", "such as https"),
        ("models.example.edu/v1", "such as https"),
        ("https://", "such as https"),
        ("https://models.example.edu:port/v1", "is no address"),
        ("https://[::1", "is no address"),
        ("https://models.example.edu/v1?key=5", "nothing behind the path"),
        ("https://models.example.edu/v1#x", "nothing behind the path"),
        ("https://models.example.edu/\n/v1", "nothing behind the path"),
    ],
)
def test_another_address_of_a_model_stops_the_start(address: str, sentence: str) -> None:
    with pytest.raises(WrongSetting, match=sentence):
        load_settings({"QUIZAPP_MODEL_URL": address})


@pytest.mark.parametrize(
    "environ",
    [
        {"QUIZAPP_MODEL_URL": "https://me:hunter2@models.example.edu/v1"},
        {"QUIZAPP_MODEL_KEY": "hunter2 hunter2"},
        {"QUIZAPP_MODEL_KEY": "hunter2\nX-Other: 1"},
        {"QUIZAPP_MODEL_KEY": "hunter2é"},
    ],
)
def test_a_refused_secret_does_not_stand_in_the_sentence(environ: dict[str, str]) -> None:
    with pytest.raises(WrongSetting) as refused:
        load_settings(environ)
    assert "hunter2" not in str(refused.value)


def test_the_key_of_a_model_may_stand_in_a_file_and_is_not_printed(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hunter2\n")
    settings = load_settings({"QUIZAPP_MODEL_KEY_FILE": str(tmp_path / "key")})
    assert settings.model_key == "hunter2"
    assert "hunter2" not in repr(settings)


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("zone = \n")
    with pytest.raises(WrongSetting, match=r"config\.toml can't be read"):
        load_settings({"QUIZAPP_INSTANCE": str(tmp_path)})


def test_hosts_are_a_list_in_the_file_and_commas_in_the_environment(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('trusted_hosts = ["a.org", "b.org"]\n')
    from_file = load_settings({"QUIZAPP_INSTANCE": str(tmp_path)})
    from_environment = load_settings({"QUIZAPP_TRUSTED_HOSTS": "a.org, b.org"})
    assert from_file.trusted_hosts == from_environment.trusted_hosts == ("a.org", "b.org")


def test_the_first_start_makes_a_folder_and_a_key_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    settings = ensure_instance(Settings(instance=folder))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    assert len(settings.secret_key) == 64


def test_the_second_start_keeps_the_key(tmp_path: Path) -> None:
    first = ensure_instance(Settings(instance=tmp_path))
    assert ensure_instance(Settings(instance=tmp_path)).secret_key == first.secret_key


def test_a_key_that_others_can_read_stops_the_start(tmp_path: Path) -> None:
    ensure_instance(Settings(instance=tmp_path))
    (tmp_path / "secret_key").chmod(0o644)
    with pytest.raises(WrongSetting, match="chmod 600"):
        ensure_instance(Settings(instance=tmp_path))


def test_a_weak_key_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="too short"):
        ensure_instance(Settings(instance=tmp_path, secret_key="secret"))


def test_postgresql_is_reached_through_psycopg() -> None:
    settings = Settings(database_url="postgres://quiz@db/quiz")
    assert database_url(settings) == "postgresql+psycopg://quiz@db/quiz"


def test_old_keys_still_vouch_for_what_they_signed(tmp_path: Path) -> None:
    old, new = "o" * 32, "n" * 32
    signed = signing(Settings(tmp_path, secret_key=old)).dumps({"kept": 1})
    rotated = load_settings(
        {
            "QUIZAPP_INSTANCE": str(tmp_path),
            "QUIZAPP_SECRET_KEY": new,
            "QUIZAPP_OLD_SECRET_KEYS": f"{old}, {'p' * 32}",
        }
    )
    assert signing(rotated).loads(signed) == {"kept": 1}
    with pytest.raises(BadSignature):
        signing(Settings(tmp_path, secret_key=new)).loads(signed)


def signing(settings: Settings) -> URLSafeTimedSerializer:
    """What signs the session cookies of a site."""
    app = create_app(settings)
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    return serializer

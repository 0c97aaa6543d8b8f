"""Every setting, its default, and the check at start-up.

Settings come from `config.toml` in the instance folder and, before that, from the environment as
`QUIZAPP_<NAME>`; a secret may also stand in a file that `QUIZAPP_<NAME>_FILE` names. A wrong or
unknown setting stops the start with a sentence.
"""

import difflib
import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from quizapp.errors import UserError

PREFIX = "QUIZAPP_"
SECRETS = ("database_url", "secret_key", "old_secret_keys", "model_key")


class WrongSetting(UserError):
    """A setting is unknown or can't be used; the text says which, and what it takes."""


@dataclass(frozen=True)
class Settings:
    """What the person who runs the site may choose."""

    instance: Path = Path("instance")  # settings, secret key and the SQLite database
    questions: Path = Path("questions")  # the banks
    database_url: str = ""  # "": SQLite in the instance folder
    secret_key: str = ""  # "": made at the first start and kept in the instance folder
    old_secret_keys: tuple[str, ...] = ()  # what they signed stays valid after a new key
    trusted_hosts: tuple[str, ...] = ()  # names the site answers to; empty: any
    proxies: int = 0  # how many proxies in front may be believed
    zone: str = "UTC"  # IANA name; the zone of new courses
    spacy_model: str = ""  # a package or folder; "": whichever small English model is installed
    mail: str = ""  # whom to write to about the site, shown on its privacy page
    model_url: str = ""  # base address of the language model that may draft banks; "": none
    model_key: str = field(default="", repr=False)  # what that endpoint knows the site by


def load_settings(environ: Mapping[str, str]) -> Settings:
    """The settings in force; raises WrongSetting."""
    named = _from_environment(environ)
    instance = Path(str(named.get("instance", Settings.instance)))
    merged = {**_from_file(instance / "config.toml"), **named}
    values = {name: _convert(name, value) for name, value in merged.items()}
    return Settings(**values)


def ensure_instance(settings: Settings) -> Settings:
    """Make the instance folder (0700) and the secret key (0600); the settings with that key."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    settings.instance.chmod(0o700)
    if not settings.database_url:
        _sqlite_file(settings).touch(mode=0o600)  # SQLite gives its other files the same mode
    key = settings.secret_key or _kept_key(settings.instance / "secret_key")
    if len(key) < 32:
        raise WrongSetting("QUIZAPP_SECRET_KEY is too short: use at least 32 random characters.")
    return Settings(**{**_as_dict(settings), "secret_key": key})


def database_url(settings: Settings) -> str:
    """Where the database is, as SQLAlchemy writes it; PostgreSQL through psycopg 3."""
    if not settings.database_url:
        return f"sqlite:///{_sqlite_file(settings)}"
    for plain in ("postgres://", "postgresql://"):
        if settings.database_url.startswith(plain):
            return "postgresql+psycopg://" + settings.database_url.removeprefix(plain)
    return settings.database_url


def _sqlite_file(settings: Settings) -> Path:
    return settings.instance.resolve() / "quizapp.sqlite3"


def _as_dict(settings: Settings) -> dict[str, Any]:
    return {field.name: getattr(settings, field.name) for field in fields(settings)}


def _kept_key(path: Path) -> str:
    """The key in `path`, made on the first start; several processes may start at once."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            raise WrongSetting(
                f"{path} can be read by others on this machine. Run: chmod 600 {path}"
            ) from None
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_hex(32)
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for variable, value in environ.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name.removesuffix("_file") in SECRETS and name.endswith("_file"):
            name, value = name.removesuffix("_file"), _read_secret(variable, Path(value))
        _ensure_known(name, variable)
        named[name] = value
    return named


def _read_secret(variable: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise WrongSetting(f"{variable} names {path}, which can't be read: {error}.") from None


def _from_file(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongSetting(f"{path} can't be read: {error}.") from None
    for name in content:
        _ensure_known(name, f"{path}: {name}")
    if "instance" in content:
        raise WrongSetting(
            f"{path}: instance can't be set in its own folder. Use QUIZAPP_INSTANCE."
        )
    return content


def _ensure_known(name: str, where: str) -> None:
    known = [field.name for field in fields(Settings)]
    if name in known:
        return
    near = difflib.get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else f" Known are: {', '.join(known)}."
    raise WrongSetting(f"{where} is not a setting.{hint}")


def _convert(name: str, value: Any) -> Any:
    """`value` as the setting's own type; TOML brings numbers and lists, the environment text."""
    if name in ("instance", "questions"):
        return Path(str(value)).expanduser()
    if name in ("trusted_hosts", "old_secret_keys"):
        parts = value if isinstance(value, list) else str(value).split(",")
        return tuple(str(part).strip() for part in parts if str(part).strip())
    if name == "proxies":
        if not str(value).isdigit():
            raise WrongSetting(f"proxies is {value!r}; it takes a whole number such as 0 or 1.")
        return int(value)
    if name == "zone":
        return _known_zone(str(value))
    if name == "model_url":
        return _endpoint(str(value).strip().rstrip("/"))
    if name == "model_key":
        return _header_safe(str(value).strip())
    return str(value)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise WrongSetting(
            f"zone is {name!r}; it takes a name such as Europe/London or America/New_York."
        ) from None
    return name


def _endpoint(address: str) -> str:
    """An address to which articles and a key may be sent: encrypted, or on this machine."""
    if not address:
        return ""
    wanted = "it takes an address such as https://models.example.edu/v1"
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # raises if it is no number
    except ValueError:
        raise WrongSetting(f"model_url is no address; {wanted}.") from None
    if parts.username or parts.password:  # not quoted: it holds a password
        raise WrongSetting(f"model_url holds a name or password; {wanted}, and QUIZAPP_MODEL_KEY.")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongSetting(f"model_url is {address!r}; {wanted}.")
    if parts.query or parts.fragment or not address.isascii() or not address.isprintable():
        raise WrongSetting(f"model_url is {address!r}; {wanted}, with nothing behind the path.")
    if parts.scheme == "http" and not _is_this_machine(parts):
        raise WrongSetting(
            f"model_url is {address!r}, which would send articles and the key unencrypted. "
            "Use https; http is taken for this machine alone, such as http://127.0.0.1:8000/v1."
        )
    return address


def _is_this_machine(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _header_safe(key: str) -> str:
    """A key as it can be sent; what it is must not stand in the sentence."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise WrongSetting("model_key holds a space, a line break or a letter that no key has.")
    return key

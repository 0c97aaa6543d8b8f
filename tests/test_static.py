"""What browsers are sent beside pages: small, known, and our own."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[1] / "quizapp" / "static"
TEMPLATES = STATIC.parent / "templates"
VENDOR = STATIC / "vendor"


def locked_files() -> dict[str, str]:
    """Path to SHA-256, as the LOCK file says."""
    lines = (VENDOR / "LOCK").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.startswith("file ")]
    return {path: digest for _, digest, path in rows}


def read(sheet: str) -> str:
    return (STATIC / sheet).read_text(encoding="utf-8")


def test_every_vendored_file_is_the_one_in_the_lock() -> None:
    present = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "LOCK"
    }
    assert present == locked_files()


def test_every_vendored_package_brings_its_licence() -> None:
    folders = {path.split("/")[0] for path in locked_files()}
    assert all((VENDOR / folder / "LICENSE.txt").is_file() for folder in folders)


@pytest.mark.parametrize(("sheet", "most"), [("style.css", 16_000), ("desk.css", 8_000)])
def test_the_style_sheets_are_small(sheet: str, most: int) -> None:
    assert (STATIC / sheet).stat().st_size <= most


@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_a_script_can_be_read_at_one_sitting(script: Path) -> None:
    assert len(read(script.name).splitlines()) < 150


def test_colors_are_named_once() -> None:
    css = read("style.css")
    _, _, after_tokens = css.partition("@layer base{")
    assert after_tokens
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", after_tokens + read("desk.css")) == []


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_styles_or_scripts_inline(template: Path) -> None:
    html = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|\|\s*safe\b", html)


def test_no_template_names_another_host() -> None:
    named = [
        template.name
        for template in TEMPLATES.rglob("*.html")
        if re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", template.read_text("utf-8"))
    ]
    assert named == []

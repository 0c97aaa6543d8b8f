"""Before a bank is frozen its text names every image by its content, and nothing else changes."""

from pathlib import Path

import pytest

from quizapp.banks.library import Library
from tests.banks.pictures import bank, load, png


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("./map.png", "map.png"),
        ("<my map.png>", "my map.png"),
        ("my%20map.png", "my map.png"),
        ("map\\_1.png", "map_1.png"),
        ("map(1).png", "map(1).png"),
        ("karte-größe.png", "karte-größe.png"),
        ("&amp;.png", "&.png"),
        ("100%.png", "100%.png"),
        ("地図.png", "地図.png"),
        ('map.png "a title"', "map.png"),
        ("deep/er/map.png", "deep/er/map.png"),
    ],
)
def test_path_may_be_written_as_markdown_has_it(tmp_path: Path, written: str, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(png())
    loaded = load(tmp_path, bank(f"![a map]({written})"))
    assert loaded.problems == ()
    frozen = loaded.with_named_images()
    assert frozen is not None
    shown = frozen.questions[0].text
    assert shown.startswith(f"![a map]({loaded.images[0].name}") and name not in shown


EVERYWHERE = """\
---
title: Maps
---

Welcome ![intro](map.png).

# Section ![in a title](map.png)

A passage. ![passage](map.png)

## Which ![heading](map.png)?
`id: options`

- (x) a) One ![option](map.png)

  ![more](map.png)
  > Right ![feedback](map.png)
- ( ) b) `![code](map.png)`
- ( ) c) Three

> **Hint:** ![hint](map.png)

> **Explanation:** ![explanation](map.png)

## Type it.
`id: typed`

- = ![typed](map.png)
  > ![told](map.png)

## Fill it.
`id: gaps`

A [[= gap]] and ![cloze](map.png) <!-- ![note](map.png) -->.

## Match.
`id: pairs`

| A | B |
|---|---|
| a) ![left](map.png) | ![right](map.png) |
| b) y | 2 |

## Order.
`id: order`

1. a) ![first](map.png)
2. b) Second
"""


def test_every_place_of_a_bank_can_have_images(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(png())
    loaded = load(tmp_path, EVERYWHERE)
    frozen = loaded.with_named_images()
    assert not loaded.has_errors and frozen is not None
    name = loaded.images[0].name
    assert f"![intro]({name})" in frozen.intro
    assert name in frozen.sections[0].title and name in frozen.sections[0].text
    options, typed, gaps, pairs, order = map(repr, frozen.questions)
    shown = ("heading", "option", "more", "feedback", "hint", "explanation")
    assert [alt for alt in shown if f"![{alt}]({name})" not in options] == []
    assert f"![told]({name})" in typed and f"![cloze]({name})" in gaps
    assert [alt for alt in ("left", "right") if f"![{alt}]({name})" not in pairs] == []
    assert f"![first]({name})" in order


def test_code_and_accepted_answers_are_no_images(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(png())
    loaded = load(tmp_path, EVERYWHERE)
    frozen = loaded.with_named_images()
    assert frozen is not None
    options, typed = map(repr, frozen.questions[:2])
    assert "`![code](map.png)`" in options and "![typed](map.png)" in typed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_images_are_named_whatever_the_line_ends(tmp_path: Path, end: str) -> None:
    (tmp_path / "map.png").write_bytes(png())
    text = "\ufeff" + bank("![a](map.png) ![b](map.png)").replace("\n", end)
    (tmp_path / "maps.md").write_bytes(text.encode())
    loaded = Library(tmp_path).load("maps")
    frozen = loaded.with_named_images()
    name = loaded.images[0].name
    assert frozen is not None and frozen.questions[0].text == f"![a]({name}) ![b]({name})"


def test_bank_without_images_is_frozen_as_it_is(tmp_path: Path) -> None:
    loaded = load(tmp_path, bank("No image."))
    assert loaded.with_named_images() is loaded.bank

"""Images of published questions: frozen with them, shown to students, and no clue to the key."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.banks.image_files import ImageChanged
from quizapp.banks.library import Library, LoadedBank
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes import service
from quizapp.quizzes.models import ImageSnapshot, QuestionSnapshot, Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import FeedbackPolicy, QuizSettings, When
from tests.attempts.builders import AS_WRITTEN, browser_of, make_student
from tests.banks.pictures import KINDS, NOT_SHOWN, png
from tests.factories import NOON, make_course, make_user

MAPS = """\
---
title: Maps
---

Welcome ![intro](intro.png).

# Rivers

A passage. ![passage](passage.png)

## Which ![heading](heading.png)?
`id: rivers`

The stem. ![stem](stem.png)

- (x) a) One ![option](option.png)
  > ![feedback](feedback.png)
- ( ) b) Two
- ( ) c) Three

> **Explanation:** ![explanation](explanation.png)
"""
SHOWN = ("intro", "passage", "heading", "stem", "option")
SECRET = ("feedback", "explanation")
IMAGES = {name: png(shade) for shade, name in enumerate((*SHOWN, *SECRET))}


@pytest.fixture
def bank(questions: Path) -> LoadedBank:
    """A bank with images everywhere."""
    for name, raw in IMAGES.items():
        (questions / f"{name}.png").write_bytes(raw)
    return written(questions, MAPS)


def written(questions: Path, text: str) -> LoadedBank:
    (questions / "maps.md").write_text(text, encoding="utf-8")
    return Library(questions).load("maps")


def make_quiz(bank: LoadedBank, **settings: Any) -> tuple[Quiz, User]:
    """A quiz published from `bank` and a student in its course."""
    course = make_course()
    quiz = service.create_quiz(course.id, bank, QuizSettings(**settings), utc_now())
    return quiz, make_student(course)


def address(raw: bytes, kind: str = "png") -> str:
    return f"/images/{sha256(raw).hexdigest()}.{kind}"


def freeze(raw: bytes, kind: str = "png") -> str:
    """Puts an image into the database; its address."""
    digest = sha256(raw).hexdigest()
    db.session.add(ImageSnapshot(digest=digest, media_type=f"image/{kind}", content=raw))
    db.session.commit()
    return address(raw, kind)


def frozen_images() -> int:
    return db.session.scalar(select(func.count()).select_from(ImageSnapshot)) or 0


def images_on(page: str) -> dict[str, str]:
    """The addresses of a page's images by their alternative texts."""
    return {alt: src for src, alt in re.findall(r'<img src="([^"]*)" alt="([^"]*)"', page)}


def test_publishing_freezes_every_image_once(any_app: Flask, bank: LoadedBank) -> None:
    make_quiz(bank)
    make_quiz(bank)
    stored = {row.digest: row.content for row in db.session.scalars(select(ImageSnapshot))}
    assert stored == {sha256(raw).hexdigest(): raw for raw in IMAGES.values()}


def test_snapshots_name_images_by_their_content_only(app: Flask, bank: LoadedBank) -> None:
    quiz, _ = make_quiz(bank)
    (content,) = db.session.scalars(select(QuestionSnapshot.content))
    named = re.findall(r"!\[\w+\]\(([^)]*)\)", content + quiz.intro)
    assert sorted(named) == sorted(f"{sha256(raw).hexdigest()}.png" for raw in IMAGES.values())


def test_published_question_differs_from_the_file_by_its_images_only(
    app: Flask, bank: LoadedBank
) -> None:
    quiz, _ = make_quiz(bank)
    (slot,) = load_slots(quiz.id, 1)
    frozen = bank.with_named_images()
    assert frozen is not None and slot.question == frozen.questions[0]


def test_changed_image_makes_a_new_version(app: Flask, bank: LoadedBank, questions: Path) -> None:
    quiz_id = make_quiz(bank)[0].id
    (questions / "stem.png").write_bytes(png(200))
    version = service.publish(quiz_id, Library(questions).load("maps"), NOON)
    texts = [load_slots(quiz_id, number)[0].question.text for number in (1, version)]
    assert version == 2
    assert [sha256(raw).hexdigest() in text for raw, text in zip(
        (IMAGES["stem"], png(200)), texts, strict=True
    )] == [True, True]  # fmt: skip


def test_changed_image_of_the_introduction_is_frozen_without_a_new_version(
    app: Flask, bank: LoadedBank, questions: Path
) -> None:
    quiz_id = make_quiz(bank)[0].id
    (questions / "intro.png").write_bytes(png(200))
    version = service.publish(quiz_id, Library(questions).load("maps"), NOON)
    digest = sha256(png(200)).hexdigest()
    assert version == 1 and digest in db.session.get_one(Quiz, quiz_id).intro
    assert db.session.get(ImageSnapshot, digest) is not None


def test_renamed_image_makes_no_new_version(app: Flask, bank: LoadedBank, questions: Path) -> None:
    quiz_id = make_quiz(bank)[0].id
    (questions / "stem.png").rename(questions / "new.png")
    moved = written(questions, MAPS.replace("(stem.png)", "(new.png)"))
    assert service.publish(quiz_id, moved, NOON) == 1


def test_image_that_changes_while_publishing_leaves_no_quiz(
    app: Flask, bank: LoadedBank, questions: Path
) -> None:
    (questions / "stem.png").write_bytes(png(200))
    with pytest.raises(ImageChanged):
        make_quiz(bank)
    assert (db.session.scalar(select(func.count()).select_from(Quiz)), frozen_images()) == (0, 0)


def test_bank_without_its_image_is_not_published(app: Flask, questions: Path) -> None:
    with pytest.raises(service.CannotPublish, match=r"no file intro\.png"):
        make_quiz(written(questions, MAPS))


def test_students_see_the_images_when_the_files_are_gone(
    app: Flask, bank: LoadedBank, questions: Path
) -> None:
    quiz, student = make_quiz(bank)
    for path in questions.iterdir():
        path.unlink()
    browser = browser_of(app, student)
    attempt_id = attempts.start(student.id, quiz.id, utc_now())
    pages = (f"/quizzes/{quiz.id}", f"/attempts/{attempt_id}")
    shown = images_on("".join(browser.get(page).text for page in pages))
    assert shown == {name: address(IMAGES[name]) for name in SHOWN}
    assert {name: browser.get(src).data for name, src in shown.items()} == {
        name: IMAGES[name] for name in SHOWN
    }


def sent_to(app: Flask, bank: LoadedBank, policy: FeedbackPolicy) -> str:
    """All that a student is sent who takes and submits a quiz."""
    quiz, student = make_quiz(bank, feedback=policy, **AS_WRITTEN)
    browser = browser_of(app, student)
    attempt_id = attempts.start(student.id, quiz.id, utc_now())
    tails = ("", "/check")
    pages = [browser.get(f"/attempts/{attempt_id}{tail}").text for tail in tails]
    field = f"q1-{attempt_id[:6]}"
    pages.append(browser.post(f"/attempts/{attempt_id}", data={field: "0", "seen": "1"}).text)
    pages.append(browser.post(f"/attempts/{attempt_id}/submit").text)
    pages += [browser.get(f"/attempts/{attempt_id}/result").text, browser.get("/").text]
    return "\n".join([*pages, browser.get(f"/quizzes/{quiz.id}").text])


def test_addresses_of_secret_images_are_not_sent_before_their_release(
    app: Flask, bank: LoadedBank
) -> None:
    sent = sent_to(app, bank, FeedbackPolicy(when=When.NEVER))
    assert [name for name in SECRET if sha256(IMAGES[name]).hexdigest() in sent] == []
    assert address(IMAGES["stem"]) in sent


def test_addresses_of_secret_images_are_sent_once_they_are_released(
    app: Flask, bank: LoadedBank
) -> None:
    sent = sent_to(app, bank, FeedbackPolicy())
    assert [name for name in SECRET if address(IMAGES[name]) in sent] == list(SECRET)


@pytest.mark.parametrize(("kind", "raw"), KINDS.items())
def test_image_is_sent_as_what_it_is(app: Flask, kind: str, raw: bytes, questions: Path) -> None:
    (questions / "map").write_bytes(raw)
    text = "---\ntitle: M\n---\n\n## Q\n`id: q`\n\n![map](map)\n\n- (x) True\n- ( ) False\n"
    make_quiz(written(questions, text))
    response = browser_of(app, make_user()).get(address(raw, kind))
    media_type = {"jpg": "image/jpeg"}.get(kind, f"image/{kind}")
    assert (response.data, response.headers["Content-Type"]) == (raw, media_type)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"] == "inline"


def test_browsers_keep_an_image_for_themselves(app: Flask) -> None:
    response = browser_of(app, make_user()).get(freeze(png()))
    assert response.headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_strangers_are_asked_to_sign_in(app: Flask, client: FlaskClient) -> None:
    response = client.get(freeze(png()))
    assert response.status_code in (302, 303, 401)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    [f"{'0' * 64}.png", "none.png", f"{sha256(png()).hexdigest()}.gif", "..%2fintro.png", "%00.png"]
    + [f"{sha256(png()).hexdigest()}.svg", f"{sha256(png()).hexdigest()}", "a" * 5_000 + ".png"]
    + [f"{sha256(png()).hexdigest().upper()}.png", f"{sha256(png()).hexdigest()}.png.png"],
)
def test_any_other_name_is_not_found(app: Flask, name: str) -> None:
    freeze(png())
    response = browser_of(app, make_user()).get(f"/images/{name}")
    assert (response.status_code, response.headers["Cache-Control"]) == (404, "no-store")


def test_drawing_that_can_hold_scripts_is_not_published(app: Flask, questions: Path) -> None:
    for name in IMAGES:
        (questions / f"{name}.png").write_bytes(NOT_SHOWN["svg"])
    with pytest.raises(service.CannotPublish, match=r"isn't an image"):
        make_quiz(written(questions, MAPS))

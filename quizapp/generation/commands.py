"""quizapp generate: a draft bank from an article."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click

from quizapp.config import Settings, load_settings
from quizapp.errors import UserError
from quizapp.generation import drafts
from quizapp.generation.article import UnfitArticle
from quizapp.generation.generator import Draft, draft_bank
from quizapp.generation.model_tier.endpoint import Model, connect
from quizapp.generation.reading.blocks import MOST_BYTES
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Step, Wishes
from quizapp.question_types import all_types

_UNFIT = 1


class Unreadable(UserError):
    """The article's file can't be read."""


@click.command("generate")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The bank's file, NAME.md.")
@click.option("--count", type=click.IntRange(1, 60), help="How many questions, at most.")
@click.option("--types", help="Question types to use, with commas: multiple_choice,numerical.")
@click.option("--seed", type=int, help="Another number draws other wrong options.")
@click.option("--explain", is_flag=True, help="Say why each question that isn't kept was dropped.")
@click.option("--light", is_flag=True, help="Don't use a parser, even if one is installed.")
@click.option("--model", help="Ask this model at QUIZAPP_MODEL_URL too: the article is sent there.")
@click.option("--check", is_flag=True, help="Let the model answer its questions to test the keys.")
def generate(
    article: Path, output: Path | None, explain: bool, light: bool, **wished: int | str | None
) -> None:
    """Draft a question bank from ARTICLE, a text, Markdown or HTML file ("-": standard input).

    The bank is a draft: go through its questions before you publish it.
    """
    try:
        draft, path = _draft(article, output, _wishes(light=light, **wished))
    except UnfitArticle as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(_UNFIT)
    for notice in draft.notices:
        click.echo(notice, err=True)
    if explain:
        click.echo("\n".join(_explained(draft)))
    elif draft.refused:
        click.echo(
            "What the model said and isn't used, --explain lists with the reasons.", err=True
        )
    click.echo(_summary(draft, path), err=True)


def _wishes(*, light: bool, **wished: int | str | None) -> Wishes:
    count, seed, model = wished["count"], wished["seed"], wished["model"]
    settings = load_settings(os.environ)
    if wished["check"] and model is None:
        raise click.BadParameter("--check is for questions of a model: use it with --model.")
    return Wishes(
        count=None if count is None else int(count),
        types=_types(str(wished["types"] or "")),
        seed=None if seed is None else int(seed),
        tier="light" if light else "best",
        parser=settings.spacy_model,
        model=None if model is None else _model(settings, str(model), int(seed or 0)),
        check=bool(wished["check"]),
    )


def _model(settings: Settings, name: str, seed: int) -> Model:
    """A model that is ready to be asked, and where it is said on stderr."""
    model = connect(settings.model_url, settings.model_key, name, seed=seed)
    host = urlsplit(settings.model_url).hostname
    click.echo(f"The article is sent to {host}, since --model is given.", err=True)
    return model


def _types(given: str) -> tuple[str, ...]:
    """The names of question types in a list with commas; wrong use if one isn't known."""
    names = tuple(name for part in given.split(",") if (name := part.strip().replace("-", "_")))
    known = [kind.name for kind in all_types()]
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{name} is no question type. There are: {', '.join(known)}.")
    return names


def _draft(article: Path, output: Path | None, wishes: Wishes) -> tuple[Draft, Path]:
    """The draft, saved, and its path."""
    if output is not None and output.suffix != ".md":
        raise click.BadParameter(f"{output} isn't a bank's name: it must end with .md.")
    folder = output.parent if output else load_settings(os.environ).questions
    if not folder.is_dir():
        raise Unreadable(f"There is no folder {folder}. Make it, or choose another with -o.")
    found = read_article(_read(article), article.name)
    name = output.stem if output else drafts.name_for(found)
    drafts.ensure_free(folder, name)
    draft = draft_bank(found, name, wishes, _progress)
    return draft, drafts.save(folder, draft)


def _read(path: Path) -> bytes:
    """The bytes of a file or of standard input, no more than are allowed and one."""
    if str(path) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{path} can't be read: {error.strerror}.") from None


def _progress(steps: Sequence[Step]) -> Iterable[Step]:
    """The steps, with a bar on stderr while they are worked through if it is a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(
        steps, label="Drafting", file=sys.stderr, item_show_func=lambda step: step and step.label
    ) as bar:
        yield from bar


def _explained(draft: Draft) -> Iterable[str]:
    """A line for each proposal that was dropped, in the order of the article."""
    for each in sorted(draft.dropped, key=lambda each: each.proposal.sentence):
        stem = each.proposal.stem
        yield f"sentence {each.proposal.sentence + 1}: {each.reason}: {each.sentence} [{stem}]"
    for refused in draft.refused:
        yield f"model: {refused.reason}: {refused.sentence} [{refused.about}]"


def _summary(draft: Draft, path: Path) -> str:
    questions = draft.bank.questions
    kinds = Counter(question.body.label.lower() for question in questions)
    listed = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    many = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    return (
        f"{path}: {many} of {draft.proposed} proposed ({listed}).\n"
        "It is a draft: go through its questions before you publish it."
    )

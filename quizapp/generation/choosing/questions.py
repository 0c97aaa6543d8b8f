"""Proposals to questions, and the best of them to a bank."""

from collections.abc import Sequence
from hashlib import sha256

from quizapp.banks.model import Bank, Evidence, Question, Section, Source
from quizapp.generation.article import Article
from quizapp.generation.figures.number_writing import with_commas
from quizapp.generation.proposals import Proposal
from quizapp.generation.reading.plain import plain_to_markdown

SOURCE = "article"  # the name under which questions cite what they were drafted from


def as_question(proposal: Proposal, line: int) -> Question:
    """The question that a proposal would be; `line` tells it from others."""
    return Question(
        heading=plain_to_markdown(with_commas(proposal.stem)),
        body=proposal.body,
        tags=(proposal.topic,),
        explanation=plain_to_markdown(with_commas(proposal.explanation)),
        evidence=tuple(
            Evidence(SOURCE, f'"{plain_to_markdown(quote)}"') for quote in proposal.quotes
        ),
        origin=", ".join((proposal.tier, f"sentence {proposal.sentence + 1}", *proposal.flags)),
        line=line,
    )


def make_bank(
    name: str,
    article: Article,
    chosen: Sequence[tuple[Proposal, Question]],
    report: Sequence[tuple[str, str]],
) -> Bank:
    """A draft bank of questions in the order and the sections of the article."""
    ordered = sorted(chosen, key=lambda pair: pair[0].sentence)
    parts: dict[int, list[Question]] = {}
    for proposal, question in ordered:
        parts.setdefault(article.sentences[proposal.sentence].section, []).append(question)
    return Bank(
        name=name,
        title=article.title or name.replace("-", " ").capitalize(),
        sections=tuple(
            Section(tuple(questions), title=plain_to_markdown(article.sections[at].title))
            for at, questions in sorted(parts.items())
        ),
        sources=(source_of(name, article),),
        status="draft",
        generated=tuple(report),
    )


def source_of(name: str, article: Article) -> Source:
    """The entry for the article, whose text is kept beside the bank."""
    return Source(
        name=SOURCE,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        date=article.date,
        file=source_file(name),
        sha256=sha256(source_text(article).encode()).hexdigest(),
    )


def source_file(name: str) -> str:
    """Where the article's text is kept, relative to the bank's folder."""
    return f"sources/{name}.txt"


def source_text(article: Article) -> str:
    """What the file of the source holds."""
    return f"{article.original}\n"

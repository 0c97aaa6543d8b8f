"""How good drafts are: `PYTHONPATH=. python tests/benchmarks/drafting.py --set tuning`.

Drafts a bank from every article of the set by the real command line, and scores it by the facts
that lie beside the article, by the linter and by its process; then holds all that against the
bars. Articles may be named instead of a set; `--bank FILE` scores a bank that is there already.
`--items` also lists what is wrong with which item, and which facts were missed. Held-out
articles are for measuring only: whoever changes rules doesn't read their drafts. An article that
no bank comes from counts as an empty one. The last line is one JSON object.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.drafts import Drafted, Lint, NoDraft, draft, lint_bank, list_items
from tests.generation.bars import BARS, Measures, Verdict, judge
from tests.generation.exported import Item
from tests.generation.gold import SETS, GoldArticle, load_article, load_set
from tests.generation.scoring import Balance, Score, score

OPTIONS = {"light": ("--light",), "parser": ()}


@dataclass(frozen=True)
class Report:
    """All that was found out about one article's draft."""

    name: str
    items: tuple[Item, ...]
    score: Score
    lint: Lint
    drafted: Drafted | None  # None for a bank that was there already

    def measures(self) -> Measures:
        """The figures that bars are held against."""
        run = self.drafted.run if self.drafted else None
        return {
            "items": self.score.items,
            "types": self.score.types,
            "recall": self.score.recall,
            "figures": self.score.figures,
            "important": self.score.important,
            "explanations": self.score.explanations,
            "contradictions": len(self.score.contradictions),
            "duplicates": len(self.score.duplicates),
            "evidence": len(self.score.evidence),
            "flawed": self.lint.flawed / max(1, self.score.items),
            "copied": self.score.copied,
            "seconds": run.seconds if run else None,
            "cpu seconds": run.cpu if run else None,
            "megabytes": run.megabytes if run else None,
            "reruns unlike": None if not self.drafted else not self.drafted.rerun_is_alike,
        }


def report_on(article: GoldArticle, bank: Path, drafted: Drafted | None) -> Report:
    """Score one bank."""
    items = tuple(list_items(bank))
    return Report(article.name, items, score(items, article), lint_bank(bank), drafted)


def draft_all(articles: Sequence[GoldArticle], tier: str, folder: Path) -> list[Report]:
    """A report of each article, whose bank is left in `folder`."""
    return [_drafted_report(article, tier, folder / article.name) for article in articles]


def _drafted_report(article: GoldArticle, tier: str, folder: Path) -> Report:
    """An article that no bank comes from counts as an empty bank."""
    try:
        drafted = draft(article.path, folder, OPTIONS[tier])
        if drafted.tier != tier:
            print(
                f"{article.name}: drafted by tier {drafted.tier}, so its bars are too high or low"
            )
        return report_on(article, drafted.path, drafted)
    except NoDraft as problem:
        print(f"{article.name}: no draft: {problem}")
        return Report(article.name, (), score((), article), Lint({}, ()), None)


def print_table(reports: Sequence[Report], verdicts: Sequence[Verdict]) -> None:
    """A line a measure, a column an article."""
    names = [report.name[:14] for report in reports]
    print(f"{'':15}" + "".join(f"{name:>16}" for name in names) + f"{'mean':>9}  bar")
    for verdict in verdicts:
        cells = "".join(f"{_shown(value):>16}" for value in verdict.values)
        mark = ("pass" if verdict.passes else "MISS") if _bounds(verdict) else ""
        print(
            f"{verdict.bar.measure:15}{cells}{_shown(verdict.mean):>9}  {mark} {_bounds(verdict)}"
        )


def print_balance(reports: Sequence[Report]) -> None:
    """What a guesser could use, and which types there are."""
    print("\nbalance: share of the commonest place of the key, rank among numbers, longest, true")
    for report in reports:
        types = ", ".join(f"{n} {t}" for t, n in Counter(i.type for i in report.items).items())
        print(f"  {report.name:16} {_balance(report.score.balance)}   {types}")


def print_problems(reports: Sequence[Report]) -> None:
    """Every finding by its item."""
    for report in reports:
        print(f"\n{report.name}")
        found = report.score.contradictions + report.score.duplicates + report.score.evidence
        print("".join(f"  {sentence}\n" for sentence in found), end="")
        for item, codes in report.lint.by_item.items():
            print(f"  {item}: {', '.join(codes)}")
        print(f"  about the bank: {', '.join(report.lint.about_bank) or 'nothing'}")
        print(f"  missed: {', '.join(report.score.missed)}")


def print_flaws(reports: Sequence[Report]) -> None:
    """How often each code of the linter was found."""
    codes = Counter(c for r in reports for found in r.lint.by_item.values() for c in set(found))
    about = Counter(code for report in reports for code in report.lint.about_bank)
    print("\nlint, items:", ", ".join(f"{c} {n}" for c, n in codes.most_common()) or "nothing")
    print("lint, banks:", ", ".join(f"{c} {n}" for c, n in about.most_common()) or "nothing")


def _balance(balance: Balance) -> str:
    shares = (balance.position, balance.rank, balance.longest, balance.true)
    return " ".join(f"{_shown(share):>5}" for share in shares)


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(int(value))


def _bounds(verdict: Verdict) -> str:
    bar = verdict.bar
    pairs = (("mean >=", bar.least), ("mean <=", bar.most), ("each >=", bar.each_least))
    pairs += (("each <=", bar.each_most),)
    return ", ".join(f"{word} {bound:g}" for word, bound in pairs if bound is not None)


def _as_json(tier: str, reports: Sequence[Report], verdicts: Sequence[Verdict]) -> str:
    means = {v.bar.measure: None if v.mean is None else round(v.mean, 3) for v in verdicts}
    missed = [
        verdict.bar.measure for verdict in verdicts if _bounds(verdict) and not verdict.passes
    ]
    names = [report.name for report in reports]
    return json.dumps({"tier": tier, "articles": names, "means": means, "missed_bars": missed})


def _reports(given: argparse.Namespace) -> list[Report]:
    articles = _chosen(given)
    if given.bank:
        return [report_on(articles[0], given.bank.resolve(), None)]
    if given.keep:
        return draft_all(articles, given.tier, given.keep.resolve())
    with tempfile.TemporaryDirectory() as folder:
        return draft_all(articles, given.tier, Path(folder))


def _chosen(given: argparse.Namespace) -> list[GoldArticle]:
    if given.files:
        return [load_article(path) for path in given.files]
    return [article for name in given.set or SETS for article in load_set(name)]


def main() -> None:
    """Draft, score, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="articles, instead of a set")
    parser.add_argument("--tier", choices=BARS, default="light")
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--bank", type=Path, help="score this bank of the one article named")
    parser.add_argument("--items", action="store_true", help="list every finding by its item")
    parser.add_argument("--keep", type=Path, help="leave the drafts in this new folder")
    given = parser.parse_args()
    reports = _reports(given)
    verdicts = judge([report.measures() for report in reports], given.tier)
    print_table(reports, verdicts)
    print_balance(reports)
    print_flaws(reports)
    if given.items:
        print_problems(reports)
    print(_as_json(given.tier, reports, verdicts))


if __name__ == "__main__":
    main()

"""quizapp roster import: the people of a course from the command line."""

import sys
from pathlib import Path

import click

from quizapp.clock import utc_now
from quizapp.courses import queries, roster_import, service
from quizapp.courses.roster import decode_roster, read_roster
from quizapp.courses.roster_plan import RosterPlan
from quizapp.errors import NotFound


@click.group()
def roster() -> None:
    """The people of a course."""


@roster.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--course", "named", required=True, help="Its id, or its join code.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_command(file: Path, named: str, dry_run: bool) -> None:
    """Add the people in FILE, a CSV file, to a course; nobody is ever taken away.

    The first line names the columns: name, email or username, student number, extra time. A line
    that can't be used is reported, and then nothing changes.
    """
    course = queries.find_course(named)
    if course is None:
        raise NotFound(f"No course has the id or the join code {named}.")
    found = read_roster(decode_roster(file.read_bytes()))
    if found.problems:
        for problem in found.problems:
            click.echo(f"{file}:{problem.line}: {problem.message}", err=True)
        click.echo("Nothing has changed. Mend these lines, then import the file again.", err=True)
        sys.exit(1)
    if dry_run:
        _report(roster_import.load_plan(course.id, found))
        return
    _report(service.import_roster(course.id, found, None, utc_now()))


def _report(plan: RosterPlan) -> None:
    for addition in plan.added:
        click.echo(f"added    {addition.row.name} ({addition.row.login})", err=True)
    for change in plan.changed:
        click.echo(f"changed  {change.row.login}: {', '.join(change.sentences)}", err=True)
    counts = f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.kept)} kept."
    click.echo(counts, err=True)

"""The command line's table of contents; a command's module is loaded when it is called."""

import importlib
import os
import sys

import click

from quizapp.errors import UserError

COMMANDS = {
    "serve": "quizapp.server:serve",
    "bank": "quizapp.banks.commands:bank",
    "generate": "quizapp.generation.commands:generate",
    "quiz": "quizapp.insights.commands:quiz",
    "scores": "quizapp.downloads.commands:scores",
    "user": "quizapp.accounts.commands:user",
    "demo": "quizapp.demo.commands:demo",
    "roster": "quizapp.courses.commands:roster",
    "db": "quizapp.administration.commands:database",
}
WITHOUT_SITE = {"serve", "bank", "generate"}  # the others run inside the site of the settings


class TableOfContents(click.Group):
    """A group that knows its commands by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=TableOfContents)
@click.version_option(package_name="quizapp")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Teaching quizzes from plain Markdown files."""
    if ctx.invoked_subcommand in WITHOUT_SITE or "--help" in sys.argv:
        return
    from quizapp.app import create_app
    from quizapp.config import load_settings
    from quizapp.schema import upgrade_schema

    ctx.with_resource(create_app(load_settings(os.environ)).app_context())
    upgrade_schema()


def main() -> None:
    """Run the command line: exit status 0 fine, 1 problems found, 2 wrong use."""
    try:
        commands()
    except UserError as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)

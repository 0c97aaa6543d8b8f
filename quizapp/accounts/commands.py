"""quizapp user: accounts from the command line."""

import sys

import click

from quizapp.accounts import queries, service
from quizapp.clock import utc_now
from quizapp.errors import NotFound


@click.group()
def user() -> None:
    """People's accounts."""


@user.command()
@click.argument("login")
@click.option("--name", prompt="Their name", help="What others see.")
@click.option("--administrator", is_flag=True, help="May do everything on this site.")
def add(login: str, name: str, administrator: bool) -> None:
    """Make an account for LOGIN, an email or a username; the password is asked for."""
    person = service.NewPerson(name, login, _ask_for_password())
    made = service.create_user(person, utc_now(), is_administrator=administrator)
    click.echo(f"{made.name} can sign in as {made.login}.", err=True)


@user.command()
@click.argument("login")
def reset(login: str) -> None:
    """Give LOGIN a new password, which is asked for, and end all their sign-ins."""
    found = queries.find_user_by_login(login)
    if found is None:
        raise NotFound(f"Nobody here has the email or username {login}.")
    service.set_password(found.id, _ask_for_password(), utc_now())
    click.echo(f"{found.name} has a new password, and is signed out everywhere.", err=True)


def _ask_for_password() -> str:
    """From the terminal twice and unseen, or one line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return password

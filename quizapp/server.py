"""`quizapp serve`: make the site ready, say where it is, and serve it with waitress."""

import logging
import os
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Sequence
from types import FrameType

import click
import segno
import waitress
from flask import Flask
from waitress.server import BaseWSGIServer

from quizapp.administration.service import FirstSteps, set_up_site
from quizapp.app import ONE_MEGABYTE, create_app
from quizapp.clock import utc_now
from quizapp.config import load_settings
from quizapp.errors import UserError
from quizapp.filters import compile_templates
from quizapp.schema import upgrade_schema

CONNECTIONS = 2000
SPARE_FILES = 100  # below the limit on open files, waitress must not accept what it can't open
DRAIN_SECONDS = 8
# A turn looks at every open connection, however few have something to say. Resting after it, a few
# times as long as that takes, lets one turn serve many: a crowd costs no more a request than few.
A_REST = 25e-6  # seconds for each connection
LONGEST_REST = 5e-3
# After so long a thread demands the interpreter from the one that has it. They let go of it at
# every statement anyway; sooner than that, a crowd's threads spend a tenth of their time on turns.
DEMAND_SECONDS = 0.02


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0: the whole network.")
@click.option("--port", default=8000, show_default=True, help="0: any free one.")
@click.option("--threads", default=3, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, threads: int) -> None:
    """Serve the quizzes of this folder; the first time, make everything that is needed."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a short queue is no news
    sys.setswitchinterval(DEMAND_SECONDS)
    app = create_app(load_settings(os.environ), threads=threads)
    server = _listen(app, host, port, threads)
    compile_templates(app)
    with app.app_context():
        upgrade_schema()
        steps = set_up_site(app.config["SETTINGS"], utc_now())
    told = _await_signals(server)
    _greet(steps, _address(host, server.effective_port), show_qr=host not in ("127.0.0.1", "::1"))
    _run(server, told)


def _listen(app: Flask, host: str, port: int, threads: int) -> BaseWSGIServer:
    try:
        return waitress.create_server(
            app,
            host=_first_address(host, port),
            port=port,
            threads=threads,
            connection_limit=_connection_limit(),
            asyncore_use_poll=True,
            max_request_body_size=2 * ONE_MEGABYTE,  # Flask refuses sooner, with a page
            ident=None,
            clear_untrusted_proxy_headers=False,  # ProxyFix decides, by the setting `proxies`
        )
    except OSError as error:
        raise UserError(
            f"{host}:{port} can't be served: {error.strerror}. Choose another with --port."
        ) from None


def _first_address(host: str, port: int) -> str:
    """One address where a name has several, as `localhost` may: what follows is for one socket."""
    return str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])


def _connection_limit() -> int:
    """As many connections as the system lets this process open, at most CONNECTIONS."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + SPARE_FILES
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(CONNECTIONS, soft - SPARE_FILES)


def _address(host: str, port: int) -> str:
    """Where a browser finds the server: on a network, this machine's own address in it."""
    if host in ("0.0.0.0", "::"):
        host = _network_address()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _network_address() -> str:
    """This machine's address on the way out; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _greet(steps: FirstSteps, address: str, *, show_qr: bool) -> None:
    for problem in steps.problems:
        click.echo(problem, err=True)
    join = f"{address}/join/{steps.join_code}"
    click.echo(f"\n  Students join at      {join}", err=True)
    if steps.setup_token:
        click.echo(f"  Set up your account   {address}/setup/{steps.setup_token}", err=True)
        click.echo("                        (works once; it makes you the administrator)", err=True)
    click.echo(f"  Instructors sign in   {address}/teach/", err=True)
    click.echo("\n  Press Ctrl+C to stop.\n", err=True)
    if show_qr:
        segno.make(join, error="m").terminal(out=sys.stderr, compact=True)
        click.echo("  On plain http anyone on this network can read along.", err=True)


def _await_signals(server: BaseWSGIServer) -> list[int]:
    """A list that fills when the process is told to stop; before this, a signal just ends it."""
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(number)  # no exception: it would cut off whoever is being let in just now
        server.pull_trigger()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return told


def _run(server: BaseWSGIServer, told: Sequence[int]) -> None:
    """Serve until told to stop; then answer what has arrived, and end with status 0."""
    while not told:
        _turn(server, timeout=1)
        time.sleep(min(A_REST * len(server.active_channels), LONGEST_REST))
    click.echo("Stopping.", err=True)
    _drain(server)


def _turn(server: BaseWSGIServer, *, timeout: float) -> None:
    """Let in, read and send what can be; wait for it at most `timeout` seconds."""
    server.asyncore.loop(map=server._map, use_poll=True, timeout=timeout, count=1)


def _drain(server: BaseWSGIServer) -> None:
    """Let in who waits at the door, close it, and answer what has arrived."""
    while select.select([server.socket], [], [], 0)[0]:
        _turn(server, timeout=0)
    server.asyncore.dispatcher.close(server)
    _turn(server, timeout=0)  # what those ask
    until = time.monotonic() + DRAIN_SECONDS
    while _is_busy(server) and time.monotonic() < until:
        _turn(server, timeout=0.05)
    server.task_dispatcher.shutdown(timeout=1)
    server.asyncore.close_all(server._map)


def _is_busy(server: BaseWSGIServer) -> bool:
    """Whether something is still to be answered or sent."""
    dispatcher = server.task_dispatcher
    if dispatcher.queue or dispatcher.active_count:
        return True
    # Looked at last: what was being answered a moment ago is to be sent now.
    return any(channel.total_outbufs_len for channel in server.active_channels.values())

"""Static files as browsers get them: named by their content, scripts without what only people read.

Scripts are written with white space and comments, and lose them when they are sent: phones read
them on every page. Nothing in them is renamed, so an error names what stands in the file.
"""

import hashlib
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask, Response, request, send_file, url_for
from rjsmin import jsmin

KEPT = 1024  # addresses, below every path that a proxy serves us at


def init_assets(app: Flask) -> None:
    """Serve the static files of `app`, each at an address with its version: `static_url(name)`."""
    folder = Path(app.static_folder or "")
    scripts = {path.name for path in folder.glob("*.js")}

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        """Name a static file's content in its address, since browsers keep it for a year."""
        if endpoint == "static" and not values["filename"].startswith("vendor/"):
            values["v"] = version_of(values["filename"])

    @cache
    def version_of(filename: str) -> str:
        return content_version(folder / filename)

    def send_static(filename: str) -> Response:
        if filename not in scripts:
            return app.send_static_file(filename)
        script = BytesIO(content(folder / filename))
        return send_file(script, "text/javascript", etag=version_of(filename))

    @lru_cache(KEPT)
    def address(_root: str, filename: str) -> str:
        return url_for("static", filename=filename)

    app.view_functions["static"] = send_static
    app.jinja_env.globals["static_url"] = lambda name: address(request.script_root, name)


@cache
def content(path: Path) -> bytes:
    """What is sent of `path`."""
    text = path.read_bytes()
    small: bytes = jsmin(text) if path.suffix == ".js" else text
    return small


def content_version(path: Path) -> str:
    """A short name of what is sent of `path`; vendored files have a version in their folder."""
    return hashlib.sha256(content(path)).hexdigest()[:8]

"""The pages where staff mark answers."""

from flask import Blueprint

bp = Blueprint("marking", __name__)

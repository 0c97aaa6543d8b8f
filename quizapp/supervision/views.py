"""What staff see while a quiz runs."""

from flask import Blueprint

bp = Blueprint("supervision", __name__)

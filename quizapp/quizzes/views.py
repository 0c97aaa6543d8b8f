"""The pages of quizzes as their instructors see them."""

from flask import Blueprint

bp = Blueprint("quizzes", __name__)

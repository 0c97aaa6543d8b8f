"""The images of published questions: frozen with them, so that serving never needs the files."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.banks.image_files import MEDIA_TYPES, ImageFile, Picture
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import ImageSnapshot


def freeze_images(images: Iterable[ImageFile]) -> None:
    """Put into the database those that aren't there, inside a verb; raises ImageChanged."""
    wanted = {image.digest: image for image in images}
    known = select(ImageSnapshot.digest).where(ImageSnapshot.digest.in_(wanted))
    missing = wanted.keys() - set(db.session.scalars(known)) if wanted else ()
    insert_into = postgresql.insert if db.engine.name == "postgresql" else sqlite.insert
    for digest in sorted(missing):
        picture = wanted[digest].read()
        row = {"digest": digest, "media_type": picture.media_type, "content": picture.raw}
        db.session.execute(insert_into(ImageSnapshot).on_conflict_do_nothing(), row)


def load_image(digest: str, kind: str) -> Picture:
    """A frozen image by the parts of its name; raises NotFound."""
    row = db.session.execute(
        select(ImageSnapshot.content).where(
            ImageSnapshot.digest == digest, ImageSnapshot.media_type == MEDIA_TYPES.get(kind)
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    return Picture(row.content, kind)

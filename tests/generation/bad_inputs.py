"""What people give to `quizapp generate` by mistake, or too much of: each is made in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.generation.foreign import FRENCH, GERMAN, SPANISH
from tests.generation.gold import SETS, load_article

BYTES_OVER_ANY_LIMIT = 5 * 1024 * 1024
LONG = 20_000  # words
_PARAGRAPH = (
    "In {year}, the town of {town} opened a mill that employed about {workers:,} people. The mill "
    "stood on the river because it needed water for its wheels, and it made {tons} tons of flour "
    "a month. According to a survey from {later}, {share} percent of the families in {town} lived "
    "on its wages. The owner, {owner}, sold it for ${price},000 after a fire destroyed the roof.\n"
)
_STARTS = ("Ash", "Birch", "Cold", "Dun", "Elm", "Fair", "Gold", "Hollow", "Iron", "Juniper")
_ENDS = ("ford", "bridge", "field", "mouth", "stead", "wick", "ham", "dale", "well", "combe")
_FIRST_NAMES = ("Agnes", "Bruno", "Clara", "Dmitri", "Edith", "Fergus", "Greta")
_LAST_NAMES = ("Marsh", "Novak", "Osei", "Price", "Quist", "Rowe", "Sato", "Tully", "Ude")


@dataclass(frozen=True)
class Input:
    """A file, or what stands in a file's place, and how it should be answered."""

    name: str
    make: Callable[[Path], Path]  # in an empty folder
    says: str = ""  # a part of the message, where the input has to be refused
    status: int = 1  # of refusing it


def _file(name: str, content: str | bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def _folder(folder: Path) -> Path:
    path = folder / "article.txt"
    path.mkdir()
    return path


def _missing(folder: Path) -> Path:
    return folder / "missing.txt"


def good_text() -> str:
    """An article of ordinary length, with which nothing is wrong."""
    return load_article(SETS["tuning"] / "night-ferry.txt").text


def long_text(words: int = LONG) -> str:
    """A text of at least so many words, no paragraph of which is like another."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraphs.append(_paragraph(len(paragraphs)))
        count += len(paragraphs[-1].split())
    return "\n".join(paragraphs)


def _paragraph(number: int) -> str:
    first, last = number % len(_FIRST_NAMES), number % len(_LAST_NAMES)
    return _PARAGRAPH.format(
        year=1801 + number % 90,
        later=1895 + number % 60,
        town=_STARTS[number % 10] + _ENDS[number // 10 % 10],
        workers=100 + 37 * number,
        tons=20 + number,
        share=5 + number * 7 % 90,
        owner=f"{_FIRST_NAMES[first]} {_LAST_NAMES[last]}",
        price=15 + 3 * number,
    )


def capitals() -> str:
    """All of it in capitals."""
    return good_text().upper()


def heading_less() -> str:
    """One paragraph, without a line above it."""
    paragraphs = [line for line in good_text().splitlines() if line.endswith((".", "”"))]
    return " ".join(paragraphs)


def one_sentence_a_line() -> str:
    """Lines and no blank line between them."""
    return heading_less().replace(". ", ".\n")


def one_line(words: int) -> str:
    """A text of at least so many words without a line's end."""
    return " ".join(long_text(words).split())


def without_full_stops(words: int) -> str:
    """One sentence, of at least so many words."""
    return one_line(words).replace(".", ",")


def seen_by_nobody() -> str:
    """Among the words a bell, a mark that turns the writing, and a bullet of one font alone."""
    return good_text().replace(" of ", " \x07of\u202e \uf0b7")


NOISE = bytes(range(256)) * 40
PAGE = "<!doctype html><html><head><title>Mills</title>{}</head><body>{}</body></html>"
LINKS = "".join(
    f'<li><a href="/{number}">Part {number} of the shop</a></li>' for number in range(400)
)
SIGN_IN = "<form><h1>Sign in</h1><label>Name <input></label><p>Forgot it? Ask us.</p></form>"
RICH = "{\\rtf1\\ansi {\\fonttbl{\\f0 Times;}} " + good_text().replace("\n\n", "\\par ") + "}"
CHINESE = "这座磨坊建在河边。它在一九一一年关闭了。" * 200
REFUSED = (
    Input("empty", _file("empty.txt", ""), "no text"),
    Input("blank", _file("blank.txt", " \n\t\n\u00a0\u200b\n"), "no text"),
    Input("one-line", _file("line.txt", "The mill closed in 1911."), "words"),
    Input("one-word", _file("word.txt", "Mill"), "The article"),
    Input("german", _file("german.txt", GERMAN), "English"),
    Input("french", _file("french.txt", FRENCH), "English"),
    Input("spanish", _file("spanish.txt", SPANISH), "English"),
    Input("capitals", _file("capitals.txt", capitals()), "capitals"),
    Input("noise", _file("noise.txt", NOISE), "UTF-8"),
    Input("nul-bytes", _file("nul.txt", "The mill\0 closed. " * 90), "text"),
    Input("pdf", _file("mill.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + NOISE), "UTF-8"),
    Input("latin-1", _file("latin.txt", GERMAN.encode("latin-1")), "UTF-8"),
    Input("too-big", _file("big.txt", "mill " * (BYTES_OVER_ANY_LIMIT // 5)), "larger"),
    Input("figures-only", _file("table.csv", "1911,40,12\n" * 200), "no text"),
    Input(
        "page-without-text", _file("page.html", PAGE.format("", "<img src='x.png'>")), "No article"
    ),
    Input(
        "page-of-scripts",
        _file("script.html", PAGE.format("<style>p {}</style>", "<script>let a = 1;</script>")),
        "No article",
    ),
    Input(
        "page-of-links", _file("links.html", PAGE.format("", f"<ul>{LINKS}</ul>")), "No question"
    ),
    Input("sign-in-page", _file("signin.html", PAGE.format("", SIGN_IN)), "words"),
    Input("feed", _file("feed.html", "<?xml version='1.0'?><rss><channel/></rss>"), "No article"),
    Input("rich-text", _file("rich.rtf", RICH), "Rich Text"),
    Input("chinese", _file("chinese.txt", CHINESE), "English"),
    Input("endless-word", _file("word.txt", "mill" * 50_000), "one word"),
    Input("endless-sentence", _file("sentence.txt", without_full_stops(5_000)), "No question"),
    Input("missing", _missing, "No such file", status=2),
    Input("folder", _folder, "directory", status=2),
)
TAKEN = (  # unusual, and good enough
    Input("long", _file("long.txt", long_text())),
    Input("one-long-line", _file("line.txt", one_line(3_000))),
    Input("half-in-german", _file("half.txt", f"{good_text()}\n\n{GERMAN}")),
    Input("seen-by-nobody", _file("unseen.txt", seen_by_nobody())),
    Input("heading-less", _file("plain.txt", heading_less())),
    Input("lines", _file("lines.txt", one_sentence_a_line())),
    Input("utf-16", _file("utf16.txt", good_text().encode("utf-16"))),
    Input("byte-order-mark", _file("mark.txt", "\ufeff" + good_text())),
    Input("old-line-ends", _file("lines.txt", good_text().replace("\n", "\r\n"))),
    Input("markup-in-text", _file("marks.txt", "## <b>`x`</b>\n\n" + good_text())),
)

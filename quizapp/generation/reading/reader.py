"""A file's bytes to an article: what it is called, who wrote it, and its sentences."""

from collections.abc import Iterator, Sequence

from quizapp.generation.article import Article, ArticleSection, Sentence, UnfitArticle
from quizapp.generation.english.words import FUNCTION_WORDS, WORD
from quizapp.generation.reading import author_notes, clutter, splitting
from quizapp.generation.reading.blocks import (
    Block,
    Blocks,
    decode,
    kind_of,
    markdown_blocks,
    text_blocks,
)
from quizapp.generation.reading.headings import find_headings, looks_like_heading
from quizapp.generation.reading.heads import Head, find_head
from quizapp.generation.reading.html_blocks import html_blocks

MOST_WORDS = 50_000
_FEWEST_WORDS = 80
_TOO_FEW_TO_TELL = 20  # words, whose language nobody can be sure of
_LEAST_ENGLISH = 0.25  # share of function words; 0.35 to 0.55 in English prose
_MOST_CAPITALS = 0.6  # share of capitals among the letters
_NOTES = 4  # how many paragraphs from the end a note about the author may stand
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›＇`´", "'"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u202f\u205f\u3000\t", " "),
        "‑": "-",
        "‐": "-",
    }
)


def read_article(raw: bytes, name: str = "") -> Article:
    """The article in a file of this name, whose ending tells its kind. Raises UnfitArticle."""
    text = decode(raw)
    readers = {"html": html_blocks, "markdown": markdown_blocks, "text": text_blocks}
    found = readers[kind_of(name, text)](text)
    _ensure_fit(" ".join(block.text for block in found.blocks))
    return _article(found)


def _ensure_fit(text: str) -> None:
    words = WORD.findall(text)
    if not words:
        raise UnfitArticle("The article has no text.")
    if len(words) > MOST_WORDS:
        raise UnfitArticle(
            f"The article has {len(words):,} words; {MOST_WORDS:,} are the most. "
            "Draft from one chapter at a time."
        )
    letters = sum(map(str.isalpha, text))
    if sum(map(str.isupper, text)) > _MOST_CAPITALS * letters:
        raise UnfitArticle(
            "The article is all in capitals, which hides its names. Give it in ordinary writing."
        )
    too_short = f"The article has only {len(words)} words. Give at least a few paragraphs."
    if len(words) < _TOO_FEW_TO_TELL:
        raise UnfitArticle(too_short.replace(" 1 words", " one word"))
    plain = (word.lower().replace("’", "'") for word in words)
    if sum(word in FUNCTION_WORDS for word in plain) < _LEAST_ENGLISH * len(words):
        raise UnfitArticle(
            "The article doesn't seem to be in English. Questions are drafted from English only."
        )
    if len(words) < _FEWEST_WORDS:
        raise UnfitArticle(too_short)


def _article(found: Blocks) -> Article:
    blocks = found.blocks
    plain = tuple(Block(block.text.translate(_PLAIN), block.is_heading) for block in blocks)
    head = find_head(plain, found.about.get("title", "").translate(_PLAIN))
    notes = dict(_author_notes(plain, head))
    body = [at for at in range(head.length, len(plain)) if at not in notes]
    body = [at for at in body if not clutter.is_clutter(plain[at].text)]
    rest = [plain[at] for at in body]
    headings = {body[at] for at in find_headings(rest, head.title)}
    lines = {at for at in body if looks_like_heading(plain[at].text) and _is_open(plain[at])}
    sections, sentences = _sentences(plain, set(body) - lines, headings)
    if not sentences:
        raise UnfitArticle("The article has no sentences. Give it as running text.")
    return Article(
        text="\n\n".join(block.text for block in plain),
        sentences=sentences,
        sections=sections,
        title=head.title,
        author=next(filter(None, (found.about.get("author"), head.author, *notes.values())), ""),
        publisher=found.about.get("publisher", ""),
        date=found.about.get("date", "") or head.date,
        original="\n\n".join(block.text for block in blocks),
    )


def _is_open(block: Block) -> bool:
    """Whether the file leaves open what the block is."""
    return block.is_heading is None


def _author_notes(blocks: Sequence[Block], head: Head) -> Iterator[tuple[int, str]]:
    """The blocks near the end that tell of the author, and the name; "" where none is told."""
    prose = [at for at, block in enumerate(blocks) if not looks_like_heading(block.text)]
    start = max(1, head.length, *prose[-_NOTES:][:1])
    rest = " ".join(block.text for block in blocks[head.length : start])
    is_note = False
    for at in range(start, len(blocks)):
        text = blocks[at].text
        is_by_name = bool(head.author) and text.startswith(f"{head.author} ")
        author = head.author if is_by_name else author_notes.noted_author(text, rest)
        is_note = bool(author) or author_notes.is_unnamed_note(text, follows_note=is_note)
        if is_note:
            yield at, author
        else:
            rest += f" {text}"


def _sentences(
    blocks: Sequence[Block], paragraphs: set[int], headings: set[int]
) -> tuple[tuple[ArticleSection, ...], tuple[Sentence, ...]]:
    sections = [ArticleSection()]
    sentences: list[Sentence] = []
    offset = 0
    for at, block in enumerate(blocks):
        if at in headings:
            sections.append(ArticleSection(block.text))
        elif at in paragraphs:
            line = author_notes.DATELINE.match(block.text)
            skip = line.end() if line else 0
            sentences.extend(
                Sentence(block.text[start:end], offset + start, offset + end, at, len(sections) - 1)
                for first, last in splitting.split(block.text[skip:])
                if (start := first + skip) < (end := last + skip)
                and not author_notes.CREDITS.fullmatch(block.text, start, end)
            )
        offset += len(block.text) + 2
    return tuple(sections), tuple(sentences)

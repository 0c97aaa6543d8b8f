"""How a type writes its block back as Markdown."""


def item_markdown(lead: str, text: str, *, last: bool = False, feedback: str = "") -> str:
    """A list item. `lead` is all before its text: "- (x) a) "; later lines stand under the mark."""
    lines = text.split("\n")
    if last:
        lines[0] = f"{lines[0]} `last`"
    if text.startswith(("```", "~~~", "    ", "|")):  # these begin a line
        lines, lead = ["", "", *lines], lead.rstrip()
    indent = " " * (lead.index(" ") + 1)
    quote = [f"> {line}" if line else ">" for line in feedback.split("\n")] if feedback else []
    if quote and len(lines) > 1:
        quote = ["", *quote]
    first, *more = [*lines, *quote]
    return "\n".join([lead + first, *(indent + line if line else "" for line in more)])


def letter_markdown(letter: str) -> str:
    """What stands before a part's text: `a) `, or nothing while drafting."""
    return f"{letter}) " if letter else ""


def cell_markdown(text: str) -> str:
    """`text` as a table's cell: one line, its bars escaped."""
    return " ".join(text.split()).replace("|", "\\|")

"""Questions as an author writes them, to be put together into a bank."""


def choice(stem: str, *options: str, name: str = "q", chips: str = "") -> str:
    """A multiple-choice question whose key is the first option."""
    marks = ["- (x)"] + ["- ( )"] * (len(options) - 1)
    lines = [
        f"{mark} {chr(97 + n)}) {text}"
        for n, (mark, text) in enumerate(zip(marks, options, strict=True))
    ]
    return f"## {stem}\n`id: {name}`{chips}\n\n" + "\n".join(lines) + "\n\n"


def short(stem: str, answer: str, name: str = "q") -> str:
    """A short-answer question."""
    return f"## {stem}\n`id: {name}`\n\n- = {answer}\n\n"


def truth(stem: str, *, is_true: bool, name: str) -> str:
    """A true-or-false question."""
    marks = ("(x)", "( )") if is_true else ("( )", "(x)")
    return f"## {stem}\n`id: {name}`\n\n- {marks[0]} True\n- {marks[1]} False\n\n"


def repeated(count: int, *options: str, key: int = 0) -> str:
    """Questions alike in their options, with different stems."""
    body = ""
    for number in range(count):
        stem = f"Stem{number} asks{number} for{number} what{number}?"
        ordered = [*options[1:]]
        ordered.insert(key, options[0])
        lines = [
            f"- ({'x' if n == key else ' '}) {chr(97 + n)}) {o}" for n, o in enumerate(ordered)
        ]
        body += f"## {stem}\n`id: q-{number}`\n\n" + "\n".join(lines) + "\n\n"
    return body


def mixed(count: int, *options: str) -> str:
    """The same with the key going round."""
    parts = [repeated(count, *options, key=n).split("## ") for n in range(len(options))]
    return "".join("## " + parts[n % len(options)][n + 1] for n in range(count))

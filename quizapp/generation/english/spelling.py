"""British and American spelling: which an article keeps to, and the few verbs that it changes."""

import re

# What stands behind did is spelled unlike the past, enrolled, in Britain alone.
_BRITISH_BASES = {
    "appall": "appal",
    "distill": "distil",
    "enroll": "enrol",
    "fulfill": "fulfil",
    "instill": "instil",
}
_BASE = re.compile(rf"\b(?:{'|'.join(_BRITISH_BASES)})\b")
_OUR_OR = "behavi|col|fav|harb|hon|hum|lab|neighb|rum"
_RE_ER = "cent|fib|lit|met|theat"
_ISE_IZE = "apolog|critic|organ|real|recogn"
_LL_L = "cancel|label|travel"
_BRITISH = re.compile(
    rf"\b(?:(?:{_OUR_OR})our|(?:{_RE_ER})res?\b|(?:{_ISE_IZE})is(?:e|ing|ation)|"
    rf"(?:{_LL_L})l(?:ed|ing|er)|(?:enrol|fulfil)(?:s|ment)?\b|defence|programmes?\b)"
)
_AMERICAN = re.compile(
    rf"\b(?:(?:{_OUR_OR})or|(?:{_RE_ER})ers?\b|(?:{_ISE_IZE})iz(?:e|ing|ation)|"
    rf"(?:{_LL_L})(?:ed|ing|er)|(?:enroll|fulfill)(?:s|ment)?\b|defense|programs?\b)"
)


def is_british(text: str) -> bool:
    """Whether more of its words are spelled as in Britain than as in America."""
    british, american = (sum(1 for _ in each.finditer(text)) for each in (_BRITISH, _AMERICAN))
    return british > american


def with_british_bases(question: str) -> str:
    """A question with enrol for enroll."""
    return _BASE.sub(lambda found: _BRITISH_BASES[found.group()], question)

"""Verbs of two words: to bring in money, to take on workers, to come up with ideas."""

from quizapp.generation.english.words import word_set

_SPLIT = {
    "in": word_set(
        "bring take pull rake draw let call hand turn put send ship fly drop move phase check log "
        "trade cash give join fence fill get set step stand sink rope book bus buy kick lock pack "
        "pay plug reel sign throw usher wade work write cave chip come factor rub"
    ),
    "on": word_set("take put carry call bring add pass hold try keep move go sign lay pile build"),
    "by": word_set("come stand get abide pass drop stop"),
    "off": word_set("pay lay set cut write take call turn put sell break show buy"),
    "out": word_set("carry pay give hand turn put take set point find rule sell buy lay fill"),
    "up": word_set("set give make take put pick use build back break call bring buy open pull"),
    "over": word_set("take hand turn roll carry"),
    "down": word_set("shut close cut turn take put bring pull break lay"),
    "away": word_set("give take throw turn put"),
    "back": word_set("pay give take bring hold cut buy"),
}


def is_phrasal(base: str, particle: str) -> bool:
    """Whether the particle belongs to the verb before it, so that it goes before no question."""
    return base in _SPLIT.get(particle, ())

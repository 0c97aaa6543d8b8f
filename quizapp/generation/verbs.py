"""Forms of English verbs, as far as rules need them: which words can be finite, and their base."""

from quizapp.generation.words import word_set

_IRREGULAR = """
be was been; arise arose arisen; become became become; begin began begun; bind bound bound; bite
bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought
brought; build built built; burn burned burnt; buy bought bought; catch caught caught; choose
chose chosen; cling clung clung; come came come; cut cut cut; deal dealt dealt; dig dug dug; do
did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fly flew
flown; forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten; freeze froze
frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung hung; have had
had; hear heard heard; hide hid hidden; hit hit hit; hold held held; keep kept kept; know knew
known; lay laid laid; lead led led; leave left left; lend lent lent; let let let; lie lay lain;
lose lost lost; make made made; mean meant meant; meet met met; overcome overcame overcome;
overtake overtook overtaken; pay paid paid; put put put; quit quit quit; read read read; rebuild
rebuilt rebuilt; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said;
see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken;
shed shed shed; shine shone shone; shoot shot shot; shrink shrank shrunk; shut shut shut; sing
sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke spoken;
spend spent spent; spin spun spun; split split split; spread spread spread; stand stood stood;
steal stole stolen; stick stuck stuck; strike struck struck; swear swore sworn; sweep swept swept;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told
told; think thought thought; throw threw thrown; understand understood understood; undergo
underwent undergone; undertake undertook undertaken; wake woke woken; wear wore worn; weave wove
woven; win won won; withdraw withdrew withdrawn; withstand withstood withstood; write wrote
written
"""
_REGULAR = word_set(
    "accept account achieve act adapt add address adopt advise affect agree aim allow announce "
    "appear apply appoint approve argue arrest arrive ask assume attack attempt attract avoid ban "
    "base believe belong benefit block boil borrow call cancel capture carry cause celebrate "
    "change charge charter circulate claim climb close collect combine compare compete complain "
    "complete compress concede conclude conduct confirm connect consider consist consume contain "
    "continue contribute control convert cool cost cover create criticize cross damage decide "
    "declare decline defeat defend define deliver demand demonstrate deny depend describe design "
    "destroy determine develop die direct disagree disappear discover discuss dismiss display "
    "divide donate double drop earn elect emit employ enable encourage end enjoy enter equal "
    "escape establish estimate evolve examine exceed exist expand expect expel explain explore "
    "export express extend face fail favor fear fill finance finish fire fit fix flow follow force "
    "form found fund gain gather generate govern grant handle happen harm head heat help hire "
    "honor host hunt identify ignore illustrate import impose improve include increase indicate "
    "influence inform inherit insist inspire install intend introduce invade invent invest invite "
    "involve issue join judge jump kill knight lack land last launch learn license lift limit link "
    "list live locate look love lower maintain manage mark marry match matter measure melt mention "
    "merge migrate monitor mount move name need negotiate note notice number object observe obtain "
    "occupy occur offer open operate oppose order organize originate outline own participate pass "
    "perform persuade pioneer place plan plant play point pose possess praise predict prefer "
    "prepare present prevent produce project promise promote propose protect prove provide publish "
    "pull pump purchase push qualify question raise range rank reach react realize rebel receive "
    "recognize recommend record recover reduce refer reflect refuse regard regulate reject relate "
    "release relieve rely remain remember remove rename repair repeat replace reply report "
    "represent require rescue research resemble resign resist respond rest restore result resume "
    "retain retire return reveal reverse revise reward roll rule save score search seem separate "
    "serve settle share shift ship show shrug sign slow solve sound spark specialize sponsor spot "
    "squeeze start state stay stem stop store strengthen stretch struggle study succeed suffer "
    "suggest supply support surprise surrender surround survey survive suspect suspend tend test "
    "thank threaten total touch trace track trade train transfer transform translate transmit "
    "travel treat trigger triple try turn unite unveil urge use value vary view visit vote wait "
    "walk want warn wash watch weaken weigh welcome widen work worry yield"
)
AUXILIARIES = word_set(
    "is are was were has have had does do did can could will would shall should may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't cannot couldn't "
    "won't wouldn't shouldn't mustn't"
)
SINGULAR_AUXILIARIES = word_set("is was has does isn't wasn't hasn't doesn't")
REPORTING = word_set(
    "said says told tells wrote writes argued argues believed believes thinks thought claimed "
    "claims announced announces explained explains warned warns added adds noted notes concluded "
    "concludes estimated estimates predicted predicts suggested suggests insisted insists admitted "
    "conceded expects expected"
)
# What ends in -ed and is no verb, or seldom one.
_NOT_PAST = word_set(
    "hundred indeed need speed feed seed weed breed shed sacred naked wicked rugged bed red wed "
    "united so-called aged hatred kindred beloved unprecedented unexpected exceed proceed succeed"
)

_FORMS = [tuple(line.split()) for line in _IRREGULAR.split(";")]
_BASE_OF_PAST = {past: base for base, past, _ in _FORMS} | {"were": "be", "burnt": "burn"}
_PARTICIPLES = {participle: base for base, _, participle in _FORMS} | {"got": "get"}
BASES = _REGULAR | frozenset(base for base, _, _ in _FORMS)
_DOUBLED = frozenset("bdgklmnprt")


def third_person(base: str) -> str:
    """The form after he, she or it."""
    if base in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + "s"


_BASE_OF_THIRD = {third_person(base): base for base in BASES}


def base_of(word: str) -> str | None:
    """The base of a past or of a form after he, she or it; None for what isn't known as one."""
    word = word.lower()
    if word in _BASE_OF_THIRD:
        return _BASE_OF_THIRD[word]
    if word in _BASE_OF_PAST:
        return _BASE_OF_PAST[word]
    return _base_of_regular(word) if is_past(word) else None


def _base_of_regular(word: str) -> str | None:
    """Of fitted: fit; of a verb that isn't in the list: None, since -ed may hide an e."""
    stem = word[:-2]
    endings = [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem]
    if stem[-1:] in _DOUBLED and stem[-2:-1] == stem[-1:]:
        endings.append(stem[:-1])
    return next((base for base in endings if base in BASES), None)


def past_of(participle: str) -> str | None:
    """Of taken: took; None for what isn't known as a participle."""
    word = participle.lower()
    if word in _PARTICIPLES:
        base = _PARTICIPLES[word]
        return next((past for past, each in _BASE_OF_PAST.items() if each == base), None)
    return word if word.endswith("ed") and is_past(word) else None


def is_past(word: str) -> bool:
    """Whether `word` can be a past tense."""
    word = word.lower()
    if word in _BASE_OF_PAST:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST


def is_participle(word: str) -> bool:
    """Whether `word` can be a past participle."""
    word = word.lower()
    return word in _PARTICIPLES or (word.endswith("ed") and is_past(word))


def is_finite(word: str) -> bool:
    """Whether `word` can be the verb of a singular subject; many such words can be nouns too."""
    word = word.lower()
    return word in AUXILIARIES or word in _BASE_OF_THIRD or is_past(word)


def is_finite_plural(word: str) -> bool:
    """Whether `word` can be the verb of a plural subject."""
    word = word.lower()
    if word in SINGULAR_AUXILIARIES:
        return False
    return word in AUXILIARIES or word in BASES or is_past(word)

"""Forms of English verbs, as far as rules need them: which words can be finite, and their base."""

import re

from quizapp.generation.english.words import word_set

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
written; bear bore borne; bet bet bet; broadcast broadcast broadcast; burst burst burst; cast cast
cast; oversee oversaw overseen; uphold upheld upheld; offset offset offset; swell swelled swollen;
prove proved proven; show showed shown; hurt hurt hurt; cost cost cost; spring sprang sprung; bid
bid bid; foresee foresaw foreseen; outgrow outgrew outgrown; override overrode overridden;
overthrow overthrew overthrown; repay repaid repaid; rewrite rewrote rewritten; light lit lit;
dream dreamt dreamt; learn learnt learnt; spill spilt spilt
"""
_REGULAR = word_set(
    "abandon abolish absorb abuse accelerate accept accompany account accumulate accuse achieve "
    "acknowledge acquire act activate adapt add address adjust administer admire admit adopt "
    "advance advertise advise advocate affect age agree aid aim alarm allege allocate allow alter "
    "amount amuse analyze anchor anger annex announce anticipate apologize appeal appear apply "
    "appoint approach approve argue arm arrest arrive ask assassinate assault assemble assert "
    "assess assign assist associate assume assure attach attack attain attempt attend attract "
    "attribute authorize avoid award back balance ban bar bargain base beg behave believe belong "
    "benefit blame blend bless block bloom boast boil bomb boost borrow bounce bow brake brush "
    "bury calculate call calm campaign cancel capture carry cause cease celebrate chair challenge "
    "change charge charter chase chat check cheer choke chop circle circulate cite claim clarify "
    "classify clean clear click climb close coach coincide collapse collect color combat combine "
    "command commemorate comment commission commit communicate commute compare compensate compete "
    "compile complain complete compose compress compute conceal concede conceive concentrate "
    "concern conclude condemn conduct confirm conflict confront confuse connect conquer consider "
    "consist consult consume contact contain contest continue contract contrast contribute control "
    "convert cook cool cooperate coordinate cope copy correct correspond corrupt cost cough count "
    "couple cover crack crash crawl create criticize cross crown crush cultivate curb cure cycle "
    "damage dance dare date debate decay decide declare decline decorate decrease dedicate deepen "
    "defeat defend defer define delay delegate delight deliver demand demolish demonstrate deny "
    "depend deploy deposit deprive derive descend describe deserve design destroy detail detain "
    "detect deter deteriorate determine devastate develop devise devote die differ digest dip "
    "direct disagree disappear disappoint disclose discourage discover discuss dismiss dispatch "
    "displace display dispute disrupt dissolve distinguish distribute disturb divert divide "
    "dominate donate double doubt draft drag drain dress drift drill drop dry dump earmark earn "
    "ease echo edit educate elaborate elect elevate eliminate embrace emerge emigrate emit "
    "emphasize employ enable encourage end endanger endorse endure enforce engage enhance enjoy "
    "enlarge enlist enrich enrol ensure entail enter entitle envisage equal equip erase erect "
    "erode erupt escape establish estimate evacuate evade evaluate evaporate evoke evolve "
    "exaggerate examine excavate exceed exchange exclude execute exempt exercise exert exhaust "
    "exhibit exile exist expand expect expel experience experiment expire explain exploit explore "
    "export expose express extend face fade fail fan farm fascinate fasten favor fear feature file "
    "fill film filter finance fine finish fire fit fix flank flash flatten flip float flood "
    "flourish flow fold follow fool force form foster found fracture frame free fuel fulfil "
    "function fund gain gamble gather gaze generate glide glow govern grab graduate grant grapple "
    "greet group guarantee guard guess guide halt halve hammer hamper hand handle happen harden "
    "harm harness hasten hatch haul haunt head heal heat help hesitate hike hinder hire honor hook "
    "hop hope host hover hug hunt hurry identify ignite ignore illuminate illustrate imagine "
    "imitate implement imply import impose impress imprison improve include incorporate increase "
    "incur indicate infect infer inflate influence inform inhabit inherit inhibit initiate inject "
    "injure innovate insert insist inspect inspire install institute instruct insulate insure "
    "integrate intend intensify interest interpret interrupt intervene interview introduce invade "
    "invent invest invite involve isolate issue jail jeopardize join judge jump justify kick kill "
    "kiss knight knock label labor lack lag lament land last launch learn lease lengthen levy "
    "liberate license lift limit line linger link liquidate list listen live load loan lobby "
    "locate lodge look loom loosen love lower magnify mail maintain manage manipulate manufacture "
    "march mark marry master match matter mature maximize measure mediate melt mention merge "
    "migrate mill mine minimize mirror miss mix mobilize model moderate modernize modify monitor "
    "motivate mount move multiply murder name narrow near need neglect negotiate nominate note "
    "notice number obey object observe obtain occupy occur offer omit open operate oppose orbit "
    "ordain order organize originate oust outline outnumber outpace outweigh overhaul overlook owe "
    "own pack paint park part participate pass patrol pause peak penetrate perceive perform permit "
    "persist persuade phase phone photograph pick pile pin pioneer pitch pity place plan plant "
    "play pledge plunge point polish poll pollute pop populate pose possess postpone pour practice "
    "praise pray preach precede predate predict prefer prepare present preserve preside press "
    "pressure presume prevent price print probe proclaim produce profit progress prohibit project "
    "promise promote prompt pronounce propel propose prosecute prosper protect protest prove "
    "provide provoke publish pull pump punish purchase pursue push puzzle quadruple qualify "
    "quarrel question queue quote race raise rally ram range rank rate ratify reach react realize "
    "reassure rebel recall recede receive reckon reclaim recognize recommend reconsider "
    "reconstruct record recover recruit recur recycle redefine redesign reduce refer refine "
    "reflect reform refuel refuse regain regard register regulate rehearse reign reinforce "
    "reinvigorate reiterate reject rejoin relate relax release relieve relocate rely remain "
    "remember remove rename renew renovate rent reopen reorganize repair repay repeat repel "
    "replace reply report represent require rescind rescue research resemble reserve resettle "
    "reshape reside resign resist resolve resort respond rest restore restrain restrict result "
    "resume resurface retain retire retreat retrieve return reveal reverse revert revise revive "
    "revoke revolt reward rip risk rival rob rock roll rotate ruin rule rush sack sail salvage "
    "sample sanction satisfy save scale scan scare scatter schedule score scrape scream seal "
    "search secure seem seize sense sentence separate serve settle shape share shave shell shelter "
    "shift ship shiver shock shorten shout show shrug shuttle side sign signal signify simplify "
    "simulate sketch skip slash slip slow smell smile smoke smooth smuggle snap soak soar soften "
    "solidify solve sort sound spark specialize spell spill spite splice spoil sponsor spot spray "
    "sprout spur squander squeeze stabilize stack staff stage stall stamp stare start starve state "
    "stay steam steer stem stimulate stir stop store strain strand strap strengthen stress stretch "
    "strip struggle study stumble subdue submit subscribe subsidize substitute succeed sue suffer "
    "suggest sum summarize summon supersede supervise supply support suppress surge surpass "
    "surprise surrender surround survey survive suspect suspend swallow swap switch tackle tap "
    "target taste tax tease tend terminate terrify test testify thank threaten tie tighten tilt "
    "time tip title tolerate top topple toss total touch tour tow trace track trade trail train "
    "transfer transform translate transmit trap travel treat tremble trigger trim triple trouble "
    "trust try tug tumble tunnel turn tutor twist type undermine unearth unify unite unload unlock "
    "unveil update upgrade urge use utilize value vanish vary venture verify veto view violate "
    "visit volunteer vote wage wait walk wander want warm warn wash waste watch water weaken weigh "
    "welcome whip whisper widen wipe wire wish witness wonder work worry wound wrap wreck yield "
    "enroll fulfill"
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
_SHORT_PAST = word_set("used died sued tied lied owed aged freed")
# What ends in -ed and is no verb, or seldom one.
_NOT_PAST = word_set(
    "hundred indeed need speed feed seed weed breed shed sacred naked wicked rugged bed red wed "
    "united so-called aged hatred kindred beloved unprecedented unexpected exceed proceed succeed"
)

_FORMS = [tuple(line.split()) for line in _IRREGULAR.split(";")]
_BASE_OF_PAST = {past: base for base, past, _ in _FORMS} | {"were": "be", "burnt": "burn"}
_PAST_OF_BASE = {base: past for base, past, _ in _FORMS}
_PARTICIPLES = {participle: base for base, _, participle in _FORMS} | {"got": "get"}
BASES = _REGULAR | frozenset(base for base, _, _ in _FORMS)
_DOUBLED = frozenset("bdgklmnprt")
# Of hop the past is hopped, so that hoped comes from another verb.
_DOUBLES = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][bdgklmnprt]")
_AMERICAN = frozenset({"enrolled", "fulfilled"})


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
    if word in _AMERICAN:
        return stem
    if _DOUBLES.fullmatch(stem):
        return stem + "e" if stem + "e" in BASES else None
    endings = [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem]
    if stem[-1:] in _DOUBLED and stem[-2:-1] == stem[-1:]:
        endings.append(stem[:-1])
    return next((base for base in endings if base in BASES), None)


def simple_past(base: str, *, is_plural: bool) -> str | None:
    """Of take: took; None for what isn't known as a verb, or has two of them."""
    if base == "be":
        return "were" if is_plural else "was"
    if base in _PAST_OF_BASE:
        return _PAST_OF_BASE[base]
    if base not in BASES or _DOUBLES.fullmatch(base):
        return None
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    past = base + ("d" if base.endswith("e") else "ed")
    return past if base_of(past) == base else None


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
    if word in _BASE_OF_PAST or word in _SHORT_PAST:
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

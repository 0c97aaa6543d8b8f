"""Common verbs and their pasts: none leads to another verb."""

import pytest

from quizapp.generation.english.regular_verbs import regular_base
from quizapp.generation.english.verbs import base_of, third_person

FORMS = (
    "hope:hoped hop:hopped enroll:enrolled call:called use:used move:moved live:lived "
    "love:loved close:closed open:opened plan:planned stop:stopped travel:travelled "
    "control:controlled refer:referred prefer:preferred occur:occurred admit:admitted "
    "commit:committed permit:permitted submit:submitted visit:visited limit:limited "
    "edit:edited offer:offered enter:entered listen:listened happen:happened "
    "develop:developed gather:gathered study:studied carry:carried marry:married try:tried "
    "cry:cried play:played stay:stayed enjoy:enjoyed destroy:destroyed employ:employed "
    "agree:agreed free:freed die:died tie:tied dye:dyed age:aged change:changed "
    "manage:managed charge:charged merge:merged judge:judged bridge:bridged argue:argued "
    "value:valued continue:continued pursue:pursued issue:issued rescue:rescued share:shared "
    "care:cared store:stored scare:scared stare:stared fire:fired hire:hired admire:admired "
    "require:required acquire:acquired inspire:inspired retire:retired measure:measured "
    "ensure:ensured include:included decide:decided provide:provided divide:divided "
    "guide:guided side:sided trade:traded fade:faded invade:invaded persuade:persuaded "
    "name:named frame:framed blame:blamed time:timed climb:climbed fill:filled fail:failed "
    "file:filed fool:fooled fuel:fueled refuel:refueled cancel:cancelled label:labelled "
    "model:modelled total:totalled equal:equalled signal:signalled level:levelled rate:rated "
    "create:created operate:operated educate:educated state:stated invite:invited "
    "unite:united vote:voted note:noted quote:quoted promote:promoted dispute:disputed "
    "compute:computed taste:tasted waste:wasted paste:pasted rob:robbed ban:banned pin:pinned "
    "scan:scanned tan:tanned plane:planed pine:pined bare:bared star:starred tape:taped "
    "tap:tapped stripe:striped strip:stripped rip:ripped cope:coped scrape:scraped "
    "scrap:scrapped top:topped rope:roped wrap:wrapped drop:dropped ship:shipped slip:slipped "
    "wipe:wiped mine:mined line:lined define:defined combine:combined examine:examined "
    "determine:determined imagine:imagined profit:profited exhibit:exhibited "
    "inherit:inherited deposit:deposited credit:credited benefit:benefited market:marketed "
    "target:targeted budget:budgeted focus:focused process:processed miss:missed pass:passed "
    "fix:fixed mix:mixed tax:taxed relax:relaxed buzz:buzzed reach:reached watch:watched "
    "push:pushed wash:washed rush:rushed echo:echoed veto:vetoed tunnel:tunneled "
    "program:programmed transfer:transferred infer:inferred suffer:suffered differ:differed "
    "heal:healed repeal:repealed reveal:revealed seal:sealed sail:sailed train:trained "
    "gain:gained loan:loaned clean:cleaned weaken:weakened frighten:frightened join:joined "
    "appoint:appointed point:pointed double:doubled triple:tripled handle:handled "
    "settle:settled struggle:struggled assemble:assembled enable:enabled trouble:troubled "
    "cycle:cycled sample:sampled queue:queued owe:owed tow:towed flow:flowed follow:followed "
    "allow:allowed belong:belonged challenge:challenged sponsor:sponsored honor:honored "
    "fulfill:fulfilled install:installed compel:compelled expel:expelled propel:propelled "
    "patrol:patrolled rebel:rebelled excel:excelled dispel:dispelled quarrel:quarrelled "
    "panic:panicked mimic:mimicked lose:lost give:gave take:took make:made write:wrote "
    "begin:began grow:grew see:saw flee:fled go:went have:had do:did feel:felt fall:fell "
    "ride:rode steal:stole catch:caught "
)
PAIRS = [tuple(pair.split(":")) for pair in FORMS.split()]


def known_base(form: str) -> str | None:
    return base_of(form) or regular_base(form)


@pytest.mark.parametrize(("base", "past"), PAIRS)
def test_a_past_leads_to_its_own_base_or_to_none(base: str, past: str) -> None:
    assert known_base(past) in (base, None)


@pytest.mark.parametrize("base", [base for base, _ in PAIRS])
def test_a_form_after_he_leads_to_its_own_base_or_to_none(base: str) -> None:
    assert base_of(third_person(base)) in (base, None)


def test_nearly_all_of_them_are_known() -> None:
    unknown = [past for _, past in PAIRS if known_base(past) is None]
    assert len(unknown) < len(PAIRS) / 10

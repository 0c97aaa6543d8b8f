"""Who does things, what is done and what only is: words that tell deeds from states."""

from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.verbs import REPORTING
from quizapp.generation.english.words import word_set

SAYING = REPORTING | word_set(
    "found finds shows showed reported reports asked meant means called credited blamed attributed "
    "forced prompted led caused allowed enabled resisted saw heard"
)
STATES = word_set("be have seem remain include contain cost need want know mean weigh last take")
NOT_DONE = word_set("born known called named used based made said thought believed expected held")
# What happens to something by itself.
HAPPENING = word_set(
    "fell rose collapsed sank broke closed failed dropped grew disappeared burst burned burnt "
    "expired ended stopped crashed exploded melted froze died vanished reopened shrank cracked "
    "flooded dried shut split snapped"
)
# Behind these "to" and a verb may say what they need rather than what for.
LEADING_ON = word_set(
    "agree aim allow appeal ask attempt call cause choose decide decline enable encourage expect "
    "fail force go help hope intend invite lead manage oblige offer order persuade plan pledge "
    "prepare press promise prompt refuse require return seek start teach tell threaten try urge "
    "use vote want warn plans plan right rights power powers decision attempt attempts way chance "
    "promise agreement bid effort efforts need offer calls order orders permission time money law "
    "campaign ability refusal pressure request proposal enough able ready unable first last only "
    "one permit permits likely due close next license licence duty reason reasons fight drive"
)
ACTING = ROLES | word_set(
    "council government ministry court board police firm company union city town state parliament "
    "committee university team club crew operator authority agency bank commission congress senate "
    "cabinet army navy party jury group family owner founder editor maker regulator network "
    "retailer growers farmers workers residents voters members owners families parents police "
    "engineers scientists researchers doctors nurses teachers students pupils authorities "
    "operators officials inspectors prosecutors councillors supporters islanders brothers sisters "
    "people men women villagers settlers sailors soldiers troops rebels miners traders bakers "
    "enemy enemies pirates raiders rebels attackers gunmen thieves bandits invaders crowd mob "
    "developers builders investors lawyers critics activists volunteers shareholders astronomers"
)

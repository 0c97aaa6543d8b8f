"""The simulated students: names from many places, ability, speed, and how keen they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.demo.model import SPREAD_OF_SPEEDS, Dice

STUDENTS = 120
GIVEN = (
    "Adaeze Aiko Alejandra Amina Anders Aoife Bilal Camila Chidi Daniel Dmytro Elif Emeka Farah "
    "Gabriela Hana Henry Ines Isabel Jakub Javier Jia Kavya Kofi Lars Leila Lucia Mateo Mei "
    "Mohammed Nadia Nikhil Noah Olga Omar Priya Quinn Rosa Samir Sofia Tariq Thabo Yara Zoe"
)
FAMILY = (
    "Abdi Achebe Andersson Banerjee Castillo Chen Costa Diallo Dubois Eze Fischer Garcia Haddad "
    "Hansen Ivanova Jansen Kaya Khan Kim Kowalski Lopez Mbeki Moreau Nakamura Nguyen Novak "
    "O'Connor Okafor Osei Papadopoulos Park Patel Petrov Rossi Sato Schmidt Silva Singh Tanaka "
    "Torres Tran Walker Yilmaz Zhang"
)
# Names that pages and files have to get right as well.
SPECIAL = {
    1: "Nguyễn Thị Minh Khai",
    2: "عمر الخطيب",
    3: "Maximiliane Freifrau von Hohenstein-Altenburg zu Löwenberg",
    4: "Ólafur Þórðarson",
    5: "王小明",
}
PERCENTS = {7: 125, 8: 150, 31: 125, 58: 200}  # extra time, by number
LEFT = frozenset({44, 97})  # have left the course since
NEVER_BEGAN = frozenset({12, 71, 103})


@dataclass(frozen=True)
class Student:
    """One simulated person."""

    number: int  # from 0; 0 is the one that whoever tries the demo can sign in as
    name: str
    login: str
    ability: float
    speed: float  # 0 for most, higher is quicker
    keenness: float  # the chance that they take a quiz at all, beside the quiz's own
    time_percent: int = 100

    @property
    def id(self) -> str:
        """No other user's id has a hyphen."""
        return f"demo-student-{self.number:03d}"

    @property
    def student_number(self) -> str:
        """As an institution would count them."""
        return f"S{26000 + 7 * self.number}"

    def seen_before(self, now: datetime) -> datetime | None:
        """When they last signed in; None: never."""
        ago = timedelta(days=12 * Dice("seen", self.number).share() ** 2)
        return now - ago if self.keenness else None

    @property
    def has_left(self) -> bool:
        """Whether they are in the course no more."""
        return self.number in LEFT


def list_students() -> tuple[Student, ...]:
    """All of them, always the same."""
    names = Dice("names").shuffled(
        [f"{given} {family}" for given in GIVEN.split() for family in FAMILY.split()]
    )
    return tuple(_student(number, names[number]) for number in range(STUDENTS))


def _student(number: int, name: str) -> Student:
    dice = Dice("student", number)
    plain = name.lower().replace(" ", ".").replace("'", "")
    return Student(
        number=number,
        name=SPECIAL.get(number, name),
        login=f"{plain}@demo.invalid" if number else "demo.student",
        ability=dice.normal() if number else 0.8,
        speed=dice.normal(sd=SPREAD_OF_SPEEDS),
        keenness=0.0 if number in NEVER_BEGAN else 1 - 0.2 * dice.share() ** 2 if number else 1.0,
        time_percent=PERCENTS.get(number, 100),
    )

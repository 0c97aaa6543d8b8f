"""Of whom "he" or "she" may be said, as far as a first name or a title tells."""

import re
from collections.abc import Sequence

from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.words import word_set

_WOMEN = word_set(
    "Abigail Ada Adele Adriana Agatha Agnes Agnieszka Aigerim Aiko Aino Aisha Aleksandra "
    "Alexandra Alfreda Alice Alicia Alina Alison Allison Alma Amalia Amanda Amelia Amina Amy Ana "
    "Ananya Anastasia Angela Anita Ann Anna Anne Anneliese Annika Antoinette Antonia Anya Astrid "
    "Audrey Augusta Ava Ayesha Ayse Barbara Beate Beatrice Beatrix Beatriz Becky Bella Bernadette "
    "Berta Bertha Beth Betsy Bettina Betty Beverly Bianca Birgit Blanca Bonnie Brenda Brianna "
    "Bridget Brigitte Camille Carla Carmen Carol Carolina Caroline Carrie Cassandra Caterina "
    "Catherine Cathy Cecilia Celia Charlotte Cheryl Chiamaka Chiara Chloe Christina Christine "
    "Cindy Claire Clara Claudia Colette Constance Consuelo Cora Cordelia Cristina Cynthia Dagmar "
    "Daniela Danielle Darlene Debbie Deborah Debra Delia Delphine Denise Diana Dina Dolly Dolores "
    "Donna Doris Dorothy Edith Edna Edwina Eileen Ekaterina Elaine Eleanor Elena Elin Elisa "
    "Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Eloise Elsa Emilia Emily Emma Erica Erika "
    "Erin Esperanza Esra Esther Ethel Eugenia Eugenie Eunice Eva Evelina Ewa Fanny Farah Fatima "
    "Fatou Felicity Fiona Florence Frances Francesca Freya Frida Fumiko Gabriela Gabrielle Gail "
    "Galina Gemma Genevieve Georgina Geraldine Gertrude Gillian Gina Gisela Giulia Gladys Gloria "
    "Grace Greta Gretchen Gwen Gwendolyn Halima Hana Hannah Harriet Hazel Heather Hedwig Heidi "
    "Helen Helena Helga Henrietta Hermine Hilda Hillary Holly Hortense Ida Ilse Imogen Ines Inez "
    "Inge Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Isadora Isla Isolde Ivana "
    "Jacqueline Jadwiga Jana Jane Janet Janice Jasmine Jeanne Jelena Jennie Jennifer Jenny "
    "Jessica Jill Joan Joanna Johanna Josefa Josephina Josephine Joyce Juanita Judith Judy Julia "
    "Julianna Julie Juliet Kamila Kara Karen Karin Katalin Katarina Kate Katharina Katherine "
    "Kathleen Kathryn Kathy Katie Katrin Katy Kaya Kayla Kazimiera Keiko Keira Khadija Kirsten "
    "Kirsti Krista Kristin Kristina Laila Lakshmi Lara Laura Lauren Lavinia Layla Leah Leila Lena "
    "Leonie Leonora Leyla Lidia Lillian Lily Lina Linda Lisa Lise Liz Lori Lorna Lorraine Lotte "
    "Louise Lucia Lucille Lucinda Lucretia Lucy Ludmila Ludovica Luisa Lydia Lynda Mabel "
    "Madeleine Maeve Magda Maggie Maja Malala Marcia Margaret Margaretha Margarethe Margarita "
    "Margot Margrethe Maria Mariam Mariana Marianne Marie Marilyn Marina Marissa Marjorie Marlene "
    "Marta Martha Martina Mary Mathilde Matilda Maud Maureen Maxine Maya Meera Megan Melanie "
    "Melinda Melissa Mette Mia Michelle Mildred Milena Milica Millie Minerva Mira Miranda Miriam "
    "Mitsuko Molly Mona Monica Monika Muriel Myra Nadege Nadezhda Nadia Nadine Nancy Naomi "
    "Natalia Natalie Natalya Natasha Neha Nell Nellie Ngozi Niamh Nicole Nikki Nina Nkechi Noemi "
    "Nora Norma Octavia Odette Oksana Olena Olga Olivia Oona Ottilie Pamela Pascale Patricia "
    "Patty Paula Paulina Pauline Peggy Penelope Perdita Petra Philippa Phyllis Pia Pilar Polly "
    "Pooja Priscilla Priya Rachael Rachel Rafaela Ramona Rana Rania Raquel Rebecca Regina Renata "
    "Renate Renee Rhoda Rhonda Rita Robyn Rochelle Rosa Rosalie Rosalind Rosalinda Rosamund Rose "
    "Rosemary Rosie Roxanne Rukmini Ruth Sabine Sabrina Sachiko Sadie Sakura Sally Salma Samantha "
    "Samira Sandra Sanna Sara Sarah Sarnai Saskia Selma Sharon Sheila Sherry Shira Shirley Signe "
    "Sigrid Silke Silvia Simonetta Sinead Siobhan Sofia Solveig Sonia Sophia Sophie Stella "
    "Stephanie Sue Sunita Susan Susanna Susanne Suzanne Svetlana Sybil Sylvia Tabitha Tamara "
    "Tammy Tanya Tara Tatiana Tatsiana Tatyana Teresa Tessa Thea Thelma Theresa Therese Tiffany "
    "Tilda Tina Tomoko Trudy Tuya Ulla Ulrike Una Ursula Valentina Valerie Vanessa Velta Vera "
    "Verena Veronica Veronika Vicky Victoria Viola Violet Virginia Vivienne Wanda Wanjiru Wendy "
    "Wilhelmina Wilma Winifred Yara Yasmin Yasmine Yoko Yolanda Yulia Yvette Yvonne Zainab Zara "
    "Zelda Zeynep Zoe Zofia"
)
# Given to men and to women, in one language or another.
_ANYBODY = word_set(
    "Alex Akira Amara Andrea Ariel Casey Chen Chidi Claude Dana Evelyn Francis Gene Guadalupe "
    "Hilary Ikram Jamie Jan Jean Jing Jo Joey Kai Kay Kelly Kim Laurence Lee Leslie Lynn Marion "
    "Mei Meredith Ming Minh Nicola Nikita Noel Olu Rene Robin Rowan Sam Sidney Simone Tracy Vivian "
    "Wei Yuki Shannon Ashley Jackie"
)
_MEN = FIRST_NAMES - _WOMEN - _ANYBODY
_HER_TITLES = word_set("Mrs. Mrs Ms. Ms Miss Dame Lady Queen Princess Empress Duchess Countess")
_HIS_TITLES = word_set("Mr. Mr Sir Lord King Prince Emperor Pope Tsar Czar Sultan Duke Baron Count")
_HER_ROLES = word_set(
    "woman girl wife mother daughter sister aunt niece widow actress chairwoman spokeswoman "
    "businesswoman congresswoman grandmother granddaughter nun"
)
_HIS_ROLES = word_set(
    "man boy husband father son brother uncle nephew widower chairman spokesman businessman "
    "congressman fisherman grandfather grandson monk"
)
_HER_NOUNS = word_set("queen princess nurse mayor teacher professor chief director president lady")
_HIS_NOUNS = word_set("king prince emperor pope mayor teacher professor chief director president")
_ALL_HERS, _ALL_HIS = re.compile(r"\b(?:she|her)\b", re.I), re.compile(r"\b(?:he|his|him)\b", re.I)
_FAR_MORE = 2  # times
_HERS = word_set("she her hers herself")
_HIS = word_set("he his him himself")


def gender_of(person: str) -> str:
    """ "she" or "he" for "Jane Roe" or "the spokesman"; "" where nothing tells."""
    first, ends = person.split()[0], {person.split()[0], person.split()[-1]}
    if first in _WOMEN or not ends.isdisjoint(_HER_TITLES | _HER_ROLES):
        return "she"
    return "he" if first in _MEN or not ends.isdisjoint(_HIS_TITLES | _HIS_ROLES) else ""


def is_somebody(word: str, gender: str) -> bool:
    """Whether the noun tells of "she" or "he": widow, monk."""
    return word in (_HER_ROLES | _HER_NOUNS if gender == "she" else _HIS_ROLES | _HIS_NOUNS)


def gender_told(sentences: Sequence[str], following: Sequence[int], *, is_subject: bool) -> str:
    """ "she" or "he" for somebody with whom sentences begin: the numbers of those behind them.

    `is_subject`: whether the whole article is about that person.
    """
    text = " ".join(sentences) if is_subject else ""
    hers, his = len(_ALL_HERS.findall(text)), len(_ALL_HIS.findall(text))
    if hers > _FAR_MORE * his or his > _FAR_MORE * hers:
        return "she" if hers > his else "he"
    starts = {sentences[at].partition(" ")[0] for at in following}
    is_she, is_he = bool(starts & {"She", "Her"}), bool(starts & {"He", "His"})
    return "" if is_she == is_he else "she" if is_she else "he"


def may_mean(pronoun: str, person: str, told: str = "") -> bool:
    """Whether the pronoun can stand for somebody; True where nothing tells.

    `told`: the gender that the article tells, for a name that doesn't.
    """
    gender = gender_of(person) or told
    if pronoun.lower() in _HERS:
        return gender != "he"
    return gender != "she" if pronoun.lower() in _HIS else True

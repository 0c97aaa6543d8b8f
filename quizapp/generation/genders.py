"""Of whom "he" or "she" may be said, as far as a first name or a title tells."""

from quizapp.generation.first_names import FIRST_NAMES
from quizapp.generation.words import word_set

_WOMEN = word_set(
    "Abigail Ada Adele Adriana Agatha Agnes Agnieszka Aiko Aino Aisha Aleksandra Alexandra Alice "
    "Alicia Alina Alison Allison Alma Amalia Amanda Amelia Amina Amy Ana Ananya Anastasia Angela "
    "Anita Ann Anna Anne Anneliese Annika Antoinette Antonia Anya Astrid Audrey Augusta Ava "
    "Ayesha Ayse Barbara Beate Beatrice Beatrix Beatriz Becky Bella Bernadette Berta Bertha Beth "
    "Betsy Bettina Betty Beverly Bianca Birgit Blanca Bonnie Brenda Brianna Bridget Brigitte "
    "Camille Carla Carmen Carol Carolina Caroline Carrie Cassandra Caterina Catherine Cathy "
    "Cecilia Celia Charlotte Cheryl Chiamaka Chiara Chloe Christina Christine Cindy Claire Clara "
    "Claudia Colette Constance Consuelo Cora Cordelia Cristina Cynthia Dagmar Daniela Danielle "
    "Darlene Debbie Deborah Debra Delia Delphine Denise Diana Dina Dolly Dolores Donna Doris "
    "Dorothy Edith Edna Edwina Eileen Ekaterina Elaine Eleanor Elena Elin Elisa Elisabeth Elise "
    "Eliza Elizabeth Elke Ella Ellen Eloise Elsa Emilia Emily Emma Erica Erika Erin Esperanza "
    "Esra Esther Ethel Eugenia Eugenie Eunice Eva Evelina Ewa Fanny Farah Fatima Fatou Felicity "
    "Fiona Florence Frances Francesca Freya Frida Fumiko Gabriela Gabrielle Gail Galina Gemma "
    "Genevieve Georgina Geraldine Gertrude Gillian Gina Gisela Giulia Gladys Gloria Grace Greta "
    "Gretchen Gwen Gwendolyn Halima Hana Hannah Harriet Hazel Heather Hedwig Heidi Helen Helena "
    "Helga Henrietta Hermine Hilda Hillary Holly Hortense Ida Ilse Imogen Ines Inez Inge Ingrid "
    "Irene Irina Iris Irma Isabel Isabella Isabelle Isadora Isla Isolde Ivana Jacqueline Jadwiga "
    "Jana Jane Janet Janice Jasmine Jeanne Jelena Jennie Jennifer Jenny Jessica Jill Joan Joanna "
    "Johanna Josefa Josephina Josephine Joyce Juanita Judith Judy Julia Julianna Julie Juliet "
    "Kamila Kara Karen Karin Katalin Katarina Kate Katharina Katherine Kathleen Kathryn Kathy "
    "Katie Katrin Katy Kaya Kayla Kazimiera Keiko Keira Khadija Kirsten Kirsti Krista Kristin "
    "Kristina Laila Lakshmi Lara Laura Lauren Lavinia Layla Leah Leila Lena Leonie Leonora Leyla "
    "Lidia Lillian Lily Lina Linda Lisa Lise Liz Lori Lorna Lorraine Lotte Louise Lucia Lucille "
    "Lucinda Lucretia Lucy Ludmila Ludovica Luisa Lydia Lynda Mabel Madeleine Maeve Magda Maggie "
    "Maja Malala Marcia Margaret Margaretha Margarethe Margarita Margot Margrethe Maria Mariam "
    "Mariana Marianne Marie Marilyn Marina Marissa Marjorie Marlene Marta Martha Martina Mary "
    "Mathilde Matilda Maud Maureen Maxine Maya Meera Megan Melanie Melinda Melissa Mette Mia "
    "Michelle Mildred Milena Milica Millie Minerva Mira Miranda Miriam Mitsuko Molly Mona Monica "
    "Monika Muriel Myra Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natalya Natasha Neha "
    "Nell Nellie Ngozi Niamh Nicole Nikki Nina Nkechi Noemi Nora Norma Octavia Odette Oksana "
    "Olena Olga Olivia Oona Ottilie Pamela Pascale Patricia Patty Paula Paulina Pauline Peggy "
    "Penelope Petra Philippa Phyllis Pia Pilar Polly Pooja Priscilla Priya Rachael Rachel Rafaela "
    "Ramona Rana Rania Raquel Rebecca Regina Renata Renate Renee Rhoda Rhonda Rita Robyn Rochelle "
    "Rosa Rosalie Rosalind Rosalinda Rosamund Rose Rosemary Rosie Roxanne Rukmini Ruth Sabine "
    "Sabrina Sachiko Sadie Sakura Sally Salma Samantha Samira Sandra Sanna Sara Sarah Saskia "
    "Selma Sharon Sheila Sherry Shira Shirley Signe Sigrid Silke Silvia Simonetta Sinead Siobhan "
    "Sofia Solveig Sonia Sophia Sophie Stella Stephanie Sue Sunita Susan Susanna Susanne Suzanne "
    "Svetlana Sybil Sylvia Tabitha Tamara Tammy Tanya Tara Tatiana Tatsiana Tatyana Teresa Tessa "
    "Thea Thelma Theresa Therese Tiffany Tilda Tina Tomoko Trudy Ulla Ulrike Una Ursula Valentina "
    "Valerie Vanessa Vera Verena Veronica Veronika Vicky Victoria Viola Violet Virginia Vivienne "
    "Wanda Wanjiru Wendy Wilhelmina Wilma Winifred Yara Yasmin Yasmine Yoko Yolanda Yulia Yvette "
    "Yvonne Zainab Zara Zelda Zeynep Zoe Zofia"
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
_HERS = word_set("she her hers herself")
_HIS = word_set("he his him himself")


def may_mean(pronoun: str, person: str) -> bool:
    """Whether the pronoun can stand for "Jane Roe" or "the spokesman"; True where nothing tells."""
    ends = {person.split()[0], person.split()[-1]}
    if pronoun.lower() in _HERS:
        return ends.isdisjoint(_HIS_TITLES | _HIS_ROLES) and person.split()[0] not in _MEN
    if pronoun.lower() in _HIS:
        return ends.isdisjoint(_HER_TITLES | _HER_ROLES) and person.split()[0] not in _WOMEN
    return True

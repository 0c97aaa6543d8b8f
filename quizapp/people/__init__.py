"""The people of a course as staff see them: the list, and one person with all they did."""

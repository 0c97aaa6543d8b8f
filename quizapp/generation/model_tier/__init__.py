"""A language model's facts and questions, none of them believed before it is verified."""

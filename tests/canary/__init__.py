"""Two hundred invented words in every field of a case, and a search for them wherever the program writes."""

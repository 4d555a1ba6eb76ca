"""Killing the program while somebody types: nothing that was said to be saved may be missing."""

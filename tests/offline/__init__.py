"""A whole run in a network of its own that leads nowhere: does anything even try to get out?"""

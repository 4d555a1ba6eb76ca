"""The tables as first released, by chapter. Frozen: once released never edited; a later revision changes them."""

"""One module per part of the packet; each gives its strips."""

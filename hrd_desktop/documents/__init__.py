"""Evidence files and pictures: looked at, cleaned, brought to size."""

"""What must be shown, and what the file shows of it: rule packs, one derivation per item, assessment on a day."""

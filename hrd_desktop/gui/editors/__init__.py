"""One editor for each kind of field. None of them knows a particular field."""

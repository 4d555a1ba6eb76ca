"""What a caseworker can do, one function per action. Knows no widget and no library of the layers below."""

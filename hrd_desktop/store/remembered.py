"""What a case file remembers about itself: one small JSON value per name, never a fact of a case."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hrd_desktop.store.keeping import preference


def load(session: Session, name: str) -> Any:
    """The value of this name; None where there is none, or none that can be read."""
    text = session.connection().scalar(select(preference.c.value).where(preference.c.name == name))
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None


def keep(session: Session, name: str, value: Any) -> None:
    """Put a value in the place of the one that was there; None forgets it."""
    connection = session.connection()
    if value is None:
        connection.execute(delete(preference).where(preference.c.name == name))
        return
    text = json.dumps(value, ensure_ascii=False)
    put = insert(preference).values(name=name, value=text)
    connection.execute(put.on_conflict_do_update(index_elements=["name"], set_={"value": text}))

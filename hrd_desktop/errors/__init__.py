"""Failures a person can act on. An error carries facts; the sentence is made where the reader's language is known."""

from __future__ import annotations

from hrd_desktop.errors.case_file import *
from hrd_desktop.errors.cases import *
from hrd_desktop.errors.handing import *
from hrd_desktop.errors.keys import *
from hrd_desktop.errors.kinds import *
from hrd_desktop.errors.packets import *

"""The five invented cases that come with the program, read afresh each time."""

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.exchange.case_json import read_case


def demo_case(stem: str = "s1") -> Case:
    path = resource("demo", f"{stem}.json")
    return read_case(path.read_bytes(), path.name)


def demo_cases() -> list[Case]:
    return [demo_case(f"s{n}") for n in range(1, 6)]

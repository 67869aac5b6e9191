"""What one process does. On one machine, all of it."""

from enum import StrEnum


class Role(StrEnum):
    all = "all"
    web = "web"
    worker = "worker"
    clock = "clock"

    def does(self, part: "Role") -> bool:
        return self in (Role.all, part)

"""Which municipality a point on the map lies in, told by the localities around it."""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlu.gazetteer import DATA

KILOMETRES = 111.2  # of a degree of latitude
VILLAGE = 2.0  # kilometres around the middle of the smallest that are its own
GROWTH = 0.5  # kilometres more for the square root of each thousand people
CLEARLY = 2  # times as far as the nearest one is that of any other municipality


@dataclass(frozen=True, slots=True)
class Locality:
    municipality: str
    latitude: float
    longitude: float
    reach: float  # kilometres

    def distance(self, latitude: float, longitude: float) -> float:
        """Kilometres, on a plane: good to a hundredth within a State."""
        across = math.cos(math.radians(self.latitude)) * (longitude - self.longitude)
        return KILOMETRES * math.hypot(latitude - self.latitude, across)


def municipality_at(latitude: float, longitude: float) -> str | None:
    """Degrees. None in the open country, and where two municipalities are about as near: who is
    there knows it better."""
    near = sorted((each.distance(latitude, longitude), at) for at, each in enumerate(_localities()))
    (distance, first), *others = ((far, _localities()[at]) for far, at in near)
    rival = next(far for far, each in others if each.municipality != first.municipality)
    is_inside = distance <= first.reach and rival >= CLEARLY * distance
    return first.municipality if is_inside else None


@cache
def _localities() -> tuple[Locality, ...]:
    return tuple(_read())


def _read() -> Iterator[Locality]:
    with (DATA / "localities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            reach = VILLAGE + GROWTH * math.sqrt(int(row["population"]) / 1000)
            yield Locality(
                row["municipality"], float(row["latitude"]), float(row["longitude"]), reach
            )

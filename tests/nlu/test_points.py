import pytest

from nlu import points


@pytest.mark.parametrize(
    ("latitude", "longitude", "municipality"),
    [
        (29.0729, -110.9559, "Hermosillo"),  # the middle of the town
        (29.0300, -111.0200, "Hermosillo"),  # its south-west
        (27.4860, -109.9400, "Cajeme"),
        (27.9600, -110.8140, "Empalme"),  # ten kilometres from Guaymas
        (27.9200, -110.9000, "Guaymas"),
        (31.3080, -110.9420, "Nogales"),
        (27.0500, -109.4400, "Navojoa"),
    ],
)
def test_in_a_town_it_is_known(latitude: float, longitude: float, municipality: str) -> None:
    assert points.municipality_at(latitude, longitude) == municipality


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (30.0, -113.5),  # the sea
        (29.5, -111.8),  # the desert
        (27.9450, -110.8500),  # between Guaymas and Empalme
    ],
)
def test_elsewhere_it_is_asked(latitude: float, longitude: float) -> None:
    assert points.municipality_at(latitude, longitude) is None


def test_each_locality_lies_in_its_own_municipality_or_is_asked() -> None:
    told = [
        (points.municipality_at(each.latitude, each.longitude), each.municipality)
        for each in points._localities()
    ]
    assert all(found in (None, municipality) for found, municipality in told)
    assert sum(found is not None for found, _ in told) > 0.9 * len(told)

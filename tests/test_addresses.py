"""The addresses that an operator writes into the settings."""

import pytest

from bot import opening
from handoff import settings


def test_they_may_end_with_a_slash() -> None:
    given = settings.read(
        public_url="https://chat.mx/", embed_origins="https://a.mx/, http://b.mx:8080,"
    )
    assert given.public_url == "https://chat.mx"
    assert opening.embed_origins(given) == ("https://a.mx", "http://b.mx:8080")
    assert opening.embed_origins(settings.read(embed_origins=" ")) == ()


@pytest.mark.parametrize("origin", ["b.mx", "https://b.mx/atencion", "https://*.mx", "ftp://b.mx"])
def test_a_site_that_is_no_origin_is_told_in_one_line(origin: str) -> None:
    given = settings.read(embed_origins=f"https://a.mx, {origin}")
    with pytest.raises(opening.CannotStart, match=r"^VENTANILLA_EMBED_ORIGINS: .* no es un origen"):
        opening.embed_origins(given)


@pytest.mark.parametrize("address", ["chat.mx", "https://", "https:///console", "ftp://chat.mx"])
def test_a_public_address_that_is_none_is_told_in_one_line(address: str) -> None:
    with pytest.raises(settings.InvalidSettings, match=r"^VENTANILLA_PUBLIC_URL no es válido"):
        settings.read(public_url=address)

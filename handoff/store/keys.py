"""Random names: opaque keys for rows, and the secrets that an installation makes for itself."""

import secrets

from sqlalchemy.orm import Session

from handoff.store.models import Secret


def opaque() -> str:
    """A name that says nothing and cannot be guessed: 128 bits, safe in a URL."""
    return secrets.token_urlsafe(16)


def secret(session: Session, name: str) -> bytes:
    """The installation's secret of this name, made on first use. 256 bits."""
    row = session.get(Secret, name)
    if row is None:
        row = Secret(name=name, value=secrets.token_hex(32))
        session.add(row)
        session.flush()
    return bytes.fromhex(row.value)

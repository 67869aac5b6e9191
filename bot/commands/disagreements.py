"""What people say was misunderstood, shown, and written out for the next training."""

from pathlib import Path

from handoff import corrections
from handoff.rules import catalogue
from handoff.store import Store
from handoff.store.models import Correction, CorrectionState, Corrector
from nlu import learnt

STATES = {
    CorrectionState.pending: "pendiente",
    CorrectionState.approved: "aprobada",
    CorrectionState.rejected: "rechazada",
}


def show(store: Store, state: CorrectionState | None = None) -> None:
    """One line each, the newest first; phones, e-mails and the like are masked."""
    with store.reading() as session:
        lines = [_line(each) for each in corrections.listed(session, state)]
    for line in lines:
        print(line)
    if not lines:
        print("Nadie ha corregido nada.")


def export(store: Store, path: Path) -> int:
    """Write what was approved as Rasa YAML; how many messages that is."""
    with store.reading() as session:
        approved = corrections.approved(session)
    learnt.write(approved, path)
    return len(approved)


def _line(correction: Correction) -> str:
    names = catalogue.load()
    who = "la persona" if correction.said_by is Corrector.citizen else _name(correction)
    meant = names.name(correction.meant) if correction.meant else "otra cosa"
    return "\t".join(
        (
            str(correction.id),
            f"{correction.at:%Y-%m-%d %H:%M}Z",
            STATES[correction.state],
            f"{names.name(correction.believed)} ({correction.confidence:.0%}) → {meant}",
            f"según {who}",
            corrections.proposed(correction),
        )
    )


def _name(correction: Correction) -> str:
    return correction.person.username if correction.person else ""

"""The acts about the privacy notice, and whether the citizen accepts it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefuseNotice:
    """The citizen does not accept the privacy notice: orientation only. `opens` when it is not
    known yet about what."""

    opens: bool


@dataclass(frozen=True, slots=True)
class ShowNotice:
    """The citizen asks for the privacy notice. `short`: they had it in the other language."""

    short: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawNotice:
    """The citizen no longer accepts it: nothing more is registered; a request for ARCO rights is
    offered for what was. Refusing again changes nothing."""


@dataclass(frozen=True, slots=True)
class AcceptNotice:
    """The citizen accepts the privacy notice that they had refused. `opens`: nothing was told that
    could be registered now."""

    opens: bool = True


Consent = RefuseNotice | ShowNotice | WithdrawNotice | AcceptNotice

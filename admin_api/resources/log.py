"""Supervision of the log itself: who looked at what, and whether anything was tampered with."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain as joined
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from admin_api import access, errors
from admin_api.access import Reading, Work
from admin_api.paging import Page, Pages
from admin_api.resources.period import Period
from admin_api.resources.wording import Short, View
from handoff import listing
from handoff.exchanges import chain, seals
from handoff.exchanges.chain import Breach
from handoff.store.models import Audit

MOST_BREACHES = 100

router = APIRouter(tags=["Bitácora"], dependencies=[access.supervisors])


class AuditView(View):
    id: str
    at: datetime
    person: str | None = Field(examples=["eruiz"])
    action: str = Field(examples=["read"])
    subject: str = Field(examples=["conversation:kQ3…"])


class Filters(Period):
    person: Short | None = Field(None, description="Usuario.", examples=["eruiz"])
    action: Short | None = Field(None, examples=["read"])
    subject: Short | None = Field(None, examples=["case:CS-2026-004512-6"])

    def wanted(self, work: Work) -> listing.Audits:
        zone = work.staff.desk.zone
        return listing.Audits(
            **self.model_dump(exclude={"from_", "to"}),
            since=self.since(zone),
            until=self.until(zone),
        )


class BreachView(View):
    conversation: str
    seq: int = Field(description="El primer renglón que no es el que se escribió.", examples=[7])
    reason: str


class Verification(View):
    is_intact: bool
    checked_at: datetime
    breaches: list[BreachView] = Field(description=f"A lo más {MOST_BREACHES}.")


@router.get(
    "/audit", summary="Quién vio o cambió qué, lo más nuevo primero", responses=errors.documented()
)
def list_audit(
    filters: Annotated[Filters, Query()], pages: Pages, work: Reading
) -> Page[AuditView]:
    wanted = filters.wanted(work)
    rows = listing.audited(work.session, work.person, wanted, pages.after, pages.rows)
    return pages.page(rows, key=lambda row: row[0].id, show=_show)


@router.get(
    "/log/verification",
    summary="Comprobar que nadie alteró el registro",
    description="Recorre todas las cadenas y los sellos diarios; puede tardar.",
    responses=errors.documented(),
)
def verify_log(work: Reading) -> Verification:
    found = [BreachView.model_validate(each) for each in islice(_breaches(work), MOST_BREACHES)]
    return Verification(is_intact=not found, checked_at=work.now, breaches=found)


def _breaches(work: Work) -> Iterator[Breach]:
    return joined(chain.verify(work.session), seals.verify(work.session, work.staff.desk.zone))


def _show(row: tuple[Audit, str | None]) -> AuditView:
    entry, person = row
    return AuditView(
        id=str(entry.id), at=entry.at, person=person, action=entry.action, subject=entry.subject
    )

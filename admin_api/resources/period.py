"""`?from=&to=`: days of the desk, both included."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Field


class Period(BaseModel):
    from_: date | None = Field(None, alias="from", description="Desde este día.")
    to: date | None = Field(None, description="Hasta este día, incluido.")

    def since(self, zone: ZoneInfo) -> datetime | None:
        return datetime.combine(self.from_, time(), zone) if self.from_ else None

    def until(self, zone: ZoneInfo) -> datetime | None:
        return datetime.combine(self.to + timedelta(days=1), time(), zone) if self.to else None

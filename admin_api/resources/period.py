"""`?from=&to=`: days of the desk, both included."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Field

from admin_api.days import Day


class Period(BaseModel):
    from_: Day | None = Field(None, alias="from", description="Desde este día.")
    to: Day | None = Field(None, description="Hasta este día, incluido.")

    def since(self, zone: ZoneInfo) -> datetime | None:
        return datetime.combine(self.from_, time(), zone) if self.from_ else None

    def until(self, zone: ZoneInfo) -> datetime | None:
        return datetime.combine(self.to + timedelta(days=1), time(), zone) if self.to else None

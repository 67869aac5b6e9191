"""What the desk goes by: its catalogue, the agencies, the days off."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from admin_api import access, errors, paging
from admin_api.paging import Page
from admin_api.resources.wording import View
from handoff.rules import calendar, catalogue, directory
from handoff.store.models import Role

router = APIRouter(tags=["Referencia"], dependencies=[access.at_least(Role.analyst)])


class CategoryView(View):
    key: str = Field(examples=["alumbrado"])
    name: str = Field(examples=["Alumbrado público"])
    kind: str = Field(examples=["servicio"])
    level: str = Field(examples=["municipal"])
    destination: list[str] = Field(description="Claves de /agencies, la más probable primero.")
    priority: int = Field(description="De 0, peligro para la vida, a 3.", examples=[3])
    asks: list[str] = Field(description="Lo que se pregunta antes de abrir el folio.")


class AgencyView(View):
    key: str = Field(examples=["cea"])
    name: str = Field(examples=["Comisión Estatal del Agua"])
    level: str = Field(examples=["estatal"])
    takes: str = Field(examples=["agua en bloque y obras hidráulicas"])
    aliases: list[str]
    contact: str = Field(description="Se dice aunque falte confirmarlo.", examples=["071"])
    contacts: dict[str, str] = Field(description="El contacto en un municipio.")
    source: str = Field(description="Quién publicó el contacto.")
    valid_from: date | None
    valid_until: date | None
    successor: str | None
    verified_on: date | None


class DayOffView(View):
    day: date
    name: str = Field(examples=["Año Nuevo"])
    kind: str = Field(examples=["federal"])
    source: str = Field(examples=["LFT art. 74"])
    verified_on: date | None


@router.get("/catalogue", summary="Catálogo de asuntos", responses=errors.documented())
def list_catalogue() -> Page[CategoryView]:
    categories = catalogue.load().categories.values()
    return paging.whole(CategoryView.model_validate(each) for each in categories)


@router.get("/agencies", summary="Dependencias", responses=errors.documented())
def list_agencies() -> Page[AgencyView]:
    return paging.whole(AgencyView.model_validate(each) for each in directory.load().values())


@router.get("/calendar", summary="Días inhábiles", responses=errors.documented())
def list_days_off(
    year: Annotated[int | None, Query(ge=1, le=9999, examples=[2026])] = None,
) -> Page[DayOffView]:
    days = (each for each in calendar.listed() if year in (None, each.day.year))
    return paging.whole(DayOffView.model_validate(each) for each in days)

"""One page that needs nothing else: every figure, plot and table, for the screen and for paper."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from nlu.evaluation import figures, plots, summary
from nlu.evaluation.report import Report

HERE = Path(__file__).parent / "templates"
STYLE = (HERE / "page.css").read_text(encoding="utf-8")


def write(reports: Sequence[Report], moment: datetime) -> str:
    """HTML. `moment` is printed as it is, with its own offset."""
    template = _templates().get_template("page.html")
    return template.render(
        reports=reports,
        engines=" y ".join(report.engine for report in reports),
        moment=moment.strftime("%d/%m/%Y %H:%M"),
        sheets=summary.of(reports),
    )


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(percent=figures.percent, decimals=figures.decimals)
    # The style is ours and holds nothing that a page could be tricked with.
    made.globals.update(style=Markup(STYLE), plots=plots)  # noqa: S704
    return made

"""Pictures, by matplotlib: the extra ``crm[plot]``."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Any

from .money import amount_as_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ._core import FunnelRow
    from .analysis import Funnel

_COLOURS = {"potential": "#9ecae1", "active": "#3182bd", "closed": "#969696"}


def _new_figure(rows: int) -> Figure:
    try:
        from matplotlib.figure import Figure as NewFigure
    except ImportError as missing:
        raise ImportError("Pictures need matplotlib: pip install 'crm[plot]'.") from missing
    return NewFigure(figsize=(8, 0.8 + 0.45 * rows), layout="constrained")


def _label(row: FunnelRow) -> str:
    return f" {row.count} · {amount_as_text(row.sum)}" if row.count else " 0"


def funnel_figure(funnel: Funnel) -> Figure:
    """A bar for each phase and currency, as wide as its count, the first phase on top."""
    figure = _new_figure(len(funnel))
    axes = figure.add_subplot()
    places = range(len(funnel))
    axes.barh(places, [row.count for row in funnel], color=[_COLOURS[row.stage] for row in funnel])
    axes.set_yticks(places, [row.name for row in funnel])
    for place, row in zip(places, funnel):
        axes.text(row.count, place, _label(row), va="center")
    axes.invert_yaxis()
    axes.margins(x=0.3)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    return figure


def save(figure: Figure, path: str | os.PathLike[str], kind: str) -> None:
    """Writes a figure as ``svg`` or ``png``."""
    figure.savefig(path, format=kind, **_plain(kind))


def svg_text(figure: Figure) -> str:
    """A figure as the text of an SVG."""
    text = io.StringIO()
    figure.savefig(text, format="svg", **_plain("svg"))
    return text.getvalue()


def _plain(kind: str) -> dict[str, Any]:
    """No date in it, so that equal funnels make equal files."""
    return {"metadata": {"Date": None}} if kind == "svg" else {}
